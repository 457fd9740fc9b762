//! Findings as workflow commands of GitHub Actions, which shows each beside its line.

use std::fmt::Write as _;

use crate::locate::{Location, Locator};
use crate::notice;
use review::Contradiction;
use review::Finding;

/// One command a finding: `::error file=…,line=…,title=…::message`; one a contradiction of the
/// sources: `::notice …`.
#[must_use]
pub fn github(findings: &[Finding], contradictions: &[Contradiction], locator: &Locator) -> String {
    let mut commands = String::new();
    for finding in findings {
        let mut message = finding.problem.clone();
        if let Some(fix) = &finding.fix {
            let _ = write!(message, "\nFix: {fix}");
        }
        let places = locator.locate(finding);
        for also in &places[1..] {
            let _ = write!(message, "\nSee also: {}", also.file);
            if also.line > 1 {
                let _ = write!(message, ", line {}", also.line);
            }
        }
        let level = finding.kind.level().as_str();
        let title = finding.kind.as_str();
        commands.push_str(&command(level, places.first(), title, &message));
    }
    for notice in notice::notices(contradictions, locator) {
        let place = notice.places.first();
        commands.push_str(&command("notice", place, notice::KIND, &notice.text));
    }
    commands
}

fn command(level: &str, place: Option<&Location>, title: &str, message: &str) -> String {
    let place = place.map_or(String::new(), |place| {
        format!("file={},line={},", property(&place.file), place.line)
    });
    let (title, message) = (property(title), data(message));
    format!("::{level} {place}title={title}::{message}\n")
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
