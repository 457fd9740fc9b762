//! What a query that finds nothing, or too much, may have meant.

use serde_json::Value;

use super::names::named;
use super::resolve::outwards;
use crate::case::Reviewed;

/// From which likeness on a name is worth showing (1 is the same name).
const WORTH: f64 = 0.5;

/// How many names are shown.
const MOST: usize = 5;

/// How much of such a query is shown.
const SHOWN: usize = 60;

/// Nobody mistypes a name to more letters: a longer query is like none, and shown in part.
const LONGEST: usize = 1_000;

/// A query that is not answered: nothing in the document is called so, several things are, or what
/// is says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct Unknown {
    /// What was expected and what was found.
    pub problem: String,
    /// The closest names, the closest first.
    pub closest: Vec<String>,
    /// The names of what it may mean, in the order of the document.
    pub matches: Vec<String>,
    /// Whether it is there, as a label of ours that states nothing about the API.
    pub label: bool,
    /// Where to look instead, if no name is close.
    pub hint: Option<String>,
}

impl Unknown {
    /// What to say, each with the word that opens the line; the first is the problem.
    #[must_use]
    pub fn told(&self) -> Vec<(&'static str, &str)> {
        let word = match self {
            Self { label: true, .. } => "Label",
            Self { matches, .. } if !matches.is_empty() => "Ambiguous",
            _ => "Unknown",
        };
        let mut told = vec![(word, &*self.problem)];
        told.extend(self.matches.iter().map(|name| ("called so", &**name)));
        told.extend(self.closest.iter().map(|name| ("close to it", &**name)));
        told.extend(self.hint.iter().map(|hint| ("hint", &**hint)));
        told
    }

    /// What is asked for is there and makes no claim.
    pub(super) fn label(query: &str, why: &str) -> Self {
        let problem =
            format!("`{query}` is a label of ours, which states nothing about the API: {why}");
        Self {
            problem,
            label: true,
            ..Self::default()
        }
    }

    /// Several things are called so.
    pub(super) fn ambiguous(query: &str, matches: Vec<String>) -> Self {
        let count = matches.len();
        let problem =
            format!("expected one element, but found {count} that are called `{query}` instead");
        Self {
            problem,
            matches,
            ..Self::default()
        }
    }

    /// Nothing is called so.
    pub(super) fn of(reviewed: &Reviewed, query: &str) -> Self {
        let mut found = closest(reviewed, query);
        // Who asks for an operation sees which there are.
        let by_method = query.contains(" /");
        found.retain(|(alike, name)| *alike >= WORTH || (by_method && is_operation(name)));
        // Stable: what is equally alike stays in the order of the document.
        found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        found.truncate(MOST);
        let hint = found.is_empty().then(|| hint(reviewed.document, query));
        let asked = match query {
            "" => "nothing".to_owned(),
            query if query.len() <= LONGEST => format!("`{query}`"),
            query => {
                let start: String = query.chars().take(SHOWN).collect();
                format!("`{start}…` of {} bytes", query.len())
            }
        };
        Self {
            problem: format!(
                "expected a pointer, the name of something in the document, or the id of a \
                 reading, but found {asked} instead"
            ),
            closest: found.into_iter().map(|(_, name)| name).collect(),
            hint,
            ..Self::default()
        }
    }
}

/// Every name that may be meant, and how alike it is to the query.
fn closest(reviewed: &Reviewed, query: &str) -> Vec<(f64, String)> {
    let plain = query.to_lowercase();
    let alike = |name: &str| {
        if plain.len() > LONGEST {
            return 0.0;
        }
        strsim::normalized_damerau_levenshtein(&plain, &name.to_lowercase())
    };
    let named = named(reviewed.document);
    if query.starts_with(['/', '#']) {
        let (mut pointers, names): (Vec<_>, Vec<_>) =
            named.into_iter().map(|it| (it.pointer, it.name)).unzip();
        pointers.sort();
        pointers.dedup();
        let pointers = pointers.into_iter();
        let pointers = pointers.map(|pointer| (alike(&pointer), pointer));
        // It may be the path of an operation.
        let paths = names.into_iter().filter_map(|name| {
            let (_, path) = name.split_once(' ').filter(|_| is_operation(&name))?;
            Some((alike(path), name))
        });
        return pointers.chain(paths).collect();
    }
    let names = named.into_iter().map(|named| {
        // Who asks for a property alone means that of any schema.
        let bare = named.bare.as_deref().map_or(0.0, alike);
        (alike(&named.name).max(bare), named.name)
    });
    let readings = reviewed.readings.all().iter();
    let readings = readings.map(|reading| (alike(reading.id()), reading.id().to_owned()));
    names.chain(readings).collect()
}

/// `GET /v1/offers`, and no parameter of it.
fn is_operation(name: &str) -> bool {
    name.contains(" /") && !name.contains(" · ")
}

/// Where to look if no name is close: what stands where a pointer gets no further, or the manual.
fn hint(document: &Value, query: &str) -> String {
    let manual = "the command's --help shows examples";
    let pointer = query.strip_prefix('#').unwrap_or(query);
    if !pointer.starts_with('/') || pointer.len() > LONGEST {
        return manual.to_owned();
    }
    let there =
        outwards(pointer).find_map(|node| Some((node, document.pointer(node)?.as_object()?)));
    match there {
        Some((node, members)) => {
            let names: Vec<_> = members
                .keys()
                .take(MOST)
                .map(|name| format!("/{name}"))
                .collect();
            let more = if members.len() > MOST { ", …" } else { "" };
            let node = if node.is_empty() {
                "the document"
            } else {
                node
            };
            format!("{node} has {}{more}; {manual}", names.join(", "))
        }
        None => manual.to_owned(),
    }
}
