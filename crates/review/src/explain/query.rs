//! What a query asks about.

use std::collections::BTreeMap;

use claims::{Aspect, Pointer};
use serde_json::Value;

use super::names::{Named, SCHEMAS, named};
use super::resolve::resolve;
use super::subject::{Subject, operations, within};
use crate::case::Reviewed;

/// What a query finds in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(Subject),
    /// What it may mean, by name.
    Many(Vec<String>),
    Nothing,
}

/// What a query asks about.
pub(super) fn find(document: &Value, query: &str) -> Found {
    let pointer = query.strip_prefix('#').unwrap_or(query);
    if pointer.starts_with('/') {
        return match resolve(document, pointer) {
            Some(pointer) => Found::One(Subject::at(document, &pointer)),
            None => only(document, &at_path(document, query)),
        };
    }
    let all = named(document);
    let by = |same: &dyn Fn(&Named) -> bool| -> Vec<Named> {
        all.iter().filter(|named| same(named)).cloned().collect()
    };
    let bare = |name: &Named, same: &dyn Fn(&str) -> bool| name.bare.as_deref().is_some_and(same);
    let plain = plain(query);
    // The more of it that must be as asked for, the earlier.
    let exact = by(&|named| named.name == query);
    if let Some(found) = exact.first() {
        return Found::One(Subject::at(document, &found.pointer));
    }
    if let Some(pointer) = nested(document, &query.replace('/', ".")) {
        return Found::One(Subject::at(document, &pointer));
    }
    let alike: [&dyn Fn(&Named) -> bool; 3] = [
        &|named| self::plain(&named.name) == plain,
        &|named| bare(named, &|name| name == query),
        &|named| bare(named, &|name| self::plain(name) == plain),
    ];
    let mut found = alike.iter().map(|same| by(same));
    let found = found.find(|found| !found.is_empty());
    only(document, &found.unwrap_or_default())
}

/// What claims list under this name, wherever the document has it: a property of a schema without a
/// name, in one operation or in several.
pub(super) fn listed(reviewed: &Reviewed, query: &str) -> Found {
    let query = query.to_lowercase();
    let inner = format!(".{query}");
    let mut found = BTreeMap::new();
    for made in &reviewed.claims {
        let claim = &made.claim;
        let called = || format!("{} · {}", claim.operation, within(claim));
        let name = claim.name.to_lowercase();
        let is_named = name == query || name.ends_with(&inner);
        if claim.aspect == Aspect::Listed && !claim.name.is_empty() {
            let called = Some(called()).filter(|called| is_named || called.to_lowercase() == query);
            found.extend(called.map(|called| (made.pointer.to_string(), called)));
        }
    }
    let mut pointers = found.keys();
    match (pointers.next(), pointers.next()) {
        (Some(pointer), None) => Found::One(Subject::at(reviewed.document, pointer)),
        (None, _) => Found::Nothing,
        _ => Found::Many(found.into_values().collect()),
    }
}

fn only(document: &Value, found: &[Named]) -> Found {
    match found {
        [] => Found::Nothing,
        [one] => Found::One(Subject::at(document, &one.pointer)),
        many => Found::Many(many.iter().map(|named| named.name.clone()).collect()),
    }
}

/// A name whatever its case and what stands between its parts.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace(" · ", " ");
    match name.split_once(' ') {
        // An operation has a path.
        Some(_) => name,
        None => name.replace('/', "."),
    }
}

/// The operations of a path.
fn at_path(document: &Value, path: &str) -> Vec<Named> {
    let operations = operations(document).filter_map(|operation| match operation {
        Subject::Operation { name, pointer, .. } => {
            let same = name.split_once(' ')?.1.eq_ignore_ascii_case(path);
            let bare = None;
            same.then_some(Named {
                name,
                bare,
                pointer,
            })
        }
        Subject::Node { .. } => None,
    });
    operations.collect()
}

/// A property from the schema that it is in, through as many others as are named.
fn nested(document: &Value, query: &str) -> Option<String> {
    let mut names = query.split('.');
    let mut pointer = member(document, SCHEMAS, names.next()?)?;
    for name in names {
        // The properties of an array are those of its items.
        let own = resolve(document, &format!("{pointer}/properties"));
        let of_items = || resolve(document, &format!("{pointer}/items/properties"));
        pointer = member(document, &own.or_else(of_items)?, name)?;
    }
    Some(pointer)
}

/// The member of that name, or the only one if case does not matter.
fn member(document: &Value, node: &str, name: &str) -> Option<String> {
    let members = document.pointer(node)?.as_object()?;
    let at = |name: &str| Pointer::step(node, name).to_string();
    if members.contains_key(name) {
        return Some(at(name));
    }
    let mut alike = members
        .keys()
        .filter(|member| member.eq_ignore_ascii_case(name));
    let found = alike.next()?;
    alike.next().is_none().then(|| at(found))
}
