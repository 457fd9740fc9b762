//! `spec/reports/generators.md`: which generators take the document, and the proof.

use std::fmt::Write as _;

use super::target::{Generator, Target};
pub use crate::process::Failure;

/// What came of one generator.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The language, for people.
    pub language: String,
    /// The generator.
    pub generator: Generator,
    /// The proof, or why there is none.
    pub proof: Result<Proof, Failure>,
}

/// It generated, what it generated compiled, and examples came back equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How many examples.
    pub examples: usize,
}

impl Outcome {
    pub(super) fn new(
        target: &Target,
        generator: &Generator,
        proof: Result<Proof, Failure>,
    ) -> Self {
        Self {
            language: target.language.clone(),
            generator: generator.clone(),
            proof,
        }
    }
}

/// The table of all outcomes, as Markdown; only where all of them are proofs.
#[must_use]
pub fn report(outcomes: &[Outcome]) -> Option<String> {
    let mut text = String::from(
        "<!-- Written by `cargo xtask generate --all`; do not edit. -->\n\n\
         # Generators\n\n\
         Each of these public generators was run on the document, what it generated was compiled, \
         and every documented example was read and written by the generated types and came back \
         equal. \
         Each body that is given as an example counts once, however many operations have it, and so \
         does one object of each component whose properties have examples.\n\n\
         | language | generator | version | document | compiled by | examples that came back equal | notes |\n\
         | --- | --- | --- | --- | --- | ---: | --- |\n",
    );
    for outcome in outcomes {
        let Ok(proof) = outcome.proof else {
            return None;
        };
        let generator = &outcome.generator;
        let compiled = generator
            .compile
            .iter()
            .map(|argv| format!("`{}`", argv.join(" ")));
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | `{}` | {} | {} | {} |",
            outcome.language,
            generator.name,
            generator.version,
            generator.document,
            compiled.collect::<Vec<_>>().join(", "),
            proof.examples,
            generator.notes
        );
    }
    text.push_str(
        "\nRun one yourself with `cargo xtask generate TARGET`; the lock files and programs are in \
         `xtask/generators/`.\n",
    );
    Some(text)
}
