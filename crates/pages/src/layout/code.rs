//! Code: it names an operation, or it is an example.

use super::page::Page;
use crate::{Kind, Rule};

impl Page<'_> {
    /// Reads the lines of one piece of code and returns how many there are.
    pub(super) fn code(&mut self, index: usize) -> usize {
        let mut codes = self.blocks[index..].chunk_by(|above, line| {
            let mut between = above.line as usize..line.line as usize - 1;
            line.kind == Kind::Code && between.all(|at| self.lines[at].trim().is_empty())
        });
        let count = codes.next().map_or(1, <[_]>::len);
        let is_placed = !["", "operation", "part"].contains(&&*self.state.place);
        let is_call = is_placed && !self.seen.taken.contains(&index);
        let opened = self
            .opened(index)
            .filter(|it| it.0 != "operation" || !is_call);
        let is_json = self.texts[index].starts_with(['{', '[']);
        let rule = if is_json {
            Rule::ExampleStructure
        } else {
            Rule::CodeSample
        };
        let first = index + usize::from(opened.is_some());
        if let Some((opens, fields)) = opened {
            self.open(index, opens, &fields);
        }
        for block in &self.blocks[first..index + count] {
            self.line = block.line;
            self.rule(rule);
        }
        count
    }
}
