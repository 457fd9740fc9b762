//! The objects of OpenAPI that are no schemas: which fields 3.0 knows, and what becomes of others.

mod table;

use serde_json::{Map, Value, json};

use crate::keywords::append;
use crate::lowerer::{Lowerer, VERSION};
use crate::place::Place;
pub(crate) use table::Kind;
use table::{Child, child};

/// The members of an object, by name.
type Members = Map<String, Value>;

impl<'d> Lowerer<'d> {
    pub(crate) fn object(&mut self, kind: Kind, value: &'d Value, place: &Place) -> Value {
        let Value::Object(source) = value else {
            // A schema may be a boolean; anything else is left to the validator.
            return match kind {
                Kind::Schema => self.schema(value, place),
                _ => value.clone(),
            };
        };
        match kind {
            Kind::Schema => {
                self.identities.of(value, place);
                return self.schema(value, place);
            }
            Kind::PathItem => return self.path_item(value, place),
            _ if table::may_be_reference(kind) && source.contains_key("$ref") => {
                return self.reference_object(kind, source, place);
            }
            _ => {}
        }
        let mut lowered = self.fields(kind, source, place);
        match kind {
            Kind::Document => self.whole(&mut lowered, source, place),
            Kind::Info => self.info(&mut lowered, source, place),
            Kind::License => self.license(&mut lowered, source, place),
            Kind::Components => self.components(&mut lowered, source, place),
            Kind::Operation if !lowered.contains_key("responses") => {
                lowered.insert("responses".to_owned(), self.undescribed(place));
            }
            Kind::Responses if lowered.is_empty() => return self.undescribed(place),
            _ => {}
        }
        Value::Object(lowered)
    }

    /// Returns what 3.0 has in place of responses that are not described.
    fn undescribed(&mut self, place: &Place) -> Value {
        let became = "`default` response without content";
        self.exact(place, "no `responses`", became);
        json!({ "default": { "description": "Not described." } })
    }

    /// Lowers the fields of an object that 3.0 knows, and copies extensions.
    fn fields(&mut self, kind: Kind, source: &'d Members, place: &Place) -> Members {
        let mut lowered = Members::new();
        for (field, value) in source {
            let here = place.step(field);
            let value = match child(kind, field) {
                Some(Child::One(kind)) => self.object(kind, value, &here),
                Some(Child::Each(kind)) if value.is_array() => self.objects(kind, value, &here),
                Some(Child::Named(kind)) if value.is_object() => self.objects(kind, value, &here),
                Some(Child::Security) => self.requirements(value, &here),
                Some(Child::Data | Child::Each(_) | Child::Named(_)) => value.clone(),
                Some(Child::Elsewhere) => continue,
                None => {
                    self.lost(&here, "field that 3.0 does not know", "left out");
                    continue;
                }
            };
            lowered.insert(field.clone(), value);
        }
        lowered
    }

    /// Lowers the objects of a list, or of a map by names.
    fn objects(&mut self, kind: Kind, value: &'d Value, place: &Place) -> Value {
        self.each(value, place, |lowerer, value, here| {
            lowerer.object(kind, value, here)
        })
    }

    fn whole(&mut self, lowered: &mut Members, source: &'d Members, place: &Place) {
        // `openapi` keeps its place at the head.
        lowered.insert("openapi".to_owned(), VERSION.into());
        if source.contains_key("jsonSchemaDialect") {
            let place = place.step("jsonSchemaDialect");
            let became = "left out: 3.0 has one dialect";
            self.exact(&place, "`jsonSchemaDialect`", became);
        }
        if !lowered.contains_key("paths") {
            self.exact(place, "no `paths`", "`paths` without any");
            lowered.insert("paths".to_owned(), json!({}));
        }
        if let Some(webhooks @ Value::Object(_)) = source.get("webhooks") {
            let here = place.step("webhooks");
            self.lost(&here, "`webhooks`", "`x-webhooks`, which Redoc reads");
            let webhooks = self.objects(Kind::PathItem, webhooks, &here);
            lowered.insert("x-webhooks".to_owned(), webhooks);
        }
    }

    /// The summary opens the description.
    fn info(&mut self, lowered: &mut Members, source: &Members, place: &Place) {
        let Some(Value::String(summary)) = source.get("summary") else {
            return;
        };
        let place = place.step("summary");
        let became = "first paragraph of the description";
        self.exact(&place, "`info.summary`", became);
        let described = match lowered.get("description") {
            Some(Value::String(description)) => format!("{summary}\n\n{description}"),
            _ => summary.clone(),
        };
        lowered.insert("description".to_owned(), described.into());
    }

    /// An identifier is where the SPDX list explains it.
    fn license(&mut self, lowered: &mut Members, source: &Members, place: &Place) {
        let Some(Value::String(identifier)) = source.get("identifier") else {
            return;
        };
        let place = place.step("identifier");
        let construct = "`license.identifier`";
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
        let name = lowered.get("name").and_then(Value::as_str);
        let name = name.unwrap_or_default().to_owned();
        let url = if identifier.chars().all(plain) {
            self.exact(&place, construct, "`license.url` of the SPDX list");
            format!("https://spdx.org/licenses/{identifier}.html")
        } else {
            let became = "`license.url` of the SPDX list; the expression becomes the name";
            self.exact(&place, construct, became);
            if name != *identifier {
                lowered.insert("name".to_owned(), format!("{name} ({identifier})").into());
            }
            "https://spdx.org/licenses/".to_owned()
        };
        lowered.entry("url").or_insert(url.into());
    }

    fn components(&mut self, lowered: &mut Members, source: &'d Members, place: &Place) {
        if source.contains_key("pathItems") {
            let place = place.step("pathItems");
            let became = "in place, wherever one is referred to";
            self.exact(&place, "`components.pathItems`", became);
        }
        self.without_mutual_tls(lowered, place);
    }

    /// Replaces a reference, whose own description 3.0 does not read, with its target and that
    /// description; a reference that stands within its target stays.
    fn reference_object(&mut self, kind: Kind, source: &'d Members, place: &Place) -> Value {
        let is_own = |(field, value): &(&String, &Value)| {
            matches!(field.as_str(), "summary" | "description") && value.is_string()
        };
        let own: Vec<_> = source.iter().filter(is_own).collect();
        if source.len() == 1 {
            return Value::Object(source.clone());
        }
        let target = self.target(&source["$ref"]);
        let target = target.filter(|(found, _)| !own.is_empty() && is_no_reference(found));
        let lower = |lowerer: &mut Self, found, there: &Place| lowerer.object(kind, found, there);
        if let Some(mut lowered) = target.and_then(|target| self.copy(target, lower)) {
            for (field, value) in own {
                // 3.1 ignores words that the target has no such field for.
                if matches!(child(kind, field), Some(Child::Data)) {
                    lowered[field] = value.clone();
                }
            }
            let became = "in place, with those words";
            self.exact(place, "`$ref` with words of its own", became);
            return lowered;
        }
        self.lost(place, "`$ref` with words of its own", "`$ref` alone");
        json!({ "$ref": source["$ref"] })
    }

    /// A path item, in place of a reference to one that 3.0 cannot keep.
    fn path_item(&mut self, value: &'d Value, place: &Place) -> Value {
        let Value::Object(source) = value else {
            return value.clone();
        };
        let own = self.fields(Kind::PathItem, source, place);
        let Some(reference) = source.get("$ref") else {
            return Value::Object(own);
        };
        let mut lowered = Members::new();
        match self.target(reference) {
            Some((_, target)) if self.is_within(&target) => {
                self.lost(place, "path item within itself", "left out");
            }
            Some(found) => match self.copy(found, Self::path_item) {
                Some(item) => {
                    self.exact(place, "`$ref` to a path item", "the path item, in place");
                    if let Value::Object(item) = item {
                        lowered = item;
                    }
                }
                None => self.lost(place, "reference that cannot stand in place", "left out"),
            },
            None => drop(lowered.insert("$ref".to_owned(), reference.clone())),
        }
        for (field, value) in own {
            match (lowered.get(&field), value) {
                (Some(Value::Array(_)), Value::Array(each)) if field == "parameters" => {
                    for value in each {
                        append(&mut lowered, "parameters", value);
                    }
                }
                (_, value) => drop(lowered.insert(field, value)),
            }
        }
        Value::Object(lowered)
    }
}

fn is_no_reference(value: &Value) -> bool {
    value.is_object() && value.get("$ref").is_none()
}
