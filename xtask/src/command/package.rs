//! `cargo xtask package`: packs the published files.

use std::fs;
use std::path::{Path, PathBuf};

use artefacts::package::{NAME, packages};
use artefacts::table::CONSOLIDATED;
use artefacts::{SUMS, Sums, releases};
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, work_folder};
use contract::catalogue::CATALOGUE;

use super::{check, diff};

/// Packs the files of spec/ into one archive and one npm package.
///
/// Both have the version of the document, and a file SHA256SUMS beside them has their digests. The
/// same files give the same bytes on every machine. Exits with 1, and packs nothing, if `check` finds
/// anything, such as a file that is not as SHA256SUMS has it, or a release that was edited.
#[derive(Debug, clap::Args)]
pub struct Package {
    /// Where the packages are written; `target/package` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Package {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read or written, and if the folder has digests
    /// of other files.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let out = work_folder(self.out.as_deref(), spec, "package");
        let _turn = disk::wait(spec)?;
        let (_, checked) = check::check(spec, None, &CATALOGUE)?;
        if !checked.findings.is_empty() {
            terminal::print(reports::text(&checked.findings, &reports::Place::default()));
            let findings = count(checked.findings.len(), "finding");
            terminal::status(false, "Refused", format!("{findings}; nothing is packed"));
            return Ok(Verdict::Disagrees);
        }
        is_free(&out)?;
        let files = disk::files(spec)?;
        let document = diff::document(&spec.join(CONSOLIDATED))?;
        let packages = packages(&CATALOGUE, &document, &files);
        let packages = packages.map_err(|error| Trouble::at(spec, error))?;
        disk::write(&out, packages.iter().map(|(name, bytes)| (&**name, bytes)))?;
        let version = releases::of_document(&document);
        if !version.is_some_and(|version| releases::is_frozen(&files, &version)) {
            terminal::note(
                "these files are not those of a release; to publish one, package the commit of \
                 the release",
            );
        }
        for (name, bytes) in &packages {
            let size = bytes.len().div_ceil(1000);
            let path = out.join(name);
            terminal::status(true, "Packed", format!("{}, {size} kB", path.display()));
        }
        Ok(Verdict::Agrees)
    }
}

/// Checks that a folder has no digests of files that are not packages of ours.
fn is_free(out: &Path) -> Result<(), Trouble> {
    let path = out.join(SUMS);
    let sums = Sums::of_file(fs::read(&path).ok().as_deref());
    let other = sums.paths().find(|name| !name.starts_with(NAME));
    let Some(other) = other else {
        return Ok(());
    };
    Err(Trouble::new(format!(
        "{}: expected digests of earlier packages, or no such file, but found the digest of \
         `{other}` instead; give another folder with --out DIR",
        path.display()
    )))
}
