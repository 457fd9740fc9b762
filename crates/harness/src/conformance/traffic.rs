//! What `xtask traffic` says of the record of the sandbox: a third witness of the answers, and one of the
//! requests that the sandbox took.

use std::collections::BTreeMap;
use std::path::Path;

use cli::process::{self, Failure};
use serde_json::Value;

/// What was heard of the record.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// How many exchanges there are.
    pub(super) exchanges: usize,
    /// How often what the fuzzer and the sandbox do on purpose was found, by what it is.
    pub(super) meant: BTreeMap<&'static str, u64>,
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
    let (spec, record) = (spec.to_string_lossy(), record.to_string_lossy());
    let argv = [
        "cargo",
        "xtask",
        "traffic",
        "--format=json",
        "--spec",
        &spec,
        &record,
    ];
    let servers = pages.map(|it| format!("--server=http://127.0.0.1:{port}/{it}={it}"));
    let argv: Vec<String> = argv.map(str::to_owned).into_iter().chain(servers).collect();
    let output = process::output(&argv, root)?;
    match serde_json::from_slice(&output.stdout) {
        Ok(printed) if matches!(output.status.code(), Some(0 | 1)) => Ok(heard(&printed)),
        _ => Err(Failure::Step(process::ended(&argv, &output))),
    }
}

/// Tells apart what is meant and what is not.
fn heard(printed: &Value) -> Heard {
    let number = |of: &Value| of.as_u64().unwrap_or_default();
    let mut heard = Heard {
        exchanges: usize::try_from(number(&printed["exchanges"])).unwrap_or(usize::MAX),
        ..Heard::default()
    };
    for finding in printed["folded"].as_array().into_iter().flatten() {
        let said = ["kind", "operation", "place", "name", "problem"];
        let [kind, operation, place, name, problem] =
            said.map(|it| finding[it].as_str().unwrap_or_default());
        let times = number(&finding["times"]);
        match meant(kind, place) {
            Some(what) => *heard.meant.entry(what).or_default() += times,
            None => heard.problems.push(format!(
                "{operation} · {place} · {name} · {kind}: {problem} ({times} times)"
            )),
        }
    }
    heard
}

/// What a finding is if the fuzzer or the sandbox means it. A request that breaks a rule, and that the
/// sandbox took, is not meant, nor is anything in a body of the sandbox.
fn meant(kind: &str, place: &str) -> Option<&'static str> {
    match (kind, place.parse::<u16>().ok()) {
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
        heard(&printed)
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
            assert_eq!(heard.meant.values().sum::<u64>(), 3 * u64::from(meant));
        }
        let problems = found("type", "200").problems;
        assert_eq!(
            problems,
            ["GET /boats · 200 ·  · type: it is odd (3 times)"]
        );
    }
}
