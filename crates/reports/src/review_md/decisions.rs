//! What did you decide yourselves?

use review::words::count;
use std::fmt::Write as _;

use super::Review;
use super::markdown::cell;
use crate::readings::order;
use crate::readings::outcome::outcome;
use review::Basis;
use review::Reading;
use review::reading::ReadingKind;
use review::words::listed;

/// The section: how many decisions rest on what, and those that are no more than judgement or likely.
pub(super) fn section(review: &Review) -> String {
    let all = review.cases.readings.all();
    let mut text = format!(
        "## 3. What did you decide yourselves?\n\n\
         {} {} recorded, each with its reason and its evidence in [`readings.csv`](readings.csv) and \
         `spec/readings.toml`. {}.\n\n",
        count(all.len(), "decision"),
        if all.len() == 1 { "is" } else { "are" },
        bases(review),
    );
    for kind in ReadingKind::ALL {
        let number = review.coverage.readings.by_kind.get(kind.as_str());
        let number = number.copied().unwrap_or_default();
        let _ = writeln!(text, "- {number} `{}`: {}.", kind.as_str(), meaning(kind));
    }
    let groups = groups(review);
    if !groups.is_empty() {
        text.push_str(
            "\nThese are our judgement (`inferred`), or rest on a third party (`likely`). \
             `claims` counts the claims of `openapi.json` that they decide or restore a label of.\n\n\
             | decision | basis | claims | so the document says | because |\n\
             | --- | --- | ---: | --- | --- |\n",
        );
    }
    for group in groups {
        text.push_str(&row(review, &group));
    }
    text.push('\n');
    text
}

/// How many decisions rest on what.
fn bases(review: &Review) -> String {
    let counts = &review.coverage.readings;
    let mut by_basis = Basis::ALL.into_iter().map(|basis| {
        let number = counts.by_basis.get(basis.as_str()).unwrap_or(&0);
        (number, ground(basis))
    });
    let first = by_basis.next();
    let first = first.map(|(number, ground)| format!("{number} rest on {ground}"));
    let others = by_basis
        .filter(|(number, _)| **number > 0)
        .map(|(number, ground)| format!("{number} on {ground}"));
    listed(first.into_iter().chain(others))
}

const fn ground(basis: Basis) -> &'static str {
    match basis {
        Basis::SamePage => "another line of the page",
        Basis::OtherPage => "another page",
        Basis::Vendor => "other material of the vendor or about it",
        Basis::Observed => "recorded traffic",
        Basis::Inferred => "our judgement alone",
    }
}

/// The places of readings that are judgement or likely, those that carry the most first; those of
/// one reason together.
fn groups(review: &Review) -> Vec<Vec<usize>> {
    let all = review.cases.readings.all();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for index in order(review.cases, review.weights) {
        let reading = &all[index];
        if reading.basis != Basis::Inferred && reading.certainty.is_none() {
            continue;
        }
        let alike = |group: &&mut Vec<usize>| {
            let other = &all[group[0]];
            (other.rests_on(), other.page.as_str(), other.reason.trim())
                == (
                    reading.rests_on(),
                    reading.page.as_str(),
                    reading.reason.trim(),
                )
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

fn row(review: &Review, group: &[usize]) -> String {
    let readings = || {
        group
            .iter()
            .map(|index| &review.cases.readings.all()[*index])
    };
    let Some(first) = readings().next() else {
        return String::new();
    };
    let claims = group.iter().map(|index| review.weights[*index].claims());
    let each = |text: &dyn Fn(&Reading) -> String, between: &str| {
        let mut texts: Vec<String> = readings().map(text).collect();
        texts.dedup();
        cell(&texts.join(between))
    };
    format!(
        "| {} | {} | {} | {} | {} |\n",
        each(&|reading| format!("`{}`", reading.id()), ", "),
        first.rests_on(),
        claims.sum::<usize>(),
        each(&outcome, "; "),
        cell(first_sentence(&first.reason)),
    )
}

/// The sentence of a reason that says most; the table of readings has all of it.
fn first_sentence(reason: &str) -> &str {
    let reason = reason.trim();
    let end = reason.find(". ").map_or(reason.len(), |end| end + 1);
    &reason[..end]
}

const fn meaning(kind: ReadingKind) -> &'static str {
    match kind {
        ReadingKind::Bind => "the page lost what something is, and it is this",
        ReadingKind::Supply => "the document says this although the page does not",
        ReadingKind::Override => "the page says one thing, the document another",
        ReadingKind::Omit => "the page says it, and the document carries it elsewhere or cannot",
    }
}
