//! What an operation answers, status by status.

use std::collections::BTreeSet;

use claims::Aspect;
use claims::openapi::ERROR_CELL;
use maud::{Markup, html};
use serde_json::Value;

use super::element::Teller;
use crate::field::{fields, shape};
use crate::operation::text;
use crate::words;

/// The responses: those of success open, those of errors closed until someone asks for them.
pub(super) fn responses(teller: &mut Teller) -> Markup {
    let responses = teller.operation.node["responses"].as_object();
    html! {
        section id="responses" {
            h2 { "Responses" }
            @for (status, response) in responses.into_iter().flatten() {
                (self::response(teller, status, response))
            }
        }
    }
}

fn response(teller: &mut Teller, status: &str, response: &Value) -> Markup {
    let content = || response["content"].as_object().into_iter().flatten();
    let nested =
        content().map(|(_, content)| fields(teller.operation.document, &content["schema"]));
    let count: usize = nested.map(|fields| fields.len()).sum();
    html! {
        details class="response" id=(status) open[!status.starts_with(['4', '5'])] {
            summary {
                h3 { span class="status" { (status) } " " (reason(status)) }
                span class="tally" {
                    @if count == 0 { "no body" } @else { (words::count(count, "field")) }
                }
            }
            div class="fields" {
                div class="field" {
                    div class="what" {
                        (words::prose(text(response, "description")))
                        @let judged = words::judged(response);
                        @if !judged.is_empty() {
                            ul class="facts" { li { em { (judgement(status, &judged)) } } }
                        }
                    }
                    (teller.told(status, &format!("the response {status}")))
                }
            }
            @for (media_type, content) in content() {
                @if media_type != "application/json" { p { code { (media_type) } } }
                (examples(teller, status, content))
                (outline(teller, content))
                (teller.body(status, &content["schema"]))
            }
        }
    }
}

/// What of a response is our judgement: that there is one, or what is said of it.
fn judgement(status: &str, judged: &[&str]) -> String {
    if judged == ["listed"] {
        return format!("That there is a status {status} is our judgement");
    }
    format!("Our judgement: {}", judged.join(", "))
}

/// How the body nests, with types in the place of values.
fn outline(teller: &Teller, content: &Value) -> Markup {
    let has_examples = content.get("examples").is_some();
    let shape = shape(teller.operation.document, &content["schema"]);
    html! {
        @if !has_examples && shape.is_object() {
            details class="shape" {
                summary { "Shape of the body" }
                p class="hint" { "The page gives no example: types stand in the place of values." }
                pre tabindex="0" { code { (pretty(&shape)) } }
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
                pre tabindex="0" { code { (pretty(&example["value"])) } }
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

/// The reason phrase of a status (RFC 9110, section 15).
fn reason(status: &str) -> &'static str {
    match status {
        "200" => "OK",
        "204" => "No Content",
        "400" => "Bad Request",
        "401" => "Unauthorized",
        "403" => "Forbidden",
        "404" => "Not Found",
        "422" => "Unprocessable Content",
        "500" => "Internal Server Error",
        "default" => "any status",
        _ => "",
    }
}
