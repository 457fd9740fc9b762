//! A pattern of a layout file: `heading: {method} {path}`.
//!
//! It is a regular expression that the whole text must match, upper and lower case alike. In front
//! may stand the kind of block; `{name}` is one of the fields.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use regex::{Captures, Regex, RegexBuilder};

use super::field::{FIELDS, Field, Fields, NAMES, Name, known};
use super::text::bare;
use crate::Kind;
use crate::block::BREAK;
use crate::markdown::CODE;

/// The kinds of block that a pattern may name.
const KINDS: Name = "heading paragraph item row code term definition tag";

/// What a list of values in code goes on with.
static MORE: LazyLock<Regex> = LazyLock::new(|| {
    let more = r"^(?:[\s,;|/]+(?:(?:or|and) )?`[^`]*`(?: ?\([^)`]*\))?)+";
    Regex::new(&more.replace('`', &CODE.to_string())).expect("more values")
});

/// A pattern of a block, or of a fact within a wording.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// The kinds of block that it is for, a bit of [`kinds`].
    kinds: u16,
    regex: Regex,
    /// The same for a text with marks of code, if it tells values by them.
    marked: Option<Regex>,
    fields: Vec<&'static Field>,
}

impl Pattern {
    /// The pattern of a block.
    pub(super) fn of_block(text: &str) -> Result<Self, String> {
        let (front, rest) = text.split_once(':').unwrap_or_default();
        let (kind, level) = front.split_once(' ').unwrap_or((front, "0"));
        let is_level = level.parse::<u8>().is_ok();
        let is_kind = is_level && known(KINDS, kind).is_some();
        let is_word = is_level && kind.chars().all(char::is_alphanumeric);
        if is_word && !is_kind && rest.starts_with(' ') {
            let found = format!("but found `{front}`; for a text, write `{front}[:]`");
            return Err(format!("expected one of the kinds {KINDS}, {found}"));
        }
        let own = Some((front, rest.trim_start())).filter(|_| is_kind);
        let (kind, text) = own.unwrap_or(("", text));
        let (regex, fields) = expanded(text)?;
        let regex = format!("^(?:{regex})$");
        let has_lists = fields.iter().any(|field| field.states == ["enum"]);
        let marked = has_lists.then(|| compiled(&regex.replace('`', &CODE.to_string())));
        Ok(Self {
            kinds: named(kind),
            regex: compiled(&regex)?,
            marked: marked.transpose()?,
            fields,
        })
    }

    /// The pattern of a fact within a wording. A backquote is the mark of code.
    pub(super) fn of_fact(text: &str) -> Result<Self, String> {
        let (regex, fields) = expanded(text)?;
        if fields.is_empty() || fields.iter().any(|field| field.states.is_empty()) {
            return Err(format!("expected placeholders of these: {}", NAMES[1]));
        }
        // One at the start of a wording is looked for nowhere else.
        let start = Some(r"(?:^|[\s(\[`])").filter(|_| !text.starts_with('^'));
        let text = text.trim_end_matches('`');
        let last = fields.iter().find(|it| text.ends_with(&it.placeholder()));
        let end = last.and_then(|field| field.end.as_deref());
        let end = end.unwrap_or(r"[.;,)\]`⏎]+|\s|$");
        let regex = format!("{}(?:{regex})(?:{end})", start.unwrap_or_default());
        let regex = regex.replace('`', &CODE.to_string());
        let regex = regex.replace('⏎', &BREAK.to_string());
        Ok(Self {
            kinds: 0,
            regex: compiled(&regex)?,
            marked: None,
            fields,
        })
    }

    /// What a block of one of these kinds says, if the pattern is its: `marked` is its text with the
    /// marks of code.
    pub(super) fn matches(&self, kinds: u16, text: &str, marked: &str) -> Option<Fields> {
        if self.kinds & kinds == 0 {
            return None;
        }
        if let Some(regex) = self.marked.as_ref().filter(|it| it.is_match(marked)) {
            let mut fields = self.fields(&regex.captures(marked)?, "");
            let texts = fields
                .0
                .iter_mut()
                .filter(|(name, _)| !Field::is_fact(name));
            texts.for_each(|(_, text)| *text = bare(text));
            return Some(fields);
        }
        let captures = self
            .regex
            .captures(Some(text).filter(|it| self.regex.is_match(it))?)?;
        Some(self.fields(&captures, marked))
    }

    /// The first fact in a wording, and where it stands.
    pub(super) fn find(&self, text: &str) -> Option<(Fields, Range<usize>)> {
        let is_worth = self.fields.iter().any(|field| !field.is_number)
            || text.contains(|it: char| it.is_ascii_digit());
        let text = Some(text).filter(|text| is_worth && self.regex.is_match(text))?;
        let captures = self.regex.captures(text)?;
        let is_meant = self.fields.iter().all(|field| {
            let value = captures.name(&group(field));
            value.is_none_or(|it| is_meant(field, it.as_str(), text[..it.start()].trim_end()))
        });
        let mut range = captures.get(0).filter(|_| is_meant)?.range();
        let mut fields = self.fields(&captures, "");
        let listed = fields.0.iter_mut().find(|(name, _)| *name == "enum");
        if let Some(((_, value), found)) = listed.zip(captures.name("enum")) {
            let end = found.end() + list_goes_on(found.as_str(), &text[found.end()..])?;
            value.replace_range(.., &text[found.start()..end].replace(BREAK, ","));
            range.end = range.end.max(end);
        }
        Some((fields, range))
    }

    fn fields(&self, captures: &Captures, marked: &str) -> Fields {
        let fields = self.fields.iter().filter_map(|field| {
            let found = captures.name(&group(field))?;
            let is_marked =
                ["type", "description"].contains(&&*field.name) && marked.contains(CODE);
            let marked = is_marked.then(|| with_marks(marked, &found.range()));
            let text = marked.unwrap_or_else(|| found.as_str().to_owned());
            Some((&*field.name, text.trim().to_owned()))
        });
        Fields(fields.collect())
    }
}

/// The kinds that are text, which a pattern without a kind is for, and the first level of a heading.
const TEXT: u16 = 1;
const FIRST: u16 = 1 << 9;

/// The kind that a pattern names, `heading 2`, as a bit; none if there is no such level.
fn named(kind: &str) -> u16 {
    match kind.split_once(' ') {
        None if kind.is_empty() => TEXT,
        None => {
            let kind = KINDS.split(' ').position(|known| known == kind);
            kind.map_or(0, |at| TEXT << (at + 1))
        }
        Some(("heading", level)) => {
            let level = level.parse().ok().filter(|level| (1..=6).contains(level));
            level.map_or(0, |level: u16| FIRST << (level - 1))
        }
        Some(_) => 0,
    }
}

/// How much further a list of values goes than a pattern has found; nothing if it cannot be told where it
/// ends.
fn list_goes_on(list: &str, behind: &str) -> Option<usize> {
    const CLAUSES: [&str; 5] = ["default", "required", "optional", "nullable", "deprecated"];
    let clause = |text: &str| {
        let text = text.to_lowercase();
        CLAUSES.iter().any(|it| text.starts_with(it))
    };
    if list.ends_with(CODE) {
        let more = MORE.find(behind).map_or(0, |more| more.end());
        let rest = behind[more..]
            .split([';', BREAK])
            .next()
            .unwrap_or_default();
        let sentence = rest.split(". ").next().unwrap_or_default();
        return (!sentence.contains(CODE)).then_some(more);
    }
    // One value a line.
    let mut more = 0;
    while let Some(line) = behind[more..].strip_prefix(BREAK) {
        let line = line.split(BREAK).next().unwrap_or_default();
        if line.trim().contains(' ') || line.trim().is_empty() || clause(line.trim()) {
            break;
        }
        more += BREAK.len_utf8() + line.len();
    }
    let rest = behind[more..].strip_prefix(',').map(str::trim_start);
    rest.is_none_or(clause).then_some(more)
}

/// What a pattern may be for to be for a block of this kind.
pub(super) fn kinds(kind: Kind) -> u16 {
    match kind {
        Kind::Heading(level) => TEXT | named("heading") | FIRST << (level.clamp(1, 6) - 1),
        Kind::Paragraph => TEXT | named("paragraph"),
        Kind::Item(_) => named("item"),
        Kind::HeadingRow | Kind::Row => named("row"),
        Kind::Code => named("code"),
        Kind::Term(_) => TEXT | named("term"),
        Kind::Definition => TEXT | named("definition"),
        Kind::Tag => named("tag"),
    }
}

/// Whether what a fact has found is a value, and not a part of a sentence.
fn is_meant(field: &Field, value: &str, before: &str) -> bool {
    const USED: Name = "used applied assumed taken returned chosen";
    match &*field.name {
        // `One of them.` and `the value: sloop` list nothing; `One of: sloop.` does.
        "enum" => {
            let is_one = value.matches(CODE).count() == 2 || !value.contains([',', '|', ' ']);
            let before = before.to_lowercase();
            !is_one || (before.ends_with(':') && !before.ends_with("value:"))
        }
        // The values of something else.
        "codes" => !before.to_lowercase().ends_with("of either"),
        // `The default is used.` and `the default rig.` name no value; `The default is sloop.` does.
        "default" if value.chars().all(char::is_alphabetic) => {
            let is_verb = before.ends_with(" is") || before.ends_with(" to");
            before.ends_with([':', '=', CODE])
                || known("true false null", value).is_some()
                || (is_verb && known(USED, value).is_none())
        }
        "pattern" => value.contains(['^', '$', '[', '(', '*', '+', '\\']),
        _ => true,
    }
}

/// The part of a text with marks that is this part of the text without.
fn with_marks(marked: &str, range: &Range<usize>) -> String {
    let mut at = 0;
    let is_in = |letter: &char| {
        let is_mark = [CODE, BREAK].contains(letter);
        let is_in = range.contains(&at) || (is_mark && at == range.end);
        at += if is_mark { 0 } else { letter.len_utf8() };
        is_in
    };
    marked.chars().filter(is_in).collect()
}

/// A regular expression, upper and lower case alike, of at most a megabyte.
pub(super) fn compiled(regex: &str) -> Result<Regex, String> {
    // All layouts have the same patterns behind what is their own, and building one takes a while.
    static BUILT: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = built.get(regex) {
        return Ok(known.clone());
    }
    let mut builder = RegexBuilder::new(regex);
    let new = builder.case_insensitive(true).size_limit(1 << 20).build();
    let new = new.map_err(|error| format!("expected a regular expression, but {error}"))?;
    built.insert(regex.to_owned(), new.clone());
    Ok(new)
}

/// The name of a field's group: `-` is not allowed in it.
fn group(field: &Field) -> String {
    field.name.replace('-', "_")
}

/// The regular expression with its placeholders, and these.
fn expanded(pattern: &str) -> Result<(String, Vec<&'static Field>), String> {
    let (mut regex, mut fields) = (pattern.to_owned(), Vec::new());
    for field in FIELDS
        .iter()
        .filter(|field| pattern.contains(&field.placeholder()))
    {
        let group = format!("(?P<{}>{})", group(field), field.text);
        regex = regex.replacen(&field.placeholder(), &group, 1);
        fields.push(field);
    }
    let left = regex
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    let mut left = left.filter(|(name, _)| name.starts_with(|it: char| it.is_ascii_alphabetic()));
    let names = &NAMES[0];
    left.next()
        .map_or(Ok((regex.clone(), fields)), |(name, _)| {
            Err(format!(
                "expected a placeholder of these, each once: {names}; but found `{name}`"
            ))
        })
}
