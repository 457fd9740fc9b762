//! Rows of tables with all their columns: name, type, whether it is required and may repeat. The
//! parameters of the query are such a table.

use claims::Aspect;

use super::Reference;
use crate::Rule;
use crate::reader::truth;
use crate::source::{Line, cells, is_word};

const HEADING: &str = "Query parameters";
const INTRODUCTION: &str = "Query parameters for this method";

const COLUMNS: &str = "Property Type Required Repeat Details";

/// `flag string yes no read close`, or the same in the cells of a capture of HTML.
pub(super) struct Row<'l> {
    /// Empty of the elements of an array.
    pub(super) name: &'l str,
    pub(super) ty: &'l str,
    required: &'static str,
    /// Whether it may repeat, which is said of parameters only.
    repeats: Option<&'static str>,
}

impl<'l> Row<'l> {
    pub(super) fn parse(line: &Line<'l>) -> Option<Self> {
        let cells = cells(line.text).or_else(|| run_together(line.text))?;
        let [name, ty, required, rest @ ..] = &cells[..] else {
            return None;
        };
        let known = is_word(name, "_-.") && !ty.is_empty() && ty.split(' ').count() <= 3;
        let required = truth(required).filter(|_| known)?;
        let repeats = rest.first().and_then(|cell| truth(cell));
        Some(Self {
            name,
            ty,
            required,
            repeats,
        })
    }
}

/// Cells that ran together; only those of a parameter are told apart.
fn run_together(text: &str) -> Option<Vec<&str>> {
    let text = text.trim_end_matches(" close").trim_end_matches(" read");
    let (name, rest) = text.split_once(' ')?;
    let (rest, repeats) = rest.rsplit_once(' ')?;
    let (ty, required) = rest.rsplit_once(' ')?;
    truth(repeats)?;
    Some(vec![name, ty, required, repeats])
}

impl Reference<'_> {
    pub(super) fn query_parameters(&mut self) {
        if !self.skip_text(HEADING, Rule::Heading) {
            return;
        }
        self.reach("query", "");
        self.fixed(INTRODUCTION, Rule::Heading);
        self.columns(COLUMNS);
        while let Some((line, row)) = self.lines.next_as(Row::parse) {
            if self.lines.is_last(&line) {
                // A value may be cut.
                self.is_cut = true;
                return;
            }
            self.state_row(line.number, row.name, &row);
            self.row_details(row.name);
        }
        self.leave("operation");
    }

    pub(super) fn state_row(&mut self, line: u32, name: &str, row: &Row) {
        self.layout.is_listed = true;
        self.state(line, name, Aspect::Listed, "");
        self.state(line, name, Aspect::Type, row.ty);
        self.state(line, name, Aspect::Required, row.required);
        if let Some(repeats) = row.repeats {
            self.state(line, name, Aspect::Keyword, &format!("repeat={repeats}"));
        }
    }
}

/// Whether a line opens the parameters.
pub(super) fn opens_query(line: &Line) -> bool {
    [HEADING, INTRODUCTION].contains(&line.text)
}
