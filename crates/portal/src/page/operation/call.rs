//! "Try it": a form that sends the request to the sandbox and shows what it answers.

use maud::{Markup, html};

use super::answers::pretty;
use crate::operation::Operation;
use crate::request::{Filled, body, filled};
use crate::sandbox::SANDBOX;
use crate::site::Site;
use crate::words;

/// The form. It needs a script, and says so where there is none.
pub(super) fn call(site: &Site, operation: &Operation) -> Markup {
    let filled = filled(site.input, operation);
    let (sent, optional): (Vec<_>, Vec<_>) = filled
        .iter()
        .partition(|it| !it.value.is_empty() || it.parameter["required"] == true);
    let body = body(site.input, operation);
    html! {
        section id="try" class="card try" aria-labelledby="try-title" {
            div class="bar" {
                h2 id="try-title" { "Try it" }
                button class="send" type="submit" form="try-form" hidden { "Send" }
            }
            p class="no-script" { "Sending a request from here needs JavaScript." }
            form id="try-form" hidden autocomplete="off" data-method=(operation.method)
                data-path=(operation.path) data-prefix=(operation.provider.id) {
                (input("sandbox", "Sandbox", None, SANDBOX, "url"))
                (input("authorization", "Authorization", Some("header"), operation.authorization(), "text"))
                @for it in sent { (parameter(it)) }
                (preference(operation))
                @if !optional.is_empty() {
                    details class="optional" {
                        summary { (words::count(optional.len(), "optional parameter")) }
                        @for it in optional { (parameter(it)) }
                    }
                }
                @if let Some((media_type, body)) = &body {
                    div class="input body" {
                        label for="try-body" { "Body " span class="type" { (media_type) } }
                        textarea id="try-body" name="body" rows="8" spellcheck="false"
                            data-media-type=(media_type) { (pretty(body)) }
                    }
                }
            }
            div class="answer" {
                p class="outcome" role="status" {}
                div class="came" {}
            }
            p class="hint" { "Needs the sandbox: " code { "cargo run --package sandbox" } }
        }
    }
}

/// Which of the documented answers is asked for (RFC 7240); the sandbox honours it.
fn preference(operation: &Operation) -> Markup {
    let responses = operation.node["responses"]
        .as_object()
        .into_iter()
        .flatten();
    let statuses: Vec<&String> = responses.map(|(status, _)| status).collect();
    html! {
        @if statuses.len() > 1 {
            div class="input" {
                label for="try-prefer" {
                    "Answer " span class="type" { "Prefer" }
                }
                select id="try-prefer" name="prefer" {
                    option value="" { "of this request" }
                    @for status in statuses {
                        option value={ "code=" (status) } { "the documented " (status) }
                    }
                }
            }
        }
    }
}

fn parameter(filled: &Filled) -> Markup {
    let id = format!("{}.{}", filled.place, filled.name);
    let fresh = filled.parameter["schema"]["format"] == "uuid";
    html! {
        div class="input" {
            label for={ "try-" (id) } {
                code { (filled.name) } " " span class="type" { (filled.place) }
                @if filled.parameter["required"] == true { " " strong class="required" { "required" } }
            }
            input id={ "try-" (id) } name=(filled.name) value=(filled.value) spellcheck="false"
                data-place=(filled.place) data-fresh=[fresh.then_some("uuid")]
                required[filled.parameter["required"] == true];
        }
    }
}

fn input(name: &str, label: &str, place: Option<&str>, value: &str, kind: &str) -> Markup {
    html! {
        div class="input" {
            label for={ "try-" (name) } {
                (label)
                @if let Some(place) = place { " " span class="type" { (place) } }
            }
            input id={ "try-" (name) } name=(name) type=(kind) value=(value) spellcheck="false";
        }
    }
}
