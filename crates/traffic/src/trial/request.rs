//! A request against what its operation takes.

use std::borrow::Cow;

use serde_json::Value;

use super::content::{body, form};
use super::{Seen, value};
use crate::api::{Address, Check, Names, Operation};
use crate::exchange::{Body, Exchange};
use crate::finding::Kind;

/// A difference that is about the operation as a whole.
pub(super) fn of_operation(kind: Kind, method: &str) -> Seen {
    let is_known = |it: &&str| it.eq_ignore_ascii_case(method);
    let problem = match kind {
        Kind::UndocumentedVersion => "it was called at another version of its path".to_owned(),
        _ if claims::openapi::METHODS.iter().any(is_known) => {
            format!("its path was called with {method}, which is not documented")
        }
        _ => "its path was called with a method that is not documented".to_owned(),
    };
    Seen {
        kind,
        place: "operation".to_owned(),
        name: String::new(),
        problem,
        pointer: String::new(),
    }
}

/// Holds a request against its operation.
pub(super) fn judge(
    operation: &mut Operation,
    names: &Names,
    exchange: &Exchange,
    address: &Address,
    path: &[(String, String)],
    seen: &mut Vec<Seen>,
) {
    let headers = &exchange.request.headers;
    for parameter in &mut operation.parameters {
        let called = &parameter.check.name;
        let values: Vec<Cow<str>> = match &*parameter.check.place {
            "path" => given(path, |name| name == called),
            "query" => given(&address.query, |name| is_part_of(name, called)),
            "header" if !headers.is_empty() => {
                let of_name = headers
                    .iter()
                    .filter(|(name, _)| name.eq_ignore_ascii_case(called));
                of_name.map(|(_, value)| Cow::Borrowed(&**value)).collect()
            }
            // Cookies are left out of most recordings, and so are all headers of some.
            _ => continue,
        };
        if values.is_empty() {
            parameter.absent += 1;
            if parameter.is_required {
                let pointer = pointer(called, true);
                let problem = "it is required, and was not sent".to_owned();
                seen.push(of_parameter(
                    Kind::Required,
                    &parameter.check,
                    pointer,
                    problem,
                ));
            }
            continue;
        }
        let is_object = parameter.check.tree.nodes[0].types().contains(&"object");
        if is_object {
            continue;
        }
        let given = typed(&parameter.check, &values);
        let before = seen.len();
        value::judge(&mut parameter.check, names, &given, seen);
        for seen in &mut seen[before..] {
            seen.pointer = pointer(&parameter.check.name, true) + &seen.pointer;
        }
    }
    undocumented(operation, names, address, seen);
    if let Some(due) = &mut operation.body {
        match &exchange.request.body {
            Body::Absent if due.is_required => seen.push(Seen {
                kind: Kind::Required,
                place: "body".to_owned(),
                name: String::new(),
                problem: "a body is required, and was not sent".to_owned(),
                pointer: String::new(),
            }),
            Body::NotRecorded | Body::Absent => {}
            Body::Form(fields) => form(&mut due.content, names, fields, seen),
            _ => {
                body(&mut due.content, names, &exchange.request, "body", seen);
            }
        }
    }
}

/// The parameters of the query that the operation does not document.
fn undocumented(operation: &Operation, names: &Names, address: &Address, seen: &mut Vec<Seen>) {
    let known = |name: &str| {
        let parameters = operation.parameters.iter().map(|it| &it.check);
        let mut own = parameters.filter(|it| it.place == "query");
        let object = |check: &Check| check.tree.nodes[0].slots.contains_key(name);
        own.any(|it| is_part_of(name, &it.name) || object(it)) || operation.keys.contains(&name)
    };
    for (name, _) in address.query.iter().filter(|(name, _)| !known(name)) {
        let is_known = names.know(name);
        let problem = if is_known {
            format!("the parameter `{name}` is not documented")
        } else {
            "a parameter that no document has; its name is not printed, because it may be a customer's value".to_owned()
        };
        seen.push(Seen {
            kind: Kind::UndocumentedParameter,
            place: "query".to_owned(),
            name: if is_known {
                name.clone()
            } else {
                String::new()
            },
            problem,
            pointer: pointer(name, is_known),
        });
    }
}

fn of_parameter(kind: Kind, check: &Check, pointer: String, problem: String) -> Seen {
    Seen {
        kind,
        place: check.place.clone(),
        name: check.name.clone(),
        problem,
        pointer,
    }
}

fn pointer(name: &str, is_known: bool) -> String {
    let name = if is_known { name } else { "*" };
    format!("/{}", claims::Pointer::escape(name))
}

/// Whether a name of a query belongs to a parameter: `filter`, `filter[size]`, `filter[]`.
pub(crate) fn is_part_of(name: &str, parameter: &str) -> bool {
    let rest = name.strip_prefix(parameter);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('[') && !parameter.is_empty())
}

fn given(values: &[(String, String)], is: impl Fn(&str) -> bool) -> Vec<Cow<'_, str>> {
    let values = values.iter().filter(|(name, _)| is(name));
    values
        .map(|(_, value)| Cow::Borrowed(value.as_str()))
        .collect()
}

/// The value of a parameter as its schema has it: text is all that travels.
fn typed(check: &Check, values: &[Cow<str>]) -> Value {
    let types = check.tree.nodes[0].types();
    if types.contains(&"array") {
        let parts: Vec<&str> = match values {
            [one] => one.split(',').collect(),
            many => many.iter().map(|value| &**value).collect(),
        };
        let items = check.tree.types_of_items();
        return parts.into_iter().map(|part| plain(part, &items)).collect();
    }
    plain(values.first().map_or("", |value| value), &types)
}

/// A text as a number, a truth value or nothing, if it may be one.
pub(crate) fn plain(text: &str, types: &[&str]) -> Value {
    let is_number = types.contains(&"integer") || types.contains(&"number");
    let read = || serde_json::from_str::<Value>(text).ok();
    match text {
        "true" | "false" if types.contains(&"boolean") => Value::Bool(text == "true"),
        "" | "null" if types.contains(&"null") => Value::Null,
        _ if is_number => read()
            .filter(Value::is_number)
            .unwrap_or_else(|| Value::String(text.to_owned())),
        _ => Value::String(text.to_owned()),
    }
}
