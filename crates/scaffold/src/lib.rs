//! Drafts the contract of a new page from its claims: types, operations, the entry of the catalogue,
//! and readings for what the page lost or leaves out.
//!
//! What the vendor has already is reused: operations of the same method and path, types of the same
//! fields, and the words that people wrote for the same sentence about the same name. Any other
//! sentence is a mark that a check refuses until a person has written it.
//!
//! **Invariant:** nothing here reads or writes a file, and no line of an existing file is changed or
//! removed: lines are only added.

#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a draft is written once, and read more often than it is written"
)]

mod attributes;
mod catalogue;
mod entry;
mod forms;
mod insert;
mod known;
mod names;
mod needs;
mod operation;
mod parameters;
mod said;
mod stubs;
mod types;

use std::collections::BTreeMap;

use claims::PageClaims;
use contract::catalogue::Catalogue;
use review::{Case, Readings, TooNarrow};

use catalogue::Draft;
use known::Vendor;
use stubs::Decided;

/// The file of readings, from the root of the repository.
pub const READINGS: &str = "spec/readings.toml";

/// The sources of the contract, from the root of the repository.
pub const CONTRACT: &str = "crates/contract/src/";

/// What a page is drafted from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'i> {
    /// The claims of the page; its id is in none of the catalogue's pages.
    pub page: &'i PageClaims,
    /// The vendor, as the catalogue groups pages: the name of a module of the contract.
    pub vendor: &'i str,
    /// The name of the API for people.
    pub title: &'i str,
    /// The address of the page, if it is known.
    pub url: Option<&'i str>,
    /// What the contract has.
    pub catalogue: &'i Catalogue,
    /// The pages on file, with their documents.
    pub cases: &'i [Case<'i>],
    /// The decisions on file.
    pub readings: &'i Readings,
    /// The text of [`READINGS`] and of every file below [`CONTRACT`], by path.
    pub sources: &'i BTreeMap<String, String>,
}

/// A file that a draft writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its whole text.
    pub text: String,
    /// How many lines it adds to a file that is there; none of a new file.
    pub added: Option<usize>,
}

/// What a draft gives.
#[derive(Clone, Debug, Default)]
pub struct Scaffold {
    /// The files to write, by path from the root of the repository.
    pub files: BTreeMap<String, File>,
    /// Readings of other pages that say just what this page needs.
    pub too_narrow: Vec<TooNarrow>,
    /// What is reused, what has to be written by hand, and what to do next.
    pub notes: Vec<String>,
    /// Whether the page lost names of operations or elements: only readings to name them are
    /// drafted, and the rest once a person has named them.
    pub lost_names: bool,
}

/// Drafts the contract of a page.
///
/// # Errors
///
/// Returns an error if the page is in the catalogue already, if the page or the vendor has no name that
/// can be a file's, or for each file that would be written over.
pub fn scaffold(input: &Input) -> Result<Scaffold, Vec<String>> {
    if let Some(wrong) = wrong(input) {
        return Err(vec![wrong]);
    }
    let vendor = Vendor::of(input);
    let decided = Decided::of(input, &vendor)?;
    let mut draft = Draft::new(input, &vendor);
    draft.readings(&decided);
    if !decided.lost {
        draft.contract(&decided.said);
    }
    draft.finish(decided)
}

/// What keeps a page from being drafted.
fn wrong(input: &Input) -> Option<String> {
    let id = input.page.page.as_str();
    let plain = |text: &str, also: char| {
        let allowed = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == also;
        text.starts_with(|it: char| it.is_ascii_lowercase()) && text.chars().all(allowed)
    };
    if !plain(id, '-') {
        return Some(format!(
            "expected a page id such as `harbour-oslo`, but found `{id}` instead"
        ));
    }
    if !plain(input.vendor, '_') {
        return Some(format!(
            "expected a vendor such as `harbour`, but found `{}` instead",
            input.vendor
        ));
    }
    // A draft of it may be there and not built yet.
    let providers = input
        .sources
        .get(&format!("{CONTRACT}catalogue/providers.rs"));
    let drafted = providers.is_some_and(|it| it.contains(&format!("id: \"{id}\",")));
    let there = drafted || input.catalogue.providers.iter().any(|it| it.id == id);
    there.then(|| {
        format!("`{id}` is in the catalogue already; `cargo xtask read` reads a new capture of it")
    })
}
