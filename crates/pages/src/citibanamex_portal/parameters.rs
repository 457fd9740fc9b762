//! Parameters with their names: place, type, wordings and constraints.

use claims::Aspect;

use super::Portal;
use crate::reader::type_and_fact;

impl Portal<'_> {
    /// Whether the next line is the name of a parameter: the line behind it says where that is.
    pub(super) fn opens_parameter(&self) -> bool {
        let behind = self.lines.peek_at(1);
        behind.is_some_and(|line| place(line.text).is_some())
    }

    pub(super) fn parameters(&mut self) {
        while self.opens_parameter()
            && let Some(name) = self.lines.next()
            && let Some(line) = self.lines.next()
        {
            let (required, at) = place(line.text).unwrap_or_default();
            // The body as a whole is no property of that name.
            let (of, aspect, value) = if line.text.ends_with(" in body") {
                ("", Aspect::Title, name.text)
            } else {
                (name.text, Aspect::Listed, "")
            };
            self.reach(at, of);
            self.state(name.number, of, aspect, value);
            self.state(line.number, of, Aspect::Required, required);
            if self.lines.at(|line| self.lines.is_last(&line)) {
                self.cut_line();
            } else if let Some((line, (ty, fact))) =
                self.lines.next_as(|line| type_and_fact(line.text))
            {
                self.state(line.number, of, Aspect::Type, ty);
                if let Some((aspect, value)) = fact {
                    self.state(line.number, of, aspect, value);
                }
            } else {
                self.unexpected_until("a type of JSON Schema", Self::is_known);
            }
            while let Some(line) = self.text() {
                self.describe(line.number, of, line.text);
            }
            if let Some(block) = self.next_object() {
                self.schema_block(&block, of);
            }
        }
    }
}

/// Whether a parameter is required, and its place, of `Required in header` (Swagger 2.0).
pub(super) fn place(text: &str) -> Option<(&'static str, &'static str)> {
    let (required, rest) = match text.strip_prefix("Required") {
        Some(rest) => ("true", rest),
        None => ("false", text.strip_prefix("Optional")?),
    };
    let place = match rest.strip_prefix(" in ")? {
        "header" => "header",
        "path" => "path",
        "query" => "query",
        "formData" | "body" => "body",
        _ => return None,
    };
    Some((required, place))
}

/// Whether a row of a table is that of a parameter.
pub(super) fn is_row(cells: &[&str]) -> bool {
    cells.iter().any(|cell| place(cell).is_some())
}
