//! The class of every element of a document, and the elements that have none.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, Element, Pointer};

use super::{At, Class, Classes};
use crate::case::Reviewed;
use crate::expected::Evidence;
use crate::finding::{Finding, Kind};

/// Places that hold no data of a request or an answer.
const NO_DATA: [&str; 3] = ["page", "server", "server variable"];

/// Places whose names are no dotted paths.
const FLAT: [&str; 5] = ["cookie", "header", "path", "query", "security"];

/// The class of one element.
#[derive(Clone, Debug)]
pub struct Given<'c> {
    /// The class.
    pub class: &'c Class,
    /// The field within that has it, for an object, an array or a body: it has the strongest class
    /// of what it holds.
    pub of: Option<Arc<str>>,
}

/// The class of every element of a document.
#[derive(Clone, Debug, Default)]
pub struct Classed<'c> {
    elements: BTreeMap<Element, Given<'c>>,
    /// By JSON pointer (RFC 6901); where several elements share a schema, the strongest.
    pointers: BTreeMap<String, Given<'c>>,
    findings: Vec<Finding>,
}

impl<'c> Classed<'c> {
    /// Gives every element of a document its class; so it does with each header that a page names
    /// and OpenAPI leaves to other places, such as `Authorization`. Without classes, none is missing.
    #[must_use]
    pub fn of(classes: &'c Classes, reviewed: &Reviewed) -> Self {
        let mut classed = Self::default();
        if classes.all.is_empty() {
            return classed;
        }
        let made = reviewed.claims.iter().map(|made| {
            let evidence = reviewed.evidence(&made.claim);
            (&made.claim, made.pointer.to_string(), evidence)
        });
        let omitted = reviewed.expected.omitted.iter();
        let omitted = omitted.filter(|(claim, _)| FLAT.contains(&&*claim.place));
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
            let found = found(classes, &claim.element, evidence);
            let strongest = found.iter().map(|(class, ..)| &classes.all[*class]);
            // The first of equals.
            let strongest = strongest.rev().max_by_key(|class| class.strength());
            match strongest {
                Some(class) => classed.give(&claim.element, class),
                None if without.insert(pointer) => {
                    let finding = unclassed(claim, pointer, evidence);
                    classed.findings.push(finding);
                }
                None => {}
            }
            used.extend(found);
        }
        for (claim, pointer, _) in &all {
            let scheme = Pointer::step("/components/securitySchemes", &claim.name).to_string();
            let pointer = if &*claim.place == "security" {
                &scheme
            } else {
                pointer
            };
            if let Some(given) = classed.elements.get(&*claim.element) {
                keep_strongest(&mut classed.pointers, pointer, given.clone());
            }
        }
        classed.findings.extend(idle(classes, &used));
        classed
    }

    /// Gives a field its class, and what holds it, if that has no stronger one.
    fn give(&mut self, element: &Element, class: &'c Class) {
        keep_strongest(&mut self.elements, element, Given { class, of: None });
        let mut name = &*element.name;
        while !name.is_empty() && !FLAT.contains(&&*element.place) {
            name = name.rsplit_once('.').map_or("", |(outer, _)| outer);
            let holder = Element::new(&element.operation, &element.place, name);
            let of = Some(Arc::clone(&element.name));
            keep_strongest(&mut self.elements, &holder, Given { class, of });
        }
    }

    /// The class of an element; of a body as a whole by an empty name.
    #[must_use]
    pub fn get(&self, element: &Element) -> Option<&Given<'c>> {
        self.elements.get(element)
    }

    /// The class of the parameter, property or security scheme at a JSON pointer.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&Given<'c>> {
        self.pointers.get(pointer)
    }

    /// Every field and parameter, in order. What holds fields is not among them.
    pub fn fields(&self) -> impl Iterator<Item = (&Element, &'c Class)> {
        let own = self.elements.iter().filter(|(_, given)| given.of.is_none());
        own.map(|(element, given)| (element, given.class))
    }

    /// Elements without a class, and names in classes that no element needs.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

/// Whether an element has fields, which have classes of their own.
fn holds_fields(element: &Element, elements: &BTreeSet<&Element>) -> bool {
    let Element {
        operation,
        place,
        name,
    } = element;
    let below = format!("{name}.");
    let mut next = elements.range::<Element, _>(Element::new(operation, place, &below)..);
    let is_within = |next: &&Element| {
        (&next.operation, &next.place) == (operation, place) && next.name.starts_with(&below)
    };
    !FLAT.contains(&&**place) && next.next().is_some_and(is_within)
}

/// The names in the file that cover an element, one for each of its pages.
fn found(classes: &Classes, element: &Element, evidence: &[Evidence]) -> BTreeSet<At> {
    let pages: BTreeSet<&str> = evidence.iter().map(|one| &*one.page).collect();
    let unsupported = pages.is_empty().then_some("");
    let pages = pages.into_iter().chain(unsupported);
    pages
        .filter_map(|page| classes.find(page, element))
        .collect()
}

fn keep_strongest<'c, K: Ord + Clone>(all: &mut BTreeMap<K, Given<'c>>, key: &K, given: Given<'c>) {
    let known = all.get(key).map(|known| known.class.strength());
    if known < Some(given.class.strength()) {
        all.insert(key.clone(), given);
    }
}

fn unclassed(claim: &Claim, pointer: &str, evidence: &[Evidence]) -> Finding {
    let Element {
        operation,
        place,
        name,
    } = &*claim.element;
    let problem = format!("expected a class of `{operation} · {place} · {name}`, but found none");
    let mut finding = Finding::new(Kind::UnclassedElement, problem);
    finding.pointer = Some(pointer.to_owned()).filter(|it| !it.is_empty());
    let Some(first) = evidence.first() else {
        return finding;
    };
    let here = evidence.iter().filter(|one| one.page == first.page);
    finding.on(&first.page, here.map(|one| one.line))
}

/// The names in the file that cover nothing, or nothing that no earlier one covers.
fn idle(classes: &Classes, used: &BTreeSet<At>) -> Vec<Finding> {
    let mut all: Vec<At> = classes.names.values().flatten().copied().collect();
    all.retain(|at| !used.contains(at));
    all.sort_unstable();
    let finding = |at: At| {
        let (id, (_, name)) = (classes.all[at.0].id(), classes.selector(at));
        let problem = format!(
            "expected `{name}` of the class `{id}` to cover an element that no earlier class covers, \
             but found none"
        );
        let mut finding = Finding::new(Kind::StaleClass, problem).in_file("classes.toml");
        finding.lines.extend(classes.line(id));
        finding
    };
    all.into_iter().map(finding).collect()
}
