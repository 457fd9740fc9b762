//! What differs and makes no claim: names for code, components, labels, and what no rule knows.

use claims::Element;
use claims::openapi::METHODS;
use serde_json::Value;

use super::covered::Covered;
use super::structure::{Comparing, Difference};
use super::{Revision, unclaimed};
use crate::drift::{Event, Kind};

/// Keywords that are for people to read.
const WORDS: [&str; 8] = [
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
    "$comment",
    "x-displayName",
];

/// Keywords that hold a map: its names are no keywords (OpenAPI 3.1, section 4.8; JSON Schema
/// 2020-12 core, sections 8.2.4, 10.2.2.4 and 10.3.2).
const MAPS: [&str; 20] = [
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependentRequired",
    "dependentSchemas",
    "encoding",
    "headers",
    "links",
    "mapping",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "responses",
    "schemas",
    "scopes",
    "variables",
    "webhooks",
];

/// Members of the document that state nothing about the API.
const LABELS: [&str; 3] = ["info", "tags", "x-tagGroups"];

/// Changes of all that differs and is not covered.
pub(super) fn residue(old: &Value, new: &Value, covered: &[Covered; 2]) -> Vec<Revision> {
    let mut comparing = Comparing {
        covered,
        found: Vec::new(),
    };
    comparing.compare(old, new);
    let found = comparing.found.iter();
    // A release sets it.
    let found = found.filter(|difference| difference.new_at != "/info/version");
    found.map(revision).collect()
}

/// What a difference in a keyword means that makes no claim and has no aspect.
pub(super) fn of_keyword(keyword: &str) -> Event {
    match keyword {
        "operationId" | "$ref" => Event::CodeNameChanged,
        "deprecated" => Event::Deprecated,
        _ if WORDS.contains(&keyword) => Event::Reworded,
        _ if keyword.starts_with("x-") => Event::ExtensionChanged,
        _ => Event::NotJudged,
    }
}

fn revision(difference: &Difference) -> Revision {
    let Difference {
        old_at,
        new_at,
        old,
        new,
        reordered,
    } = difference;
    let tokens: Vec<String> = new_at.split('/').skip(1).map(unescape).collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let (element, below) = subject(&tokens);
    let event = match *below {
        _ if *reordered => reordering(&tokens),
        [] if &*element.place == "component" && old.is_none() => Event::ComponentAdded,
        [] if &*element.place == "component" && new.is_none() => Event::ComponentRemoved,
        _ if tokens.first().is_some_and(|first| LABELS.contains(first)) => Event::Reworded,
        _ => match event(below) {
            Event::Deprecated if *new != Some(&Value::Bool(true)) => Event::Reinstated,
            event => event,
        },
    };
    let there = |at: &String, value: Option<&Value>, other: Option<&Value>| {
        let seen = value.is_some() || other.is_none();
        seen.then(|| at.clone()).into_iter().collect::<Vec<_>>()
    };
    let mut change = unclaimed(&element, event, [*old, *new]);
    if event == Event::NotJudged && old.is_none() != new.is_none() {
        change.kind = if old.is_none() {
            Kind::Added
        } else {
            Kind::Removed
        };
    }
    Revision {
        change,
        old: there(old_at, *old, *new),
        new: there(new_at, *new, *old),
    }
}

/// The event of a list in another order; within an example no order states anything.
fn reordering(tokens: &[&str]) -> Event {
    let stated = event(tokens) == Event::NotJudged;
    match tokens.last() {
        Some(&"servers") if stated => Event::ServersReordered,
        Some(&"parameters") if stated => Event::ParametersReordered,
        _ => Event::Reordered,
    }
}

/// The event of what stands below an operation, a component or the document.
///
/// The outermost keyword that is for people decides: whatever is within an example is an example.
/// A property that is called like a keyword is none.
fn event(below: &[&str]) -> Event {
    let mut names = false;
    for keyword in below {
        let event = if names {
            Event::NotJudged
        } else {
            of_keyword(keyword)
        };
        if event != Event::NotJudged {
            return event;
        }
        names = !names && MAPS.contains(keyword);
    }
    Event::NotJudged
}

/// What a pointer is about, and what of that: an operation, a component or the document.
fn subject<'t>(tokens: &'t [&'t str]) -> (Element, &'t [&'t str]) {
    let element = |operation: String, place: &str, name: String| Element {
        operation: operation.into(),
        place: place.into(),
        name: name.into(),
    };
    match tokens {
        ["paths", path, method, below @ ..] if METHODS.contains(method) => {
            let operation = format!("{} {path}", method.to_uppercase());
            (element(operation, "operation", below.join("/")), below)
        }
        ["components", _, name, below @ ..] => {
            let named = [&[*name][..], below].concat().join("/");
            (element(String::new(), "component", named), below)
        }
        below => (element(String::new(), "document", below.join("/")), below),
    }
}

/// A token of a JSON pointer (RFC 6901, section 4) as it is written in the document.
fn unescape(token: &str) -> String {
    claims::Pointer::unescape(token).into_owned()
}
