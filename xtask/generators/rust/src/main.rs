//! Writes the client that progenitor generates from `openapi-3.0.json`.
//!
//! - `write-client own`: with types of its own, into `round-trip/`, beside what reads and writes
//!   the samples with them.
//! - `write-client contract`: with the types of the contract, whose paths are in `types.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::{env, fs};

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypeImpl};
use schemars::schema::SchemaObject;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut document = read("openapi-3.0.json")?;
    one_type_of_success(&mut document);
    let mut settings = GenerationSettings::default();
    settings.with_interface(InterfaceStyle::Builder);
    let file = match env::args().nth(1).as_deref() {
        Some("own") => {
            fs::write("round-trip/src/examples.rs", examples(&read("examples.json")?))?;
            "round-trip/src/client.rs"
        }
        Some("contract") => {
            types_of_the_contract(&mut settings, &document)?;
            "client.rs"
        }
        _ => return Err("expected `own` or `contract`".into()),
    };
    let tokens = Generator::new(&settings).generate_tokens(&serde_json::from_value(document)?)?;
    fs::write(file, prettyplease::unparse(&syn::parse2(tokens)?))?;
    Ok(())
}

fn read(file: &str) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// The contract's types of bounded texts, by the pattern of their characters.
const TEXTS: [(&str, &str); 2] = [("^[\\x00-\\x7F]*$", "Ascii"), ("^[0-9]*$", "Digits")];

/// Lets the client use the contract's types: by name for components, by schema for the bounded
/// texts of parameters.
fn types_of_the_contract(
    settings: &mut GenerationSettings,
    document: &Value,
) -> Result<(), Box<dyn Error>> {
    let types: BTreeMap<String, String> = serde_json::from_value(read("types.json")?)?;
    for (component, path) in types {
        settings.with_replacement(component, path, [].into_iter());
    }
    for (bound, pattern, text) in texts(document) {
        let schema = json!({ "type": "string", "maxLength": bound, "pattern": pattern });
        let schema: SchemaObject = serde_json::from_value(schema)?;
        let impls = [TypeImpl::Display].into_iter();
        settings.with_conversion(schema, format!("contract::scalar::{text}<{bound}>"), impls);
    }
    Ok(())
}

/// A function that reads and writes a sample with the type of its schema.
fn examples(examples: &Value) -> String {
    let examples = examples.as_array().into_iter().flatten();
    let schemas: BTreeSet<&str> = examples.filter_map(|it| it["schema"].as_str()).collect();
    let arms = schemas.iter().map(|schema| {
        format!("        {schema:?} => round_trip::<client::types::{schema}>(text),\n")
    });
    format!(
        "fn by_type(schema: &str, text: &str) -> Result<String> {{\n    match schema {{\n{}        \
         _ => unreachable!(\"{{schema}} has no type\"),\n    }}\n}}\n",
        arms.collect::<String>()
    )
}

/// Takes away the responses without a body of an operation that has one with a body: progenitor
/// knows one type of success for each operation.
fn one_type_of_success(document: &mut Value) {
    let items = document["paths"].as_object_mut().into_iter().flatten();
    for operation in items.filter_map(|(_, item)| item.as_object_mut()).flatten() {
        let Some(responses) = operation.1["responses"].as_object_mut() else {
            continue;
        };
        let with_body = |(status, response): (&String, &Value)| {
            status.starts_with('2') && response.get("content").is_some()
        };
        if responses.iter().any(with_body) {
            responses.retain(|status, response| {
                !status.starts_with('2') || response.get("content").is_some()
            });
        }
    }
}

/// The bounded texts that stand in parameters: greatest length, pattern and type.
fn texts(document: &Value) -> BTreeSet<(u64, &'static str, &'static str)> {
    let mut texts = BTreeSet::new();
    let items = document["paths"].as_object().into_iter().flatten();
    for operation in items.filter_map(|(_, item)| item.as_object()).flatten() {
        for parameter in operation.1["parameters"].as_array().into_iter().flatten() {
            let schema = &parameter["schema"];
            let known = TEXTS.iter().find(|(pattern, _)| schema["pattern"] == *pattern);
            if let (Some(bound), Some((pattern, text))) = (schema["maxLength"].as_u64(), known) {
                texts.insert((bound, *pattern, *text));
            }
        }
    }
    texts
}
