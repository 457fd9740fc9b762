//! The readings, by the pages that they are about.

use contract::catalogue::Provider;
use review::Reading;

use crate::site::Site;

/// The readings about the same pages.
pub(crate) struct Group<'g> {
    /// The pages.
    pages: Vec<&'static Provider>,
    /// Whether these are all pages.
    all: bool,
    /// The readings, in their order.
    pub(crate) readings: Vec<&'g Reading>,
}

impl Group<'_> {
    /// `All pages`, `Citi Hong Kong, Citi Australia`.
    pub(crate) fn heading(&self) -> String {
        if self.all {
            return "All pages".to_owned();
        }
        let titles = self.pages.iter().map(|page| page.title);
        titles.collect::<Vec<_>>().join(", ")
    }

    /// The ids of the pages, each between spaces.
    pub(crate) fn ids(&self) -> String {
        let ids = self.pages.iter().map(|page| page.id);
        ids.collect::<Vec<_>>().join(" ")
    }

    /// The fragment of the group.
    pub(crate) fn id(&self) -> String {
        format!("pages.{}", self.ids().replace(' ', "."))
    }
}

impl<'s> Site<'s> {
    /// The readings by the pages that they are about, in the order of the first of each.
    pub(crate) fn groups(&self) -> Vec<Group<'s>> {
        let mut groups: Vec<Group> = Vec::new();
        for reading in self.readings().all() {
            let pages = self.pages.iter().map(|page| page.provider);
            let pages: Vec<_> = pages.filter(|page| reading.page.matches(page.id)).collect();
            let same = |group: &&mut Group| {
                group
                    .pages
                    .iter()
                    .map(|it| it.id)
                    .eq(pages.iter().map(|it| it.id))
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.readings.push(reading),
                None => groups.push(Group {
                    all: pages.len() == self.pages.len(),
                    pages,
                    readings: vec![reading],
                }),
            }
        }
        groups
    }
}
