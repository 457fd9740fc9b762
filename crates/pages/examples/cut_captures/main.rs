//! Cuts each captured page at every byte, and checks that no cut passes for the page.
//!
//! A cut capture is refused with an error that names a line, as `cargo xtask read` refuses it; or
//! its claims are others than the page's; or it lost nothing but white space, which its SHA-256
//! tells. `cargo xtask check --pages` reports each of these.
//!
//! ```console
//! $ cargo run --package pages --example cut_captures -- ../shared/pages
//! ```
//!
//! Exit code 0: every cut is one of these. 1: some cut is none, or a reader panicked. 2: could not
//! run.

mod outcomes;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use review::{Readings, open_end};

use outcomes::Outcomes;

/// The decisions that `cargo xtask read` consults about where a page ends.
const READINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/readings.toml");

fn main() -> ExitCode {
    let seen = match std::env::args().nth(1) {
        Some(folder) => run(Path::new(&folder)),
        None => Err("expected the folder of the captured pages, but found no argument".to_owned()),
    };
    match seen {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Cuts every page of a folder, and tells whether each cut was seen.
fn run(folder: &Path) -> Result<bool, String> {
    let readings = Readings::parse(&text(Path::new(READINGS))?);
    let readings = readings.map_err(|errors| format!("{READINGS}: {}", errors[0]))?;
    let mut seen = true;
    println!("                  page   bytes  refused with a line  other claims  other SHA-256");
    for path in pages(folder)? {
        let page = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = text(&path)?;
        let whole = pages::read(&page, text.as_bytes()).map_err(|errors| errors[0].to_string())?;
        if let Some(end) = open_end(&whole, &readings) {
            return Err(end.to_string());
        }
        let Outcomes {
            refused,
            claims,
            sha256,
            broken,
        } = outcomes::of(&whole, text.as_bytes(), &readings, pages::read);
        let bytes = text.len();
        println!("{page:>22} {bytes:>7} {refused:>20} {claims:>13} {sha256:>14}");
        for (end, problem) in &broken {
            println!("{page}, cut behind byte {end}: {problem}");
        }
        seen &= broken.is_empty();
    }
    Ok(seen)
}

/// The captures in a folder, by name.
fn pages(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let place = folder.display();
    let entries = folder.read_dir().and_then(|entries| {
        let paths = entries.map(|entry| entry.map(|entry| entry.path()));
        paths.collect::<Result<Vec<_>, _>>()
    });
    let mut paths = entries.map_err(|error| format!("{place}: {error}"))?;
    paths.retain(|path| path.extension() == Some(OsStr::new("txt")));
    paths.sort();
    if paths.is_empty() {
        return Err(format!(
            "{place}: expected captured pages PAGE.txt, but found none instead"
        ));
    }
    Ok(paths)
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
