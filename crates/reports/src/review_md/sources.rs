//! Where does each statement come from?

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use claims::Claim;

use super::Review;
use super::example::example;
use review::Backing;
use review::Evidence;
use review::Support;
use review::words::listed;

/// The section.
pub(super) fn section(review: &Review) -> String {
    let consolidated = &review.coverage.consolidated;
    let by = |support: Support| consolidated.by_basis.get(support.as_str()).copied();
    let mut text = String::from(
        "## 2. Where does each statement come from?\n\n\
         [`traceability.csv`](traceability.csv) answers for every claim of `openapi.json`. \
         `lines` has the lines of the page that state it. Where a decision supplies it, `lines` is \
         empty, `readings` names the decision, and `about-lines` the line that it is about.\n\n\
         | basis | claims | rows in `traceability.csv` | what it means |\n| --- | ---: | ---: | --- |\n",
    );
    let rows = rows(review);
    for support in Support::ALL {
        let basis = support.as_str();
        let claims = by(support).unwrap_or_default();
        let rows = rows.get(&support);
        let [sure, likely] = rows.copied().unwrap_or_default();
        if support == Support::Unsupported && claims == 0 {
            continue;
        }
        let only_likely = consolidated.likely.get(basis).copied().unwrap_or_default();
        let _ = writeln!(
            text,
            "| `{basis}` | {} | {sure} | {} |",
            claims - only_likely,
            meaning(support)
        );
        if likely > 0 {
            let _ = writeln!(
                text,
                "| `{basis}` (likely) | {only_likely} | {likely} | as above, but shown by others, such as client code that called the service |"
            );
        }
    }
    text.push_str(
        "\nA claim with several sources counts once, by its strongest source, and has a row for \
         each. The last rows are statements that a decision leaves out.\n\n",
    );
    text.push_str(&placements(review));
    let _ = write!(
        text,
        "Filter the column `basis`, or `pointer` for a place in `openapi.json`, in a spreadsheet or \
         on a command line:\n\n\
         ```sh\n{}```\n\n",
        commands(review)
    );
    if let Some(example) = example(review) {
        text.push_str(&example);
    }
    text
}

/// By what each rests on, the rows that are sure and those that are only likely.
fn rows(review: &Review) -> BTreeMap<Support, [usize; 2]> {
    let mut rows: BTreeMap<Support, [usize; 2]> = BTreeMap::new();
    let mut add = |claim: &Claim, evidence: &[Evidence]| {
        let by = evidence.iter().map(|one| (&*one.page, &*one.readings, one));
        let mut seen = BTreeSet::new();
        for (page, readings, one) in by {
            if seen.insert((page, readings)) {
                let backing = Backing::of(one, claim, review.cases.readings);
                let counts = rows.entry(backing.support).or_default();
                counts[usize::from(backing.certainty.is_some())] += 1;
            }
        }
        if seen.is_empty() {
            rows.entry(Support::Unsupported).or_default()[0] += 1;
        }
    };
    for made in &review.cases.consolidated.claims {
        let evidence = review.cases.consolidated.evidence(&made.claim);
        add(&made.claim, evidence);
    }
    for (claim, evidence) in &review.cases.consolidated.expected.omitted {
        add(claim, evidence);
    }
    rows
}

/// How many documented claims a decision places, and what that means.
fn placements(review: &Review) -> String {
    let placed = &review.coverage.consolidated.placed;
    let by_basis = review::Basis::ALL.map(review::Basis::as_str);
    let by_basis: Vec<String> = by_basis
        .into_iter()
        .filter_map(|basis| Some((placed.get(basis).filter(|number| **number > 0)?, basis)))
        .map(|(number, basis)| format!("{number} `{basis}`"))
        .collect();
    if by_basis.is_empty() {
        return String::new();
    }
    format!(
        "Where a capture lost which operation, place or name a line is about, `placed-by` names the \
         decision that restores it, and `placed-basis` what that rests on: {}. The line still states \
         the rest. If the lost label is all that there is, such as the name of a field, the claim \
         counts as decided.\n\n",
        listed(by_basis)
    )
}

/// What to type, each command with what it finds; only such as find something.
fn commands(review: &Review) -> String {
    let file = "spec/reports/traceability.csv";
    let mut commands = Vec::new();
    let rows = rows(review);
    let of_inferred = Support::Reading(review::Basis::Inferred);
    if rows.contains_key(&of_inferred) {
        // With the six columns after it: the column `placed-basis` has the word as well.
        commands.push((
            ",inferred,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*$".to_owned(),
            "what is our judgement, with its marks",
        ));
    }
    if rows.values().any(|[_, likely]| *likely > 0) {
        commands.push((",likely,".to_owned(), "what is only likely"));
    }
    let pointers = review
        .cases
        .consolidated
        .claims
        .iter()
        .map(|made| made.pointer.to_string());
    let schema = pointers
        .filter(|pointer| pointer.starts_with("/components/schemas/"))
        .min();
    if let Some(schema) = schema {
        let schema: Vec<&str> = schema.split('/').take(4).collect();
        commands.push((format!("^{}/", schema.join("/")), "all about one type"));
    }
    let command =
        |(pattern, finds): (String, &str)| format!("grep '{pattern}' {file}   # {finds}\n");
    commands.into_iter().map(command).collect()
}

const fn meaning(support: Support) -> &'static str {
    use review::Basis::{Inferred, Observed, OtherPage, SamePage, Vendor};
    match support {
        Support::Documented => {
            "a line of a page states this, as a keyword or in words that mean just that"
        }
        Support::Described => "a line of a page describes it; the words are ours",
        Support::Reading(SamePage) => "another line of the same page shows it",
        Support::Reading(OtherPage) => {
            "another of the pages shows it; what that page says of the same operation is documented there"
        }
        Support::Reading(Vendor) => "the vendor's own public material says it",
        Support::Reading(Observed) => "recorded traffic shows it",
        Support::Reading(Inferred) => {
            "our judgement; the document marks it with `x-inferred`, except on descriptions, which are our words anyway"
        }
        Support::Unsupported => "nothing: each is a finding",
    }
}
