//! `cargo xtask traffic`: recorded exchanges against the documents.

use std::path::Path;

use artefacts::inputs::claims_path;
use claims::Element;
use cli::{Trouble, Verdict};
use contract::catalogue::CATALOGUE;
use review::{Case, Expected};
use serde_json::Value;
use traffic::command::Options;
use traffic::{Described, Finding};

use super::inputs;
use crate::repository;

/// Checks recorded traffic against the documents in spec/providers/.
///
/// The recordings are HAR files, also packed by gzip, folders of them, exchanges as NDJSON, reports of
/// Newman, and Postman collections with saved responses. No value of a recording is ever printed: not of a
/// body, not of an address, not of a header. Exchanges are counted from 0, as in `log.entries[0]`, and
/// recordings from 1, in the order in which they are given. Exits with 1 if anything was seen that is not
/// documented.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cargo xtask traffic recording.har
  cargo xtask traffic --server http://127.0.0.1:8080/citi-australia=citi-australia sandbox.ndjson
  cargo xtask traffic --coverage coverage.json --proposals proposals.toml recordings/")]
pub struct Traffic {
    #[command(flatten)]
    options: Options,
}

impl Traffic {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let inputs = inputs(spec)?;
        let mut trouble = Trouble::default();
        let mut apis: Vec<(&str, Value, Expected)> = Vec::new();
        for provider in CATALOGUE.providers {
            let mut files = inputs.claims.iter().map(|file| &file.page);
            let page = files.find(|page| page.page == provider.id);
            let path = spec.join(format!("providers/{}.json", provider.id));
            let document = trouble.take(super::document(&path));
            if let (Some(page), Some(document)) = (page, document) {
                let case = Case::of(page, &inputs.readings, &Value::Null);
                apis.push((provider.id, document, case.reviewed.expected));
            }
        }
        trouble.or(())?;
        let described: Vec<Described> = apis
            .iter()
            .map(|(id, document, expected)| Described {
                id,
                document,
                expected: vec![expected],
                readings: &inputs.readings,
            })
            .collect();
        let class_of = |id: &str, element: &Element| {
            let class = inputs.classes.class_of(id, element)?;
            Some(class.category.as_str())
        };
        let place = repository::place(spec);
        let located = |finding: &Finding| {
            let page = finding.cited.page.as_deref()?;
            let mut files = inputs.claims.iter().map(|file| &file.page);
            let page = files.find(|it| it.page == page)?;
            let row = reports::row_of(page, &finding.cited.lines);
            Some((place.spec(&claims_path(&page.page)), row))
        };
        self.options
            .run(&described, "cargo xtask traffic", &located, &class_of)
    }
}
