//! `cargo xtask portal`: builds the documentation portal.

mod folder;
mod material;
mod tools;

use std::path::{Path, PathBuf};

use cli::terminal::{self, count};
use cli::{Trouble, Verdict, work_folder};

use folder::write;
use material::Material;
use tools::{Tools, WORK};

/// Builds the documentation portal: a static site of the documents and their evidence.
///
/// Any file server can serve it, without a network; the sandbox serves it at /docs/. Needs Node.js
/// for the samples and for Redoc, which are installed in pinned versions, into a folder of their own.
#[derive(Debug, clap::Args)]
pub struct Portal {
    /// Where the site is written; `target/portal` beside `spec/` if left out. Files there that are not
    /// of an earlier portal are left.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Show what recorded traffic shows of the claims: a file of `cargo xtask traffic --coverage`.
    #[arg(long, value_name = "FILE")]
    coverage: Option<PathBuf>,
}

impl Portal {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for everything that cannot be read or written, and for a missing tool.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let out = work_folder(self.out.as_deref(), spec, "portal");
        build(spec, &out, self.coverage.as_deref())
    }
}

/// Builds the site into a folder and says what was done.
fn build(spec: &Path, out: &Path, coverage: Option<&Path>) -> Result<Verdict, Trouble> {
    let material = Material::load(spec, coverage)?;
    let tools = Tools::install(&cli::path::around(spec), &work_folder(None, spec, WORK))?;
    let requests = material.requests()?;
    let samples = tools.samples(&requests)?;
    let site = material.site(&samples, &tools.redoc()?)?;
    let written = write(out, &site)?;
    if material.findings() > 0 {
        let findings = count(material.findings(), "finding");
        terminal::note(format!(
            "the site shows documents with {findings}; see `cargo xtask check`"
        ));
    }
    for path in &written.removed {
        terminal::status(true, "Removed", out.join(path).display());
    }
    for path in &written.foreign {
        terminal::status(
            true,
            "Left",
            format!("{}, which is not ours", out.join(path).display()),
        );
    }
    let size: usize = site.values().map(String::len).sum();
    terminal::status(
        true,
        "Built",
        format!(
            "{}: {}, {} written, {} kB, {} samples",
            out.display(),
            count(site.len(), "file"),
            written.changed,
            size / 1000,
            requests.len() * portal::LANGUAGES.len(),
        ),
    );
    Ok(Verdict::Agrees)
}
