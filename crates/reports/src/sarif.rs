//! Findings as SARIF 2.1.0 (OASIS), for code scanning.
//!
//! The few objects that are needed are written as JSON here: the types of `serde-sarif` are made
//! from the schema by a build script with a parser, a formatter and a regular expression engine
//! behind it. A test holds the output to the published schema instead.

use std::fmt::Write as _;

use claims::Digest;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::locate::{Location, Locator};
use crate::notice::{self, Notice};
use crate::{Rule, Tool};
use review::Contradiction;
use review::Finding;
use review::Kind;

/// The schema that the output names.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What of a path stays as it is in an address: what RFC 3986 calls unreserved, and what is between
/// folders.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The key of the fingerprint; a new way to make it gets a new one.
const FINGERPRINT: &str = "finding/v1";

/// The same of a contradiction.
const NOTICE_FINGERPRINT: &str = "contradiction/v1";

/// Findings, and contradictions of the sources as notes, as one run of one tool, indented by two;
/// without either, the rules alone.
///
/// # Panics
///
/// Never: findings hold text and numbers only.
#[must_use]
pub fn sarif(
    findings: &[Finding],
    contradictions: &[Contradiction],
    locator: &Locator,
    tool: &Tool,
) -> String {
    let of_kind = |kind: Kind| rule(kind.as_str(), (tool.rule)(kind), kind.level().as_str());
    let mut rules: Vec<Value> = Kind::ALL.into_iter().map(of_kind).collect();
    rules.push(rule(notice::KIND, tool.contradiction, notice::LEVEL));
    let mut results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, &locator.locate(finding)))
        .collect();
    let notices = notice::notices(contradictions, locator);
    results.extend(notices.iter().map(note));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": tool.check,
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": (tool.rule)(Kind::InvalidDocument).address,
                "rules": rules,
            } },
            // Of each folder `spec/` of a repository the results are kept apart.
            "automationDetails": { "id": format!("{}/{}/", tool.check.replace(' ', "-"), locator.place().folder()) },
            "originalUriBaseIds": {
                "%SRCROOT%": { "description": { "text": "The root of the repository." } },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).expect("findings are text");
    text.push('\n');
    text
}

fn rule(id: &str, rule: Rule, level: &str) -> Value {
    json!({
        "id": id,
        "name": name(id),
        "shortDescription": { "text": rule.short },
        "fullDescription": { "text": rule.full },
        "help": { "text": rule.help },
        "helpUri": rule.address,
        "defaultConfiguration": { "level": level },
    })
}

fn result(finding: &Finding, places: &[Location]) -> Value {
    let mut text = finding.problem.clone();
    if let Some(reading) = &finding.reading {
        let _ = write!(text, " (reading `{reading}`)");
    }
    if let Some(fix) = &finding.fix {
        let _ = write!(text, "\nFix: {fix}");
    }
    let mut result = json!({
        "ruleId": finding.kind.as_str(),
        "ruleIndex": Kind::ALL.iter().position(|kind| *kind == finding.kind),
        "level": finding.kind.level().as_str(),
        "message": { "text": text },
        "locations": places.first().map(|place| vec![location(place)]).unwrap_or_default(),
        "partialFingerprints": { FINGERPRINT: fingerprint(finding) },
    });
    if let Some(pointer) = &finding.pointer {
        result["locations"][0]["logicalLocations"] = json!([{ "fullyQualifiedName": pointer }]);
    }
    relate(&mut result, places);
    result
}

fn note(notice: &Notice) -> Value {
    let mut result = json!({
        "ruleId": notice::KIND,
        "ruleIndex": Kind::ALL.len(),
        "level": notice::LEVEL,
        "message": { "text": notice.text },
        "locations": notice.places.first().map(|place| vec![location(place)]).unwrap_or_default(),
        "partialFingerprints": { NOTICE_FINGERPRINT: notice.fingerprint },
    });
    relate(&mut result, &notice.places);
    result
}

/// All places but the first, which is the result's own.
fn relate(result: &mut Value, places: &[Location]) {
    if places.len() > 1 {
        let related = places[1..].iter().map(location);
        result["relatedLocations"] = related.collect();
    }
}

fn location(place: &Location) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": address(&place.file), "uriBaseId": "%SRCROOT%" },
        "region": { "startLine": place.line },
    } })
}

/// The same for the same finding, wherever its lines have moved.
fn fingerprint(finding: &Finding) -> String {
    let parts = [
        Some(finding.kind.as_str()),
        finding.page.as_deref(),
        finding.file.as_deref(),
        finding.pointer.as_deref(),
        finding.reading.as_deref(),
        Some(&finding.problem),
    ];
    let parts = parts.map(Option::unwrap_or_default).join("\n");
    Digest::of_bytes(parts.as_bytes()).to_string()
}

/// A path as an address that is relative to the root.
fn address(path: &str) -> String {
    utf8_percent_encode(path, RESERVED).to_string()
}

/// `stale-file` as `StaleFile`. A name has to differ from its id by more than its case, so `missing`
/// is `MissingClaim`.
fn name(id: &str) -> String {
    let words = if id.contains('-') {
        id.to_owned()
    } else {
        format!("{id}-claim")
    };
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    };
    words.split('-').map(word).collect()
}
