//! Pictures of how much of a page is in its document, as SVG that is made when the site is.
//!
//! Every mark has a form of its own, so that nothing depends on colour: full bars, shorter ones,
//! hollow ones, dots.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use claims::PageClaims;
use maud::{Markup, html};
use review::{Case, Standing};

/// What became of a line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// The document says it as the line does.
    Documented,
    /// The document describes in our words what the line describes.
    Described,
    /// The document says what a reading makes of it.
    Read,
    /// It lists an operation that the page does not document.
    Listed,
    /// A reading leaves it out.
    Omitted,
    /// It states nothing: a heading, navigation, the frame of a table.
    Silent,
}

impl Mark {
    /// Every mark, in the order of legends.
    pub(crate) const ALL: [Self; 6] = [
        Self::Documented,
        Self::Described,
        Self::Read,
        Self::Listed,
        Self::Omitted,
        Self::Silent,
    ];

    /// The mark in words.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Documented => "documented: the document says what the line says",
            Self::Described => "described: the line describes something; the words are ours",
            Self::Read => "by reading: the document says what a decision makes of the line",
            Self::Listed => "only listed: the line names an operation without documentation",
            Self::Omitted => "left out: OpenAPI carries it elsewhere or cannot",
            Self::Silent => "states nothing: headings, navigation, frames of tables",
        }
    }

    /// The name of its class.
    const fn class(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Described => "described",
            Self::Read => "read",
            Self::Listed => "listed",
            Self::Omitted => "omitted",
            Self::Silent => "silent",
        }
    }

    /// How it is drawn upwards from a point on the line of a row.
    fn draw(self, x: u32, y: u32) -> String {
        match self {
            Self::Documented => format!("M{x} {y}v-18h4v18z"),
            Self::Described => format!("M{x} {y}v-14h4v14z"),
            Self::Read => format!("M{x} {y}v-11h4v11zM{x} {}v-4h4v4z", y - 14),
            Self::Listed => format!("M{x} {y}v-6h4v6z"),
            Self::Omitted => format!("M{x} {y}v-18h4v18zm1 -1h2v-16h-2z"),
            Self::Silent => format!("M{} {y}v-2h2v2z", x + 1),
        }
    }
}

/// What became of each line of a page, from the first to the last.
pub(crate) fn lines(case: &Case) -> Vec<Mark> {
    let page = case.page;
    let documented = page.documented();
    let listed = |operation: &str| !operation.is_empty() && !documented.contains(operation);
    let mut marks: BTreeMap<u32, Mark> = BTreeMap::new();
    for statement in case.statements() {
        let mark = match statement.standing {
            Standing::Omitted => Mark::Omitted,
            // The operation as the document calls it: the page may have lost its name.
            _ if is_only_listed(page, statement.line, &listed) => Mark::Listed,
            Standing::Read(_) => Mark::Read,
            Standing::Described => Mark::Described,
            Standing::Documented => Mark::Documented,
        };
        let known = marks.entry(statement.line).or_insert(mark);
        // A line counts as what most of its readers would call it: a decision shows, and what is
        // left out does not hide what is not.
        *known = match (*known, mark) {
            (Mark::Omitted, other) | (other, Mark::Omitted) => other,
            (one, other) => one.max(other),
        };
    }
    let lines = (1..).zip(&page.capture.lines);
    let mark = |line: u32| marks.get(&line).copied().unwrap_or(Mark::Silent);
    lines.map(|(line, _)| mark(line)).collect()
}

/// Whether all that a line of a page says is of operations that the page only lists.
fn is_only_listed(page: &PageClaims, line: u32, listed: &impl Fn(&str) -> bool) -> bool {
    let mut said = page.claims.iter().filter(|stated| stated.line == line);
    said.all(|stated| listed(&stated.claim.operation))
}

/// How many lines have which mark.
pub(crate) fn tally(marks: &[Mark]) -> [(Mark, usize); 6] {
    Mark::ALL.map(|mark| (mark, marks.iter().filter(|other| **other == mark).count()))
}

/// A hundred lines a row, each line a mark.
pub(crate) fn strip(id: &str, title: &str, marks: &[Mark]) -> Markup {
    const ROW: u32 = 100;
    const STEP: u32 = 6;
    const HEIGHT: u32 = 26;
    const MARGIN: u32 = 40;
    let mut paths: BTreeMap<Mark, String> = BTreeMap::new();
    let mut rows = 0;
    for (line, mark) in (0_u32..).zip(marks) {
        rows = line / ROW + 1;
        let (x, y) = (MARGIN + line % ROW * STEP, line / ROW * HEIGHT + 22);
        let _ = write!(paths.entry(*mark).or_default(), "{}", mark.draw(x, y));
    }
    let (width, height) = (MARGIN + ROW * STEP, rows * HEIGHT);
    html! {
        svg class="strip" role="img" aria-labelledby=(id) viewBox={ "0 0 " (width) " " (height) } {
            title id=(id) { (title) }
            @for row in 0..rows {
                text x=(MARGIN - 8) y=(row * HEIGHT + 22) text-anchor="end" { (row * ROW + 1) }
            }
            @for (mark, path) in &paths {
                path class=(mark.class()) fill-rule="evenodd" d=(path) {}
            }
        }
    }
}

/// What the marks mean, with how many lines have each.
pub(crate) fn legend(marks: &[Mark]) -> Markup {
    html! {
        ul class="legend" {
            @for (mark, count) in tally(marks) {
                li {
                    svg viewBox="0 0 4 18" aria-hidden="true" {
                        path class=(mark.class()) fill-rule="evenodd" d=(mark.draw(0, 18)) {}
                    }
                    span { b { (crate::words::thousands(count)) } " " (mark.words()) }
                }
            }
        }
    }
}

/// One part of a bar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// Its class, which says how it is filled.
    pub(crate) class: &'static str,
    /// How much it is.
    pub(crate) count: usize,
}

/// A bar whose parts are as wide as they are many; the numbers stand beside it.
pub(crate) fn bar(parts: &[Part]) -> Markup {
    const WIDTH: usize = 600;
    let total: usize = parts.iter().map(|part| part.count).sum();
    let mut before = 0;
    let mut drawn = Vec::new();
    for part in parts.iter().filter(|part| part.count > 0) {
        let edge = |count: usize| count * WIDTH / total.max(1);
        let (from, to) = (edge(before), edge(before + part.count));
        before += part.count;
        drawn.push((part.class, from, to.max(from + 1)));
    }
    html! {
        svg class="bar" viewBox={ "0 0 " (WIDTH) " 16" } preserveAspectRatio="none" aria-hidden="true" {
            @for (class, from, to) in drawn {
                @match class {
                    // Filled in full, almost, to two thirds, to one third, hollow.
                    "omitted" => rect class=(class) x={ (from) ".5" } y="2.5" width=((to - from).saturating_sub(1).max(1)) height="11" {},
                    "described" => rect class=(class) x=(from) y="4" width=(to - from) height="10" {},
                    "read" => rect class=(class) x=(from) y="6" width=(to - from) height="8" {},
                    "listed" => rect class=(class) x=(from) y="10" width=(to - from) height="4" {},
                    _ => rect class=(class) x=(from) y="2" width=(to - from) height="12" {},
                }
            }
        }
    }
}
