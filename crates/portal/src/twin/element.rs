//! One parameter or field, in one line.

use serde_json::Value;

use super::Twin;
use crate::facts::{facts, values};
use crate::field::{Field, merged, type_words};
use crate::ledger::about;
use crate::operation::text;

impl Twin<'_> {
    /// A parameter.
    pub(super) fn parameter(&mut self, parameter: &Value) {
        let (place, name) = (text(parameter, "in"), text(parameter, "name"));
        let mut schema = merged(self.operation.document, &parameter["schema"]);
        for key in ["description", "example"] {
            if let Some(value) = parameter.get(key) {
                schema[key] = value.clone();
            }
        }
        let required = parameter["required"] == true;
        let evidence = self.evidence(&about(place, name));
        let said = self.said(&schema, required);
        let class = self.class(place, name);
        let place = match place {
            "header" => "Header",
            "path" => "In the path",
            "query" => "In the query",
            place => place,
        };
        self.item(&format!("- {place} `{name}`{class} {said}{evidence}"));
    }

    /// A field, below the one that holds it.
    pub(super) fn field(&mut self, place: &str, field: &Field) {
        let name = match field.name.rsplit_once('.') {
            Some((_, name)) if field.depth > 0 => name,
            _ => &field.name,
        };
        let evidence = self.evidence(&about(place, &field.name));
        let said = self.once(name, field);
        let indent = "  ".repeat(field.depth);
        let class = self.class(place, &field.name);
        self.item(&format!("{indent}- `{name}`{class} {said}{evidence}"));
    }

    /// ` [contact, confidential]`.
    fn class(&self, place: &str, name: &str) -> String {
        let class = self.operation.class(place, name);
        class.map_or_else(String::new, |class| format!(" [{}]", class.words()))
    }

    /// What is said of a field; the second time, that it was said.
    fn once(&mut self, name: &str, field: &Field) -> String {
        let said = self.said(&field.schema, field.required);
        let kind = said.split(". ").next().unwrap_or(&said).to_owned();
        let last = self
            .said
            .insert((name.to_owned(), kind.clone()), said.clone());
        if last.is_some_and(|last| last == said) && kind.len() < said.len() {
            format!("{kind}, as above.")
        } else {
            said
        }
    }

    /// Type, description and facts of a schema.
    fn said(&self, schema: &Value, required: bool) -> String {
        let mut said = type_words(self.operation.document, schema);
        if required {
            said.push_str(", required");
        }
        let mut sentences = vec![text(schema, "description").replace("\n\n", " ")];
        let values: Vec<String> = values(schema)
            .into_iter()
            .map(|(value, meaning)| match meaning {
                Some(meaning) => format!("`{value}` {}", meaning.trim_end_matches('.')),
                None => format!("`{value}`"),
            })
            .collect();
        if !values.is_empty() {
            sentences.push(format!("Possible values: {}.", values.join(", ")));
        }
        for fact in facts(schema) {
            let value = fact.value.map(|value| format!("`{value}`"));
            sentences.push(format!("{}{}.", fact.words, value.unwrap_or_default()));
        }
        for sentence in sentences.iter().filter(|it| !it.is_empty()) {
            said.push_str(if said.ends_with('.') { " " } else { ". " });
            said.push_str(sentence);
        }
        said
    }
}
