//! `spec/reports/generators.md`: which generators take the document, and the proof.

use std::fmt::Write as _;

use super::target::{Generator, Target};
pub(super) use cli::process::Failure;

/// The result of one generator.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// The language, for people.
    pub language: String,
    /// The generator.
    pub generator: Generator,
    /// The proof, or why there is none.
    pub proof: Result<Proof, Failure>,
}

/// The generated code compiled, and every sample came back unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Proof {
    /// How many documented examples.
    pub examples: usize,
    /// How many boundary values.
    pub boundaries: usize,
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

/// Renders the table of all outcomes as Markdown. Returns nothing unless all of them are proofs.
#[must_use]
pub(super) fn report(outcomes: &[Outcome]) -> Option<String> {
    let mut text = String::from(
        "<!-- Written by `cargo harness generate --all`; do not edit. -->\n\n\
         # Generators\n\n\
         Each of these public generators was run on the document, and what it generated was compiled. \
         The generated types then read and wrote every sample, and each came back unchanged, digit by \
         digit, except for what the table names.\n\n\
         Samples are the documented examples (each body once, and one object of each component whose \
         properties have examples) and boundary values: for every property the largest and smallest \
         numbers, the longest and shortest texts, each listed value, both booleans, and arrays of \
         none, one and two.\n\n\
         The column *numbers* says which numbers the generated types carry. \
         `exact` returns every digit of every sample. \
         `double` returns every number that an IEEE double holds, which is any of 15 significant \
         digits, such as 9999999999999.99; a larger one, such as 9999999999999999.99, comes back as \
         the closest double (RFC 8259, section 6).\n\n\
         | language | generator | version | document | compiled by | numbers | examples | boundary values | what changes | notes |\n\
         | --- | --- | --- | --- | --- | --- | ---: | ---: | --- | --- |\n",
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
        let changes = generator.changes.iter().map(|it| it.as_str());
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | `{}` | {} | {} | {} | {} | {} | {} |",
            outcome.language,
            generator.name,
            generator.version,
            generator.document,
            compiled.collect::<Vec<_>>().join(", "),
            generator.numbers.as_str(),
            proof.examples,
            proof.boundaries,
            changes.collect::<Vec<_>>().join(", "),
            generator.notes
        );
    }
    text.push_str(
        "\nRun one yourself with `cargo harness generate TARGET`; the lock files and programs are in \
         `crates/harness/generators/`.\n",
    );
    Some(text)
}
