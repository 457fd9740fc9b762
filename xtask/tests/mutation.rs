//! Every check can fail: each claim of each page and each fact of each document is changed and
//! removed, one after the other, and has to be named.

use std::collections::BTreeSet;
use std::path::Path;

use claims::{Aspect, Claim, DocumentClaim, PageClaim, PageClaims};
use contract::catalogue::CATALOGUE;
use review::{Finding, Market, Readings, Traced, Usage};
use serde_json::{Value, json};
use xtask::Inputs;
use xtask::command::read;
use xtask::outcome::CONSOLIDATED;

fn inputs() -> Inputs {
    let spec = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec"));
    Inputs::load(spec, &CATALOGUE).expect("spec/ can be read")
}

/// What is said of one operation of a page, by the handle that the page has for it: nothing else
/// takes part in comparing it.
struct Scope<'s> {
    readings: &'s Readings,
    page: PageClaims,
    document: Vec<DocumentClaim>,
}

impl<'s> Scope<'s> {
    fn of(
        operation: &str,
        page: &PageClaims,
        document: &[DocumentClaim],
        readings: &'s Readings,
    ) -> Self {
        let mut page = page.clone();
        page.claims
            .retain(|stated| &*stated.claim.operation == operation);
        let expected = review::expect(&page, readings, &mut Usage::of(readings));
        let meant: BTreeSet<_> = expected.claims.keys().map(|it| &*it.operation).collect();
        let within = |made: &&DocumentClaim| meant.contains(&*made.claim.operation);
        let document = document.iter().filter(within).cloned().collect();
        Self {
            readings,
            page,
            document,
        }
    }

    fn findings(&self, page: &PageClaims, document: &[DocumentClaim]) -> Vec<Finding> {
        let mut usage = Usage::of(self.readings);
        let expected = review::expect(page, self.readings, &mut usage);
        review::compare(&expected, document, "openapi.json")
    }

    /// The rows of the traceability that a change of the page changes.
    fn evidence(&self, page: &PageClaims) -> BTreeSet<String> {
        let expected = review::expect(page, self.readings, &mut Usage::of(self.readings));
        let rows = review::traceability(&Traced {
            document: &Value::Null,
            made: &self.document,
            expected: &expected,
            readings: self.readings,
        });
        rows.lines().map(str::to_owned).collect()
    }
}

/// The same claim with another value, or of another element where it has none.
fn changed(claim: &Claim) -> Claim {
    let mut changed = claim.clone();
    match claim.aspect {
        Aspect::Listed => changed.name = format!("{}Other", claim.name).into(),
        _ => changed.value = format!("{}Other", claim.value).into(),
    }
    changed
}

fn operations(page: &PageClaims) -> BTreeSet<String> {
    page.claims
        .iter()
        .map(|stated| stated.claim.operation.to_string())
        .collect()
}

/// Whether a finding leads a reader to the line.
fn names(findings: &[Finding], stated: &PageClaim) -> bool {
    let text = format!("`{}`", stated.claim);
    findings
        .iter()
        .any(|found| found.lines.contains(&stated.line) || found.problem.contains(&text))
}

/// A page that changes is seen, whether its claims on file follow or not.
fn every_change_of_a_page_is_named(id: &str) {
    let Inputs { readings, claims } = inputs();
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let page = &claims
        .iter()
        .find(|file| file.page.page == id)
        .expect("a known page")
        .page;
    let made = claims::openapi::claims(&documents.providers[id]);
    let (mut mutations, mut missed) = (0, Vec::new());
    for operation in operations(page) {
        let scope = Scope::of(&operation, page, &made, &readings);
        assert_eq!(
            scope.findings(&scope.page, &scope.document),
            [],
            "agrees to begin with"
        );
        let before = scope.evidence(&scope.page);
        for (index, stated) in scope.page.claims.iter().enumerate() {
            for change in [None, Some(changed(&stated.claim))] {
                mutations += 1;
                let mut mutant = scope.page.clone();
                match &change {
                    None => drop(mutant.claims.remove(index)),
                    Some(claim) => mutant.claims[index].claim.clone_from(claim),
                }
                mutant.sort();
                let kind = if change.is_some() {
                    "changed"
                } else {
                    "removed"
                };
                if !names(
                    &read::compare(&[mutant.clone()], &[&scope.page], Path::new("pages")),
                    stated,
                ) {
                    missed.push(format!("{kind} on the page alone: {stated:?}"));
                }
                if names(&scope.findings(&mutant, &scope.document), stated) {
                    continue;
                }
                // Another line says the same: then the evidence in the traceability is stale.
                let after = scope.evidence(&mutant);
                let line = stated.line.to_string();
                let names_line = |row: &&String| {
                    row.split(',')
                        .rev()
                        .nth(7)
                        .is_some_and(|lines| lines.split(' ').any(|other| other == line))
                };
                if !before.difference(&after).any(|row| names_line(&row)) {
                    missed.push(format!("{kind} on the page and on file: {stated:?}"));
                }
            }
        }
    }
    let named = mutations - missed.len();
    println!(
        "{id}: {named} of {mutations} changes of {} claims are named",
        page.claims.len()
    );
    assert!(mutations >= 2 * page.claims.len(), "every claim took part");
    assert!(missed.is_empty(), "{:#?}", &missed[..missed.len().min(10)]);
}

/// Members that are labels of ours: a change of theirs makes the file stale and nothing else.
const LABELS: [&str; 5] = [
    "operationId",
    "info",
    "x-displayName",
    "x-tagGroups",
    "openapi",
];

/// Whether a pointer leads to the wording of a named type, which is a label like the name.
fn words_a_type(pointer: &str) -> bool {
    let steps: Vec<&str> = pointer.split('/').collect();
    matches!(steps[..], ["", "components", "schemas", _, "description"])
}

/// Whether a pointer leads to a wording.
fn is_wording(pointer: &str) -> bool {
    let described = pointer.ends_with("/description") && !pointer.contains("externalDocs");
    described || pointer.contains("/x-enumDescriptions/")
}

/// The pointers to every member and item of a document that states a fact.
fn facts(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let mut visit = |token: &str, value: &Value| {
        let pointer = format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"));
        facts(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Object(members) => {
            let is_property = pointer.ends_with("/properties");
            for (name, member) in members {
                if is_property || !LABELS.contains(&name.as_str()) {
                    visit(name, member);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(&index.to_string(), item);
            }
        }
        _ => {}
    }
}

/// The document without what the pointer points to, or with something else there.
fn mutant(document: &Value, pointer: &str, change: bool) -> Option<Value> {
    let mut mutant = document.clone();
    if change {
        let target = mutant.pointer_mut(pointer)?;
        *target = match &*target {
            Value::String(text) => Value::String(format!("{text}Other")),
            Value::Bool(truth) => Value::Bool(!truth),
            Value::Number(_) => Value::from(987_654),
            Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        return Some(mutant);
    }
    let (holder, token) = pointer.rsplit_once('/')?;
    let token = token.replace("~1", "/").replace("~0", "~");
    match mutant.pointer_mut(holder)? {
        Value::Object(members) => drop(members.shift_remove(&token)?),
        Value::Array(items) => drop(items.remove(token.parse().ok()?)),
        _ => return None,
    }
    Some(mutant)
}

fn every_fact_of_a_document_is_held(id: &str) {
    let Inputs { readings, claims } = inputs();
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let mut markets = Vec::new();
    for file in claims
        .iter()
        .filter(|file| id == CONSOLIDATED || file.page.page == id)
    {
        let expected = review::expect(&file.page, &readings, &mut Usage::of(&readings));
        markets.push(Market {
            page: file.page.page.clone(),
            expected,
        });
    }
    let (expected, document) = match id {
        CONSOLIDATED => (review::consolidated(&markets), &documents.consolidated),
        _ => (markets.remove(0).expected, &documents.providers[id]),
    };
    let disagrees = |document: &Value| {
        let made = claims::openapi::claims(document);
        !review::compare(&expected, &made, "openapi.json").is_empty()
            || !document::validate::openapi(document).is_empty()
    };
    assert!(!disagrees(document), "agrees to begin with");
    let mut pointers = Vec::new();
    facts(document, "", &mut pointers);
    let (mut mutations, mut missed) = (0, Vec::new());
    // An empty schema says nothing, so its absence says the same.
    pointers.retain(|pointer| document.pointer(pointer) != Some(&json!({})));
    pointers.retain(|pointer| !words_a_type(pointer));
    for pointer in &pointers {
        for change in [false, true] {
            // A wording is ours: that it is there is a fact, and what it says is not.
            if change && is_wording(pointer) {
                continue;
            }
            let Some(mutant) = mutant(document, pointer, change) else {
                continue;
            };
            mutations += 1;
            if !disagrees(&mutant) {
                missed.push(format!(
                    "{} {pointer}",
                    if change { "changed" } else { "removed" }
                ));
            }
        }
    }
    let held = mutations - missed.len();
    println!("{id}: {held} of {mutations} changes of the document are findings");
    assert!(mutations > 200, "the document was walked");
    assert!(missed.is_empty(), "{:#?}", &missed[..missed.len().min(40)]);
}

macro_rules! page_and_document {
    ($($name:ident: $id:literal,)+) => {
        $(mod $name {
            #[test]
            fn every_change_of_the_page_is_named() {
                super::every_change_of_a_page_is_named($id);
            }

            #[test]
            fn every_fact_of_the_document_is_held() {
                super::every_fact_of_a_document_is_held($id);
            }
        })+

        #[test]
        fn every_page_takes_part() {
            let ids: Vec<&str> = CATALOGUE.providers.iter().map(|provider| provider.id).collect();
            assert_eq!(ids, [$($id),+]);
        }
    };
}

page_and_document! {
    citi_hong_kong: "citi-hong-kong",
    citi_australia: "citi-australia",
    citibanamex_segments: "citibanamex-segments",
    worldline_connect: "worldline-connect",
    flexiti_customers: "flexiti-customers",
}

#[test]
fn every_fact_of_the_consolidated_document_is_held() {
    every_fact_of_a_document_is_held(CONSOLIDATED);
}
