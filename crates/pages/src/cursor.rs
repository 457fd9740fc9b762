//! The lines of a page, one after the other.

use crate::source::{Line, Source, cells};

/// A place in the lines of a page that are not blank.
pub(crate) struct Cursor<'s> {
    lines: Vec<Line<'s>>,
    at: usize,
}

impl<'s> Cursor<'s> {
    pub(crate) fn new(source: &'s Source) -> Self {
        Self {
            lines: source.lines().collect(),
            at: 0,
        }
    }

    /// Makes lines of the cells of each row of a table that passes the test, and of the bullets in a
    /// cell; empty ones are left out.
    pub(crate) fn flatten_rows(&mut self, passes: impl Fn(&[&str]) -> bool) {
        let flat = self.lines.drain(..).flat_map(|line| {
            let row = cells(line.text).filter(|cells| passes(cells));
            let Some(cells) = row else { return vec![line] };
            let texts = cells.into_iter().flat_map(|cell| {
                let starts = cell.match_indices("• ").map(|(start, _)| start);
                let bounds: Vec<_> = [0].into_iter().chain(starts).chain([cell.len()]).collect();
                let parts = bounds.windows(2).map(|part| cell[part[0]..part[1]].trim());
                parts.collect::<Vec<_>>()
            });
            let texts = texts.filter(|text| !text.is_empty());
            texts.map(|text| Line { text, ..line }).collect()
        });
        self.lines = flat.collect();
    }

    /// Takes out the lines that pass the test, which is given what stands before and behind each.
    pub(crate) fn take_out(
        &mut self,
        mut passes: impl FnMut(&[Line], &[Line]) -> bool,
    ) -> Vec<Line<'s>> {
        let lines = std::mem::take(&mut self.lines);
        let passes = |at: &usize| passes(&lines[..*at], &lines[*at..]);
        let (out, kept): (Vec<_>, Vec<_>) = (0..lines.len()).partition(passes);
        self.lines = kept.into_iter().map(|at| lines[at]).collect();
        out.into_iter().map(|at| lines[at]).collect()
    }

    /// Returns whether there is a next line and it passes the test.
    pub(crate) fn at(&self, passes: impl FnOnce(Line) -> bool) -> bool {
        self.peek().is_some_and(passes)
    }

    pub(crate) fn peek(&self) -> Option<Line<'s>> {
        self.peek_at(0)
    }

    /// Returns the line that is `ahead` lines further.
    pub(crate) fn peek_at(&self, ahead: usize) -> Option<Line<'s>> {
        self.lines.get(self.at + ahead).copied()
    }

    pub(crate) fn next(&mut self) -> Option<Line<'s>> {
        let line = self.peek()?;
        self.at += 1;
        Some(line)
    }

    /// Takes the next line if it passes the test.
    pub(crate) fn next_if(&mut self, passes: impl FnOnce(&Line) -> bool) -> Option<Line<'s>> {
        self.peek().filter(passes)?;
        self.next()
    }

    /// Takes the next line with what it parses as, if it does.
    pub(crate) fn next_as<T>(
        &mut self,
        parse: impl FnOnce(&Line<'s>) -> Option<T>,
    ) -> Option<(Line<'s>, T)> {
        let line = self.peek()?;
        let parsed = parse(&line)?;
        self.at += 1;
        Some((line, parsed))
    }

    /// Takes the next line if it is this text.
    pub(crate) fn next_if_text(&mut self, text: &str) -> Option<Line<'s>> {
        self.next_if(|line| line.text == text)
    }

    /// Returns whether this is the last line of the page.
    pub(crate) fn is_last(&self, line: &Line) -> bool {
        self.ends_with(line.number)
    }

    /// Returns whether the last line of the page has this number.
    pub(crate) fn ends_with(&self, number: u32) -> bool {
        self.lines.last().is_some_and(|last| last.number == number)
    }
}
