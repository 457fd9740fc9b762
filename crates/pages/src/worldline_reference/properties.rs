//! The properties of a body, whose names are lost.

use claims::Aspect;

use super::row::Row;
use super::{COLUMNS, PROPERTIES, Reference, is_known};
use crate::Rule;
use crate::source::{Line, cells, is_word};

/// What is left of the first cells of a row: the caption of a button.
pub(super) const ROW: &str = "close";

/// The heading of what a property means.
pub(super) const DESCRIPTION: &str = "Description";

/// The heading of the type of an array's elements.
const ELEMENT: &str = "• SDK Object type";

/// What introduces values, one a bullet.
const VALUES: &str = "Possible values:";

/// The columns of bullets, and of what is within them.
const BULLET: usize = 2;
const WITHIN: usize = 4;

impl Reference<'_> {
    pub(super) fn properties(&mut self) {
        self.fixed(PROPERTIES, Rule::Heading);
        self.columns(COLUMNS);
        let is_row = |line: &Line| line.text == ROW || Row::parse(line).is_some();
        if !self.lines.at(|line| is_row(&line)) {
            self.unexpected_until("`close` over a property", |_, line| is_end(line));
        }
        let (mut rows, mut nested) = (0, false);
        while let Some(line) = self.lines.next_if(is_row) {
            rows += 1;
            let mut name = format!("#{rows}");
            if let Some(row) = Row::parse(&line) {
                if !nested && !row.name.is_empty() {
                    row.name.clone_into(&mut name);
                }
                self.state_row(line.number, &name, &row);
                if nested && !row.name.is_empty() {
                    let said = format!("name={}", row.name);
                    self.state(line.number, &name, Aspect::Keyword, &said);
                }
                nested |= row.ty.contains("object");
                self.row_details(&name);
            } else {
                self.ledger.rule(line.number, Rule::Navigation);
                self.layout.is_listed = false;
                self.property(&name);
            }
            if self.lines.peek().is_none() {
                return;
            }
        }
        self.reached.name.clear();
    }

    /// What stands below a row with all its columns: what it means, in a cell or on lines.
    pub(super) fn row_details(&mut self, name: &str) {
        name.clone_into(&mut self.reached.name);
        let cell = |line: &Line| cells(line.text).is_some_and(|cells| cells[0].starts_with(ROW));
        if let Some(line) = self.lines.next_if(cell) {
            let text = cells(line.text).map_or("", |cells| cells[0]);
            let text = text.strip_prefix(ROW).unwrap_or(text).trim_start();
            let text = text.strip_prefix(DESCRIPTION).unwrap_or(text).trim_start();
            self.describe(line.number, name, text);
        } else if self.skip_text(ROW, Rule::Navigation) {
            self.property(name);
        } else {
            self.wordings(name);
        }
    }

    pub(super) fn property(&mut self, name: &str) {
        name.clone_into(&mut self.reached.name);
        loop {
            if self.skip_text(DESCRIPTION, Rule::Heading) {
                return self.property_description(name);
            }
            if self.skip_text(ELEMENT, Rule::Heading) {
                self.element(name);
                if !self.lines.at(|line| line.text == DESCRIPTION) {
                    return;
                }
                continue;
            }
            let expected = "`Description` or `SDK Object type`";
            self.unexpected_until(expected, |_, line| is_known(line) || line.text == ELEMENT);
            if !self.lines.at(|line| line.text != ROW && !is_end(&line)) {
                return;
            }
        }
    }

    /// The row of an array's elements: the name of their type.
    fn element(&mut self, name: &str) {
        let is_type = |line: &Line| line.indent == WITHIN && is_word(line.text, "");
        if let Some(line) = self.lines.next_if(is_type) {
            self.layout.is_listed = true;
            self.state(line.number, name, Aspect::Listed, "");
            self.state(line.number, name, Aspect::Type, line.text);
        } else {
            self.unexpected_until("the name of a type", |_, line| is_known(line));
        }
    }

    fn property_description(&mut self, name: &str) {
        let mut before = None;
        let mut has_values = false;
        loop {
            if let Some(line) = self.wording() {
                if before.is_none() && !self.layout.is_listed {
                    self.state(line.number, name, Aspect::Listed, "");
                }
                self.describe_up_to(line.number, name, line.text, VALUES);
                before = Some(line.text.ends_with(VALUES));
            } else if let Some((line, text)) = self.lines.next_as(Line::bullet) {
                let Some(values) = before.filter(|_| line.indent == BULLET) else {
                    self.expected("a wording, or a bullet under one", line);
                    return self.pass_over(|_, line| is_known(line));
                };
                has_values |= values;
                self.bullet(name, line, text, values);
            } else {
                break;
            }
        }
        match (before, self.lines.peek()) {
            (None, Some(line)) => self.expected("what the property means", line),
            (Some(true), Some(line)) if !has_values => self.expected("a value", line),
            (_, Some(line)) if !is_end(&line) => {
                self.unexpected_until("`close` or an example", |_, line| is_end(line));
            }
            _ => {}
        }
    }

    /// One of the values and what it means, or one of the wordings.
    fn bullet(&mut self, name: &str, line: Line, text: &str, is_value: bool) {
        match text.split_once(" - ") {
            _ if !is_value => self.describe(line.number, name, text),
            Some((value, wording)) if !value.contains(' ') => {
                self.state(line.number, name, Aspect::Enum, value);
                self.explain(line.number, name, value, wording);
            }
            None if !text.contains(' ') => self.value(line.number, name, Aspect::Enum, text, true),
            _ => self.expected("a value, ` - ` and what it means", line),
        }
    }
}

/// Whether a line opens another row or ends the rows; whatever is known but not within a row does.
fn is_end(line: &Line) -> bool {
    is_known(line) && line.text != DESCRIPTION
}
