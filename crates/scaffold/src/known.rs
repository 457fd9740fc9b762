//! What the vendor's contract has already: operations, types, and the words for the same sentences.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Digest};
use contract::catalogue::Operation;
use serde_json::Value;

use crate::Input;
use crate::said::{Element, Shape};

/// An operation that the contract has.
pub(crate) struct Known {
    pub(crate) id: String,
    /// The path of what declares it, in the contract; none if a page only lists it.
    pub(crate) rust: Option<String>,
    /// All that its document says of it, but which pages have it.
    pub(crate) claims: BTreeSet<(String, String, Aspect, String)>,
}

/// What the vendor's contract has.
#[derive(Default)]
pub(crate) struct Vendor {
    pub(crate) operations: BTreeMap<String, Vec<Known>>,
    /// Name of the component without the vendor, and path of the Rust type, by shape.
    pub(crate) types: BTreeMap<Shape, (String, String)>,
    pub(crate) nouns: BTreeSet<String>,
    words: BTreeMap<(String, Vec<Digest>), String>,
    /// Descriptions of responses, by status: more than one if they differ.
    statuses: BTreeMap<String, BTreeSet<String>>,
    /// The servers of its first provider.
    pub(crate) servers: Vec<String>,
    pub(crate) ids: BTreeSet<String>,
    /// How the callers of its first operation prove who they are: name, aspect, value.
    pub(crate) security: Vec<(String, Aspect, String)>,
}

impl Vendor {
    pub(crate) fn of(input: &Input) -> Self {
        let mut vendor = Self::default();
        let providers = input.catalogue.providers.iter();
        for provider in providers.filter(|it| it.group == input.vendor) {
            let Some(case) = input.cases.iter().find(|it| it.id() == provider.id) else {
                continue;
            };
            if vendor.servers.is_empty() {
                vendor.servers = provider
                    .servers
                    .iter()
                    .map(|it| it.url.to_owned())
                    .collect();
            }
            let document = case.reviewed.document;
            vendor.words(case);
            vendor.shapes(input, document);
            for operation in provider.operations {
                let (method, path, id, rust) = match operation {
                    Operation::Documented(documented) => {
                        let it = documented();
                        let id = it.operation.operation_id.unwrap_or_default();
                        let module = it.rust.rsplit_once("::").map_or(it.rust, |it| it.0);
                        let module = module.replacen("contract::", "crate::", 1);
                        (it.method, it.path, id, Some(format!("{module}::Path")))
                    }
                    Operation::Listed(it) => {
                        (it.method, it.path.to_owned(), it.id.to_owned(), None)
                    }
                };
                let name = format!("{} {path}", method.to_uppercase());
                let of_it = case.reviewed.claims.iter().map(|made| &made.claim);
                let of_it = of_it.filter(|claim| *claim.operation == *name);
                let claims =
                    of_it.filter(|it| (&*it.place, it.aspect) != ("operation", Aspect::Listed));
                let claims = claims.map(|it| {
                    (
                        it.place.to_string(),
                        it.name.to_string(),
                        it.aspect,
                        it.value.to_string(),
                    )
                });
                let claims: BTreeSet<_> = claims.collect();
                if vendor.security.is_empty() && rust.is_some() {
                    vendor.security = security(&claims);
                }
                vendor.ids.insert(id.clone());
                let known = Known { id, rust, claims };
                vendor.operations.entry(name).or_default().push(known);
            }
        }
        vendor
    }

    /// The words that people wrote, by the name and the sentences that they render.
    fn words(&mut self, case: &review::Case) {
        let descriptions = case.reviewed.claims.iter();
        for made in descriptions.filter(|made| made.claim.aspect == Aspect::Description) {
            let words = case
                .reviewed
                .document
                .pointer(&made.pointer.to_string())
                .and_then(Value::as_str);
            let Some(words) = words else { continue };
            let claim = &made.claim;
            if claim.name.is_empty() && claim.place.starts_with(|it: char| it.is_ascii_digit()) {
                let known = self.statuses.entry(claim.place.to_string()).or_default();
                known.insert(words.to_owned());
            }
            // Under a reading, the words may be other ones on purpose.
            let evidence = case.reviewed.evidence(claim).iter();
            let mut digests: Vec<_> = evidence
                .filter(|it| it.readings.is_empty())
                .filter_map(|it| it.digest)
                .collect();
            digests.sort_unstable();
            digests.dedup();
            if !digests.is_empty() {
                let name = claim.name.rsplit('.').next().unwrap_or_default();
                let key = (name.to_owned(), digests);
                self.words.entry(key).or_insert_with(|| words.to_owned());
            }
        }
    }

    fn shapes(&mut self, input: &Input, document: &Value) {
        for schema in input
            .catalogue
            .schemas
            .iter()
            .filter(|it| it.group == input.vendor)
        {
            let claims =
                claims::schema::claims(document, &format!("/components/schemas/{}", schema.name()));
            let claims = claims.into_iter().map(|made| made.claim);
            let own = |claim: &claims::Claim| {
                !(claim.name.is_empty() && claim.aspect == Aspect::Description)
            };
            let shape: Shape = claims
                .filter(own)
                .map(|it| (it.name.to_string(), it.aspect, it.value.to_string()))
                .collect();
            let noun = (schema.noun)();
            self.nouns.insert(noun.clone());
            if !shape.is_empty() {
                let rust = (schema.rust)().replacen("contract::", "crate::", 1);
                self.types.entry(shape).or_insert((noun, rust));
            }
        }
    }

    /// The words for an element, if people wrote them for the same sentences about the same name.
    pub(crate) fn description(&self, element: &Element) -> Option<&str> {
        let digests = element.wording();
        if digests.is_empty() && element.name.is_empty() {
            let known = self.statuses.get(&element.place)?;
            return known
                .first()
                .filter(|_| known.len() == 1)
                .map(String::as_str);
        }
        let key = (element.last().to_owned(), digests);
        self.words.get(&key).map(String::as_str)
    }
}

/// What is said of the security schemes of an operation.
fn security(claims: &BTreeSet<(String, String, Aspect, String)>) -> Vec<(String, Aspect, String)> {
    let of = claims.iter().filter(|it| it.0 == "security");
    of.map(|(_, name, aspect, value)| (name.clone(), *aspect, value.clone()))
        .collect()
}
