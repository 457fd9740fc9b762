//! `cargo xtask lower`: a document of OpenAPI 3.1 in OpenAPI 3.0.

use std::path::PathBuf;

use cli::terminal::count;
use cli::{Trouble, Verdict, description, terminal};
use openapi_lowering::{Problem, lower};

/// Prints an OpenAPI 3.1 document, JSON or YAML, as OpenAPI 3.0.3 in JSON.
///
/// Whatever 3.0 cannot express goes to standard error, each with its place and how to avoid it.
/// Exits with 1 if there is any.
#[derive(Debug, clap::Args)]
pub struct Lower {
    /// The path of the document.
    file: PathBuf,
}

impl Lower {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read, or if it is not an OpenAPI 3.1 document.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let shown = self.file.display();
        let refused = |problem: Problem| format!("{shown}{problem}");
        let document = description::read(&self.file)
            .map_err(|error| Trouble::new(format!("{shown}: {error}")))?;
        let lowered = lower(&document)
            .map_err(|problems| Trouble(problems.into_iter().map(refused).collect()))?;
        terminal::line(format_args!("{:#}", lowered.document));
        let mut losses = 0;
        for loss in lowered.losses() {
            terminal::note(loss);
            losses += 1;
        }
        if losses > 0 {
            let lost = count(losses, "construct");
            terminal::note(format_args!("{lost} of 3.1 lost in 3.0"));
        }
        Ok(Verdict::of(losses == 0))
    }
}
