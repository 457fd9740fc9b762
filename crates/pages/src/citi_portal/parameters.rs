//! Header, path and query parameters: name, type with requiredness, and description.

use claims::Aspect;

use super::Portal;
use crate::Rule;
use crate::source::Line;

/// The headings of parameter groups, with the place that they stand for.
const GROUPS: [(&str, &str); 3] = [
    ("Header Parameters", "header"),
    ("Path Parameters", "path"),
    ("Query Parameters", "query"),
];

/// The type names of JSON Schema (2020-12 validation, section 6.1.1).
pub(super) const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "object", "array"];

impl Portal<'_> {
    pub(super) fn parameter_groups(&mut self) {
        while let Some(line) = self.lines.next_if(|line| place(line).is_some()) {
            self.ledger.rule(line.number, Rule::Heading);
            let place = place(&line).unwrap_or_default();
            self.reach(place, "", "a parameter");
            while let Some(name) = self.lines.next_if(is_parameter) {
                self.parameter(place, name);
            }
            if let Some(line) = self.lines.peek()
                && !ends_group(&line)
            {
                self.ledger.expected("a parameter's name", line);
                self.lines.next();
            }
        }
        self.reached.due = "the rest of the section";
    }

    fn parameter(&mut self, place: &str, name: Line) {
        self.state(name.number, name.text, Aspect::Listed, "");
        self.reach(place, name.text, "the parameter's type");
        let Some(line) = self.lines.next() else {
            return;
        };
        match line
            .text
            .split_once(' ')
            .map(|(ty, rest)| (ty, required(rest)))
        {
            Some((ty, Some(required))) if TYPES.contains(&ty) => {
                self.state(line.number, name.text, Aspect::Type, ty);
                self.state(line.number, name.text, Aspect::Required, required);
            }
            _ => self
                .ledger
                .expected("a type and `required` or `Optional`", line),
        }
        self.reached.due = "the parameter's description";
        if let Some(line) = self.lines.next() {
            self.describe(line.number, name.text, line.text);
            self.reached.due = "the rest of the section";
        }
    }
}

fn place(line: &Line) -> Option<&'static str> {
    GROUPS
        .iter()
        .find(|(heading, _)| line.text == *heading)
        .map(|(_, place)| *place)
}

/// What may follow the last parameter of a group.
fn ends_group(line: &Line) -> bool {
    place(line).is_some() || line.text.starts_with('•') || line.text == "Example Request"
}

/// A header name (RFC 9110, section 5.1) or a query name of the same characters.
fn is_parameter(line: &Line) -> bool {
    let token = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    line.text.chars().all(token)
}

fn required(text: &str) -> Option<&'static str> {
    match text {
        "required" => Some("true"),
        "Optional" => Some("false"),
        _ => None,
    }
}
