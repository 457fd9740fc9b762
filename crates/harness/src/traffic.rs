//! `cargo harness traffic`: `xtask traffic` beside `redocly drift`, on the same recording.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use cli::{Trouble, Verdict, install, terminal, work_folder};
use serde_json::Value;

use crate::say;
use crate::server::{build, log_file, now};

/// Where the pinned tool is, below the root of the repository.
const PINNED: &str = "crates/harness/lint";

/// What is built.
const BINARIES: [&str; 4] = ["-rpxtask", "-pbench", "--bin=xtask", "--bin=recording"];

/// The page whose API is recorded.
const PAGE: &str = "citi-hong-kong";

/// How often each tool reads it.
const RUNS: usize = 5;

/// Compares the speed and the memory of `xtask traffic` with those of `redocly drift`.
///
/// Both read the same recording of right exchanges, in turn; the median of the runs is shown. The exit
/// code is 1 if `xtask traffic` finds anything in it, and depends on no time. Builds with optimizations.
/// Needs Node.js.
#[derive(Debug, clap::Args)]
pub struct Traffic {
    /// How many exchanges are recorded.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    exchanges: usize,
}

/// How long a program ran, and the most memory that it had, in KiB, where the system says so.
type Took = (Duration, Option<u64>);

impl Traffic {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a tool is missing or fails, or if the recording cannot be written.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let spec = fs::canonicalize(spec).unwrap_or_else(|_| spec.to_owned());
        let root = cli::path::around(&spec);
        let work = work_folder(None, &spec, "traffic");
        install::stage(&root.join(PINNED), &install::NPM, &work)?;
        install::npm(&work)?;
        let binaries = build(&root, &BINARIES)?;
        let binary = |name| binaries.iter().find(|it| it.ends_with(name));
        let (Some(xtask), Some(recorder)) = (binary("xtask"), binary("recording")) else {
            return Err(Trouble::new("expected two binaries, but built others"));
        };

        let [har, ours, theirs] = ["rec.har", "ours.json", "drift.json"].map(|it| work.join(it));
        run(recorder, &[&self.exchanges.to_string(), PAGE], &har)?;
        let recorded = har.to_string_lossy();
        let folder = spec.to_string_lossy();
        let our_arguments = ["traffic", "--spec", &folder, "--format=json", &recorded];
        let redocly = work.join("node_modules/.bin/redocly");
        let document = format!("--api={folder}/providers/{PAGE}.json");
        let their_arguments = ["drift", &recorded, &document, "--format=json"];
        let (mut our, mut their) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            our.push(run(xtask, &our_arguments, &ours)?);
            their.push(run(&redocly, &their_arguments, &theirs)?);
        }

        let number = self.exchanges;
        terminal::line(format!("{number} exchanges of {PAGE}, {RUNS} runs each"));
        let our = show("xtask traffic", our);
        let factor = show("redocly drift", their) / our;
        terminal::line(format!("xtask traffic is {factor:.1} times as fast"));
        let printed = fs::read(&ours).unwrap_or_default();
        let printed: Value = serde_json::from_slice(&printed).unwrap_or_default();
        let found = printed["findings"].as_array().map_or(0, Vec::len);
        let good = found == 0 && printed["exchanges"] == number;
        let found = terminal::count(found, "finding");
        let said = format!("{found} of xtask traffic, where everything is right");
        Ok(Verdict::of(say::passed(good, said)))
    }
}

/// Runs a program, with what it prints in a file, and measures it. The exit code 1 says that it found
/// something.
fn run(program: &Path, arguments: &[&str], to: &Path) -> Result<Took, Trouble> {
    let failed = |error: io::Error| Trouble::at(program, error);
    let mut command = Command::new(program);
    command.args(arguments).env("REDOCLY_TELEMETRY", "off");
    command.current_dir(to.parent().unwrap_or(to));
    command.stdin(Stdio::null()).stderr(Stdio::null());
    command.stdout(log_file(to).map_err(failed)?);
    let started = now();
    let mut child = command.spawn().map_err(failed)?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        if let Some(ended) = child.try_wait().map_err(failed)? {
            return match ended.code() {
                Some(0 | 1) => Ok((started.elapsed(), peak)),
                _ => Err(failed(io::Error::other(ended.to_string()))),
            };
        }
        // The highest value so far is gone with the process.
        let said = fs::read_to_string(&status).unwrap_or_default();
        let said = said.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let kib = said.and_then(|it| it.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(kib);
        thread::sleep(Duration::from_millis(2));
    }
}

/// Shows the run whose time is in the middle, and the most memory of all. Returns its time in seconds.
fn show(tool: &str, mut runs: Vec<Took>) -> f64 {
    runs.sort_unstable();
    let peak = runs.iter().filter_map(|(_, peak)| *peak).max();
    let peak = peak.map_or("unknown".to_owned(), |kib| format!("{} MiB", kib / 1024));
    let seconds = runs[runs.len() / 2].0.as_secs_f64();
    terminal::detail(tool, format!("{seconds:.2} s, memory: {peak}"));
    seconds
}
