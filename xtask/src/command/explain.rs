//! `cargo xtask explain`: the evidence for one element.

use std::path::Path;

use contract::catalogue::CATALOGUE;
use review::explain::{Explanation, Sources, Unknown, explain};
use review::{Market, Usage};
use serde_json::Value;

use crate::outcome::CONSOLIDATED;
use crate::terminal::count;
use crate::{Inputs, Trouble, Verdict, terminal};

/// Shows where each statement about an element of spec/openapi.json comes from.
///
/// Every claim that the document makes there is shown with the page and line that says it, or with
/// the reading that it rests on, its reason and its evidence. Exits with 1 if nothing is called so.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cargo xtask explain CitiEmail.emailKey
  cargo xtask explain citiGetCustomerProfile
  cargo xtask explain 'GET /v1/customers/profiles'
  cargo xtask explain /components/schemas/CitiEmail/properties/emailKey")]
pub struct Explain {
    /// A JSON pointer, an operation or its id, a schema, or a property of one.
    #[arg(value_name = "ELEMENT")]
    query: String,
}

impl Explain {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let Inputs { readings, claims } = Inputs::load(spec, &CATALOGUE)?;
        let document = document(spec)?;
        let mut usage = Usage::of(&readings);
        let markets: Vec<Market> = claims
            .iter()
            .map(|file| Market {
                page: file.page.page.clone(),
                expected: review::expect(&file.page, &readings, &mut usage),
            })
            .collect();
        let sources = Sources {
            document: &document,
            made: &claims::openapi::claims(&document),
            expected: &review::consolidated(&markets),
            readings: &readings,
        };
        match explain(&sources, &self.query) {
            Ok(explanation) => {
                anstream::print!("{}", review::explain::text(&explanation, &readings));
                terminal::status(true, "Explained", summary(&explanation));
                Ok(Verdict::Agrees)
            }
            Err(unknown) => {
                report(&unknown);
                Ok(Verdict::Disagrees)
            }
        }
    }
}

/// Reads the document as people have it.
fn document(spec: &Path) -> Result<Value, Trouble> {
    let path = spec.join(CONSOLIDATED);
    let shown = path.display();
    let fix = "write it with `cargo xtask export`";
    let text =
        std::fs::read(&path).map_err(|error| Trouble::new(format!("{shown}: {error}; {fix}")))?;
    serde_json::from_slice(&text).map_err(|error| Trouble::new(format!("{shown}: {error}; {fix}")))
}

fn summary(explanation: &Explanation) -> String {
    let grounds = explanation.grounds();
    let grounds = grounds
        .iter()
        .map(|(ground, number)| format!("{number} {}", ground.as_str()));
    let grounds = grounds.collect::<Vec<_>>().join(", ");
    format!(
        "{}: {grounds}",
        count(explanation.statements.len(), "claim")
    )
}

fn report(unknown: &Unknown) {
    terminal::status(false, "Unknown", unknown);
    for name in &unknown.closest {
        terminal::status(true, "close to it", name);
    }
}
