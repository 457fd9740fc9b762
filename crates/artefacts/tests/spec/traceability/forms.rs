//! The words in which the pages put a fact: bullets, JSON, tables.

use super::Row;

/// How pages write what a row says, with the titles that the line states, and with what other rows
/// say that cite it.
pub(super) fn forms(row: &Row, titles: &[&str], cited: &[&Row]) -> Vec<String> {
    let value = &row["value"];
    let (operation, place, name) = (&row["operation"], &row["place"], &row["name"]);
    let leaf = name.rsplit('.').next().unwrap_or_default();
    match row["aspect"].as_str() {
        "listed" | "documented" if name.is_empty() && place == "operation" => {
            let titles = titles.iter().chain([&""]);
            titles.flat_map(|title| called(operation, title)).collect()
        }
        "listed" if name.is_empty() => vec![place.clone()],
        // A group is listed by the first of its fields, a parameter of the path by the path.
        "listed" => {
            let within = others_named(cited).filter(|other| other.starts_with(&format!("{name}.")));
            let mut forms: Vec<String> = within.flat_map(named).collect();
            forms.extend(named(leaf));
            forms.extend(named(name));
            if operation.contains(&format!("{{{leaf}}}")) || place == "server" {
                let titles = titles.iter().chain([&""]);
                forms.extend(titles.flat_map(|title| called(operation, title)));
            }
            forms
        }
        "title" => {
            let mut forms = called(operation, value);
            forms.push(value.clone());
            forms
        }
        "required" => {
            let mut forms = named(leaf);
            let word = if value == "true" {
                "required"
            } else {
                "Optional"
            };
            forms.extend(others(cited, "type").map(|ty| format!("{ty} {word}")));
            forms.push(if value == "true" { "Yes" } else { "No" }.to_owned());
            forms
        }
        "type" => typed(value, row, cited),
        "precision" | "max-length" => {
            let mut forms = vec![format!("\"maxLength\": {value}")];
            forms.extend(others(cited, "type").flat_map(|ty| sized(ty, value)));
            // Of the type a reading may have made another one.
            forms.extend(sized("number", value));
            forms
        }
        "enum" => {
            let values: Vec<&str> = others(cited, "enum").collect();
            let mut forms = named(value);
            for values in orders(&values) {
                let values = values.join(", ");
                let words = ["enum :", "Available values:", "Possible values:"];
                forms.extend(words.map(|word| format!("• {word} {values}")));
            }
            forms
        }
        "error" => vec![format!("{} |", value.replace(" · ", " | "))],
        "default" => vec![format!("• Default value: {value}")],
        "example" => {
            let mut forms = vec![value.clone()];
            let keys = [format!("\"{leaf}\" :"), "\"example\":".to_owned()];
            for key in keys {
                forms.push(format!("{key} \"{value}\""));
                forms.push(format!("{key} {value}"));
            }
            forms
        }
        "format" => vec![
            format!("• format : {value}"),
            format!("\"format\": \"{value}\""),
        ],
        keyword => vec![format!("\"{keyword}\": \"{value}\"")],
    }
}

/// The values that rows of one aspect have.
fn others<'r>(cited: &[&'r Row], aspect: &str) -> impl Iterator<Item = &'r str> {
    let mut values: Vec<&str> = Vec::new();
    for row in cited.iter().filter(|row| row["aspect"] == aspect) {
        if !values.contains(&row["value"].as_str()) {
            values.push(&row["value"]);
        }
    }
    values.into_iter()
}

fn others_named<'r>(cited: &[&'r Row]) -> impl Iterator<Item = &'r str> {
    cited.iter().map(|row| row["name"].as_str())
}

/// An operation as a heading, with its title or without.
fn called(operation: &str, title: &str) -> Vec<String> {
    let (method, path) = operation.split_once(' ').unwrap_or(("", operation));
    [
        path.to_owned(),
        format!("{} {path} {title}", method.to_lowercase()),
        format!("{method} https://{{domainname}}{path}"),
    ]
    .into()
}

/// A name or value on a line of its own.
fn named(name: &str) -> Vec<String> {
    [
        name.to_owned(),
        format!("• {name}"),
        format!("\"{name}\""),
        format!("\"{name}\": {{"),
    ]
    .into()
}

fn typed(ty: &str, row: &Row, cited: &[&Row]) -> Vec<String> {
    let mut forms = named(ty);
    forms.push(format!("• type : {ty}"));
    forms.push(format!("\"type\": \"{ty}\""));
    forms.push(format!("• ASCII {ty}"));
    if row["value"] == "array" {
        forms.push("• properties : Array".to_owned());
    }
    let words = ["required", "Optional"];
    forms.extend(words.map(|word| format!("{ty} {word}")));
    for size in others(cited, "precision").chain(others(cited, "max-length")) {
        forms.extend(sized(ty, size));
    }
    forms
}

/// `number (18,2)`, `ASCII string (100)`.
fn sized(ty: &str, size: &str) -> Vec<String> {
    let capital = ty.get(..1).unwrap_or_default().to_uppercase() + ty.get(1..).unwrap_or_default();
    [ty, &format!("ASCII {ty}"), &format!("ASCII {capital}")]
        .map(|ty| format!("• {ty} ({size})"))
        .into()
}

/// The orders in which a few values may stand; of many, the one that they have.
fn orders<'v>(values: &[&'v str]) -> Vec<Vec<&'v str>> {
    let [first, rest @ ..] = values else {
        return vec![Vec::new()];
    };
    if values.len() > 6 {
        return vec![values.to_vec()];
    }
    let mut all = Vec::new();
    for order in orders(rest) {
        for at in 0..=order.len() {
            let mut order = order.clone();
            order.insert(at, first);
            all.push(order);
        }
    }
    all
}
