//! A copy of the repository that can be changed.

use std::fs;
use std::path::{Path, PathBuf};

use cli::process::{self, Failure};
use cli::{Trouble, disk};

/// A copy of the repository, under git, with captured pages in `pages/` and, as they were, in
/// `captured/`.
pub(super) struct Copy {
    folder: PathBuf,
}

/// The end of a command.
pub(super) struct Ended {
    pub(super) code: Option<i32>,
    /// What it printed, on both streams.
    pub(super) text: String,
}

impl Copy {
    /// Copies the files that git knows, as they stand now. Removes what an earlier walk left first,
    /// and keeps what it built.
    pub(super) fn make(root: &Path, pages: &Path, work: &Path) -> Result<Self, Trouble> {
        let folder = work.join("copy");
        let listed = process::run(&["git", "ls-files", "-z"], root)?;
        let names = listed.split('\0').filter(|name| !name.is_empty());
        let mut files: Vec<(String, PathBuf)> = names
            .map(|name| (name.to_owned(), root.join(name)))
            .filter(|(_, from)| from.is_file())
            .collect();
        for (name, _) in disk::files(pages)? {
            for to in ["pages", "captured"] {
                files.push((format!("{to}/{name}"), pages.join(&name)));
            }
        }
        if folder.exists() {
            let failed = |error| Trouble::new(format!("{}: {error}", folder.display()));
            fs::remove_dir_all(&folder).map_err(failed)?;
        }
        let copy = Self { folder };
        for (name, from) in &files {
            copy.bring(from, name)?;
        }
        copy.run("git init --quiet")?;
        copy.keep()?;
        Ok(copy)
    }

    /// Copies a file to a place in the copy.
    fn bring(&self, from: &Path, to: &str) -> Result<(), Trouble> {
        let place = self.folder.join(to);
        disk::folder(place.parent().unwrap_or(&self.folder))?;
        let failed = |error| Trouble::new(format!("{}: {error}", from.display()));
        fs::copy(from, place).map(drop).map_err(failed)
    }

    /// Copies a file of the copy to another place in it.
    pub(super) fn copy(&self, from: &str, to: &str) -> Result<(), Trouble> {
        self.bring(&self.folder.join(from), to)
    }

    /// A file of the copy.
    pub(super) fn text(&self, name: &str) -> Result<String, Trouble> {
        let failed = |error| Trouble::new(format!("{name}: {error}"));
        fs::read_to_string(self.folder.join(name)).map_err(failed)
    }

    /// Writes a file of the copy.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<(), Trouble> {
        disk::write(&self.folder, [(name, text)])
    }

    /// Runs a line of the shell. What cargo builds stays for the next walk.
    pub(super) fn run(&self, line: &str) -> Result<Ended, Failure> {
        let line = format!("CARGO_TARGET_DIR=../target; export CARGO_TARGET_DIR; {line}");
        let output = process::output(&["sh", "-c", &line], &self.folder)?;
        let text = [output.stdout.as_slice(), &output.stderr].concat();
        Ok(Ended {
            code: output.status.code(),
            text: String::from_utf8_lossy(&text).into_owned(),
        })
    }

    /// Takes the files as they are for those from which the next walk starts.
    pub(super) fn keep(&self) -> Result<(), Trouble> {
        let commit = "git add --all && git -c user.name=walk -c user.email=walk@localhost \
                      commit --quiet --allow-empty --message walk";
        let ended = self.run(commit)?;
        match ended.code {
            Some(0) => Ok(()),
            _ => Err(Trouble::new(format!("git: {}", ended.text))),
        }
    }

    /// The files that are not as they were kept.
    pub(super) fn changed(&self) -> Result<Vec<String>, Trouble> {
        let ended = self.run("git add --all && git diff --cached --name-only")?;
        Ok(ended.text.lines().map(str::to_owned).collect())
    }
}
