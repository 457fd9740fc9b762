//! What the elements of a document are called.

use claims::Pointer;
use serde_json::Value;

use super::subject::{Subject, operations};

/// Where the schemas of a document are.
pub(super) const SCHEMAS: &str = "/components/schemas";

/// An element by one of its names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// `GET /v1/offers`, `CitiEmail.emailKey`, `GET /v1/offers · header · uuid`, `citiBearer`.
    pub(super) name: String,
    /// The last part alone, where the name has parts.
    pub(super) bare: Option<String>,
    pub(super) pointer: String,
}

impl Named {
    fn new(name: &str, pointer: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            bare: None,
            pointer: pointer.into(),
        }
    }
}

/// Every element that has a name, in the order of the document.
pub(super) fn named(document: &Value) -> Vec<Named> {
    let mut all = Vec::new();
    for operation in operations(document) {
        if let Subject::Operation { name, id, pointer } = operation {
            all.extend(id.map(|id| Named::new(&id, &*pointer)));
            let parameters = parameters(document, &name, &pointer);
            all.push(Named::new(&name, pointer));
            all.extend(parameters);
        }
    }
    all.extend(schemas(document));
    let schemes = document.pointer("/components/securitySchemes");
    let schemes = schemes.and_then(Value::as_object).into_iter().flatten();
    all.extend(schemes.map(|(name, _)| {
        let pointer = Pointer::step("/components/securitySchemes", name);
        Named::new(name, pointer.to_string())
    }));
    let tags = document.get("tags").and_then(Value::as_array);
    for (index, tag) in tags.into_iter().flatten().enumerate() {
        let name = tag["name"].as_str().unwrap_or_default();
        all.push(Named::new(name, format!("/tags/{index}")));
    }
    all
}

/// What a subject is called: as asked for if that is a pointer, as in the document otherwise.
pub(super) fn title(subject: &Subject, document: &Value, query: &str) -> String {
    match subject {
        Subject::Operation { name, id, .. } => match id {
            Some(id) => format!("{name} ({id})"),
            None => name.clone(),
        },
        Subject::Node { pointer, .. } => {
            let mut named = named(document).into_iter();
            let named = named.find(|named| named.pointer == *pointer);
            let named = named.filter(|_| !query.starts_with(['/', '#']));
            named.map_or_else(|| query.to_owned(), |named| named.name)
        }
    }
}

/// The parameters that stand in an operation.
fn parameters(document: &Value, operation: &str, pointer: &str) -> Vec<Named> {
    let pointer = format!("{pointer}/parameters");
    let parameters = document.pointer(&pointer).and_then(Value::as_array);
    let parameters = parameters.into_iter().flatten().enumerate();
    let named = parameters.filter_map(|(index, parameter)| {
        let (place, name) = (parameter["in"].as_str()?, parameter["name"].as_str()?);
        Some(Named {
            name: format!("{operation} · {place} · {name}"),
            bare: Some(name.to_owned()),
            pointer: format!("{pointer}/{index}"),
        })
    });
    named.collect()
}

/// Every schema and property: `CitiEmail`, `CitiEmail.emailKey`.
fn schemas(document: &Value) -> Vec<Named> {
    let schemas = document.pointer(SCHEMAS).and_then(Value::as_object);
    let mut all = Vec::new();
    for (name, schema) in schemas.into_iter().flatten() {
        let pointer = Pointer::step(SCHEMAS, name);
        let properties = schema["properties"].as_object().into_iter().flatten();
        all.push(Named::new(name, &*pointer));
        all.extend(properties.map(|(property, _)| Named {
            name: format!("{name}.{property}"),
            bare: Some(property.clone()),
            pointer: Pointer::step(&format!("{pointer}/properties"), property).to_string(),
        }));
    }
    all
}
