//! The Rust generator, progenitor, which is linked into this program.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use artefacts::{CLIENT, Generated};
use cli::process::Failure;
use cli::{Trouble, disk};
use contract::catalogue::CATALOGUE;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypeImpl};
use schemars_0_8::schema::SchemaObject;
use serde_json::{Value, json};

use super::sample::Samples;
use super::target;

/// The contract's types of bounded texts, by the pattern of their characters.
const TEXTS: [(&str, &str); 2] = [("^[\\x00-\\x7F]*$", "Ascii"), ("^[0-9]*$", "Digits")];

/// Writes a client with progenitor's own types into a work folder, and the function that reads and
/// writes each sample with these types.
pub(super) fn write(
    work: &Path,
    generator: &target::Generator,
    samples: &Samples,
) -> Result<(), Failure> {
    let document = fs::read_to_string(work.join(&generator.document)).map_err(failed)?;
    let client = client(&document, false)?;
    let files = [
        ("src/client.rs", client.as_str()),
        ("src/examples.rs", &by_type(samples)),
    ];
    disk::write(work, files).map_err(failed)
}

/// Writes the client with the contract's types into the repository.
pub(super) fn keep(spec: &Path, work: &Path, generator: &target::Generator) -> Result<(), Trouble> {
    let document = fs::read_to_string(work.join(&generator.document)).map_err(failed)?;
    let generated = Generated {
        by: &format!("{} {}", generator.name, generator.version),
        from: &generator.document,
        command: "cargo harness generate rust",
    };
    let text = generated.marked(&document, &client(&document, true)?);
    let _turn = disk::turn(spec)?;
    disk::write(spec, [(CLIENT, text.as_str())])
}

fn failed(error: impl Display) -> Failure {
    Failure::Step(format!("progenitor: {error}"))
}

/// Generates the client of a document, with types of its own or with those of the contract.
fn client(document: &str, with_contract: bool) -> Result<String, Failure> {
    let mut document: Value = serde_json::from_str(document).map_err(failed)?;
    one_type_of_success(&mut document);
    // Sorted by name, so that moving an element of the document does not change the code.
    document.sort_all_objects();
    let mut settings = GenerationSettings::default();
    settings.with_interface(InterfaceStyle::Builder);
    if with_contract {
        use_contract(&mut settings, &document)?;
    }
    let document = serde_json::from_value(document).map_err(failed)?;
    let tokens = Generator::new(&settings).generate_tokens(&document);
    let file = syn::parse2(tokens.map_err(failed)?).map_err(failed)?;
    Ok(prettyplease::unparse(&file))
}

/// Makes the client use the contract's types: by name for components, by schema for the bounded texts
/// of parameters.
fn use_contract(settings: &mut GenerationSettings, document: &Value) -> Result<(), Failure> {
    for schema in CATALOGUE.schemas {
        settings.with_replacement(schema.name(), (schema.rust)(), [].into_iter());
    }
    for (bound, pattern, text) in texts(document) {
        let schema = json!({ "type": "string", "maxLength": bound, "pattern": pattern });
        let schema: SchemaObject = serde_json::from_value(schema).map_err(failed)?;
        let impls = [TypeImpl::Display].into_iter();
        settings.with_conversion(schema, format!("contract::scalar::{text}<{bound}>"), impls);
    }
    Ok(())
}

/// Renders the function that reads and writes a sample with the type of its schema.
fn by_type(samples: &Samples) -> String {
    let schemas: BTreeSet<&str> = samples.all().map(|it| it.schema.as_str()).collect();
    let arms = schemas.iter().map(|schema| {
        format!("        {schema:?} => round_trip::<client::types::{schema}>(text),\n")
    });
    format!(
        "fn by_type(schema: &str, text: &str) -> Result<String> {{\n    match schema {{\n{}        \
         _ => unreachable!(\"{{schema}} has no type\"),\n    }}\n}}\n",
        arms.collect::<String>()
    )
}

/// Removes the responses without a body of every operation that has one with a body: progenitor
/// knows one type of success for each operation.
fn one_type_of_success(document: &mut Value) {
    let items = document["paths"].as_object_mut().into_iter().flatten();
    for operation in items.filter_map(|(_, item)| item.as_object_mut()).flatten() {
        let Some(responses) = operation.1["responses"].as_object_mut() else {
            continue;
        };
        let is_success = |status: &str| status.starts_with('2');
        let has_body = |response: &Value| response.get("content").is_some();
        if responses
            .iter()
            .any(|(status, it)| is_success(status) && has_body(it))
        {
            responses.retain(|status, it| !is_success(status) || has_body(it));
        }
    }
}

/// Returns the bounded texts that parameters have: greatest length, pattern and type.
fn texts(document: &Value) -> BTreeSet<(u64, &'static str, &'static str)> {
    let mut texts = BTreeSet::new();
    let items = document["paths"].as_object().into_iter().flatten();
    for operation in items.filter_map(|(_, item)| item.as_object()).flatten() {
        for parameter in operation.1["parameters"].as_array().into_iter().flatten() {
            let schema = &parameter["schema"];
            let known = TEXTS
                .iter()
                .find(|(pattern, _)| schema["pattern"] == *pattern);
            if let (Some(bound), Some((pattern, text))) = (schema["maxLength"].as_u64(), known) {
                texts.insert((bound, *pattern, *text));
            }
        }
    }
    texts
}
