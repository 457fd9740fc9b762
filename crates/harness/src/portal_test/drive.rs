//! Drives the site in a browser, with the sandbox beside it.

use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use crate::server::Server;
use cli::process::{self, Failure};

/// The result of driving the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Driven {
    /// Every group of checks.
    pub(super) groups: Vec<Group>,
    /// Every problem.
    pub(super) problems: Vec<Problem>,
}

/// A group of checks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Group {
    /// Its name.
    pub(super) name: String,
    /// Whether it found no problem.
    pub(super) good: bool,
    /// What it looked at.
    pub(super) what: String,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Problem {
    /// The page, or the other place, that has it.
    #[serde(rename = "where")]
    pub(super) place: String,
    /// Its kind.
    pub(super) kind: String,
    /// What was expected and what was found.
    pub(super) text: String,
}

/// The site, the browser and the folders of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drive<'d> {
    /// The root of the repository.
    pub(super) root: &'d Path,
    /// The folder of the site.
    pub(super) site: &'d Path,
    /// The folder of the pictures, which exists.
    pub(super) screenshots: &'d Path,
    /// The program of the browser.
    pub(super) browser: &'d Path,
    /// The only group of checks to run; all if left out.
    pub(super) only: Option<&'d str>,
}

/// Returns an error if the browser is not there.
pub(super) fn browser(program: &Path) -> Result<(), Failure> {
    if program.is_file() {
        return Ok(());
    }
    Err(Failure::Missing(format!(
        "expected Chromium at {}, but found none instead: install Chromium (Debian: `apt-get install \
         chromium`), or name another with --browser PATH",
        program.display()
    )))
}

impl Drive<'_> {
    /// Builds and starts the sandbox, and looks at everything; the scripts are in `tools`.
    ///
    /// # Errors
    ///
    /// Returns an error if the sandbox does not start or if the scripts do not run to their end.
    pub(super) fn run(self, tools: &Path) -> Result<Driven, Failure> {
        let docs = format!("--docs={}", self.site.display());
        let sandbox = Server::sandbox(self.root, self.screenshots, &[docs])?;
        let asked = json!({
            "site": self.site,
            "sandbox": format!("http://127.0.0.1:{}", sandbox.port),
            "browser": self.browser,
            "screenshots": self.screenshots,
            "only": self.only,
        });
        let printed = process::run(&["node", "drive.mjs", &asked.to_string()], tools)?;
        serde_json::from_str(&printed)
            .map_err(|error| Failure::Step(format!("drive.mjs: {error}:\n{printed}")))
    }
}
