//! Responses with their statuses: wordings, tables of errors and schemas.

use claims::Aspect;

use super::{Portal, error_tables};
use crate::path;
use crate::source::Line;

impl Portal<'_> {
    pub(super) fn responses(&mut self) {
        while let Some(line) = self.lines.next_if(is_status) {
            self.reach(line.text, "", "the definitions");
            self.state(line.number, "", Aspect::Listed, "");
            loop {
                if let Some(line) = self.lines.next_if(error_tables::opens) {
                    self.error_table(line);
                } else if let Some(block) = self.object() {
                    if !self.response_block(&block) {
                        self.pass_over_operation();
                    }
                } else if let Some(line) = self.text() {
                    self.describe(line.number, "", line.text);
                } else {
                    break;
                }
            }
        }
    }
}

/// Whether a line is a status, or stands for all that are not there.
pub(super) fn is_status(line: &Line) -> bool {
    path::is_status(line.text) || line.text == "default"
}
