//! Rows of cells below a head of YAML: facts in CSV, and mappings in SSSOM/TSV
//! (<https://mapping-commons.github.io/sssom/>).

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::Problem;

/// What a sheet must have: the delimiter, the keys of the head, and the columns.
type Form = (u8, &'static str, &'static str);

/// The facts of a target.
pub(crate) const FACTS: Form = (
    b',',
    "name version origin read licence",
    "path type required min-length max-length pattern values note",
);

/// The mappings to a target; `sssom validate` knows the other columns.
pub(crate) const TABLE: Form = (
    b'\t',
    "mapping_set_id license object_source_version",
    "subject_id predicate_id object_id mapping_cardinality subject_length object_length loss \
     transform doubt comment",
);

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    cells: BTreeMap<String, String>,
}

impl Row {
    /// The cell of a column; empty if there is none.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The property of ours that a row of a table is about: `CitiEmail.emailAddress`.
    #[must_use]
    pub fn subject(&self) -> &str {
        let id = self.get("subject_id");
        id.strip_prefix("ours:").unwrap_or(id)
    }

    /// Whether the object has room for fewer characters than the subject.
    #[must_use]
    pub fn truncates(&self) -> bool {
        let length = |column| self.get(column).parse::<usize>().ok();
        let lengths = length("subject_length").zip(length("object_length"));
        lengths.is_some_and(|(subject, object)| object < subject)
    }

    /// A problem in a column.
    pub(crate) fn wrong(&self, sheet: &Sheet, column: &str, problem: &str) -> Problem {
        Problem::new(
            &sheet.file,
            format!("line {}, {column}: {problem}", self.line),
        )
    }

    /// The path in the target, if the property has an equivalent.
    #[must_use]
    pub fn object(&self) -> Option<String> {
        let id = self.get("object_id");
        let path = id.split_once(':').map_or(id, |(_, path)| path);
        let path = percent_decode_str(path).decode_utf8_lossy();
        (id != "sssom:NoTermFound").then(|| path.into_owned())
    }
}

/// A file of rows.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The path below `spec/`.
    pub file: String,
    head: BTreeMap<String, Value>,
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// Reads a sheet. Keeps what can be read.
    pub(crate) fn read(file: &str, text: &str, form: Form, problems: &mut Vec<Problem>) -> Self {
        let (delimiter, keys, columns) = form;
        let mut wrong = |problem: String| problems.push(Problem::new(file, problem));
        let head = text.lines().map_while(|line| line.strip_prefix('#'));
        let head: String = head.flat_map(|line| [line, "\n"]).collect();
        let options = serde_saphyr::options! { with_snippet: false };
        let head: Result<BTreeMap<String, Value>, _> =
            serde_saphyr::from_str_with_options(&head, options);
        let head = head.unwrap_or_else(|error| {
            wrong(format!(
                "the lines after `#` at its head are not YAML: {error}"
            ));
            BTreeMap::new()
        });
        let mut options = csv::ReaderBuilder::new();
        let options = options.delimiter(delimiter).comment(Some(b'#'));
        let mut reader = options.from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let known = |it: &str| head.contains_key(it) || header.iter().any(|column| column == it);
        let absent = keys
            .split(' ')
            .chain(columns.split(' '))
            .filter(|it| !known(it));
        absent.for_each(|it| wrong(format!("it has no `{it}`")));
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let cells = header.iter().zip(&record);
                    let cells = cells.map(|(column, cell)| (column.to_owned(), cell.to_owned()));
                    let (line, cells) = (
                        record.position().map_or(0, csv::Position::line),
                        cells.collect(),
                    );
                    rows.push(Row { line, cells });
                }
                Err(error) => wrong(error.to_string()),
            }
        }
        Self {
            file: file.to_owned(),
            head,
            rows,
        }
    }

    /// What the head says of something.
    #[must_use]
    pub fn said(&self, key: &str) -> String {
        match self.head.get(key) {
            Some(Value::String(text)) => text.clone(),
            other => other.map(Value::to_string).unwrap_or_default(),
        }
    }

    /// The rows of a table about a property of ours.
    pub fn of<'s>(&'s self, subject: &'s str) -> impl Iterator<Item = &'s Row> {
        self.rows.iter().filter(move |row| row.subject() == subject)
    }
}
