//! Reads what the tools print.

use std::path::Path;

use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::Value;

use super::linter::Problem;

/// Returns the JSON pointer of a URI fragment (RFC 6901, section 6): `#/paths/~1a~1%7Bid%7D`.
pub(super) fn pointer(fragment: &str) -> String {
    let pointer = fragment.strip_prefix('#').unwrap_or(fragment);
    percent_decode_str(pointer).decode_utf8_lossy().into_owned()
}

#[derive(Deserialize)]
struct Redocly {
    problems: Vec<RedoclyProblem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RedoclyProblem {
    rule_id: String,
    message: String,
    #[serde(default)]
    location: Vec<RedoclyPlace>,
}

#[derive(Deserialize)]
struct RedoclyPlace {
    source: RedoclySource,
    #[serde(default)]
    pointer: String,
}

#[derive(Deserialize)]
struct RedoclySource {
    #[serde(rename = "ref")]
    file: String,
}

/// Reads what `redocly lint --format json` prints: words for people, and then one report for each of
/// so many documents.
///
/// # Errors
///
/// Returns an error if it prints something else, or another number of reports.
pub fn redocly(printed: &str, documents: usize) -> Result<Vec<Problem>, String> {
    let start = printed.find('{').unwrap_or(printed.len());
    let reports = serde_json::Deserializer::from_str(&printed[start..]).into_iter::<Redocly>();
    let mut problems = Vec::new();
    let mut found = 0;
    for report in reports {
        let report = report.map_err(|error| format!("expected reports in JSON, but {error}"))?;
        found += 1;
        problems.extend(report.problems.into_iter().map(|problem| {
            let place = problem.location.into_iter().next();
            let (file, at) = place.map_or_else(Default::default, |place| {
                (place.source.file, pointer(&place.pointer))
            });
            Problem {
                file,
                at,
                rule: problem.rule_id,
                message: problem.message,
            }
        }));
    }
    if found == documents {
        problems.sort();
        Ok(problems)
    } else {
        Err(format!(
            "expected {documents} reports, but found {found} instead"
        ))
    }
}

#[derive(Deserialize)]
struct SpectralProblem {
    code: Value,
    message: String,
    path: Vec<Value>,
    #[serde(default)]
    source: String,
}

/// Reads what `spectral lint --format json` prints about files below `work`, with absolute paths.
///
/// # Errors
///
/// Returns an error if it prints something else.
pub fn spectral(printed: &str, work: &Path) -> Result<Vec<Problem>, String> {
    // Words for people follow the report.
    let mut reports = serde_json::Deserializer::from_str(printed).into_iter();
    let report: Result<Vec<SpectralProblem>, _> = reports
        .next()
        .ok_or("expected a report in JSON, but found none instead")?;
    let problems = report.map_err(|error| format!("expected a report in JSON, but {error}"))?;
    let word = |token: &Value| match token {
        Value::String(word) => word.clone(),
        other => other.to_string(),
    };
    let mut problems: Vec<Problem> = problems
        .into_iter()
        .map(|problem| {
            let source = Path::new(&problem.source);
            let file = source.strip_prefix(work).unwrap_or(source);
            let tokens = problem.path.iter().map(|token| {
                let token = word(token).replace('~', "~0").replace('/', "~1");
                format!("/{token}")
            });
            Problem {
                file: file.to_string_lossy().replace('\\', "/"),
                at: tokens.collect(),
                rule: word(&problem.code),
                message: problem.message,
            }
        })
        .collect();
    problems.sort();
    Ok(problems)
}
