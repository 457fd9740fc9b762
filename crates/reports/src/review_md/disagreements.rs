//! What do the sources contradict?

use review::Case;
use review::words::count;
use std::fmt::Write as _;

use super::Review;
use super::markdown::{self, cell};
use review::Statement;
use review::contradictions::Site;
use review::words::distinct;

/// The section, and its answer in a sentence.
pub(super) fn section(review: &Review) -> (String, String) {
    let (other, pages): (Vec<_>, Vec<_>) = review
        .contradictions
        .iter()
        .partition(|contradiction| contradiction.has_other_source());
    let (between, within): (Vec<_>, Vec<_>) = pages
        .into_iter()
        .partition(|contradiction| contradiction.is_between_pages());
    let misspelt = misspelt(review);
    let answer = format!(
        "{} between pages, {} within a page and {} with other material; {} misspelt.",
        count(between.len(), "contradiction"),
        within.len(),
        other.len(),
        if misspelt.len() == 1 {
            "1 name is".to_owned()
        } else {
            format!("{} names are", misspelt.len())
        }
    );
    let mut text = format!(
        "## 4. What do the sources contradict?\n\n{answer}\n\n\
         Computed from the statements of the pages, or noted in `spec/readings.toml` where only a \
         person can tell; the document keeps what each page says, unless a decision above says \
         otherwise. \
         Wordings stay on the pages: here they are told apart, and the column `digest` of \
         `spec/claims/` has their fingerprints. \
         Of many lines the first is given; `traceability.csv` has all.\n\n"
    );
    for (heading, found) in [
        ("Between pages", between),
        ("Within a page", within),
        ("With other material", other),
    ] {
        let _ = write!(text, "### {heading}\n\n");
        if found.is_empty() {
            text.push_str("None.\n");
        }
        for contradiction in found {
            text.push_str(&markdown::contradiction(contradiction));
        }
        text.push('\n');
    }
    text.push_str("### Misspelt names\n\n");
    if misspelt.is_empty() {
        text.push_str("None.\n\n");
    } else {
        text.push_str(
            "The document keeps them: a service knows its fields by these names.\n\n\
             | name | probably meant | found by | where |\n| --- | --- | --- | --- |\n",
        );
        for row in misspelt {
            let _ = writeln!(
                text,
                "| `{}` | `{}` | {} | {} |",
                cell(&row.name),
                cell(&row.meant),
                row.by,
                cell(&markdown::places(&row.sites))
            );
        }
        text.push('\n');
    }
    (text, answer)
}

/// A name that is not spelt as it was meant.
pub(super) struct Misspelt {
    pub(super) name: String,
    pub(super) meant: String,
    pub(super) by: &'static str,
    pub(super) sites: Vec<Site>,
}

/// Those that people noted, then those that only a lookup shows; which of its two spellings is
/// the wrong one nobody knows.
pub(super) fn misspelt(review: &Review) -> Vec<Misspelt> {
    let mut found = Vec::new();
    for misspelling in review.cases.readings.misspellings() {
        let has_it = |statement: &&Statement| {
            let mut parts = statement.claim.name.split('.');
            parts.next_back() == Some(misspelling.name())
                && statement.claim.aspect == claims::Aspect::Listed
        };
        let sites = review.cases.pages.iter().flat_map(Case::statements);
        found.push(Misspelt {
            name: misspelling.name().to_owned(),
            meant: misspelling.meant.clone(),
            by: "reading it",
            sites: sites.filter(has_it).map(Site::of).collect(),
        });
    }
    let noted = distinct(
        review
            .cases
            .readings
            .misspellings()
            .iter()
            .map(review::reading::Misspelling::name),
    );
    for contradiction in review.contradictions {
        let Some(spelling) = &contradiction.spelling else {
            continue;
        };
        let [name, meant] = if noted.contains(&spelling.field.as_str()) {
            continue;
        } else {
            [&spelling.code, &spelling.field]
        };
        found.push(Misspelt {
            name: name.clone(),
            meant: meant.clone(),
            by: "comparing lookup code and field",
            sites: contradiction.sites().cloned().collect(),
        });
    }
    found
}
