//! Contradictions in the words of a letter to the vendor: operations, statuses and fields, for the
//! lines of a capture mean nothing to those who wrote the page.

use review::words::count;
use std::collections::{BTreeMap, BTreeSet};

use super::markdown::sentence;
use review::Contradiction;
use review::contradictions::Side;
use review::contradictions::Site;
use review::contradictions::is_error;
use review::contradictions::is_parameter;
use review::words::listed;

/// How many operations, fields or groups of them are named before the others are counted.
const NAMED: usize = 3;

/// What is about no operation is about the page as a whole.
const PAGE: &str = "the page";

/// How many error bodies are named before they are counted.
const BODIES: usize = 4;

/// What is contradicted, as an item of a letter to one vendor.
pub(super) fn point(contradiction: &Contradiction, vendor: &str) -> String {
    let problem = sentence(&contradiction.problem);
    let places: Vec<String> = contradiction
        .sides
        .iter()
        .map(|side| where_said(side, &problem, vendor))
        .collect();
    let says = contradiction.says();
    let by_pages = contradiction.sides.iter().all(|side| side.source.is_none());
    let item = if by_pages && places.windows(2).all(|pair| pair[0] == pair[1]) {
        let place = places.first().map_or("", String::as_str);
        let says = match says.as_slice() {
            [one] if *one != contradiction.sides[0].says => String::new(),
            several => format!(": {}", several.join("; ")),
        };
        format!("{problem}, in {place}{says}.")
    } else if let Some(item) = within_one_operation(contradiction, &problem) {
        item
    } else {
        let sides = says.iter().zip(&places);
        let sides: Vec<String> = sides.map(|(says, at)| format!("{says} in {at}")).collect();
        format!("{problem}: {}.", sides.join("; "))
    };
    yours(&item)
}

/// The item of a contradiction that is all within one operation, which is then named once.
fn within_one_operation(contradiction: &Contradiction, problem: &str) -> Option<String> {
    let operations = contradiction.sites().map(|site| &*site.operation);
    let operations: BTreeSet<&str> = operations.collect();
    let [operation] = operations.into_iter().collect::<Vec<_>>()[..] else {
        return None;
    };
    let side = |(says, side): (&str, &Side)| {
        if let Some(source) = &side.source {
            return format!("{says} in {source}");
        }
        let sites: Vec<&Site> = side.sites.iter().collect();
        match within(&sites, problem).as_str() {
            "" => says.to_owned(),
            within => format!("{says} ({within})"),
        }
    };
    let said = contradiction.says().into_iter().zip(&contradiction.sides);
    let sides: Vec<String> = said.map(side).collect();
    let sides = sides.join("; ");
    Some(match operation {
        "" => format!("{problem}: {sides}."),
        operation => format!("{problem}, in `{operation}`: {sides}."),
    })
}

fn where_said(side: &Side, problem: &str, vendor: &str) -> String {
    if let Some(source) = &side.source {
        return source.to_string();
    }
    let here = side.sites.iter().filter(|site| &*site.vendor == vendor);
    places(here, problem)
}

/// Where something stands: `` `GET /boxes` (response 200, `size`) ``; what the problem names is
/// not named again.
pub(super) fn places<'s>(sites: impl IntoIterator<Item = &'s Site>, problem: &str) -> String {
    let mut by_operation: BTreeMap<&str, Vec<&Site>> = BTreeMap::new();
    for site in sites {
        by_operation.entry(&site.operation).or_default().push(site);
    }
    if let Some(bodies) = error_bodies(&by_operation) {
        return bodies;
    }
    // Operations in which it stands in the same places go together.
    let mut groups: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (operation, sites) in &by_operation {
        let within = within(sites, problem);
        groups.entry(within).or_default().insert(operation);
    }
    let mut named: Vec<String> = groups.iter().take(NAMED).map(group).collect();
    if groups.len() > NAMED {
        let others = groups.values().skip(NAMED).flatten();
        let (pages, operations): (Vec<&str>, Vec<&str>) =
            others.partition(|operation| operation.is_empty());
        if !operations.is_empty() {
            named.push(count(operations.len(), "other operation"));
        }
        named.extend(pages.first().map(|_| PAGE.to_owned()));
    }
    listed(named)
}

/// How many error bodies it stands in, if it stands in many and in nothing else.
fn error_bodies(by_operation: &BTreeMap<&str, Vec<&Site>>) -> Option<String> {
    let sites = || by_operation.values().flatten();
    let bodies: BTreeSet<(&str, &str)> = sites()
        .map(|site| (&*site.operation, &*site.place))
        .collect();
    let many = bodies.len() > BODIES && sites().all(|site| is_error(&site.place));
    many.then(|| {
        let operations = count(by_operation.len(), "operation");
        format!("{} error bodies of {operations}", bodies.len())
    })
}

/// Operations, with the places of each of them.
fn group((within, operations): (&String, &BTreeSet<&str>)) -> String {
    let named = operations.iter().filter(|operation| !operation.is_empty());
    let mut items = few(&named.copied().collect(), "operation");
    if operations.contains("") {
        items.push(PAGE.to_owned());
    }
    let operations = listed(items);
    if within.is_empty() {
        return operations;
    }
    format!("{operations} ({within})")
}

/// The statuses, parameters and fields of one operation.
fn within(sites: &[&Site], problem: &str) -> String {
    let mut parameters: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut bodies: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for site in sites {
        let (place, name) = (&*site.place, &*site.name);
        if matches!(place, "page" | "operation" | "server" | "security") {
            continue;
        }
        let of = if is_parameter(place) {
            &mut parameters
        } else {
            &mut bodies
        };
        let names = of.entry(place).or_default();
        if !name.is_empty() && !problem.contains(&format!("`{name}`")) {
            names.insert(name);
        }
    }
    let mut parts = Vec::new();
    for (place, names) in &parameters {
        if !names.is_empty() {
            parts.push(format!("{place} {}", some(names, "parameter")));
        }
    }
    // The same fields in several bodies are named once.
    let mut alike: BTreeMap<BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for (place, names) in bodies {
        alike.entry(names).or_default().push(place);
    }
    for (names, places) in alike {
        let place = match places.as_slice() {
            ["body"] => "request".to_owned(),
            [one] => format!("response {one}"),
            several => format!("responses {}", listed(several)),
        };
        parts.push(if names.is_empty() {
            place
        } else {
            format!("{place}, {}", some(&names, "field"))
        });
    }
    parts.join("; ")
}

/// A few names, and how many more there are, in words.
fn some(names: &BTreeSet<&str>, noun: &str) -> String {
    listed(few(names, noun))
}

/// A few names, and how many more there are.
fn few(names: &BTreeSet<&str>, noun: &str) -> Vec<String> {
    let name = |name: &&str| format!("`{name}`");
    let mut named: Vec<String> = names.iter().take(NAMED).map(name).collect();
    if names.len() > NAMED {
        let other = format!("other {noun}");
        named.push(count(names.len() - NAMED, &other));
    }
    named
}

/// In a letter to the vendor, what is the vendor's is theirs.
pub(super) fn yours(text: &str) -> String {
    text.replace("the vendor's", "your")
        .replace("The vendor's", "Your")
}
