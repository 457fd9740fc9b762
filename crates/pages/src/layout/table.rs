//! Tables: what the columns hold is said by their headings.

use claims::Aspect;

use super::page::Page;
use super::property::name_of;
use super::state::{Element, is_status, plain};
use super::text::{Said, bare, unquoted};
use super::{Fields, Name, VALUES, known};
use crate::{Block, Kind, Rule};

/// What stands between the cells of an error's row in a claim.
const CELL: &str = " · ";

/// What a row says; of its name, with the marks that indent it.
fn fields(columns: &[Option<Name>], block: &Block) -> Fields {
    let cells = block.cells.iter().zip(columns);
    let cells = cells.filter_map(|(cell, field)| Some((cell, (*field)?)));
    let cells = cells.filter(|(_, field)| *field != "nothing");
    let mut fields = Fields::default();
    for (cell, field) in cells {
        let text = match field {
            "name" => bare(cell),
            "type" | "description" | "message" => plain(cell),
            _ if known(VALUES, field).is_some() => plain(cell),
            _ => bare(&plain(cell)),
        };
        // `GET /v1/boats` in one cell.
        match text.split_once(' ').filter(|_| field == "path") {
            Some((method, path)) => fields
                .0
                .extend([("method", method.to_owned()), ("path", path.to_owned())]),
            None => fields.0.push((field, text)),
        }
    }
    fields
}

impl Page<'_> {
    /// The heading of a table, or a row without one.
    pub(super) fn table(&mut self, index: usize) {
        let (block, state) = (&self.blocks[index], &mut self.state);
        state.columns = None;
        if !state.is_within {
            state.elements.clear();
        }
        state.outside = state.elements.len();
        state.row_depth = state.elements.last().map_or(0, |element| element.depth + 1);
        let columns = self.columns(block);
        let is_heading = block.kind == Kind::HeadingRow || columns.iter().flatten().count() > 1;
        // Something has to say what a row is about.
        let mut subjects = ["name", "status", "error", "path", "query", "header", "body"].iter();
        let has = |field: &Name| columns.contains(&Some(*field));
        let is_about = subjects.any(has) || (self.state.is_within && has(&"enum"));
        if !is_heading || !is_about {
            return self.rule(block.line, Rule::Unread);
        }
        let mut cells = block.cells.iter().zip(&columns);
        let is_all = cells.all(|(cell, column)| cell.is_empty() || column.is_some());
        let rules = [Rule::Unread, Rule::TableHeading];
        self.rule(block.line, rules[usize::from(is_all)]);
        self.state.columns = Some(columns);
    }

    fn columns(&self, block: &Block) -> Vec<Option<Name>> {
        if let Some(columns) = self.seen.headings.borrow().get(&block.text) {
            return columns.clone();
        }
        let mut has_status = false;
        let cells = block.cells.iter().map(|cell| bare(&plain(cell)));
        let columns = cells.map(|cell| {
            let column = self.layout.column(&cell)?;
            let is_second = column == "status" && std::mem::replace(&mut has_status, true);
            // `Status` and `Code` side by side.
            Some(if is_second { "error" } else { column })
        });
        let columns: Vec<_> = columns.collect();
        let mut headings = self.seen.headings.borrow_mut();
        headings.insert(block.text.clone(), columns.clone());
        columns
    }

    /// What the row says that names the operation, if the layout says that tables do.
    pub(super) fn operation_row(&self, index: usize) -> Option<Fields> {
        let is_row = self.layout.operation_tables && self.blocks[index].kind == Kind::Row;
        let above = &self.blocks[index.checked_sub(1).filter(|_| is_row)?];
        let columns = self.columns(above);
        let is_named = above.kind == Kind::HeadingRow && columns.contains(&Some("path"));
        is_named.then(|| fields(&columns, &self.blocks[index]))
    }

    pub(super) fn row(&mut self, index: usize) {
        let block = &self.blocks[index];
        let columns = self.state.columns.clone().unwrap_or_default();
        let has = |field: Name| columns.contains(&Some(field));
        let mut fields = fields(&columns, block);
        let place = self.state.place.clone();
        // A code is a status or the name of an error.
        for (field, cell) in &mut fields.0 {
            match *field {
                "status" if statuses(cell).is_empty() => *field = "error",
                "error" if !has("status") && !is_status(&place) && !statuses(cell).is_empty() => {
                    *field = "status";
                }
                _ => {}
            }
        }
        let has_status = fields.get("status").is_some();
        if has("path") && !has("name") {
            if self.layout.operation_tables {
                self.name_operation(index, &fields);
            } else {
                self.rule(block.line, Rule::Unread);
            }
        } else if has_status && !place.is_empty() && (place == "errors" || !self.is_outside()) {
            self.status(block.line, &fields);
        } else if self.is_outside() {
            self.rule(block.line, Rule::Unread);
        } else if (has("error") || has("status")) && is_status(&place) {
            self.status_row(block.line, &place, &fields);
        } else if !has_status && (name_of(&fields).is_some() || has("name")) {
            let depth = self.state.row_depth;
            if self.property(block.line, &fields, depth).is_none() {
                self.rule(block.line, Rule::Unread);
            }
            self.state.is_within = false;
        } else {
            self.value(block.line, &fields);
        }
    }

    /// A row or an item about a status, of the operation or of all of the page.
    pub(super) fn status(&mut self, line: u32, fields: &Fields) {
        if self.state.place == "errors" {
            self.rule(line, Rule::Heading);
            return self.seen.errors.push((line, fields.clone()));
        }
        for status in fields.get("status").map(statuses).unwrap_or_default() {
            self.status_row(line, &status, fields);
        }
    }

    fn status_row(&mut self, line: u32, status: &str, fields: &Fields) {
        let mut on = Element::of(status);
        self.say(line, &on, Aspect::Listed, "");
        let mut fields = fields.clone();
        let message = fields.get("message").map(str::to_owned);
        if fields.get("error").or(fields.get("error-type")).is_some() {
            let details = if message.is_some() {
                "message"
            } else {
                "description"
            };
            let cells = ["error-type", "error", details].map(|field| fields.get(field));
            let cells: Vec<_> = cells.into_iter().flatten().map(bare).collect();
            self.say(line, &on, Aspect::Error, &cells.join(CELL));
            fields.0.retain(|(field, _)| *field != details);
        } else if let Some(message) = message {
            self.describe(line, &on, &message);
        }
        self.say_fields(line, &mut on, &fields, Said::default());
    }

    /// One of the values of the element above, and what it means.
    pub(super) fn value(&mut self, line: u32, fields: &Fields) {
        let value = fields.get("enum").or(fields.get("name"));
        let (Some(value), Some(element)) = (value, self.state.elements.last().cloned()) else {
            return self.rule(line, Rule::Unread);
        };
        let value = unquoted(value);
        self.say(line, &element, Aspect::Enum, value);
        let description = fields.get("description");
        if let Some(description) = description.filter(|text| !self.layout.is("none", text)) {
            self.explain(line, &element, value, &bare(description));
        }
    }
}

/// The statuses that a cell begins with: `404`, `404 Not Found`, `400, 422`, `5XX`.
pub(super) fn statuses(cell: &str) -> Vec<String> {
    let words = cell.split([' ', ',', '/', ':']);
    let words = words.filter(|word| !word.is_empty());
    let words = words.skip_while(|word| word.eq_ignore_ascii_case("http"));
    let status = |word: &str| match word.to_ascii_uppercase().as_bytes() {
        [b'1'..=b'5', b'X', b'X'] => Some(word.to_ascii_uppercase()),
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => Some(word.to_owned()),
        b"DEFAULT" => Some("default".to_owned()),
        _ => None,
    };
    words.map_while(status).collect()
}
