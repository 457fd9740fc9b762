//! One change between two captures or two documents.

use std::sync::Arc;

use claims::{Aspect, Element};
use serde::{Serialize, Serializer};

use super::{Capture, Class, Direction, Event, Kind, rule};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The operation, as the newer page that has it calls it; empty for the page as a whole.
    pub operation: Arc<str>,
    /// The place, or several with commas between them: one line said it of all of them.
    pub place: Arc<str>,
    /// The name; empty for the place itself.
    pub name: Arc<str>,
    /// What it was called before, where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Arc<str>>,
    /// What it may be called otherwise, where it came or went and one of another type and a name
    /// much like it, or of the same wording, went or came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perhaps: Option<Arc<str>>,
    /// What sort of change it is.
    pub kind: Kind,
    /// Whether it breaks somebody.
    pub class: Class,
    /// The rule that decided so.
    pub event: Event,
    /// What is said of the element that was not so before; `listed` for the element as a whole.
    #[serde(serialize_with = "aspect")]
    pub aspect: Aspect,
    /// The values that only the old page has; digests, for wordings.
    pub old: Vec<Arc<str>>,
    /// The values that only the new page has.
    pub new: Vec<Arc<str>>,
    /// The old words, where another sentence is the change and the text of the capture is at hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub old_words: Vec<String>,
    /// The new words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub new_words: Vec<String>,
    /// The lines of the old page, from 1.
    pub old_lines: Vec<u32>,
    /// The lines of the new page, from 1.
    pub new_lines: Vec<u32>,
    /// How many claims within the element came or went with it.
    pub within: usize,
    /// Why it is of that class.
    pub reason: &'static str,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes fields by reference"
)]
fn aspect<S: Serializer>(aspect: &Aspect, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(aspect.as_str())
}

impl Change {
    /// What was changed.
    pub(super) fn element(&self) -> Element {
        Element {
            operation: Arc::clone(&self.operation),
            place: Arc::clone(&self.place),
            name: Arc::clone(&self.name),
        }
    }

    pub(super) fn new(element: &Element, event: Event, aspect: Aspect) -> Self {
        let mut change = Self {
            operation: Arc::clone(&element.operation),
            place: Arc::clone(&element.place),
            name: Arc::clone(&element.name),
            was: None,
            perhaps: None,
            kind: event.kind(),
            class: Class::Capture,
            event,
            aspect,
            old: Vec::new(),
            new: Vec::new(),
            old_words: Vec::new(),
            new_words: Vec::new(),
            old_lines: Vec::new(),
            new_lines: Vec::new(),
            within: 0,
            reason: "",
        };
        change.judge(event);
        change
    }

    /// Makes this the event, with the class and reason that it has here.
    pub(super) fn judge(&mut self, event: Event) {
        let direction = match Direction::within(&self.operation, &self.place) {
            // A page that announces an end means the API, and a cut is what it is anywhere.
            Direction::Page
                if event == Event::Deprecated
                    || event == Event::Reinstated
                    || event.kind() == Kind::Captured =>
            {
                Direction::Request
            }
            direction => direction,
        };
        (self.class, self.reason) = rule(event).judge(direction);
        (self.event, self.kind) = (event, event.kind());
    }

    /// Keeps the words of both captures, where the values are digests of them.
    pub(super) fn quote(&mut self, old: &Capture, new: &Capture) {
        let in_words = matches!(self.aspect, Aspect::Description | Aspect::EnumDescription)
            && !matches!(self.event, Event::Repeated);
        if in_words || matches!(self.event, Event::CutCompleted | Event::CutShort) {
            self.old_words = old.words(&self.old_lines);
            self.new_words = new.words(&self.new_lines);
        }
    }
}
