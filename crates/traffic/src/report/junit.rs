//! Findings as JUnit XML, which most build servers show.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{often, page, subject};
use crate::trial::Trial;

/// Each operation as a suite and each finding as a failure in it; an operation without a finding is a
/// case that passed.
///
/// # Errors
///
/// Returns an error if the text cannot be made.
pub fn junit(trial: &Trial) -> Result<String, std::fmt::Error> {
    let mut report = Report::new("traffic");
    for (id, operation) in trial.heard() {
        let name = operation.lore.operation();
        let findings = trial.findings().into_iter();
        let findings: Vec<_> = findings.filter(|it| it.operation == *name).collect();
        let mut suite = TestSuite::new(format!("{id} {name}"));
        for finding in &findings {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_type(finding.kind.as_str());
            status.set_message(finding.problem.as_str());
            status.set_description(format!(
                "{}\n{}",
                often(finding),
                page(finding).unwrap_or_default()
            ));
            suite.add_test_case(TestCase::new(subject(finding), status));
        }
        if findings.is_empty() {
            suite.add_test_case(TestCase::new(&**name, TestCaseStatus::success()));
        }
        report.add_test_suite(suite);
    }
    report.to_string().map_err(|_| std::fmt::Error)
}
