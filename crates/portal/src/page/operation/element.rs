//! One element of an operation: a parameter, a field, a status, with what is said of it.

use maud::{Markup, html};
use review::classes::Class;
use serde_json::Value;

use super::facts::facts;
use crate::field::{Field, fields, merged, type_words};
use crate::ledger::{Ledger, Told, about, anchor};
use crate::operation::{Operation, text};
use crate::page::evidence::Evidence;
use crate::words;

/// The class of an element, in words.
pub(super) fn class(class: Option<&Class>) -> Markup {
    html! {
        @if let Some(class) = class {
            span class={ "class " (class.sensitivity.as_str()) } title=(class.reason) {
                span class="hidden" { "Class of data, our judgement: " } (class.words())
            }
        }
    }
}

/// Tells an operation element by element, each with its evidence.
pub(super) struct Teller<'t> {
    pub(super) operation: &'t Operation<'t>,
    pub(super) ledger: Ledger<'t>,
    pub(super) evidence: Evidence<'t>,
}

impl Teller<'_> {
    /// The evidence of what is called so, under a name for people.
    pub(super) fn told(&mut self, about: &str, name: &str) -> Markup {
        let stated = self.ledger.take(about);
        self.evidence.of(name, &stated)
    }

    /// The evidence of a place that has several elements, such as servers, in one.
    pub(super) fn told_all(&mut self, place: &str, name: &str) -> Markup {
        let taken = self.ledger.take_all(place);
        let stated: Vec<Told> = taken.into_iter().flat_map(|(_, stated)| stated).collect();
        self.evidence.of(name, &stated)
    }

    /// A parameter.
    pub(super) fn parameter(&mut self, parameter: &Value) -> Markup {
        let (place, name) = (text(parameter, "in"), text(parameter, "name"));
        let mut schema = merged(self.operation.document, &parameter["schema"]);
        for key in ["description", "x-inferred", "example"] {
            if let Some(value) = parameter.get(key) {
                schema[key] = value.clone();
            }
        }
        let field = Field {
            name: name.to_owned(),
            depth: 0,
            required: parameter["required"] == Value::Bool(true),
            schema,
        };
        self.element(place, &field)
    }

    /// The fields of a body, each with its evidence.
    pub(super) fn body(&mut self, place: &str, schema: &Value) -> Markup {
        let fields = fields(self.operation.document, schema);
        html! {
            @if !fields.is_empty() {
                ul class="fields" {
                    @for field in &fields { (self.element(place, field)) }
                }
            }
        }
    }

    fn element(&mut self, place: &str, field: &Field) -> Markup {
        let about = about(place, &field.name);
        let anchor = anchor(&about);
        let (within, name) = match field.name.rsplit_once('.') {
            // A parameter's name may have a dot of its own.
            Some((within, name)) if field.depth > 0 => (Some(within), name),
            _ => (None, field.name.as_str()),
        };
        let description = text(&field.schema, "description");
        html! {
            li class={ "field depth-" (field.depth.min(6)) } id=(anchor) {
                div class="what" {
                    p class="name" {
                        a href={ "#" (anchor) } {
                            code {
                                @if let Some(within) = within { span class="within" { (within) "." wbr; } }
                                (name)
                            }
                        } " "
                        span class="type" { (type_words(self.operation.document, &field.schema)) } " "
                        @if field.required { strong class="required" { "required" } " " }
                        (class(self.operation.class(place, &field.name)))
                    }
                    @if !description.is_empty() { (words::prose(description)) }
                    (facts(&field.schema))
                }
                (self.told(&about, &field.name))
            }
        }
    }
}
