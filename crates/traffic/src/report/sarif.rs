//! Findings as SARIF 2.1.0 (OASIS), for code scanning.

use claims::Digest;
use serde_json::{Value, json};

use super::{often, page, subject};
use crate::{Finding, Kind};

/// Findings, equal ones once, as one run. `tool` is the command that made them, and `file` gives path
/// and line of what is documented by the finding.
///
/// # Panics
///
/// Never: findings hold text and numbers only.
#[must_use]
pub fn sarif(
    findings: &[&Finding],
    tool: &str,
    file: &dyn Fn(&Finding) -> Option<(String, u32)>,
) -> String {
    let rule = |kind: &Kind| {
        json!({
            "id": kind.as_str(),
            "shortDescription": { "text": kind.short() },
            "defaultConfiguration": { "level": "error" },
        })
    };
    let result = |finding: &&Finding| {
        let (about, page) = (subject(finding), page(finding).unwrap_or_default());
        let (problem, often) = (&finding.problem, often(finding));
        let text = format!("{about}: {problem}\nSeen {often}\nDocumented: {page}");
        let key = format!("{} {about} {problem}", finding.kind.as_str());
        let mut result = json!({
            "ruleId": finding.kind.as_str(),
            "ruleIndex": Kind::ALL.iter().position(|kind| *kind == finding.kind),
            "level": "error",
            "message": { "text": text },
            "occurrenceCount": finding.times,
            "partialFingerprints": { "traffic/v1": Digest::of(&key).to_string() },
        });
        let mut place = json!({});
        if let Some((path, line)) = file(finding) {
            place["physicalLocation"] = json!({
                "artifactLocation": { "uri": path, "uriBaseId": "%SRCROOT%" },
                "region": { "startLine": line },
            });
        }
        if let Some(element) = &finding.cited.element {
            place["logicalLocations"] = json!([{ "fullyQualifiedName": element }]);
        }
        result["locations"] = json!([place]);
        result
    };
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": tool,
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Kind::ALL.iter().map(rule).collect::<Value>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(result).collect::<Value>(),
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).expect("findings are text");
    text.push('\n');
    text
}
