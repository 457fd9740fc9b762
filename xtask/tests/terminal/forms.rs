//! The forms for issues: GitHub shows no form that breaks its rules, and says so only to its owner.

use std::collections::BTreeSet;
use std::path::Path;

use contract::catalogue::PROVIDERS;
use serde_json::Value;

fn yaml(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/ISSUE_TEMPLATE");
    let text = cli::text::read(&folder.join(name)).expect("the file is there");
    serde_saphyr::from_str(&text).expect("YAML")
}

/// Everything that breaks the rules of a form:
/// <https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema>.
fn problems(form: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    let only = |value: &Value, known: &[&str], problems: &mut Vec<String>| {
        for (key, value) in value.as_object().into_iter().flatten() {
            let is_said = value.as_str().is_none_or(|text| !text.trim().is_empty());
            if !known.contains(&key.as_str()) || !is_said || value.is_null() {
                problems.push(format!("{key}: {value}"));
            }
        }
    };
    only(
        form,
        &["name", "description", "title", "body"],
        &mut problems,
    );
    for key in ["name", "description"] {
        if !form[key].is_string() {
            problems.push(format!("no {key}"));
        }
    }
    let fields = form["body"].as_array().map_or(&[][..], Vec::as_slice);
    for field in fields {
        only(
            field,
            &["type", "id", "attributes", "validations"],
            &mut problems,
        );
        only(&field["validations"], &["required"], &mut problems);
        let kind = field["type"].as_str().unwrap_or_default();
        let (said, others): (_, &[&str]) = match kind {
            "markdown" => ("value", &["value"]),
            "input" | "textarea" => ("label", &["label", "description", "placeholder", "value"]),
            other => {
                problems.push(format!("a field of type `{other}`"));
                continue;
            }
        };
        let attributes = &field["attributes"];
        only(attributes, others, &mut problems);
        let texts = attributes.as_object().into_iter().flatten();
        let is_text = texts.clone().count() > 0 && texts.clone().all(|(_, it)| it.is_string());
        if !is_text || attributes[said].is_null() {
            problems.push(format!("a field without {said}: {field}"));
        }
        if kind == "markdown" {
            continue;
        }
        let id = field["id"].as_str().unwrap_or_default();
        let allowed = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
        if id.is_empty() || !id.chars().all(allowed) || !ids.insert(id) {
            problems.push(format!("an id that is not one, or is used twice: `{id}`"));
        }
        if field["validations"]["required"] != Value::Bool(true) {
            problems.push(format!("{id} is not required"));
        }
    }
    if ids.is_empty() {
        problems.push("no field".to_owned());
    }
    problems
}

const FORM: &str = "page-says-otherwise.yml";

#[test]
fn the_form_is_one_that_github_shows() {
    let form = yaml(FORM);
    assert_eq!(problems(&form), [""; 0]);
    assert!(yaml("config.yml")["blank_issues_enabled"].is_boolean());
    // Each rule finds what breaks it.
    for (pointer, value) in [
        ("/name", Value::Null),
        ("/description", Value::from(true)),
        ("/body", Value::from("none")),
        ("/body/1/type", Value::from("text")),
        ("/body/1/id", Value::from("page-says")),
        ("/body/1/id", Value::from("a page")),
        ("/body/1/attributes/label", Value::Null),
        ("/body/2/attributes/placeholder", Value::from(103)),
        ("/body/0/attributes/value", Value::from("")),
        ("/body/1/validations/required", Value::from("yes")),
    ] {
        let mut broken = form.clone();
        *broken.pointer_mut(pointer).expect(pointer) = value;
        assert_ne!(problems(&broken), [""; 0], "{pointer}");
    }
}

/// What the fields show as examples is one: a page, and a statement of its document.
#[test]
fn the_examples_of_the_form_are_real() {
    let form = yaml(FORM);
    let fields = form["body"].as_array().expect("fields");
    let example = |id: &str| {
        let field = fields.iter().find(|field| field["id"] == id).expect(id);
        field["attributes"]["placeholder"].as_str().expect(id)
    };
    assert!(PROVIDERS.iter().any(|it| it.id == example("page")));
    let spec = cli::spec_folder(None).expect("the repository has a folder spec/");
    let document = cli::text::read(&spec.join("openapi.json")).expect("the document");
    let document: Value = serde_json::from_str(&document).expect("JSON");
    let stated = document.pointer(example("pointer")).expect("a place");
    assert_eq!(stated, example("document-says"));
    let release = format!("releases/{}.json", example("version"));
    assert!(spec.join(release).is_file());
}
