//! Words that change on a page are named until a person has read them.

use ::contract::catalogue::CATALOGUE;
use artefacts::releases::Releases;
use artefacts::table::ANCHORS;
use artefacts::{Built, Inputs, build};
use claims::{Aspect, Digest, PageClaim};
use review::Kind;

use super::inputs;

const STALE: [Kind; 3] = [
    Kind::StaleDescription,
    Kind::StaleMeaning,
    Kind::StaleBinding,
];

fn built(inputs: &Inputs) -> Built {
    let draft = document::build(&CATALOGUE);
    build(&CATALOGUE, draft, inputs, &Releases::default()).expect("the catalogue is consistent")
}

/// The lines of each page whose words are reported, with the kind of the report.
fn reported(built: &Built) -> Vec<(Kind, &str, u32)> {
    let stale = built.findings.iter();
    let stale = stale.filter(|finding| STALE.contains(&finding.kind));
    let on = |finding: &'_ review::Finding| (finding.kind, finding.lines.clone());
    let mut reported = Vec::new();
    for finding in stale {
        let page = finding.page.as_deref().expect("a page");
        let (kind, lines) = on(finding);
        reported.extend(lines.into_iter().map(|line| (kind, page, line)));
    }
    reported
}

/// The inputs after every statement in words was worded differently, and what was read was exported.
fn reworded(keep: impl Fn(&PageClaim) -> bool) -> Inputs {
    let mut inputs = inputs();
    for file in &mut inputs.claims {
        for stated in file.page.claims.iter_mut().filter(|it| !keep(it)) {
            let other = stated.digest.map(|digest| Digest::of(digest.as_str()));
            stated.digest = other;
        }
    }
    exported(inputs)
}

/// The same inputs after an export.
fn exported(mut inputs: Inputs) -> Inputs {
    let anchors = &built(&inputs).files[ANCHORS];
    inputs.anchors = claims::anchors::parse(anchors).expect("what was just written");
    inputs
}

#[test]
fn every_statement_in_words_is_reported_with_its_line_once_its_words_change() {
    let inputs = reworded(|_| false);
    let built = built(&inputs);
    let reported = reported(&built);
    for file in &inputs.claims {
        let page = &*file.page.page;
        let worded = file.page.claims.iter().filter(|it| it.digest.is_some());
        for stated in worded {
            let kind = match stated.claim.aspect {
                _ if stated.claim.name.contains('#') => Kind::StaleBinding,
                Aspect::EnumDescription => Kind::StaleMeaning,
                _ => Kind::StaleDescription,
            };
            let due = (kind, page, stated.line);
            assert!(reported.contains(&due), "{due:?}: {}", stated.claim);
        }
    }
    for kind in STALE {
        assert!(reported.iter().any(|it| it.0 == kind), "invalid test case");
    }
    let stale = built.findings.iter();
    for finding in stale.filter(|it| STALE.contains(&it.kind)) {
        let fix = finding.fix.as_deref().unwrap_or_default();
        assert!(fix.contains("cargo xtask confirm "), "{finding:?}");
    }
}

#[test]
fn what_did_not_change_is_not_reported() {
    assert_eq!(reported(&built(&inputs())), []);
    let inputs = reworded(|stated| stated.line != 547);
    let built = built(&inputs);
    let reported = reported(&built);
    assert_eq!(reported.len(), 1, "{reported:?}");
}

#[test]
fn a_page_that_moved_changes_no_anchor() {
    let mut moved = inputs();
    let before = built(&moved).files[ANCHORS].clone();
    for file in &mut moved.claims {
        for stated in &mut file.page.claims {
            stated.line += 3;
        }
    }
    let after = built(&moved);
    assert_eq!(after.files[ANCHORS], before);
    assert_eq!(reported(&after), []);
}

#[test]
fn a_new_statement_is_anchored_and_one_that_is_gone_is_not() {
    let mut inputs = inputs();
    let known = inputs.anchors.pop().expect("an anchor");
    let mut gone = known.clone();
    gone.page = "a-page".to_owned();
    inputs.anchors.push(gone);
    let inputs = exported(inputs);
    assert_eq!(inputs.anchors.last(), Some(&known));
    assert!(inputs.anchors.iter().all(|it| it.page != "a-page"));
}

#[test]
fn anchors_read_back_as_they_were_written() {
    let anchors = inputs().anchors;
    let text = claims::anchors::render(&anchors);
    assert_eq!(claims::anchors::parse(&text), Ok(anchors));
    let errors = |text: &str| {
        let errors = claims::anchors::parse(text).expect_err("it is malformed");
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        errors.join("; ")
    };
    let header = claims::anchors::COLUMNS.join(",");
    let at = format!("line 1, column 1: expected the header `{header}`");
    assert_eq!(errors("page,operation\n"), at);
    assert_eq!(
        errors(&format!(
            "{header}\na,,,,title,,0123,\na,,,,titel,,0123456789ab,\na\n"
        )),
        "line 2, column 7: expected a digest of 12 hexadecimal digits, but found `0123` instead; \
         line 3, column 5: expected an aspect such as `type` or `required`, but found `titel` \
         instead; line 4, column 2: expected 8 columns, but found 1 instead"
    );
}
