//! An operation of which only the path is left: wordings, and tables of errors.

use claims::Aspect;

use super::{Portal, definitions, error_tables, opens, parameters, responses};
use crate::json::{Block, Kind};
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
        for number in 2.. {
            if !self.layout.operations.contains(&operation) {
                break;
            }
            operation = format!("? {path} #{number}");
        }
        self.open(line, &operation);
        self.reached.due = "the summary";
        let wordings = self.wordings();
        if self.state_wordings(wordings) {
            self.error_tables();
        }
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
                self.reached.due = "the rest of the wordings";
                *constraints = self.definition_block(Kind::Schema, line);
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

    /// States what the wordings describe; whether that is known.
    fn state_wordings(&mut self, mut wordings: Vec<Wording<'s>>) -> bool {
        // A wording that the capture cuts may look like a status.
        let is_named = |line: &Line| {
            parameters::place(Some(*line)).is_some()
                || (responses::is_status(line) && !self.lines.is_last(line))
        };
        if wordings.iter().any(|(line, _)| is_named(line)) {
            self.give_up("method and path of the operation", wordings[0].0);
            return false;
        }
        let security = wordings.iter().find(|(line, _)| is_security(line.text));
        if let Some((line, _)) = security {
            let expected = "a wording of the operation, a parameter or a response";
            self.give_up(expected, *line);
            return false;
        }
        let success = |(line, _): &Wording| {
            let text = line.text.to_lowercase();
            SUCCESS.iter().any(|start| text.starts_with(start))
        };
        let mut responses = Vec::new();
        match self.lines.peek() {
            Some(line) if wordings.len() < 3 => {
                let expected = "a summary, a description and the response's description";
                self.give_up(expected, line);
                return false;
            }
            Some(_) => {
                let first = wordings.iter().position(success);
                let first = first.unwrap_or(wordings.len() - 1);
                responses = wordings.split_off(first);
                // More of them may be another operation, the first one having no table of errors.
                if let Some((line, _)) = responses.get(2) {
                    self.give_up("a table of errors, a path or `Definitions`", *line);
                    return false;
                }
            }
            // The last line may be cut: it may be the response or the start of a table.
            None if wordings.last().is_some_and(|it| self.lines.is_last(&it.0)) => {
                wordings.pop();
            }
            None => {}
        }
        let place = if self.layout.path.contains('{') {
            "parameter"
        } else {
            "header"
        };
        for (index, (line, constraints)) in wordings.into_iter().enumerate() {
            // Summary and description of the operation come first.
            let parameter = index.checked_sub(1).filter(|parameter| *parameter > 0);
            let name = parameter.map_or_else(String::new, |it| format!("#{it}"));
            if parameter.is_some() {
                self.reach(place, "", "the rest of the wordings");
                self.state(line.number, &name, Aspect::Listed, "");
            }
            self.reached.due = "the rest of the wordings";
            self.describe(line.number, &name, line.text);
            self.constraints(&name, constraints);
        }
        for (index, (line, constraints)) in responses.into_iter().enumerate() {
            let place = match index {
                0 => "200".to_owned(),
                further => format!("response {}", further + 1),
            };
            self.reach(&place, "", "the errors or the definitions");
            self.state(line.number, "", Aspect::Listed, "");
            self.describe(line.number, "", line.text);
            self.constraints("", constraints);
        }
        true
    }

    fn constraints(&mut self, name: &str, block: Option<Block>) {
        if let Some(block) = block {
            self.schema_block(&block, name);
        }
    }

    /// Reads the tables of errors, and tells what comes behind one.
    fn error_tables(&mut self) {
        let mut tables = 0;
        while let Some(line) = self.lines.next_if(error_tables::opens) {
            tables += 1;
            let place = format!("error table {tables}");
            self.reach(&place, "", "a row of errors");
            self.error_table(line);
        }
        let Some(line) = self.lines.peek().filter(|line| !opens(line)) else {
            return;
        };
        let is_wording = |ahead| {
            let line = self.lines.peek_at(ahead);
            line.is_none_or(|line| !error_tables::opens(&line) && !definitions::opens(&line))
        };
        // Another operation has a summary, a description and a response at least.
        if tables > 0 && !self.lines.is_last(&line) && !(is_wording(1) && is_wording(2)) {
            self.give_up("a row of errors, or another operation", line);
        }
    }
}

/// Whether a wording is known to describe how a caller proves who it is.
fn is_security(text: &str) -> bool {
    text == "ClientID" || text.ends_with("Grant Type")
}

/// Whether a line is of JSON or a list, and no wording.
fn is_code(line: &Line) -> bool {
    line.text.starts_with(['}', '"', '•', '[', ']'])
}
