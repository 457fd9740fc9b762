//! The files that the portal offers: which there are, and what each is for.

use crate::input::TRACEABILITY;
use crate::site::Site;

/// One file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct File<'f> {
    /// The path below `files/`.
    pub(crate) path: &'f str,
    /// What it is, in a few words.
    pub(crate) what: &'static str,
    /// How many bytes it has.
    pub(crate) size: usize,
}

impl File<'_> {
    /// The path without its folder.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }

    /// The name without all that follows its first dot.
    pub(crate) fn stem(&self) -> &str {
        self.name().split('.').next().unwrap_or_default()
    }
}

/// Files that are offered together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offer {
    /// The document of all pages.
    Editions,
    /// The document of each page.
    Pages,
    /// The types of each vendor.
    Schemas,
    /// Where statements come from.
    Evidence,
}

impl Offer {
    /// Every offer, in the order of lists.
    pub(crate) const ALL: [Self; 4] = [Self::Editions, Self::Pages, Self::Schemas, Self::Evidence];

    /// The heading of its list.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Editions => "All pages in one document",
            Self::Pages => "One document per page, with its server",
            Self::Schemas => "JSON Schemas of the types",
            Self::Evidence => "Evidence",
        }
    }

    /// How the paths of its files begin, and what each is; the usual choice first.
    const fn starts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Editions => &[
                ("openapi.json", "OpenAPI 3.1, the usual choice"),
                ("openapi.yaml", "the same as YAML"),
                ("openapi-3.0.json", "for tools that stop at 3.0"),
                ("openapi-3.2.json", "OpenAPI 3.2, with nested tags"),
            ],
            Self::Pages => &[("providers/", "OpenAPI 3.1")],
            Self::Schemas => &[("schemas/", "JSON Schema 2020-12")],
            Self::Evidence => &[(
                TRACEABILITY,
                "every statement with its page, lines and basis",
            )],
        }
    }

    /// Its files that the site has.
    pub(crate) fn files<'s>(self, site: &Site<'s>) -> Vec<File<'s>> {
        let of = |(start, what): &(&'static str, &'static str)| {
            let (start, what) = (*start, *what);
            let files = site.input.offered();
            let files = files.filter(move |(path, _)| path.starts_with(start));
            files.map(move |(path, text)| File {
                path,
                what,
                size: text.len(),
            })
        };
        self.starts().iter().flat_map(of).collect()
    }
}
