//! `witness traffic`: recorded exchanges against what is documented.

use std::path::PathBuf;

use cli::{Trouble, Verdict};
use review::Case;
use serde_json::Value;
use traffic::command::Options;
use traffic::{Described, Finding};

use crate::Folder;

/// Checks recorded traffic against the description and the pages.
///
/// The recordings are HAR files, also packed by gzip, folders of them, exchanges as NDJSON, reports of
/// Newman, and Postman collections with saved responses. No value of a recording is ever printed: not of a
/// body, not of an address, not of a header. Exchanges are counted from 0, as in `log.entries[0]`, and
/// recordings from 1, in the order in which they are given. Exits with 1 if anything was seen that is not
/// documented.
#[derive(Debug, clap::Args)]
pub struct Traffic {
    #[command(flatten)]
    options: Options,
    /// The folder with witness.toml.
    #[arg(long, value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// A description alone, without a folder and pages: no finding has a line then.
    #[arg(long, value_name = "FILE", conflicts_with = "folder")]
    description: Option<PathBuf>,
}

impl Traffic {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error for everything that is missing or cannot be read.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let folder = match &self.description {
            Some(path) => Folder::of(path)?,
            None => Folder::read(&self.folder)?,
        };
        let pages = folder.called();
        let case = |page| Case::of(page, &folder.readings, &Value::Null);
        let cases: Vec<Case> = pages.iter().map(case).collect();
        let modern = traffic::modern(&folder.description.document);
        let described = [Described {
            id: "api",
            document: &modern,
            expected: cases.iter().map(|case| &case.reviewed.expected).collect(),
            readings: &folder.readings,
        }];
        let located = |finding: &Finding| {
            let page = finding.cited.page.as_deref()?;
            let page = folder.pages.iter().find(|it| it.claims.page == page)?;
            let line = finding.cited.lines.first().filter(|_| !page.is_html);
            Some((page.path.display().to_string(), line.copied().unwrap_or(1)))
        };
        self.options
            .run(&described, "witness traffic", &located, &|_, _| None)
    }
}
