//! The crosswalks to public standards: `spec/crosswalk/`.

use std::collections::BTreeMap;

use crosswalk::{Crosswalk, Problem};
use review::{Finding, Kind};
use serde_json::Value;

/// The pages that the tables give, and everything that does not fit in the tables.
pub(crate) fn crosswalks(
    document: &Value,
    there: &BTreeMap<String, Vec<u8>>,
) -> (BTreeMap<String, String>, Vec<Finding>) {
    let (crosswalk, mut problems) = Crosswalk::read(there);
    problems.extend(crosswalk::check(&crosswalk, document));
    let finding = |Problem { file, problem }: Problem| {
        let finding = Finding::new(Kind::UnfitMapping, problem).in_file(&file);
        finding.fixed_by(fix(&file))
    };
    let findings = problems.into_iter().map(finding).collect();
    (crosswalk::render(&crosswalk, document), findings)
}

/// What to do about a problem in a file.
fn fix(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("tsv") => "add or correct the row or the path, and say in the row what is lost",
        Some("csv") => "read the standard again, and correct the fact",
        _ => "list the property in one concept, or in [outside] with the reason",
    }
}
