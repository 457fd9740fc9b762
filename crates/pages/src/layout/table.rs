//! Tables: what the columns hold is said by their headings.

use claims::Aspect;

use super::field::{Field, Fields, Name};
use super::operation;
use super::page::{MOST_BESIDE, Page};
use super::state::{Element, State, is_status, statuses};
use super::text::{Said, bare, plain, unquoted};
use crate::{Block, Kind, Rule, path};

/// What stands between the cells of an error's row in a claim.
const CELL: &str = " · ";

/// What a row says; of its name, with the marks that indent it.
fn fields(columns: &[Name], block: &Block) -> Fields {
    let mut fields = Vec::new();
    let cells = block.cells.iter().zip(columns);
    let mut paths = cells.filter(|(_, column)| **column == "path");
    let has_method = paths.any(|(cell, _)| {
        let cell = bare(&plain(cell));
        cell.split_once(' ')
            .is_some_and(|(method, _)| path::is_method(method))
    });
    for (cell, column) in block.cells.iter().zip(columns) {
        let text = plain(cell);
        match (*column, bare(&text).split_once(' ')) {
            ("" | "nothing", _) => {}
            ("name", _) => fields.push(("name", bare(cell))),
            // `GET /v1/boats` in one cell.
            ("path", Some((method, path))) if path::is_method(method) => {
                let path = path.split(' ').next().unwrap_or_default();
                fields.extend([("method", method.to_owned()), ("path", path.to_owned())]);
            }
            ("path", Some((path, _))) => fields.push(("path", path.to_owned())),
            // The name of a function that makes the call.
            ("method", _) if has_method || !path::is_method(&bare(&text)) => {
                fields.push(("title", bare(&text)));
            }
            (field @ ("type" | "description" | "message"), _) => fields.push((field, text)),
            (field, _) if Field::is_fact(field) => fields.push((field, text)),
            (field, _) => fields.push((field, bare(&text))),
        }
    }
    Fields(fields)
}

impl Page<'_> {
    /// The heading of a table, or a row without one.
    pub(super) fn table(&mut self, index: usize) {
        let (block, state) = (&self.blocks[index], &mut self.state);
        state.columns = None;
        if !state.is_within {
            state.elements.clear();
        }
        state.row_depth = state.elements.last().map_or(0, |element| element.depth + 1);
        let columns = self.columns(index).to_vec();
        let is_heading = block.kind == Kind::HeadingRow
            || columns.iter().filter(|it| !it.is_empty()).count() > 1;
        // Something has to say what a row is about.
        let has = |field: Name| columns.contains(&field);
        let mut subjects = "name status error path query header body".split(' ');
        let is_about = subjects.any(has);
        if !is_heading || !(is_about || (self.state.is_within && has("enum"))) {
            return;
        }
        let mut cells = block.cells.iter().zip(&columns);
        if cells.all(|(cell, column)| cell.is_empty() || !column.is_empty()) {
            self.rule(Rule::TableHeading);
        }
        self.state.columns = Some(columns);
    }

    /// What the columns below the cells of a row hold.
    fn columns(&self, index: usize) -> &[Name] {
        self.columns[index].get_or_init(|| {
            let cells = self.blocks[index].cells.iter();
            let columns =
                cells.map(|cell| self.layout.column(&bare(&plain(cell))).unwrap_or_default());
            let mut columns: Vec<_> = columns.collect();
            // `Status` and `Code` side by side.
            let statuses = columns.iter_mut().filter(|it| **it == "status");
            statuses.skip(1).for_each(|column| *column = "error");
            columns
        })
    }

    /// What the row says that names the operation, if the layout says that tables do.
    pub(super) fn operation_row(&self, index: usize) -> Option<Fields> {
        let is_row = self.layout.operation_tables && self.blocks[index].kind == Kind::Row;
        let above = index.checked_sub(1).filter(|_| is_row)?;
        let is_heading = self.blocks[above].kind == Kind::HeadingRow;
        let columns = Some(self.columns(above)).filter(|_| is_heading)?;
        let is_named = columns.contains(&"path");
        is_named.then(|| fields(columns, &self.blocks[index]))
    }

    /// Reads a row below the heading of a table.
    pub(super) fn row(&mut self, index: usize) {
        let block = &self.blocks[index];
        let columns = self.state.columns.clone().unwrap_or_default();
        let has = |field: Name| columns.contains(&field);
        let mut fields = fields(&columns, block);
        let place = self.state.place.clone();
        let is_answer = is_status(&place);
        // A code is a status or the name of an error.
        for (field, cell) in &mut fields.0 {
            let is_a_status = !statuses(cell).is_empty();
            match *field {
                "status" if !is_a_status => *field = "error",
                "error" if !is_answer && is_a_status && !has("status") => *field = "status",
                _ => {}
            }
        }
        let has_status = fields.get("status").is_some();
        let is_named = fields.name().is_some() || has("name");
        if has("path") && (!has("name") || operation::is_named(&fields)) {
            if self.layout.operation_tables {
                self.operation_of_row(index, fields);
            }
        } else if has_status && (place == "errors" || !(place.is_empty() || self.is_outside())) {
            self.status(&fields);
        } else if self.is_outside() {
            // It states nothing.
        } else if is_answer && (has("error") || has("status")) {
            self.status_row(&place, &fields);
        } else if self.is_whole_body(index, &columns, &fields) {
            fields.0.retain(|(field, _)| *field != "name");
            self.rule(Rule::Continued);
            self.say_fields(&mut Element::of("body"), &fields, Said::default());
        } else if is_named && !has_status {
            self.property(&fields, self.state.row_depth);
            self.state.is_within = false;
        } else {
            self.value(&fields);
        }
    }

    /// Whether a row is about the body as a whole, as Swagger 2.0 has it: the only one whose place is the
    /// body, and its type has a name.
    fn is_whole_body(&self, index: usize, columns: &[Name], fields: &Fields) -> bool {
        let Some(at) = columns.iter().position(|column| *column == "in") else {
            return false;
        };
        let is_body = |block: &Block| {
            let cell = block.cells.get(at);
            block.kind == Kind::Row
                && cell.is_some_and(|cell| bare(cell).eq_ignore_ascii_case("body"))
        };
        let is_row = |block: &&Block| block.kind == Kind::Row;
        let above = self.blocks[..index].iter().rev().take_while(is_row);
        let below = self.blocks[index + 1..].iter().take_while(is_row);
        let ty = fields.get("type").map(|ty| self.layout.marks(ty).rest);
        let ty = ty.and_then(|ty| self.layout.types.of(&ty));
        let is_schema = ty.is_some_and(|ty| ty.schema.is_some());
        is_schema && is_body(&self.blocks[index]) && !above.chain(below).any(is_body)
    }

    /// An operation that a row names. What follows the table is said of all its rows.
    fn operation_of_row(&mut self, index: usize, mut fields: Fields) {
        if !operation::is_named(&fields) {
            return;
        }
        let name = fields.get("name").map(|name| ("title", bare(name)));
        fields.0.extend(name);
        let State {
            columns, row_depth, ..
        } = std::mem::take(&mut self.state);
        let line = self.blocks[index].line;
        let above = index.checked_sub(1).map(|above| self.blocks[above].line);
        let above = self
            .operation
            .take_if(|it| it.line != line && Some(it.line) == above);
        self.name_operation(index, &fields);
        if let Some(operation) = &mut self.operation {
            if let Some(title) = &operation.title {
                let titled = self.seen.titled.entry(title.clone());
                titled.or_insert_with(|| operation.clone());
            }
            if let Some(above) = above {
                operation.beside = above.beside;
                if operation.beside.len() <= MOST_BESIDE {
                    operation.beside.push(above.name);
                }
            }
        }
        (self.state.columns, self.state.row_depth) = (columns, row_depth);
    }

    /// A row or an item about a status, of the operation or of all of the page.
    pub(super) fn status(&mut self, fields: &Fields) {
        if self.state.place == "errors" {
            self.rule(Rule::Heading);
            return self.seen.errors.push((self.line, fields.clone()));
        }
        for status in fields.get("status").map(statuses).unwrap_or_default() {
            self.status_row(&status, fields);
        }
    }

    /// States a response, and what a row says of it.
    fn status_row(&mut self, status: &str, fields: &Fields) {
        let mut on = Element::of(status);
        self.say(&on, Aspect::Listed, "");
        let mut fields = fields.clone();
        let message = fields.get("message").map(str::to_owned);
        if fields.get("error").or(fields.get("error-type")).is_some() {
            let details = message.map_or("description", |_| "message");
            let cells = ["error-type", "error", details].map(|field| fields.get(field));
            let cells: Vec<_> = cells.into_iter().flatten().map(bare).collect();
            self.say(&on, Aspect::Error, &cells.join(CELL));
            fields.0.retain(|(field, _)| *field != details);
        } else if let Some(message) = message {
            self.describe(&on, &message);
        }
        self.say_fields(&mut on, &fields, Said::default());
    }

    /// One of the values of the element above, and what it means.
    pub(super) fn value(&mut self, fields: &Fields) {
        let value = fields.get("enum").or(fields.get("name"));
        let element = self.state.elements.last().cloned();
        if let Some((value, element)) = value.map(unquoted).zip(element) {
            self.say(&element, Aspect::Enum, value);
            let description = fields.get("description");
            if let Some(description) = description.filter(|text| !self.layout.is("none", text)) {
                let description = bare(description);
                self.claim(&element, |reader, line| {
                    reader.explain(line, &element.name, value, &description);
                });
            }
        }
    }
}
