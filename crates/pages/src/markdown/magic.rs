//! Blocks of `ReadMe` in JSON: `[block:parameters]`, `[block:api-header]`, `[block:code]`.

use std::collections::BTreeMap;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{mark, written};

/// The most columns of a table.
const MOST: usize = 64;

/// A block as HTML; nothing if it is not JSON or of another kind.
pub(super) fn block(first: u32, kind: &str, json: &str) -> Option<String> {
    let parsed = parse_to_ast(json, &CollectOptions::default(), &ParseOptions::default());
    let Value::Object(object) = parsed.ok()?.value? else {
        return None;
    };
    let breaks: Vec<usize> = json.match_indices('\n').map(|(at, _)| at).collect();
    let line =
        |at: usize| first + u32::try_from(breaks.partition_point(|it| *it < at)).unwrap_or(0);
    let text = |name: &str| {
        let text = object.get_string(name)?;
        Some(written(line(text.start()), &text.value.replace('\n', " ")))
    };
    match kind {
        "api-header" => Some(format!("<h2>{}</h2>", text("title")?)),
        "callout" => Some(["title", "body"].into_iter().filter_map(text).collect()),
        "parameters" => Some(table(object.get_object("data")?, &line)),
        "code" => {
            let codes = object.get_array("codes")?.elements.iter();
            let codes = codes.filter_map(|code| code.as_object()?.get_string("code"));
            let code = codes.map(|code| {
                let text = code.value.replace('&', "&amp;").replace('<', "&lt;");
                let mark = format!("\n{}", mark(line(code.start())));
                format!("<pre>{}</pre>\n", format!("\n{text}").replace('\n', &mark))
            });
            Some(code.collect())
        }
        _ => None,
    }
}

/// A table whose cells are named `h-0`, `0-0`, `0-1`.
fn table(data: &Object, line: &dyn Fn(usize) -> u32) -> String {
    let mut rows: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    for cell in &data.properties {
        let (row, column) = cell.name.as_str().split_once('-').unwrap_or_default();
        let row = if row == "h" {
            Some(0)
        } else {
            row.parse().ok().and_then(|row: usize| row.checked_add(1))
        };
        let column = column.parse().ok().filter(|column| *column < MOST);
        if let (Some(row), Some(column), Some(text)) = (row, column, cell.value.as_string_lit()) {
            let text = written(line(cell.start()), &text.value.replace('\n', " "));
            rows.entry(row).or_default().insert(column, text);
        }
    }
    let last = rows
        .values()
        .flat_map(BTreeMap::keys)
        .max()
        .copied()
        .unwrap_or(0);
    let rows = rows.iter().map(|(row, cells)| {
        let element = if *row == 0 { "th" } else { "td" };
        let cell = |column| cells.get(&column).map_or("", |cell| cell);
        let cells = (0..=last).map(|column| format!("<{element}>{}</{element}>", cell(column)));
        format!("<tr>{}</tr>", cells.collect::<String>())
    });
    format!("<table>{}</table>\n", rows.collect::<String>())
}
