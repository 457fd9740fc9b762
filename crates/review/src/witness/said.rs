//! One side: what it says of each aspect of each element.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, Element, Pointer};

use super::security;

/// The type of an object or of an array of objects: a page does not always tell which.
const NESTED: &str = "nested";

/// One claim of a side.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) claim: Claim,
    pub(super) pointer: Option<Pointer>,
    /// Whether it is said by leaving it out.
    pub(super) implied: bool,
}

impl Stated {
    pub(super) fn of(claim: Claim, pointer: Option<&Pointer>) -> Self {
        Self {
            claim,
            pointer: pointer.cloned(),
            implied: false,
        }
    }

    /// What is said; of a keyword, its value.
    pub(super) fn value(&self) -> &str {
        let value = &*self.claim.value;
        match value.split_once('=') {
            Some((_, value)) if self.claim.aspect == Aspect::Keyword => value,
            _ => value,
        }
    }
}

/// What is compared: one aspect, or one keyword, of one element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) operation: Arc<str>,
    pub(super) place: Arc<str>,
    pub(super) name: Arc<str>,
    pub(super) aspect: Aspect,
    pub(super) keyword: Option<String>,
}

impl Key {
    fn of(claim: &Claim) -> Self {
        let keyword = claim
            .value
            .split_once('=')
            .filter(|_| claim.aspect == Aspect::Keyword);
        Self {
            operation: Arc::clone(&claim.operation),
            place: Arc::clone(&claim.place),
            name: Arc::clone(&claim.name),
            aspect: claim.aspect,
            keyword: keyword.map(|(keyword, _)| keyword.to_owned()),
        }
    }

    /// The key of another aspect of the same element.
    fn with(&self, aspect: Aspect) -> Self {
        Self {
            aspect,
            keyword: None,
            ..self.clone()
        }
    }

    /// Whether it says that the element is there.
    pub(super) fn is_listed(&self) -> bool {
        self.aspect == Aspect::Listed
    }

    /// Whether one side may have some of the values and the other side others.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.aspect, Aspect::Error | Aspect::Field)
    }

    /// Whether a claim is about the same element.
    pub(super) fn is_about(&self, claim: &Claim) -> bool {
        let header = &*self.place == "header";
        claim.operation == self.operation
            && claim.place == self.place
            && (claim.name == self.name || header && claim.name.eq_ignore_ascii_case(&self.name))
    }

    /// The keys that list what it is within, outwards.
    fn around(&self) -> impl Iterator<Item = Self> {
        let mut name = &*self.name;
        let mut keys = Vec::new();
        while let Some((outer, _)) = name.rsplit_once('.') {
            keys.push(Self {
                name: outer.into(),
                ..self.with(Aspect::Listed)
            });
            name = outer;
        }
        let is_answer =
            self.place.starts_with(|it: char| it.is_ascii_digit()) || &*self.place == "default";
        if is_answer && !self.name.is_empty() {
            keys.push(Self {
                name: "".into(),
                ..self.with(Aspect::Listed)
            });
        }
        keys.into_iter()
    }
}

/// Whether a claim is one that two descriptions of an API can be expected to share.
fn is_compared(claim: &Claim) -> bool {
    if &*claim.place == "operation" && claim.value.starts_with("deprecated=") {
        return true;
    }
    let place = !matches!(
        &*claim.place,
        "operation"
            | "server"
            | "server variable"
            | "security"
            | "page"
            | "document"
            | "components"
            | "path item"
    );
    let extension = claim.aspect == Aspect::Keyword && claim.value.starts_with("x-");
    place
        && !extension
        && !claim.operation.is_empty()
        && !matches!(
            claim.aspect,
            Aspect::Description
                | Aspect::EnumDescription
                | Aspect::Title
                | Aspect::Url
                | Aspect::Example
                | Aspect::Unread
                | Aspect::Inferred
                | Aspect::Likely
                | Aspect::Cut
        )
}

/// How many aspects of elements are compared among sorted claims of one operation.
pub(super) fn aspects<'c>(claims: impl Iterator<Item = &'c Claim> + Clone) -> usize {
    let keyword = |claim: &'c Claim| {
        let name = claim.value.split_once('=').map(|(name, _)| name);
        name.filter(|_| claim.aspect == Aspect::Keyword)
    };
    let is_same = |one: &&'c Claim, other: &&'c Claim| {
        one.subject() == other.subject() && keyword(one) == keyword(other)
    };
    let ways = security::ways(claims.clone().filter(|it| security::is_said(it)));
    let is_secured = ways.iter().any(|way| way != "none");
    let compared = claims.filter(|it| is_compared(it) && claims::comparable(it).is_some());
    let compared: Vec<_> = compared.collect();
    compared.chunk_by(is_same).count() + usize::from(is_secured)
}

/// All that a side says of one operation.
#[derive(Debug, Default)]
pub(super) struct Said {
    by_key: BTreeMap<Key, Vec<Stated>>,
    /// The operation, if the side has it.
    pub(super) operation: Option<Arc<str>>,
    /// Where its description has it.
    pub(super) pointer: Option<Pointer>,
    /// How many claims there are, compared or not.
    pub(super) count: usize,
}

impl Said {
    /// In a `whole` description, what is not required is optional; another one may leave out more than
    /// it says.
    pub(super) fn of(stated: impl IntoIterator<Item = Stated>, whole: bool) -> Self {
        let mut said = Self::default();
        let mut security = Vec::new();
        for stated in stated {
            let claim = &stated.claim;
            if security::is_said(claim) {
                security.push(stated.clone());
            }
            if claim.aspect == Aspect::Documented {
                said.pointer.clone_from(&stated.pointer);
            }
            said.operation
                .get_or_insert_with(|| Arc::clone(&claim.operation));
            said.count += 1;
            if is_compared(claim) && claims::comparable(claim).is_some() {
                let known = said.by_key.entry(Key::of(claim)).or_default();
                known.push(stated);
            }
        }
        if let Some(first) = security.first() {
            let key = Key {
                operation: Arc::clone(&first.claim.operation),
                place: "security".into(),
                name: "".into(),
                aspect: Aspect::Scheme,
                keyword: None,
            };
            let ways = security::ways(security.iter().map(|it| &it.claim));
            let way = |way: String| Stated {
                claim: Claim::new(&key.operation, &key.place, "", key.aspect, &way),
                pointer: first.pointer.clone(),
                implied: way == "none",
            };
            let ways = ways.into_iter().map(way).collect();
            said.by_key.insert(key, ways);
        }
        said.complete(whole);
        said
    }

    /// Adds what is said by leaving it out: what has properties is an object.
    fn complete(&mut self, whole: bool) {
        let mut added = Vec::new();
        for (key, stated) in &self.by_key {
            let optional = whole && key.is_listed() && !key.name.is_empty();
            let required = key.with(Aspect::Required);
            if optional && !self.by_key.contains_key(&required) {
                added.push((required, "false", stated[0].pointer.clone()));
            }
            let Some(outer) = key.outer().filter(|_| key.is_listed()) else {
                continue;
            };
            if !outer.name.is_empty() && !self.by_key.contains_key(&outer.with(Aspect::Listed)) {
                continue;
            }
            let ty = outer.with(Aspect::Type);
            let is = self.by_key.get(&ty).map(|it| &*it[0].claim.value);
            match is {
                None => added.push((ty, "object", stated[0].pointer.clone())),
                Some("array") => added.push((ty, "array of object", stated[0].pointer.clone())),
                Some(_) => {}
            }
        }
        for (key, value, pointer) in added {
            let claim = Claim {
                element: Element {
                    operation: Arc::clone(&key.operation),
                    place: Arc::clone(&key.place),
                    name: Arc::clone(&key.name),
                }
                .into(),
                aspect: key.aspect,
                value: value.into(),
            };
            let stated = Stated {
                claim,
                pointer,
                implied: true,
            };
            self.by_key.insert(key, vec![stated]);
        }
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.by_key.keys()
    }

    pub(super) fn get(&self, key: &Key) -> Option<&[Stated]> {
        self.by_key.get(key).map(Vec::as_slice)
    }

    pub(super) fn values(&self, key: &Key) -> &[Stated] {
        self.get(key).unwrap_or_default()
    }

    pub(super) fn claims(&self, key: &Key) -> Vec<Claim> {
        self.values(key).iter().map(|it| it.claim.clone()).collect()
    }

    /// Whether the element is listed.
    pub(super) fn lists(&self, key: &Key) -> bool {
        self.by_key.contains_key(&key.with(Aspect::Listed))
    }

    /// Whether the element is listed, or is none that lists have.
    pub(super) fn has_element(&self, key: &Key) -> bool {
        let plain = key.name.is_empty() && matches!(&*key.place, "body" | "operation");
        plain
            || self.lists(key)
            || key.name.is_empty()
                && self
                    .by_key
                    .keys()
                    .any(|it| it.operation == key.operation && it.place == key.place)
    }

    /// Whether something around the element is not there.
    pub(super) fn lacks_around(&self, key: &Key) -> bool {
        key.around().any(|outer| !self.by_key.contains_key(&outer))
    }

    /// How much more is said within a listed element, and of it.
    pub(super) fn within(&self, key: &Key) -> usize {
        let after = self.by_key.range(key.clone()..).skip(1);
        let dotted = format!("{}.", key.name);
        let inner = after.take_while(|(it, _)| {
            it.operation == key.operation
                && it.place == key.place
                && (key.name.is_empty() || it.name == key.name || it.name.starts_with(&dotted))
        });
        inner.map(|(_, stated)| stated.len()).sum()
    }
}

impl Key {
    /// The element whose property it is.
    fn outer(&self) -> Option<Self> {
        let is_parameter = matches!(&*self.place, "header" | "query" | "path" | "cookie");
        let outer = match self.name.rsplit_once('.') {
            Some((outer, _)) => outer,
            None if self.name.is_empty() || is_parameter => return None,
            None => "",
        };
        Some(Self {
            name: outer.into(),
            ..self.clone()
        })
    }
}

/// A value as it is compared: of a media type the parameters do not count, nor its case.
pub(super) fn comparable(stated: &Stated) -> String {
    let value = claims::comparable(&stated.claim).unwrap_or_default();
    match stated.claim.aspect {
        Aspect::MediaType => value
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase(),
        // Neither the names of schemes of HTTP nor those of headers have a case.
        Aspect::Scheme => value.to_lowercase(),
        Aspect::Keyword => value
            .split_once('=')
            .map_or(&*value, |(_, value)| value)
            .to_owned(),
        _ => value.into_owned(),
    }
}

/// Whether different words say the same: what a page shows as nested is an object or an array of them,
/// and an array may be one of anything.
pub(super) fn agree(key: &Key, own: &BTreeSet<String>, their: &BTreeSet<String>) -> bool {
    let nested = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.contains(NESTED)
            && other
                .iter()
                .all(|ty| ty.ends_with("object") || ty == "array")
    };
    let any = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.iter().eq(["array"]) && other.iter().all(|ty| ty.starts_with("array of "))
    };
    let agree = |one, other| nested(one, other) || any(one, other);
    key.aspect == Aspect::Type && (agree(own, their) || agree(their, own))
}
