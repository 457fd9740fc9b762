//! Where sources contradict each other or themselves: computed from what pages say, and noted by
//! hand where only a person can tell what a sentence means.
//!
//! Readings count as far as they bind what a page lost; what they decide otherwise does not: a
//! contradiction stays one when a decision about it is recorded.

mod errors;
mod fit;
mod lookup;
mod noted;
mod typed;
mod wording;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::reading::{Breaks, Cited, ReadingKind, Readings};
use crate::statement::Statement;
use claims::Aspect;

pub(crate) use noted::side;

/// What sort of contradiction it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The same field has more than one type, format or bound.
    TypedDifferently,
    /// What is said of a field does not fit its type.
    UnfitType,
    /// An example or default breaks what is said of its own field.
    UnfitExample,
    /// The same error has more than one text.
    ErrorDetails,
    /// The same valid values are looked up under more than one path.
    LookupPath,
    /// The code of a lookup is not spelt as the field that it belongs to.
    LookupCode,
    /// Two fields side by side are described in the same words.
    SharedWording,
    /// The same parameter is described in different words.
    Reworded,
    /// A person found it, see [`Noted`](crate::reading::Noted).
    Noted,
}

impl Rule {
    /// What code gets wrong that follows the wrong side, as far as the rule tells.
    const fn breaks(self) -> Breaks {
        match self {
            Self::TypedDifferently => Breaks::Shapes,
            Self::UnfitType | Self::LookupPath | Self::LookupCode => Breaks::Values,
            _ => Breaks::Words,
        }
    }
}

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// What code gets wrong that follows the wrong side.
    pub breaks: Breaks,
    /// What sort it is.
    pub rule: Rule,
    /// What is contradicted, in a sentence without its full stop.
    pub problem: String,
    /// What the document has, in a clause without its full stop.
    pub document: String,
    /// The id of the reading that decided that, if one did.
    pub reading: Option<String>,
    /// What is said, and where.
    pub sides: Vec<Side>,
    /// The name that is not spelt as another one is, where that is the contradiction.
    pub spelling: Option<Spelling>,
    /// What to ask the vendor about it, where a person wrote that down.
    pub ask: Option<String>,
}

/// Two spellings of one name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    /// As the field is named.
    pub field: String,
    /// As the lookup has it.
    pub code: String,
}

/// One of the things that are said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// What is said, as Markdown.
    pub says: String,
    /// Where on the pages.
    pub sites: BTreeSet<Site>,
    /// Where else: a standard, or other material of a vendor.
    pub source: Option<Cited>,
}

/// A place on a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    /// The vendor whose page it is.
    pub vendor: Arc<str>,
    /// The page's id.
    pub page: Arc<str>,
    /// Its line, from 1.
    pub line: u32,
    /// The operation that the line is about.
    pub operation: Arc<str>,
    /// The place of it, such as a status.
    pub place: Arc<str>,
    /// The name of the field or parameter; empty where there is none.
    pub name: Arc<str>,
}

impl Site {
    /// Where a statement stands.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        Self {
            vendor: Arc::clone(&statement.vendor),
            page: Arc::clone(&statement.page),
            line: statement.line,
            operation: Arc::clone(&statement.claim.operation),
            place: Arc::clone(&statement.claim.place),
            name: Arc::clone(&statement.claim.name),
        }
    }
}

impl Contradiction {
    fn new(rule: Rule, problem: String, sides: Sides) -> Self {
        Self {
            breaks: rule.breaks(),
            rule,
            problem,
            document: String::new(),
            reading: None,
            sides: sides.into_sides(),
            spelling: None,
            ask: None,
        }
    }

    /// Says what the document has of what the pages say: what each of them says, or what readings
    /// make of it.
    fn say_document(&mut self, decided: &Decided, readings: &Readings) {
        let first = self.sites().filter_map(|site| decided.get(site)).min();
        let reading = first.map(|(_, index)| &readings.all()[*index]);
        let document = match reading.map(|reading| reading.kind) {
            Some(ReadingKind::Omit) => "says it in words, without a keyword",
            Some(ReadingKind::Override) => "has its own words",
            Some(ReadingKind::Bind | ReadingKind::Supply) => "reads it in one way",
            None => "keeps what each page says",
        };
        document.clone_into(&mut self.document);
        self.reading = reading.map(|reading| reading.id().to_owned());
    }

    /// Every place that it names.
    pub fn sites(&self) -> impl Iterator<Item = &Site> {
        self.sides.iter().flat_map(|side| &side.sites)
    }

    /// Whether something other than a page says one side of it.
    #[must_use]
    pub fn has_other_source(&self) -> bool {
        self.sides.iter().any(|side| side.source.is_some())
    }

    /// Whether pages differ in what they say; otherwise each of them says all of it.
    #[must_use]
    pub fn is_between_pages(&self) -> bool {
        let mut said = self.by_page().into_values();
        let first = said.next();
        said.any(|sides| Some(sides) != first)
    }

    /// The pages that contradict themselves, whatever others say.
    #[must_use]
    pub fn within(&self) -> Vec<&str> {
        let alone = self.sides.len() == 1;
        self.by_page()
            .into_iter()
            .filter(|(_, sides)| alone || sides.len() > 1)
            .map(|(page, _)| page)
            .collect()
    }

    /// Which of the sides each page takes.
    fn by_page(&self) -> BTreeMap<&str, BTreeSet<usize>> {
        let mut pages: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (index, side) in self.sides.iter().enumerate() {
            for site in &side.sites {
                pages.entry(&site.page).or_default().insert(index);
            }
        }
        pages
    }

    /// Whether another says all that this says, of all of its places.
    #[must_use]
    pub fn is_part_of(&self, other: &Self) -> bool {
        self.sides.iter().all(|side| {
            other.sides.iter().any(|wider| {
                let same = (&wider.says, &wider.source) == (&side.says, &side.source);
                same && side.sites.is_subset(&wider.sites)
            })
        })
    }

    /// The vendor, if it is about the pages of one.
    #[must_use]
    pub fn vendor(&self) -> Option<&str> {
        let mut sites = self.sites().map(|site| &*site.vendor);
        let first = sites.next()?;
        sites.all(|vendor| vendor == first).then_some(first)
    }
}

/// Where each of several things is said.
#[derive(Debug, Default)]
struct Sides(BTreeMap<String, BTreeSet<Site>>);

impl Sides {
    fn say(&mut self, says: String, statement: &Statement) {
        self.0.entry(says).or_default().insert(Site::of(statement));
    }

    fn differ(&self) -> bool {
        self.0.len() > 1
    }

    /// The sides in the order in which pages first have them.
    fn into_sides(self) -> Vec<Side> {
        let side = |(says, sites)| Side {
            says,
            sites,
            source: None,
        };
        let mut sides: Vec<Side> = self.0.into_iter().map(side).collect();
        sides.sort_by(|one, other| one.sites.first().cmp(&other.sites.first()));
        sides
    }
}

/// The last part of a dotted name.
fn leaf(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, leaf)| leaf)
}

/// Whether a place is a parameter's.
#[must_use]
pub fn is_parameter(place: &str) -> bool {
    matches!(place, "header" | "path" | "query" | "cookie")
}

/// Whether a place is the body of an error.
#[must_use]
pub fn is_error(place: &str) -> bool {
    place.starts_with(['4', '5']) || place.starts_with("error")
}

/// Whether a statement is about a named field or parameter.
fn is_named(statement: &Statement) -> bool {
    let claim = &statement.claim;
    !claim.name.is_empty() && !matches!(&*claim.place, "page" | "operation" | "server" | "security")
}

/// By site, the first statement that a reading decides, and the place of the reading in
/// [`Readings::all`].
type Decided = BTreeMap<Site, (usize, usize)>;

/// Where readings change what a page says, or the words for it.
fn decided(statements: &[&Statement]) -> Decided {
    let mut decided = Decided::new();
    for (number, one) in statements.iter().enumerate() {
        let changed = match &one.becomes {
            Some(claim) => claim.value != one.claim.value,
            None => true,
        };
        let counts = changed || one.claim.aspect == Aspect::Description;
        if let (Some(index), true) = (one.decided.first(), counts)
            && one.claim.aspect != Aspect::Unread
        {
            decided.entry(Site::of(one)).or_insert((number, *index));
        }
    }
    decided
}

/// Every contradiction between and within pages, the gravest sorts first; what a person noted as
/// well is there as noted.
pub(crate) fn contradictions(statements: &[&Statement], readings: &Readings) -> Vec<Contradiction> {
    let noted = noted::noted(statements, readings);
    let sites: Vec<BTreeSet<&Site>> = noted.iter().map(|one| one.sites().collect()).collect();
    let mut found = typed::typed_differently(statements);
    found.extend(fit::unfit(statements));
    found.extend(errors::error_details(statements));
    found.extend(lookup::lookups(statements));
    found.extend(wording::shared(statements));
    found.extend(wording::reworded(statements));
    found.retain(|one| {
        let same = |other: &Contradiction| one.is_part_of(other) && other.is_part_of(one);
        // A person says what differs in the words, which is more than that they differ.
        let worded = matches!(one.rule, Rule::SharedWording | Rule::Reworded);
        let covers = |sites: &BTreeSet<&Site>| one.sites().all(|site| sites.contains(site));
        !(noted.iter().any(same) || worded && sites.iter().any(covers))
    });
    let decided = decided(statements);
    for one in &mut found {
        one.say_document(&decided, readings);
    }
    found.extend(noted);
    found.sort();
    found.dedup();
    found
}
