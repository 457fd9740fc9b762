//! The editions of the consolidated document in other versions of OpenAPI: they say the same.

use std::collections::BTreeSet;

use claims::{Claim, DocumentClaim};
use document::Documents;
use review::{Finding, Kind};

use crate::table::{CONSOLIDATED, OPENAPI_3_0, OPENAPI_3_2};

/// Every claim that an edition makes and the consolidated document does not, or the other way
/// round, given the claims of the latter.
#[must_use]
pub fn unequal(documents: &Documents, consolidated: &[DocumentClaim]) -> Vec<Finding> {
    let due = said(consolidated);
    let mut findings = Vec::new();
    for (file, edition) in [
        (OPENAPI_3_0, &documents.openapi_3_0),
        (OPENAPI_3_2, &documents.openapi_3_2),
    ] {
        let made = claims::openapi::claims(edition);
        let found = said(&made);
        let lacking = due.difference(&found).map(|claim| {
            format!("expected `{claim}`, as {CONSOLIDATED} says, but found nothing instead")
        });
        let beyond = found
            .difference(&due)
            .map(|claim| format!("expected what {CONSOLIDATED} says, but found `{claim}` instead"));
        findings.extend(lacking.chain(beyond).map(|problem| {
            Finding::new(Kind::InvalidDocument, problem)
                .in_file(file)
                .fixed_by("say it so that every version of OpenAPI can, in crates/contract")
        }));
    }
    findings
}

fn said(made: &[DocumentClaim]) -> BTreeSet<&Claim> {
    made.iter().map(|made| &made.claim).collect()
}
