//! Judges the answers of all runs together.

use std::collections::{BTreeMap, BTreeSet};

use super::pages::{Measured, Pages};
use super::run::{PHASES, Ran, Run};

/// The verdict on the answers of all runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Judged {
    /// How many cases each operation had, by status.
    pub statuses: BTreeMap<String, BTreeMap<u16, usize>>,
    /// How many bodies are as their page documents.
    pub documented: usize,
    /// How many answers have a status that the page documents without a body.
    pub without_body: usize,
    /// How many answers are the sandbox's own.
    pub own: usize,
    /// The problems: each place once, with its first case.
    pub problems: Vec<String>,
}

/// Measures every answer, and checks what the runs reached. With credentials, every documented
/// operation needs a good answer and every phase must run. Without credentials, no answer may be good.
#[must_use]
pub(super) fn judge(runs: &[(Run, Ran)], pages: &mut Pages) -> Judged {
    let mut judged = Judged::default();
    let mut good = BTreeSet::new();
    let mut broken = BTreeMap::new();
    let due = pages.operations();
    for (run, ran) in runs {
        let skipped = |phase: &&str| {
            let how = ran.report.phases.get(*phase);
            how.is_none_or(|how| how.starts_with("skip"))
        };
        for phase in PHASES.split(',').filter(skipped) {
            if run.has_credentials() {
                judged.problems.push(format!(
                    "{}: expected the phase `{phase}` to run, but it was skipped",
                    run.name
                ));
            }
        }
        for answer in &ran.report.answers {
            let operation = answer.operation();
            // Cases with a method that the page does not have count for no operation.
            if due.contains_key(&operation) {
                let statuses = judged.statuses.entry(operation.clone()).or_default();
                *statuses.entry(answer.status).or_default() += 1;
            }
            match pages.measure(answer) {
                Measured::Documented => judged.documented += 1,
                Measured::WithoutBody => judged.without_body += 1,
                Measured::Own => judged.own += 1,
                Measured::Broken(why) => {
                    let place = format!("{operation} · {} · {why}", answer.status);
                    let first = format!("{}, {}, {}", run.name, answer.phase, answer.case);
                    broken.entry(place).or_insert(first);
                }
            }
            if (200..300).contains(&answer.status) {
                if run.has_credentials() {
                    good.insert(operation);
                } else if due.contains_key(&operation) {
                    let place = format!(
                        "{operation} · expected no good answer without credentials, but found {} \
                         instead",
                        answer.status
                    );
                    let first = format!("{}, {}, {}", run.name, answer.phase, answer.case);
                    broken.entry(place).or_insert(first);
                }
            }
        }
    }
    let problems = broken
        .into_iter()
        .map(|(place, first)| format!("{place} (first case: {first})"));
    judged.problems.extend(problems);
    for (operation, documented) in &due {
        let Some(statuses) = judged.statuses.get(operation) else {
            let problem = format!("{operation} · expected cases, but found none instead");
            judged.problems.push(problem);
            continue;
        };
        if *documented && !good.contains(operation) {
            let found: Vec<String> = statuses.keys().map(u16::to_string).collect();
            judged.problems.push(format!(
                "{operation} · expected a good answer at least once, but found {} instead",
                found.join(", ")
            ));
        }
    }
    judged.problems.sort();
    judged
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::conformance::answer::Answer;
    use crate::conformance::report::Report;
    use crate::conformance::run::RUNS;

    fn pages() -> Pages {
        let document = json!({"paths": {"/boats": {"get": {"responses": {
            "200": {"content": {"application/json": {"schema": {"type": "object"}}}},
        }}}}});
        Pages::of(BTreeMap::from([("harbour".to_owned(), document)]))
    }

    /// Every phase but the last one, which ends as is said.
    fn phases(last: &str) -> BTreeMap<String, String> {
        let mut phases: BTreeMap<String, String> = PHASES
            .split(',')
            .map(|phase| (phase.to_owned(), "success".to_owned()))
            .collect();
        phases.insert("stateful".to_owned(), last.to_owned());
        phases
    }

    fn ran(status: u16, body: &str) -> Ran {
        let answer = Answer {
            case: "a".to_owned(),
            phase: "fuzzing".to_owned(),
            method: "GET".to_owned(),
            path: "/harbour/boats".to_owned(),
            status,
            media: Some("application/json".to_owned()),
            body: body.into(),
        };
        let report = Report {
            cases: 1,
            failures: 0,
            phases: phases("success"),
            answers: vec![answer],
        };
        Ran {
            report,
            findings: None,
        }
    }

    #[test]
    fn a_good_answer_with_credentials_is_as_it_should_be() {
        let judged = judge(&[(RUNS[0], ran(200, "{}"))], &mut pages());
        assert_eq!((judged.documented, &judged.problems[..]), (1, &[][..]));
        assert_eq!(judged.statuses["GET /harbour/boats"], [(200, 1)].into());
    }

    #[test]
    fn a_phase_that_was_skipped_is_a_problem() {
        let mut ran = ran(200, "{}");
        ran.report.phases = phases("skip (not_applicable)");
        let with = judge(&[(RUNS[0], ran.clone())], &mut pages()).problems;
        let why = "customer-1: expected the phase `stateful` to run, but it was skipped";
        assert_eq!(with, [why]);
        // Without credentials no answer leads to another request.
        let without = judge(&[(RUNS[2], ran)], &mut pages()).problems;
        assert!(!without.iter().any(|it| it.contains("stateful")));
    }

    #[test]
    fn what_is_not_is_a_problem() {
        let nobody = RUNS[2];
        for (runs, why) in [
            (vec![(RUNS[0], ran(200, "[]"))], "is not of type"),
            (vec![(RUNS[0], ran(404, "{}"))], "found 404 instead"),
            (vec![], "expected cases"),
            (
                vec![(RUNS[0], ran(200, "{}")), (nobody, ran(200, "{}"))],
                "without credentials",
            ),
        ] {
            let problems = judge(&runs, &mut pages()).problems;
            assert!(problems.iter().any(|it| it.contains(why)), "{problems:?}");
        }
    }
}
