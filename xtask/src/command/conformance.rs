//! `cargo xtask conformance`: the sandbox, as a fuzzer sees it that knows its document.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use comfy_table::{CellAlignment, Table, presets};

use crate::conformance::{Judged, Pages, RUNS, Ran, Run, configure, judge, run, stage};
use crate::server::Server;
use cli::install;
use cli::terminal::count;
use cli::work_folder as out;
use cli::{Trouble, Verdict, terminal};

/// A server that is broken is broken everywhere: the first places are those that help.
const MOST: usize = 40;

/// Calls the sandbox as its document says and as it does not, and measures every answer.
///
/// Schemathesis, whose pinned version is installed into a folder of its own, runs all its phases with
/// a fixed seed: as two customers, and without credentials. Every body is then measured again, by
/// the documents in spec/providers/. The exit code is 1 if anything is found, if there were fewer
/// cases than asked for, or if a documented operation was never answered well. Needs Python.
#[derive(Debug, clap::Args)]
pub struct Conformance {
    /// How many cases there have to be, over all operations.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    cases: usize,
    /// The port of 127.0.0.1 on which a sandbox runs already; it is built and started if left out.
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Where the tool is installed and writes its reports; `target/conformance` beside `spec/` if left
    /// out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Conformance {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// What cannot be read or written, a toolchain that is missing, a server that does not start.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let mut pages = Pages::load(spec)?;
        let root = spec.join("..");
        let out = out(self.out.as_deref(), spec, "conformance");
        stage(&root, &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        install::pip(&work)?;
        // It runs until the last answer is in.
        let server = match self.port {
            Some(_) => None,
            None => Some(Server::sandbox(&root, &work, None)?),
        };
        let port = server.as_ref().map(|server| server.port).or(self.port);
        let port = port.unwrap_or_default();
        configure(&work, port)?;
        let documented = pages.operations().into_values().filter(|it| *it).count();
        // What is only listed takes nothing that could vary: the others have to make up for it. The
        // other phases make about as many cases as the fuzzing does, which takes this number.
        let each = self.cases.div_ceil(2 * documented.max(1));
        let runs = all(port, each, &work)?;
        let judged = judge(&runs, &mut pages);
        Ok(Verdict::of(self.say(&runs, &judged)))
    }

    /// Says what was found; whether nothing was.
    fn say(&self, runs: &[(Run, Ran)], judged: &Judged) -> bool {
        terminal::line(table(judged).trim_fmt());
        let mut agrees = true;
        for (run, ran) in runs {
            if let Some(findings) = &ran.findings {
                terminal::line(findings.trim_end());
            }
            let phases = ran.report.phases.iter();
            let phases: Vec<String> = phases.map(|(name, how)| format!("{name}: {how}")).collect();
            let good = ran.findings.is_none();
            agrees &= good;
            let word = if good { "Passed" } else { "Failed" };
            let cases = count(ran.report.cases, "case");
            terminal::status(
                good,
                word,
                format!("{}: {cases}; {}", run.name, phases.join(", ")),
            );
        }
        agrees &= judged.problems.is_empty();
        for problem in judged.problems.iter().take(MOST) {
            terminal::status(false, "problem", problem);
        }
        if judged.problems.len() > MOST {
            let more = judged.problems.len() - MOST;
            terminal::status(false, "problem", format!("and {more} more"));
        }
        let cases = runs.iter().map(|(_, ran)| ran.report.cases).sum();
        if cases < self.cases {
            agrees = false;
            let due = self.cases;
            let fewer = format!("expected {due} cases at least, but found {cases} instead");
            terminal::status(false, "problem", fewer);
        }
        let summary = format!(
            "{} of {}: {} as the pages document, {} without a body, {} of the sandbox's own",
            count(cases, "case"),
            count(judged.statuses.len(), "operation"),
            judged.documented,
            judged.without_body,
            judged.own
        );
        terminal::status(agrees, if agrees { "Passed" } else { "Failed" }, summary);
        agrees
    }
}

/// Every run, all at once: each of them has one core busy, and the server none of them.
fn all(port: u16, cases: usize, work: &Path) -> Result<Vec<(Run, Ran)>, Trouble> {
    let results = thread::scope(|scope| {
        let threads = RUNS.map(|it| scope.spawn(move || run(&it, port, cases, work)));
        threads.map(|thread| {
            let joined = thread.join();
            joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    });
    let mut trouble = Trouble::default();
    let mut runs = Vec::new();
    for (run, result) in RUNS.into_iter().zip(results) {
        match result {
            Ok(ran) => runs.push((run, ran)),
            Err(failure) => trouble.0.push(format!("{}: {}", run.name, failure.why())),
        }
    }
    trouble.or(runs)
}

/// One row an operation: its cases, and how they were answered.
fn table(judged: &Judged) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["operation", "cases", "answers"]);
    let say = |statuses: &BTreeMap<u16, usize>| {
        let each = statuses.iter().map(|(status, n)| format!("{status}: {n}"));
        each.collect::<Vec<_>>().join(", ")
    };
    for (operation, statuses) in &judged.statuses {
        let cases: usize = statuses.values().sum();
        table.add_row([operation.clone(), cases.to_string(), say(statuses)]);
    }
    if let Some(column) = table.column_mut(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
