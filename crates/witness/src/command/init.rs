//! `witness init`: a folder to start with.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use claims::PageClaims;
use claims::text::quoted;
use cli::{Trouble, Verdict, disk, terminal};
use review::Readings;

use crate::Page;
use crate::folder::{self, FILE};
use crate::trial::Trial;

/// Writes witness.toml and an empty file of readings, from saved pages and one description.
///
/// The pages and the description stay where they are. Nothing is overwritten.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The saved pages, and the description: OpenAPI 3 or Swagger 2.0, as JSON or YAML.
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    /// The layout of the pages, by name or as a layout file; without it, each page's own is found.
    #[arg(long, value_name = "LAYOUT")]
    layout: Option<String>,
}

/// An empty file of readings, with what one looks like.
const READINGS: &str = r#"# Decisions: where a page is silent, loses something or is wrong, and what counts then.
#
# [[reading]]
# id = "boats-have-names"
# page = "boats"
# kind = "supply"            # bind, supply, override or omit
# applies-to = [{ operation = "GET /boats", place = "200", aspect = "listed" }]
# says = [{ name = "name", aspect = "type", value = "string" }]
# basis = "inferred"         # same-page, other-page, vendor or inferred
# reason = "Why it was decided so."
# evidence = "boats line 12: what is there."
# ask = "Is `name` in the 200 of GET /boats a string?"
"#;

impl Init {
    /// Runs the command in the working directory.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, if there is not exactly one description, and if
    /// witness.toml is there already.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let here = Path::new(".");
        if Path::new(FILE).exists() {
            let problem = "expected none, but found one; edit it, or remove it first";
            return Err(Trouble::at(Path::new(FILE), problem));
        }
        if let Some(folder) = self.files.iter().find(|path| path.is_dir()) {
            let problem = "expected a file, but found a folder; name the pages in it";
            return Err(Trouble::at(folder, problem));
        }
        let (pages, descriptions): (Vec<_>, Vec<_>) =
            self.files.iter().partition(|path| Page::is_one(path));
        let [description] = descriptions.as_slice() else {
            return Err(Trouble::new(format!(
                "expected one description (.json, .yaml) and pages ({}), but found {} instead; name \
                 one of each",
                Page::ENDINGS.join(", "),
                terminal::count(descriptions.len(), "description"),
            )));
        };
        let mut trouble = Trouble::default();
        let described = trouble.take(folder::description(description));
        let described = described.unwrap_or_default();
        // Of the layouts that read a page, the one counts by which most of it agrees.
        let agreed = |page: &PageClaims| {
            Trial::of(&[page], &Readings::default(), &described.document, "").agreed
        };
        let mut config = format!(
            "# Which pages document which description. See `witness help check`.\n\
             description = {}\nreadings = \"readings.toml\"\n",
            quoted(&description.display().to_string())
        );
        for path in pages {
            let id = Page::id(path);
            let Some(page) = trouble.take(Page::best(path, &id, self.layout.as_deref(), agreed))
            else {
                continue;
            };
            let _ = write!(
                config,
                "\n[[page]]\nfile = {}\n",
                quoted(&path.display().to_string())
            );
            let shipped = pages::Layout::named(&page.layout).is_some() || self.layout.is_some();
            let kept = [
                ("layout", Some(page.layout.clone()).filter(|_| shipped)),
                ("address", page.address.clone()),
                ("day", page.day.clone()),
            ];
            for (key, value) in kept {
                if let Some(value) = value {
                    let _ = writeln!(config, "{key} = {}", quoted(&value));
                }
            }
            let claims = terminal::count(page.claims.claims.len(), "claim");
            terminal::status(true, "Read", format!("{}: {claims}", path.display()));
        }
        trouble.or(())?;
        let mut files = vec![(FILE, config.as_str())];
        if !Path::new("readings.toml").exists() {
            files.push(("readings.toml", READINGS));
        }
        disk::write(here, files)?;
        terminal::status(true, "Wrote", format!("{FILE}; now run `witness check`"));
        Ok(Verdict::Agrees)
    }
}
