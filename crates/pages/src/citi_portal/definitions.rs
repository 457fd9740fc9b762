//! A body as nested bullets.
//!
//! A property is a bullet, what is said of it is indented by two more columns, and the properties
//! within it by four more.

use std::collections::BTreeSet;

use claims::Aspect;

use super::Portal;
use crate::Rule;
use crate::reader::{NESTED, REST_OF_LINE, TYPES, within};
use crate::source::{Line, is_word};

/// The column of a body's own properties.
const OUTERMOST: usize = 2;
/// How much further in what is said of a property stands.
const ATTRIBUTE: usize = 2;
/// How much further in the properties within a property stand.
const CHILD: usize = 4;
/// The column of the innermost properties: no page nests as deep, and the stack is finite.
const INNERMOST: usize = OUTERMOST + 31 * CHILD;

const MISPLACED: &str = "a bullet in the column of a property or of what is said of one";

impl<'s> Portal<'s> {
    pub(super) fn definitions(&mut self) {
        self.expect("a property", |_, line| {
            !line.is_bullet() && !is_cut_bullet(line)
        });
        self.properties("", OUTERMOST);
        while let Some((line, _)) = self.lines.next_as(Line::bullet) {
            self.expected(MISPLACED, line);
            self.pass_over(|_, line| is_outside(line, OUTERMOST));
            self.properties("", OUTERMOST);
        }
    }

    fn properties(&mut self, parent: &str, column: usize) {
        let mut names = BTreeSet::new();
        let mut required = Vec::new();
        let mut repeats = false;
        let errors = self.ledger.errors();
        let inside = |line: &Line| line.indent >= column && line.is_bullet();
        while let Some(line) = self.lines.next_if(inside) {
            let name = line.bullet().unwrap_or_default();
            if line.indent > column {
                self.expected(MISPLACED, line);
            } else if name == "required" && self.lists_names(column) {
                self.ledger.rule(line.number, Rule::Heading);
                required.extend(self.names(column + ATTRIBUTE));
                continue;
            } else if !is_name(name) {
                self.expected("a property's name", line);
            } else if names.insert(name) {
                self.property(line, &within(parent, name), column);
                continue;
            } else if !std::mem::replace(&mut repeats, true) {
                // One message will do: more often than not a line that opens an object is missing.
                self.unexpected("a property that is not there yet", line);
            }
            self.pass_over(|_, line| is_outside(line, column));
        }
        // Where something was wrong, the property may be there.
        for line in required {
            let name = line.bullet().unwrap_or_default();
            if names.contains(name) || self.ledger.errors() > errors {
                self.state(line.number, &within(parent, name), Aspect::Required, "true");
            } else {
                self.unexpected("the name of a property beside `required`", line);
            }
        }
    }

    fn property(&mut self, line: Line, path: &str, column: usize) {
        self.state(line.number, path, Aspect::Listed, "");
        self.reach_name(path, "the property's type");
        let mut seen = BTreeSet::new();
        let attribute = |line: &Line| line.indent == column + ATTRIBUTE && line.is_bullet();
        while let Some(line) = self.lines.next_if(attribute) {
            let kind = kind(&line);
            if seen.insert(kind) {
                self.attribute(path, line);
            } else {
                // What follows may be said of a property whose name is missing.
                self.unexpected(&format!("`{path}` to have one {kind}"), line);
                return self.pass_over(|_, line| is_outside(line, column));
            }
        }
        let typed = seen.contains(&Aspect::Type);
        let next = self.lines.peek();
        let nested = next.filter(|line| line.indent == column + CHILD && line.is_bullet());
        match (nested, next) {
            (Some(inner), _) => {
                if !typed {
                    self.state(line.number, path, Aspect::Type, NESTED);
                }
                if column < INNERMOST {
                    self.properties(path, column + CHILD);
                } else {
                    self.expected("at most 32 levels of properties", inner);
                    self.pass_over(|_, line| is_outside(line, column));
                }
            }
            (None, Some(line)) if !typed && !is_cut_bullet(&line) => {
                let expected = format!("`type : …` of `{path}`");
                self.expected(&expected, line);
            }
            // The page ends here: the name stays reached, for the cut.
            (None, None) if !typed || self.reached.due == REST_OF_LINE => return,
            _ => {}
        }
        if self.lines.peek().is_some() || nested.is_none() {
            self.reach_name("", "the rest of the definitions");
        }
    }

    /// Reads `type : string`, `format : date`, `enum : a, b`, `properties : Array`, or a wording.
    fn attribute(&mut self, path: &str, line: Line) {
        let text = line.bullet().unwrap_or_default();
        let number = line.number;
        let Some((keyword, value)) = keyword(text) else {
            return self.describe(number, path, text);
        };
        match keyword {
            "type" if TYPES.contains(&value) => self.state(number, path, Aspect::Type, value),
            "type" => self.unexpected("a type of JSON Schema", line),
            "properties" if value == "Array" => self.state(number, path, Aspect::Type, "array"),
            "properties" => self.unexpected("`properties : Array`", line),
            "format" if is_name(value) => self.state(number, path, Aspect::Format, value),
            "format" => self.unexpected("the name of a format", line),
            "enum" if value.split(',').all(|value| !value.trim().is_empty()) => {
                let mut values = value.split(',').peekable();
                while let Some(value) = values.next() {
                    let last = values.peek().is_none();
                    self.value(number, path, Aspect::Enum, value.trim(), last);
                }
            }
            "enum" => self.unexpected("values with a comma between them", line),
            _ => self.unexpected("`type`, `format`, `enum`, `properties` or a wording", line),
        }
    }

    /// Whether a bullet `required` lists names instead of being a property of that name.
    fn lists_names(&self, column: usize) -> bool {
        let lines = (0..).map_while(|ahead| self.lines.peek_at(ahead));
        lines
            .take_while(|line| !is_outside(line, column))
            .all(|line| line.bullet().is_some_and(is_name))
    }

    /// The names of required properties, which may stand before the properties.
    fn names(&mut self, column: usize) -> Vec<Line<'s>> {
        self.reach_name("", "the names of the required properties");
        let listed = |line: &Line| line.indent == column && line.is_bullet();
        let names: Vec<_> = std::iter::from_fn(|| self.lines.next_if(listed)).collect();
        self.expect("the name of a required property", |_, line| {
            names.is_empty() && !is_cut_bullet(line)
        });
        names
    }
}

/// Whether a line is no bullet within the property of a column.
fn is_outside(line: &Line, column: usize) -> bool {
    line.indent <= column || !line.is_bullet()
}

/// Whether a line is what a capture leaves of a bullet when it is cut behind the mark.
fn is_cut_bullet(line: &Line) -> bool {
    line.text == "•"
}

/// What a bullet within a property says of it.
fn kind(line: &Line) -> Aspect {
    match line.bullet().and_then(keyword) {
        None => Aspect::Description,
        Some(("type" | "properties", _)) => Aspect::Type,
        Some(("format", _)) => Aspect::Format,
        Some(("enum", _)) => Aspect::Enum,
        Some(_) => Aspect::Keyword,
    }
}

/// Keyword and value of `type : string`, and of anything that looks like it.
fn keyword(text: &str) -> Option<(&str, &str)> {
    let (keyword, value) = text.split_once(':')?;
    let word = keyword.trim_end();
    let known = ["type", "format", "enum", "properties"].contains(&word);
    // `Note: …` is a wording, `default : …` is not.
    (known || (word != keyword && is_name(word))).then_some((word, value.trim_start()))
}

/// A wire name: one word, no white space.
fn is_name(text: &str) -> bool {
    !text.is_empty() && is_word(text, "_-")
}
