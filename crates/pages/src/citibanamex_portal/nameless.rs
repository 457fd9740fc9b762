//! An operation of which only the path is left: wordings, and tables of errors.

use claims::Aspect;

use super::{Portal, definitions, error_tables, named, opens, parameters};
use crate::json::Block;
use crate::source::Line;

/// What the wording of a response begins with. What follows it describes further responses.
const SUCCESS: [&str; 2] = ["successful operation", "success response"];

/// A wording with the constraints of what it describes.
type Wording<'s> = (Line<'s>, Option<Block>);

impl<'s> Portal<'s> {
    /// Reads an operation from the line below its path, or the next one of the same path.
    pub(super) fn nameless(&mut self, line: Line<'s>) {
        let path = self.layout.path;
        let mut operation = format!("? {path}");
        let mut number = 1;
        while self.layout.operations.contains(&operation) {
            number += 1;
            operation = format!("? {path} #{number}");
        }
        self.open(line, &operation);
        let wordings = self.wordings();
        if let Some((expected, line)) = self.doubt(&wordings) {
            return self.give_up(expected, line);
        }
        self.state_wordings(wordings);
        self.error_tables();
    }

    /// Reads the wordings of an operation. Only their order tells what each describes.
    fn wordings(&mut self) -> Vec<Wording<'s>> {
        let mut wordings: Vec<Wording> = Vec::new();
        while let Some(line) = self.lines.peek() {
            let is_constraints = self.lines.peek_at(1).is_some_and(|line| {
                let schema = ["\"type\": \"object\"", "\"properties\"", "\"required\""];
                !schema.iter().any(|start| line.text.starts_with(start))
            });
            if line.text == "{"
                && is_constraints
                && let Some((_, constraints @ None)) = wordings.last_mut()
            {
                self.lines.next();
                *constraints = self.object(line);
            } else if error_tables::opens(&line) || opens(&line) {
                break;
            } else if is_code(&line) {
                self.expected("a wording", line);
                self.pass_over(|_, line| !is_code(line));
            } else {
                self.lines.next();
                wordings.push((line, None));
            }
        }
        wordings
    }

    /// What is expected instead where it is not known what the wordings describe.
    fn doubt(&self, wordings: &[Wording<'s>]) -> Option<(&'static str, Line<'s>)> {
        // A wording that the capture cuts may look like a status.
        let is_named = |line: Line| {
            parameters::place(line.text).is_some()
                || (named::is_status(&line) && !self.lines.is_last(&line))
        };
        let mut lines = wordings.iter().map(|wording| wording.0);
        if lines.clone().any(is_named) {
            return Some(("method and path of the operation", wordings[0].0));
        }
        if let Some(line) = lines.find(|line| is_security(line.text)) {
            let expected = "a wording of the operation, a parameter or a response";
            return Some((expected, line));
        }
        let behind = self.lines.peek()?;
        if wordings.len() < 3 {
            let expected = "a summary, a description and the response's description";
            return Some((expected, behind));
        }
        // More responses may be another operation, the first one having no table of errors.
        let further = wordings.get(first_response(wordings) + 2)?;
        Some(("a table of errors, a path or `Definitions`", further.0))
    }

    /// States what the wordings describe.
    fn state_wordings(&mut self, mut wordings: Vec<Wording<'s>>) {
        let responses = if self.lines.peek().is_some() {
            wordings.split_off(first_response(&wordings))
        } else {
            // The last line may be cut: it may be the response or the start of a table.
            wordings.pop_if(|wording| self.lines.is_last(&wording.0));
            Vec::new()
        };
        let place = if self.layout.path.contains('{') {
            "parameter"
        } else {
            "header"
        };
        for (index, wording) in wordings.into_iter().enumerate() {
            // Summary and description of the operation come first.
            let mut name = String::new();
            if index >= 2 {
                name = format!("#{}", index - 1);
                self.reach(place, "");
                self.state(wording.0.number, &name, Aspect::Listed, "");
            }
            self.state_wording_of(&name, wording);
        }
        for (index, wording) in responses.into_iter().enumerate() {
            let place = match index {
                0 => "200".to_owned(),
                further => format!("response {}", further + 1),
            };
            self.list(wording.0.number, &place, "");
            self.state_wording_of("", wording);
        }
    }

    fn state_wording_of(&mut self, name: &str, (line, constraints): Wording) {
        self.describe(line.number, name, line.text);
        if let Some(block) = constraints {
            self.schema_block(&block, name);
        }
    }

    /// Reads the tables of errors, and tells what comes behind one.
    fn error_tables(&mut self) {
        let mut tables = 0;
        while let Some(line) = self.lines.next_if(error_tables::opens) {
            tables += 1;
            let place = format!("error table {tables}");
            self.reach(&place, "");
            self.error_table(line);
        }
        let is_wording = |ahead| {
            let line = self.lines.peek_at(ahead);
            line.is_none_or(|line| !error_tables::opens(&line) && !definitions::opens(&line))
        };
        let Some(line) = self.lines.peek().filter(|line| !opens(line)) else {
            return;
        };
        // Another operation has a summary, a description and a response at least.
        if tables > 0 && !self.lines.is_last(&line) && !(is_wording(1) && is_wording(2)) {
            self.give_up("a row of errors, or another operation", line);
        }
    }
}

/// Which wording is the first of a response: one that says so, or the last one.
fn first_response(wordings: &[Wording]) -> usize {
    let first = wordings.iter().position(|(line, _)| {
        let text = line.text.to_lowercase();
        SUCCESS.iter().any(|start| text.starts_with(start))
    });
    first.unwrap_or(wordings.len() - 1)
}

/// Whether a wording is known to describe how a caller proves who it is.
fn is_security(text: &str) -> bool {
    text == "ClientID" || text.ends_with("Grant Type")
}

/// Whether a line is of JSON or a list, and no wording.
fn is_code(line: &Line) -> bool {
    line.text.starts_with(['}', '"', '•', '[', ']'])
}
