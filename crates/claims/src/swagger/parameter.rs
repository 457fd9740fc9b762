//! Parameters: what one says of its values goes into a schema.

use serde_json::{Value, json};

use super::{Object, Raise, refer};
use crate::Pointer;
use crate::reader::text;

/// A parameter where it is used, as Swagger 2.0 says it.
pub(super) struct Given {
    pub(super) at: String,
    /// Its name among the shared parameters.
    pub(super) shared: Option<String>,
    pub(super) parameter: Value,
}

impl Given {
    pub(super) fn in_body(&self) -> bool {
        ["body", "formData"].contains(&text(&self.parameter, "in"))
    }

    /// Whether both are one parameter. An operation has one body.
    pub(super) fn is(&self, other: &Self) -> bool {
        let same = |keyword| text(&self.parameter, keyword) == text(&other.parameter, keyword);
        same("in") && (text(&self.parameter, "in") == "body" || same("name"))
    }
}

impl Raise {
    /// The parameters of an operation or a path item. Those that are in no body are raised and stay.
    pub(super) fn given(&mut self, at: &str, owner: &mut Object) -> Vec<Given> {
        let at = Pointer::step(at, "parameters");
        let mut given = Vec::new();
        let mut kept = Vec::new();
        let listed = self.list(&at, owner.shift_remove("parameters"));
        for (index, mut stated) in listed.into_iter().enumerate() {
            let at = Pointer::step(&at, &index.to_string()).to_string();
            let reference = stated.get("$ref").map(|it| it.as_str().unwrap_or_default());
            let name = reference.map(|it| it.strip_prefix("#/parameters/").unwrap_or_default());
            let shared = name.map(|it| Pointer::unescape(it).into_owned());
            let parameter = match &shared {
                None => Some(stated.clone()),
                Some(name) => self
                    .shared
                    .get("parameters")
                    .and_then(|it| it.get(name))
                    .cloned(),
            };
            let Some(parameter) = parameter else {
                let fix = "add it to `parameters`, or mend the reference";
                self.problem(&at, "a reference to a shared parameter", None, fix);
                continue;
            };
            if shared.is_none() && !self.is_parameter(&at, &parameter) {
                continue;
            }
            let it = Given {
                at,
                shared,
                parameter,
            };
            if !it.in_body() {
                if !refer(&mut stated) {
                    self.simple(&it.at, &mut stated);
                }
                kept.push(stated);
            }
            given.push(it);
        }
        if !kept.is_empty() {
            owner.insert("parameters".to_owned(), kept.into());
        }
        given
    }

    /// Whether a parameter says where it is, and what it is called.
    fn is_parameter(&mut self, at: &str, parameter: &Value) -> bool {
        let place = text(parameter, "in");
        if !["query", "header", "path", "formData", "body"].contains(&place) {
            let expected = "`in` to be query, header, path, formData or body";
            self.problem(
                at,
                expected,
                parameter.get("in"),
                "say where the parameter is",
            );
            return false;
        }
        let named = place == "body" || parameter.get("name").is_some_and(Value::is_string);
        if !named {
            self.problem(
                at,
                "`name` to be a text",
                parameter.get("name"),
                "name the parameter",
            );
        }
        named
    }

    /// A parameter that is in no body, a header, or a field of a form: what it says of its values
    /// goes into a schema.
    ///
    /// Commas separate the values of a list unless `collectionFormat` says otherwise.
    pub(super) fn simple(&mut self, at: &str, simple: &mut Value) {
        let Some(members) = self.object(at, simple) else {
            return;
        };
        let in_form = ["query", "formData"]
            .iter()
            .any(|it| members.get("in") == Some(&json!(it)));
        let format = members
            .shift_remove("collectionFormat")
            .unwrap_or_else(|| "csv".into());
        let (kept, schema) = std::mem::take(members)
            .into_iter()
            .partition(|(it, _)| is_kept(it));
        *members = kept;
        let mut schema = Value::Object(schema);
        self.schema(at, &mut schema);
        if schema.get("type").is_some_and(|it| it == "array") {
            let style = match format.as_str() {
                Some("csv") if !in_form => json!({}),
                Some("csv") => json!({ "style": "form", "explode": false }),
                Some("multi") if in_form => json!({ "style": "form", "explode": true }),
                Some("ssv") if in_form => json!({ "style": "spaceDelimited", "explode": false }),
                Some("pipes") if in_form => json!({ "style": "pipeDelimited", "explode": false }),
                _ => json!({ "x-collectionFormat": format }),
            };
            members.extend(style.as_object().cloned().unwrap_or_default());
        }
        // Some descriptions give a schema outside of bodies too.
        if let Some(mut given) = members.shift_remove("schema") {
            self.schema(&Pointer::step(at, "schema"), &mut given);
            if given.is_object() {
                schema = given;
            }
        }
        members.insert("schema".to_owned(), schema);
    }

    /// The components that shared parameters are. A field of a form is no component: it is said
    /// where it is used.
    pub(super) fn shared_parameters(&mut self) -> Object {
        let mut shared = self
            .shared
            .get("parameters")
            .cloned()
            .unwrap_or_else(|| json!({}));
        let consumes = self.media_types("", None, "consumes");
        let mut components = Object::new();
        for (name, stated) in self
            .object("/parameters", &mut shared)
            .into_iter()
            .flatten()
        {
            let at = Pointer::step("/parameters", name).to_string();
            if !self.is_parameter(&at, stated) {
                continue;
            }
            let kind = match text(stated, "in") {
                "formData" => continue,
                "body" => {
                    self.body(&at, stated, &consumes);
                    "requestBodies"
                }
                _ => {
                    self.simple(&at, stated);
                    "parameters"
                }
            };
            components.entry(kind).or_insert_with(|| json!({}))[name] = stated.take();
        }
        components
    }
}

/// Whether a keyword stays with the parameter when others go into its schema. Some descriptions
/// have keywords of later versions.
pub(super) fn is_kept(keyword: &str) -> bool {
    let own = "name in description required allowEmptyValue deprecated schema style explode content \
               example examples";
    own.split(' ').any(|it| it == keyword) || keyword.starts_with("x-") && keyword != "x-nullable"
}
