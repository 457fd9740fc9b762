//! The schemas that records are judged by: those of the sandbox, with the exported ones that they refer to.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::customers::Source;
use crate::rule;

/// The schemas of records; what they refer to is of the exported ones.
const RECORDS: &str = include_str!("../records.schema.json");

/// The exported schemas of the contract's types.
const TYPES: [&str; 4] = [
    include_str!("../../../../../spec/schemas/citi.schema.json"),
    include_str!("../../../../../spec/schemas/citibanamex.schema.json"),
    include_str!("../../../../../spec/schemas/flexiti.schema.json"),
    include_str!("../../../../../spec/schemas/worldline.schema.json"),
];

/// The schema of a source's records.
#[derive(Debug)]
pub(super) struct Schema {
    pub(super) validator: Validator,
    document: Value,
}

impl Schema {
    /// The schema of a source's records, made when it is needed first.
    pub(super) fn of(source: Source) -> &'static Self {
        static SCHEMAS: [OnceLock<Schema>; Source::ALL.len()] =
            [const { OnceLock::new() }; Source::ALL.len()];
        SCHEMAS[source as usize].get_or_init(|| {
            let document = document(source);
            let validator = rule::validator(&document)
                .expect("the schemas are compiled in, and a test builds them");
            Self {
                validator,
                document,
            }
        })
    }

    /// The names of the properties that the object at a place can have: a JSON pointer into a record.
    pub(super) fn names(&self, place: &str) -> Vec<&str> {
        let mut here = self.parts(&self.document);
        for segment in place.split('/').skip(1) {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            let next = here.iter().filter_map(|part| match part.get("items") {
                Some(items) => Some(items),
                None => part.get("properties")?.get(&segment),
            });
            here = next.flat_map(|schema| self.parts(schema)).collect();
        }
        let properties = here.iter().filter_map(|part| part.get("properties"));
        let properties = properties.filter_map(Value::as_object);
        let mut names: Vec<&str> = Vec::new();
        for name in properties.flat_map(Map::keys) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// A schema with all that it refers to and consists of.
    fn parts<'a>(&'a self, schema: &'a Value) -> Vec<&'a Value> {
        let mut parts = vec![schema];
        let reference = schema.get("$ref").and_then(Value::as_str);
        let referred =
            reference.and_then(|it| self.document.pointer(it.strip_prefix('#').unwrap_or(it)));
        let all = schema.get("allOf").and_then(Value::as_array);
        for part in referred.into_iter().chain(all.into_iter().flatten()) {
            parts.extend(self.parts(part));
        }
        parts
    }
}

/// The schema of a source's records, with all that it refers to.
fn document(source: Source) -> Value {
    let defs = |text: &str| {
        let schema: Value = serde_json::from_str(text).unwrap_or_default();
        let defs = schema.get("$defs").and_then(Value::as_object).cloned();
        defs.unwrap_or_default()
    };
    let all: Map<String, Value> = TYPES.into_iter().chain([RECORDS]).flat_map(defs).collect();
    json!({ "$ref": format!("#/$defs/{source}"), "$defs": all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_a_schema_of_its_records() {
        for source in Source::ALL {
            assert!(
                !Schema::of(source).validator.is_valid(&json!({})),
                "{source}"
            );
        }
    }

    #[test]
    fn no_type_has_the_name_of_a_record() {
        let count = |text: &str| {
            let schema: Value = serde_json::from_str(text).expect("it is JSON");
            schema["$defs"].as_object().map_or(0, Map::len)
        };
        let each: usize = TYPES.into_iter().chain([RECORDS]).map(count).sum();
        let together = document(Source::HongKong);
        assert_eq!(together["$defs"].as_object().map_or(0, Map::len), each);
    }

    #[test]
    fn names_are_those_of_the_object_at_a_place() {
        let names = |source, place| Schema::of(source).names(place);
        assert_eq!(
            names(Source::HongKong, ""),
            ["profile", "offers", "card_accounts"]
        );
        assert_eq!(
            names(Source::HongKong, "/offers/7"),
            ["found_by", "details"]
        );
        assert_eq!(names(Source::Worldline, "/values/0"), ["key", "value"]);
        // Of all parts of a schema that has several.
        let australian = names(Source::Australia, "/profile");
        assert_eq!(australian, names(Source::HongKong, "/profile"));
        assert!(australian.contains(&"customerSegment"));
        assert_eq!(names(Source::Flexiti, "/nowhere"), [""; 0]);
    }

    #[test]
    fn an_offer_is_found_by_what_the_operation_documents() {
        let document = include_str!("../../../../../spec/openapi.json");
        let document: Value = serde_json::from_str(document).expect("it is JSON");
        let operation = &document["paths"]["/v1/sales/customers/offers/details"]["get"];
        assert_eq!(operation["operationId"], "citiGetOfferDetails");
        let parameters = operation["parameters"].as_array().expect("it has some");
        let query = parameters.iter().filter(|it| it["in"] == "query");
        let documented = query.map(|it| {
            let name = it["name"].as_str().expect("it has a name");
            (name.to_owned(), json!({ "type": it["schema"]["type"] }))
        });
        let documented: Map<String, Value> = documented.collect();
        let records: Value = serde_json::from_str(RECORDS).expect("it is JSON");
        let by_hand = records["$defs"]["found-by"]["properties"].as_object();
        assert_eq!(by_hand, Some(&documented));
    }
}
