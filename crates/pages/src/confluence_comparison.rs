//! The layout of a comparison of versions in Confluence.
//!
//! A page explains the marks of the comparison, names the compared page, and shows what changed:
//! tables of parameters, and a few headings. `...` stands for the parts that did not change.
//!
//! # Quirks
//!
//! - The headings of the tables did not change, so they are lost: the operations are `table 1` and
//!   so on.
//! - The marks themselves are lost: whether a line was added or removed does not show.
//! - Every cell of a row stands on lines of its own; the cell *Required* is often empty.

mod row;
mod table;

use claims::{Aspect, Claim, PageClaims};

use crate::reader::{Layout, Reader};
use crate::source::{Line, Source};
use crate::{PageError, PageLayout, Rule};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "a Confluence version comparison: `Versions Compared`",
    recognises,
    read,
};

const OPENING: &str = "Versions Compared";

/// The lines about the comparison itself, after the opening.
const KEY: [&str; 4] = [
    "Key",
    "• This line was added.",
    "• This line was removed.",
    "• Formatting was changed.",
];

/// The line that stands for the parts that did not change.
const GAP: &str = "...";

/// The heading of an example that did not change.
const SUCCESS: &str = "Success Response:";

/// The reader of this layout. It counts the tables.
type Comparison<'s> = Reader<'s, Tables>;

/// The number of tables so far.
#[derive(Default)]
struct Tables(u32);

impl Layout for Tables {
    fn is_complete(&self) -> bool {
        self.0 > 0
    }
}

fn recognises(source: &Source) -> bool {
    source
        .lines()
        .next()
        .is_some_and(|line| line.text == OPENING)
}

fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut comparison = Comparison::new(source, Tables::default());
    comparison.preamble();
    comparison.changes();
    comparison.close(source)
}

impl Comparison<'_> {
    fn preamble(&mut self) {
        let page = self.page;
        self.reach("page", page, "the rest of the preamble");
        self.fixed(OPENING, Rule::VersionComparison);
        for text in KEY {
            self.fixed(text, Rule::VersionComparison);
        }
        match self.lines.peek() {
            None => {}
            Some(line) if self.lines.is_last(&line) => self.cut_line(),
            Some(line) if opens(&line) => self.ledger.expected("the page's title", line),
            Some(line) => {
                self.lines.next();
                let claim = Claim::new("", "page", page, Aspect::Title, line.text);
                self.ledger.state(line.number, claim);
                self.reached.due = "the changes";
            }
        }
    }

    fn changes(&mut self) {
        let mut behind_gap = false;
        while let Some(line) = self.lines.peek() {
            let gap = line.text == GAP;
            if gap || line.text == SUCCESS {
                self.lines.next();
                let (rule, due) = if gap {
                    (Rule::VersionComparison, "")
                } else {
                    (Rule::Heading, "the success response")
                };
                self.ledger.rule(line.number, rule);
                self.reached.operation.clear();
                let page = self.page;
                self.reach("page", page, due);
            } else if line.text == table::HEADING {
                if !behind_gap {
                    self.unexpected("`...` over a table", line);
                }
                self.table();
            } else if self.is_cut_to(&line, &[GAP, SUCCESS, table::HEADING]) {
                self.cut_line();
            } else {
                let expected = "`...`, a table or `Success Response:`";
                self.unexpected_until(expected, |_, line| opens(line));
                continue;
            }
            behind_gap = gap;
        }
    }
}

/// Returns whether a line begins a change, or stands for parts that did not change.
fn opens(line: &Line) -> bool {
    [GAP, SUCCESS, table::HEADING].contains(&line.text)
}
