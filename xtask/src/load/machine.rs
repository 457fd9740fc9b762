//! What is measured on, and with what.

use std::fs;
use std::path::Path;
use std::thread;

use super::Programs;
use cli::process::{self, Failure};

/// The machine and the versions of the programs: numbers without them say nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Name of the processor.
    pub processor: String,
    /// How many cores there are.
    pub cores: usize,
    /// Each program with its version.
    pub versions: Vec<String>,
}

/// Whether what measures is there.
///
/// # Errors
///
/// What to install, or that there is one core only.
pub fn need(work: &Path) -> Result<(), Failure> {
    process::need(&["taskset", "--version"], "util-linux", work)?;
    // It prints its version and fails.
    process::output(&["wrk", "--version"], work).map_err(|failure| {
        Failure::Missing(format!(
            "{}: install it, as by `apt-get install wrk`",
            failure.why()
        ))
    })?;
    match cores() {
        0 | 1 => Err(Failure::Missing(
            "expected two cores, one for the server and one for wrk, but found one".to_owned(),
        )),
        _ => Ok(()),
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, Into::into)
}

impl Machine {
    /// This machine, with these programs.
    #[must_use]
    pub fn here(programs: &Programs, work: &Path) -> Self {
        let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = about.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            (name.trim() == "model name").then(|| value.trim().to_owned())
        });
        let first = |program: &str| {
            let output = process::output(&[program, "--version"], work).ok()?;
            let all = [output.stdout, output.stderr].concat();
            let all = String::from_utf8_lossy(&all).into_owned();
            all.lines().next().map(|line| line.trim().to_owned())
        };
        let sandbox = first(&programs.sandbox.to_string_lossy());
        let prism = first(&programs.prism.to_string_lossy()).map(|it| format!("Prism {it}"));
        let node = first("node").map(|it| format!("Node.js {it}"));
        // Behind its version wrk says who wrote it.
        let wrk = first("wrk").map(|it| it.split(" [").next().unwrap_or_default().to_owned());
        Self {
            processor: model.unwrap_or_else(|| "unknown processor".to_owned()),
            cores: cores(),
            versions: [sandbox, prism, node, wrk].into_iter().flatten().collect(),
        }
    }

    /// The machine in one line.
    #[must_use]
    pub fn line(&self) -> String {
        format!(
            "{}, {} cores; {}",
            self.processor,
            self.cores,
            self.versions.join(", ")
        )
    }
}
