//! The responses of an endpoint, one status after the other.

use claims::Aspect;

use super::{NESTED, Portal};
use crate::Rule;
use crate::source::Line;

const DEFINITIONS: &str = "Definitions";
const EXAMPLE: &str = "Example Response for ";
const SCHEMA: &str = "Response Schema for ";

impl Portal<'_> {
    pub(super) fn responses(&mut self) {
        while let Some(line) = self.lines.next_if(is_status) {
            self.reach(line.text, "", "the response");
            self.state(line.number, "", Aspect::Listed, "");
            self.response(line.text);
        }
        if let Some(line) = self.lines.peek()
            && !self.at_section()
        {
            self.ledger
                .expected("a status or the title of an endpoint in the list", line);
            self.lines.next();
            self.responses();
        }
    }

    fn response(&mut self, status: &str) {
        let failed = status.starts_with(['4', '5']);
        if failed {
            self.error_rows();
        } else {
            self.description();
        }
        let mut due = if failed {
            "the error's definitions"
        } else {
            ""
        };
        if let Some(line) = self.lines.next_if_text(DEFINITIONS) {
            self.state(line.number, "", Aspect::Type, NESTED);
            self.reach(status, "", "a definition");
            self.definitions();
            due = if failed {
                "the response's schema"
            } else {
                "the response's example"
            };
        }
        // Behind a definition that the capture cut, that definition is what is due.
        if self.reached.name.is_empty() {
            self.reached.due = due;
        }
        if self.reference(EXAMPLE, Rule::EmptyExample) {
            self.reached.due = "";
        }
        if self.reference(SCHEMA, Rule::Heading) {
            self.reached.due = "the response's schema";
            self.response_schema();
        }
    }

    /// What the page says about a response that is no error.
    fn description(&mut self) {
        while let Some(line) = self.lines.next_if(|line| !ends_text(line)) {
            self.describe(line.number, "", line.text);
            if line.text == "This operation returns no content." {
                self.state(line.number, "", Aspect::MediaType, "none");
            }
            if self.at_section() {
                break;
            }
        }
    }

    /// The rows of an error table, whose columns ran together.
    fn error_rows(&mut self) {
        if let Some(line) = self.lines.next_if_text("TypeCodeDetails") {
            self.ledger.rule(line.number, Rule::TableHeading);
        }
        while let Some(line) = self.lines.next_if(|line| !ends_text(line)) {
            self.state(line.number, "", Aspect::Error, line.text);
        }
    }

    /// A heading that repeats the endpoint it belongs to.
    fn reference(&mut self, prefix: &str, rule: Rule) -> bool {
        let Some(line) = self.lines.next_if(|line| line.text.starts_with(prefix)) else {
            return false;
        };
        let (method, path) = self.reached.operation.split_once(' ').unwrap_or_default();
        let due = format!("{prefix}{} {path}", method.to_lowercase());
        if line.text == due {
            self.ledger.rule(line.number, rule);
        } else {
            self.ledger.expected(&format!("`{due}`"), line);
        }
        true
    }
}

fn is_status(line: &Line) -> bool {
    line.text.len() == 3 && line.text.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_text(line: &Line) -> bool {
    let text = line.text;
    text == DEFINITIONS || is_status(line) || text.starts_with(EXAMPLE) || text.starts_with(SCHEMA)
}
