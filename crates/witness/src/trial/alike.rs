//! One form for what pages and descriptions say alike.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, Element};

use super::{Due, Said};

/// Headers that OpenAPI has elsewhere: it ignores parameters of these names (OpenAPI 3.1, section
/// 4.8.12.2).
const MOVED: [&str; 3] = ["accept", "authorization", "content-type"];

/// Brings both sides to one form.
///
/// - An operation is listed, whatever tag or page lists it.
/// - The names of headers have no case (RFC 9110, section 5.1).
/// - What is said to be optional and what is not said to be required are the same.
/// - A part of a path is required, whoever says so (OpenAPI 3.1, section 4.8.12.2).
/// - An array whose items have properties is one of objects.
/// - `array` is an array of anything, if only one side says of what.
/// - A header that OpenAPI ignores is none.
/// - A keyword with the value that its absence has says nothing.
/// - Numbers are the same whatever their zeros: `0.50` is `0.5`.
pub(super) fn alike(mut due: Due, mut said: Said) -> (Due, Said) {
    let is_compared = |claim: &Claim| !claim.operation.is_empty() && !is_moved(claim);
    due.retain(|claim, _| is_compared(claim));
    said.retain(|made| is_compared(&made.claim) && !is_default(&made.claim));
    change(&mut due, listed);
    let mut relisted = false;
    for made in &mut said {
        if let Some(claim) = listed(&made.claim) {
            made.claim = claim;
            relisted = true;
        }
    }
    headers(&mut due, &said);
    objects(&mut said);
    optional(&mut due, &mut said);
    types(&mut due, &said);
    numbers(&mut due, &said);
    if relisted {
        said.sort_unstable();
        said.dedup_by(|one, other| one.claim == other.claim);
    }
    (due, said)
}

/// What the absence of a keyword says as well.
const DEFAULTS: [&str; 14] = [
    "additionalProperties=true",
    "additionalProperties={}",
    "allowEmptyValue=false",
    "deprecated=false",
    "minProperties=0",
    "nullable=false",
    "parameters=[]",
    "properties={}",
    "readOnly=false",
    "required=[]",
    "security=[]",
    "tags=[]",
    "uniqueItems=false",
    "writeOnly=false",
];

fn is_default(claim: &Claim) -> bool {
    match claim.aspect {
        Aspect::Keyword => DEFAULTS.contains(&&*claim.value),
        Aspect::MinLength | Aspect::MinItems => &*claim.value == "0",
        _ => false,
    }
}

/// Changes the claims that are to be others.
fn change(due: &mut Due, other: impl Fn(&Claim) -> Option<Claim>) {
    let others = due
        .keys()
        .filter_map(|claim| Some((claim.clone(), other(claim)?)));
    for (claim, other) in others.collect::<Vec<_>>() {
        let evidence = due.remove(&claim).unwrap_or_default();
        due.entry(other).or_default().extend(evidence);
    }
}

fn is_moved(claim: &Claim) -> bool {
    &*claim.place == "header"
        && MOVED
            .iter()
            .any(|name| claim.name.eq_ignore_ascii_case(name))
}

/// The operation is listed, by whomever; that it is documented says as much.
fn listed(claim: &Claim) -> Option<Claim> {
    let lists = claim.aspect == Aspect::Listed && &*claim.place == "operation";
    (claim.aspect == Aspect::Documented || lists && !claim.value.is_empty()).then(|| Claim {
        element: Arc::clone(&claim.element),
        aspect: Aspect::Listed,
        value: "".into(),
    })
}

/// Names the type of what has properties.
fn objects(said: &mut Said) {
    let fields = said
        .iter()
        .map(|made| &made.claim)
        .filter(|claim| claim.aspect == Aspect::Listed);
    let outer = fields.filter_map(|claim| {
        let (outer, _) = claim.name.rsplit_once('.')?;
        Some((
            Arc::clone(&claim.operation),
            Arc::clone(&claim.place),
            outer.to_owned(),
        ))
    });
    let outer: BTreeSet<(Arc<str>, Arc<str>, String)> = outer.collect();
    for made in said.iter_mut() {
        let claim = &mut made.claim;
        if claim.aspect == Aspect::Type && &*claim.value == "array" {
            let at = (
                Arc::clone(&claim.operation),
                Arc::clone(&claim.place),
                claim.name.to_string(),
            );
            if outer.contains(&at) {
                claim.value = "array of object".into();
            }
        }
    }
}

/// Calls the headers of pages as the description writes them.
fn headers(due: &mut Due, said: &Said) {
    let headers = said.iter().filter(|made| &*made.claim.place == "header");
    let spelt: BTreeMap<String, &Arc<str>> = headers
        .map(|made| (made.claim.name.to_lowercase(), &made.claim.name))
        .collect();
    if spelt.is_empty() {
        return;
    }
    change(due, |claim| {
        if &*claim.place != "header" {
            return None;
        }
        let name = spelt.get(&claim.name.to_lowercase())?;
        (***name != *claim.name).then(|| {
            let mut claim = claim.clone();
            claim.name = Arc::clone(name);
            claim
        })
    });
}

/// Drops that something is optional where nobody says that it is required, and that a part of a path
/// is required.
fn optional(due: &mut Due, said: &mut Said) {
    fn is(claim: &Claim, value: &str) -> bool {
        claim.aspect == Aspect::Required && &*claim.value == value
    }
    let of_path = |claim: &Claim| is(claim, "true") && &*claim.place == "path";
    due.retain(|claim, _| !of_path(claim));
    said.retain(|made| !of_path(&made.claim));
    let required = |claim: &Claim| is(claim, "true").then(|| Arc::clone(&claim.element));
    let theirs: BTreeSet<Arc<Element>> = said.iter().filter_map(|it| required(&it.claim)).collect();
    let ours: BTreeSet<Arc<Element>> = due.keys().filter_map(required).collect();
    due.retain(|claim, _| !is(claim, "false") || theirs.contains(&claim.element));
    said.retain(|made| !is(&made.claim, "false") || ours.contains(&made.claim.element));
}

/// Gives an element of a page the type that the description gives it, where the page only says less:
/// an array of something, or something with fields.
fn types(due: &mut Due, said: &Said) {
    let vague = |claim: &Claim| claim.aspect == Aspect::Type && VAGUE.contains(&&*claim.value);
    if !due.keys().any(vague) {
        return;
    }
    let of_type = said.iter().filter(|made| made.claim.aspect == Aspect::Type);
    let types: BTreeMap<&Element, &Arc<str>> = of_type
        .map(|made| (&*made.claim.element, &made.claim.value))
        .collect();
    change(due, |claim| {
        let ty = types.get(&*claim.element).filter(|_| vague(claim))?;
        says_less(&claim.value, ty).then(|| Claim {
            value: Arc::clone(ty),
            ..claim.clone()
        })
    });
}

/// Types that a page gives where it does not say all.
const VAGUE: [&str; 3] = ["nested", "array", "array of nested"];

fn says_less(page: &str, description: &str) -> bool {
    match page {
        "nested" => matches!(description, "object" | "array of object"),
        _ => description.starts_with("array of "),
    }
}

/// Writes the numbers of pages as the description writes them.
fn numbers(due: &mut Due, said: &Said) {
    let number = |claim: &Claim| -> Option<f64> {
        let numeric = matches!(
            claim.aspect,
            Aspect::Default | Aspect::Enum | Aspect::Minimum | Aspect::Maximum
        );
        claim.value.parse().ok().filter(|_| numeric)
    };
    change(due, |claim| {
        let mine = number(claim)?;
        let mut same = said
            .iter()
            .map(|made| &made.claim)
            .filter(|other| other.element == claim.element && other.aspect == claim.aspect);
        let theirs = same.find(|other| number(other) == Some(mine))?;
        (theirs.value != claim.value).then(|| theirs.clone())
    });
}
