//! The parameters of one place as a struct, with schemas of their own where attributes do not do.

use claims::Aspect;

use crate::attributes::{attributes, doc, indented};
use crate::names::{field, pascal, quoted};
use crate::said::Element;
use crate::types::{Module, Types};

/// Writes the parameters of a place into a file.
pub(crate) fn parameters(
    types: &mut Types,
    file: &mut Module,
    all: &[&Element],
    place: &str,
    group: &str,
    about: &str,
) {
    let optional = all.iter().any(|it| !it.required());
    let apply = if optional {
        file.uses.insert("macro_rules_attribute::apply".to_owned());
        file.uses.insert("crate::object::skip_none".to_owned());
        "#[apply(skip_none!)]\n"
    } else {
        ""
    };
    file.uses
        .insert("serde::{Deserialize, Serialize}".to_owned());
    let mut fields = Vec::new();
    let mut schemas = Vec::new();
    for parameter in all {
        let wire = parameter.name.as_str();
        let (name, _) = field(wire);
        let mut lines = Vec::new();
        if name.trim_start_matches("r#") != wire {
            lines.push(format!("#[serde(rename = {})]", quoted(wire)));
        }
        let base = parameter.get(Aspect::Type).unwrap_or("string");
        let ty = types.scalar(file, parameter, base);
        if beyond(parameter) {
            let schema = pascal(wire);
            schemas.push(schema_of(parameter, &schema));
            let required = if parameter.required() {
                ""
            } else {
                ", required = false"
            };
            lines.push(format!("#[param(value_type = {schema}, inline{required})]"));
        } else {
            lines.extend(attributes(parameter, "param"));
        }
        let ty = if parameter.required() {
            ty
        } else {
            format!("Option<{ty}>")
        };
        let words = if parameter.has(Aspect::Description) {
            doc(&types.words(parameter), 4)
        } else {
            String::new()
        };
        fields.push(format!(
            "{words}{}    pub {name}: {ty},\n",
            indented(&lines)
        ));
    }
    let place = pascal(place);
    file.items.push(format!(
        "/// {about}\n{apply}#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]\n#[into_params(parameter_in = {place})]\npub struct {group} {{\n{}}}\n",
        fields.join("\n")
    ));
    if schemas.is_empty() {
        file.uses.insert("utoipa::IntoParams".to_owned());
    } else {
        for path in [
            "utoipa::openapi::RefOr",
            "utoipa::openapi::schema::{ObjectBuilder, Schema, Type}",
            "utoipa::{IntoParams, PartialSchema}",
        ] {
            file.uses.insert(path.to_owned());
        }
        for (used, path) in [
            ("json!(", "serde_json::json"),
            ("Extensions::", "utoipa::openapi::extensions::Extensions"),
        ] {
            if schemas.iter().any(|it| it.contains(used)) {
                file.uses.insert(path.to_owned());
            }
        }
        file.uses.remove("utoipa::IntoParams");
        file.items.extend(schemas);
    }
}

/// Whether the attributes of a parameter cannot say all of it.
fn beyond(parameter: &Element) -> bool {
    [
        Aspect::Enum,
        Aspect::Field,
        Aspect::ReferenceData,
        Aspect::ReferenceCode,
        Aspect::Default,
    ]
    .iter()
    .any(|it| parameter.has(*it))
}

/// A schema of its own for a parameter.
fn schema_of(parameter: &Element, name: &str) -> String {
    let ty = pascal(parameter.get(Aspect::Type).unwrap_or("string"));
    let mut chain = vec![format!(".schema_type(Type::{ty})")];
    for (aspect, call) in [
        (Aspect::MaxLength, "max_length"),
        (Aspect::MinLength, "min_length"),
    ] {
        chain.extend(
            parameter
                .get(aspect)
                .map(|it| format!(".{call}(Some({it}))")),
        );
    }
    chain.extend(
        parameter
            .get(Aspect::Pattern)
            .map(|it| format!(".pattern(Some({}))", quoted(it))),
    );
    chain.extend(parameter.get(Aspect::Format).map(|it| {
        format!(
            ".format(Some(utoipa::openapi::SchemaFormat::Custom({}.to_owned())))",
            quoted(it)
        )
    }));
    let list = |aspect| {
        parameter
            .all(aspect)
            .map(quoted)
            .collect::<Vec<_>>()
            .join(",\n                ")
    };
    if parameter.has(Aspect::Enum) {
        chain.push(format!(
            ".enum_values(Some([\n                {},\n            ]))",
            list(Aspect::Enum)
        ));
    }
    chain.extend(
        parameter
            .get(Aspect::Default)
            .map(|it| format!(".default(Some(json!({})))", quoted(it))),
    );
    let mut extensions = String::new();
    if parameter.has(Aspect::Field) {
        extensions += &format!(
            ".add(\"x-fields\", json!([\n                {},\n            ]))",
            list(Aspect::Field)
        );
    }
    for (aspect, key) in [
        (Aspect::ReferenceData, "x-reference-data"),
        (Aspect::ReferenceCode, "x-reference-code"),
    ] {
        extensions.extend(
            parameter
                .get(aspect)
                .map(|it| format!(".add(\"{key}\", json!({}))", quoted(it))),
        );
    }
    if !extensions.is_empty() {
        chain.push(format!(
            ".extensions(Some(Extensions::builder(){extensions}.build()))"
        ));
    }
    format!(
        "/// Schema of the `{}` parameter.\n// A `schema_with` function would cost the parameter its description.\nstruct {name};\n\nimpl PartialSchema for {name} {{\n    fn schema() -> RefOr<Schema> {{\n        ObjectBuilder::new()\n            {}\n            .into()\n    }}\n}}\n",
        parameter.name,
        chain.join("\n            ")
    )
}
