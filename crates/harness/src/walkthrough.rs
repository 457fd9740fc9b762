//! `cargo harness walkthrough`: the steps of `crates/README.md`, walked as they are written.

mod copy;
mod walk;

use std::path::{Path, PathBuf};

use cli::{Trouble, Verdict, terminal, work_folder};

use copy::Copy;
use walk::Walk;

/// The walks: what is edited at each step, and how its commands end.
const WALKS: &str = "crates/harness/walkthroughs";

/// Walks the steps of crates/README.md on a copy of the repository: a bank adds a field, and one more page.
///
/// Runs the commands of each step, after the edits of `crates/harness/walkthroughs/`. The exit code is
/// 1 if a command ends otherwise than expected, if a file changes that nobody edited and no command
/// owns, or if the copy does not agree in the end. Needs git, and builds the copy: allow ten minutes.
#[derive(Debug, clap::Args)]
pub struct Walkthrough {
    /// The folder of the captured pages.
    #[arg(long, value_name = "DIR")]
    pages: PathBuf,
}

impl Walkthrough {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read or copied, or if a program is missing.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let root = cli::path::around(spec);
        let mut walks = Vec::new();
        let mut files = cli::disk::files(&root.join(WALKS))?;
        files.retain(|file, _| file.ends_with("toml"));
        for (file, bytes) in files {
            let walk = toml::from_slice::<Walk>(&bytes);
            walks.push(walk.map_err(|error| Trouble::new(format!("{WALKS}/{file}: {error}")))?);
        }
        let work = work_folder(None, spec, "walkthrough");
        let copy = Copy::make(&root, &self.pages, &work)?;
        let mut problems = Vec::new();
        for walk in &walks {
            terminal::line(&walk.heading);
            problems.extend(walk.take(&copy)?);
        }
        for problem in &problems {
            terminal::status(false, "Problem", problem);
        }
        Ok(Verdict::of(problems.is_empty()))
    }
}
