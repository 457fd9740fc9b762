//! What a place is about, in the words of the document.

use claims::openapi::METHODS;
use serde_json::Value;

use super::node::{At, Side};

/// What the tokens that follow are part of.
#[derive(Clone, Copy)]
enum Within {
    Item,
    Operation,
    /// A parameter, a header, a body, a response or a media type.
    Message,
    Schema,
    Anything,
}

/// Whose a place is, `GET /boats`, `schemas/Boat` or nothing for the document, and what of it:
/// `200 · crew.name · maxLength`.
pub(super) fn subject(side: &Side<'_>, at: At) -> (String, String) {
    let tokens = side.tokens(at);
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let root = side.root.value;
    let tokens = demanded(root, &tokens).unwrap_or(tokens);
    let is_method = |it: &str| METHODS.contains(&it);
    match &*tokens {
        [kind @ ("paths" | "webhooks"), path, method, rest @ ..] if is_method(method) => {
            let of = if *kind == "webhooks" { "webhooks/" } else { "" };
            let subject = format!("{} {of}{path}", method.to_uppercase());
            (subject, words(root, &tokens[..3], rest, Within::Operation))
        }
        [kind @ ("paths" | "webhooks"), path, rest @ ..] => {
            let of = if *kind == "webhooks" { "webhooks/" } else { "" };
            (
                format!("{of}{path}"),
                words(root, &tokens[..2], rest, Within::Item),
            )
        }
        ["components", kind, name, rest @ ..] => {
            let within = match *kind {
                "schemas" => Within::Schema,
                "pathItems" => Within::Item,
                "parameters" | "headers" | "responses" | "requestBodies" | "mediaTypes" => {
                    Within::Message
                }
                _ => Within::Anything,
            };
            (
                format!("{kind}/{name}"),
                words(root, &tokens[..3], rest, within),
            )
        }
        rest => (String::new(), rest.join("/")),
    }
}

/// That a property is required is said of the property, wherever the list of names stands.
fn demanded<'t>(root: &'t Value, tokens: &[&'t str]) -> Option<Vec<&'t str>> {
    let [schema @ .., "required", _] = tokens else {
        return None;
    };
    let name = tokens
        .iter()
        .try_fold(root, |value, token| part(value, token))?
        .as_str()?;
    Some([schema, &["properties", name, "required"]].concat())
}

/// The way from a subject to a part of it, in words.
fn words(root: &Value, start: &[&str], rest: &[&str], within: Within) -> String {
    let mut here = start
        .iter()
        .try_fold(root, |value, token| part(value, token));
    let mut found: Vec<String> = Vec::new();
    let mut within = within;
    let mut rest = rest;
    while let [token, below @ ..] = rest {
        let step = |count: usize| {
            let taken = rest.get(..count)?;
            taken
                .iter()
                .try_fold(here?, |value, token| part(value, token))
        };
        let (count, word, next) = match (within, *token, below) {
            (Within::Operation | Within::Item, "parameters", [_, ..]) => {
                (2, parameter(root, step(2)), Within::Message)
            }
            (Within::Operation, "requestBody", _) => (1, "body".to_owned(), Within::Message),
            (Within::Operation, "responses", [status, ..]) => {
                (2, (*status).to_owned(), Within::Message)
            }
            (Within::Operation, "callbacks", [name, _, method, ..]) => (
                4,
                format!("callback {name} {}", method.to_uppercase()),
                Within::Operation,
            ),
            (Within::Item, method, [_, ..]) if METHODS.contains(&method) => {
                (1, method.to_uppercase(), Within::Operation)
            }
            (Within::Message, "headers", [name, ..]) => {
                (2, format!("header {name}"), Within::Message)
            }
            (Within::Message, "links", [name, ..]) => (2, format!("link {name}"), Within::Anything),
            (Within::Message, "content", [media, ..]) => {
                let several = step(1)
                    .and_then(Value::as_object)
                    .is_some_and(|it| it.len() > 1);
                let named = several || below.len() == 1;
                (
                    2,
                    if named {
                        (*media).to_owned()
                    } else {
                        String::new()
                    },
                    Within::Message,
                )
            }
            (Within::Message, "schema" | "itemSchema", [_, ..]) => {
                (1, String::new(), Within::Schema)
            }
            (Within::Schema, ..) => {
                found.extend(in_schema(rest));
                break;
            }
            (Within::Message, _, [_, ..])
            | (Within::Anything | Within::Operation | Within::Item, ..)
            | (_, _, []) => {
                found.push(rest.join("/"));
                break;
            }
        };
        here = step(count);
        found.extend((!word.is_empty()).then_some(word));
        within = next;
        rest = &rest[count..];
    }
    found.join(" · ")
}

/// The name of a property in its schema, and the keyword: `crew.name`, `maxLength`.
fn in_schema(tokens: &[&str]) -> Vec<String> {
    let mut path = String::new();
    let mut rest = tokens;
    loop {
        rest = match rest {
            ["properties" | "patternProperties", name, below @ ..] => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
                below
            }
            ["items", below @ ..] if !below.is_empty() => {
                path.push_str("[]");
                below
            }
            ["additionalProperties", below @ ..] if !below.is_empty() => {
                path.push_str(".*");
                below
            }
            ["allOf", _, below @ ..] if !below.is_empty() => below,
            [keyword @ ("oneOf" | "anyOf"), index, below @ ..] => {
                path = format!("{path}({keyword} {index})");
                below
            }
            rest => {
                let keyword = rest.join("/");
                return [path, keyword]
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .collect();
            }
        };
    }
}

/// The place and the name of a parameter.
fn parameter(root: &Value, parameter: Option<&Value>) -> String {
    let referred = parameter.and_then(|it| it.get("$ref")?.as_str()?.strip_prefix('#'));
    let parameter = referred.and_then(|to| root.pointer(to)).or(parameter);
    let text = |name: &str| {
        parameter
            .and_then(|it| it.get(name)?.as_str())
            .unwrap_or("?")
    };
    format!("{} {}", text("in"), text("name"))
}

fn part<'v>(value: &'v Value, token: &str) -> Option<&'v Value> {
    match value {
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        value => value.get(token),
    }
}
