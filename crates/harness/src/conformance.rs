//! `cargo harness conformance`: what a fuzzer that knows the sandbox's own document finds in the
//! sandbox, and whether the answers are what the pages document.
//!
//! Schemathesis calls a running sandbox in several runs, each with its credentials; its report holds
//! every answer. Each answer is then measured a second time by the documents in `spec/providers/`,
//! which the sandbox does not write. If its own document had been loosened, the first witness would
//! stay silent, and the second would not. The sandbox also records what it is asked and answers, and
//! `xtask traffic` reads that.

mod answer;
mod configuration;
mod judge;
mod pages;
mod report;
mod run;
mod traffic;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use cli::terminal::{self, count};
use cli::{Trouble, Verdict, install, work_folder};
use comfy_table::{CellAlignment, Table, presets};

use crate::say;
use crate::server::Server;
use judge::{Judged, judge};
use pages::Pages;
use run::{RUNS, Ran, Run, configure, run, stage};

/// A server that is broken is broken everywhere: the first places are those that help.
const MOST: usize = 40;

/// Calls the sandbox as its document says and as it does not, and measures every answer.
///
/// Schemathesis runs all its phases with a fixed seed: as two customers, and without credentials.
/// Its pinned version is installed into a folder of its own. Every body is then measured again, by
/// the documents in spec/providers/, and `xtask traffic` reads what the sandbox recorded. The exit code is
/// 1 if anything is found, if there were fewer cases than asked for, or if a documented operation never
/// got a good answer. Needs Python.
#[derive(Debug, clap::Args)]
pub struct Conformance {
    /// The least number of cases, over all operations.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    cases: usize,
    /// The port of 127.0.0.1 on which a sandbox runs already; it is built and started if left out, and records
    /// its exchanges.
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
    /// Returns an error if a file cannot be read or written, if Python is missing, or if the sandbox
    /// does not start.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let mut pages = Pages::load(spec)?;
        let root = cli::path::around(spec);
        let out = work_folder(self.out.as_deref(), spec, "conformance");
        stage(&root, &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        install::pip(&work)?;
        // It runs until the last answer is in.
        let record = work.join("record.ndjson");
        let options = [format!("--record={}", record.display())];
        let server = match self.port {
            Some(_) => None,
            None => Some(Server::sandbox(&root, &work, &options)?),
        };
        let port = server.as_ref().map(|server| server.port).or(self.port);
        let port = port.unwrap_or_default();
        configure(&work, port, &mut pages)?;
        let documented = pages.operations().into_values().filter(|it| *it).count();
        // An operation that is only listed takes nothing that could vary: the others make up for it.
        // The other phases make about as many cases as the fuzzing, which takes this number.
        let each = self.cases.div_ceil(2 * documented.max(1));
        let runs = all(port, each, &work)?;
        let judged = judge(&runs, &mut pages);
        let good = self.print(&runs, &judged);
        if server.is_none() {
            terminal::note(
                "the traffic was not checked: a sandbox that runs already has its own record",
            );
            return Ok(Verdict::of(good));
        }
        let heard = traffic::hear((&root, spec), &record, port, pages.ids())?;
        Ok(Verdict::of(said(&heard, self.cases) && good))
    }

    /// Prints what was found. Returns whether nothing was.
    fn print(&self, runs: &[(Run, Ran)], judged: &Judged) -> bool {
        terminal::line(table(judged).trim_fmt());
        let mut agrees = true;
        for (run, ran) in runs {
            if let Some(findings) = &ran.findings {
                terminal::line(findings.trim_end());
            }
            let phases = ran.report.phases.iter();
            let phases: Vec<String> = phases.map(|(name, how)| format!("{name}: {how}")).collect();
            let cases = count(ran.report.cases, "case");
            let summary = format!("{}: {cases}; {}", run.name, phases.join(", "));
            agrees &= say::passed(ran.findings.is_none(), summary);
        }
        let cases = runs.iter().map(|(_, ran)| ran.report.cases).sum();
        let mut problems: Vec<String> = judged.problems.iter().take(MOST).cloned().collect();
        if judged.problems.len() > MOST {
            problems.push(format!("and {} more", judged.problems.len() - MOST));
        }
        if cases < self.cases {
            let due = self.cases;
            let fewer = format!("expected {due} cases at least, but found {cases} instead");
            problems.push(fewer);
        }
        for problem in &problems {
            terminal::status(false, "problem", problem);
        }
        let summary = format!(
            "{} of {}: {} as the pages document, {} without a body, {} of the sandbox's own",
            count(cases, "case"),
            count(judged.statuses.len(), "operation"),
            judged.documented,
            judged.without_body,
            judged.own
        );
        say::passed(agrees && problems.is_empty(), summary)
    }
}

/// Prints what `xtask traffic` found in the record. Returns whether it holds as many exchanges as cases
/// were asked for, and all is meant.
fn said(heard: &traffic::Heard, cases: usize) -> bool {
    for (what, times) in &heard.meant {
        terminal::detail("no problem", format!("{times} {what}"));
    }
    for problem in heard.problems.iter().take(MOST) {
        terminal::status(false, "problem", problem);
    }
    let summary = format!(
        "traffic: {}, {}",
        count(heard.exchanges, "recorded exchange"),
        count(heard.problems.len(), "problem")
    );
    say::passed(
        heard.problems.is_empty() && heard.exchanges >= cases,
        summary,
    )
}

/// Makes every run, all at once: each of them keeps one core busy, the server none.
fn all(port: u16, cases: usize, work: &Path) -> Result<Vec<(Run, Ran)>, Trouble> {
    let results = thread::scope(|scope| {
        let threads = RUNS.map(|it| scope.spawn(move || run(&it, port, cases, work)));
        threads.map(|it| it.join().unwrap_or_else(|it| std::panic::resume_unwind(it)))
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

/// Returns one row an operation: its cases, and how they were answered.
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
