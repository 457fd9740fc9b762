//! Drives the site in a browser, with the sandbox beside it.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use super::Tools;
use crate::server::Server;
use cli::process::{self, Failure};

/// What was looked at, and what was wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Driven {
    /// Every group of checks.
    pub groups: Vec<Group>,
    /// Every problem.
    pub problems: Vec<Problem>,
}

/// A group of checks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// Whether no problem was found.
    pub good: bool,
    /// What was looked at.
    pub what: String,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Problem {
    /// The page, or what else has it.
    #[serde(rename = "where")]
    pub place: String,
    /// What sort it is.
    pub kind: String,
    /// What was expected and what was found.
    pub text: String,
}

/// What is driven, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Drive<'d> {
    /// The root of the repository.
    pub root: &'d Path,
    /// The folder of the site.
    pub site: &'d Path,
    /// The folder of the pictures, which exists.
    pub screenshots: &'d Path,
    /// The program of the browser.
    pub browser: &'d Path,
    /// The one group of checks that is asked for; all if left out.
    pub only: Option<&'d str>,
}

impl Drive<'_> {
    /// Builds and starts the sandbox, and looks at everything.
    ///
    /// # Errors
    ///
    /// A browser that is not there, a sandbox that does not start, a test that does not end well.
    pub fn run(self, tools: &Tools) -> Result<Driven, Failure> {
        let browser = self.browser.display();
        if !self.browser.is_file() {
            return Err(Failure::Missing(format!(
                "expected Chromium at {browser}, but found none instead: install Chromium (Debian: \
                 `apt-get install chromium`), or name another with --browser PATH"
            )));
        }
        let absolute = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let [site, screenshots] = [self.site, self.screenshots].map(absolute);
        let sandbox = Server::sandbox(&absolute(self.root), &screenshots, Some(&site))?;
        let asked = json!({
            "site": site,
            "sandbox": format!("http://127.0.0.1:{}", sandbox.port),
            "browser": self.browser,
            "screenshots": screenshots,
            "only": self.only,
        });
        let printed = process::run(&["node", "drive.mjs", &asked.to_string()], tools.folder())?;
        serde_json::from_str(&printed)
            .map_err(|error| Failure::Step(format!("drive.mjs: {error}:\n{printed}")))
    }
}
