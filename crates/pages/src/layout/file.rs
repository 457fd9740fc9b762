//! A layout file as TOML.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::field::{Field, Opens, Word};
use super::pattern::{Pattern, compiled};
use super::{Layout, Words};

type Table = BTreeMap<String, Vec<Spanned<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    /// For people: which pages are written in this manner.
    #[serde(rename = "about")]
    _about: Option<String>,
    unmarked: Option<Spanned<String>>,
    #[serde(default)]
    operation_tables: bool,
    #[serde(default)]
    opens: Table,
    #[serde(default)]
    columns: Table,
    #[serde(default)]
    words: Table,
    #[serde(default)]
    types: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    facts: Vec<Spanned<String>>,
}

/// What every layout has behind what is its own.
const BASE: &str = include_str!("../../layouts/base.toml");

pub(super) fn parse(toml: &str) -> Result<Layout, Vec<String>> {
    let file = read(toml).map_err(|error| vec![error])?;
    let base = read(BASE).map_err(|error| vec![error])?;
    let mut errors = Vec::new();
    let mut layout = Layout {
        opens: Vec::new(),
        columns: Vec::new(),
        words: BTreeMap::new(),
        types: BTreeMap::new(),
        facts: Vec::new(),
        unmarked: None,
        operation_tables: file.operation_tables,
    };
    let mut words: BTreeMap<Word, Vec<String>> = BTreeMap::new();
    for (toml, file) in [(toml, &file), (BASE, &base)] {
        let mut wrong = |at: &Spanned<String>, problem: String| {
            errors.push(format!(
                "line {}: {problem} (`{}`)",
                line(toml, at.span().start),
                at.as_ref()
            ));
        };
        each(
            &file.opens,
            "opens",
            Opens::named,
            Opens::ALL,
            Opens::as_str,
            &mut wrong,
            |key, text| {
                layout.opens.push((key, Pattern::of_block(text)?));
                Ok(())
            },
        );
        each(
            &file.columns,
            "columns",
            Field::named,
            Field::ALL,
            Field::as_str,
            &mut wrong,
            |key, text| {
                layout
                    .columns
                    .push((key, compiled(&format!("^(?:{text})$"))?));
                Ok(())
            },
        );
        each(
            &file.words,
            "words",
            Word::named,
            Word::ALL,
            Word::as_str,
            &mut wrong,
            |key, text| {
                compiled(text)?;
                words.entry(key).or_default().push(format!("(?:{text})"));
                Ok(())
            },
        );
        for (name, ty) in &file.types {
            let word = ty.as_ref().split(' ').next().unwrap_or_default();
            if crate::reader::TYPES.contains(&word) {
                let name = name.to_lowercase();
                layout
                    .types
                    .entry(name)
                    .or_insert_with(|| ty.as_ref().clone());
            } else {
                wrong(
                    ty,
                    format!(
                        "expected a type of JSON Schema ({}) and perhaps a format",
                        crate::reader::TYPES.join(", ")
                    ),
                );
            }
        }
        for fact in &file.facts {
            match Pattern::of_fact(fact.as_ref()) {
                Ok(pattern) => layout.facts.push(pattern),
                Err(problem) => wrong(fact, problem),
            }
        }
        match file.unmarked.as_ref().map(|it| (it, &**it.as_ref())) {
            None => {}
            Some((_, "optional")) => layout.unmarked = Some("false"),
            Some((_, "required")) => layout.unmarked = Some("true"),
            Some((at, _)) => wrong(at, "expected `optional` or `required`".to_owned()),
        }
    }
    // What is tried first is what opens nothing, then what opens an operation.
    layout.opens.sort_by_key(|(opens, _)| *opens);
    for (word, texts) in words {
        let any = texts.join("|");
        let mut regex = |text: String| match compiled(&text) {
            Ok(regex) => Some(regex),
            Err(problem) => {
                errors.push(format!("words.{}: {problem}", word.as_str()));
                None
            }
        };
        let whole = regex(format!("^(?:{any})$"));
        let within = regex(format!(r"(?:^|[\s,;(\[])(?:{any})(?:$|[\s,;.)\]])"));
        let marked = regex(format!(
            r"^[(\[]?(?:{any})(?:[.:;,)\]]+(?:\s|$)| [-–—](?: |$)|$)|[(\[](?:{any})[)\]]\.?$|[.;] (?:{any})\.?$"
        ));
        if let (Some(whole), Some(within), Some(marked)) = (whole, within, marked) {
            layout.words.insert(
                word,
                Words {
                    whole,
                    within,
                    marked,
                },
            );
        }
    }
    if errors.is_empty() {
        Ok(layout)
    } else {
        Err(errors)
    }
}

/// Gives each pattern of a table to `add`, and what is wrong to `wrong`.
fn each<K: Copy>(
    table: &Table,
    name: &str,
    named: impl Fn(&str) -> Option<K>,
    all: &[K],
    text: impl Fn(K) -> &'static str,
    wrong: &mut impl FnMut(&Spanned<String>, String),
    mut add: impl FnMut(K, &str) -> Result<(), String>,
) {
    for (key, patterns) in table {
        for pattern in patterns {
            let added = match named(key) {
                Some(key) => add(key, pattern.as_ref()),
                None => {
                    let known: Vec<_> = all.iter().map(|key| text(*key)).collect();
                    Err(format!(
                        "expected a key of [{name}] ({}), but found `{key}` instead",
                        known.join(", ")
                    ))
                }
            };
            if let Err(problem) = added {
                wrong(pattern, problem);
            }
        }
    }
}

fn read(toml: &str) -> Result<File, String> {
    toml::from_str(toml).map_err(|error| {
        let line = error.span().map_or(1, |span| line(toml, span.start));
        format!("line {line}: {}", error.message())
    })
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}
