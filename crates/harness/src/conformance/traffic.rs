//! What `xtask traffic` says of the record of the sandbox: a third witness of the answers, and one of the
//! requests that the sandbox took.

use std::collections::BTreeMap;
use std::path::Path;

use cli::process::{self, Failure};
use serde::Deserialize;

/// What is found once or often.
#[derive(Debug, Deserialize)]
struct Finding {
    kind: String,
    operation: String,
    place: String,
    name: String,
    problem: String,
    times: usize,
}

/// What `--format json` prints, as far as it is read here.
#[derive(Debug, Deserialize)]
struct Printed {
    exchanges: usize,
    matched: usize,
    folded: Vec<Finding>,
}

/// What was heard of the record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// How many exchanges there are, and how many belong to a documented operation.
    pub(super) exchanges: [usize; 2],
    /// How often what the fuzzer and the sandbox do on purpose was found, by what it is.
    pub(super) meant: BTreeMap<&'static str, usize>,
    /// Everything else that was found.
    pub(super) problems: Vec<String>,
}

/// Runs `xtask traffic` on the record of the sandbox on a port.
///
/// # Errors
///
/// Returns an error if it cannot run, or if a part of the record cannot be read.
pub(super) fn hear<'p>(
    (root, spec): (&Path, &Path),
    record: &Path,
    port: u16,
    pages: impl Iterator<Item = &'p str>,
) -> Result<Heard, Failure> {
    let (spec, record) = (spec.display().to_string(), record.display().to_string());
    let mut argv = vec!["cargo", "xtask", "traffic", "--spec", &spec, &record];
    argv.extend(["--format", "json"]);
    let servers = pages.map(|it| format!("--server=http://127.0.0.1:{port}/{it}={it}"));
    let servers: Vec<String> = servers.collect();
    argv.extend(servers.iter().map(String::as_str));
    let output = process::output(&argv, root)?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(Failure::Step(process::ended(&argv, &output)));
    }
    let heard = heard(&output.stdout);
    heard.map_err(|error| Failure::Step(format!("{error}; {}", process::ended(&argv, &output))))
}

/// Tells apart what is meant and what is not.
fn heard(printed: &[u8]) -> serde_json::Result<Heard> {
    let printed: Printed = serde_json::from_slice(printed)?;
    let mut heard = Heard {
        exchanges: [printed.exchanges, printed.matched],
        ..Heard::default()
    };
    for finding in printed.folded {
        match meant(&finding) {
            Some(what) => *heard.meant.entry(what).or_default() += finding.times,
            None => heard.problems.push(format!(
                "{} · {} · {} · {}: {} ({} times)",
                finding.operation,
                finding.place,
                finding.name,
                finding.kind,
                finding.problem,
                finding.times
            )),
        }
    }
    Ok(heard)
}

/// What a finding is if the fuzzer or the sandbox means it. A request that breaks a rule, and that the
/// sandbox took, is not meant, nor is anything in a body of the sandbox.
fn meant(finding: &Finding) -> Option<&'static str> {
    let status: Option<u16> = finding.place.parse().ok();
    match (finding.kind.as_str(), status) {
        ("undocumented-status", Some(400..)) => {
            Some("errors of the sandbox's own, where a page documents none")
        }
        ("undocumented-method", None) => Some("methods that the fuzzer tries"),
        ("undocumented-parameter" | "undocumented-property", None) => {
            Some("parameters and properties that the fuzzer adds, which documents allow")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(kind: &str, place: &str) -> Heard {
        let finding = json!({"kind": kind, "operation": "GET /boats", "place": place, "name": "",
            "problem": "it is odd", "times": 3});
        let printed = json!({"exchanges": 9, "matched": 8, "folded": [finding]});
        heard(printed.to_string().as_bytes()).expect("what is printed")
    }

    #[test]
    fn only_what_the_fuzzer_or_the_sandbox_means_is_no_problem() {
        for (kind, place, meant) in [
            ("undocumented-status", "404", true),
            ("undocumented-status", "202", false),
            ("undocumented-method", "operation", true),
            ("undocumented-property", "body", true),
            ("undocumented-property", "200", false),
            ("undocumented-parameter", "query", true),
            ("type", "body", false),
            ("type", "200", false),
            ("undocumented-media-type", "400", false),
            ("error-code", "400", false),
        ] {
            let heard = found(kind, place);
            assert_eq!(heard.problems.is_empty(), meant, "{kind}, {place}");
            assert_eq!(heard.meant.values().sum::<usize>(), 3 * usize::from(meant));
        }
        let problems = found("type", "200").problems;
        assert_eq!(
            problems,
            ["GET /boats · 200 ·  · type: it is odd (3 times)"]
        );
    }
}
