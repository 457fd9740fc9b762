//! Requests that are not as documented, each in one way, and those that prefer an answer.

use serde_json::{Value, json};

use super::call::Call;
use super::documented::{Operation, Parameter};

/// Every request that a good one becomes by one change, with what was changed.
pub(crate) fn every(operation: &Operation, good: &Call) -> Vec<(String, Call)> {
    let mut every = Vec::new();
    for parameter in operation.parameters() {
        parameters(&parameter, good, &mut every);
    }
    headers(good, &mut every);
    if !good.body.is_empty() {
        bodies(good, &mut every);
    }
    preferences(operation, good, &mut every);
    every
}

/// A parameter that is absent, sent twice, or has a value that may be invalid.
fn parameters(parameter: &Parameter, good: &Call, every: &mut Vec<(String, Call)>) {
    let name = &parameter.name;
    let long = "9".repeat(300);
    let values = [
        "",
        "0",
        "x",
        "not-configured",
        "0000",
        "XX",
        "true",
        "é",
        &long,
    ];
    for value in values {
        // A path without a segment is another path.
        if parameter.place == "path" && value.is_empty() {
            continue;
        }
        let mut call = without(good, parameter);
        send(&mut call, parameter, value);
        every.push((format!("{name} with the value `{value}`"), call));
    }
    if parameter.place == "path" {
        return;
    }
    every.push((format!("no {name}"), without(good, parameter)));
    let mut twice = good.clone();
    send(&mut twice, parameter, "x");
    send(&mut twice, parameter, "x");
    every.push((format!("{name} more than once"), twice));
}

fn without(good: &Call, parameter: &Parameter) -> Call {
    let mut call = good.clone();
    match parameter.place.as_str() {
        "path" => drop(call.segments.remove(&parameter.name)),
        "query" => call.query.retain(|(name, _)| *name != parameter.name),
        _ => call.headers.retain(|(name, _)| *name != parameter.name),
    }
    call
}

fn send(call: &mut Call, parameter: &Parameter, value: &str) {
    let (name, value) = (parameter.name.clone(), value.to_owned());
    match parameter.place.as_str() {
        "path" => drop(call.segments.insert(name, value)),
        "query" => call.query.push((name, value)),
        _ => call.headers.push((name, value)),
    }
}

/// Headers that every operation has.
fn headers(good: &Call, every: &mut Vec<(String, Call)>) {
    let values = [
        ("Authorization", "Bearer customer-0"),
        ("Authorization", "Bearer customer-21"),
        ("Authorization", "Basic Y3VzdG9tZXItMQ=="),
        ("Authorization", "GCS v1Client:customer-0"),
        ("Authorization", ""),
        ("Accept", "text/html"),
        ("Accept", "*/*"),
        ("Content-Type", "text/plain"),
        ("Content-Type", ""),
    ];
    for name in ["Authorization", "Accept", "Content-Type"] {
        let mut call = good.clone();
        call.headers.retain(|(known, _)| known != name);
        every.push((format!("no {name}"), call.clone()));
        for (_, value) in values.iter().filter(|(known, _)| *known == name) {
            let mut call = call.clone();
            call.headers.push((name.to_owned(), (*value).to_owned()));
            every.push((format!("{name}: {value}"), call));
        }
    }
}

/// Bodies that are not as documented, and those in which one value is another one or absent.
fn bodies(good: &Call, every: &mut Vec<(String, Call)>) {
    let body: Value = serde_json::from_slice(&good.body).expect("JSON");
    let texts = r#"|{|null|[]|{}|17|"text"|{"other":1}"#.split('|');
    let mut bodies: Vec<String> = texts.map(str::to_owned).collect();
    let mut places = Vec::new();
    walk(&body, String::new(), &mut places);
    for place in places {
        let others = json!([null, 17, "", "9", [], {}, "9".repeat(5_000)]);
        for other in others.as_array().into_iter().flatten() {
            let mut changed = body.clone();
            *changed.pointer_mut(&place).expect("a place") = other.clone();
            bodies.push(changed.to_string());
        }
        let mut changed = body.clone();
        let (holder, name) = place.rsplit_once('/').expect("a holder");
        match changed.pointer_mut(holder).expect("a holder") {
            Value::Object(members) => drop(members.remove(name)),
            Value::Array(elements) => elements.clear(),
            _ => {}
        }
        bodies.push(changed.to_string());
    }
    // The only way to 422: what finds one customer beside what finds another one.
    let mut both = body;
    both["cardNumber"] = json!("9484192723320074");
    bodies.push(both.to_string());
    for body in bodies {
        let call = Call {
            body: body.clone().into_bytes(),
            ..good.clone()
        };
        every.push((format!("the body {body}"), call));
    }
}

/// The pointers of all values within a value.
fn walk(value: &Value, place: String, places: &mut Vec<String>) {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, it)| (name.clone(), it))
            .collect(),
        Value::Array(elements) => {
            let elements = elements.iter().enumerate();
            elements
                .map(|(index, it)| (index.to_string(), it))
                .collect()
        }
        _ => Vec::new(),
    };
    for (name, value) in members {
        walk(value, format!("{place}/{name}"), places);
    }
    if !place.is_empty() {
        places.push(place);
    }
}

/// Every documented answer that can be preferred, and some that cannot.
fn preferences(operation: &Operation, good: &Call, every: &mut Vec<(String, Call)>) {
    let codes = operation.statuses().map(|status| format!("code={status}"));
    let examples = operation.examples().into_iter();
    let examples = examples.map(|name| format!("example={name}"));
    let none = ["code=418", "example=none", "code=x", "=", ";;,"];
    for preference in codes.chain(examples).chain(none.map(str::to_owned)) {
        let mut call = good.clone();
        call.headers.push(("Prefer".to_owned(), preference.clone()));
        every.push((format!("Prefer: {preference}"), call));
    }
}
