//! OpenAPI 3.1 → 3.0.3, for tools that stop there.
//!
//! The result is valid OpenAPI 3.0.3 for every valid 3.1 document, and says the same wherever 3.0
//! can. Where it cannot, it accepts more values and never fewer: a client made from it sends and
//! reads whatever the 3.1 document allows. What was said otherwise and what was lost is listed.
//!
//! Only what OpenAPI says is a schema is lowered as one: examples, defaults, listed values and
//! extensions are data and stay as they are, and a property named `const` is a property.

mod objects;
mod place;
mod schema;
mod security;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::validate::members;
use objects::Kind;
use place::{Identities, Place};

/// The OpenAPI version of a lowered document: the one that the official schema of 3.0 describes.
const VERSION: &str = "3.0.3";

/// Where a document keeps its named schemas.
const SCHEMAS: &str = "/components/schemas";

/// One construct of OpenAPI 3.1 that 3.0 does not have, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lowering {
    /// The JSON pointer (RFC 6901) to it in the 3.1 document.
    pub pointer: String,
    /// What it is.
    pub construct: &'static str,
    /// What stands for it in 3.0.
    pub became: &'static str,
    /// Whether that says the same to a validator; if not, more is valid than before.
    pub exact: bool,
}

/// The 3.0.3 edition of an OpenAPI 3.1 document, and all that it says otherwise, by pointer.
///
/// What is not valid OpenAPI 3.1 is left as it is where it can be: the result is to be validated
/// by [`validate::openapi_3_0`](crate::validate::openapi_3_0).
#[must_use]
pub fn openapi_3_0(document: &Value) -> (Value, Vec<Lowering>) {
    let mut lowerer = Lowerer {
        source: document,
        identities: Identities::default(),
        moved: BTreeMap::new(),
        wider: BTreeSet::new(),
        references: Vec::new(),
        within: Vec::new(),
        made: Vec::new(),
    };
    // What references lead to is known only when all schemas were seen, and what is moved for
    // their sake may hold references of its own. Nothing that is known is forgotten: this ends.
    loop {
        let known = lowerer.known();
        let lowered = lowerer.document();
        lowerer.move_what_is_wanted(&lowered);
        lowerer.find_what_is_wider();
        if known == lowerer.known() {
            let mut made = lowerer.made;
            made.sort();
            made.dedup();
            return (lowered, made);
        }
        lowerer.made.clear();
        lowerer.references.clear();
    }
}

/// A document on its way to 3.0.
struct Lowerer<'d> {
    source: &'d Value,
    /// The schemas that are known by `$id` or `$anchor`.
    identities: Identities,
    /// The names of schemas that become components, by the pointer to where they stand in 3.1.
    moved: BTreeMap<String, String>,
    /// Pointers to the schemas that more fits in 3.0 than in 3.1.
    wider: BTreeSet<String>,
    /// Pointers to the schemas that have a reference, each with that to where it leads.
    references: Vec<(String, String)>,
    /// Pointers to what is being put in place of a reference.
    within: Vec<String>,
    made: Vec<Lowering>,
}

impl Lowerer<'_> {
    fn document(&mut self) -> Value {
        let source = self.source;
        let mut lowered = self.object(Kind::Document, source, &Place::default());
        for (pointer, name) in self.moved.clone() {
            let Some(schema) = source.pointer(&pointer) else {
                continue;
            };
            let place = self.identities.place(&pointer);
            let schema = self.schema(schema, &place);
            // What is no object is not valid, and makes room.
            let components = object_at(&mut lowered, "components");
            object_at(components, "schemas")[&name] = schema;
        }
        lowered
    }

    /// A schema that a reference leads to and that is gone from its place becomes a component.
    fn move_what_is_wanted(&mut self, lowered: &Value) {
        let wanted: BTreeSet<&String> = self.references.iter().map(|(_, to)| to).collect();
        for pointer in wanted {
            if lowered.pointer(pointer).is_some() || self.source.pointer(pointer).is_none() {
                continue;
            }
            let taken = |name: &String| {
                let component = self.source.pointer(&format!("{SCHEMAS}/{name}"));
                component.is_some() || self.moved.values().any(|moved| moved == name)
            };
            if !self.moved.contains_key(pointer) {
                let base = place::component_name(pointer);
                let numbered = (2..).map(|number| format!("{base}{number}"));
                let mut names = std::iter::once(base.clone()).chain(numbered);
                let free = names.find(|name| !taken(name)).unwrap_or(base);
                self.moved.insert(pointer.clone(), free);
            }
        }
    }

    /// What one pass tells the next.
    fn known(&self) -> (Identities, BTreeMap<String, String>, usize) {
        let (identities, moved) = (self.identities.clone(), self.moved.clone());
        (identities, moved, self.wider.len())
    }

    /// A schema is wider if something was lost within it, or where a reference in it leads.
    fn find_what_is_wider(&mut self) {
        loop {
            let lost = self.made.iter().filter(|lowering| !lowering.exact);
            let lost = lost.map(|lowering| &lowering.pointer);
            let wider = self
                .references
                .iter()
                .filter(|(_, to)| self.wider.contains(to));
            let wider: Vec<&String> = lost.chain(wider.map(|(from, _)| from)).collect();
            let targets = self.references.iter().map(|(_, to)| to);
            let found: Vec<String> = targets
                .filter(|target| !self.wider.contains(*target))
                .filter(|target| wider.iter().any(|pointer| place::within(pointer, target)))
                .cloned()
                .collect();
            if found.is_empty() {
                return;
            }
            self.wider.extend(found);
        }
    }

    /// How much was said so far, for [`lost_since`](Self::lost_since).
    fn so_far(&self) -> [usize; 2] {
        [self.made.len(), self.references.len()]
    }

    /// Adds to the list what says the same in other words.
    fn exact(&mut self, place: &Place, construct: &'static str, became: &'static str) {
        self.add(place, construct, became, true);
    }

    /// Adds to the list what 3.0 cannot say, or not in full.
    fn lost(&mut self, place: &Place, construct: &'static str, became: &'static str) {
        self.add(place, construct, became, false);
    }

    fn add(&mut self, place: &Place, construct: &'static str, became: &'static str, exact: bool) {
        self.made.push(Lowering {
            pointer: place.pointer().to_owned(),
            construct,
            became,
            exact,
        });
    }

    /// Whether something was lost since then, or where a reference made since then leads.
    fn lost_since(&self, [made, references]: [usize; 2]) -> bool {
        let lost = self.made[made..].iter().any(|lowering| !lowering.exact);
        let mut targets = self.references[references..].iter().map(|(_, to)| to);
        lost || targets.any(|target| self.wider.contains(target))
    }
}

/// What is at a member of an object; it becomes an object if it is none.
fn object_at<'v>(holder: &'v mut Value, member: &str) -> &'v mut Value {
    let value = &mut holder[member];
    if !value.is_object() {
        *value = json!({});
    }
    value
}

/// Appends to the array at a keyword, which is there or not.
fn append(keywords: &mut Map<String, Value>, keyword: &str, value: Value) {
    let list = keywords.entry(keyword).or_insert_with(|| json!([]));
    if let Value::Array(list) = list {
        list.push(value);
    }
}
