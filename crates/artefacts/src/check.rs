//! The check: pages, contract and files, in one order.

use std::collections::BTreeMap;

use claims::PageClaims;
use contract::catalogue::Catalogue;
use review::{Contradiction, Finding, Kind};

use crate::captured::stale_claims;
use crate::sums::SUMS;
use crate::table::{ANCHORS, OPENAPI_3_0};
use crate::{Draft, Inputs, build, client, files};

/// The files that a check looks at.
#[derive(Clone, Copy, Debug)]
pub struct Files<'f> {
    /// The claims of the captured pages, and the command that reads them again.
    pub captured: Option<(&'f [PageClaims], &'f str)>,
    /// Every file below `spec/`, by path.
    pub spec: &'f BTreeMap<String, Vec<u8>>,
    /// The generated client, if `spec/` stands beside one.
    pub client: Option<&'f str>,
}

/// The result of a check.
#[derive(Debug, Default)]
pub struct Checked {
    /// Everything that does not agree.
    pub findings: Vec<Finding>,
    /// Where the pages contradict each other or themselves, which fails no check.
    pub contradictions: Vec<Contradiction>,
    /// How many claims the consolidated document makes.
    pub document_claims: usize,
}

/// Checks that the captured pages, the contract and the files of `spec/` say the same.
#[must_use]
pub fn check(catalogue: &Catalogue, draft: Draft, inputs: &Inputs, there: &Files) -> Checked {
    let mut findings = Vec::new();
    if let Some((pages, fix)) = there.captured {
        for page in pages {
            let known = inputs.claims.iter().map(|file| &file.page);
            let known = known.into_iter().find(|known| known.page == page.page);
            findings.extend(
                known
                    .map(|known| stale_claims(page, known, fix))
                    .unwrap_or_default(),
            );
        }
    }
    let built = match build(catalogue, draft, inputs, there.spec) {
        Ok(built) => built,
        Err(errors) => {
            findings.extend(errors);
            return Checked {
                findings,
                ..Checked::default()
            };
        }
    };
    findings.extend_from_slice(built.releases.damaged());
    findings.extend(built.findings);
    let disagrees = findings.iter().any(Finding::is_of_a_claim);
    let stale = files(&built.files, there.spec, catalogue);
    findings.extend(stale.into_iter().filter(|it| !(disagrees && follows(it))));
    let document = built.files.get(OPENAPI_3_0).map(String::as_str);
    let client = there.client.zip(document);
    findings.extend(client.and_then(|(client, document)| client::stale(client, document)));
    // The list of digests follows from the other files: it is told where nothing else is.
    let of_sums = |finding: &Finding| finding.file.as_deref() == Some(SUMS);
    if findings.iter().any(|finding| !of_sums(finding)) {
        findings.retain(|finding| !of_sums(finding));
    }
    Checked {
        findings,
        contradictions: built.contradictions,
        document_claims: built.coverage.consolidated.claims,
    }
}

/// Whether a report is stale, which follows where a claim disagrees.
fn follows(finding: &Finding) -> bool {
    let report = |file: &String| {
        file == ANCHORS || file.starts_with("reports/") || file.starts_with("overlays/")
    };
    finding.kind == Kind::StaleFile && finding.file.as_ref().is_some_and(report)
}
