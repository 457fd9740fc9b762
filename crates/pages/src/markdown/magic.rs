//! Blocks of `ReadMe` in JSON: `[block:parameters]`, `[block:api-header]`, `[block:code]`.

use std::collections::BTreeMap;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{END, LINE};

/// Writes a block as HTML; nothing if it is not JSON or of another kind.
pub(super) fn write(page: &mut String, first: u32, kind: &str, json: &str) {
    let parsed = parse_to_ast(json, &CollectOptions::default(), &ParseOptions::default());
    let Some(Value::Object(object)) = parsed.ok().and_then(|parsed| parsed.value) else {
        return;
    };
    let breaks: Vec<usize> = json.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: &dyn Ranged| {
        first + u32::try_from(breaks.partition_point(|offset| *offset < at.start())).unwrap_or(0)
    };
    match kind {
        "api-header" | "callout" => {
            let element = if kind == "callout" { "p" } else { "h2" };
            let texts = ["title", "body"].map(|name| object.get_string(name));
            for text in texts.iter().flatten() {
                let inner = inline(line(*text), &text.value);
                *page += &format!("<{element}>{inner}</{element}>\n");
            }
        }
        "parameters" => {
            if let Some(data) = object.get_object("data") {
                rows(page, data, &line);
            }
        }
        "code" => {
            let codes = object.get_array("codes");
            let codes = codes.iter().flat_map(|codes| &codes.elements);
            for code in codes.filter_map(|code| code.as_object()?.get_string("code")) {
                let text = code.value.replace('&', "&amp;").replace('<', "&lt;");
                let mark = format!("\n{LINE}{}{END}", line(code));
                *page += &format!("<pre>{}</pre>\n", format!("\n{text}").replace('\n', &mark));
            }
        }
        _ => {}
    }
}

/// The rows of a table, whose cells are named `h-0`, `0-0`, `0-1`.
fn rows(page: &mut String, data: &Object, line: &dyn Fn(&dyn Ranged) -> u32) {
    const MOST: usize = 64;
    let mut rows: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    for cell in &data.properties {
        let Some((row, column)) = cell.name.as_str().split_once('-') else {
            continue;
        };
        let row = if row == "h" {
            Some(0)
        } else {
            row.parse::<usize>().ok().map(|row| row + 1)
        };
        let column = column.parse().ok().filter(|column| *column < MOST);
        if let (Some(row), Some(column), Some(text)) = (row, column, cell.value.as_string_lit()) {
            rows.entry(row)
                .or_default()
                .insert(column, inline(line(cell), &text.value));
        }
    }
    let width = rows
        .values()
        .flat_map(BTreeMap::keys)
        .max()
        .map_or(0, |last| last + 1);
    page.push_str("<table>");
    for (row, cells) in rows {
        let element = if row == 0 { "th" } else { "td" };
        page.push_str("<tr>");
        for column in 0..width {
            let cell = cells.get(&column).map_or("", |cell| cell);
            *page += &format!("<{element}>{cell}</{element}>");
        }
        page.push_str("</tr>");
    }
    page.push_str("</table>\n");
}

/// A text in Markdown as HTML, all of it on one line of the page.
fn inline(line: u32, text: &str) -> String {
    let mut html = String::new();
    super::write(&mut html, line, &text.replace('\n', " "));
    html
}
