//! What a schema says of a value beside its type, as HTML.

use maud::{Markup, html};
use serde_json::Value;

use crate::facts;
use crate::words;

/// The possible values and the facts as lists; nothing where there are none.
pub(super) fn facts(schema: &Value) -> Markup {
    let facts = facts::facts(schema);
    let judged = words::judged(schema);
    html! {
        (values(schema))
        @if !facts.is_empty() || !judged.is_empty() {
            ul class="facts" {
                @for fact in &facts {
                    li { (fact.words) @if let Some(value) = &fact.value { code { (value) } } }
                }
                @if !judged.is_empty() {
                    li { em { "Our judgement: " (judged.join(", ")) } }
                }
            }
        }
    }
}

/// The possible values, with what each means where that is said.
fn values(schema: &Value) -> Markup {
    let values = facts::values(schema);
    html! {
        @if values.iter().any(|(_, meaning)| meaning.is_some()) {
            dl class="values" {
                @for (value, meaning) in &values {
                    div { dt { code { (value) } } dd { (words::line(meaning.unwrap_or_default())) } }
                }
            }
        } @else if !values.is_empty() {
            p class="values" {
                "Possible values: "
                @for (index, (value, _)) in values.iter().enumerate() {
                    @if index > 0 { ", " }
                    code { (value) }
                }
            }
        }
    }
}
