//! Schemas of all keywords in any combination: what comes out is valid, never narrower, and the
//! same where the list says so.

use document::{openapi_3_0, validate};
use serde_json::{Map, Value, json};

use crate::sample::{SCHEMA, compare, document};

/// The same numbers on every machine (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one<'o>(&mut self, of: &'o [&'o str]) -> &'o str {
        let index = self.below(of.len() as u64);
        of[usize::try_from(index).expect("an index")]
    }

    fn value(&mut self) -> Value {
        let values = json!([null, true, 1, 5, 5.5, "A", "B", [], ["A"], {}, { "a": 1 }]);
        let index = self.below(11);
        values[usize::try_from(index).expect("an index")].clone()
    }

    fn list(&mut self, item: impl Fn(&mut Self) -> Value) -> Value {
        let length = 1 + self.below(2);
        (0..length).map(|_| item(self)).collect()
    }

    fn names(&mut self) -> Value {
        match self.below(3) {
            0 => json!(["a"]),
            1 => json!(["b"]),
            _ => json!(["a", "b"]),
        }
    }

    fn schema(&mut self, depth: u64) -> Value {
        if depth == 0 || self.below(12) == 0 {
            return match self.below(5) {
                0 => json!(self.below(2) == 0),
                1 => json!({ "$ref": "#/components/schemas/Text" }),
                2 => json!({ "$ref": "#/components/schemas/Tested/$defs/D" }),
                _ => json!({ "type": self.one(&TYPES) }),
            };
        }
        let mut schema = Map::new();
        for _ in 0..=self.below(3) {
            let keyword = self.one(&KEYWORDS).to_owned();
            let value = self.keyword(&keyword, depth);
            schema.insert(keyword, value);
        }
        Value::Object(schema)
    }

    fn keyword(&mut self, keyword: &str, depth: u64) -> Value {
        let within = |random: &mut Self| random.schema(depth - 1);
        match keyword {
            "type" => match self.below(3) {
                0 => json!([self.one(&["string", "array"]), "null"]),
                1 => json!([self.one(&["integer", "object"]), "string", "null"]),
                _ => json!(self.one(&TYPES)),
            },
            "const" => self.value(),
            "enum" | "examples" => self.list(Self::value),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                json!([0.0, 1.0, 5.0, 5.5, 10.0][usize::try_from(self.below(5)).expect("an index")])
            }
            "minContains" | "maxContains" | "minItems" | "maxItems" | "maxLength" => {
                json!(self.below(3))
            }
            "required" => self.names(),
            "dependentRequired" => json!({ "a": self.names() }),
            "properties" | "dependentSchemas" => json!({ "a": within(self), "b": within(self) }),
            "patternProperties" => json!({ "^x-": within(self) }),
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => self.list(within),
            _ => within(self),
        }
    }
}

const TYPES: [&str; 7] = [
    "null", "boolean", "integer", "number", "string", "array", "object",
];

const KEYWORDS: [&str; 35] = [
    "type",
    "type",
    "const",
    "enum",
    "examples",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "maxLength",
    "minItems",
    "maxItems",
    "minContains",
    "maxContains",
    "required",
    "dependentRequired",
    "dependentSchemas",
    "properties",
    "patternProperties",
    "propertyNames",
    "additionalProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
    "items",
    "prefixItems",
    "contains",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "type",
    "properties",
];

#[test]
fn any_combination_of_keywords_is_valid_and_never_narrower() {
    let mut random = Random(0x5EED);
    let (mut exact, mut lossy) = (0, 0);
    for _ in 0..1500 {
        let mut schema = random.schema(3);
        if schema.is_boolean() {
            continue;
        }
        schema["$defs"] = json!({ "D": random.schema(1) });
        let document = document(&schema);
        let (lowered, made) = openapi_3_0(&document);
        assert_eq!(validate::openapi_3_0(&lowered), [], "{schema}\n{lowered:#}");
        let same = made.iter().all(|lowering| lowering.exact);
        *(if same { &mut exact } else { &mut lossy }) += 1;
        let found = lowered.pointer(SCHEMA).expect("it is still there");
        compare([&document, &schema], [&lowered, found], same);
    }
    assert!(exact > 300 && lossy > 300, "{exact} exact, {lossy} lossy");
}
