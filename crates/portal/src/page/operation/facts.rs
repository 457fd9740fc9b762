//! What a schema says of a value beside its type: bounds, possible values, where to look them up.

use maud::{Markup, html};
use serde_json::Value;

use crate::operation::text;
use crate::words;

/// The facts as a list; nothing where there are none.
pub(super) fn facts(schema: &Value) -> Markup {
    let mut facts = Vec::new();
    bounds(schema, &mut facts);
    for (key, words) in [
        ("x-reference-data", "Valid values are reference data: "),
        ("x-reference-code", "Reference code: "),
        ("pattern", "Pattern: "),
    ] {
        let value = text(schema, key);
        if !value.is_empty() {
            facts.push(html! { (words) code { (value) } });
        }
    }
    if let Some(value) = schema.get("default") {
        facts.push(html! { "When absent: " code { (plain(value)) } });
    }
    let examples = schema["examples"].as_array().into_iter().flatten();
    for example in schema.get("example").into_iter().chain(examples) {
        facts.push(html! { "Example: " code { (plain(example)) } });
    }
    let judged = words::judged(schema);
    if !judged.is_empty() {
        facts.push(html! { em { "Our judgement: " (judged.join(", ")) } });
    }
    html! {
        (values(schema))
        @if !facts.is_empty() {
            ul class="facts" { @for fact in &facts { li { (fact) } } }
        }
    }
}

/// The possible values, with what each means where that is said.
fn values(schema: &Value) -> Markup {
    let schema = schema
        .get("items")
        .filter(|it| it.get("enum").is_some())
        .unwrap_or(schema);
    let Some(values) = schema["enum"].as_array() else {
        return html! {};
    };
    let meanings = &schema["x-enumDescriptions"];
    html! {
        @if meanings.is_object() {
            dl class="values" {
                @for value in values {
                    @let value = plain(value);
                    div { dt { code { (value) } } dd { (words::line(text(meanings, &value))) } }
                }
            }
        } @else {
            p class="values" {
                "Possible values: "
                @for (index, value) in values.iter().enumerate() {
                    @if index > 0 { ", " }
                    code { (plain(value)) }
                }
            }
        }
    }
}

fn bounds(schema: &Value, facts: &mut Vec<Markup>) {
    let exactly = schema["minLength"].as_number();
    let exactly = exactly.filter(|least| Some(*least) == schema["maxLength"].as_number());
    if let Some(length) = exactly {
        facts.push(html! { "Exactly " (length) " characters" });
    }
    for (key, before, after) in [
        ("minLength", "At least ", " characters"),
        ("maxLength", "At most ", " characters"),
        ("minItems", "At least ", " items"),
        ("minimum", "At least ", ""),
        ("maximum", "At most ", ""),
    ] {
        let told = exactly.is_some() && key.ends_with("Length");
        if let Some(bound) = schema[key].as_number().filter(|_| !told) {
            facts.push(html! { (before) (bound) (after) });
        }
    }
    let precision = text(schema, "x-precision");
    match precision.split_once(',') {
        Some((digits, decimals)) => {
            facts.push(html! { "At most " (digits) " digits, " (decimals) " of them decimals" });
        }
        None if precision.is_empty() => {}
        None => facts.push(html! { "At most " (precision) " digits" }),
    }
}

/// A value as people write it: text without its quotes.
fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
