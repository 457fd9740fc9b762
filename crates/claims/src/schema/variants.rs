//! `anyOf` and `oneOf`: what is said of the variants of one element, as documentation says it.

use std::sync::Arc;

use ahash::{AHashMap, AHashSet};
use serde_json::Value;

use super::dialect;
use crate::reader::{Reader, Subject, elements, members};
use crate::{Aspect, DocumentClaim, Element, Pointer};

impl<'d> Reader<'d> {
    /// Says of an element what its variants say of it. Their types are joined, and a property is
    /// required if every variant that may have it requires it.
    ///
    /// Returns `None` if a variant is no object, or if a property is required that no variant lists.
    pub(super) fn variants(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        value: &'d Value,
    ) -> Option<()> {
        let schemas = elements(value)?;
        if !schemas.iter().all(|it| members(it).is_some()) {
            return None;
        }
        let before = self.made();
        let mut ends = Vec::new();
        let variants = schemas.iter().enumerate();
        let variants = variants.filter(|(_, it)| !dialect::is_null(it));
        let apart = usize::from(variants.clone().count() > 1);
        if self.following.apart == 0 {
            self.following.together = self.following.chain.len();
        }
        for (index, schema) in variants {
            let node = Pointer::step(node, &index.to_string());
            self.following.apart += apart;
            self.schema(subject, &node, schema);
            self.following.apart -= apart;
            ends.push(self.made());
        }
        if ends.len() > 1 {
            let made = self.take_from(before);
            let ends = ends.iter().map(|end| end - before).collect();
            let joined = Variants::of(subject, &made, ends).join(node, made, self.is_lenient)?;
            self.restore(joined);
        }
        if ends.len() < schemas.len() && !self.allow_null(before, subject) {
            self.say(subject, Aspect::Keyword, "nullable=true", Pointer::to(node));
        }
        Some(())
    }
}

/// What the variants of an element say of it and of its properties.
struct Variants<'s> {
    subject: &'s Subject,
    /// Where the claims of each variant end.
    ends: Vec<usize>,
    /// How many variants list a property, and how many require it.
    properties: AHashMap<Arc<Element>, [usize; 2]>,
    types: AHashMap<Arc<Element>, Vec<Arc<str>>>,
}

impl<'s> Variants<'s> {
    fn of(subject: &'s Subject, made: &[DocumentClaim], ends: Vec<usize>) -> Self {
        let mut variants = Self {
            subject,
            ends,
            properties: AHashMap::new(),
            types: AHashMap::new(),
        };
        let mut start = 0;
        for end in &variants.ends {
            let mut told = AHashSet::new();
            for claim in made[start..*end].iter().map(|it| &it.claim) {
                let element = &claim.element;
                let at = match claim.aspect {
                    Aspect::Listed => 0,
                    Aspect::Required => 1,
                    Aspect::Type => {
                        let types = variants.types.entry(Arc::clone(element)).or_default();
                        types.push(Arc::clone(&claim.value));
                        continue;
                    }
                    _ => continue,
                };
                if told.insert((Arc::clone(element), at)) {
                    variants.properties.entry(Arc::clone(element)).or_default()[at] += 1;
                }
            }
            start = *end;
        }
        variants
    }

    /// The claims of all of them together.
    fn join(
        mut self,
        node: &Arc<str>,
        made: Vec<DocumentClaim>,
        is_lenient: bool,
    ) -> Option<Vec<DocumentClaim>> {
        let mut told = AHashSet::new();
        let mut joined = Vec::new();
        for mut made in made {
            let claim = &mut made.claim;
            match claim.aspect {
                Aspect::Required if !self.is_required(&claim.element) => {
                    if !is_lenient && self.properties[&claim.element][0] == 0 {
                        return None;
                    }
                    continue;
                }
                Aspect::Type => {
                    let Some(types) = self.types.remove(&claim.element) else {
                        continue;
                    };
                    let joined = dialect::joined(types.iter().map(|it| &**it));
                    if claim.element == self.subject.0 && *joined != *claim.value {
                        made.pointer = Pointer::to(node);
                    }
                    claim.value = joined.into();
                }
                _ => {}
            }
            if told.insert(made.claim.clone()) {
                joined.push(made);
            }
        }
        Some(joined)
    }

    /// Whether every variant that may have a property requires it.
    fn is_required(&self, property: &Element) -> bool {
        let (outer, _) = property.name.rsplit_once('.').unwrap_or_default();
        let listed = |name: &str| {
            let outer = Element {
                name: name.into(),
                ..property.clone()
            };
            self.properties.get(&outer).map(|count| count[0])
        };
        let is_whole = *outer == *self.subject.name;
        let of = (!is_whole).then(|| listed(outer)).flatten();
        self.properties[property][1] == of.unwrap_or(self.ends.len())
    }
}
