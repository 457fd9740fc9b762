//! The state of a lowering: what is known of the document, and what was rewritten so far.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::extent::{DEEPEST, Extent, MOST_COPIED};
use crate::identities::Identities;
use crate::lowering::Lowering;
use crate::place::{Place, decoded};

/// The version of a lowered document: the one that the official schema of 3.0 describes.
pub(crate) const VERSION: &str = "3.0.3";

/// Where a document keeps its named schemas.
pub(crate) const SCHEMAS: &str = "/components/schemas";

/// A document on its way to 3.0.
pub(crate) struct Lowerer<'d> {
    pub(crate) source: &'d Value,
    /// The schemas that are known by `$id` or `$anchor`.
    pub(crate) identities: Identities,
    /// The names of schemas that become components, by their pointers in 3.1.
    pub(crate) moved: BTreeMap<String, String>,
    /// Pointers to the schemas that accept more in 3.0 than in 3.1.
    pub(crate) wider: BTreeSet<String>,
    /// Pointers to the schemas that have a reference, each with the pointer to its target.
    pub(crate) references: Vec<(String, String)>,
    pub(crate) lowerings: Vec<Lowering>,
    /// Pointers to the targets that are being copied to where a reference stood, with their depth.
    copying: Vec<(String, usize)>,
    /// How many values were copied so far.
    copied: usize,
}

impl<'d> Lowerer<'d> {
    pub(crate) fn of(source: &'d Value) -> Self {
        Self {
            source,
            identities: Identities::default(),
            moved: BTreeMap::new(),
            wider: BTreeSet::new(),
            references: Vec::new(),
            lowerings: Vec::new(),
            copying: Vec::new(),
            copied: 0,
        }
    }

    /// Forgets what a pass lists anew.
    pub(crate) fn next_pass(&mut self) {
        self.lowerings.clear();
        self.references.clear();
        self.copied = 0;
    }

    /// Returns how much was listed so far, for [`lost_since`](Self::lost_since).
    pub(crate) fn so_far(&self) -> [usize; 2] {
        [self.lowerings.len(), self.references.len()]
    }

    /// Lists a construct that means the same in other words.
    pub(crate) fn exact(&mut self, place: &Place, construct: &'static str, became: &'static str) {
        self.add(place, construct, became, true);
    }

    /// Lists a construct that 3.0 cannot express, or not in full.
    pub(crate) fn lost(&mut self, place: &Place, construct: &'static str, became: &'static str) {
        self.add(place, construct, became, false);
    }

    fn add(&mut self, place: &Place, construct: &'static str, became: &'static str, exact: bool) {
        self.lowerings.push(Lowering {
            pointer: place.pointer().to_owned(),
            construct,
            became,
            exact,
        });
    }

    /// Whether something was lost since then, or a reference since then leads to a wider schema.
    pub(crate) fn lost_since(&self, [lowerings, references]: [usize; 2]) -> bool {
        let lost = self.lowerings[lowerings..].iter().any(|one| !one.exact);
        let mut targets = self.references[references..].iter().map(|(_, to)| to);
        lost || targets.any(|target| self.wider.contains(target))
    }

    /// Returns the `$ref` of a schema as 3.0 needs it, which knows only pointers and other documents.
    pub(crate) fn reference(&mut self, reference: &str, place: &Place) -> Value {
        let Some(target) = self.identities.target(reference, place) else {
            return reference.into();
        };
        let lowered = match self.moved.get(&target) {
            Some(name) => format!("#{SCHEMAS}/{name}"),
            None if reference.strip_prefix('#').map(decoded).as_ref() == Some(&target) => {
                reference.to_owned()
            }
            None => format!("#{target}"),
        };
        if lowered != reference {
            let construct = "reference by `$id` or `$anchor`, or to what moved";
            self.exact(place, construct, "reference by pointer to a component");
        }
        self.references.push((place.pointer().to_owned(), target));
        lowered.into()
    }

    /// Returns what a Reference Object leads to within the document, and the pointer to it.
    pub(crate) fn target(&self, reference: &Value) -> Option<(&'d Value, String)> {
        let pointer = decoded(reference.as_str()?.strip_prefix('#')?);
        Some((self.source.pointer(&pointer)?, pointer))
    }

    /// Lowers each value of a list or of a map by names at its place, and copies anything else.
    pub(crate) fn each(
        &mut self,
        value: &'d Value,
        place: &Place,
        lower: impl Fn(&mut Self, &'d Value, &Place) -> Value,
    ) -> Value {
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                let each = items.map(|(index, item)| lower(self, item, &place.index(index)));
                each.collect()
            }
            Value::Object(members) => {
                let members = members.iter();
                let each =
                    members.map(|(name, it)| (name.clone(), lower(self, it, &place.step(name))));
                Value::Object(each.collect())
            }
            other => other.clone(),
        }
    }

    /// Whether a target is being copied at this moment: it would be copied into itself.
    pub(crate) fn is_within(&self, target: &str) -> bool {
        self.copying.iter().any(|(pointer, _)| pointer == target)
    }

    /// Copies a target to where a reference stands, unless it would be copied into itself or a
    /// hostile document would grow without end.
    pub(crate) fn copy<T>(
        &mut self,
        (found, target): (&'d Value, String),
        lower: impl FnOnce(&mut Self, &'d Value, &Place) -> T,
    ) -> Option<T> {
        let Extent { depth, values } = Extent::of(found);
        let above: usize = self.copying.iter().map(|(_, depth)| depth).sum();
        if self.is_within(&target) || above + depth > DEEPEST || self.copied + values > MOST_COPIED
        {
            return None;
        }
        self.copied += values;
        let there = self.identities.place(&target);
        self.copying.push((target, depth));
        let lowered = lower(self, found, &there);
        self.copying.pop();
        Some(lowered)
    }
}
