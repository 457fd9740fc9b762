//! A layout file as TOML.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::pattern::{Literals, Pattern, compiled};
use super::{FIELDS, Layout, Name, OPENS, VALUES, WORDS, Words, known};
use crate::reader::TYPES;

type Table = BTreeMap<String, Vec<Spanned<String>>>;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    /// For people: which pages are written in this manner.
    #[serde(rename = "about")]
    _about: String,
    unmarked: Option<Spanned<String>>,
    operation_tables: bool,
    opens: Table,
    columns: Table,
    words: Table,
    types: BTreeMap<String, Spanned<String>>,
    facts: Vec<Spanned<String>>,
}

/// What every layout has behind what is its own.
const BASE: &str = include_str!("../../layouts/base.toml");

/// What is wrong with a file.
struct Errors<'t>(&'t str, Vec<String>);

impl Errors<'_> {
    /// Notes what is wrong with a text, if something is.
    fn note<T>(&mut self, at: &Spanned<String>, result: Result<T, String>) -> Option<T> {
        let problem = |problem| {
            let line = line(self.0, at.span().start);
            self.1
                .push(format!("line {line}: {problem} (`{}`)", at.as_ref()));
        };
        result.map_err(problem).ok()
    }
}

pub(super) fn parse(toml: &str) -> Result<Layout, Vec<String>> {
    let mut layout = Layout::default();
    let mut words = BTreeMap::new();
    let mut errors = Vec::new();
    for text in [toml, BASE] {
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line(text, span.start));
            vec![format!("line {line}: {}", error.message())]
        })?;
        let mut wrong = Errors(text, std::mem::take(&mut errors));
        layout.add(&file, &mut words, &mut wrong);
        errors = wrong.1;
    }
    layout
        .opens
        .sort_by_key(|(opens, _)| OPENS.split(' ').position(|it| it == *opens));
    for (word, any) in words {
        let mark = r"(?:[.:;,)\]]+(?:\s|$)| [-–—](?: |$)|$)";
        let regexes = [
            format!("^(?:{any})$"),
            format!(r"(?:^|[\s,;(\[])(?:{any})(?:$|[\s,;.)\]])"),
            format!(r"^[(\[]?(?:{any}){mark}|(?:[(\[]|[.;] )(?:{any})[)\].]*$"),
        ];
        let [Ok(whole), Ok(within), Ok(marked)] = regexes.map(|text| compiled(&text)) else {
            errors.push(format!("[words] {word}: expected shorter patterns"));
            continue;
        };
        let mut each = any.split(")|(?:").map(Literals::of);
        let is_spelt = each.all(|literals| !literals.are_in(""));
        let literals = if is_spelt {
            Literals::of(&any)
        } else {
            Literals::default()
        };
        layout
            .words
            .insert(word, Words(literals, [whole, within, marked]));
    }
    if errors.is_empty() {
        Ok(layout)
    } else {
        Err(errors)
    }
}

impl Layout {
    fn add(&mut self, file: &File, words: &mut BTreeMap<Name, String>, errors: &mut Errors) {
        for (key, at) in entries(&file.opens, &[OPENS], errors) {
            let pattern = errors.note(at, Pattern::of_block(at.as_ref()));
            self.opens.extend(pattern.map(|pattern| (key, pattern)));
        }
        for (key, at) in entries(&file.columns, &[FIELDS, VALUES], errors) {
            let heading = errors.note(at, compiled(&format!("^(?:{})$", at.as_ref())));
            self.columns.extend(heading.map(|heading| (key, heading)));
        }
        for (key, at) in entries(&file.words, &[WORDS], errors) {
            if errors.note(at, compiled(at.as_ref())).is_some() {
                let any = words.entry(key).or_default();
                *any = format!(
                    "{any}{}(?:{})",
                    if any.is_empty() { "" } else { "|" },
                    at.as_ref()
                );
            }
        }
        for (name, at) in &file.types {
            let is_type = TYPES.contains(&at.as_ref().split(' ').next().unwrap_or_default());
            let types = TYPES.join("`, `");
            let expected = || format!("expected one of `{types}` and perhaps a format");
            if errors
                .note(at, is_type.then_some(()).ok_or_else(expected))
                .is_some()
            {
                self.types
                    .entry(name.to_lowercase())
                    .or_insert_with(|| at.as_ref().clone());
            }
        }
        for at in &file.facts {
            self.facts
                .extend(errors.note(at, Pattern::of_fact(at.as_ref())));
        }
        if let Some(at) = &file.unmarked {
            let required = match &**at.as_ref() {
                "optional" => Ok("false"),
                "required" => Ok("true"),
                _ => Err("expected `optional` or `required`".to_owned()),
            };
            self.unmarked = errors.note(at, required);
        }
        self.operation_tables |= file.operation_tables;
    }
}

/// The patterns of a table with their keys.
fn entries<'f>(
    table: &'f Table,
    lists: &[Name],
    errors: &mut Errors,
) -> Vec<(Name, &'f Spanned<String>)> {
    let mut entries = Vec::new();
    for (key, patterns) in table {
        let name = lists.iter().find_map(|list| known(list, key));
        let expected = || {
            format!(
                "expected a key that is one of {}, but found `{key}`",
                lists.join(" ")
            )
        };
        for at in patterns {
            entries.extend(
                errors
                    .note(at, name.ok_or_else(expected))
                    .map(|name| (name, at)),
            );
        }
    }
    entries
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}
