//! Header, path and query parameters: name, type with requiredness, and description.

use std::collections::BTreeSet;

use claims::Aspect;

use super::Portal;
use super::section::AFTER_DESCRIPTION;
use crate::Rule;
use crate::reader::TYPES;
use crate::source::{Line, is_word};

/// The headings of parameter groups, with the place that they stand for.
const GROUPS: [(&str, &str); 4] = [
    ("Header Parameters", "header"),
    ("Path Parameters", "path"),
    ("Query Parameters", "query"),
    ("FormData Parameters", "body"),
];

/// The media types of a form (HTML, section 4.10.21.3).
const FORMS: [&str; 2] = ["application/x-www-form-urlencoded", "multipart/form-data"];

impl Portal<'_> {
    pub(super) fn parameter_groups(&mut self) {
        if !self.lines.at(|line| self.is_known(&line)) {
            self.unexpected_until(AFTER_DESCRIPTION, Self::is_known);
        }
        let mut groups = BTreeSet::new();
        self.layout.form = None;
        while let Some((line, place)) = self.lines.next_as(place) {
            if groups.insert(place) {
                self.ledger.rule(line.number, Rule::Heading);
            } else {
                self.expected("one group of these parameters", line);
            }
            self.reach(place, "", "a parameter");
            if place == "body"
                && let Some((line, media_type)) = self.layout.form.take()
            {
                self.state(line, "", Aspect::MediaType, media_type);
            }
            self.parameters();
        }
        if self.lines.peek().is_some() {
            self.reach("operation", "", "the rest of the section");
        }
    }

    fn parameters(&mut self) {
        let mut names = BTreeSet::new();
        self.expect("a parameter's name", Self::is_known);
        while let Some(line) = self.lines.peek().filter(|line| !self.is_known(line)) {
            if !is_name(&line) {
                self.unexpected_until("a parameter's name", Self::is_parameter_or_end);
                continue;
            }
            self.lines.next();
            if !names.insert(line.text) {
                self.unexpected("a parameter that the group does not have yet", line);
                self.pass_over(Self::is_parameter_or_end);
                continue;
            }
            self.parameter(line);
        }
    }

    fn parameter(&mut self, name: Line) {
        self.reach_name(name.text, "the parameter's type");
        self.state(name.number, name.text, Aspect::Listed, "");
        let typed = self.lines.next_as(|line| type_and_required(line.text));
        let Some((line, (ty, required))) = typed else {
            let expected = "a type and `required` or `Optional`";
            return self.unexpected_until(expected, Self::is_parameter_or_end);
        };
        self.state(line.number, name.text, Aspect::Type, ty);
        self.state(line.number, name.text, Aspect::Required, required);
        self.reached.due = "the parameter's description";
        // A last line may be a wording that only starts like something else.
        let Some(line) = self.lines.peek() else {
            return;
        };
        if !self.is_parameter_or_end(&line) || self.lines.is_last(&line) {
            self.lines.next();
            self.describe(line.number, name.text, line.text);
            let form = FORMS.iter().find(|form| line.text.contains(*form));
            if name.text.eq_ignore_ascii_case("Content-Type") {
                self.layout.form = form.map(|form| (line.number, *form));
            }
        }
        self.reached.due = "the rest of the section";
    }

    /// Whether the next line, this one, opens a parameter for certain or ends a group.
    fn is_parameter_or_end(&self, line: &Line) -> bool {
        let typed = |line: Line| type_and_required(line.text).is_some();
        self.is_known(line) || (is_name(line) && self.lines.peek_at(1).is_some_and(typed))
    }
}

/// Whether the line is the heading of a parameter group.
pub(super) fn opens_group(line: &Line) -> bool {
    place(line).is_some()
}

fn place(line: &Line) -> Option<&'static str> {
    let group = GROUPS.iter().find(|(heading, _)| line.text == *heading)?;
    Some(group.1)
}

/// A header name (RFC 9110, section 5.1) or a query name of the same characters.
fn is_name(line: &Line) -> bool {
    is_word(line.text, "-_.")
}

/// `string required`, `boolean Optional`.
fn type_and_required(text: &str) -> Option<(&str, &'static str)> {
    let (ty, rest) = text.split_once(' ')?;
    let required = match rest {
        "required" => "true",
        "Optional" => "false",
        _ => return None,
    };
    TYPES.contains(&ty).then_some((ty, required))
}

/// Whether a row of a table is that of a parameter.
pub(super) fn is_row(cells: &[&str]) -> bool {
    cells.iter().any(|cell| type_and_required(cell).is_some())
}
