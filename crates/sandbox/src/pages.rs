//! The pages that the sandbox has customers and answers for, each in a folder of its own.
//!
//! A page needs no folder: its operations then answer 501, with the line that documents them.
#![expect(
    clippy::needless_update,
    reason = "an optional field that is added to a type of the contract breaks no build"
)]

mod citi;
mod citi_australia;
mod citi_hong_kong;
mod citibanamex_segments;
pub mod flexiti_customers;
pub mod worldline_connect;

use std::fmt::Debug;
use std::sync::Arc;

use serde_json::Value;

use crate::answer::{Answer, Refusal};
use crate::asked::Asked;
use crate::customers::{Customers, Record, Refused};

pub use citi_australia::Australia;
pub use citi_hong_kong::{CardAccount, CardAccountId, HongKong, Offer};
pub use citibanamex_segments::{Citibanamex, CitibanamexKey};
pub use flexiti_customers::{Flexiti, FlexitiKey};
pub use worldline_connect::{Worldline, WorldlineKey};

/// One line for each folder.
const FOLDERS: &[(&str, Open)] = &[
    folder::<HongKong>(),
    folder::<Australia>(),
    folder::<Citibanamex>(),
    folder::<Worldline>(),
    folder::<Flexiti>(),
];

/// Opens a folder with so many customers of a seed.
type Open = fn(seed: u64, count: usize) -> Arc<dyn Folder>;

const fn folder<R: Answers>() -> (&'static str, Open) {
    (R::PAGE, |seed, count| {
        Arc::new(Customers::<R>::invented(seed, count))
    })
}

/// Opens the folder of a page, if it has one.
pub(crate) fn open(page: &str, seed: u64, count: usize) -> Option<Arc<dyn Folder>> {
    let (_, open) = FOLDERS.iter().find(|(known, _)| *known == page)?;
    Some(open(seed, count))
}

/// What a folder says of its page: who answers the operations, and how requests are refused.
pub(crate) trait Answers: Record {
    /// The operations that are answered.
    const OPERATIONS: &'static [Answered<Self>];

    /// How requests are refused.
    const MANNER: &'static Manner = &PLAIN;

    /// Where an answer leads to another operation.
    const LINKS: &'static [Link] = &[];
}

/// One operation that is answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answered<R: Record> {
    /// Operation id.
    pub(crate) id: &'static str,
    /// Answers a request that is as documented.
    pub(crate) answer: fn(&Customers<R>, Asked) -> Answer,
    /// What is answered although the page does not document it.
    pub(crate) beyond: Beyond,
}

/// What an operation answers although its page does not document it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Beyond {
    /// Nothing.
    Nothing,
    /// 404.
    NotFound,
    /// 200 with a body: what it is, the name of its schema, and the schema.
    Body(&'static str, &'static str, fn() -> Value),
}

/// How the pages of a vendor refuse requests.
#[derive(Debug)]
pub(crate) struct Manner {
    /// The component that describes an error, where the vendor documents one.
    pub(crate) error: Option<&'static str>,
    /// Whether an error is written in this form even if no page has a row for it.
    pub(crate) without_a_row: bool,
    /// Whether the header `Accept` has to be sent.
    pub(crate) requires_accept: bool,
    /// What precedes the name of the customer in a token.
    pub(crate) before_customer: &'static str,
    /// The body of an error, made from the page's row; problem details if there is none.
    pub(crate) body: fn(Option<&Value>, &Refusal) -> Option<Vec<u8>>,
}

/// The manner of a vendor without a folder: the documented examples, and otherwise problem details.
pub(crate) const PLAIN: Manner = Manner {
    error: None,
    without_a_row: false,
    requires_accept: false,
    before_customer: "",
    body: |row, _| serde_json::to_vec(row?).ok(),
};

/// Where an answer leads to another operation: OpenAPI's links.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    /// Operation id of the operation that answers 200.
    pub(crate) from: &'static str,
    /// Name of the link.
    pub(crate) name: &'static str,
    /// What it leads to, in our words.
    pub(crate) description: &'static str,
    /// Operation id of the next operation.
    pub(crate) to: &'static str,
    /// The parameters of the next operation, each with the runtime expression of its value.
    pub(crate) parameters: &'static [(&'static str, &'static str)],
}

/// A folder that is open: [`Answers`] without the type of its records.
pub(crate) trait Folder: Debug + Send + Sync {
    fn manner(&self) -> &'static Manner;

    fn links(&self) -> &'static [Link];

    /// Returns the place of an operation in the folder's list, with what it answers beyond the page.
    fn operation(&self, id: &str) -> Option<(usize, Beyond)>;

    /// Answers a request to the operation at a place of the list.
    fn answer(&self, place: usize, asked: Asked) -> Answer;

    /// Returns the record of a customer as JSON.
    fn json(&self, number: usize) -> Option<String>;

    /// Replaces the record of a customer.
    fn put(&self, number: usize, record: &[u8]) -> Result<(), Refused>;

    /// Restores a customer as it was invented.
    fn restore(&self, number: usize) -> Result<(), Refused>;
}

impl<R: Answers> Folder for Customers<R> {
    fn manner(&self) -> &'static Manner {
        R::MANNER
    }

    fn links(&self) -> &'static [Link] {
        R::LINKS
    }

    fn operation(&self, id: &str) -> Option<(usize, Beyond)> {
        let place = R::OPERATIONS.iter().position(|known| known.id == id)?;
        Some((place, R::OPERATIONS[place].beyond))
    }

    fn answer(&self, place: usize, asked: Asked) -> Answer {
        (R::OPERATIONS[place].answer)(self, asked)
    }

    fn json(&self, number: usize) -> Option<String> {
        Customers::json(self, number)
    }

    fn put(&self, number: usize, record: &[u8]) -> Result<(), Refused> {
        Customers::put(self, number, record)
    }

    fn restore(&self, number: usize) -> Result<(), Refused> {
        Customers::restore(self, number)
    }
}

impl<R: Record> Answered<R> {
    pub(crate) const fn new(id: &'static str, answer: fn(&Customers<R>, Asked) -> Answer) -> Self {
        Self {
            id,
            answer,
            beyond: Beyond::Nothing,
        }
    }

    pub(crate) const fn beyond(mut self, beyond: Beyond) -> Self {
        self.beyond = beyond;
        self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::page::Page;

    /// The name of a folder and of its operations are those of the catalogue: no folder is forgotten there.
    #[test]
    fn every_folder_and_every_answer_is_of_a_page() {
        let pages = Page::all().expect("every page has its documents");
        for (id, open) in FOLDERS {
            let page = pages.iter().find(|page| page.id == *id);
            let page = page.unwrap_or_else(|| panic!("no page is called {id}"));
            let document: Value = serde_json::from_str(page.document).expect("JSON");
            let items = document["paths"].as_object().expect("paths").values();
            let operations = items.flat_map(|item| item.as_object().expect("operations").values());
            let known = operations
                .filter_map(|it| open(1, 1).operation(it["operationId"].as_str()?))
                .count();
            assert!(known > 0, "{id} answers nothing");
        }
    }
}
