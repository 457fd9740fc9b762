//! What an operation answers, status by status.

use maud::{Markup, html};
use serde_json::Value;

use super::element::Teller;
use crate::field::fields;
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

/// The reason phrase of a status (RFC 9110, section 15).
pub(super) fn reason(status: &str) -> &'static str {
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
