//! Tables of parameters and properties: up to four cells a row, the last one being a list of what is
//! said of it.

use std::collections::BTreeSet;

use claims::Aspect;

use super::operation::{FAILED, UNKNOWN};
use super::{Comparison, status};
use crate::reader::{NESTED, truth};
use crate::source::{Line, is_word};
use crate::{Rule, path, prose};

/// What the first cell of a row says, and the place that it stands for.
const PLACES: [(&str, &str); 5] = [
    ("BODY", "body"),
    ("FORMDATA", "body"),
    ("HEADER", "header"),
    ("PATH", "path"),
    ("QUERY", "query"),
];

/// The column of what is said of a row.
const SAID: usize = 2;
/// The column of what is said of one of its values.
const OF_VALUE: usize = 4;

/// The most words of a type; more of them say what the parameter is.
const LONGEST: usize = 4;

impl<'s> Comparison<'s> {
    /// Reads the rows of a table, which is that of a response if one was reached.
    pub(super) fn properties(&mut self) {
        let of = self.reached.place.clone();
        let is_response = path::is_status(&of) || [UNKNOWN, FAILED].contains(&&*of);
        let response = is_response.then_some(&*of);
        self.reach("operation", "");
        if self.lines.at(|line| self.is_known(&line)) {
            self.missing("a row of the table");
        }
        let mut names = BTreeSet::new();
        // What stands before a dot: the page has no row of it.
        let mut groups = BTreeSet::new();
        // Whether a row has one number, as in a capture of HTML: what has another is of no row.
        let mut is_whole = false;
        while let Some(line) = self.lines.peek().filter(|line| !self.is_known(line)) {
            let Some(place) = place(&line) else {
                if is_whole {
                    let example = response.filter(|_| line.text.starts_with('{'));
                    self.leave(example.unwrap_or("operation"));
                }
                if is_whole || status(&line).is_some() {
                    return;
                }
                let expected = "`BODY`, `FORMDATA`, `HEADER`, `PATH` or `QUERY`";
                self.unexpected_until(expected, Self::starts_row_or_ends);
                continue;
            };
            self.lines.next();
            self.ledger.rule(line.number, Rule::Heading);
            let number = line.number;
            let place = response.filter(|_| place == "body").unwrap_or(place);
            self.reach(place, "");
            let Some(line) = self.lines.peek() else {
                return;
            };
            if self.starts_row_or_ends(&line) || !is_name(line.text) {
                let expected = "the parameter's name";
                self.unexpected_until(expected, Self::starts_row_or_ends);
                continue;
            }
            self.lines.next();
            is_whole = line.number == number;
            if names.insert((place.to_owned(), line.text)) {
                for (dot, _) in line.text.match_indices('.') {
                    let group = (place.to_owned(), &line.text[..dot]);
                    if !names.contains(&group) && groups.insert(group.clone()) {
                        self.state(line.number, group.1, Aspect::Listed, "");
                        self.state(line.number, group.1, Aspect::Type, NESTED);
                    }
                }
                self.row(line, is_whole);
            } else {
                self.expected("a parameter that the table does not have yet", line);
                self.pass_over(Self::starts_row_or_ends);
            }
        }
    }

    /// Whether the next line, this one, opens a row or what comes behind a table.
    fn starts_row_or_ends(&self, line: &Line) -> bool {
        place(line).is_some() || self.is_known(line) || status(line).is_some()
    }

    fn row(&mut self, name: Line, is_whole: bool) {
        name.text.clone_into(&mut self.reached.name);
        self.state(name.number, name.text, Aspect::Listed, "");
        if let Some((line, required)) = self.lines.next_as(|line| truth(line.text)) {
            self.state(line.number, name.text, Aspect::Required, required);
        }
        // When it is required is more than a yes or a no.
        let conditional = |line: &Line| ["Yes ", "No "].iter().any(|it| line.text.starts_with(it));
        if let Some(line) = self.lines.next_if(conditional) {
            self.describe(line.number, name.text, line.text);
            self.state(line.number, name.text, Aspect::Unread, "condition");
        }
        let mut seen = BTreeSet::new();
        let is_of_row = |it: &Line| !is_whole || it.number == name.number;
        while let Some(line) = self.lines.peek().filter(is_of_row) {
            if self.starts_row_or_ends(&line) {
                break;
            }
            self.lines.next();
            let kind = kind(&line);
            let is_first = seen.is_empty() && is_bullet(&line) && kind != Aspect::Type;
            if is_first {
                seen.insert(Aspect::Type);
                if self.other_type(name.text, line) {
                    continue;
                }
            }
            if let Some(expected) = expected_instead(&line, kind, &seen) {
                // The rest may be that of another row.
                self.expected(expected, line);
                self.pass_over(Self::starts_row_or_ends);
                seen.insert(Aspect::Type);
                break;
            }
            seen.insert(kind);
            match kind {
                Aspect::Description => self.wordings(name.text, line),
                Aspect::Type => self.facts(line.number, name.text, text(&line)),
                _ => self.values(name.text, line, kind),
            }
        }
        if !seen.contains(&Aspect::Type) {
            self.missing(&format!("the type of `{}`", name.text));
        }
        if self.lines.peek().is_some() {
            self.reached.name.clear();
        }
    }

    /// The first bullet of a row in other words than the layout's; returns whether that is all it says.
    fn other_type(&mut self, name: &str, line: Line<'s>) -> bool {
        let Some(ty) = crate::layout::common_type(text(&line)) else {
            self.state(line.number, name, Aspect::Unread, "type");
            return text(&line).split(' ').count() <= LONGEST;
        };
        self.state(line.number, name, Aspect::Type, &ty.name);
        if let Some((aspect, value)) = ty.fact {
            self.state(line.number, name, aspect, &value);
        }
        true
    }

    /// A wording, and the bullets below it.
    fn wordings(&mut self, name: &str, line: Line<'s>) {
        self.describe(line.number, name, text(&line));
        while let Some(line) = self.lines.next_if(is_inner) {
            self.describe(line.number, name, text(&line));
        }
    }

    /// A list of values and what each of them means, or a default.
    fn values(&mut self, name: &str, line: Line, kind: Aspect) {
        let is_kind = |it| it == kind || it == Aspect::Range;
        let values = self.facts_that(line.number, name, text(&line), is_kind);
        let (_, listed) = text(&line).split_once(": ").unwrap_or_default();
        if values.is_empty() && listed.is_empty() {
            self.expected("a value", line);
        }
        for (value, wording) in listed.split(" or ").filter_map(prose::explained) {
            self.explain(line.number, name, value, wording);
        }
        // What is flattened out of a cell has lost what it is within.
        let is_flat = |line: &Line| {
            let value = text(line).split_once(" - ").map(|it| it.0);
            line.indent == 0 && value.is_some_and(|value| values.contains(value))
        };
        while let Some(line) = self.lines.next_if(|it| is_inner(it) || is_flat(it)) {
            match text(&line).split_once(" - ") {
                Some((value, wording)) if values.contains(value) => {
                    self.explain(line.number, name, value, wording);
                }
                _ => self.expected("one of the values, and what it means", line),
            }
        }
    }
}

/// What is expected instead of a line that is no bullet which says something of its row for the first
/// time.
fn expected_instead(line: &Line, kind: Aspect, seen: &BTreeSet<Aspect>) -> Option<&'static str> {
    if !is_bullet(line) {
        Some("a bullet that says something of the parameter")
    } else if kind != Aspect::Description && seen.contains(&kind) {
        Some("one type, one list of values and one default")
    } else {
        None
    }
}

/// Whether a line is a bullet of a row; what is flattened out of a cell has no indentation.
fn is_bullet(line: &Line) -> bool {
    [SAID, 0].contains(&line.indent) && line.is_bullet()
}

/// Whether a line says something of a value.
fn is_inner(line: &Line) -> bool {
    line.indent == OF_VALUE && line.is_bullet()
}

/// What a bullet says of its row.
fn kind(line: &Line) -> Aspect {
    let text = text(line);
    if prose::facts(text).iter().any(|fact| fact.0 == Aspect::Type) {
        return Aspect::Type;
    }
    prose::introduced(text).unwrap_or(Aspect::Description)
}

fn text<'l>(line: &Line<'l>) -> &'l str {
    line.bullet().unwrap_or_default()
}

pub(super) fn place(line: &Line) -> Option<&'static str> {
    let known = PLACES.iter().find(|(cell, _)| line.text == *cell)?;
    Some(known.1)
}

/// `customer.first_name`, `x-trace-id`, or words such as `bearer token`, but not the cell behind it.
fn is_name(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && is_word(word, "_-");
    truth(text).is_none() && text.split(['.', ' ']).all(word)
}
