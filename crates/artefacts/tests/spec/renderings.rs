//! Bodies that a page renders twice: each rendering counts for itself.

use artefacts::stale_claims;
use claims::{Aspect, Capture, PageClaims};
use review::{Case, Cases, Finding, Kind};
use serde_json::Value;

use super::inputs;

/// What the pages say of the first body that they render as a list of fields and as a schema.
fn bodies() -> Vec<PageClaims> {
    let mut bodies = Vec::new();
    for file in inputs().claims {
        let mut page = file.page;
        let in_schema = |line: u32| {
            let line = page.capture.line(line);
            line.is_some_and(|line| line.rule == Capture::SCHEMA)
        };
        let rendered = |schema: bool| {
            let claims = page.claims.iter();
            let of = claims.filter(move |it| in_schema(it.line) == schema);
            of.map(|it| (it.claim.operation.to_string(), it.claim.place.to_string()))
        };
        let lists: Vec<_> = rendered(false).collect();
        let Some(body) = rendered(true).find(|body| lists.contains(body)) else {
            continue;
        };
        let of_body = |operation: &str, place: &str| (operation, place) == (&*body.0, &*body.1);
        page.claims
            .retain(|it| of_body(&it.claim.operation, &it.claim.place));
        bodies.push(page);
    }
    assert!(bodies.len() > 1, "pages render bodies twice");
    bodies
}

fn unequal(page: &PageClaims) -> Vec<Finding> {
    let readings = inputs().readings;
    let cases = vec![Case::of(page, &readings, &Value::Null)];
    let findings = Cases::of(cases, &readings, &Value::Null).findings(|_| String::new());
    let unequal = findings.into_iter();
    unequal
        .filter(|it| it.kind == Kind::UnequalRenderings)
        .collect()
}

#[test]
fn what_only_one_rendering_says_is_named_with_its_line() {
    for page in bodies() {
        assert_eq!(unequal(&page), []);
        for index in 0..page.claims.len() {
            let mut changed = page.clone();
            let gone = changed.claims.remove(index);
            let claim = &gone.claim;
            let twin = changed.claims.iter().find(|it| it.claim == *claim);
            let Some(twin) = twin else {
                let outside = [Aspect::Listed, Aspect::Error].contains(&claim.aspect);
                assert!(outside, "only one rendering says {claim}");
                continue;
            };
            let found = unequal(&changed);
            let names = |it: &Finding| {
                it.lines.contains(&twin.line) && it.problem.contains(&format!("`{claim}`"))
            };
            assert!(found.iter().any(names), "line {}: {claim}", gone.line);
        }
    }
}

#[test]
fn a_line_that_goes_is_reported_at_its_own_place() {
    for page in bodies() {
        for index in 0..page.claims.len() {
            let mut changed = page.clone();
            let gone = changed.claims.remove(index);
            let found = stale_claims(&changed, &page, "read");
            let lines: Vec<&[u32]> = found.iter().map(|it| &*it.lines).collect();
            assert_eq!(lines, [[gone.line]], "{}", gone.claim);
        }
    }
}
