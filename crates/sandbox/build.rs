//! Lists the artefacts of `spec/` that the sandbox compiles in, so that no list of pages is kept by hand.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders of `spec/`, each with how its files end and the name of its list.
const FOLDERS: [(&str, &str, &str); 3] = [
    ("providers", ".json", "DOCUMENTS"),
    ("claims", ".csv", "CLAIMS"),
    ("schemas", ".schema.json", "SCHEMAS"),
];

#[expect(
    clippy::disallowed_methods,
    reason = "cargo names the folder in which a build script writes"
)]
fn main() -> io::Result<()> {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let mut lists = String::new();
    for (folder, ending, name) in FOLDERS {
        lists += &list(&spec.join(folder), ending, name)?;
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(PathBuf::from(out).join("spec.rs"), lists)
}

/// The files of a folder, each by its name without the ending.
fn list(folder: &Path, ending: &str, name: &str) -> io::Result<String> {
    // A file that is added later is seen, too.
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder)?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    let mut list = format!("pub(crate) const {name}: &[(&str, &str)] = &[\n");
    for path in paths {
        let file = path.file_name().and_then(|file| file.to_str());
        let Some(stem) = file.and_then(|file| file.strip_suffix(ending)) else {
            continue;
        };
        let path = path.to_string_lossy();
        writeln!(list, "    ({stem:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    Ok(list + "];\n")
}
