//! One form for what pages and descriptions say alike.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, Element, comparable};
use review::Evidenced;

use super::Said;

/// Headers that OpenAPI has elsewhere: it ignores parameters of these names (OpenAPI 3.1, section
/// 4.8.12.2).
const MOVED: [&str; 3] = ["accept", "authorization", "content-type"];

/// Brings both sides to one form.
///
/// - An operation is listed, whatever tag or page lists it.
/// - The names of headers have no case (RFC 9110, section 5.1).
/// - What is said to be optional and what is not said to be required are the same.
/// - A part of a path is required (OpenAPI 3.1, section 4.8.12.2), unless one side denies it.
/// - An array whose items have properties is one of objects.
/// - `array` is an array of anything, if only one side says of what.
/// - `ascii` is no format: no registry has it.
/// - A header that OpenAPI ignores, such as `Accept`, is left out (OpenAPI 3.1, section 4.8.12.2).
/// - Values are [`comparable`], and numbers the same whatever their zeros: `0.50` is `0.5`.
pub(super) fn alike(due: Evidenced, mut said: Said) -> (Evidenced, Said) {
    said.retain_mut(|made| plain(&made.claim).map(|claim| made.claim = claim).is_some());
    objects(&mut said);
    said.sort_unstable();
    said.dedup_by(|one, other| one.claim == other.claim);
    let headers = said.iter().filter(|made| &*made.claim.place == "header");
    let spelt: BTreeMap<String, Arc<str>> = headers
        .map(|made| (made.claim.name.to_lowercase(), Arc::clone(&made.claim.name)))
        .collect();
    let mut alike = Evidenced::new();
    for (claim, evidence) in due {
        let Some(mut claim) = plain(&claim) else {
            continue;
        };
        if &*claim.place == "header"
            && let Some(name) = spelt.get(&claim.name.to_lowercase())
        {
            claim.name = Arc::clone(name);
        }
        let claim = same(&claim, &said).cloned().unwrap_or(claim);
        alike.entry(claim).or_default().extend(evidence);
    }
    optional(&mut alike, &mut said);
    (alike, said)
}

/// A claim as it is compared; nothing if it says nothing that is.
fn plain(claim: &Claim) -> Option<Claim> {
    let is_moved = &*claim.place == "header"
        && MOVED
            .iter()
            .any(|name| claim.name.eq_ignore_ascii_case(name));
    let is_unknown = claim.aspect == Aspect::Format && &*claim.value == "ascii";
    if claim.operation.is_empty() || is_moved || is_unknown {
        return None;
    }
    let value = comparable(claim)?;
    let mut claim = claim.clone();
    if *value != *claim.value {
        claim.value = value.into();
    }
    let lists = claim.aspect == Aspect::Listed && &*claim.place == "operation";
    if lists || claim.aspect == Aspect::Documented {
        (claim.aspect, claim.value) = (Aspect::Listed, "".into());
    }
    Some(claim)
}

/// Names the type of the arrays whose items have properties.
fn objects(said: &mut Said) {
    let outer = |claim: &Claim| {
        let (outer, _) = claim.name.rsplit_once('.')?;
        Some((Arc::clone(&claim.place), Arc::from(outer)))
    };
    let outer: BTreeSet<(Arc<str>, Arc<str>)> =
        said.iter().filter_map(|made| outer(&made.claim)).collect();
    for made in said {
        let claim = &mut made.claim;
        if claim.aspect == Aspect::Type
            && &*claim.value == "array"
            && outer.contains(&(Arc::clone(&claim.place), Arc::clone(&claim.name)))
        {
            claim.value = "array of object".into();
        }
    }
}

/// What the description says that is the same in other words, or more than the page says: the type of
/// the items of an array, or of something with fields.
fn same<'s>(page: &Claim, said: &'s Said) -> Option<&'s Claim> {
    let numbers = |one: &str, other: &str| {
        let [one, other] = [one, other].map(str::parse::<f64>);
        one.is_ok() && one == other
    };
    let is_same = |other: &&Claim| match (page.aspect, &*page.value) {
        (Aspect::Type, "nested") => matches!(&*other.value, "object" | "array of object"),
        (Aspect::Type, "array" | "array of nested") => other.value.starts_with("array of "),
        (Aspect::Default | Aspect::Enum | Aspect::Minimum | Aspect::Maximum, value) => {
            numbers(value, &other.value)
        }
        _ => false,
    };
    let first = said.partition_point(|made| made.claim.subject() < page.subject());
    let about_it = said[first..].iter().map(|made| &made.claim);
    let mut about_it = about_it.take_while(|other| other.subject() == page.subject());
    about_it.find(is_same)
}

/// Drops that something is optional where nobody says that it is required, and that a part of a path
/// is required where nobody denies it.
fn optional(due: &mut Evidenced, said: &mut Said) {
    /// Those that are required, and those that are not.
    type Elements = [BTreeSet<Arc<Element>>; 2];
    fn elements<'c>(claims: impl Iterator<Item = &'c Claim>) -> Elements {
        let mut elements = Elements::default();
        for claim in claims.filter(|claim| claim.aspect == Aspect::Required) {
            let side = usize::from(&*claim.value == "false");
            elements[side].insert(Arc::clone(&claim.element));
        }
        elements
    }
    let is_kept = |claim: &Claim, [required, optional]: &Elements| match &*claim.value {
        _ if claim.aspect != Aspect::Required => true,
        "false" => required.contains(&claim.element),
        _ => &*claim.place != "path" || optional.contains(&claim.element),
    };
    let theirs = elements(said.iter().map(|made| &made.claim));
    let ours = elements(due.keys());
    due.retain(|claim, _| is_kept(claim, &theirs));
    said.retain(|made| is_kept(&made.claim, &ours));
}
