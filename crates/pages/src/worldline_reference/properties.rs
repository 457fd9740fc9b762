//! Tables: the parameters of the query, and the properties of a body. A capture of text has lost the
//! names of the latter.

use claims::Aspect;

use super::{COLUMNS, PROPERTIES, Reference, are_columns, is_known};
use crate::Rule;
use crate::reader::{TYPES, truth, type_and_fact};
use crate::source::{Line, cells, is_word};

/// What is left of the first cells of a row: the caption of a button.
pub(super) const ROW: &str = "close";

/// The heading of what a property means.
pub(super) const DESCRIPTION: &str = "Description";

/// The heading of the type of an array's elements.
const ELEMENT: &str = "• SDK Object type";

/// Stands over a property that is on its way out.
const DEPRECATED: &str = "Deprecated";

/// Says that of several properties one alone may be there, and then what that means.
const GROUP: &str = "• Property is part of a group";

/// What introduces values, one a bullet.
const VALUES: &str = "Possible values:";

/// The columns of bullets, and of what is within them.
const BULLET: usize = 2;
const WITHIN: usize = 4;

const HEADING: &str = "Query parameters";
const INTRODUCTION: &str = "Query parameters for this method";

const QUERY_COLUMNS: &str = "Property Type Required Repeat Details";

/// `flag string yes no read close`, or the same in the cells of a capture of HTML.
pub(super) struct Row<'l> {
    /// Empty of the elements of an array.
    name: &'l str,
    ty: &'l str,
    /// Nothing if it depends on something.
    required: Option<&'static str>,
    /// Whether it may repeat, which is said of parameters only.
    repeats: Option<&'static str>,
}

impl<'l> Row<'l> {
    pub(super) fn parse(line: &Line<'l>) -> Option<Self> {
        let cells = cells(line.text).or_else(|| run_together(line.text))?;
        let [name, ty, required, rest @ ..] = &cells[..] else {
            return None;
        };
        let known = is_word(name, "_-.") && !ty.is_empty() && ty.split(' ').count() <= 3;
        let required = truth(required);
        (known && (required.is_some() || is_type(ty))).then(|| Self {
            name,
            ty,
            required,
            repeats: rest.first().and_then(|cell| truth(cell)),
        })
    }
}

/// Cells that ran together, told apart by the type and what is required; a parameter has one more.
fn run_together(text: &str) -> Option<Vec<&str>> {
    let text = text.trim_end_matches(" close").trim_end_matches(" read");
    let (name, rest) = text.split_once(' ')?;
    let (rest, last) = rest.rsplit_once(' ')?;
    truth(last)?;
    let parameter = rest
        .rsplit_once(' ')
        .filter(|(_, required)| truth(required).is_some());
    let (ty, required) = parameter.unwrap_or((rest, last));
    let cells = [name, ty, required].into_iter();
    is_type(ty).then(|| cells.chain(parameter.map(|_| last)).collect())
}

/// Whether a cell begins with a type.
fn is_type(cell: &str) -> bool {
    cell.split(' ').next().is_some_and(|ty| TYPES.contains(&ty))
}

/// Whether a line is the heading of the properties, in one line or over all columns.
fn is_heading(line: &Line) -> bool {
    let is_one = |cells: Vec<&str>| cells.iter().all(|cell| *cell == PROPERTIES);
    line.text == PROPERTIES || cells(line.text).is_some_and(is_one)
}

/// Whether a line opens the properties.
pub(super) fn opens(line: &Line) -> bool {
    is_heading(line) || are_columns(line, COLUMNS)
}

impl Reference<'_> {
    pub(super) fn query_parameters(&mut self) {
        if !self.skip_text(HEADING, Rule::Heading) {
            return;
        }
        self.reach("query", "");
        self.fixed(INTRODUCTION, Rule::Heading);
        self.columns(QUERY_COLUMNS);
        while let Some((line, row)) = self.lines.next_as(Row::parse) {
            if self.lines.is_last(&line) {
                // A value may be cut.
                self.is_cut = true;
                return;
            }
            self.state_row(line.number, row.name, &row);
            self.row_details(row.name);
        }
        self.leave("operation");
    }

    fn state_row(&mut self, line: u32, name: &str, row: &Row) {
        self.state(line, name, Aspect::Listed, "");
        let (ty, fact) = type_and_fact(row.ty).unwrap_or((row.ty, None));
        self.state(line, name, Aspect::Type, ty);
        if let Some((aspect, value)) = fact {
            self.state(line, name, aspect, value);
        }
        match row.required {
            Some(required) => self.state(line, name, Aspect::Required, required),
            None => self.state(line, name, Aspect::Unread, "condition"),
        }
        if let Some(repeats) = row.repeats {
            self.state(line, name, Aspect::Keyword, &format!("repeat={repeats}"));
        }
    }

    pub(super) fn properties(&mut self) {
        // An older table has no heading but its columns.
        if !self.lines.at(|line| are_columns(&line, COLUMNS)) {
            let expected = format!("`{PROPERTIES}`");
            self.due_as(Rule::Heading, &expected, is_heading);
        }
        self.columns(COLUMNS);
        let is_row = |line: &Line| line.text == ROW || Row::parse(line).is_some();
        if !self.lines.at(|line| is_row(&line)) {
            self.unexpected_until("`close` over a property", |_, line| is_end(line));
        }
        let (mut rows, mut nested) = (0, false);
        while let Some(line) = self.lines.next_if(is_row) {
            rows += 1;
            let mut name = format!("#{rows}");
            let row = Row::parse(&line);
            self.layout.is_typed = row.is_some();
            if let Some(row) = row {
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
                self.property(&name, false);
            }
            if self.lines.peek().is_none() {
                return;
            }
        }
        self.reached.name.clear();
    }

    /// What stands below a row with all its columns: what it means, in a cell or on lines.
    fn row_details(&mut self, name: &str) {
        name.clone_into(&mut self.reached.name);
        let cell = |line: &Line| cells(line.text).is_some_and(|cells| cells[0].starts_with(ROW));
        if let Some(line) = self.lines.next_if(cell) {
            let text = cells(line.text).map_or("", |cells| cells[0]);
            let text = text.strip_prefix(ROW).unwrap_or(text).trim_start();
            let text = text.strip_prefix(DESCRIPTION).unwrap_or(text).trim_start();
            self.describe(line.number, name, text);
        } else if self.skip_text(ROW, Rule::Navigation) {
            self.property(name, true);
        } else if self.lines.at(|line| !line.is_bullet() && !is_known(&line)) {
            self.property_description(name, true);
        }
    }

    /// Reads what stands below the row of a property, which lists it if it has its name.
    fn property(&mut self, name: &str, is_listed: bool) {
        name.clone_into(&mut self.reached.name);
        let mut is_listed = is_listed;
        if let Some((line, instead)) = self.lines.next_as(deprecated) {
            if !std::mem::replace(&mut is_listed, true) {
                self.state(line.number, name, Aspect::Listed, "");
            }
            self.state(line.number, name, Aspect::Keyword, "deprecated=true");
            if !instead.is_empty() {
                self.describe(line.number, name, instead);
            }
        }
        let opens = |line: &Line| [DESCRIPTION, ELEMENT].contains(&line.text);
        if !self.lines.at(|line| opens(&line)) {
            let expected = "`Description` or `SDK Object type`";
            self.unexpected_until(expected, |_, line| is_known(line) || opens(line));
        }
        if self.skip_text(ELEMENT, Rule::Heading) {
            self.element(name, is_listed);
            is_listed = true;
        }
        if self.skip_text(DESCRIPTION, Rule::Heading) {
            self.property_description(name, is_listed);
        }
    }

    /// The name of a type: that of an array's elements, in a row of their own, or of the property. A row
    /// that has the type has it already.
    fn element(&mut self, name: &str, is_listed: bool) {
        let is_type = |line: &Line| line.indent == WITHIN && is_word(line.text, ".");
        if let Some(line) = self.lines.next_if(is_type) {
            if !is_listed {
                self.state(line.number, name, Aspect::Listed, "");
            }
            let aspect = if self.layout.is_typed {
                Aspect::Title
            } else {
                Aspect::Type
            };
            self.state(line.number, name, aspect, line.text);
        } else {
            self.unexpected_until("the name of a type", |_, line| is_known(line));
        }
    }

    fn property_description(&mut self, name: &str, is_listed: bool) {
        let mut before = None;
        let mut has_values = false;
        loop {
            if let Some(line) = self.wording() {
                if before.is_none() && !is_listed {
                    self.state(line.number, name, Aspect::Listed, "");
                }
                self.describe_up_to(line.number, name, line.text, VALUES);
                before = Some(line.text.ends_with(VALUES));
            } else if self.skip_text(ELEMENT, Rule::Heading) {
                self.element(name, is_listed || before.is_some());
                before = before.or(Some(false));
            } else if let Some(line) = self.lines.next_if(|line| line.text == GROUP) {
                self.state(line.number, name, Aspect::Unread, "choice");
                // What a group is, in the same words of every property.
                while self.skip(|line| line.indent >= WITHIN, Rule::Continued) {}
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

/// What a line says that stands over a property on its way out: `Deprecated: Use rig instead`.
fn deprecated<'l>(line: &Line<'l>) -> Option<&'l str> {
    let instead = line.text.strip_prefix(DEPRECATED)?;
    let instead = instead
        .strip_prefix(": ")
        .or(instead.is_empty().then_some(""));
    instead.filter(|_| !line.text.ends_with('.'))
}

/// Whether a line opens another row or ends the rows; whatever is known but not within a row does.
fn is_end(line: &Line) -> bool {
    is_known(line) && line.text != DESCRIPTION
}

/// Whether a line opens the parameters.
pub(super) fn opens_query(line: &Line) -> bool {
    [HEADING, INTRODUCTION].contains(&line.text)
}
