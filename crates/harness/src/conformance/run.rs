//! Runs Schemathesis on a server.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use super::configuration::{allowed, filled, unanswered};
use super::pages::Pages;
use super::report::{Report, report};
use crate::server;
use cli::install::{PIP, stage as copy};
use cli::process::{self, Failure};
use cli::{Trouble, disk, terminal};

/// Where the pinned tool and its configurations are, below the root of the repository.
const FOLDER: &str = "crates/harness/conformance";

/// The configuration of a run with credentials, with places for a customer's values.
const CUSTOMER: &str = "customer.toml";

/// The configuration of a run without credentials.
const NOBODY: &str = "nobody.toml";

/// Every file that is staged.
const FILES: [&str; 3] = [PIP, CUSTOMER, NOBODY];

/// The sandbox's own document.
const DOCUMENT: &str = "/openapi.json";

/// The phases that Schemathesis has.
pub(super) const PHASES: &str = "examples,coverage,fuzzing,stateful";

/// The checks of every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// A run of the tool, with or without credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its name, which is also the name of its files.
    pub(super) name: &'static str,
    /// The configuration.
    config: &'static str,
    /// The seed of the random cases; the same seed gives the same cases.
    seed: &'static str,
    /// This run makes one of so many cases of each operation.
    share: usize,
}

/// Every run. There are two customers, for two cores: the first is the one in the pages' examples, the
/// second is invented. Without credentials every case gets the same answer, so a tenth is enough.
pub(super) const RUNS: [Run; 3] = [
    Run {
        name: "customer-1",
        config: CUSTOMER,
        seed: "1",
        share: 2,
    },
    Run {
        name: "customer-2",
        config: CUSTOMER,
        seed: "2",
        share: 2,
    },
    Run {
        name: "nobody",
        config: NOBODY,
        seed: "3",
        share: 10,
    },
];

impl Run {
    /// Whether the run has credentials, so that operations can be answered well.
    #[must_use]
    pub(super) fn has_credentials(&self) -> bool {
        self.config == CUSTOMER
    }

    /// The name of this run's configuration in the work folder.
    fn staged(&self) -> String {
        format!("{}.toml", self.name)
    }
}

/// The result of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ran {
    /// Its findings, and every answer.
    pub(super) report: Report,
    /// The findings in the tool's own words, if it has any.
    pub findings: Option<String>,
}

/// Copies the pinned tool's lock file and the configurations into a folder.
///
/// # Errors
///
/// Returns an error for every file that cannot be read or written.
pub(super) fn stage(root: &Path, work: &Path) -> Result<(), Trouble> {
    copy(&root.join(FOLDER), &FILES, work)
}

/// Writes the configuration of each customer's run, with the values that the sandbox on a port shows
/// of them. Operations that the sandbox does not answer need no good answer.
///
/// # Errors
///
/// Returns an error if the sandbox does not answer, or if a configuration cannot be read, filled or
/// written.
pub(super) fn configure(work: &Path, port: u16, pages: &mut Pages) -> Result<(), Trouble> {
    let failed = |path: &str, error| Trouble::new(format!("GET {path}: {error}"));
    let document = server::json(port, DOCUMENT).map_err(|error| failed(DOCUMENT, error))?;
    let unanswered = unanswered(&document);
    for (method, path) in &unanswered {
        terminal::note(format!("{method} {path} is not answered by the sandbox"));
        pages.leave_out(format!("{method} {path}"));
    }
    for run in RUNS {
        let Some(number) = run.name.strip_prefix("customer-") else {
            continue;
        };
        let template = fs::read_to_string(work.join(run.config));
        let template =
            template.map_err(|error| Trouble::new(format!("{}: {error}", run.config)))?;
        let mut records = BTreeMap::new();
        for page in pages.ids() {
            let path = format!("/customers/{page}/{number}");
            let record = match server::json(port, &path) {
                Ok(record) => Some(record),
                Err(ureq::Error::StatusCode(404)) => None,
                Err(error) => return Err(failed(&path, error)),
            };
            records.insert(page.to_owned(), record);
        }
        let text = filled(&template, run.name, &records)
            .map_err(|why| Trouble::new(format!("{FOLDER}/{}: {why}", run.config)))?;
        let text = text + &allowed(&unanswered);
        disk::write(work, [(run.staged().as_str(), text.as_str())])?;
    }
    Ok(())
}

/// Runs the tool on the document of the server on a port, with `cases` cases for each operation that
/// can have so many.
///
/// # Errors
///
/// Returns an error if the tool cannot run, does not come to its end, or writes an unreadable report.
pub(super) fn run(run: &Run, port: u16, cases: usize, work: &Path) -> Result<Ran, Failure> {
    let staged = run.staged();
    let document = format!("http://127.0.0.1:{port}{DOCUMENT}");
    let cases = cases.div_ceil(run.share).to_string();
    let (summary, events) = (format!("{}.json", run.name), format!("{}.ndjson", run.name));
    let argv = [
        "venv/bin/schemathesis",
        "--config-file",
        &staged,
        "run",
        &document,
        "--phases",
        PHASES,
        "--checks",
        CHECKS,
        "--max-examples",
        &cases,
        "--seed",
        run.seed,
        // The findings of an earlier run would change the cases of this one.
        "--generation-database",
        "none",
        "--continue-on-failure",
        "--request-timeout",
        "10",
        "--no-color",
        "--report",
        "json,ndjson",
        "--report-json-path",
        &summary,
        "--report-ndjson-path",
        &events,
    ];
    for stale in [&summary, &events] {
        // Before the first run there is none.
        let _gone = fs::remove_file(work.join(stale));
    }
    let output = process::output(&argv, work)?;
    read(&output, &argv, [&summary, &events], work)
}

fn read(
    output: &Output,
    argv: &[&str],
    [summary, events]: [&str; 2],
    work: &Path,
) -> Result<Ran, Failure> {
    let failed = |why: &dyn std::fmt::Display| {
        Failure::Step(format!("{why}; {}", process::ended(argv, output)))
    };
    let text = |name: &str| {
        let text = fs::read_to_string(work.join(name));
        text.map_err(|error| failed(&format!("{name}: {error}")))
    };
    let report = report(&text(summary)?, &text(events)?).map_err(|error| failed(&error))?;
    let findings = match (output.status.success(), report.failures) {
        (true, 0) => None,
        (false, 1..) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        (_, failures) => {
            return Err(failed(&format!(
                "expected its exit code to say what its report does, but found {failures} failures"
            )));
        }
    };
    Ok(Ran { report, findings })
}
