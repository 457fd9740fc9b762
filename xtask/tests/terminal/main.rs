//! The command line as people see it: what it prints, how it exits and what it leaves on disk,
//! situation by situation.

mod bad_input;
mod drift;
mod edges;
mod encodings;
mod explain;
mod fresh;
#[cfg(unix)]
mod killed;
mod lower;
#[cfg(target_os = "linux")]
mod output;
mod ownership;
#[cfg(unix)]
mod portal;
mod readme;
mod releases;
#[cfg(unix)]
mod repository;
mod situations;
#[cfg(unix)]
mod stand_ins;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use claims::PageClaims;
use tempfile::TempDir;

/// A copy of the repository's `spec/`, to be broken.
struct Sandbox(TempDir);

impl Sandbox {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        copy(
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec")),
            &folder.path().join("spec"),
        );
        Self(folder)
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn text(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).expect("the file is there")
    }

    #[expect(clippy::disallowed_methods, reason = "a test breaks files on purpose")]
    fn write(&self, below: &str, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, contents).expect("the file can be written");
        self
    }

    /// Writes a file below `spec/` as an earlier export did, which listed it.
    fn exported(&self, path: &str, text: &str) -> &Self {
        let sum = claims::digest::sha256(text.as_bytes());
        let sums = self.text("spec/SHA256SUMS");
        self.write(&format!("spec/{path}"), text);
        self.write("spec/SHA256SUMS", format!("{sums}{sum}  {path}\n"))
    }

    /// Replaces a text that must be in the file: a sample that breaks nothing is no sample.
    fn replace(&self, below: &str, from: &str, to: &str) -> &Self {
        let text = self.text(below);
        assert!(
            text.contains(from),
            "invalid test case: {below} does not hold {from}"
        );
        self.write(below, text.replacen(from, to, 1))
    }

    fn remove(&self, below: &str) -> &Self {
        fs::remove_file(self.path(below)).expect("the file was there");
        self
    }

    /// Changes the claims of a page as if the page itself had changed and been read again.
    fn reread(&self, page: &str, change: impl FnOnce(&mut PageClaims)) -> &Self {
        let path = format!("spec/claims/{page}.csv");
        let file = claims::csv::parse(page, &self.text(&path)).expect("the claims can be read");
        let mut changed = file.page.clone();
        change(&mut changed);
        assert_ne!(changed, file.page, "invalid test case: nothing was changed");
        changed.sort();
        self.write(&path, claims::csv::render(&changed))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("xtask").expect("the binary is built with its tests");
        command.current_dir(self.0.path()).env("NO_COLOR", "1");
        command.args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let output = self.command(arguments).output();
        output.expect("the binary runs")
    }

    /// The exit code and everything that was printed.
    fn session(&self, arguments: &[&str]) -> String {
        self.said(arguments, self.run(arguments))
    }

    fn said(&self, arguments: &[&str], output: Output) -> String {
        let code = output.status.code().expect("an exit code");
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).expect("text");
        let printed = printed.replace(&self.0.path().display().to_string(), "[folder]");
        format!(
            "$ cargo xtask {}\n{printed}[exit {code}]\n",
            arguments.join(" ")
        )
    }

    /// Every file, to see that nothing was touched.
    fn files(&self) -> std::collections::BTreeMap<String, Vec<u8>> {
        cli::disk::files(self.0.path()).expect("the files can be read")
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the entry can be read");
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("the file can be copied");
        }
    }
}

/// Compares a session with the snapshot of its situation.
#[track_caller]
fn golden(situation: &str, session: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots/terminal");
    settings.bind(|| insta::assert_snapshot!(situation, session));
}
