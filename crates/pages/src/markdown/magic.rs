//! Blocks of `ReadMe` in JSON: `[block:parameters]`, `[block:api-header]`, `[block:code]`.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::words;
use super::writer::{block, row};
use crate::{Block, Kind};

/// The blocks of one; none if it is not JSON or of another kind.
pub(super) fn blocks(first: u32, kind: &str, json: &str) -> Vec<Block> {
    let parsed = parse_to_ast(json, &CollectOptions::default(), &ParseOptions::default());
    let Some(Value::Object(object)) = parsed.ok().and_then(|parsed| parsed.value) else {
        return Vec::new();
    };
    let line = |at: &dyn Ranged| {
        let breaks = json[..at.start()].matches('\n').count();
        first + u32::try_from(breaks).unwrap_or(0)
    };
    let named = |kind, name| {
        let text = object.get_string(name)?;
        Some(block(line(text), kind, words(&text.value)))
    };
    match kind {
        "api-header" => named(Kind::Heading(2), "title").into_iter().collect(),
        "callout" => {
            let texts = ["title", "body"].map(|name| named(Kind::Paragraph, name));
            texts.into_iter().flatten().collect()
        }
        "parameters" => object
            .get_object("data")
            .map_or_else(Vec::new, |data| rows(data, &line)),
        "code" => {
            let codes = object.get_array("codes");
            let codes = codes.iter().flat_map(|codes| &codes.elements);
            let codes = codes.filter_map(|code| code.as_object()?.get_string("code"));
            let lines = codes.flat_map(|code| {
                let lines = code.value.lines().filter(|line| !line.trim().is_empty());
                let lines = lines.map(|text| block(line(code), Kind::Code, text.to_owned()));
                lines.collect::<Vec<_>>()
            });
            lines.collect()
        }
        _ => Vec::new(),
    }
}

/// The rows of a table, whose cells are named `h-0`, `0-0`, `0-1`.
fn rows(data: &Object, line: &dyn Fn(&dyn Ranged) -> u32) -> Vec<Block> {
    // A table is not wider or longer than the cells that it has.
    let most = data.properties.len();
    let cells = data.properties.iter().filter_map(|cell| {
        let (of, column) = cell.name.as_str().split_once('-')?;
        let of = if of == "h" {
            0
        } else {
            of.parse::<usize>().ok()?.checked_add(1)?
        };
        let column = column
            .parse::<usize>()
            .ok()
            .filter(|column| *column < most)?;
        Some((of, column, cell))
    });
    let mut cells: Vec<_> = cells.collect();
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let width = cells
        .iter()
        .map(|cell| cell.1 + 1)
        .max()
        .unwrap_or(0)
        .min(64);
    let rows = cells.chunk_by(|one, other| one.0 == other.0).map(|cells| {
        let mut texts = vec![String::new(); width];
        for (_, column, cell) in cells {
            if let (Some(text), Some(cell)) = (texts.get_mut(*column), cell.value.as_string_lit()) {
                *text = words(&cell.value);
            }
        }
        let first = cells.iter().map(|cell| line(cell.2)).min().unwrap_or(1);
        row(first, cells[0].0 == 0, texts)
    });
    rows.collect()
}
