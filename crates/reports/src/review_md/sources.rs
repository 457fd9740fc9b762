//! Where does each statement come from?

use review::words::count;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use claims::{Aspect, Claim, Pointer};

use super::Review;
use super::markdown::{cell, short};
use review::Backing;
use review::Evidence;
use review::Support;
use review::words::listed;

/// The section, and its answer in a sentence.
pub(super) fn section(review: &Review) -> (String, String) {
    let consolidated = &review.coverage.consolidated;
    let by = |support: Support| consolidated.by_basis.get(support.as_str()).copied();
    let documented = by(Support::Documented).unwrap_or_default();
    let placed: usize = consolidated.placed.values().sum();
    let restored = match placed {
        0 => String::new(),
        placed => format!(
            "; for {placed} of those, the capture lost what the line is about, and a decision restored it"
        ),
    };
    let answer = format!(
        "The document makes {}. {documented} are stated by a line of a page{restored}. The other {} rest on a recorded decision. `traceability.csv` gives the page and the line of each.",
        count(consolidated.claims, "distinct claim"),
        consolidated.claims - documented
    );
    let mut text = format!(
        "## 2. Where does each statement come from?\n\n{answer}\n\n\
         | basis | claims | rows in `traceability.csv` | what it means |\n| --- | ---: | ---: | --- |\n"
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
         each. The rows include what a decision leaves out.\n\n",
    );
    text.push_str(&placements(review));
    let _ = write!(
        text,
        "To see them, open `spec/reports/traceability.csv` in a spreadsheet and filter the column \
         `basis`, or the column `pointer` for a place in `openapi.json`. \
         On a command line:\n\n\
         ```sh\n{}```\n\n",
        commands(review)
    );
    if let Some(example) = example(review) {
        text.push_str(&example);
    }
    (text, answer)
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
        "A capture may lose which operation, place or name a line is about. \
         If a decision restores that and the line says the rest, the claim is `documented`. \
         The columns `placed-by` and `placed-basis` name the decision and what it rests on: {}. \
         Where the capture lost the name, status or operation itself, its presence in the \
         document rests on the decision.\n\n",
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
        // With the empty column `certainty` after it: the column `placed-basis` has the word as well.
        commands.push((",inferred,,".to_owned(), "what is our judgement"));
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
    use review::Basis::{Inferred, OtherPage, SamePage, Vendor};
    match support {
        Support::Documented => "a line of a page says exactly this",
        Support::Described => "a line of a page describes it; the words are ours",
        Support::Reading(SamePage) => "another line of the same page shows it",
        Support::Reading(OtherPage) => {
            "another of the pages shows it; what that page says of the same operation is documented there"
        }
        Support::Reading(Vendor) => "the vendor's own public material says it",
        Support::Reading(Inferred) => {
            "our judgement; the document marks it with `x-inferred`, except on descriptions, which are our words anyway"
        }
        Support::Unsupported => "nothing: each is a finding",
    }
}

/// One claim followed to its line: the first type with one row, for which a reading was needed.
fn example(review: &Review) -> Option<String> {
    let rows_at = |pointer: &Pointer| {
        let rows = review
            .cases
            .consolidated
            .claims
            .iter()
            .filter(|made| made.pointer == *pointer);
        rows.count()
    };
    let mut candidates = review.cases.consolidated.claims.iter().filter_map(|made| {
        let evidence = review.cases.consolidated.expected.claims.get(&made.claim)?;
        let read = matches!(
            Backing::strongest(evidence, &made.claim, review.cases.readings).support,
            Support::Reading(_)
        );
        let is_type = made.claim.aspect == Aspect::Type;
        let one = is_type && read && evidence.len() == 1 && rows_at(&made.pointer) == 1;
        one.then_some((made, evidence))
    });
    let (made, evidence) = candidates.next()?;
    let first = evidence.first()?;
    let (deciding, _) = review.cases.readings.parted(&first.readings, &made.claim);
    let reading = &review.cases.readings.all()[*deciding.last()?];
    let lines = evidence
        .iter()
        .filter(|other| other.page == first.page)
        .map(|other| other.line);
    Some(format!(
        "An example: `openapi.json` has the type `{}` at `{}`. \
         The row of that pointer in `traceability.csv` leads to {} line {} and to the reading `{}` \
         of basis `{}`. \
         The rows of that line in `spec/claims/{}.csv` are what the page says; the reading, in \
         `spec/readings.toml` and in the table below, says why the document says more: {}\n\n",
        cell(&made.claim.value),
        made.pointer,
        first.page,
        short(lines),
        reading.id(),
        reading.basis.as_str(),
        first.page,
        reading.reason.trim()
    ))
}
