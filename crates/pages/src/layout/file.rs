//! A layout file as TOML.

use std::ops::Range;

use regex::Regex;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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
    /// The method of operations whose page gives only the path.
    pub(super) method: Option<Name>,
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

/// A value, and where it stands.
type Value<'t> = Spanned<DeValue<'t>>;

/// Reads one text.
type Read<T> = fn(&str) -> Result<T, String>;

/// The keys of a file.
const KEYS: Name = "expected about = '…', unmarked = '…', unplaced = '…', method = '…', \
    operation-tables = true, facts = ['…'], [opens], [columns], [words] or [types]";

/// What is wrong with a file, and the offset where.
type Errors = Vec<(usize, String)>;

impl Layout {
    /// Reads a layout file (TOML 1.1).
    ///
    /// # Errors
    ///
    /// Returns an error with the line for each key, word and pattern that is not one.
    pub fn parse(toml: &str) -> Result<Self, Vec<String>> {
        let mut layout = Self::default();
        for toml in [toml, BASE] {
            let (table, problems) = DeTable::parse_recoverable(toml);
            let mut errors: Errors = problems.iter().map(problem).collect();
            if errors.is_empty() {
                layout.add(table.get_ref(), &mut errors);
            }
            errors.sort();
            if !errors.is_empty() {
                let found = errors.into_iter();
                let found = found.map(|(at, it)| format!("line {}: {it}", line(toml, at)));
                return Err(found.collect());
            }
        }
        Ok(layout)
    }

    fn add(&mut self, file: &DeTable, errors: &mut Errors) {
        let mark = |text: &str| one_of(text, "optional required");
        let place = |text: &str| one_of(text, "parameters query header path cookie body");
        let method = |text: &str| one_of(text, "GET PUT POST DELETE PATCH");
        for (key, value) in file {
            let at = key.span().start;
            match (&**key.get_ref(), value.get_ref()) {
                // For people: which pages are written in this manner.
                ("about", DeValue::String(_)) => {}
                ("method", _) => self.method = check(value, method, errors),
                ("operation-tables", DeValue::Boolean(is)) => self.operation_tables |= is,
                ("unmarked", _) => self.unmarked = check(value, mark, errors),
                ("unplaced", _) => self.unplaced = check(value, place, errors),
                ("opens", DeValue::Table(table)) => {
                    self.opens
                        .extend(entries(table, OPENS, Pattern::of_block, errors));
                }
                ("columns", DeValue::Table(table)) => {
                    let heading = |text: &str| compiled(&format!("^(?:{text})$"));
                    self.columns
                        .extend(entries(table, &NAMES[0], heading, errors));
                }
                ("words", DeValue::Table(table)) => {
                    let word = |text: &str| compiled(text).map(|_| format!("(?:{text})"));
                    let words = entries(table, WORDS, word, errors);
                    for words in words.chunk_by(|one, other| one.0 == other.0) {
                        let any: Vec<&str> = words.iter().map(|(_, word)| &**word).collect();
                        let forms = forms(&any.join("|")).map_err(|it| errors.push((at, it)));
                        self.words.extend(forms.map(|forms| (words[0].0, forms)));
                    }
                }
                ("types", DeValue::Table(table)) => {
                    for (name, text) in table {
                        let (name, ty) = (name.get_ref(), check(text, Type::parse, errors));
                        ty.map(|ty| self.types.0.entry(name.to_lowercase()).or_insert(ty));
                    }
                }
                ("facts", _) => self.facts.extend(list(value, Pattern::of_fact, errors)),
                (key, _) => errors.push((at, format!("unknown field `{key}` or value, {KEYS}"))),
            }
        }
        let order = |opens: Name| OPENS.split(' ').position(|it| it == opens);
        self.opens.sort_by_key(|(opens, _)| order(opens));
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

/// Which of these a text is.
fn one_of(text: &str, names: Name) -> Result<Name, String> {
    let expected = || format!("expected `{}`", names.replace(' ', "` or `"));
    known(names, text).ok_or_else(expected)
}

/// Reads a text, and notes what is wrong with it, if something is.
fn check<T>(value: &Value, read: Read<T>, errors: &mut Errors) -> Option<T> {
    let found = match value.get_ref() {
        DeValue::String(text) => read(text).map_err(|problem| format!("{problem} (`{text}`)")),
        found => Err(format!("expected a text, but found {}", found.type_str())),
    };
    let note = |problem| errors.push((value.span().start, problem));
    found.map_err(note).ok()
}

/// Reads a list of texts.
fn list<T>(value: &Value, read: Read<T>, errors: &mut Errors) -> Vec<T> {
    if let DeValue::Array(texts) = value.get_ref() {
        let texts = texts.iter();
        return texts.filter_map(|it| check(it, read, errors)).collect();
    }
    let (at, found) = (value.span().start, value.get_ref().type_str());
    errors.push((at, format!("expected a list, `['…']`, but found {found}")));
    Vec::new()
}

/// What the texts of a table are, with their keys, which are of a list.
fn entries<T>(table: &DeTable, keys: Name, read: Read<T>, errors: &mut Errors) -> Vec<(Name, T)> {
    let mut entries = Vec::new();
    for (key, value) in table {
        let (at, found, texts) = (key.span().start, key.get_ref(), list(value, read, errors));
        match known(keys, found) {
            Some(key) => entries.extend(texts.into_iter().map(|text| (key, text))),
            None => errors.push((
                at,
                format!("expected a key that is one of {keys}, but found `{found}`"),
            )),
        }
    }
    entries
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
fn problem(error: &toml::de::Error) -> (usize, String) {
    let is_escape = error.message().contains("escape");
    let fix = is_escape.then_some("; write patterns in single quotes");
    let problem = format!("{}{}", error.message(), fix.unwrap_or_default());
    (error.span().map_or(0, |span| span.start), problem)
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}
