//! The name on a licence, in the forms that the versions of the standard have.

use super::Flaw;
use super::elements::Elements;

/// A name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) first: String,
    pub(super) middle: Option<String>,
    pub(super) last: String,
}

/// Reads the name; what is missing becomes a flaw.
///
/// Truncation is only judged for itself: `T` says that a name is longer than the card tells, which no field of the answer could say.
pub(super) fn read(elements: &Elements, flaws: &mut Vec<Flaw>) -> Option<Name> {
    for id in ["DDE", "DDF", "DDG"] {
        let flag = elements.value(id);
        if flag.is_some_and(|flag| !["T", "N", "U"].contains(&flag)) {
            flaws.push(Flaw::of(id, "T, N or U"));
        }
    }
    let whole = elements.value("DAA").map(whole);
    let last = elements.value("DCS").or_else(|| elements.value("DAB"));
    let last = last.map(str::to_owned);
    let last = last.or_else(|| whole.as_ref().map(|name| name.last.clone()));
    if last.is_none() {
        flaws.push(Flaw::of("DCS", "a family name"));
    }
    let given = given(elements).or_else(|| whole.and_then(|name| Some((name.first?, name.middle))));
    if given.is_none() {
        flaws.push(Flaw::of("DAC", "a first name"));
    }
    let (first, middle) = given?;
    Some(Name {
        first,
        middle,
        last: last?,
    })
}

/// First and middle names: `DAC` and `DAD`, or `DCT` that has them all.
fn given(elements: &Elements) -> Option<(String, Option<String>)> {
    if let Some(first) = elements.value("DAC") {
        return Some((first.to_owned(), elements.value("DAD").map(spaced)));
    }
    // Version 02 separates given names with spaces, version 03 with commas.
    let mut names = elements.value("DCT")?.splitn(2, [' ', ',']);
    let first = names.next()?.to_owned();
    Some((first, names.next().and_then(some)))
}

/// A whole name of version 01.
struct Whole {
    last: String,
    first: Option<String>,
    middle: Option<String>,
}

/// The parts of `LAST,FIRST,MIDDLE,SUFFIX`.
fn whole(text: &str) -> Whole {
    let mut parts = text.split(',');
    let last = parts.next().unwrap_or_default().trim().to_owned();
    let mut next = || parts.next().and_then(some);
    Whole {
        last,
        first: next(),
        middle: next(),
    }
}

fn some(text: &str) -> Option<String> {
    Some(spaced(text)).filter(|text| !text.is_empty())
}

/// The names of a list with a space between two, whatever separated them.
fn spaced(text: &str) -> String {
    let names = text.split([' ', ',']).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(" ")
}
