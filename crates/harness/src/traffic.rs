//! `cargo harness traffic`: `xtask traffic` beside `redocly drift`, on the same recording.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cli::process::Failure;
use cli::{Trouble, Verdict, install, terminal, work_folder};
use serde_json::Value;

use crate::say;
use crate::server::build;

/// Where the pinned tool is, below the root of the repository.
const PINNED: &str = "crates/harness/lint";

/// What `xtask traffic` prints.
const OURS: &str = "ours.json";

/// The pause between two looks at a process.
const STEP: Duration = Duration::from_millis(2);

/// Compares the speed and the memory of `xtask traffic` with those of `redocly drift`.
///
/// Both read the same recording of right exchanges with the API of one page, in turn, several times; the
/// median is shown. The exit code is 1 if `xtask traffic` finds anything in it, and never depends on a
/// time. Builds with optimizations. Needs Node.js.
#[derive(Debug, clap::Args)]
pub struct Traffic {
    /// How many exchanges are recorded.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    exchanges: usize,
    /// How often each tool reads them.
    #[arg(long, value_name = "N", default_value_t = 5)]
    runs: usize,
    /// The page whose API is recorded.
    #[arg(long, value_name = "PAGE", default_value = "citi-hong-kong")]
    page: String,
    /// Where the tool is installed and the recording is written; `target/traffic` beside `spec/` if left
    /// out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// What a run of a program took.
struct Took {
    time: Duration,
    /// The most memory at once, in KiB, where the system says so.
    peak: Option<u64>,
}

impl Traffic {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a tool is missing or fails, or if the recording cannot be written.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let absolute = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let (root, spec) = (absolute(&cli::path::around(spec)), absolute(spec));
        let work = work_folder(self.out.as_deref(), &spec, "traffic");
        install::stage(&root.join(PINNED), &install::NPM, &work)?;
        install::npm(&work)?;
        let work = absolute(&work);
        let release = "--release";
        let xtask = build(&root, &[release, "--package=xtask", "--bin=xtask"])?;
        let recorder = build(&root, &[release, "--package=bench", "--bin=recording"])?;

        let text = |path: &Path| path.display().to_string();
        let number = self.exchanges.to_string();
        let har = text(&work.join("recording.har"));
        let argv = [&text(&recorder[0]), &number, &self.page];
        run(&argv.map(String::as_str), &work, "recording.har")?;
        let (xtask, spec_folder) = (text(&xtask[0]), text(&spec));
        let ours = [
            &*xtask,
            "traffic",
            "--spec",
            &spec_folder,
            "--format",
            "json",
            &har,
        ];
        let redocly = text(&work.join("node_modules/.bin/redocly"));
        let document = text(&spec.join(format!("providers/{}.json", self.page)));
        let theirs = [
            &*redocly, "drift", &har, "--api", &document, "--format", "json",
        ];
        let (mut our, mut their) = (Vec::new(), Vec::new());
        for _ in 0..self.runs.max(1) {
            our.push(run(&ours, &work, OURS)?);
            their.push(run(&theirs, &work, "drift.json")?);
        }
        let bytes = fs::metadata(&har).map_or(0, |it| it.len());
        terminal::line(format!(
            "{} exchanges of {}, {bytes} bytes; the median of {} runs each",
            self.exchanges,
            self.page,
            our.len()
        ));
        let (our, their) = (median(our), median(their));
        show("xtask traffic", &our);
        show("redocly drift", &their);
        let factor = their.time.as_secs_f64() / our.time.as_secs_f64();
        terminal::line(format!("xtask traffic is {factor:.1} times as fast"));
        let (exchanges, findings) = found(&work.join(OURS))?;
        let summary = format!(
            "{} in {}, all of them right",
            terminal::count(findings, "finding"),
            terminal::count(exchanges, "exchange")
        );
        let good = findings == 0 && exchanges == self.exchanges;
        Ok(Verdict::of(say::passed(good, summary)))
    }
}

/// Runs a program, with what it prints in a file of the folder, and measures it. An exit code of 1 says
/// that it found something.
fn run(argv: &[&str], work: &Path, to: &str) -> Result<Took, Failure> {
    let name = argv.join(" ");
    let failed = |why: &dyn std::fmt::Display| Failure::Step(format!("`{name}`: {why}"));
    let said = work.join("said.log");
    let mut command = Command::new(argv[0]);
    command
        .args(&argv[1..])
        .current_dir(work)
        .stdin(Stdio::null());
    command.env("REDOCLY_TELEMETRY", "off");
    command.env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    command.stdout(file(&work.join(to)).map_err(|error| failed(&error))?);
    command.stderr(file(&said).map_err(|error| failed(&error))?);
    let started = now();
    let mut child = command.spawn().map_err(|error| failed(&error))?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        let ended = child.try_wait().map_err(|error| failed(&error))?;
        if let Some(ended) = ended {
            let time = started.elapsed();
            return match ended.code() {
                Some(0 | 1) => Ok(Took { time, peak }),
                _ => {
                    let said = fs::read_to_string(&said).unwrap_or_default();
                    Err(failed(&format!("{ended}:\n{said}")))
                }
            };
        }
        // It is the highest value so far, and gone with the process.
        peak = peak.max(
            fs::read_to_string(&status)
                .ok()
                .as_deref()
                .and_then(highest),
        );
        thread::sleep(STEP);
    }
}

/// The most memory so far, in KiB, as the system says it of a process.
fn highest(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "this command measures time")]
fn now() -> Instant {
    Instant::now()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a program writes it while it runs"
)]
fn file(path: &Path) -> std::io::Result<File> {
    File::create(path)
}

/// The run whose time is in the middle.
fn median(mut runs: Vec<Took>) -> Took {
    runs.sort_by_key(|it| it.time);
    runs.swap_remove(runs.len() / 2)
}

fn show(tool: &str, took: &Took) {
    let peak = took.peak.map_or("memory unknown".to_owned(), |kib| {
        format!("{} MiB at most", kib / 1024)
    });
    terminal::detail(tool, format!("{:.2} s, {peak}", took.time.as_secs_f64()));
}

/// How many exchanges and how many findings `xtask traffic` printed.
fn found(path: &Path) -> Result<(usize, usize), Trouble> {
    let text = fs::read_to_string(path).map_err(|error| Trouble::at(path, error))?;
    let printed: Value = serde_json::from_str(&text).map_err(|error| Trouble::at(path, error))?;
    let exchanges = printed["exchanges"].as_u64().unwrap_or_default();
    let findings = printed["findings"].as_array().map_or(0, Vec::len);
    Ok((usize::try_from(exchanges).unwrap_or(usize::MAX), findings))
}
