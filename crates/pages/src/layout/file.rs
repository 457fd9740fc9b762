//! A layout file as TOML.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::pattern::{Literals, Pattern, compiled};
use super::{FIELDS, Layout, Name, OPENS, PLACES, VALUES, WORDS, Words, known};
use crate::reader::TYPES;

type Table = BTreeMap<String, Vec<Spanned<String>>>;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    /// For people: which pages are written in this manner.
    #[serde(rename = "about")]
    _about: String,
    unmarked: Option<Spanned<String>>,
    unplaced: Option<Spanned<String>>,
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
            let found = at.as_ref();
            self.1.push(format!("line {line}: {problem} (`{found}`)"));
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
            let problem = error.message().replace("a sequence", "a list, `['…']`");
            let is_escape = problem.contains("escape");
            let fix = if is_escape {
                "; write patterns in single quotes"
            } else {
                ""
            };
            vec![format!("line {line}: {problem}{fix}")]
        })?;
        let mut wrong = Errors(text, std::mem::take(&mut errors));
        layout.add(&file, &mut words, &mut wrong);
        errors = wrong.1;
    }
    let order = |opens: Name| OPENS.split(' ').position(|it| it == opens);
    layout.opens.sort_by_key(|(opens, _)| order(opens));
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
        let spelt = Some(&any).filter(|_| is_spelt).map(|any| Literals::of(any));
        let literals = spelt.unwrap_or_default();
        let words = Words(literals, [whole, within, marked]);
        layout.words.insert(word, words);
    }
    errors.is_empty().then_some(layout).ok_or(errors)
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
                let or = if any.is_empty() { "" } else { "|" };
                *any = format!("{any}{or}(?:{})", at.as_ref());
            }
        }
        for (name, at) in &file.types {
            let word = at.as_ref().split(' ').next();
            let is_type = word.filter(|word| TYPES.contains(word));
            let types = TYPES.join("`, `");
            let expected = || format!("expected one of `{types}` and perhaps a format");
            if errors.note(at, is_type.ok_or_else(expected)).is_some() {
                let ty = self.types.entry(name.to_lowercase());
                ty.or_insert_with(|| at.as_ref().clone());
            }
        }
        for at in &file.facts {
            let fact = errors.note(at, Pattern::of_fact(at.as_ref()));
            self.facts.extend(fact);
        }
        if let Some(at) = &file.unmarked {
            let required = match &**at.as_ref() {
                "optional" => Ok("false"),
                "required" => Ok("true"),
                _ => Err("expected `optional` or `required`".to_owned()),
            };
            self.unmarked = errors.note(at, required);
        }
        if let Some(at) = &file.unplaced {
            let place = known("parameters", at.as_ref()).or(known(PLACES, at.as_ref()));
            let expected = || format!("expected one of parameters {PLACES}");
            self.unplaced = errors.note(at, place.ok_or_else(expected));
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
        let keys = lists.join(" ");
        let expected = || format!("expected a key that is one of {keys}, but found `{key}`");
        for at in patterns {
            let name = errors.note(at, name.ok_or_else(expected));
            entries.extend(name.map(|name| (name, at)));
        }
    }
    entries
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}
