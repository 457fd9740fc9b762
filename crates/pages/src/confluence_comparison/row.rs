//! One row of a table: whether it is required, its type, values and wordings.

use std::collections::BTreeSet;

use claims::Aspect;

use super::Comparison;
use crate::prose;
use crate::reader::truth;
use crate::source::Line;

/// The column of what is said of a row.
const SAID: usize = 2;
/// The column of what is said of one of its values.
const OF_VALUE: usize = 4;

/// What introduces values behind the first letter, which may be a capital, and what they are.
const VALUES: [(&str, Aspect); 3] = [
    ("vailable values:", Aspect::Enum),
    ("ossible values:", Aspect::Enum),
    ("efault value:", Aspect::Default),
];

impl<'s> Comparison<'s> {
    pub(super) fn row(&mut self, name: Line) {
        self.reach_name(name.text, "the parameter's type");
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
        while let Some(line) = self.lines.peek().filter(|it| !self.starts_row_or_ends(it)) {
            self.lines.next();
            let kind = kind(&line);
            if let Some(expected) = expected_instead(&line, kind, &seen) {
                // The rest may be that of another row.
                self.unexpected(expected, line);
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
            self.reached.due = "the rest of the table";
        }
        let expected = format!("the type of `{}`", name.text);
        self.expect(&expected, |_, _| !seen.contains(&Aspect::Type));
        if self.lines.peek().is_some() {
            self.reach_name("", "the rest of the table");
        }
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
        let values = self.facts_that(line.number, name, text(&line), |it| it == kind);
        if values.is_empty() {
            self.unexpected("a value", line);
        }
        let (_, listed) = text(&line).split_once(": ").unwrap_or_default();
        for (value, wording) in listed.split(" or ").filter_map(prose::explained) {
            self.explain(line.number, name, value, wording);
        }
        while let Some(line) = self.lines.next_if(is_inner) {
            match text(&line).split_once(" - ") {
                Some((value, wording)) if values.contains(value) => {
                    self.explain(line.number, name, value, wording);
                }
                _ => self.unexpected("one of the values, and what it means", line),
            }
        }
    }
}

/// What is expected instead of a line that is no bullet which says something of its row for the first
/// time.
fn expected_instead(line: &Line, kind: Aspect, seen: &BTreeSet<Aspect>) -> Option<&'static str> {
    // What is flattened out of a cell has no indentation.
    if ![SAID, 0].contains(&line.indent) || !line.is_bullet() {
        Some("a bullet that says something of the parameter")
    } else if kind != Aspect::Type && !seen.contains(&Aspect::Type) {
        Some("a type such as `ASCII string (100)`, `number (18,2)` or `boolean`")
    } else if kind != Aspect::Description && seen.contains(&kind) {
        Some("one type, one list of values and one default")
    } else {
        None
    }
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
    let rest = text.get(1..).unwrap_or_default();
    let known = VALUES.iter().find(|(start, _)| rest.starts_with(start));
    known.map_or(Aspect::Description, |(_, aspect)| *aspect)
}

fn text<'l>(line: &Line<'l>) -> &'l str {
    line.bullet().unwrap_or_default()
}
