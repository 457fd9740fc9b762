//! Tables: what the columns hold is said by their headings.

use claims::Aspect;

use super::page::{Page, is_status, plain};
use super::property::name_of;
use super::text::{Said, unquoted};
use super::{Fields, Name};
use crate::{Block, Kind, Rule};

/// What stands between the cells of an error's row in a claim.
pub(super) const CELL: &str = " · ";

/// What a row says; of its name, with the marks that indent it.
fn fields(columns: &[Option<Name>], block: &Block) -> Fields {
    let cells = block
        .cells
        .iter()
        .zip(columns)
        .filter_map(|(cell, field)| Some((cell, (*field)?)));
    let cells = cells.filter(|(_, field)| *field != "nothing");
    let text = |cell: &String, field| {
        if field == "name" {
            cell.clone()
        } else {
            plain(cell)
        }
    };
    let mut fields = Fields(
        cells
            .map(|(cell, field)| (field, text(cell, field)))
            .collect(),
    );
    // `GET /v1/boats` in one cell.
    let whole = fields.get("path").and_then(|cell| cell.split_once(' '));
    if let Some((method, path)) = whole.map(|(method, path)| (method.to_owned(), path.to_owned())) {
        fields
            .0
            .retain(|field| field.0 != "path" && field.0 != "method");
        fields.0.extend([("method", method), ("path", path)]);
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
        let rule = if is_all {
            Rule::TableHeading
        } else {
            Rule::Unread
        };
        self.rule(block.line, rule);
        self.state.columns = Some(columns);
    }

    fn columns(&self, block: &Block) -> Vec<Option<Name>> {
        if let Some(columns) = self.headings.borrow().get(&block.text) {
            return columns.clone();
        }
        let cells = block.cells.iter().map(|cell| plain(cell));
        let column = |cell: String| {
            let mut columns = self.layout.columns.iter();
            Some(columns.find(|(_, heading)| heading.is_match(&cell))?.0)
        };
        let columns: Vec<_> = cells.map(column).collect();
        let mut headings = self.headings.borrow_mut();
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
        let fields = fields(&columns, block);
        let statuses = fields.get("status").map(statuses).unwrap_or_default();
        let place = self.state.place.clone();
        if has("path") && !has("name") {
            if self.layout.operation_tables {
                self.name_operation(index, &fields);
            } else {
                self.list_operation(block.line, &fields);
            }
        } else if self.is_outside() {
            self.rule(block.line, Rule::Unread);
        } else if !statuses.is_empty() {
            for status in statuses {
                self.say(block.line, &status, "", Aspect::Listed, "");
                self.status_row(block.line, &status, &fields);
            }
        } else if has("error") && is_status(&place) {
            self.status_row(block.line, &place, &fields);
        } else if name_of(&fields).is_some() || has("name") {
            let depth = self.state.row_depth;
            if self.property(block.line, &fields, depth).is_none() {
                self.rule(block.line, Rule::Unread);
            }
            self.state.is_within = false;
        } else {
            self.value(block.line, &fields);
        }
    }

    fn status_row(&mut self, line: u32, status: &str, fields: &Fields) {
        let mut fields = fields.clone();
        let is_error = fields.get("error").or(fields.get("error-type")).is_some();
        if is_error {
            let has_message = fields.get("message").is_some();
            let details = if has_message {
                "message"
            } else {
                "description"
            };
            let cells = ["error-type", "error", details].map(|field| fields.get(field));
            let cells: Vec<_> = cells.into_iter().flatten().collect();
            self.say(line, status, "", Aspect::Error, &cells.join(CELL));
            fields.0.retain(|(field, _)| *field != details);
        } else if let Some(message) = fields.get("message") {
            self.describe(line, status, "", message);
        }
        self.say_fields(line, status, "", &fields, &Said::default());
    }

    /// One of the values of the element above, and what it means.
    pub(super) fn value(&mut self, line: u32, fields: &Fields) {
        let value = fields.get("enum").or(fields.get("name"));
        let (Some(value), Some(element)) = (value, self.state.elements.last().cloned()) else {
            return self.rule(line, Rule::Unread);
        };
        let value = unquoted(value);
        self.say(line, &element.place, &element.name, Aspect::Enum, value);
        let description = fields.get("description");
        if let Some(description) = description.filter(|text| !self.layout.is("none", text)) {
            self.explain(line, &element, value, description);
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
