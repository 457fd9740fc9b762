//! Header, path and query parameters: name, type with requiredness, and description.

use std::collections::BTreeSet;

use claims::{Aspect, Claim};

use super::Portal;
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

impl<'s> Portal<'s> {
    /// Reads the parameters of a group, whose heading was taken.
    pub(super) fn parameters(&mut self) {
        let mut names = BTreeSet::new();
        if self.lines.at(|line| self.is_known(&line)) {
            self.missing("a parameter's name");
        }
        while let Some(line) = self.lines.peek().filter(|line| !self.is_known(line)) {
            if !is_name(&line) {
                self.unexpected_until("a parameter's name", Self::is_parameter_or_end);
                continue;
            }
            self.lines.next();
            if names.insert(line.text) {
                self.parameter(line);
            } else {
                self.expected("a parameter that the group does not have yet", line);
                self.pass_over(Self::is_parameter_or_end);
            }
        }
    }

    fn parameter(&mut self, name: Line) {
        name.text.clone_into(&mut self.reached.name);
        self.state(name.number, name.text, Aspect::Listed, "");
        let Some((ty, required, lines)) = self.typed_at(0) else {
            let expected = "a type and `required` or `Optional`";
            return self.unexpected_until(expected, Self::is_parameter_or_end);
        };
        let lines: Vec<_> = (0..lines).filter_map(|_| self.lines.next()).collect();
        self.state(lines[0].number, name.text, Aspect::Type, ty);
        self.state(lines[0].number, name.text, Aspect::Required, required);
        // A last line may be a wording that only starts like something else.
        let is_wording = |line: &Line| !self.is_parameter_or_end(line) || self.lines.is_last(line);
        let Some(line) = self.lines.peek().filter(is_wording) else {
            return;
        };
        self.lines.next();
        self.describe(line.number, name.text, line.text);
        let form = FORMS.iter().find(|form| line.text.contains(*form));
        if let Some(form) = form
            && name.text.eq_ignore_ascii_case("Content-Type")
        {
            let operation = &self.reached.operation;
            let claim = Claim::new(operation, "body", "", Aspect::MediaType, form);
            self.ledger.state(line.number, claim);
        }
    }

    /// Whether the next line, this one, opens a parameter for certain or ends a group.
    fn is_parameter_or_end(&self, line: &Line) -> bool {
        self.is_known(line) || (is_name(line) && self.typed_at(1).is_some())
    }

    /// The type and what is required so many lines ahead, and how many lines that takes: two if they
    /// were cells of one row.
    fn typed_at(&self, ahead: usize) -> Option<(&'s str, &'static str, usize)> {
        let line = self.lines.peek_at(ahead)?;
        let one = typed(line.text).map(|(ty, required)| (ty, required, 1));
        let next = self.lines.peek_at(ahead + 1);
        let next = next.filter(|next| next.number == line.number && TYPES.contains(&line.text));
        let two = || Some((line.text, required(next?.text)?, 2));
        one.or_else(two)
    }
}

/// The place that the heading of a group stands for.
pub(super) fn group(line: &Line) -> Option<&'static str> {
    let group = GROUPS.iter().find(|(heading, _)| line.text == *heading)?;
    Some(group.1)
}

/// A header name (RFC 9110, section 5.1) or a query name of the same characters.
fn is_name(line: &Line) -> bool {
    is_word(line.text, "-_.")
}

/// `string required`, `boolean Optional`.
fn typed(text: &str) -> Option<(&str, &'static str)> {
    let (ty, rest) = text.split_once(' ')?;
    let required = required(rest)?;
    TYPES.contains(&ty).then_some((ty, required))
}

fn required(text: &str) -> Option<&'static str> {
    match text {
        "required" => Some("true"),
        "Optional" => Some("false"),
        _ => None,
    }
}

/// Whether a row of a table is that of a parameter.
pub(super) fn is_row(cells: &[&str]) -> bool {
    let is_typed = |cells: &[&str]| TYPES.contains(&cells[0]) && required(cells[1]).is_some();
    cells.iter().any(|cell| typed(cell).is_some()) || cells.windows(2).any(is_typed)
}
