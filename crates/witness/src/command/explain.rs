//! `witness explain`: where each statement about an element comes from.

use std::path::PathBuf;

use cli::description::Description;
use cli::{Trouble, Verdict, terminal};
use review::explain::{Answer, answer};
use review::{Case, Cases};
use serde_json::Value;

use crate::Folder;

/// Shows where each statement about an element of the description comes from.
///
/// Every statement is shown with the page and line that says it, or with the reading that it rests
/// on. Exits with 1 if nothing is called so, or more than one element.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  witness explain 'GET /boats'
  witness explain Boat.name
  witness explain /components/schemas/Boat/properties/name
  witness explain boats:12")]
pub struct Explain {
    /// A JSON pointer, an operation, a schema, a property, a parameter, the id of a reading, or a
    /// line of a page such as `boats:12`.
    #[arg(value_name = "ELEMENT")]
    query: String,
    /// The folder with witness.toml.
    #[arg(long, value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Show every line and every operation.
    #[arg(long)]
    all: bool,
}

impl Explain {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error for everything that is missing or cannot be read.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let folder = Folder::read(&self.folder)?;
        let pages = folder.called();
        // The pages' own documents are not asked about: there is one description of all.
        let case = |page| Case::of(page, &folder.readings, &Value::Null);
        let pages = pages.iter().map(case).collect();
        let Description { document, origins } = &folder.description;
        let cases = Cases::of(pages, &folder.readings, document);
        let query = origins.pointer(document, &self.query);
        match answer(&cases, query.as_deref().unwrap_or(&self.query)) {
            Ok(mut answer) => {
                if let Answer::Element(explanation) = &mut answer {
                    let pointer = std::mem::take(&mut explanation.pointer);
                    explanation.pointer = origins.shown(pointer, &folder.path);
                    if query.is_some() {
                        explanation.title.clone_from(&self.query);
                    }
                }
                terminal::print(answer.text(&cases, self.all));
                if let Answer::Element(explanation) = &answer {
                    let claims = terminal::count(explanation.statements.len(), "claim");
                    terminal::status(true, "Explained", claims);
                }
                Ok(Verdict::Agrees)
            }
            Err(unknown) => Ok(terminal::unknown(&unknown.told())),
        }
    }
}
