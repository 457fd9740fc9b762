//! Paths as people write them: no message shows one with `..` in its middle.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// A path below a folder, or beside it if the path begins with `../`.
#[must_use]
pub fn below(folder: &Path, path: &str) -> PathBuf {
    match path.strip_prefix("../") {
        Some(beside) => outer(folder).join(beside),
        None => folder.join(path),
    }
}

/// The folder that a folder is in.
#[must_use]
pub fn around(folder: &Path) -> PathBuf {
    let outer = outer(folder);
    if outer.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        outer
    }
}

/// The same; it is empty around a folder of the working directory, such as `spec`.
fn outer(folder: &Path) -> PathBuf {
    let named = matches!(folder.components().next_back(), Some(Component::Normal(_)));
    if let (true, false, Some(outer)) = (named, folder.is_symlink(), folder.parent()) {
        return outer.to_owned();
    }
    // What `.`, `..` or a link is in, only the disk knows.
    let real = fs::canonicalize(folder).ok();
    let outer = real.and_then(|real| real.parent().map(Path::to_owned));
    outer.unwrap_or_else(|| folder.join(".."))
}
