//! `lower`: any OpenAPI 3.1 document in OpenAPI 3.0.

use serde_json::{Value, json};

use crate::Sandbox;

fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1" },
        "paths": {},
        "components": { "schemas": { "Name": { "type": ["string", "null"], "default": "on" } } },
    })
}

const YAML: &str = "# JSON is not the only form.
openapi: 3.1.0
info: { title: Sample, version: '1' }
paths: {}
components:
  schemas:
    Name:
      type: [string, 'null']
      default: on
";

/// Runs the command and returns its exit code, the document and what it says of it.
fn lower(name: &str, text: &str) -> (Option<i32>, Value, String) {
    let sandbox = Sandbox::new();
    sandbox.write(name, text);
    let output = sandbox.run(&["lower", name]);
    let said = String::from_utf8(output.stderr).expect("text");
    let document = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code(), document, said)
}

#[test]
fn a_document_is_lowered_without_loss() {
    for (name, text) in [
        ("a.json", document().to_string()),
        ("marked.json", format!("\u{feff}{}", document())),
        ("a.yaml", YAML.to_owned()),
        ("flow.yaml", format!("{} # a comment", document())),
    ] {
        let (code, lowered, said) = lower(name, &text);
        assert_eq!((code, said.as_str()), (Some(0), ""), "{name}");
        let name = json!({ "type": "string", "nullable": true, "default": "on" });
        assert_eq!(lowered["openapi"], "3.0.3");
        assert_eq!(lowered["components"]["schemas"]["Name"], name);
    }
}

#[test]
fn a_loss_is_named_with_place_and_fix() {
    let mut document = document();
    document["components"]["schemas"]["Pair"] = json!({ "prefixItems": [{ "const": 1 }] });
    document["webhooks"] = json!({});
    let sandbox = Sandbox::new();
    sandbox.write("lossy.json", document.to_string());
    sandbox.golden("lower_with_losses", &["lower", "lossy.json"]);
}

#[test]
fn what_is_not_openapi_3_1_is_refused() {
    let old = "expected OpenAPI 3.1, but found `3.0.3` instead";
    let none = "expected OpenAPI 3.1, but found no version instead";
    let form = "; correct it there";
    for (name, text, problem) in [
        ("old.json", "{\"openapi\": \"3.0.3\"}", old),
        ("list.yaml", "- a\n- b\n", none),
        ("cut.json", "{\"openapi\": \"3.1.0\"", form),
        ("cut.yaml", "openapi: [3.1.0\n", form),
        ("empty.yaml", "", none),
    ] {
        let (code, lowered, said) = lower(name, text);
        assert_eq!((code, &lowered), (Some(2), &Value::Null), "{name}");
        assert!(said.contains(name) && said.contains(problem), "{said}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let (code, ..) = lower(
        "deep.json",
        &format!("{{\"openapi\": \"3.1.0\", \"x\": {deep}}}"),
    );
    assert_eq!(code, Some(2), "it ends, and not by a crash");
    let missing = Sandbox::new().run(&["lower", "missing.json"]);
    assert_eq!(missing.status.code(), Some(2));
}
