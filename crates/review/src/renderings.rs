//! Bodies that a page renders twice, as a list of fields and as a schema: both must say the same.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Capture, Claim, PageClaims};

use crate::fate::Fate;
use crate::finding::{Finding, Kind};

/// What one rendering of a body says of it.
type Rendering<'c> = BTreeMap<&'c Claim, &'c Fate<'c>>;

/// Every claim that one rendering of a body makes and the other does not, unless a reading omits it.
/// Words are not compared: those of each rendering are anchored. Each finding has the line of the
/// claim, and that of its element in the other rendering.
pub(crate) fn unequal(page: &PageClaims, fates: &[Fate]) -> Vec<Finding> {
    let mut bodies: BTreeMap<(&str, &str), [Rendering; 2]> = BTreeMap::new();
    for fate in fates {
        let claim = &fate.stated.claim;
        // That there is a body, and what its errors are, stands outside both.
        let outside = claim.name.is_empty() && matches!(claim.aspect, Aspect::Listed)
            || claim.aspect == Aspect::Error;
        if outside {
            continue;
        }
        let line = page.capture.line(fate.stated.line);
        let in_schema = line.is_some_and(|line| line.rule == Capture::SCHEMA);
        let body = bodies.entry((&claim.operation, &claim.place)).or_default();
        body[usize::from(in_schema)].entry(claim).or_insert(fate);
    }
    let twice = bodies
        .into_values()
        .filter(|body| body.iter().all(|it| !it.is_empty()));
    let findings = twice.flat_map(|[list, schema]| {
        let mut findings = lone(&page.page, &list, &schema, ["list of fields", "schema"]);
        findings.extend(lone(
            &page.page,
            &schema,
            &list,
            ["schema", "list of fields"],
        ));
        findings
    });
    findings.collect()
}

/// What one rendering says and the other does not.
fn lone(
    page: &str,
    one: &Rendering,
    other: &Rendering,
    [says, does_not]: [&str; 2],
) -> Vec<Finding> {
    let mut elements: BTreeMap<&str, u32> = BTreeMap::new();
    for fate in other.values() {
        let line = elements.entry(&fate.stated.claim.name);
        let line = line.or_insert(fate.stated.line);
        *line = fate.stated.line.min(*line);
    }
    let lone = one.iter();
    let lone = lone.filter(|(claim, fate)| !other.contains_key(*claim) && fate.claim.is_some());
    let finding = |(claim, fate): (&&Claim, &&Fate)| {
        let problem = format!("the {says} of the body says `{claim}`, its {does_not} does not");
        let element = elements.get(&*claim.name).copied();
        let lines: BTreeSet<u32> = element.into_iter().chain([fate.stated.line]).collect();
        Finding::new(Kind::UnequalRenderings, problem).on(page, lines)
    };
    lone.map(finding).collect()
}
