//! A body as nested bullets.
//!
//! A property is a bullet, what is said of it is indented by two more columns, and the properties
//! within it by four more.

use std::collections::BTreeSet;

use claims::Aspect;

use super::Portal;
use crate::Rule;
use crate::reader::{NESTED, TYPES, within};
use crate::source::{Line, is_word};

/// The column of a body's own properties.
const OUTERMOST: usize = 2;
/// How much further in what is said of a property stands.
const ATTRIBUTE: usize = 2;
/// How much further in the properties within a property stand.
const CHILD: usize = 4;
/// The column of the innermost properties: no page nests as deep, and the stack is finite.
const INNERMOST: usize = OUTERMOST + 31 * CHILD;

/// What `properties` is if it is not an array.
const WRONG: &str = "properties";

/// What else a bullet may say of a property, in the words of JSON Schema.
const BOUNDS: [(&str, Aspect); 8] = [
    ("default", Aspect::Default),
    ("example", Aspect::Example),
    ("maxLength", Aspect::MaxLength),
    ("maximum", Aspect::Maximum),
    ("minItems", Aspect::MinItems),
    ("minLength", Aspect::MinLength),
    ("minimum", Aspect::Minimum),
    ("pattern", Aspect::Pattern),
];

const MISPLACED: &str = "a bullet in the column of a property or of what is said of one";

impl Portal<'_> {
    pub(super) fn definitions(&mut self) {
        if self
            .lines
            .at(|line| !line.is_bullet() && !is_cut_bullet(&line))
        {
            self.missing("a property");
        }
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
                self.reached.name.clear();
                let listed = required.len();
                required.extend(std::iter::from_fn(|| {
                    self.lines.next_if(|line| is_said(line, column))
                }));
                if required.len() == listed && self.lines.at(|line| !is_cut_bullet(&line)) {
                    self.missing("the name of a required property");
                }
                continue;
            } else if !is_name(name) {
                self.expected("a property's name", line);
            } else if names.insert(name) {
                self.property(line, &within(parent, name), column);
                continue;
            } else if !std::mem::replace(&mut repeats, true) {
                // One message will do: more often than not a line that opens an object is missing.
                self.expected("a property that is not there yet", line);
            }
            self.pass_over(|_, line| is_outside(line, column));
        }
        // Where something was wrong, the property may be there.
        for line in required {
            let name = line.bullet().unwrap_or_default();
            if names.contains(name) || self.ledger.errors() > errors {
                self.state(line.number, &within(parent, name), Aspect::Required, "true");
            } else {
                self.expected("the name of a property beside `required`", line);
            }
        }
    }

    fn property(&mut self, line: Line, path: &str, column: usize) {
        path.clone_into(&mut self.reached.name);
        self.state(line.number, path, Aspect::Listed, "");
        let mut seen = BTreeSet::new();
        while let Some(line) = self.lines.next_if(|line| is_said(line, column)) {
            let (aspect, value) = attribute(line.bullet().unwrap_or_default());
            if !seen.insert(aspect) {
                // What follows may be said of a property whose name is missing.
                self.expected(&format!("`{path}` to have one {aspect}"), line);
                return self.pass_over(|_, line| is_outside(line, column));
            }
            self.attribute(path, line, aspect, value);
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
                self.missing(&format!("`type : …` of `{path}`"));
            }
            // The page ends here: the name stays reached, for the cut.
            (None, None) if !typed || self.is_cut => return,
            _ => {}
        }
        if self.lines.peek().is_some() || nested.is_none() {
            self.reached.name.clear();
        }
    }

    /// Reads `type : string`, `format : date`, `enum : a, b`, `properties : Array`, or a wording.
    fn attribute(&mut self, path: &str, line: Line, aspect: Aspect, value: &str) {
        let number = line.number;
        let expected = match aspect {
            Aspect::Description => return self.describe(number, path, value),
            Aspect::Type if TYPES.contains(&value) => {
                return self.state(number, path, aspect, value);
            }
            Aspect::Format if is_name(value) => return self.state(number, path, aspect, value),
            Aspect::Enum if value.split(',').all(|value| !value.trim().is_empty()) => {
                let last = value.split(',').count() - 1;
                for (index, value) in value.split(',').enumerate() {
                    self.value(number, path, aspect, value.trim(), index == last);
                }
                return;
            }
            _ if BOUNDS.iter().any(|bound| bound.1 == aspect) && !value.is_empty() => {
                return self.value(number, path, aspect, value, true);
            }
            Aspect::Type if value == WRONG => "`properties : Array`",
            Aspect::Type => "a type of JSON Schema",
            Aspect::Format => "the name of a format",
            Aspect::Enum => "values with a comma between them",
            _ => "`type`, `format`, `enum`, `properties` or a wording",
        };
        self.expected(expected, line);
    }

    /// Whether a bullet `required` lists names instead of being a property of that name.
    fn lists_names(&self, column: usize) -> bool {
        let lines = (0..).map_while(|ahead| self.lines.peek_at(ahead));
        lines
            .take_while(|line| !is_outside(line, column))
            .all(|line| line.bullet().is_some_and(is_name))
    }
}

/// Whether a line is a bullet that says something of a property of a column.
fn is_said(line: &Line, column: usize) -> bool {
    line.indent == column + ATTRIBUTE && line.is_bullet()
}

/// Whether a line is no bullet within the property of a column.
fn is_outside(line: &Line, column: usize) -> bool {
    line.indent <= column || !line.is_bullet()
}

/// Whether a line is what a capture leaves of a bullet when it is cut behind the mark.
fn is_cut_bullet(line: &Line) -> bool {
    line.text == "•"
}

/// What a bullet within a property says of it, and the value behind the keyword, if there is one.
fn attribute(text: &str) -> (Aspect, &str) {
    let Some((keyword, value)) = text.split_once(':') else {
        return (Aspect::Description, text);
    };
    let value = value.trim_start();
    match keyword.trim_end() {
        "type" => (Aspect::Type, value),
        "properties" if value == "Array" => (Aspect::Type, "array"),
        "properties" => (Aspect::Type, WRONG),
        "format" => (Aspect::Format, value),
        "enum" => (Aspect::Enum, value),
        // `Note: …` is a wording, `default : …` is not.
        word if word != keyword && is_name(word) => {
            let known = BOUNDS.iter().find(|bound| bound.0 == word);
            (known.map_or(Aspect::Keyword, |bound| bound.1), value)
        }
        _ => (Aspect::Description, text),
    }
}

/// A wire name: one word, no white space.
fn is_name(text: &str) -> bool {
    !text.is_empty() && is_word(text, "_-")
}
