//! What a description is written in, as far as one can see.

use serde_json::Value;

/// Whether a document is Swagger 2.0, and not OpenAPI 3.
///
/// # Errors
///
/// Returns what the document looks like if it is neither.
pub(super) fn is_swagger(document: &Value) -> Result<bool, String> {
    let version = |name: &str| match document.get(name)? {
        Value::String(text) => Some(text.clone()),
        // `openapi: 3.1` in YAML is a number.
        number => Some(number.to_string()),
    };
    match (version("openapi"), version("swagger")) {
        (Some(it), _) if it == "3" || it.starts_with("3.") => Ok(false),
        (Some(it), _) if it.starts_with(|it: char| it.is_ascii_digit()) => {
            Err(format!("`openapi: {it}`"))
        }
        (Some(_), _) => Err("another value of `openapi`".to_owned()),
        (None, Some(it)) if it == "2.0" || it == "2" => Ok(true),
        (None, Some(_)) => Err("another value of `swagger`".to_owned()),
        (None, None) => Err(of_document(document).to_owned()),
    }
}

/// What a document without `openapi` and `swagger` looks like.
fn of_document(document: &Value) -> &'static str {
    let named = [
        ("asyncapi", "an AsyncAPI document"),
        ("arazzo", "an Arazzo document"),
        ("overlay", "an OpenAPI Overlay"),
        ("openrpc", "an OpenRPC document"),
        ("swaggerVersion", "a Swagger 1 document"),
        ("resources", "a Google API Discovery document"),
        ("smithy", "a Smithy model"),
        ("_type", "an Insomnia export"),
        ("log", "an HTTP archive (HAR)"),
        ("$schema", "a JSON Schema"),
    ];
    let info = document.get("info");
    let postman = ["_postman_id", "schema"].map(|name| info.and_then(|it| it.get(name)));
    if postman.iter().any(Option::is_some) {
        return "a Postman collection";
    }
    match named.iter().find(|(name, _)| document.get(name).is_some()) {
        Some((_, what)) => what,
        None if document.is_object() => "neither `openapi` nor `swagger`",
        None => "a value that is no object",
    }
}

/// What a text looks like that is neither JSON nor plain YAML.
pub(super) fn of_text(text: &str) -> Option<String> {
    let start: String = text.trim_start().chars().take(4000).collect();
    let lower = start.to_ascii_lowercase();
    let what = match lower.as_str() {
        it if it.starts_with("#%raml") => "a RAML document",
        it if it.starts_with("format: 1a") => "an API Blueprint",
        it if it.starts_with("<!doctype html") || it.starts_with("<html") => "an HTML page",
        it if it.starts_with('<') && it.contains("wsdl") => "a WSDL document",
        it if it.starts_with('<') && it.contains("wadl") => "a WADL document",
        it if it.starts_with('<') && it.contains("edmx") => "an OData metadata document",
        it if it.starts_with('<') => "XML",
        it if it.starts_with("syntax = \"proto") => "a Protocol Buffers file",
        _ => return None,
    };
    Some(what.to_owned())
}

/// Says what was found in place of a description.
pub(super) fn refused(what: &str) -> String {
    format!(
        "expected OpenAPI 3 or Swagger 2.0, but found {what} instead; give a description with \
         `openapi: 3.…` or `swagger: \"2.0\"` as JSON or YAML"
    )
}
