//! The evidence of an operation, handed out element by element, so that none is left untold.

use std::collections::BTreeMap;

use review::explain::{Claimed, Explanation, Lines, Origin, Stated};

/// A statement with where it comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'t> {
    /// What is said.
    pub(crate) statement: &'t Claimed,
    /// Where it comes from.
    pub(crate) origins: &'t BTreeMap<Origin, Lines>,
}

impl<'t> From<&'t Stated> for Told<'t> {
    fn from(stated: &'t Stated) -> Self {
        Self {
            statement: &stated.statement,
            origins: &stated.origins,
        }
    }
}

/// Statements by what they are about: `header · uuid`, `200 · emails.emailKey`.
#[derive(Debug, Default)]
pub(crate) struct Ledger<'e> {
    open: BTreeMap<&'e str, Vec<Told<'e>>>,
}

impl<'e> Ledger<'e> {
    /// All statements of an explanation.
    pub(crate) fn of(explanation: &'e Explanation) -> Self {
        let mut open: BTreeMap<&str, Vec<Told>> = BTreeMap::new();
        for stated in &explanation.statements {
            let about = stated.statement.about.as_str();
            open.entry(about).or_default().push(stated.into());
        }
        Self { open }
    }

    /// The statements about an element, which are told with this.
    pub(crate) fn take(&mut self, about: &str) -> Vec<Told<'e>> {
        self.open.remove(about).unwrap_or_default()
    }

    /// The statements of a place (`operation`, `server`, `200`) that are not told yet, by element.
    pub(crate) fn take_all(&mut self, place: &str) -> Vec<(&'e str, Vec<Told<'e>>)> {
        let of_place = |about: &&str| {
            let rest = about.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" · "))
        };
        let keys: Vec<&str> = self.open.keys().copied().filter(of_place).collect();
        let taken = keys.into_iter().map(|about| (about, self.take(about)));
        taken.collect()
    }

    /// What nobody asked for.
    pub(crate) fn rest(self) -> impl Iterator<Item = (&'e str, Vec<Told<'e>>)> {
        self.open.into_iter()
    }
}

/// What statements of one place are about: `200` and `emails.emailKey`.
pub(crate) fn about(place: &str, name: &str) -> String {
    if name.is_empty() {
        place.to_owned()
    } else {
        format!("{place} · {name}")
    }
}

/// The fragment of an element in a page: `200.emails.emailKey`.
pub(crate) fn anchor(about: &str) -> String {
    about.replace(" · ", ".").replace(' ', "-")
}
