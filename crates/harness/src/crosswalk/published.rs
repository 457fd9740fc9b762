//! The schema that a standard publishes, or one that is made from the facts about it.

use std::path::Path;

use ::crosswalk::{Root, Target};
use cli::{Trouble, process, terminal};
use jsonschema::Validator;
use serde_json::{Value, json};

/// Where schemas of a standard come from.
pub(super) enum Published {
    /// The document that the standard publishes: OpenAPI 3.0.
    Document(Value),
    /// There is none here.
    Facts,
}

/// The document of a standard: from a folder, or fetched from where the facts were read.
pub(super) fn published(target: &Target, folder: Option<&Path>, work: &Path) -> Published {
    let origin = target.facts.said("origin");
    let Some(name) = origin
        .rsplit('/')
        .next()
        .filter(|it| it.split('.').next_back() == Some("json"))
    else {
        return Published::Facts;
    };
    let read = |path: &Path| serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok();
    if let Some(folder) = folder {
        let document = read(&folder.join(name)).map(Published::Document);
        return document.unwrap_or(Published::Facts);
    }
    let raw = origin.replacen("github.com", "raw.githubusercontent.com", 1);
    let raw = raw.replacen("/blob/", "/", 1);
    let fetched = work.join(name);
    let to = fetched.to_string_lossy();
    let argv = ["curl", "-fsSL", "--max-time", "20", "-o", &*to, &*raw];
    if let Err(why) = process::run(&argv, work) {
        let why = why.why().lines().next().unwrap_or_default().to_owned();
        terminal::note(format!(
            "{name} is not measured by: {why} give its folder with --schemas"
        ));
        return Published::Facts;
    }
    read(&fetched).map_or(Published::Facts, Published::Document)
}

impl Published {
    /// What it is, in a few words.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Document(_) => "the published schema",
            Self::Facts => "the facts alone",
        }
    }

    /// The validator of what is printed.
    pub(super) fn validator(&self, target: &Target, root: &Root) -> Result<Validator, Trouble> {
        let to = &root.to;
        let wrong = |why: String| Trouble::new(format!("{}: {to}: {why}", target.id));
        let validator = match self {
            Self::Document(document) => {
                let reference = format!("#/components/schemas/{to}");
                let components = &document["components"];
                if components["schemas"].get(to).is_none() {
                    return Err(wrong(
                        "the published document has no such schema".to_owned(),
                    ));
                }
                let schema = json!({ "allOf": [{ "$ref": reference }], "components": components });
                jsonschema::draft4::new(&schema)
            }
            Self::Facts => jsonschema::draft202012::new(&of_facts(target, root)),
        };
        validator.map_err(|error| wrong(error.to_string()))
    }
}

/// A JSON Schema of what is printed, made from the facts: it knows every property.
fn of_facts(target: &Target, root: &Root) -> Value {
    let mut schema = object();
    for fact in &target.facts.rows {
        let Some((head, rest)) = fact.get("path").split_once('.') else {
            continue;
        };
        let Some(place) = root.places.get(head) else {
            continue;
        };
        let path = format!("{place}.{rest}");
        let steps: Vec<&str> = path.split('.').filter(|step| !step.is_empty()).collect();
        let mut node = &mut schema;
        for (index, step) in steps.iter().enumerate() {
            let name = step.trim_end_matches("[]");
            let last = index + 1 == steps.len();
            let is_required = last && fact.get("required") == "yes";
            if let Some(required) = node["required"].as_array_mut().filter(|_| is_required) {
                required.push(name.into());
            }
            node = &mut node["properties"][name];
            if *step != name {
                node["type"] = "array".into();
                node = &mut node["items"];
            }
            let own = ::crosswalk::schema(fact);
            if last && own["type"] != "object" {
                *node = own;
            } else if node.is_null() {
                *node = object();
            }
        }
    }
    schema
}

fn object() -> Value {
    json!({ "type": "object", "properties": {}, "required": [], "additionalProperties": false })
}
