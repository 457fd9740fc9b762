//! The class of every element of a document, and the elements that have none.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Claim, DocumentClaim, Element, Pointer};

use super::{Class, Classes};
use crate::expected::{Evidence, Expected};
use crate::finding::{Finding, Kind};

/// Places that hold no data of a request or an answer.
const NO_DATA: [&str; 3] = ["page", "server", "server variable"];

/// Places whose names are no dotted paths.
const FLAT: [&str; 5] = ["cookie", "header", "path", "query", "security"];

/// The class of every element of a document.
#[derive(Clone, Debug, Default)]
pub struct Classed<'c> {
    fields: BTreeMap<Element, &'c Class>,
    /// Objects, arrays and bodies, each with the strongest class of what it holds.
    holders: BTreeMap<Element, &'c Class>,
    /// By JSON pointer (RFC 6901); where several elements share a schema, the strongest.
    pointers: BTreeMap<String, &'c Class>,
    findings: Vec<Finding>,
}

impl<'c> Classed<'c> {
    /// Gives every element of a document its class; so it does with each header that a page names
    /// and OpenAPI leaves to other places, such as `Authorization`. Without classes, none is missing.
    #[must_use]
    pub fn of(classes: &'c Classes, claims: &[DocumentClaim], expected: &Expected) -> Self {
        let mut classed = Self::default();
        if classes.all().is_empty() {
            return classed;
        }
        let made = claims.iter().map(|made| {
            let evidence = expected.evidence(&made.claim);
            (&made.claim, made.pointer.to_string(), evidence)
        });
        let omitted = expected.omitted.iter();
        let omitted = omitted.map(|(claim, by)| (claim, String::new(), by.as_slice()));
        let is_data = |claim: &Claim| {
            let named = claim.aspect == Aspect::Listed && !claim.name.is_empty();
            named && !NO_DATA.contains(&&*claim.place)
        };
        let all: Vec<_> = made.chain(omitted).filter(|(it, ..)| is_data(it)).collect();
        let elements: BTreeSet<&Element> = all.iter().map(|(claim, ..)| &*claim.element).collect();
        let (mut used, mut without) = (BTreeSet::new(), BTreeSet::new());
        for (claim, pointer, evidence) in &all {
            if holds_fields(&claim.element, &elements) {
                continue;
            }
            let pages: BTreeSet<&str> = evidence.iter().map(|one| &*one.page).collect();
            let unsupported = pages.is_empty().then_some("");
            let pages = pages.into_iter().chain(unsupported);
            let found = pages.filter_map(|page| classes.find(page, &claim.element));
            let found: Vec<(usize, &Class)> = found.collect();
            for (at, class) in &found {
                used.insert(*at);
                classed.give(&claim.element, class);
            }
            // What operations share is told once.
            if found.is_empty() && without.insert((pointer, &claim.name)) {
                classed.findings.push(unclassed(claim, pointer, evidence));
            }
        }
        for (claim, pointer, _) in &all {
            let scheme = Pointer::step("/components/securitySchemes", &claim.name).to_string();
            let is_scheme = &*claim.place == "security";
            let pointer = if is_scheme { &scheme } else { pointer };
            if let Some(class) = classed.get(&claim.element) {
                keep_strongest(&mut classed.pointers, pointer, class);
            }
        }
        let names = classes.names().enumerate();
        let idle = names.filter(|(at, _)| !used.contains(at));
        let idle = idle.map(|(_, (class, _, name))| stale(class, name));
        classed.findings.extend(idle);
        classed
    }

    /// Gives a field its class, and what holds it, if that has no stronger one.
    fn give(&mut self, element: &Element, class: &'c Class) {
        keep_strongest(&mut self.fields, element, class);
        let mut name = &*element.name;
        while !name.is_empty() && !FLAT.contains(&&*element.place) {
            name = name.rsplit_once('.').map_or("", |(outer, _)| outer);
            let holder = Element::new(&element.operation, &element.place, name);
            keep_strongest(&mut self.holders, &holder, class);
        }
    }

    /// The class of an element; of a body as a whole by an empty name.
    #[must_use]
    pub fn get(&self, element: &Element) -> Option<&'c Class> {
        let own = self.fields.get(element);
        own.or_else(|| self.holders.get(element)).copied()
    }

    /// The class of the parameter, property or security scheme at a JSON pointer.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&'c Class> {
        self.pointers.get(pointer).copied()
    }

    /// Every field and parameter, in order. What holds fields is not among them.
    pub fn fields(&self) -> impl Iterator<Item = (&Element, &'c Class)> {
        self.fields.iter().map(|(element, class)| (element, *class))
    }

    /// Elements without a class, and names in classes that no element needs.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

/// Whether an element has fields, which have classes of their own.
fn holds_fields(element: &Element, elements: &BTreeSet<&Element>) -> bool {
    let below = format!("{}.", element.name);
    let first = Element::new(&element.operation, &element.place, &below);
    let next = elements.range::<Element, _>(first..).next();
    let is_within = |next: &&Element| {
        let here = next.operation == element.operation && next.place == element.place;
        here && next.name.starts_with(&below)
    };
    !FLAT.contains(&&*element.place) && next.is_some_and(is_within)
}

fn keep_strongest<'c, K: Ord + Clone>(all: &mut BTreeMap<K, &'c Class>, key: &K, class: &'c Class) {
    let known = all.get(key).map(|known| known.strength());
    if known < Some(class.strength()) {
        all.insert(key.clone(), class);
    }
}

fn unclassed(claim: &Claim, pointer: &String, evidence: &[Evidence]) -> Finding {
    let parts = [&*claim.operation, &*claim.place, &*claim.name].join(" · ");
    let problem = format!("expected a class of `{parts}`, but found none");
    let mut finding = Finding::new(Kind::UnclassedElement, problem).in_file("openapi.json");
    if !pointer.is_empty() {
        finding = finding.at(pointer);
    }
    let Some(Evidence { page, .. }) = evidence.first() else {
        return finding;
    };
    let here = evidence.iter().filter(|one| one.page == *page);
    finding.on(page, here.map(|one| one.line))
}

/// A name in the file covers nothing, or nothing that no earlier one covers.
fn stale(class: &Class, name: &str) -> Finding {
    let (id, line) = (class.id(), class.line);
    let problem = format!(
        "expected `{name}` of the class `{id}` (line {line}) to cover an element that no earlier \
         class covers, but found none"
    );
    Finding::new(Kind::StaleClass, problem).in_file("classes.toml")
}
