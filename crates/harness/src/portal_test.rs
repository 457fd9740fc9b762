//! `cargo harness portal-test`: builds the portal and drives it in a browser.

mod drive;

use std::fs;
use std::path::{Path, PathBuf};

use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, install, process, work_folder};

use crate::say;
use drive::{Drive, Driven, browser};

/// Where the scripts and the pinned versions are, below the root of the repository.
const PINNED: &str = "crates/harness/portal";

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
    /// Returns an error if the portal cannot be built, or if a tool is missing or cannot run.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        browser(&self.browser)?;
        let absolute = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let (root, spec) = (absolute(&cli::path::around(spec)), absolute(spec));
        let out = work_folder(self.out.as_deref(), &spec, "portal-test");
        let screenshots = out.join("screenshots");
        disk::folder(&screenshots)?;
        let tools = tools(&root, &out.join("tools"))?;
        let site = match &self.site {
            Some(site) => absolute(site),
            None => build(&root, &spec, &absolute(&out).join("site"))?,
        };
        let drive = Drive {
            root: &root,
            site: &site,
            screenshots: &absolute(&screenshots),
            browser: &self.browser,
            only: self.only.as_deref(),
        };
        let driven = drive.run(&tools)?;
        let good = print(&driven);
        terminal::status(true, "Pictures", screenshots.display());
        Ok(Verdict::of(good))
    }
}

/// Builds the portal as its users do. Returns the folder of the site.
fn build(root: &Path, spec: &Path, site: &Path) -> Result<PathBuf, Trouble> {
    let (spec, to) = (spec.to_string_lossy(), site.to_string_lossy());
    let argv = ["cargo", "xtask", "portal", "--spec", &spec, "--out", &to];
    terminal::print(process::run(&argv, root)?);
    Ok(site.to_owned())
}

/// Copies the scripts and the list of pinned versions into a folder, so that nothing is installed in
/// the repository, and installs the tools there. Returns the folder's absolute path.
fn tools(root: &Path, work: &Path) -> Result<PathBuf, Trouble> {
    let pinned = root.join(PINNED);
    let there = disk::files(&pinned)?;
    let scripts = there.keys().map(String::as_str);
    let scripts = scripts.filter(|path| Path::new(path).extension().is_some_and(|it| it == "mjs"));
    let names: Vec<&str> = install::NPM.into_iter().chain(scripts).collect();
    install::stage(&pinned, &names, work)?;
    install::npm(work)?;
    Ok(fs::canonicalize(work).unwrap_or_else(|_| work.to_owned()))
}

/// Prints what was looked at, and every problem. Returns whether there is none.
fn print(driven: &Driven) -> bool {
    for problem in &driven.problems {
        terminal::detail(
            "problem",
            format_args!("{}: {}", problem.kind, problem.text),
        );
        terminal::detail("page", &problem.place);
    }
    for group in &driven.groups {
        say::passed(group.good, format_args!("{}: {}", group.name, group.what));
    }
    // A group that does not exist has found nothing.
    let good = driven.problems.is_empty() && !driven.groups.is_empty();
    say::passed(good, count(driven.problems.len(), "problem"))
}
