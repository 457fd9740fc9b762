//! How the objects of a document become claims: for each kind of object a table of what its
//! keywords mean. What stands in no table becomes a claim of its own, so nothing goes unsaid.

mod following;
mod subject;
mod value;

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::{Aspect, Claim, DocumentClaim, Pointer, Shared};

pub(crate) use following::{Following, LONGEST};
pub(crate) use subject::Subject;
pub(crate) use value::{elements, members, plain, strings, text};

/// What a keyword of an object says.
pub(crate) enum Meaning<'d> {
    /// Nothing about the API: a label of ours.
    Label,
    /// Its value, of this aspect.
    Value(Aspect),
    /// That there is a wording.
    Wording,
    /// Each element of its array, of this aspect.
    Each(Aspect),
    /// What is within it.
    Within(Within<'d>),
}

/// Reads the value of a keyword, given the pointer to that value.
///
/// Returns `None` and makes no claim if the value does not have the expected form.
pub(crate) type Within<'d> = fn(&mut Reader<'d>, &Subject, &Arc<str>, &'d Value) -> Option<()>;

/// How many values are read in the place of the references in one value.
const MOST_RESOLVED: usize = 200;

/// The most references that lead to each other there.
const MOST_PASSED: usize = 32;

/// Reads one document into claims; references are followed within that document.
#[derive(Debug)]
pub(crate) struct Reader<'d> {
    pub(crate) root: &'d Value,
    claims: Vec<DocumentClaim>,
    /// Whether documents are read as people mean them, and not word for word.
    pub(crate) is_lenient: bool,
    /// How many claims were made, with those that were taken back or joined.
    pub(crate) said: usize,
    shared: Shared,
    /// How far the components of schemas are followed.
    pub(crate) following: Following<'d>,
    /// Pointers to the components that were read where something uses them. All others are unused.
    pub(crate) reached: HashSet<Arc<str>>,
}

impl<'d> Reader<'d> {
    pub(crate) fn new(root: &'d Value) -> Self {
        Self {
            root,
            claims: Vec::new(),
            is_lenient: false,
            said: 0,
            shared: Shared::default(),
            following: Following::default(),
            reached: HashSet::new(),
        }
    }

    /// A reader of a document that somebody else wrote, as most tools understand it:
    ///
    /// - what has properties is an object, and what has items is an array;
    /// - `nullable` adds `null` to what a schema is made of;
    /// - what stands beside a reference to a parameter, a body, a response or an example is ignored
    ///   (OpenAPI 3.1, section 4.8.23);
    /// - an example is one wherever it stands;
    /// - what only some of several variants require is not required.
    pub(crate) fn lenient(root: &'d Value) -> Self {
        Self {
            is_lenient: true,
            ..Self::new(root)
        }
    }

    /// What a keyword says to a reader that is lenient; to another one, what is unknown.
    pub(crate) fn meant(&self, read: Within<'d>) -> Meaning<'d> {
        Meaning::Within(if self.is_lenient {
            read
        } else {
            |_, _, _, _| None
        })
    }

    /// The claims read since they were last taken.
    pub(crate) fn take(&mut self) -> Vec<DocumentClaim> {
        std::mem::take(&mut self.claims)
    }

    /// The claims read so far, in the order of reading.
    pub(crate) fn into_claims(self) -> Vec<DocumentClaim> {
        self.claims
    }

    /// Adds a claim made at `pointer`.
    pub(crate) fn say(&mut self, subject: &Subject, aspect: Aspect, value: &str, pointer: Pointer) {
        let claim = Claim {
            element: Arc::clone(&subject.0),
            aspect,
            value: self.shared.text(value),
        };
        self.claims.push(DocumentClaim { claim, pointer });
        self.said += 1;
    }

    /// Adds a claim for a keyword that has no aspect of its own, with its whole value.
    pub(crate) fn other(&mut self, subject: &Subject, node: &str, keyword: &str, value: &Value) {
        let pointer = Pointer::to(&Pointer::step(node, keyword));
        let said = format!("{keyword}={value}");
        self.say(subject, Aspect::Keyword, &said, pointer);
    }

    /// Reads the keywords of an object by the table. Returns `None` if it is not an object.
    pub(crate) fn object(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        value: &'d Value,
        table: &[(&'static str, Meaning<'d>)],
    ) -> Option<()> {
        for (keyword, value) in value.as_object()? {
            let known = table.iter().find(|(known, _)| known == keyword);
            let said = known.and_then(|(keyword, meaning)| {
                self.keyword(subject, node, keyword, meaning, value)
            });
            if said.is_none() {
                // What an extension refers to is its own affair.
                let ours = !keyword.starts_with("x-");
                let whole = ours.then(|| self.resolved(value, &mut Vec::new(), &mut 0));
                let whole = whole.flatten();
                self.other(subject, node, keyword, whole.as_ref().unwrap_or(value));
            }
        }
        Some(())
    }

    /// Reads an object in an array or a map. Any other value becomes one claim as it stands.
    pub(crate) fn element(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        value: &'d Value,
        table: &[(&'static str, Meaning<'d>)],
    ) {
        if self.object(subject, node, value, table).is_none() {
            self.as_it_is(subject, node, value);
        }
    }

    /// Adds a claim for a value that does not have the expected form.
    pub(crate) fn as_it_is(&mut self, subject: &Subject, node: &Arc<str>, value: &Value) {
        let said = format!("value={value}");
        self.say(subject, Aspect::Keyword, &said, Pointer::to(node));
    }

    fn keyword(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        keyword: &'static str,
        meaning: &Meaning<'d>,
        value: &'d Value,
    ) -> Option<()> {
        let pointer = || Pointer::keyword(node, keyword);
        match meaning {
            Meaning::Label => {}
            Meaning::Value(aspect) => self.say(subject, *aspect, &plain(value), pointer()),
            Meaning::Wording => {
                value.as_str()?;
                self.say(subject, Aspect::Description, "stated", pointer());
            }
            Meaning::Each(aspect) => {
                for value in elements(value)? {
                    self.say(subject, *aspect, &plain(value), pointer());
                }
            }
            Meaning::Within(read) => {
                return read(self, subject, &Pointer::step(node, keyword), value);
            }
        }
        Some(())
    }

    /// Follows a reference within the document: returns the target and its pointer.
    pub(crate) fn target(&self, reference: &str) -> Option<(Arc<str>, &'d Value)> {
        let node = reference.strip_prefix('#')?;
        Some((node.into(), self.root.pointer(node)?))
    }

    /// Follows a Reference Object. Returns the value itself if it is not a reference, has other
    /// members too that count, or refers to something that does not exist.
    pub(crate) fn referred(&mut self, node: &Arc<str>, value: &'d Value) -> (Arc<str>, &'d Value) {
        let members = value.as_object();
        let sole = members.filter(|members| self.is_lenient || members.len() == 1);
        let reference = sole.and_then(|members| members.get("$ref")?.as_str());
        match reference.and_then(|reference| self.target(reference)) {
            Some((node, target)) => {
                self.reached.insert(Arc::clone(&node));
                (node, target)
            }
            None => (Arc::clone(node), value),
        }
    }

    /// A value with what its references lead to in their place, if there are any. Where a component
    /// uses itself, and where there is too much, the reference stays: the former names nothing.
    fn resolved(
        &mut self,
        value: &'d Value,
        passed: &mut Vec<&'d str>,
        size: &mut usize,
    ) -> Option<Value> {
        *size += 1;
        match value {
            Value::Object(members) => {
                let reference = members.get("$ref").and_then(Value::as_str);
                if let Some(reference) = reference
                    && let Some((node, target)) = self.target(reference)
                {
                    if passed.contains(&reference) {
                        return Some(serde_json::json!({ "$ref": "#" }));
                    }
                    if *size > MOST_RESOLVED || passed.len() > MOST_PASSED {
                        return None;
                    }
                    passed.push(reference);
                    let whole = self.resolved(target, passed, size);
                    passed.pop();
                    self.reached.insert(node);
                    let mut whole = whole.unwrap_or_else(|| target.clone());
                    if let Some(whole) = whole.as_object_mut() {
                        let beside = members.iter().filter(|(name, _)| *name != "$ref");
                        whole.extend(beside.map(|(name, value)| (name.clone(), value.clone())));
                    }
                    return Some(whole);
                }
                let mut whole: Option<Map<String, Value>> = None;
                for (name, value) in members {
                    if let Some(value) = self.resolved(value, passed, size) {
                        whole.get_or_insert_with(|| members.clone())[name] = value;
                    }
                }
                whole.map(Value::Object)
            }
            Value::Array(items) => {
                let mut whole: Option<Vec<Value>> = None;
                for (index, item) in items.iter().enumerate() {
                    if let Some(item) = self.resolved(item, passed, size) {
                        whole.get_or_insert_with(|| items.clone())[index] = item;
                    }
                }
                whole.map(Value::Array)
            }
            _ => None,
        }
    }

    /// Takes the claims from index `from` on, so that the caller can replace them.
    pub(crate) fn revise(&mut self, from: usize, keep: impl Fn(&Claim) -> bool) {
        let mut kept = from;
        for at in from..self.claims.len() {
            if keep(&self.claims[at].claim) {
                self.claims.swap(kept, at);
                kept += 1;
            }
        }
        self.claims.truncate(kept);
    }

    /// Adds `null` to the types that a subject was given from index `from` on; whether there are any.
    pub(crate) fn allow_null(&mut self, from: usize, subject: &Subject) -> bool {
        let mut any = false;
        for made in &mut self.claims[from..] {
            let claim = &mut made.claim;
            if claim.aspect == Aspect::Type && claim.element == subject.0 {
                any = true;
                if !claim.value.ends_with("|null") {
                    claim.value = self.shared.text(&format!("{}|null", claim.value));
                }
            }
        }
        any
    }

    /// Takes the claims from index `from` on.
    pub(crate) fn take_from(&mut self, from: usize) -> Vec<DocumentClaim> {
        self.claims.split_off(from)
    }

    /// Adds claims that were taken.
    pub(crate) fn restore(&mut self, claims: Vec<DocumentClaim>) {
        self.claims.extend(claims);
    }

    /// Takes back all claims from index `from` on.
    pub(crate) fn take_back(&mut self, from: usize) {
        self.claims.truncate(from);
    }

    /// Returns the number of claims so far.
    pub(crate) fn made(&self) -> usize {
        self.claims.len()
    }
}
