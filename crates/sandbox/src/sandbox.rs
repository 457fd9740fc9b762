//! A sandbox: its pages with their operations, documents and customers.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::checks::DocumentError;
use crate::edition::Editions;
use crate::operation::{Operation, operations};
use crate::page::Page;
use crate::pages;
use crate::rows::Rows;
use crate::served::Served;

/// A sandbox, as it answers.
#[derive(Debug)]
pub struct Sandbox {
    /// What the invented customers follow from.
    pub(crate) seed: u64,
    /// How many customers each page has.
    pub(crate) count: usize,
    /// The pages, in the order of the catalogue.
    pub(crate) pages: Vec<Arc<Served>>,
    /// Every operation of every page.
    pub(crate) operations: Vec<Arc<Operation>>,
    /// The rows of the error tables.
    pub(crate) rows: Rows,
    /// The documents that it serves.
    pub(crate) editions: Editions,
    /// Folder of the portal.
    pub(crate) docs: Option<PathBuf>,
}

impl Sandbox {
    /// Makes a sandbox of every page of the catalogue, each with `count` customers; `docs` is the folder of the portal.
    ///
    /// # Errors
    ///
    /// Returns everything that is wrong with the documents of the pages.
    pub fn new(seed: u64, count: usize, docs: Option<PathBuf>) -> Result<Self, Vec<DocumentError>> {
        Self::of(Page::all()?, seed, count, docs)
    }

    /// Makes a sandbox of these pages.
    ///
    /// # Errors
    ///
    /// Returns everything that is wrong with the documents of the pages.
    pub fn of(
        pages: Vec<Page>,
        seed: u64,
        count: usize,
        docs: Option<PathBuf>,
    ) -> Result<Self, Vec<DocumentError>> {
        let mut errors = Vec::new();
        let folders: Vec<_> = pages
            .iter()
            .map(|page| (page.vendor, pages::open(page.id, seed, count)))
            .collect();
        // A page without a folder refuses like the other pages of its vendor.
        let manner = |vendor| {
            let mut others = folders.iter().filter(|(known, _)| *known == vendor);
            others.find_map(|(_, folder)| Some(folder.as_ref()?.manner()))
        };
        let mut served = Vec::new();
        for (page, (_, folder)) in pages.into_iter().zip(&folders) {
            match serde_json::from_str(page.document) {
                Ok(document) => served.push(Arc::new(Served {
                    manner: manner(page.vendor).unwrap_or(&pages::PLAIN),
                    folder: folder.clone(),
                    document,
                    page,
                    claims: OnceLock::new(),
                })),
                Err(error) => errors.push(DocumentError::new(page.id, &error.to_string())),
            }
        }
        let mut all = Vec::new();
        for page in &served {
            match operations(page) {
                Ok(of_page) => all.extend(of_page),
                Err(wrong) => errors.extend(wrong),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            seed,
            count,
            rows: Rows::new(&all),
            operations: all.into_iter().map(Arc::new).collect(),
            pages: served,
            editions: Editions::default(),
            docs,
        })
    }

    /// Where another page documents an operation that is not answered here.
    pub(crate) fn answered_at<'s>(
        &'s self,
        unanswered: &'s Operation,
    ) -> impl Iterator<Item = String> + 's {
        let same = self.operations.iter().filter(move |other| {
            other.answered.is_some()
                && other.method == unanswered.method
                && other.path == unanswered.path
        });
        same.map(|other| format!("/{}{}", other.page.id, other.path))
    }

    /// The page with this identifier.
    pub(crate) fn page(&self, id: &str) -> Option<&Arc<Served>> {
        self.pages.iter().find(|page| page.id == id)
    }
}
