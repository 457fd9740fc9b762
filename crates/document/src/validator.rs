//! Validators of one schema of a document.

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::walk::{Kind, component, walk};

/// A validator of one schema of the document, which may refer to the components.
#[must_use]
pub fn validator(document: &Value, schema: &Value) -> Option<Validator> {
    compiled(&root(document, schema), true)
}

/// The same, to which a `format` is a remark, as JSON Schema 2020-12 has it.
pub(crate) fn plain_validator(document: &Value, schema: &Value) -> Option<Validator> {
    compiled(&root(document, schema), false)
}

/// A schema with the components and definitions that it refers to, directly or not: a validator of
/// one schema should not take longer because the document has many others.
pub(crate) fn root(document: &Value, schema: &Value) -> Value {
    let mut root = json!({ "allOf": [schema] });
    let mut due = vec![(schema, Kind::Schema)];
    while let Some((value, kind)) = due.pop() {
        walk(value, kind, &mut |node| {
            let target = node.value.get("$ref").and_then(Value::as_str);
            let Some(target) = target.and_then(|to| Target::of(document, to)) else {
                return;
            };
            let holder = match target.sort {
                Some(sort) => &mut root["components"][sort],
                None => &mut root["$defs"],
            };
            if holder.get(&target.name).is_none() {
                holder[target.name] = target.value.clone();
                let kind = target.sort.map_or(Some(Kind::Schema), component);
                due.extend(kind.map(|kind| (target.value, kind)));
            }
        });
    }
    root
}

/// The component or definition that a reference leads to or into.
struct Target<'d> {
    /// The sort of the component; none of a definition.
    sort: Option<&'d str>,
    name: String,
    value: &'d Value,
}

impl<'d> Target<'d> {
    fn of(document: &'d Value, reference: &'d str) -> Option<Self> {
        let mut tokens = reference.strip_prefix("#/")?.split('/');
        let (sort, holder) = match tokens.next()? {
            "components" => {
                let sort = tokens.next()?;
                (Some(sort), document.get("components")?.get(sort)?)
            }
            "$defs" => (None, document.get("$defs")?),
            _ => return None,
        };
        let name = tokens.next()?.replace("~1", "/").replace("~0", "~");
        let value = holder.get(&name)?;
        Some(Self { sort, name, value })
    }
}

/// Compiles such a schema, with or without regard to `format`.
pub(crate) fn compiled(root: &Value, formats: bool) -> Option<Validator> {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(formats)
        .build(root)
        .ok()
}
