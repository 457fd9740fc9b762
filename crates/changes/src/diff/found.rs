//! What the walk comes upon, change by change.

use crate::drift::Event;

use super::node::At;
use super::reach::Way;

/// Where a change is in both documents, or would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) at: [At; 2],
    pub(super) there: [bool; 2],
}

/// One change in one direction.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) event: Event,
    pub(super) way: Way,
    pub(super) spot: Spot,
    pub(super) was: Option<String>,
    pub(super) values: [Vec<String>; 2],
}

/// All changes, as the walk comes upon them.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Seen>);

impl Found {
    /// There is a change, and its event says it all.
    pub(super) fn say(&mut self, event: Event, way: Way, spot: Spot) {
        self.say_of(event, way, spot, <[Vec<String>; 2]>::default());
    }

    /// There is a change of values.
    pub(super) fn say_of(&mut self, event: Event, way: Way, spot: Spot, values: [Vec<String>; 2]) {
        self.0.push(Seen {
            event,
            way,
            spot,
            was: None,
            values,
        });
    }

    /// Something has another name.
    pub(super) fn rename(&mut self, event: Event, way: Way, spot: Spot, was: &str) {
        self.0.push(Seen {
            event,
            way,
            spot,
            was: Some(was.to_owned()),
            values: <[Vec<String>; 2]>::default(),
        });
    }
}
