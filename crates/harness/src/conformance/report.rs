//! Reads the reports that Schemathesis writes about a run.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::answer::Answer;

/// The contents of both reports of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Report {
    /// How many cases were made, by the tool's own count.
    pub cases: usize,
    /// How many kinds of failures and errors it found.
    pub failures: usize,
    /// The result of each phase: `success`, `failure`, `skip`, …
    pub phases: BTreeMap<String, String>,
    /// Every answer, in the order of the phases.
    pub answers: Vec<Answer>,
}

/// The verdict: `--report json`.
#[derive(Deserialize)]
struct Summary {
    complete: bool,
    stop_reason: String,
    phases: Option<BTreeMap<String, Phase>>,
    test_cases: TestCases,
    failures: Vec<serde::de::IgnoredAny>,
    errors: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Phase {
    status: String,
    skip_reason: Option<String>,
}

#[derive(Deserialize)]
struct TestCases {
    generated: usize,
}

/// A line of `--report ndjson`. Other events say nothing about answers.
#[derive(Deserialize)]
struct Event {
    #[serde(rename = "ScenarioFinished")]
    scenario: Option<Scenario>,
}

#[derive(Deserialize)]
struct Scenario {
    phase: String,
    recorder: Recorder,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Recorder {
    cases: BTreeMap<String, Recorded>,
    interactions: BTreeMap<String, Interaction>,
}

#[derive(Deserialize)]
struct Recorded {
    value: Case,
}

#[derive(Deserialize)]
struct Case {
    method: String,
    path: String,
}

#[derive(Deserialize)]
struct Interaction {
    response: Option<Response>,
}

#[derive(Deserialize)]
struct Response {
    status_code: u16,
    #[serde(default)]
    headers: BTreeMap<String, Vec<String>>,
    content: Option<Content>,
}

#[derive(Deserialize)]
struct Content {
    #[serde(rename = "$base64")]
    base64: String,
}

/// Reads the two reports of a run: the verdict, and every event of it.
///
/// # Errors
///
/// Returns an error if the run did not come to its end, or if a report cannot be read.
pub(super) fn report(summary: &str, events: &str) -> Result<Report, String> {
    let summary: Summary =
        serde_json::from_str(summary).map_err(|error| format!("the verdict: {error}"))?;
    if !summary.complete || summary.stop_reason != "completed" {
        return Err(format!(
            "expected a run to its end, but it stopped by `{}` instead",
            summary.stop_reason
        ));
    }
    let mut answers = Vec::new();
    for (index, line) in events.lines().enumerate() {
        let failed = |error: &dyn std::fmt::Display| format!("event {}: {error}", index + 1);
        let event: Event = serde_json::from_str(line).map_err(|error| failed(&error))?;
        let Some(scenario) = event.scenario else {
            continue;
        };
        for (id, interaction) in scenario.recorder.interactions {
            // Without an answer, the tool itself has reported a failure.
            let Some(response) = interaction.response else {
                continue;
            };
            let case = scenario.recorder.cases.get(&id);
            let Recorded { value: case } =
                case.ok_or_else(|| failed(&"an answer without its case"))?;
            let body = response
                .content
                .map(|it| STANDARD.decode(it.base64))
                .transpose();
            answers.push(Answer {
                phase: scenario.phase.clone(),
                method: case.method.to_uppercase(),
                path: case.path.clone(),
                status: response.status_code,
                media: media(&response.headers),
                body: body.map_err(|error| failed(&error))?.unwrap_or_default(),
                case: id,
            });
        }
    }
    let phases = summary.phases.unwrap_or_default().into_iter();
    let phases = phases.map(|(name, phase)| {
        let why = phase.skip_reason.map(|why| format!(" ({why})"));
        (name, phase.status + &why.unwrap_or_default())
    });
    Ok(Report {
        cases: summary.test_cases.generated,
        failures: summary.failures.len() + summary.errors.len(),
        phases: phases.collect(),
        answers,
    })
}

fn media(headers: &BTreeMap<String, Vec<String>>) -> Option<String> {
    let mut headers = headers.iter();
    let (_, values) = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-type"))?;
    let media = values.first()?.split(';').next()?;
    Some(media.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(stop: &str) -> String {
        format!(
            r#"{{"complete": true, "stop_reason": "{stop}", "test_cases": {{"generated": 7}},
                "phases": {{"examples": {{"status": "success", "skip_reason": null}},
                            "stateful": {{"status": "skip", "skip_reason": "not applicable"}}}},
                "failures": [{{"title": "no"}}], "errors": []}}"#
        )
    }

    const EVENT: &str = r#"{"ScenarioFinished": {"phase": "coverage", "recorder": {
        "cases": {"a": {"value": {"method": "get", "path": "/x/{y}"}}},
        "interactions": {"a": {"response": {"status_code": 200, "content": {"$base64": "e30="},
            "headers": {"Content-Type": ["Application/JSON; charset=utf-8"]}}}}}}}"#;

    #[test]
    fn a_run_is_read() {
        let event = EVENT.replace('\n', "");
        let events = format!("{{\"EngineStarted\": {{}}}}\n{event}\n");
        let report = report(&summary("completed"), &events).expect("both reports");
        assert_eq!((report.cases, report.failures), (7, 1));
        assert_eq!(report.phases["examples"], "success");
        assert_eq!(report.phases["stateful"], "skip (not applicable)");
        let expected = Answer {
            case: "a".to_owned(),
            phase: "coverage".to_owned(),
            method: "GET".to_owned(),
            path: "/x/{y}".to_owned(),
            status: 200,
            media: Some("application/json".to_owned()),
            body: b"{}".to_vec(),
        };
        assert_eq!(report.answers, [expected]);
    }

    #[test]
    fn a_run_that_was_cut_short_is_none() {
        let error = report(&summary("max_time"), "").expect_err("cut short");
        assert!(error.contains("`max_time`"), "{error}");
        assert!(report("{}", "").is_err());
        assert!(report(&summary("completed"), "{").is_err());
    }

    #[test]
    fn an_answer_without_its_case_is_an_error() {
        let event = EVENT
            .replace('\n', "")
            .replace("\"cases\": {\"a\"", "\"cases\": {\"b\"");
        let error = report(&summary("completed"), &event).expect_err("no case");
        assert_eq!(error, "event 1: an answer without its case");
    }
}
