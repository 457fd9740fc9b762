//! What did you decide yourselves?

use review::words::count;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Review;
use super::markdown::cell;
use super::outcome::outcome;
use review::Basis;
use review::Reading;
use review::reading::Kind;
use review::words::listed;

/// The section, and its answer in a sentence.
pub(super) fn section(review: &Review) -> (String, String) {
    let counts = &review.coverage.readings;
    let by_basis = Basis::ALL.into_iter().rev().map(|basis| {
        let number = counts.by_basis.get(basis.as_str()).unwrap_or(&0);
        let ours = match basis {
            Basis::Inferred if *number > 0 => ", which are our judgement alone",
            _ => "",
        };
        format!("{number} {}{ours}", basis.as_str())
    });
    let answer = format!(
        "{} {} recorded: {}.",
        count(counts.total, "decision"),
        if counts.total == 1 { "is" } else { "are" },
        listed(by_basis)
    );
    let mut text = format!(
        "## 3. What did you decide yourselves?\n\n{answer}\n\n\
         Those of basis `inferred` are our judgement alone and come first. \
         `likely` are those that someone else than the vendor shows. \
         `claims` counts the statements of pages that a decision covers.\n\n"
    );
    for kind in Kind::ALL {
        let _ = writeln!(text, "- `{}`: {}.", kind.as_str(), meaning(kind));
    }
    text.push_str(
        "\n| decision | kind | basis | pages | claims | so the document says | reason | evidence |\n\
         | --- | --- | --- | --- | ---: | --- | --- | --- |\n",
    );
    for group in groups(review) {
        text.push_str(&row(review, &group));
    }
    text.push('\n');
    (text, answer)
}

/// The places of readings, the weakest basis first; those of one reason together.
fn groups(review: &Review) -> Vec<Vec<usize>> {
    let all = review.cases.readings.all();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|index| Reverse(all[*index].basis));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for index in order {
        let reading = &all[index];
        let page = reading.page.as_str();
        let (basis, certainty) = (reading.basis, reading.certainty);
        let alike = (
            basis,
            certainty,
            reading.kind.as_str(),
            page,
            reading.reason.trim(),
        );
        let group = *known.entry(alike).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(index);
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
    let covered = group
        .iter()
        .filter_map(|index| review.cases.usage.covered.get(*index));
    let each = |text: &dyn Fn(&Reading) -> String, between: &str| {
        let mut texts: Vec<String> = readings().map(text).collect();
        texts.dedup();
        cell(&texts.join(between))
    };
    format!(
        "| {} | {} | {} | `{}` | {} | {} | {} | {} |\n",
        each(&|reading| format!("`{}`", reading.id()), ", "),
        first.kind.as_str(),
        first.rests_on(),
        cell(first.page.as_str()),
        covered.sum::<usize>(),
        each(&outcome, "; "),
        cell(first.reason.trim()),
        each(&|reading| reading.evidence.trim().to_owned(), " ")
    )
}

const fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Bind => "the page lost what something is, and it is this",
        Kind::Supply => "the document says this although the page does not",
        Kind::Override => "the page says one thing, the document another",
        Kind::Omit => "the page says it, and the document carries it elsewhere or cannot",
    }
}
