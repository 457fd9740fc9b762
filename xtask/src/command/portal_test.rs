//! `cargo xtask portal-test`: builds the portal and drives it in a browser.

use std::path::{Path, PathBuf};

use cli::work_folder as out;

use super::portal;
use crate::portal::{Drive, Driven};
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk};

/// Builds the portal and drives it in headless Chromium, with the sandbox beside it.
///
/// Every page is opened, in light and dark, wide and narrow, and judged by axe-core; the search is
/// used by keyboard, the form of every operation is sent, samples are run. Whatever asks for another
/// machine fails. Pictures are left in screenshots/. The exit code is 1 with a problem. Needs Node.js
/// and Chromium.
#[derive(Debug, clap::Args)]
pub struct PortalTest {
    /// Where the site and the pictures are written; `target/portal-test` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Drive the site in this folder as it is, instead of building it.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// The program of the browser.
    #[arg(long, value_name = "PATH", default_value = "/usr/bin/chromium")]
    browser: PathBuf,
    /// Run one group of checks alone, by its name.
    #[arg(long, value_name = "GROUP")]
    only: Option<String>,
}

impl PortalTest {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// What cannot be built or run, and what is missing.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let out = out(self.out.as_deref(), spec, "portal-test");
        let (site, tools) = if let Some(site) = &self.site {
            (site.clone(), portal::tools(spec)?)
        } else {
            let site = out.join("site");
            let tools = portal::build(spec, &site)?;
            (site, tools)
        };
        let screenshots = out.join("screenshots");
        disk::folder(&screenshots)?;
        let drive = Drive {
            root: &spec.join(".."),
            site: &site,
            screenshots: &screenshots,
            browser: &self.browser,
            only: self.only.as_deref(),
        };
        let driven = drive.run(&tools)?;
        say(&driven);
        terminal::status(true, "Pictures", screenshots.display());
        // A group that is not there has found nothing.
        let good = driven.problems.is_empty() && !driven.groups.is_empty();
        Ok(Verdict::of(good))
    }
}

/// Says what was looked at, and every problem.
fn say(driven: &Driven) {
    for problem in &driven.problems {
        terminal::detail(
            "problem",
            format_args!("{}: {}", problem.kind, problem.text),
        );
        terminal::detail("page", &problem.place);
    }
    for group in &driven.groups {
        let word = if group.good { "Passed" } else { "Failed" };
        terminal::status(group.good, word, format!("{}: {}", group.name, group.what));
    }
    let good = driven.problems.is_empty() && !driven.groups.is_empty();
    let word = if good { "Passed" } else { "Failed" };
    terminal::status(good, word, count(driven.problems.len(), "problem"));
}
