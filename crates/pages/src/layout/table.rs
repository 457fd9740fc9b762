//! Tables: what the columns hold is said by their headings.

use claims::Aspect;

use super::field::{Field, Fields, Opens, Word};
use super::page::{Page, Place, is_status, plain};
use super::text::Said;
use crate::{Block, Kind, Rule};

/// What stands between the cells of an error's row in a claim.
const CELL: &str = " · ";

impl Page<'_> {
    /// The heading of a table, or a row without one.
    pub(super) fn table(&mut self, index: usize) {
        let block = &self.blocks[index];
        self.state.columns = None;
        let columns = self.columns(block);
        let known = columns.iter().flatten().count();
        let is_heading = block.kind == Kind::HeadingRow || known > 1;
        if !is_heading || !self.is_usable(&columns) {
            return self.rule(block.line, Rule::Unread);
        }
        let is_all = block
            .cells
            .iter()
            .zip(&columns)
            .all(|(cell, column)| cell.is_empty() || column.is_some());
        self.rule(
            block.line,
            if is_all {
                Rule::TableHeading
            } else {
                Rule::Unread
            },
        );
        if !self.state.is_within {
            self.state.elements.clear();
        }
        self.state.outside = self.state.elements.len();
        self.state.row_depth = self
            .state
            .elements
            .last()
            .map_or(0, |element| element.depth + 1);
        self.state.columns = Some(columns);
    }

    fn columns(&self, block: &Block) -> Vec<Option<Field>> {
        let column = |cell: &String| {
            let cell = plain(cell);
            let mut columns = self.layout.columns.iter();
            columns
                .find(|(_, heading)| heading.is_match(&cell))
                .map(|(field, _)| *field)
        };
        block.cells.iter().map(column).collect()
    }

    /// Whether the columns say what a row is about.
    fn is_usable(&self, columns: &[Option<Field>]) -> bool {
        let has = |field| columns.contains(&Some(field));
        let is_named = has(Field::Name)
            || columns
                .iter()
                .flatten()
                .any(|it| *it != Field::Path && it.place().is_some());
        let is_of_value = has(Field::Enum) && self.state.is_within;
        is_named || has(Field::Status) || has(Field::Error) || has(Field::Path) || is_of_value
    }

    /// What a row says; of its name, with the marks that indent it.
    fn fields(&self, columns: &[Option<Field>], block: &Block) -> Fields {
        let cells = block.cells.iter().zip(columns);
        let cells = cells.filter_map(|(cell, column)| {
            let field = column.filter(|column| *column != Field::Nothing)?;
            Some((
                field,
                if field == Field::Name {
                    cell.clone()
                } else {
                    plain(cell)
                },
            ))
        });
        let mut fields = Fields(cells.collect());
        // `GET /v1/boats` in one cell.
        let whole = fields
            .get(Field::Path)
            .and_then(|cell| cell.split_once(' '));
        if let Some((method, path)) =
            whole.map(|(method, path)| (method.to_owned(), path.to_owned()))
        {
            fields
                .0
                .retain(|(field, _)| ![Field::Method, Field::Path].contains(field));
            fields
                .0
                .extend([(Field::Method, method), (Field::Path, path)]);
        }
        fields
    }

    /// The row that names the operation, if the layout says that tables do.
    pub(super) fn operation_row(&self, index: usize) -> Option<(Opens, Fields)> {
        let block = &self.blocks[index];
        let is_row = self.layout.operation_tables && block.kind == Kind::Row;
        let above = is_row
            .then(|| self.blocks.get(index.checked_sub(1)?))
            .flatten()?;
        let columns = self.columns(above);
        let is_named = above.kind == Kind::HeadingRow && columns.contains(&Some(Field::Path));
        is_named.then(|| (Opens::Operation, self.fields(&columns, block)))
    }

    pub(super) fn row(&mut self, index: usize) {
        let block = &self.blocks[index];
        let columns = self.state.columns.clone().unwrap_or_default();
        let fields = self.fields(&columns, block);
        let statuses = fields.get(Field::Status).map(statuses).unwrap_or_default();
        let has = |field| columns.contains(&Some(field));
        if has(Field::Path) && !has(Field::Name) {
            if self.layout.operation_tables {
                let fields = fields.clone();
                return self.name_operation(index, &fields);
            }
            return self.list_operation(block.line, &fields);
        }
        if self.operation.is_none() && self.reading.is_empty() {
            return self.rule(block.line, Rule::Unread);
        }
        if !statuses.is_empty() {
            for status in statuses {
                self.say(block.line, &status, "", Aspect::Listed, "");
                self.status_row(block.line, &status, &fields);
            }
            return;
        }
        if has(Field::Error) {
            let place = match &self.state.place {
                Place::Of(place) if is_status(place) => place.clone(),
                _ => return self.rule(block.line, Rule::Unread),
            };
            return self.status_row(block.line, &place, &fields);
        }
        let is_named =
            has(Field::Name) || fields.0.iter().any(|(field, _)| field.place().is_some());
        let is_read = if is_named {
            let depth = self.state.row_depth;
            self.property(block.line, &fields, depth)
        } else {
            self.value(block.line, &fields);
            true
        };
        if !is_read {
            self.rule(block.line, Rule::Unread);
        }
        if is_named {
            self.state.is_within = false;
        }
    }

    fn status_row(&mut self, line: u32, status: &str, fields: &Fields) {
        let errors = [Field::ErrorType, Field::Error, Field::Message];
        let mut fields = fields.clone();
        if fields
            .get(Field::Error)
            .or(fields.get(Field::ErrorType))
            .is_some()
        {
            let cells = errors.iter().filter_map(|field| fields.get(*field));
            let mut cells: Vec<_> = cells.map(str::to_owned).collect();
            if fields.get(Field::Message).is_none() {
                cells.extend(fields.get(Field::Description).map(str::to_owned));
                fields.0.retain(|(field, _)| *field != Field::Description);
            }
            self.say(line, status, "", Aspect::Error, &cells.join(CELL));
        } else if let Some(message) = fields.get(Field::Message) {
            self.describe(line, status, "", &message.to_owned());
        }
        self.say_fields(line, status, "", &fields, &Said::default());
    }

    /// One of the values of the element above, and what it means.
    pub(super) fn value(&mut self, line: u32, fields: &Fields) {
        let value = fields.get(Field::Enum).or(fields.get(Field::Name));
        let (Some(value), Some(element)) = (value, self.state.elements.last().cloned()) else {
            return self.rule(line, Rule::Unread);
        };
        let value = value.trim_matches(['"', '\'', '`']).to_owned();
        self.say(line, &element.place, &element.name, Aspect::Enum, &value);
        let description = fields.get(Field::Description);
        if let Some(description) = description.filter(|text| !self.layout.is(Word::None, text)) {
            self.explain(line, &element.place, &element.name, &value, description);
        }
    }
}

/// The statuses that a cell names: `404`, `404 Not Found`, `400, 422`, `5XX`.
pub(super) fn statuses(cell: &str) -> Vec<String> {
    let mut words = cell
        .split([' ', ',', '/', ':'])
        .filter(|word| !word.is_empty())
        .peekable();
    words.next_if(|word| word.eq_ignore_ascii_case("http"));
    let is = |word: &&str| {
        let [first, rest @ ..] = word.as_bytes() else {
            return false;
        };
        let is_rest = rest.len() == 2
            && (rest.iter().all(u8::is_ascii_digit) || rest.eq_ignore_ascii_case(b"xx"));
        (is_rest && (b'1'..=b'5').contains(first)) || word.eq_ignore_ascii_case("default")
    };
    let mut statuses = Vec::new();
    while let Some(word) = words.next_if(is) {
        let is_default = word.eq_ignore_ascii_case("default");
        statuses.push(if is_default {
            word.to_lowercase()
        } else {
            word.to_uppercase()
        });
    }
    statuses
}
