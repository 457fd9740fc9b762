//! A layout file as TOML.

use std::collections::BTreeMap;
use std::ops::Range;

use regex::Regex;
use serde::Deserialize;
use toml::Spanned;

use super::field::{NAMES, Name, OPENS, WORDS, known};
use super::pattern::{Pattern, compiled};
use super::types::{Type, Types};

/// What every layout has behind what is its own.
const BASE: &str = include_str!("../../layouts/base.toml");

/// A manner of API references, as a layout file describes it.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub(super) opens: Vec<(Name, Pattern)>,
    /// What a column holds whose heading is like this.
    columns: Vec<(Name, Regex)>,
    words: Vec<(Name, [Regex; 3])>,
    pub(super) types: Types,
    /// Facts within a wording or a type.
    pub(super) facts: Vec<Pattern>,
    /// Whether a parameter without a mark is required: `required`, `optional`, or not known.
    pub(super) unmarked: Option<Name>,
    /// What the parameters are that stand in an operation before any other place.
    pub(super) unplaced: Option<Name>,
    /// Whether a table of methods and paths opens operations, not only lists them.
    pub(super) operation_tables: bool,
}

/// How words are found.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// As the whole text.
    Whole,
    /// Within a type.
    Within,
    /// As a mark at either end of a wording.
    Mark,
}

type Table = BTreeMap<String, Vec<Spanned<String>>>;

/// Reads one text of a table.
type Read<T> = fn(&str) -> Result<T, String>;

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

/// What is wrong with a file.
#[derive(Default)]
struct Errors<'t> {
    toml: &'t str,
    found: Vec<String>,
}

impl Layout {
    /// Reads a layout file (TOML 1.1).
    ///
    /// # Errors
    ///
    /// Returns an error with the line for each key, word and pattern that is not one.
    pub fn parse(toml: &str) -> Result<Self, Vec<String>> {
        let (mut layout, mut errors) = (Self::default(), Errors::default());
        for toml in [toml, BASE] {
            errors.toml = toml;
            let file = toml::from_str(toml).map_err(|error| vec![problem(toml, &error)])?;
            layout.add(&file, &mut errors);
        }
        errors
            .found
            .is_empty()
            .then_some(layout)
            .ok_or(errors.found)
    }

    fn add(&mut self, file: &File, errors: &mut Errors) {
        let opens = errors.entries(&file.opens, OPENS, Pattern::of_block);
        self.opens.extend(opens);
        let order = |opens: Name| OPENS.split(' ').position(|it| it == opens);
        self.opens.sort_by_key(|(opens, _)| order(opens));
        let heading = |text: &str| compiled(&format!("^(?:{text})$"));
        let columns = errors.entries(&file.columns, &NAMES[0], heading);
        self.columns.extend(columns);
        let word = |text: &str| compiled(text).map(|_| format!("(?:{text})"));
        let words = errors.entries(&file.words, WORDS, word);
        for words in words.chunk_by(|one, other| one.0 == other.0) {
            let any: Vec<&str> = words.iter().map(|(_, word)| &**word).collect();
            let note = |problem| errors.found.push(format!("[words]: {problem}"));
            let forms = forms(&any.join("|")).map_err(note);
            self.words.extend(forms.map(|forms| (words[0].0, forms)));
        }
        for (name, text) in &file.types {
            let ty = errors.check(text, Type::parse(text.as_ref()));
            ty.map(|ty| self.types.0.entry(name.to_lowercase()).or_insert(ty));
        }
        for text in &file.facts {
            let fact = errors.check(text, Pattern::of_fact(text.as_ref()));
            self.facts.extend(fact);
        }
        let mut one_of = |text: &Option<Spanned<String>>, names: Name| {
            let expected = || format!("expected `{}`", names.replace(' ', "` or `"));
            let text = text.as_ref()?;
            errors.check(text, known(names, text.as_ref()).ok_or_else(expected))
        };
        let unmarked = one_of(&file.unmarked, "optional required");
        let unplaced = one_of(&file.unplaced, "parameters query header path cookie body");
        self.unmarked = self.unmarked.or(unmarked);
        self.unplaced = self.unplaced.or(unplaced);
        self.operation_tables |= file.operation_tables;
    }

    /// What a column with this heading holds.
    pub(super) fn column(&self, heading: &str) -> Option<Name> {
        let mut columns = self.columns.iter();
        Some(columns.find(|(_, pattern)| pattern.is_match(heading))?.0)
    }

    /// Where a text has a word.
    pub(super) fn find(&self, word: Name, form: Form, text: &str) -> Option<Range<usize>> {
        let mut words = self.words.iter().filter(|(name, _)| *name == word);
        words.find_map(|(_, forms)| Some(forms[form as usize].find(text)?.range()))
    }

    /// Whether a text is a word.
    pub(super) fn is(&self, word: Name, text: &str) -> bool {
        self.find(word, Form::Whole, text).is_some()
    }
}

impl Errors<'_> {
    /// Notes what is wrong with a text, if something is.
    fn check<T>(&mut self, text: &Spanned<String>, result: Result<T, String>) -> Option<T> {
        let note = |problem| {
            let (line, found) = (line(self.toml, text.span().start), text.as_ref());
            let error = format!("line {line}: {problem} (`{found}`)");
            self.found.push(error);
        };
        result.map_err(note).ok()
    }

    /// What the texts of a table are, with their keys, which are of a list.
    fn entries<T>(&mut self, table: &Table, keys: Name, read: Read<T>) -> Vec<(Name, T)> {
        let mut entries = Vec::new();
        for (key, texts) in table {
            let expected = || format!("expected a key that is one of {keys}, but found `{key}`");
            for text in texts {
                let key = known(keys, key).ok_or_else(expected);
                let entry = key.and_then(|key| Ok((key, read(text.as_ref())?)));
                entries.extend(self.check(text, entry));
            }
        }
        entries
    }
}

/// The regular expressions of words, by [`Form`].
fn forms(words: &str) -> Result<[Regex; 3], String> {
    let mark = r"(?:[.:;,)\]]+(?:\s|$)| [-–—](?: |$)|$)";
    let any = format!("(?:{words})");
    Ok([
        compiled(&format!("^{any}$"))?,
        compiled(&format!(r"(?:^|[\s,;(\[]){any}(?:$|[\s,;.)\]])"))?,
        compiled(&format!(r"^[(\[]?{any}{mark}|(?:[(\[]|[.;] ){any}[)\].]*$"))?,
    ])
}

/// What is wrong with a text as TOML.
fn problem(toml: &str, error: &toml::de::Error) -> String {
    let line = line(toml, error.span().map_or(0, |span| span.start));
    let problem = error.message().replace("a sequence", "a list, `['…']`");
    let is_escape = problem.contains("escape");
    let fix = is_escape.then_some("; write patterns in single quotes");
    format!("line {line}: {problem}{}", fix.unwrap_or_default())
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}
