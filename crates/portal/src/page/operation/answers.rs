//! What the answers look like: the examples of each status, or that the page gives none.

use std::collections::BTreeSet;

use claims::Aspect;
use claims::openapi::ERROR_CELL;
use maud::{Markup, html};
use serde_json::Value;

use super::element::Teller;
use super::responses::reason;
use crate::field::shape;
use crate::operation::text;
use crate::words;

/// The examples of every status. Without scripts all of them show; with scripts they are tabs, the
/// first of which is the answer of success.
pub(super) fn answers(teller: &Teller) -> Markup {
    let responses = teller.operation.node["responses"].as_object();
    html! {
        section id="examples" class="card answers" aria-labelledby="examples-title" {
            div class="bar" { h2 id="examples-title" { "Response" } }
            @for (status, response) in responses.into_iter().flatten() {
                section class="tabbed" data-tab=(status) {
                    h3 { (status) " " (reason(status)) }
                    @let bodies = response["content"].as_object();
                    @for (_, content) in bodies.into_iter().flatten() {
                        (body(teller, status, content))
                    }
                    @if bodies.is_none() { p class="none" { "The page documents no body." } }
                }
            }
        }
    }
}

/// The examples of a body, or how it nests where the page gives none.
fn body(teller: &Teller, status: &str, content: &Value) -> Markup {
    let shape = shape(teller.operation.document, &content["schema"]);
    html! {
        @if content.get("examples").is_some() {
            (examples(teller, status, content))
        } @else {
            p class="none" {
                "The page gives no example of this response."
                @if shape.is_object() { " Its shape, with types in place of values:" }
            }
            @if shape.is_object() {
                div class="code" { pre tabindex="0" { code { (pretty(&shape)) } } }
            }
        }
    }
}

/// The examples of a body: those that the page gives, and those that its rows of errors make.
pub(super) fn examples(teller: &Teller, place: &str, content: &Value) -> Markup {
    let examples = content["examples"].as_object().into_iter().flatten();
    html! {
        @for (name, example) in examples {
            @let rows = rows(teller, place, &example["value"]);
            figure class="example" {
                figcaption {
                    @if rows.is_empty() {
                        "Example of the page: " code { (name) }
                    } @else {
                        "Made from the page\u{2019}s error row, " (words::lines(&rows)) ": "
                        code { (name) }
                    }
                }
                div class="code" { pre tabindex="0" { code { (pretty(&example["value"])) } } }
            }
        }
    }
}

/// The lines of the error rows that an example is made from: those with its code.
fn rows(teller: &Teller, place: &str, example: &Value) -> BTreeSet<u32> {
    let code = text(example, "code");
    let is_row = |value: &str| value.split(ERROR_CELL).any(|cell| cell == code);
    let stated = teller.operation.explanation.statements.iter();
    let rows = stated.filter(|stated| {
        let said = &stated.statement;
        said.aspect == Aspect::Error && said.about == place && is_row(&said.value)
    });
    let lines = rows.flat_map(|stated| stated.origins.values().flat_map(|it| it.values()));
    lines.flatten().copied().collect()
}

/// JSON, indented by two.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
