//! A folder to run the command in.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A reference that a person wrote, in Markdown.
pub(crate) const PAGE: &str = include_str!("harbour/boats.md");
/// The same API, described by somebody else.
pub(crate) const DESCRIPTION: &str = include_str!("harbour/openapi.yaml");
/// What names both.
pub(crate) const CONFIG: &str = "description = \"openapi.yaml\"\n\n[[page]]\nfile = \"boats.md\"\n";

/// A folder of its own, removed when the test ends.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("a folder for the test"))
    }

    /// One with the page, the description and `witness.toml`.
    pub(crate) fn harbour() -> Self {
        let folder = Self::new();
        folder.write("boats.md", PAGE);
        folder.write("openapi.yaml", DESCRIPTION);
        folder.write("witness.toml", CONFIG);
        folder
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    #[expect(clippy::disallowed_methods, reason = "a test writes what it tests")]
    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(file), text).expect("the file can be written");
    }

    /// Replaces a text that must be there: an edit that changes nothing tests nothing.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).expect("the file is there");
        assert!(
            text.contains(from),
            "invalid test case: {file} does not hold `{from}`"
        );
        self.write(file, text.replacen(from, to, 1));
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command =
            Command::cargo_bin("witness").expect("the command is built with its tests");
        command
            .current_dir(self.0.path())
            .env("NO_COLOR", "1")
            .args(arguments);
        command
    }

    /// What is printed on both streams, and the exit code.
    pub(crate) fn session(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("the command runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        format!(
            "$ witness {}\n{}{}[exit {}]\n",
            arguments.join(" "),
            text(&output.stdout),
            text(&output.stderr),
            output.status.code().unwrap_or(-1)
        )
    }

    /// What is printed as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let output = self.command(arguments).output().expect("the command runs");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}
