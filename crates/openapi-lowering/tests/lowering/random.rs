//! Schemas of all keywords in any combination: the result is valid, never narrower, and means the
//! same where the list says so.

use std::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value, json};

use crate::sample::{SCHEMA, compare, document, openapi_3_0};

const TYPES: [&str; 7] = [
    "null", "boolean", "integer", "number", "string", "array", "object",
];

fn schema(depth: u32) -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(json!({ "$ref": "#/components/schemas/Text" })),
        1 => Just(json!({ "$ref": "#/components/schemas/Tested/$defs/D" })),
        2 => select(&TYPES[..]).prop_map(|ty| json!({ "type": ty })),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let keywords = vec(keyword(depth - 1), 1..=4);
    let object = keywords.prop_map(|keywords| Value::Object(keywords.into_iter().collect()));
    prop_oneof![1 => leaf, 11 => object].boxed()
}

/// A keyword with a value; those named more often are drawn more often.
fn keyword(depth: u32) -> BoxedStrategy<(String, Value)> {
    let values = json!([null, true, 1, 5, 5.5, "A", "B", [], ["A"], {}, { "a": 1 }]);
    let value = || select(values.as_array().cloned().unwrap_or_default());
    let schemas = || vec(schema(depth), 1..=2).prop_map(Value::from);
    let pair = || {
        let pair = (schema(depth), schema(depth));
        pair.prop_map(|(a, b)| json!({ "a": a, "b": b }))
    };
    let names = || select(vec![json!(["a"]), json!(["b"]), json!(["a", "b"])]);
    let types = prop_oneof![
        select(vec!["string", "array"]).prop_map(|ty| json!([ty, "null"])),
        select(vec!["integer", "object"]).prop_map(|ty| json!([ty, "string", "null"])),
        select(&TYPES[..]).prop_map(|ty| json!(ty)),
    ];
    let of = |keywords: &'static [&'static str], values: BoxedStrategy<Value>| {
        (select(keywords).prop_map(str::to_owned), values)
    };
    prop_oneof![
        3 => of(&["type"], types.boxed()),
        1 => of(&["const"], value().boxed()),
        2 => of(&["enum", "examples"], vec(value(), 1..=2).prop_map(Value::from).boxed()),
        4 => of(
            &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
            select(vec![0.0, 1.0, 5.0, 5.5, 10.0]).prop_map(Value::from).boxed(),
        ),
        5 => of(
            &["maxLength", "minItems", "maxItems", "minContains", "maxContains"],
            (0..3).prop_map(Value::from).boxed(),
        ),
        1 => of(&["required"], names().boxed()),
        1 => of(&["dependentRequired"], names().prop_map(|it| json!({ "a": it })).boxed()),
        3 => of(&["properties", "properties", "dependentSchemas"], pair().boxed()),
        1 => of(&["patternProperties"], schema(depth).prop_map(|it| json!({ "^x-": it })).boxed()),
        4 => of(&["allOf", "anyOf", "oneOf", "prefixItems"], schemas().boxed()),
        10 => of(
            &[
                "propertyNames", "additionalProperties", "unevaluatedProperties",
                "unevaluatedItems", "items", "contains", "not", "if", "then", "else",
            ],
            schema(depth),
        ),
    ]
    .boxed()
}

#[test]
fn any_combination_of_keywords_is_valid_and_never_narrower() {
    let (exact, lossy) = (Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 1500,
        failure_persistence: None,
        // The same schemas on every machine.
        rng_seed: RngSeed::Fixed(0x5EED),
        ..Config::default()
    };
    let schemas = (schema(3), schema(1)).prop_filter("an object", |(it, _)| it.is_object());
    let run = TestRunner::new(config).run(&schemas, |(mut schema, definition)| {
        schema["$defs"] = json!({ "D": definition });
        let document = document(&schema);
        let (lowered, made) = openapi_3_0(&document);
        let same = made.iter().all(|lowering| lowering.exact);
        let count = if same { &exact } else { &lossy };
        count.set(count.get() + 1);
        let found = lowered.pointer(SCHEMA).expect("it is still there");
        compare([&document, &schema], [&lowered, found], same);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
    let (exact, lossy) = (exact.get(), lossy.get());
    assert!(exact > 300 && lossy > 300, "{exact} exact, {lossy} lossy");
}
