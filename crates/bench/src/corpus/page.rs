//! The page, in the layout of Citi's developer portal.

use std::fmt::Write as _;
use std::ops::Range;

use super::carrier::{REQUIRED, is_documented, operation};
use super::model::{Failure, Field, Operation, Said, Shape};
use super::{PRODUCT, TITLE};

/// The body of an error, as bullets and as a schema.
const ERROR_BULLETS: &str = include_str!("error.txt");
const ERROR_SCHEMA: &str = include_str!("error.json");

const LANGUAGES: [&str; 8] = [
    "cURL", "Ruby", "Python", "PHP", "Java", "Node", "Go", "Swift",
];

/// The headings of parameter groups, with the place that they stand for.
const GROUPS: [(&str, &str); 3] = [
    ("Header Parameters", "header"),
    ("Path Parameters", "path"),
    ("Query Parameters", "query"),
];

/// The text of a page about the operations with these numbers: all are listed, and about half of
/// them documented.
#[must_use]
#[expect(
    clippy::missing_panics_doc,
    reason = "writing to a string does not fail"
)]
pub fn page(operations: Range<usize>) -> String {
    let mut page = String::new();
    write(&mut page, operations).expect("writing to a string does not fail");
    page
}

fn write(page: &mut String, operations: Range<usize>) -> std::fmt::Result {
    writeln!(
        page,
        "{PRODUCT}\n\nSelect the following:\nHome\n\n>\n\nAPI Products\n\n>\n\n{TITLE}"
    )?;
    writeln!(
        page,
        "\n{PRODUCT}\n\nSummary\n\nSays where the parcels of a carrier are.\n"
    )?;
    writeln!(
        page,
        "Want to try this API out on our Playground?\n\nGo play now"
    )?;
    writeln!(page, "Endpoints on this page")?;
    for operation in operations.clone().map(operation) {
        let Operation {
            method,
            path,
            title,
            ..
        } = operation;
        writeln!(page, "{method} {path} {title}")?;
    }
    for number in operations.filter(|number| is_documented(*number)) {
        section(page, number)?;
    }
    Ok(())
}

fn section(page: &mut String, number: usize) -> std::fmt::Result {
    let operation = operation(number);
    let Operation {
        method,
        path,
        title,
        ..
    } = &operation;
    writeln!(page, "\n{title}\n\n{method} {path}\nDescription\n")?;
    writeln!(
        page,
        "Tells which parcels lie in depot {number} or left it today.\n"
    )?;
    for (heading, place) in GROUPS {
        let parameters = operation.parameters.iter();
        let group: Vec<_> = parameters.filter(|of| of.place == place).collect();
        if !group.is_empty() {
            writeln!(page, "{heading}")?;
        }
        for parameter in group {
            let Said { ty, wording, .. } = &parameter.said;
            let required = if parameter.required {
                "required"
            } else {
                "Optional"
            };
            writeln!(page, "{}\n{ty} {required}\n{wording}", parameter.name)?;
        }
    }
    for language in LANGUAGES {
        writeln!(page, "  • {language}")?;
    }
    for _ in LANGUAGES {
        writeln!(page, "\nExample Request")?;
    }
    writeln!(
        page,
        "\nResponses\n200\n\nThe parcels of the depot.\nDefinitions"
    )?;
    fields(page, &operation.body, 2)?;
    writeln!(page, "  • required")?;
    for name in REQUIRED {
        writeln!(page, "    • {name}")?;
    }
    writeln!(page, "Example Response for {method} {path}")?;
    if operation.may_be_empty {
        writeln!(
            page,
            "204\n\nNo content\nThis operation returns no content."
        )?;
    }
    for failure in operation.failures {
        response(page, failure, method, path)?;
    }
    Ok(())
}

fn fields(page: &mut String, fields_: &[Field], indent: usize) -> std::fmt::Result {
    for Field { name, shape } in fields_ {
        writeln!(page, "{:indent$}• {name}", "")?;
        let said = indent + 2;
        match shape {
            Shape::Scalar(Said {
                ty,
                wording,
                keywords,
            }) => {
                writeln!(page, "{:said$}• {wording}\n{:said$}• type : {ty}", "", "")?;
                if let Some(format) = keywords["format"].as_str() {
                    writeln!(page, "{:said$}• format : {format}", "")?;
                }
                if let Some(values) = keywords["enum"].as_array() {
                    let values: Vec<_> = values.iter().filter_map(|v| v.as_str()).collect();
                    writeln!(page, "{:said$}• enum : {}", "", values.join(", "))?;
                }
            }
            Shape::Object(_, inner) | Shape::List(_, inner) => fields(page, inner, indent + 4)?,
            Shape::Array => writeln!(page, "{:said$}• properties : Array", "")?,
        }
    }
    Ok(())
}

fn response(page: &mut String, failure: &Failure, method: &str, path: &str) -> std::fmt::Result {
    writeln!(page, "{}\n\nTypeCodeDetails", failure.status)?;
    for row in failure.rows {
        writeln!(page, "{}", row.concat())?;
    }
    write!(page, "Definitions\n{ERROR_BULLETS}")?;
    write!(page, "Response Schema for {method} {path}\n{ERROR_SCHEMA}")
}
