//! Objects with few properties, with all of them, and with one of them at an edge.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jsonschema::Validator;
use serde_json::Value;

use super::numbers::numbers;
use super::texts::texts;
use crate::json::members;
use crate::validator::validator;

/// The properties of an object in order, each with its value as JSON text.
pub(super) type Members = Vec<(String, String)>;

/// How a component is referred to.
const COMPONENT: &str = "#/components/schemas/";

/// How many items are made for an array that must have many; one that needs more is not tried.
const MOST_ITEMS: usize = 1000;

/// Makes instances of the schemas of a document.
pub(super) struct Builder<'d> {
    document: &'d Value,
    /// The validators of the schemas, by where these are in memory: each is made once.
    validators: RefCell<BTreeMap<*const Value, Option<Rc<Validator>>>>,
}

/// Whether a schema describes objects.
pub(super) fn is_object(schema: &Value) -> bool {
    schema["type"] == "object" || schema["properties"].is_object()
}

/// An object as JSON text.
pub(super) fn written(members: &[(String, String)]) -> String {
    let members = members.iter();
    let members = members.map(|(name, value)| format!("{}:{value}", Value::from(name.as_str())));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

impl<'d> Builder<'d> {
    pub(super) fn new(document: &'d Value) -> Self {
        Self {
            document,
            validators: RefCell::default(),
        }
    }

    /// The boundary values of a schema, as JSON texts: the largest first, the smallest last.
    ///
    /// `within` names the components that are being made, so that circles end.
    pub(super) fn values(&self, schema: &'d Value, within: &[&str]) -> Vec<String> {
        if let Some(name) = schema["$ref"]
            .as_str()
            .and_then(|it| it.strip_prefix(COMPONENT))
        {
            let component = &self.document["components"]["schemas"][name];
            if within.contains(&name) {
                let smallest = self.smallest(component, within);
                return smallest.as_deref().map(written).into_iter().collect();
            }
            return self.values(component, &[within, &[name]].concat());
        }
        if let Some(listed) = schema["enum"].as_array() {
            return listed.iter().map(Value::to_string).collect();
        }
        if let Some(value) = schema.get("const") {
            return vec![value.to_string()];
        }
        for of in ["oneOf", "anyOf", "allOf"] {
            if let Some(branches) = schema[of].as_array() {
                let all = branches.iter().flat_map(|it| self.values(it, within));
                // Not every value of a branch is one of the whole.
                return all.filter(|value| self.accepts(schema, value)).collect();
            }
        }
        let types = match &schema["type"] {
            Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
            of => of.as_str().into_iter().collect::<Vec<_>>(),
        };
        if types.is_empty() {
            return self.of_no_type(schema, within);
        }
        let of_type = |of: &str| match of {
            "null" => vec!["null".to_owned()],
            "boolean" => vec!["true".to_owned(), "false".to_owned()],
            "integer" | "number" => numbers(schema, of == "integer"),
            "string" => texts(self.document, schema),
            "array" => self.arrays(schema, within),
            _ => self.objects(schema, within),
        };
        types.into_iter().flat_map(of_type).collect()
    }

    /// A value that no keyword restricts may be anything.
    fn of_no_type(&self, schema: &'d Value, within: &[&str]) -> Vec<String> {
        if is_object(schema) {
            return self.objects(schema, within);
        }
        let says_nothing = |(name, _): (&String, _)| {
            name.starts_with("x-") || matches!(&**name, "description" | "title" | "examples")
        };
        if !schema
            .as_object()
            .is_none_or(|keywords| keywords.iter().all(says_nothing))
        {
            return Vec::new();
        }
        let anything = ["{\"a\":[\"text\"]}", "12345678901234", "\"text\"", "true"];
        anything.map(str::to_owned).to_vec()
    }

    /// Arrays of two, of one for each boundary value of an item, and of none, where allowed.
    fn arrays(&self, schema: &'d Value, within: &[&str]) -> Vec<String> {
        let least = schema["minItems"].as_u64().unwrap_or(0);
        let most = schema["maxItems"].as_u64().unwrap_or(u64::MAX);
        let unique = schema["uniqueItems"] == true;
        let items = self.values(&schema["items"], within);
        let mut arrays = Vec::new();
        if let [first, .., last] | [first @ last] = &items[..]
            && !(unique && first == last)
        {
            arrays.push(vec![first.clone(), last.clone()]);
        }
        arrays.extend(items.iter().map(|item| vec![item.clone()]));
        arrays.push(Vec::new());
        let least_length = usize::try_from(least).unwrap_or(MOST_ITEMS).min(MOST_ITEMS);
        for array in &mut arrays {
            let mut more = items
                .iter()
                .cycle()
                .take(items.len().saturating_mul(least_length));
            while array.len() < least_length {
                let Some(item) = more.find(|item| !unique || !array.contains(item)) else {
                    break;
                };
                array.push(item.clone());
            }
        }
        arrays.retain(|array| (least..=most).contains(&(array.len() as u64)));
        let arrays = arrays.iter();
        arrays
            .map(|array| format!("[{}]", array.join(",")))
            .collect()
    }

    fn objects(&self, schema: &'d Value, within: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        if is_object(schema) && schema["properties"].is_object() {
            found.extend(self.largest(schema, within));
        }
        let more = self.more_values(schema, within).into_iter();
        found.extend(more.map(|value| vec![("more".to_owned(), value)]));
        found.extend(self.smallest(schema, within));
        let mut found: Vec<_> = found.iter().map(|members| written(members)).collect();
        found.dedup();
        found
    }

    /// The boundary values of a property that the schema does not name, if it describes such.
    pub(super) fn more_values(&self, schema: &'d Value, within: &[&str]) -> Vec<String> {
        let more = &schema["additionalProperties"];
        if more.is_object() {
            self.values(more, within)
        } else {
            Vec::new()
        }
    }

    /// An object of the required properties, and of the fewest further ones that make it valid.
    pub(super) fn smallest(&self, schema: &'d Value, within: &[&str]) -> Option<Members> {
        self.completed(schema, self.required(schema, within)?, within)
    }

    /// The required properties, each with its last boundary value.
    fn required(&self, schema: &'d Value, within: &[&str]) -> Option<Members> {
        let required = schema["required"].as_array().into_iter().flatten();
        let required = required.filter_map(Value::as_str).map(|name| {
            let value = self.values(&schema["properties"][name], within).pop()?;
            Some((name.to_owned(), value))
        });
        required.collect()
    }

    /// An object of all properties, each with its first boundary value.
    pub(super) fn largest(&self, schema: &'d Value, within: &[&str]) -> Option<Members> {
        let mut object = Members::new();
        for (name, property) in members(&schema["properties"]) {
            // A circle ends here: an optional property that leads back into its own object is left out.
            let first = self.values(property, within).into_iter().next();
            object.extend(first.map(|value| (name.clone(), value)));
        }
        self.is_valid(schema, &object).then_some(object)
    }

    /// The smallest valid object with a property set.
    pub(super) fn with(
        &self,
        schema: &'d Value,
        property: &str,
        value: &str,
        within: &[&str],
    ) -> Option<Members> {
        let mut object = self.required(schema, within)?;
        object.retain(|(name, _)| name != property);
        object.push((property.to_owned(), value.to_owned()));
        self.completed(schema, object, within)
    }

    /// The object itself if it is valid, or with one or two further properties if these make it so.
    fn completed(&self, schema: &'d Value, object: Members, within: &[&str]) -> Option<Members> {
        if self.is_valid(schema, &object) {
            return Some(object);
        }
        let further = members(&schema["properties"]).filter_map(|(name, property)| {
            let known = object.iter().any(|(known, _)| known == name);
            let value = (!known).then(|| self.values(property, within).pop())??;
            Some((name.clone(), value))
        });
        let further: Vec<_> = further.collect();
        let with = |more: &[&(String, String)]| {
            let more = more.iter().map(|it| (*it).clone());
            let object: Members = object.iter().cloned().chain(more).collect();
            self.is_valid(schema, &object).then_some(object)
        };
        let pairs = || {
            further
                .iter()
                .flat_map(|one| further.iter().map(move |two| [one, two]))
        };
        further.iter().find_map(|one| with(&[one])).or_else(|| {
            pairs()
                .filter(|[one, two]| one < two)
                .find_map(|two| with(&two))
        })
    }

    fn is_valid(&self, schema: &'d Value, object: &[(String, String)]) -> bool {
        self.accepts(schema, &written(object))
    }

    fn accepts(&self, schema: &'d Value, text: &str) -> bool {
        let mut validators = self.validators.borrow_mut();
        let made = || validator(self.document, schema).map(Rc::new);
        let validator = validators.entry(schema).or_insert_with(made).clone();
        // A number that `Value` does not hold exactly is rounded here: no schema has a bound there.
        let value = serde_json::from_str::<Value>(text);
        validator
            .zip(value.ok())
            .is_some_and(|(validator, value)| validator.is_valid(&value))
    }
}
