//! A sentence that looks like a rule is named until the reader learns it or a reading decides it.

use std::collections::BTreeMap;

use ::contract::catalogue::CATALOGUE;
use artefacts::{Inputs, build};
use claims::{Aspect, Claim, PageClaim};
use review::{Finding, Kind};

use super::inputs;

fn unread(inputs: &Inputs) -> Vec<Finding> {
    let draft = document::build(&CATALOGUE);
    let built = build(&CATALOGUE, draft, inputs, &BTreeMap::new());
    let findings = built.expect("the catalogue is consistent").findings;
    let unread = findings.into_iter();
    unread.filter(|it| it.kind == Kind::UnreadRule).collect()
}

#[test]
fn a_rule_that_no_claim_carries_is_named_at_its_line_wherever_it_stands() {
    let mut inputs = inputs();
    let mut due = Vec::new();
    for file in &mut inputs.claims {
        let described = |it: &&PageClaim| it.claim.aspect == Aspect::Description;
        let described: Vec<_> = file.page.claims.iter().filter(described).cloned().collect();
        for PageClaim { line, claim, .. } in described {
            let Claim { element, .. } = claim;
            let (aspect, value) = (Aspect::Unread, "deprecation".into());
            let claim = Claim {
                element,
                aspect,
                value,
            };
            due.push((file.page.page.clone(), line));
            let digest = None;
            file.page.claims.push(PageClaim {
                line,
                claim,
                digest,
            });
        }
        file.page.sort();
    }
    assert!(due.len() > 100, "invalid test case");
    let found = unread(&inputs);
    for (page, line) in due {
        let named = |it: &Finding| it.page.as_ref() == Some(&page) && it.lines.contains(&line);
        assert!(found.iter().any(named), "{page}:{line}");
    }
    for finding in found {
        let fix = finding.fix.unwrap_or_default();
        assert!(fix.contains("record an omit"), "{fix}");
    }
}
