//! Where a block stands, and what was read before it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::field::{Fields, Name};
use crate::{Rule, path};

/// How deep an item of a list and what is in a tag are; marks in front of a name count 1 each.
pub(super) const ITEM: usize = 100;
pub(super) const TAG: usize = 100 * ITEM;

/// A property or parameter whose own may follow, or a place: then the name is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    pub(super) depth: usize,
    pub(super) name: String,
    pub(super) place: String,
    /// `string`, `array of object`; empty where it is not known.
    pub(super) ty: String,
}

impl Element {
    /// A place.
    pub(super) fn of(place: &str) -> Self {
        Self::named(place, "")
    }

    /// What has this name in a place.
    pub(super) fn named(place: &str, name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            place: place.to_owned(),
            ..Self::default()
        }
    }
}

/// Where a block stands.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// `operation`, `query`, `body`, `200`; `parameters` where the method decides; `errors` of all
    /// operations; `part` where there is none; empty where the layout does not say.
    pub(super) place: String,
    /// The element of which all others are part: a schema is read for what refers to it.
    pub(super) base: String,
    /// Its type: an array refers to the schema of its items.
    pub(super) base_type: String,
    pub(super) elements: Vec<Element>,
    /// Whether what follows is said of the last element.
    pub(super) is_within: bool,
    /// Whether the last item or tag is unread, and so what is indented behind it.
    pub(super) is_unread: bool,
    /// Whether nothing of the place was read yet.
    pub(super) is_fresh: bool,
    /// What the parameters of this part are: required or not.
    pub(super) required: Option<bool>,
    pub(super) columns: Option<Vec<Name>>,
    /// How deep the rows of the table are.
    pub(super) row_depth: usize,
}

impl State {
    /// Where a place begins.
    pub(super) fn of(place: &str) -> Self {
        Self {
            place: place.to_owned(),
            is_fresh: true,
            ..Self::default()
        }
    }
}

/// An operation that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Operation {
    /// `GET /v1/boats/{boatId}`.
    pub(super) name: String,
    /// The level of the heading that it stands under; 0 if there is none.
    pub(super) level: u8,
    /// The line of the block that names it.
    pub(super) line: u32,
    pub(super) title: Option<String>,
    /// The operations of the rows above, of which the same is said.
    pub(super) beside: Vec<String>,
    /// The names and places of the parameters and properties that were listed.
    pub(super) places: BTreeSet<(String, String)>,
}

/// What was seen so far.
#[derive(Default)]
pub(super) struct Seen {
    /// Tags that are open: their names, what they opened, how many elements there were, their lines.
    pub(super) tags: Vec<(String, Option<Name>, usize, u32)>,
    /// A path that stands above its methods, and the level of its heading.
    pub(super) half: Option<(u8, String)>,
    /// The blocks that name an operation that is open already.
    pub(super) taken: BTreeSet<usize>,
    /// The block above which no schema stands.
    pub(super) first_schema: usize,
    /// The blocks of schemas by their names, and where those end that begin at a block.
    pub(super) schemas: BTreeMap<String, Range<usize>>,
    pub(super) starts: BTreeMap<usize, usize>,
    /// The schemas that are being read, outermost first, and how many were.
    pub(super) reading: Vec<String>,
    pub(super) expanded: usize,
    pub(super) servers: Vec<(u32, String)>,
    /// The operations with a title that rows name: their parts may follow under that as a heading.
    pub(super) titled: BTreeMap<String, Operation>,
    /// The names of all operations, and the errors of all.
    pub(super) operations: Vec<String>,
    pub(super) errors: Vec<(u32, Fields)>,
    /// What is said of an operation before it opens.
    pub(super) pending: Vec<(u32, Fields)>,
    /// The level of the last heading.
    pub(super) level: u8,
    /// Why lines state nothing; of a line that states something, that more of it may follow.
    pub(super) rules: BTreeMap<u32, Rule>,
}

/// Where a parameter is of which nothing else is said.
pub(super) fn unlisted(operation: &str) -> &'static str {
    if operation.starts_with('P') {
        "body"
    } else {
        "query"
    }
}

/// Whether a place has properties, not parameters: it is a body.
pub(super) fn is_body(place: &str) -> bool {
    place == "body" || is_status(place)
}

/// Whether a place is a response.
pub(super) fn is_status(place: &str) -> bool {
    place.starts_with(|first: char| first.is_ascii_digit()) || place == "default"
}

/// The statuses that a cell begins with: `404`, `404 Not Found`, `400, 422`, `5XX`.
pub(super) fn statuses(cell: &str) -> Vec<String> {
    let words = cell.split([' ', ',', '/', ':']);
    let words = words.filter(|word| !word.is_empty());
    let words = words.skip_while(|word| word.eq_ignore_ascii_case("http"));
    let status = |word: &str| match word.to_ascii_uppercase() {
        word if path::is_status(&word.replace("XX", "00")) => Some(word),
        // Generators of clients write 0.
        word => ["DEFAULT", "0"]
            .contains(&&*word)
            .then(|| "default".to_owned()),
    };
    words.map_while(status).collect()
}
