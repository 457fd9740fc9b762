//! What Node.js gives: the samples, and the bundle of Redoc.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use portal::{Har, LANGUAGES, Samples};
use serde_json::json;

use cli::{Trouble, disk, install, process};

/// Where the pinned versions and our scripts are, below the root of the repository.
const PINNED: &str = "xtask/portal";

/// The name of the folder in `target/` in which they are installed.
pub(super) const WORK: &str = "portal-tools";

/// Redoc's standalone bundle, below the folder of the tools.
const REDOC: &str = "node_modules/redoc/bundles/redoc.standalone.js";

/// The pinned tools, installed.
#[derive(Debug)]
pub(super) struct Tools {
    work: PathBuf,
}

impl Tools {
    /// Copies the list of pinned versions and our scripts into a folder, so that nothing is
    /// installed in the repository at `root`, and installs them there.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read or written, and if Node.js is missing or
    /// npm fails.
    pub(super) fn install(root: &Path, work: &Path) -> Result<Self, Trouble> {
        let pinned = root.join(PINNED);
        let there = disk::files(&pinned)?;
        let scripts = there.keys().map(String::as_str);
        let script = |path: &&str| Path::new(path).extension().is_some_and(|it| it == "mjs");
        let scripts = scripts.filter(script);
        let names: Vec<&str> = install::NPM.into_iter().chain(scripts).collect();
        install::stage(&pinned, &names, work)?;
        let work = fs::canonicalize(work).unwrap_or_else(|_| work.to_owned());
        install::npm(&work)?;
        Ok(Self { work })
    }

    /// Redoc's bundle, which loads nothing.
    ///
    /// # Errors
    ///
    /// Returns an error if the bundle cannot be read or is of another version.
    pub(super) fn redoc(&self) -> Result<String, Trouble> {
        let path = self.work.join(REDOC);
        let bundle = fs::read_to_string(&path)
            .map_err(|error| Trouble::new(format!("{}: {error}", path.display())))?;
        portal::offline(&bundle)
            .map_err(|problem| Trouble::new(format!("{}: {problem}", path.display())))
    }

    /// The requests in every language.
    ///
    /// # Errors
    ///
    /// Returns an error if the samples cannot be written, or some of them are missing.
    pub(super) fn samples(&self, requests: &BTreeMap<String, Har>) -> Result<Samples, Trouble> {
        const REQUESTS: &str = "requests.json";
        let languages = LANGUAGES.map(|language| {
            json!({
                "name": language.name,
                "target": language.target,
                "client": language.client,
            })
        });
        let asked = json!({ "languages": languages, "requests": requests }).to_string();
        disk::write(&self.work, [(REQUESTS, asked.as_str())])?;
        let printed = process::run(&["node", "samples.mjs", REQUESTS], &self.work)?;
        let samples: Samples = serde_json::from_str(&printed)
            .map_err(|error| Trouble::new(format!("samples.mjs: {error}")))?;
        let missing = samples.missing(requests.keys().map(String::as_str));
        let missing = missing.into_iter().map(|what| {
            format!("expected a sample of {what}, but httpsnippet wrote none instead; see {PINNED}/samples.mjs")
        });
        Trouble(missing.collect()).or(samples)
    }
}
