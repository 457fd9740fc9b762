//! What a page says under the readings, element by element, in the order of its lines.

use std::collections::BTreeSet;

use claims::{Aspect, Claim, Digest, PageClaims};
use review::{Case, Readings};
use serde_json::Value;

/// What is said of a type: name within it, aspect, value.
pub(crate) type Shape = BTreeSet<(String, Aspect, String)>;

/// One thing that is said of an element.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) aspect: Aspect,
    pub(crate) value: String,
    pub(crate) digest: Option<Digest>,
    /// The claim of the page that it comes from, as readings select it; none if it is supplied.
    pub(crate) stated: Option<Claim>,
}

/// An element of an operation: a parameter, a body, a property, the operation itself.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) place: String,
    pub(crate) name: String,
    /// The line that says the first of it.
    pub(crate) line: u32,
    pub(crate) facts: Vec<Fact>,
}

impl Element {
    pub(crate) fn get(&self, aspect: Aspect) -> Option<&str> {
        self.all(aspect).next()
    }

    pub(crate) fn all(&self, aspect: Aspect) -> impl Iterator<Item = &str> {
        let facts = self.facts.iter().filter(move |it| it.aspect == aspect);
        facts.map(|fact| fact.value.as_str())
    }

    pub(crate) fn has(&self, aspect: Aspect) -> bool {
        self.get(aspect).is_some()
    }

    pub(crate) fn required(&self) -> bool {
        self.get(Aspect::Required) == Some("true")
    }

    /// The digests of the sentences that describe it, in their order.
    pub(crate) fn wording(&self) -> Vec<Digest> {
        let facts = self.facts.iter();
        let mut digests: Vec<_> = facts
            .filter(|it| it.aspect == Aspect::Description)
            .filter_map(|it| it.digest)
            .collect();
        digests.sort_unstable();
        digests.dedup();
        digests
    }

    /// The last part of its name.
    pub(crate) fn last(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }

    /// The claim of the page on which a supply can hang.
    pub(crate) fn hook(&self) -> Option<&Claim> {
        let stated = |listed: bool| {
            let mut facts = self.facts.iter();
            facts.find(|it| it.stated.is_some() && (!listed || it.aspect == Aspect::Listed))
        };
        stated(true).or_else(|| stated(false))?.stated.as_ref()
    }
}

/// An operation of the page; without a name, what is said of the page itself.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// `GET /v1/boats`.
    pub(crate) name: String,
    pub(crate) elements: Vec<Element>,
}

impl Operation {
    pub(crate) fn element(&self, place: &str, name: &str) -> Option<&Element> {
        let mut elements = self.elements.iter();
        elements.find(|it| it.place == place && it.name == name)
    }

    /// Method in lower case and path; none if the page lost one of them.
    pub(crate) fn method_and_path(&self) -> Option<(String, &str)> {
        let (method, path) = self.name.split_once(' ')?;
        let method = method.to_ascii_lowercase();
        let known = claims::openapi::METHODS.contains(&method.as_str());
        (known && path.starts_with('/') && !path.contains(' ')).then_some((method, path))
    }

    pub(crate) fn title(&self) -> Option<&str> {
        self.element("operation", "")?.get(Aspect::Title)
    }

    pub(crate) fn documented(&self) -> bool {
        self.element("operation", "")
            .is_some_and(|it| it.has(Aspect::Documented))
    }

    /// The properties or parameters directly below a name.
    pub(crate) fn children<'o>(
        &'o self,
        place: &'o str,
        parent: &'o str,
    ) -> impl Iterator<Item = &'o Element> {
        self.elements.iter().filter(move |it| {
            let below = match parent {
                "" => Some(&*it.name),
                _ => it
                    .name
                    .strip_prefix(parent)
                    .and_then(|it| it.strip_prefix('.')),
            };
            it.place == place
                && it.has(Aspect::Listed)
                && below.is_some_and(|it| !it.is_empty() && !it.contains('.'))
        })
    }

    /// The statuses that it answers with.
    pub(crate) fn responses(&self) -> impl Iterator<Item = &Element> {
        let is = |it: &&Element| {
            let status = it.place.starts_with(|it: char| it.is_ascii_digit());
            it.name.is_empty() && it.has(Aspect::Listed) && (status || it.place == "default")
        };
        self.elements.iter().filter(is)
    }

    /// The parameters of a place.
    pub(crate) fn parameters<'o>(&'o self, place: &'o str) -> impl Iterator<Item = &'o Element> {
        self.elements
            .iter()
            .filter(move |it| it.place == place && !it.name.is_empty() && it.has(Aspect::Listed))
    }

    /// All that is said of a type at an element, with names as they are within it.
    pub(crate) fn shape(&self, place: &str, root: &str) -> Shape {
        let mut shape = Shape::new();
        for element in self.elements.iter().filter(|it| it.place == place) {
            let within = match element.name.strip_prefix(root) {
                Some(within) if root.is_empty() => within,
                Some(within) if within.is_empty() || within.starts_with('.') => {
                    within.trim_start_matches('.')
                }
                _ => continue,
            };
            for fact in &element.facts {
                let of_type = matches!(
                    fact.aspect,
                    Aspect::Type | Aspect::Enum | Aspect::EnumDescription | Aspect::ReferenceData
                );
                if within.is_empty() && !of_type {
                    continue;
                }
                let mut value = fact.value.as_str();
                if within.is_empty() && fact.aspect == Aspect::Type {
                    value = value.trim_start_matches("array of ");
                }
                shape.insert((within.to_owned(), fact.aspect, value.to_owned()));
            }
        }
        shape
    }
}

/// All that a page says under the readings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// The page itself first, then its operations in its order.
    pub(crate) operations: Vec<Operation>,
}

impl Said {
    pub(crate) fn of(page: &PageClaims, readings: &Readings) -> Self {
        let case = Case::of(page, readings, &Value::Null);
        let mut said = Self::default();
        for fate in &case.fates {
            let stated = fate.stated;
            if let Some(claim) = &fate.claim {
                let called = Some(fate.called.clone());
                said.add(claim, stated.line, stated.digest, called);
            }
            for (_, claim) in &fate.supplied {
                said.add(claim, stated.line, None, None);
            }
        }
        let expected = &case.reviewed.expected.claims;
        for (claim, evidence) in expected.iter().filter(|(claim, _)| claim.aspect.is_mark()) {
            let line = evidence.first().map_or(0, |evidence| evidence.line);
            said.add(claim, line, None, None);
        }
        said
    }

    fn add(&mut self, claim: &Claim, line: u32, digest: Option<Digest>, stated: Option<Claim>) {
        let at = self
            .operations
            .iter()
            .position(|it| *it.name == *claim.operation);
        let at = at.unwrap_or_else(|| {
            let name = claim.operation.to_string();
            let elements = Vec::new();
            self.operations.push(Operation { name, elements });
            self.operations.len() - 1
        });
        let elements = &mut self.operations[at].elements;
        let fact = Fact {
            aspect: claim.aspect,
            value: claim.value.to_string(),
            digest,
            stated,
        };
        let mut known = elements.iter_mut();
        match known.find(|it| *it.place == *claim.place && *it.name == *claim.name) {
            Some(element) => {
                let same = |it: &&mut Fact| {
                    it.aspect == fact.aspect && it.value == fact.value && it.digest == fact.digest
                };
                // What the page states comes before what a reading supplies.
                match element.facts.iter_mut().find(same) {
                    Some(known) if known.stated.is_none() => *known = fact,
                    Some(_) => {}
                    None => element.facts.push(fact),
                }
            }
            None => elements.push(Element {
                place: claim.place.to_string(),
                name: claim.name.to_string(),
                line,
                facts: vec![fact],
            }),
        }
    }

    /// What is said of the page itself.
    pub(crate) fn page(&self, id: &str) -> Option<&Element> {
        let mut operations = self.operations.iter().filter(|it| it.name.is_empty());
        operations.find_map(|it| it.element("page", id))
    }

    /// The operations that it documents or lists.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(|it| !it.name.is_empty())
    }
}
