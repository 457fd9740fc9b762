//! Findings as workflow commands of GitHub Actions, which shows each beside its line.

use std::fmt::Write as _;

use crate::finding::Finding;
use crate::locate::Locator;

/// One command a finding: `::error file=…,line=…,title=…::message`.
#[must_use]
pub fn github(findings: &[Finding], locator: &Locator) -> String {
    let mut commands = String::new();
    for finding in findings {
        let mut message = finding.problem.clone();
        if let Some(fix) = &finding.fix {
            let _ = write!(message, "\nFix: {fix}");
        }
        let places = locator.locate(finding);
        for also in &places[1..] {
            let _ = write!(message, "\nSee also: {}", also.file);
        }
        let _ = writeln!(
            commands,
            "::{} file={},line={},title={}::{}",
            finding.kind.level().as_str(),
            property(&places[0].file),
            places[0].line,
            property(finding.kind.as_str()),
            data(&message)
        );
    }
    commands
}

/// A message: it ends with its line.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property: it ends with a comma or a colon as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
