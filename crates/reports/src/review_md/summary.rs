//! What one has to know before relying on the document, in ten lines.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use review::reading::{Breaks, Certainty};
use review::words::{count, listed};
use review::{Basis, Reading, Support};

use super::markdown::{self, cell};
use super::{Review, disagreements, notes, presence};
use crate::coverage::PageCoverage;
use crate::readings::order;
use crate::readings::outcome::outcome;

/// How many decisions of a sort are named.
const NAMED: usize = 4;

/// How many contradictions are named.
const FIRST: usize = 2;

pub(super) fn section(review: &Review) -> String {
    let points = [
        Some(whose(review)),
        Some(presence::answer(review)),
        Some(claims(review)),
        labels(review),
        heaviest(review, Basis::Inferred, "our own judgement"),
        likely(review),
        gaps(review),
        conflicts(review),
        misspelt(review),
        questions(review),
    ];
    let points: Vec<String> = points.into_iter().flatten().collect();
    let mut text = String::from("## What you must know before you rely on this\n\n");
    for (number, point) in (1..).zip(points) {
        let _ = writeln!(text, "{number}. {point}");
    }
    text.push_str(
        "\nWhat is long is in tables, to filter in a spreadsheet: \
         [`traceability.csv`](traceability.csv) has every claim, \
         [`readings.csv`](readings.csv) every decision with reason, evidence and what is wrong if it \
         is, [`contradictions.csv`](contradictions.csv) every contradiction with all its lines. \
         Line numbers are those of the captured text.\n\n",
    );
    text
}

fn whose(review: &Review) -> String {
    let pages = &review.cases.pages;
    let vendors: BTreeSet<&str> = pages.iter().map(|case| case.vendor).collect();
    format!(
        "This describes {} of {} as captured. No vendor has published or endorsed it.",
        count(pages.len(), "page"),
        count(vendors.len(), "vendor")
    )
}

/// What the claims rest on, facts apart from descriptions.
fn claims(review: &Review) -> String {
    let all = &review.coverage.consolidated;
    let by = |support: Support| all.by_basis.get(support.as_str()).copied();
    let by = |support| by(support).unwrap_or_default();
    let (documented, described) = (by(Support::Documented), by(Support::Described));
    format!(
        "The document makes {}. A line of a page states {documented} of them as a fact. {described} \
         are descriptions: the page describes the element, the words are ours. {} rest on a recorded \
         decision.",
        count(all.claims, "claim"),
        all.claims - documented - described
    )
}

/// Which captures lost what their lines are about.
fn labels(review: &Review) -> Option<String> {
    let lost = review.coverage.pages.iter().filter_map(|page| {
        let PageCoverage { page, claims, .. } = page;
        let placed: usize = claims.placed.values().sum();
        let stated = claims.documented + claims.described;
        (placed > 0).then(|| format!("{placed} of {stated} statements of {page}"))
    });
    let lost: Vec<String> = lost.collect();
    (!lost.is_empty()).then(|| {
        format!(
            "Captures lost labels: columns of names, headings of tables, statuses. Decisions restore \
             the labels of {}.",
            listed(lost)
        )
    })
}

/// What rests on judgement, the decisions with the most claims first.
fn heaviest(review: &Review, basis: Basis, what: &str) -> Option<String> {
    let claims = review.coverage.consolidated.by_basis.get(basis.as_str());
    let is_one = |reading: &Reading| reading.basis == basis;
    let named = named(review, is_one)?;
    Some(format!(
        "{} are {what}, marked `x-inferred`, except on descriptions. These decisions carry the most: {named}.",
        count(claims.copied().unwrap_or_default(), "claim")
    ))
}

/// What rests on a third party.
fn likely(review: &Review) -> Option<String> {
    let claims: usize = review.coverage.consolidated.likely.values().sum();
    let named = named(review, |it| it.certainty == Some(Certainty::Likely))?;
    Some(format!(
        "{} are only likely: they rest on a third party, at least in part. `x-likely` marks them. \
         These decisions carry the most: {named}.",
        count(claims, "claim")
    ))
}

/// The first decisions of a sort, with what the document says by them and how much rests on each.
fn named(review: &Review, is_one: impl Fn(&Reading) -> bool) -> Option<String> {
    let all = review.cases.readings.all();
    let mut indices = order(review.cases, review.weights);
    indices.retain(|index| is_one(&all[*index]));
    indices.sort_by_key(|index| Reverse(review.weights[*index].decides()));
    let weigh = |index: &usize| {
        let (reading, weight) = (&all[*index], &review.weights[*index]);
        format!(
            "`{}` ({}): {}",
            reading.id(),
            weight.decides(),
            outcome(reading)
        )
    };
    let named: Vec<String> = indices.iter().take(NAMED).map(weigh).collect();
    (!named.is_empty()).then(|| named.join("; "))
}

fn gaps(review: &Review) -> Option<String> {
    let missing = presence::not_captured(review);
    (!missing.is_empty())
        .then(|| format!("Not captured, so not in the document: {}.", listed(missing)))
}

fn conflicts(review: &Review) -> Option<String> {
    let all = review.contradictions;
    if all.is_empty() {
        return None;
    }
    let code = all.iter().filter(|one| one.breaks != Breaks::Words);
    let code: Vec<&str> = code.map(|one| one.problem.as_str()).collect();
    let first = match code.as_slice() {
        [] => String::new(),
        code => format!(" The first: {}.", code[..code.len().min(FIRST)].join("; ")),
    };
    Some(format!(
        "{} of {} change code, not only words: read [section 4](#4-what-do-the-sources-contradict) \
         before you write any.{first}",
        code.len(),
        count(all.len(), "contradiction")
    ))
}

fn misspelt(review: &Review) -> Option<String> {
    let names = disagreements::misspelt(review.cases, review.contradictions);
    let names: Vec<String> = names
        .iter()
        .filter(|one| one.by == disagreements::READ)
        .map(|one| format!("`{}`", cell(&one.name)))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "Misspelt names stay as the pages spell them, because a service knows its fields by \
             them: {}.",
            listed(names)
        )
    })
}

fn questions(review: &Review) -> Option<String> {
    let letters = notes::letters(review.cases, review.contradictions);
    let letters: Vec<String> = letters
        .iter()
        .map(|letter| {
            format!(
                "{} to [{}](questions/{}.md)",
                letter.questions,
                markdown::cell(&letter.titles),
                letter.vendor
            )
        })
        .collect();
    (!letters.is_empty()).then(|| format!("Questions are ready to send: {}.", listed(letters)))
}
