//! The claims of an OpenAPI document.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::schema::{SchemaReader, Subject, plain};
use crate::{Aspect, DocumentClaim, Pointer};

/// The methods that a path item may hold (OpenAPI 3.1, section 4.8.9).
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The extension that marks an operation of which a page says only that it exists.
pub const DOCUMENTATION: &str = "x-documentation";

/// All claims that a document makes, sorted.
///
/// Labels of ours (operation ids, component names, names of examples, `info`) state nothing about
/// the API and are not claims. Any other keyword that this reader does not know becomes a claim
/// with the aspect [`Aspect::Keyword`]: nothing in a document goes unsaid.
#[must_use]
pub fn claims(document: &Value) -> Vec<DocumentClaim> {
    let mut reader = Reader {
        document,
        schemas: SchemaReader::new(document),
    };
    reader.tags();
    for (path, item) in object(document, "paths") {
        for method in METHODS {
            if let Some(Value::Object(operation)) = item.get(method) {
                let node = Pointer::step(&Pointer::step("/paths", path), method);
                let name = format!("{} {path}", method.to_uppercase());
                reader.operation(&name.into(), &node, operation);
            }
        }
        let node = Pointer::step("/paths", path);
        for (keyword, value) in item.as_object().into_iter().flatten() {
            if !METHODS.contains(&keyword.as_str()) {
                reader.other(&subject(path, "path item", ""), &node, keyword, value);
            }
        }
    }
    let mut claims = reader.schemas.into_claims();
    claims.sort_unstable();
    claims
}

struct Reader<'d> {
    document: &'d Value,
    schemas: SchemaReader<'d>,
}

impl<'d> Reader<'d> {
    fn say(&mut self, subject: &Subject, aspect: Aspect, value: &str, pointer: Pointer) {
        self.schemas.say(subject, aspect, value, pointer);
    }

    fn other(&mut self, subject: &Subject, node: &str, keyword: &str, value: &Value) {
        let pointer = Pointer::to(&Pointer::step(node, keyword));
        self.say(
            subject,
            Aspect::Keyword,
            &format!("{keyword}={value}"),
            pointer,
        );
    }

    /// What the document says about whole pages: a tag is a page.
    fn tags(&mut self) {
        for (index, tag) in array(self.document, "tags").iter().enumerate() {
            let node: Arc<str> = format!("/tags/{index}").into();
            let page = subject("", "page", text(tag, "name"));
            for (keyword, value) in tag.as_object().into_iter().flatten() {
                match keyword.as_str() {
                    "name" | "x-displayName" => {}
                    "description" => {
                        let pointer = Pointer::keyword(&node, "description");
                        self.say(&page, Aspect::Description, "stated", pointer);
                    }
                    "externalDocs" => {
                        let node = Pointer::step(&node, "externalDocs");
                        let (title, url) = (text(value, "description"), text(value, "url"));
                        let pointer = Pointer::keyword(&node, "description");
                        self.say(&page, Aspect::Title, title, pointer);
                        self.say(&page, Aspect::Url, url, Pointer::keyword(&node, "url"));
                    }
                    _ => self.other(&page, &node, keyword, value),
                }
            }
        }
    }

    fn operation(&mut self, name: &Arc<str>, node: &Arc<str>, operation: &'d Map<String, Value>) {
        let this = subject(name, "operation", "");
        if operation.get(DOCUMENTATION).and_then(Value::as_str) != Some("listed") {
            self.say(&this, Aspect::Documented, "", Pointer::to(node));
        }
        self.servers(name, node, operation);
        self.security(name, node, operation);
        for (keyword, value) in operation {
            match keyword.as_str() {
                "operationId" | "servers" | "security" => {}
                DOCUMENTATION if value == "listed" => {}
                "tags" => self.listed(&this, node, value),
                "summary" => {
                    let pointer = Pointer::keyword(node, "summary");
                    self.say(&this, Aspect::Title, &plain(value), pointer);
                }
                "description" => {
                    let pointer = Pointer::keyword(node, "description");
                    self.say(&this, Aspect::Description, "stated", pointer);
                }
                "x-inferred" => {
                    for aspect in value.as_array().into_iter().flatten() {
                        let pointer = Pointer::keyword(node, "x-inferred");
                        self.say(&this, Aspect::Inferred, &plain(aspect), pointer);
                    }
                }
                "parameters" => self.parameters(name, node, value),
                "requestBody" => self.request_body(name, node, value),
                "responses" => self.responses(name, node, value),
                _ => self.other(&this, node, keyword, value),
            }
        }
    }

    fn listed(&mut self, this: &Subject, node: &Arc<str>, tags: &Value) {
        for tag in tags.as_array().into_iter().flatten() {
            let pointer = Pointer::keyword(node, "tags");
            self.say(this, Aspect::Listed, &plain(tag), pointer);
        }
    }

    /// The servers that an operation has in effect, its own or the document's.
    fn servers(&mut self, name: &Arc<str>, node: &Arc<str>, operation: &'d Map<String, Value>) {
        let (node, servers) = match operation.get("servers") {
            Some(own) => (Pointer::step(node, "servers"), own.as_array()),
            None => (
                "/servers".into(),
                self.document.get("servers").and_then(Value::as_array),
            ),
        };
        for (index, server) in servers.into_iter().flatten().enumerate() {
            let node = Pointer::step(&node, &index.to_string());
            let this = subject(name, "server", text(server, "url"));
            self.say(&this, Aspect::Listed, "", Pointer::keyword(&node, "url"));
            for (keyword, value) in server.as_object().into_iter().flatten() {
                match keyword.as_str() {
                    "url" => {}
                    "description" => {
                        let pointer = Pointer::keyword(&node, "description");
                        self.say(&this, Aspect::Description, "stated", pointer);
                    }
                    _ => self.other(&this, &node, keyword, value),
                }
            }
        }
    }

    /// The security that an operation has in effect, with what the named scheme says.
    fn security(&mut self, name: &Arc<str>, node: &Arc<str>, operation: &'d Map<String, Value>) {
        let (node, requirements) = match operation.get("security") {
            Some(own) => (Pointer::step(node, "security"), own.as_array()),
            None => (
                "/security".into(),
                self.document.get("security").and_then(Value::as_array),
            ),
        };
        for (index, requirement) in requirements.into_iter().flatten().enumerate() {
            let node = Pointer::step(&node, &index.to_string());
            for (scheme, scopes) in requirement.as_object().into_iter().flatten() {
                let this = subject(name, "security", scheme);
                self.say(
                    &this,
                    Aspect::Listed,
                    "",
                    Pointer::to(&Pointer::step(&node, scheme)),
                );
                for scope in scopes.as_array().into_iter().flatten() {
                    self.other(&this, &node, "scope", scope);
                }
                self.scheme(&this, scheme);
            }
        }
    }

    fn scheme(&mut self, this: &Subject, scheme: &str) {
        let node = Pointer::step("/components/securitySchemes", scheme);
        let Some(Value::Object(found)) = self.document.pointer(&node) else {
            return;
        };
        for (keyword, value) in found {
            let (aspect, keyword) = match keyword.as_str() {
                "type" => (Aspect::Type, "type"),
                "scheme" => (Aspect::Scheme, "scheme"),
                "description" => {
                    let pointer = Pointer::keyword(&node, "description");
                    self.say(this, Aspect::Description, "stated", pointer);
                    continue;
                }
                _ => {
                    self.other(this, &node, keyword, value);
                    continue;
                }
            };
            self.say(
                this,
                aspect,
                &plain(value),
                Pointer::keyword(&node, keyword),
            );
        }
    }

    fn parameters(&mut self, name: &Arc<str>, node: &Arc<str>, parameters: &'d Value) {
        let node = Pointer::step(node, "parameters");
        for (index, parameter) in parameters.as_array().into_iter().flatten().enumerate() {
            let node = Pointer::step(&node, &index.to_string());
            let this = subject(name, text(parameter, "in"), text(parameter, "name"));
            self.say(&this, Aspect::Listed, "", Pointer::to(&node));
            // A parameter is required or not: OpenAPI knows no third state.
            let required = parameter.get("required").and_then(Value::as_bool) == Some(true);
            let required = if required { "true" } else { "false" };
            self.say(
                &this,
                Aspect::Required,
                required,
                Pointer::keyword(&node, "required"),
            );
            for (keyword, value) in parameter.as_object().into_iter().flatten() {
                match keyword.as_str() {
                    "name" | "in" | "required" => {}
                    "schema" => {
                        self.schemas
                            .read(&this, &Pointer::step(&node, "schema"), value);
                    }
                    "description" => {
                        let pointer = Pointer::keyword(&node, "description");
                        self.say(&this, Aspect::Description, "stated", pointer);
                    }
                    "example" => {
                        let pointer = Pointer::keyword(&node, "example");
                        self.say(&this, Aspect::Example, &plain(value), pointer);
                    }
                    _ => self.other(&this, &node, keyword, value),
                }
            }
        }
    }

    fn request_body(&mut self, name: &Arc<str>, node: &Arc<str>, body: &'d Value) {
        let node = Pointer::step(node, "requestBody");
        let this = subject(name, "body", "");
        for (keyword, value) in body.as_object().into_iter().flatten() {
            match keyword.as_str() {
                "description" => {
                    let pointer = Pointer::keyword(&node, "description");
                    self.say(&this, Aspect::Description, "stated", pointer);
                }
                "required" => {
                    let pointer = Pointer::keyword(&node, "required");
                    self.say(&this, Aspect::Required, &plain(value), pointer);
                }
                "content" => self.content(&this, &node, value),
                _ => self.other(&this, &node, keyword, value),
            }
        }
    }

    fn responses(&mut self, name: &Arc<str>, node: &Arc<str>, responses: &'d Value) {
        let node = Pointer::step(node, "responses");
        for (status, response) in responses.as_object().into_iter().flatten() {
            let node = Pointer::step(&node, status);
            let this = subject(name, status, "");
            self.say(&this, Aspect::Listed, "", Pointer::to(&node));
            for (keyword, value) in response.as_object().into_iter().flatten() {
                match keyword.as_str() {
                    "description" => {
                        let pointer = Pointer::keyword(&node, "description");
                        self.say(&this, Aspect::Description, "stated", pointer);
                    }
                    "content" => self.content(&this, &node, value),
                    _ => self.other(&this, &node, keyword, value),
                }
            }
            // `default` says nothing about a status, so neither that it has no body.
            if response.get("content").is_none() && status != "default" {
                self.say(&this, Aspect::MediaType, "none", Pointer::to(&node));
            }
        }
    }

    fn content(&mut self, this: &Subject, node: &Arc<str>, content: &'d Value) {
        let node = Pointer::step(node, "content");
        for (media_type, value) in content.as_object().into_iter().flatten() {
            let node = Pointer::step(&node, media_type);
            self.say(this, Aspect::MediaType, media_type, Pointer::to(&node));
            for (keyword, value) in value.as_object().into_iter().flatten() {
                match keyword.as_str() {
                    "schema" => self
                        .schemas
                        .read(this, &Pointer::step(&node, "schema"), value),
                    "examples" => self.examples(this, &node, value),
                    _ => self.other(this, &node, keyword, value),
                }
            }
        }
    }

    /// Of an error status, an example is a row of its error table; else each leaf is an example.
    fn examples(&mut self, this: &Subject, node: &Arc<str>, examples: &'d Value) {
        let node = Pointer::step(node, "examples");
        for (label, example) in examples.as_object().into_iter().flatten() {
            let pointer = Pointer::keyword(&Pointer::step(&node, label), "value");
            let value = example.get("value").unwrap_or(&Value::Null);
            if this.place.starts_with(['4', '5']) {
                self.say(this, Aspect::Error, &error_row(value), pointer);
            } else {
                self.leaves(this, value, &pointer);
            }
        }
    }

    fn leaves(&mut self, this: &Subject, value: &Value, pointer: &Pointer) {
        match value {
            Value::Object(members) => {
                for (member, value) in members {
                    let name = if this.name.is_empty() {
                        member.clone()
                    } else {
                        format!("{}.{member}", this.name)
                    };
                    self.leaves(
                        &Subject {
                            name: name.into(),
                            ..this.clone()
                        },
                        value,
                        pointer,
                    );
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.leaves(this, item, pointer);
                }
            }
            leaf => self.say(this, Aspect::Example, &plain(leaf), pointer.clone()),
        }
    }
}

/// What separates the cells in the value of an [`Aspect::Error`] claim.
pub const ERROR_CELL: &str = " · ";

/// The columns of error tables, in the order of their cells in a claim; others follow by name.
const ERROR_COLUMNS: [&str; 4] = ["type", "code", "details", "moreInfo"];

fn error_row(value: &Value) -> String {
    let mut cells: Vec<_> = value.as_object().into_iter().flatten().collect();
    let column = |name: &str| ERROR_COLUMNS.iter().position(|column| *column == name);
    cells.sort_by_key(|(name, _)| (column(name).unwrap_or(ERROR_COLUMNS.len()), *name));
    cells
        .into_iter()
        .map(|(_, cell)| plain(cell))
        .collect::<Vec<_>>()
        .join(ERROR_CELL)
}

fn subject(operation: &str, place: &str, name: &str) -> Subject {
    Subject {
        operation: operation.into(),
        place: place.into(),
        name: name.into(),
    }
}

fn object<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value
        .get(key)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

fn array<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
