//! What attributes and comments say of a field.

use claims::Aspect;

use crate::names::quoted;
use crate::said::Element;

/// The pattern of [`contract::scalar::Ascii`].
pub(crate) const ASCII: &str = r"^[\x00-\x7F]*$";

/// The attributes that say what a type does not; of a parameter they are `param`.
pub(crate) fn attributes(element: &Element, of: &str) -> Vec<String> {
    let (mut utoipa, mut schemars, mut extensions) = (Vec::new(), Vec::new(), Vec::new());
    let text = element.get(Aspect::Type) == Some("string") && !element.has(Aspect::Enum);
    let ascii = element.get(Aspect::Pattern) == Some(ASCII);
    for fact in &element.facts {
        let value = fact.value.as_str();
        let literal = match element.get(Aspect::Type) {
            Some("integer" | "number" | "boolean") => value.to_owned(),
            _ => quoted(value),
        };
        let (keyword, key) = match fact.aspect {
            Aspect::Format if text && !value.starts_with("date") => ("format", "format"),
            Aspect::MaxLength if text && !ascii => ("max_length", "maxLength"),
            Aspect::MinLength if text => ("min_length", "minLength"),
            Aspect::Pattern if text && !ascii => ("pattern", "pattern"),
            Aspect::MinItems => ("min_items", "minItems"),
            Aspect::Minimum => ("minimum", "minimum"),
            Aspect::Maximum => ("maximum", "maximum"),
            Aspect::Default => ("default", "default"),
            Aspect::Example if of == "param" => ("example", ""),
            Aspect::Example => {
                utoipa.push(format!("examples({literal})"));
                schemars.push(format!("example = {literal}"));
                continue;
            }
            Aspect::ReferenceData if !element.has(Aspect::Enum) => {
                extensions.push(format!("(\"x-reference-data\" = json!({}))", quoted(value)));
                continue;
            }
            Aspect::ReferenceCode => {
                extensions.push(format!("(\"x-reference-code\" = json!({}))", quoted(value)));
                continue;
            }
            _ => continue,
        };
        let number = matches!(
            fact.aspect,
            Aspect::MaxLength
                | Aspect::MinLength
                | Aspect::MinItems
                | Aspect::Minimum
                | Aspect::Maximum
        );
        let literal = if number {
            value.to_owned()
        } else if matches!(keyword, "format" | "pattern") {
            quoted(value)
        } else {
            literal
        };
        utoipa.push(format!("{keyword} = {literal}"));
        schemars.push(format!("extend(\"{key}\" = {literal})"));
    }
    let mut attributes = Vec::new();
    match extensions.as_slice() {
        [] => {}
        [one] => utoipa.push(format!("extensions({one})")),
        all => utoipa.push(format!(
            "extensions(\n        {},\n    )",
            all.join(",\n        ")
        )),
    }
    if !utoipa.is_empty() {
        attributes.push(format!("#[{of}({})]", utoipa.join(", ")));
    }
    if !schemars.is_empty() && of == "schema" {
        attributes.push(format!("#[schemars({})]", schemars.join(", ")));
    }
    attributes
}

/// Lines of documentation.
pub(crate) fn doc(text: &str, indent: usize) -> String {
    let line = |line: &str| {
        let line = format!("{}/// {line}", " ".repeat(indent));
        line.trim_end().to_owned() + "\n"
    };
    text.lines().map(line).collect()
}

/// Attributes of a field, one a line.
pub(crate) fn indented(attributes: &[String]) -> String {
    attributes.iter().map(|it| format!("    {it}\n")).collect()
}
