//! Handles of what pages lost (`table 2`, `definition 4`, `#5`), numbered alike in every capture.
//!
//! A reader numbers what has no name by where it stands. If one goes, all that follow would take
//! the number of another one, and the readings would say the wrong thing of them. So handles are
//! told apart by what is said of them first, and only then by their order. Of the one in which a
//! capture ends too little is said: it is the next in order.

mod pair;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, PageClaim, PageClaims};

use pair::pairs;

/// The part of a claim that a handle stands for, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Operation,
    Place,
    Name,
}

impl Part {
    const ALL: [Self; 3] = [Self::Operation, Self::Place, Self::Name];

    fn of(self, claim: &Claim) -> &Arc<str> {
        match self {
            Self::Operation => &claim.operation,
            Self::Place => &claim.place,
            Self::Name => &claim.name,
        }
    }

    /// What comes before the number of a handle of this part.
    fn prefixes(self) -> &'static [&'static str] {
        match self {
            Self::Operation => &["table "],
            Self::Place => &["definition ", "error table "],
            Self::Name => &["#"],
        }
    }

    /// The handle that a claim has here: prefix, number, and what follows a dot.
    ///
    /// What a page itself calls `#+5`, `#05` or by more than any page numbers is none.
    fn handle(self, claim: &Claim) -> Option<(&'static str, u32, &str)> {
        /// No page has as many lines.
        const MOST: u32 = 999_999_999;
        let text = self.of(claim);
        self.prefixes().iter().find_map(|prefix| {
            let rest = text.strip_prefix(prefix)?;
            let (digits, rest) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
            let number: u32 = digits.parse().ok()?;
            let counted = number <= MOST && number.to_string() == digits;
            counted.then_some((*prefix, number, rest))
        })
    }
}

/// Whether a claim is about something whose operation, place or name the page lost.
pub(super) fn is_lost(claim: &Claim) -> bool {
    Part::ALL.iter().any(|part| part.handle(claim).is_some())
}

/// Handles that are numbered together: those of one prefix in one operation and place.
type Family = (&'static str, Arc<str>, Arc<str>);

/// All that is said of a handle, each as one text.
type Facts = BTreeSet<String>;

/// A handle and what each capture says of it.
#[derive(Debug)]
struct Handle {
    number: u32,
    said: Vec<Facts>,
}

/// The handles of the captures so far.
#[derive(Debug, Default)]
pub(super) struct Handles(BTreeMap<Family, Vec<Handle>>);

impl Handles {
    /// The same page with each handle numbered as in the captures so far; one that is none of
    /// theirs gets a number that none has.
    pub(super) fn number(&mut self, page: &PageClaims) -> PageClaims {
        let mut page = page.clone();
        let mut claims = page.claims.iter().map(|stated| &stated.claim);
        let mut end = claims.find(|claim| claim.aspect == Aspect::Cut).cloned();
        for part in Part::ALL {
            let last = end
                .as_ref()
                .and_then(|end| part.handle(end).map(|it| (it.1, family(part, it.0, end))));
            let mut families: BTreeMap<Family, BTreeMap<u32, Facts>> = BTreeMap::new();
            for stated in &page.claims {
                if let Some((prefix, number, rest)) = part.handle(&stated.claim) {
                    let family = families.entry(family(part, prefix, &stated.claim));
                    let facts = family.or_default().entry(number).or_default();
                    facts.extend(fact(part, stated, rest));
                }
            }
            let numbers: BTreeMap<Family, BTreeMap<u32, u32>> = families
                .into_iter()
                .map(|(family, found)| {
                    let last = last.as_ref().filter(|(_, of)| *of == family);
                    let numbers = self.learn(family.clone(), found, last.map(|it| it.0));
                    (family, numbers)
                })
                .collect();
            let stated = page.claims.iter_mut().map(|stated| &mut stated.claim);
            for claim in stated.chain(end.as_mut()) {
                let Some((prefix, number, rest)) = part.handle(claim) else {
                    continue;
                };
                let numbers = &numbers[&family(part, prefix, claim)];
                let called: Arc<str> = format!("{prefix}{}{rest}", numbers[&number]).into();
                match part {
                    Part::Operation => claim.operation = called,
                    Part::Place => claim.place = called,
                    Part::Name => claim.name = called,
                }
            }
        }
        page
    }

    /// The number that each handle of a family has from now on; the capture may end in the last.
    fn learn(
        &mut self,
        family: Family,
        found: BTreeMap<u32, Facts>,
        last: Option<u32>,
    ) -> BTreeMap<u32, u32> {
        let known = self.0.entry(family).or_default();
        let (own, facts): (Vec<u32>, Vec<Facts>) = found.into_iter().unzip();
        let is_cut = last.is_some() && last == own.last().copied();
        let pairs = pairs(known, &own, &facts, is_cut);
        let numbers = known.iter().map(|handle| handle.number);
        let mut next = 1 + numbers.chain(own.iter().copied()).max().unwrap_or(0);
        let first = known.is_empty();
        let mut called = BTreeMap::new();
        let mut new = Vec::new();
        for ((own, facts), pair) in own.into_iter().zip(facts).zip(pairs) {
            let number = if let Some(at) = pair {
                known[at].said.push(facts);
                known[at].number
            } else {
                let number = if first { own } else { next };
                next += u32::from(!first);
                let said = vec![facts];
                new.push(Handle { number, said });
                number
            };
            called.insert(own, number);
        }
        known.extend(new);
        called
    }
}

fn family(part: Part, prefix: &'static str, claim: &Claim) -> Family {
    let operation = match part {
        Part::Operation => "".into(),
        Part::Place | Part::Name => Arc::clone(&claim.operation),
    };
    let place = match part {
        Part::Operation | Part::Place => "".into(),
        Part::Name => Arc::clone(&claim.place),
    };
    (prefix, operation, place)
}

/// What a claim says of its handle; nothing if it says that it is there, as of every other.
fn fact(part: Part, stated: &PageClaim, rest: &str) -> Option<String> {
    let PageClaim { claim, digest, .. } = stated;
    let (place, name) = match part {
        Part::Operation => (&*claim.place, &*claim.name),
        Part::Place => ("", &*claim.name),
        Part::Name => ("", rest),
    };
    let value = digest.as_ref().map_or(&*claim.value, |it| it.as_str());
    let nothing = name.is_empty() && matches!(claim.aspect, Aspect::Listed | Aspect::Documented);
    (!nothing).then(|| [place, name, claim.aspect.as_str(), value].join("\n"))
}
