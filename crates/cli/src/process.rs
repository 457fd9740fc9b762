//! Runs other people's programs, and says what is missing where one cannot be run.

use std::io;
use std::path::Path;
use std::process::{Command, Output};

use crate::Trouble;

/// Asks programs not to report on their users and not to look for newer versions of themselves; each
/// knows its own.
const QUIET: [(&str, &str); 3] = [
    ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
    ("REDOCLY_TELEMETRY", "off"),
    ("SCARF_ANALYTICS", "false"),
];

/// Why a program did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A toolchain is not installed.
    Missing(String),
    /// A command failed, or something else came out than should.
    Step(String),
}

impl Failure {
    /// Why, in words.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Missing(why) | Self::Step(why) => why,
        }
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        let (Failure::Missing(why) | Failure::Step(why)) = failure;
        Self::new(why)
    }
}

/// Whether a toolchain is there, which the command `probe` tells; `install` says what to install
/// if it is not.
///
/// # Errors
///
/// Returns an error that says what to install.
pub fn need(probe: &[impl AsRef<str>], install: &str, folder: &Path) -> Result<(), Failure> {
    let Err(failure) = run(probe, folder) else {
        return Ok(());
    };
    let why = match failure {
        Failure::Missing(why) => why,
        // The program is there, and what it is asked for is not.
        Failure::Step(_) => {
            let probe: Vec<&str> = probe.iter().map(AsRef::as_ref).collect();
            format!("`{}` fails", probe.join(" "))
        }
    };
    Err(Failure::Missing(format!("{why}: install {install}")))
}

/// Runs a command in a folder; what it prints, or why it failed.
///
/// # Errors
///
/// Returns an error if the program is missing, cannot be started, or fails; then with its status
/// and the last lines of its output.
pub fn run(argv: &[impl AsRef<str>], folder: &Path) -> Result<String, Failure> {
    if argv.is_empty() {
        return Ok(String::new());
    }
    let output = output(argv, folder)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::Step(ended(argv, &output)))
}

/// Runs a command in a folder; what came out, whatever its status is.
///
/// A program with a `/` in its name is one of that folder, such as that of a virtual environment.
///
/// # Errors
///
/// Returns an error if the program is missing or cannot be started.
pub fn output(argv: &[impl AsRef<str>], folder: &Path) -> Result<Output, Failure> {
    let mut argv = argv.iter().map(AsRef::as_ref);
    let name = argv.next().unwrap_or_default();
    let local = folder.join(name);
    let program = if name.contains('/') {
        local.as_os_str()
    } else {
        name.as_ref()
    };
    let mut command = Command::new(program);
    command.args(argv).current_dir(folder).envs(QUIET);
    command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Missing(format!("`{name}` is not there")),
        _ => Failure::Step(format!("`{name}`: {error}")),
    })
}

/// How a command ended, with the last lines of what it printed.
#[must_use]
pub fn ended(argv: &[impl AsRef<str>], output: &Output) -> String {
    /// How many of the last lines help to see what went wrong.
    const TAIL: usize = 20;
    let argv: Vec<&str> = argv.iter().map(AsRef::as_ref).collect();
    let all = [output.stdout.as_slice(), &output.stderr].concat();
    let all = String::from_utf8_lossy(&all);
    let lines: Vec<&str> = all.lines().collect();
    let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
    let how = if output.status.success() {
        "printed".to_owned()
    } else {
        format!("failed ({})", output.status)
    };
    format!("`{}` {how}:\n{tail}", argv.join(" "))
}
