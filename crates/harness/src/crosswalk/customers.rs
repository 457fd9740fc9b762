//! Invented customers: bodies of a component schema, the same in every run.

use document::validate::validator;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// A mark in texts that no table has, so that it is seen in a report.
pub(super) const MARK: &str = "Zq";

/// The bodies of a component schema, without end. Each is valid by the document.
pub(super) struct Customers<'d> {
    document: &'d Value,
    schema: Value,
    validator: Option<Validator>,
    /// The state of a xorshift generator of 64 bits (Marsaglia, 2003).
    state: u64,
}

impl<'d> Customers<'d> {
    pub(super) fn of(document: &'d Value, component: &str) -> Self {
        let schema = json!({ "$ref": format!("#/components/schemas/{component}") });
        Self {
            document,
            validator: validator(document, &schema),
            schema,
            state: 0x9E37_79B9_7F4A_7C15,
        }
    }

    /// A number below a bound.
    fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state % bound as u64).unwrap_or_default()
    }

    fn value(&mut self, schema: &Value, name: &str) -> Value {
        if let Some(to) = schema["$ref"].as_str() {
            let schema = self.document.pointer(to.trim_start_matches('#'));
            return self.value(schema.unwrap_or(&Value::Null), name);
        }
        if let Some(values) = schema["enum"].as_array() {
            return values[self.below(values.len())].clone();
        }
        match schema["type"].as_str() {
            Some("object") => {
                let mut object = Map::new();
                for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
                    if self.below(5) > 0 {
                        object.insert(name.clone(), self.value(schema, name));
                    }
                }
                object.into()
            }
            Some("array") => (0..self.below(4))
                .map(|_| self.value(&schema["items"], name))
                .collect(),
            Some("boolean") => (self.below(2) == 0).into(),
            Some("integer") => self.below(1_000_000_000).into(),
            Some("number") => {
                json!(f64::from(u16::try_from(self.below(60_000)).unwrap_or(1)) / 4.0)
            }
            _ => self.text(schema, &name.to_lowercase()),
        }
    }

    /// A text as its name asks for, or anything.
    fn text(&mut self, schema: &Value, name: &str) -> Value {
        match schema["format"].as_str() {
            Some("date") => return format!("2026-11-{}", 10 + self.below(20)).into(),
            Some("date-time") => return "2026-11-27T10:00:00Z".into(),
            _ => {}
        }
        let (ascii, number) = (schema.get("pattern").is_some(), self.below(10_000_000));
        let fits: &[&str] = match name {
            _ if self.below(4) == 0 => &[],
            _ if name.contains("country") && name.contains("phone") => &["61", "+852", "1"],
            _ if name.contains("country") => &["AUSTRALIA", "Hong Kong", "CA", "Nowhere"],
            _ if name.contains("date") => &["2026-11-27", "2026-11-27T10:00:00", "27/11/2026"],
            _ if name.contains("type") => &["HOME_ADDRESS", "INDIVIDUAL", "MOBILE", "HOME"],
            _ if name.contains("prefix") => &["MR", "Dr.", "Captain"],
            _ => &[],
        };
        let text = match (fits.len(), self.below(6)) {
            (1.., _) => fits[self.below(fits.len())].to_owned(),
            (_, 0) => String::new(),
            (_, 1) if !ascii => format!("{MARK}Ærø\u{1F6A2}{number} ").repeat(1 + self.below(40)),
            (_, 2) => format!("{MARK}{number} Pier ").repeat(1 + self.below(40)),
            _ if name.contains("phone") => format!("0{number}"),
            _ if name.contains("email") => format!("{MARK}{number}@harbour.example"),
            _ => format!("{MARK}{number}"),
        };
        let most = schema["maxLength"]
            .as_u64()
            .and_then(|it| usize::try_from(it).ok());
        text.chars()
            .take(most.unwrap_or(usize::MAX))
            .collect::<String>()
            .into()
    }
}

impl Iterator for Customers<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        let schema = self.schema.clone();
        // Some schemas demand one of two properties.
        (0..100).find_map(|_| {
            let body = self.value(&schema, "");
            let validator = self.validator.as_ref()?;
            validator.is_valid(&body).then_some(body)
        })
    }
}
