//! The repository that a folder `spec/` is in.

use std::fs;
use std::path::Path;

use reports::Place;

/// Where a `spec/` folder is in the git repository that encloses it; in none, where it is here: at
/// the root.
pub(crate) fn place(spec: &Path) -> Place {
    // Scanners know the files that git knows: what a link leads to, not the link.
    let Ok(spec) = fs::canonicalize(spec) else {
        return Place::default();
    };
    // In a worktree or a submodule it is a file.
    let root = spec.ancestors().find(|it| it.join(".git").exists());
    let Some(Ok(path)) = root.map(|root| spec.strip_prefix(root)) else {
        return Place::default();
    };
    let folders = path.components();
    let folders = folders.map(|folder| folder.as_os_str().to_string_lossy());
    Place::of(&folders.collect::<Vec<_>>().join("/"))
}
