//! Rows of cells below a head of YAML: facts in CSV, and mappings in SSSOM/TSV
//! (<https://mapping-commons.github.io/sssom/>). And whether a value fits a fact.

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::{FOLDER, Files, Problem, transform, wrong};

/// A file of rows.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(crate) file: String,
    head: BTreeMap<String, Value>,
    /// The rows, in the order of the file; mappings that are joined stand at the end.
    pub rows: Vec<Row>,
    /// The rows of each subject.
    of: BTreeMap<String, Vec<usize>>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    pub(crate) line: u64,
    /// The first cell: the property that a mapping is about, or the path of a fact.
    subject: String,
    object: String,
    columns: Arc<[String]>,
    cells: Vec<String>,
}

impl Sheet {
    /// Reads what can be read, and adds what is wrong to the problems.
    pub(crate) fn read(
        file: String,
        delimiter: u8,
        files: &Files,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut wrong = |problem: String| wrong(problems, &file, problem);
        let bytes = files.get(&format!("{FOLDER}{file}"));
        let text = String::from_utf8_lossy(bytes.map_or(&[], Vec::as_slice));
        let head = text.lines().map_while(|line| line.strip_prefix('#'));
        let head = head.collect::<Vec<_>>().join("\n");
        let options = serde_saphyr::options! { with_snippet: false };
        let head = serde_saphyr::from_str_with_options(&head, options);
        let head = head.map_err(|error| wrong(format!("its head is not YAML: {error}")));
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(delimiter).comment(Some(b'#'));
        let mut reader = reader.from_reader(text.as_bytes());
        let columns = reader.headers().cloned().unwrap_or_default();
        let columns: Arc<[String]> = columns.iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    rows.push(Row::new(line, columns.clone(), &record));
                }
                Err(error) => wrong(error.to_string()),
            }
        }
        rows.sort_by_key(|row| transform::join(row).map(|it| it.1));
        let mut of = BTreeMap::<_, Vec<_>>::new();
        for (index, row) in rows.iter().enumerate() {
            of.entry(row.subject.clone()).or_default().push(index);
        }
        let head = head.unwrap_or_default();
        Self {
            file,
            head,
            rows,
            of,
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

    /// The rows about a subject.
    pub(crate) fn of(&self, subject: &str) -> impl Iterator<Item = &Row> {
        let rows = self.of.get(subject).into_iter().flatten();
        rows.map(|index| &self.rows[*index])
    }
}

impl Row {
    fn new(line: u64, columns: Arc<[String]>, record: &csv::StringRecord) -> Self {
        let cells = record.iter().map(str::to_owned).collect();
        let mut row = Self {
            line,
            subject: record
                .get(0)
                .unwrap_or_default()
                .trim_start_matches("ours:")
                .to_owned(),
            object: String::new(),
            columns,
            cells,
        };
        let (prefix, path) = row.get("object_id").split_once(':').unwrap_or_default();
        let path = if prefix == "sssom" { "" } else { path };
        row.object = percent_decode_str(path).decode_utf8_lossy().into_owned();
        row
    }

    /// The cell of a column; empty if there is none.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        let index = self.columns.iter().position(|it| it == column);
        let cell = index.and_then(|index| self.cells.get(index));
        cell.map_or("", String::as_str)
    }

    /// The number in a cell, if it has one.
    pub(crate) fn number(&self, column: &str) -> Option<usize> {
        self.get(column).parse().ok()
    }

    /// The property of ours that a mapping is about, `CitiEmail.emailAddress`, or a fact's path.
    pub(crate) fn subject(&self) -> &str {
        &self.subject
    }

    /// The path in the target; empty if there is no equivalent.
    pub(crate) fn object(&self) -> &str {
        &self.object
    }

    /// Whether the object has room for fewer characters than the subject.
    pub(crate) fn truncates(&self) -> bool {
        let lengths = self
            .number("subject_length")
            .zip(self.number("object_length"));
        lengths.is_some_and(|(ours, theirs)| theirs < ours)
    }
}

/// The JSON type of a scalar; `object` of anything else.
pub(crate) fn kind(fact: &Row) -> &str {
    match fact.get("type") {
        "date" | "date-time" => "string",
        kind @ ("string" | "integer" | "number" | "boolean") => kind,
        _ => "object",
    }
}

/// A fact as a JSON Schema.
#[must_use]
pub fn schema(fact: &Row) -> Value {
    let values = fact.get("values").split('|').collect();
    let pattern = fact.get("pattern").into();
    let mut schema = json!({ "type": kind(fact) });
    for (keyword, column, value) in [
        ("minLength", "min-length", json!(fact.number("min-length"))),
        ("maxLength", "max-length", json!(fact.number("max-length"))),
        ("pattern", "pattern", pattern),
        ("enum", "values", values),
    ] {
        if !fact.get(column).is_empty() {
            schema[keyword] = value;
        }
    }
    schema
}

/// A value as the target takes it. What is too long is cut if `cut` says so; then its length comes
/// back too, in characters.
///
/// # Errors
///
/// Returns the rule that the value breaks, without the value.
pub(crate) fn fit(fact: &Row, value: Value, cut: bool) -> Result<(Value, Option<usize>), String> {
    let (mut value, mut length) = (value, None);
    if kind(fact) == "string" && (value.is_number() || value.is_boolean()) {
        value = value.to_string().into();
    }
    let most = fact.number("max-length").filter(|_| cut);
    if let (Some(text), Some(most)) = (value.as_str(), most) {
        length = Some(text.chars().count()).filter(|it| *it > most);
        value = text.chars().take(most).collect::<String>().into();
    }
    let fits = jsonschema::draft202012::new(&schema(fact));
    let fits = fits.and_then(|schema| {
        schema
            .validate(&value)
            .map_err(jsonschema::ValidationError::to_owned)
    });
    fits.map_err(|error| error.masked().to_string())?;
    Ok((value, length))
}
