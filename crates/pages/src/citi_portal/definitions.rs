//! A body as nested bullets.
//!
//! A property is a bullet, what is said of it is indented by two more columns, and the properties
//! within it by four more.

use claims::Aspect;

use super::parameters::TYPES;
use super::{NESTED, Portal};
use crate::Rule;
use crate::source::Line;

/// The column of a body's own properties.
const OUTERMOST: usize = 2;
/// How much further in what is said of a property stands.
const ATTRIBUTE: usize = 2;
/// How much further in the properties within a property stand.
const CHILD: usize = 4;

impl Portal<'_> {
    pub(super) fn definitions(&mut self) {
        self.properties("", OUTERMOST);
        while let Some(line) = self.lines.next_if(|line| bullet(line).is_some()) {
            self.ledger
                .expected("a bullet in the column of a property", line);
        }
    }

    fn properties(&mut self, parent: &str, indent: usize) {
        let mut siblings = Vec::new();
        let at = |line: &Line| line.indent == indent && bullet(line).is_some();
        while let Some(line) = self.lines.next_if(at) {
            let name = bullet(&line).unwrap_or_default();
            if name == "required" && self.lists_required(indent) {
                self.required(line, parent, &siblings, indent + ATTRIBUTE);
                continue;
            }
            if !is_property(name) {
                self.ledger.expected("a property's name", line);
                continue;
            }
            siblings.push(name.to_owned());
            let path = if parent.is_empty() {
                name.to_owned()
            } else {
                format!("{parent}.{name}")
            };
            self.property(line, &path, indent);
        }
    }

    fn property(&mut self, line: Line, path: &str, indent: usize) {
        self.state(line.number, path, Aspect::Listed, "");
        let place = self.reached.place.clone();
        self.reach(&place, path, "the property's type");
        let mut seen = Vec::new();
        let attribute = |line: &Line| line.indent == indent + ATTRIBUTE && bullet(line).is_some();
        while let Some(line) = self.lines.next_if(attribute) {
            let kind = self.attribute(path, line);
            if seen.contains(&kind) {
                self.ledger
                    .expected(&format!("`{path}` to have one {}", kind.as_str()), line);
            }
            seen.push(kind);
        }
        let nested = self
            .lines
            .peek()
            .is_some_and(|line| line.indent == indent + CHILD && bullet(&line).is_some());
        let typed = seen.contains(&Aspect::Type);
        if nested {
            if !typed {
                self.state(line.number, path, Aspect::Type, NESTED);
            }
            self.properties(path, indent + CHILD);
        } else if !typed {
            if let Some(line) = self.lines.peek() {
                self.ledger
                    .expected(&format!("`type : …` of `{path}`"), line);
            }
            // The page ends here: the name stays reached, for the cut.
            return;
        }
        if self.lines.peek().is_some() || !nested {
            self.reach(&place, "", "the rest of the definitions");
        }
    }

    /// `type : string`, `format : date`, `enum : a, b`, `properties : Array`, or a description.
    fn attribute(&mut self, path: &str, line: Line) -> Aspect {
        let text = bullet(&line).unwrap_or_default();
        let (key, value) = text.split_once(" : ").unwrap_or(("", text));
        let number = line.number;
        match key {
            "type" if TYPES.contains(&value) => self.state(number, path, Aspect::Type, value),
            "properties" if value == "Array" => self.state(number, path, Aspect::Type, "array"),
            "type" | "properties" => self.ledger.expected("a type of JSON Schema", line),
            "format" => {
                self.state(number, path, Aspect::Format, value);
                return Aspect::Format;
            }
            "enum" => {
                for value in value
                    .split(',')
                    .map(str::trim)
                    .filter(|value| !value.is_empty())
                {
                    self.state(number, path, Aspect::Enum, value);
                }
                return Aspect::Enum;
            }
            _ if is_property(key) => {
                self.ledger
                    .expected("`type`, `format`, `enum`, `properties` or a wording", line);
            }
            _ => {
                self.describe(number, path, text);
                return Aspect::Description;
            }
        }
        Aspect::Type
    }

    /// Whether a bullet `required` lists names instead of being a property of that name.
    fn lists_required(&self, indent: usize) -> bool {
        let mut ahead = 0;
        while let Some(line) = self
            .lines
            .peek_at(ahead)
            .filter(|line| line.indent > indent)
        {
            if bullet(&line).is_none_or(|text| !is_property(text)) {
                return false;
            }
            ahead += 1;
        }
        true
    }

    fn required(&mut self, heading: Line, parent: &str, siblings: &[String], indent: usize) {
        let place = self.reached.place.clone();
        self.reach(&place, "", "the names of the required properties");
        let listed = |line: &Line| line.indent == indent && bullet(line).is_some();
        self.ledger.rule(heading.number, Rule::Heading);
        while let Some(line) = self.lines.next_if(listed) {
            let name = bullet(&line).unwrap_or_default();
            if !siblings.iter().any(|sibling| sibling == name) {
                self.ledger
                    .expected("the name of a property beside `required`", line);
            }
            let path = if parent.is_empty() {
                name.to_owned()
            } else {
                format!("{parent}.{name}")
            };
            self.state(line.number, &path, Aspect::Required, "true");
        }
    }
}

fn bullet<'l>(line: &Line<'l>) -> Option<&'l str> {
    line.text.strip_prefix("• ")
}

/// A wire name: one word, no white space.
fn is_property(text: &str) -> bool {
    let name = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    !text.is_empty() && text.chars().all(name)
}
