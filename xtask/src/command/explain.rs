//! `cargo xtask explain`: the evidence for one element.

use std::path::Path;

use contract::catalogue::CATALOGUE;
use review::classes::Class;
use review::explain::{Answer, Explanation, answer};
use serde_json::Value;

use super::inputs;
use artefacts::table::CONSOLIDATED;
use cli::terminal::count;
use cli::{Trouble, Verdict, terminal};

/// Shows where each statement about an element of spec/openapi.json comes from.
///
/// Every claim that the document makes there is shown with the page and line that says it, or with
/// the reading that it rests on, its reason and its evidence. Of a reading it shows what rests on
/// it, and of a line of a page what became of it. Exits with 1 if nothing is called so, or more than
/// one element.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cargo xtask explain CitiEmail.emailKey
  cargo xtask explain emailKey
  cargo xtask explain citiGetCustomerProfile
  cargo xtask explain 'GET /v1/customers/profiles'
  cargo xtask explain /components/schemas/CitiEmail/properties/emailKey
  cargo xtask explain citiBearer
  cargo xtask explain citi-sandbox-server
  cargo xtask explain citi-australia:103")]
pub struct Explain {
    /// A JSON pointer, an operation, its id or path, a schema, a property, a parameter, a security
    /// scheme, a tag, the id of a reading, or a line of a page such as `citi-australia:103`.
    #[arg(value_name = "ELEMENT")]
    query: String,
    /// Show the bodies of errors claim by claim, every line that says the same, and every operation
    /// that a reading covers.
    #[arg(long)]
    all: bool,
}

impl Explain {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let inputs = inputs(spec)?;
        let document = document(spec)?;
        // Only the consolidated document is asked about, so the pages' own ones are not read.
        let cases = inputs.cases(&CATALOGUE, |_| &Value::Null, &document);
        let answer = match answer(&cases, &self.query) {
            Ok(answer) => answer,
            Err(unknown) => {
                let verdict = terminal::unknown(&unknown.told());
                if let Some(line) = self.meant() {
                    terminal::status(true, "close to it", line);
                }
                return Ok(verdict);
            }
        };
        let text = answer.text(&cases, self.all);
        match answer {
            Answer::Line(_) => terminal::print(text),
            Answer::Element(explanation) => {
                let class = cases.consolidated.classed.at(&explanation.pointer);
                terminal::print(text + &class.map(self::class).unwrap_or_default());
                terminal::status(true, "Explained", summary(&explanation));
            }
            Answer::Reading(decision) => {
                terminal::print(text);
                let claims = count(decision.claims, "claim");
                terminal::status(true, "Explained", format!("{claims} by this reading"));
            }
        }
        Ok(Verdict::Agrees)
    }

    /// The line of the page that has nearly the name that was given.
    fn meant(&self) -> Option<String> {
        let (page, line) = self.query.rsplit_once(':')?;
        line.parse::<u32>().ok()?;
        let pages: Vec<&str> = CATALOGUE.providers.iter().map(|it| it.id).collect();
        let meant = cli::words::nearest(page, &pages).filter(|it| *it != page)?;
        Some(format!("{meant}:{line}"))
    }
}

/// Reads the document as people have it.
fn document(spec: &Path) -> Result<Value, Trouble> {
    super::document(&spec.join(CONSOLIDATED))
}

/// The class of what is explained, with its reason; of an object, the strongest of what it holds.
fn class(class: &Class) -> String {
    let (id, words, reason) = (class.id(), class.words(), &class.reason);
    let (class, why) = ("class", "reason");
    format!("{class:>16} {id} ({words}, inferred)\n{why:>16} {reason}\n")
}

fn summary(explanation: &Explanation) -> String {
    let grounds = explanation.grounds();
    let grounds = grounds
        .iter()
        .map(|(ground, number)| format!("{number} {}", ground.name()));
    let grounds = grounds.collect::<Vec<_>>().join(", ");
    format!(
        "{}: {grounds}",
        count(explanation.statements.len(), "claim")
    )
}
