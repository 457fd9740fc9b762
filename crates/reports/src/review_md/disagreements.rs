//! What do the sources contradict?

use review::words::count;
use review::{Case, Cases, Contradiction};
use std::fmt::Write as _;

use super::Review;
use super::markdown::{self, cell};
use review::Statement;
use review::contradictions::{Rule, Site};
use review::reading::Breaks;
use review::words::distinct;

/// How a misspelt name was found that a person saw.
pub(super) const READ: &str = "reading it";

/// The section: what changes code, and names that are misspelt.
pub(super) fn section(review: &Review) -> String {
    let all = review.contradictions;
    let misspelt = misspelt(review.cases, all);
    let noted = all.iter().filter(|one| one.rule == Rule::Noted).count();
    let mut text = format!(
        "## 4. What do the sources contradict?\n\n\
         {}, by what breaks in code that follows the wrong side, the worst sort first. Each says what \
         the document has, and by which decision, if one was needed. \
         [`contradictions.csv`](contradictions.csv) has them all, with every line and operation. \
         {noted} were found by a person and are noted in `spec/readings.toml`; the others are computed \
         from the statements of the pages.\n\n",
        count(all.len(), "contradiction"),
    );
    for breaks in Breaks::ALL {
        let mut sort = all.iter().filter(|one| one.breaks == breaks).peekable();
        if sort.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "### {}\n", heading(breaks));
        if breaks == Breaks::Words {
            let _ = writeln!(
                text,
                "{}: two wordings of one thing, or one wording of two. The table has them.\n",
                count(sort.count(), "contradiction")
            );
            continue;
        }
        for contradiction in sort {
            text.push_str(&markdown::contradiction(contradiction));
        }
        text.push('\n');
    }
    text.push_str("### Misspelt names\n\n");
    if misspelt.is_empty() {
        text.push_str("None.\n\n");
    } else {
        text.push_str(
            "The document keeps them: a service knows its fields and lookups by these names.\n\n\
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
    text
}

/// What breaks, as a heading.
const fn heading(breaks: Breaks) -> &'static str {
    match breaks {
        Breaks::Calls => "What breaks calls: methods, addresses, parameters, credentials",
        Breaks::Shapes => "What breaks messages: names, types, what is in them",
        Breaks::Values => "What breaks values: which are valid, in which format, and when",
        Breaks::Words => "What differs in words only",
    }
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
pub(super) fn misspelt(cases: &Cases, contradictions: &[Contradiction]) -> Vec<Misspelt> {
    let mut found = Vec::new();
    for misspelling in cases.readings.misspellings() {
        let has_it = |statement: &&Statement| {
            let mut parts = statement.claim.name.split('.');
            parts.next_back() == Some(misspelling.name())
                && statement.claim.aspect == claims::Aspect::Listed
        };
        let sites = cases.pages.iter().flat_map(Case::statements);
        found.push(Misspelt {
            name: misspelling.name().to_owned(),
            meant: misspelling.meant.clone(),
            by: READ,
            sites: sites.filter(has_it).map(Site::of).collect(),
        });
    }
    let noted = cases.readings.misspellings().iter();
    let noted = distinct(noted.map(review::reading::Misspelling::name));
    for contradiction in contradictions {
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
