//! Reads the file of readings and says where it is not as it should be.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{
    Basis, Certainty, Gap, Misspelling, Noted, Reading, ReadingKind, Readings, Source, ask,
};

/// A place in the file of readings, or of classes, that cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct ReadingError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What was expected and what was found.
    pub problem: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    reading: Vec<Reading>,
    #[serde(default)]
    misspelling: Vec<Misspelling>,
    #[serde(default)]
    contradiction: Vec<Noted>,
    #[serde(default)]
    gap: Vec<Gap>,
    #[serde(default)]
    source: Vec<Source>,
}

pub(super) fn parse(text: &str) -> Result<Readings, Vec<ReadingError>> {
    let File {
        reading: readings,
        misspelling: misspellings,
        contradiction: noted,
        gap: gaps,
        source: sources,
    } = entries(text)?;
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for reading in &readings {
        let mut due = incomplete(reading);
        if !ids.insert(reading.id()) {
            due.push("expected an id of its own, but found that of another reading instead");
        }
        problems.extend(due.into_iter().map(|problem| (&reading.id, problem)));
    }
    for noted in &noted {
        let repeated = !ids.insert(noted.id());
        let repeated = repeated.then_some("expected an id of its own, but found another's instead");
        let due = noted.problem().into_iter().chain(repeated);
        problems.extend(due.map(|problem| (&noted.id, problem)));
    }
    let mut names = BTreeSet::new();
    for misspelling in &misspellings {
        problems.extend(
            misspelling
                .problem()
                .map(|problem| (&misspelling.name, problem)),
        );
        if !names.insert(misspelling.name()) {
            problems.push((
                &misspelling.name,
                "expected each name once, but found it twice instead",
            ));
        }
    }
    for gap in &gaps {
        problems.extend(gap.problem().map(|problem| (&gap.page, problem)));
    }
    problems.extend(cited(&sources, &readings, &noted));
    if !problems.is_empty() {
        let error = |(named, problem): (&Spanned<String>, &str)| {
            let problem = format!("{}: {problem}", named.get_ref());
            located(text, named.span().start, problem)
        };
        return Err(problems.into_iter().map(error).collect());
    }
    let ids = readings.iter().map(|reading| &reading.id);
    let ids = ids.chain(noted.iter().map(|noted| &noted.id));
    let names = misspellings.iter().map(|misspelling| &misspelling.name);
    let pages = gaps.iter().map(|gap| &gap.page);
    let lines = lines(text, ids.chain(names).chain(pages));
    Ok(Readings {
        all: readings,
        misspellings,
        noted,
        gaps,
        sources,
        lines,
    })
}

/// Reads a file of TOML.
///
/// # Errors
///
/// Returns an error for each entry that is not as it should be, and one where it is no TOML. What an
/// entry leaves out is told where nothing else is wrong.
pub fn entries<T: DeserializeOwned>(text: &str) -> Result<T, Vec<ReadingError>> {
    let is_toml = |text: &str| toml::from_str::<toml::Table>(text).is_ok();
    let mut problems = Vec::new();
    // Each entry that is told is blanked, so that the next one is found.
    let mut rest = text.to_owned();
    loop {
        let error = match toml::from_str::<T>(&rest) {
            Ok(read) if problems.is_empty() => return Ok(read),
            Ok(_) => break,
            Err(error) => error,
        };
        let at = error.span().map_or(0, |span| span.start).min(rest.len());
        if !is_toml(&rest) {
            if problems.is_empty() {
                let problem = {
                    let what = error.message();
                    format!("expected TOML, but found a mistake: {what}; correct it there")
                };
                problems.push(located(text, at, problem));
            }
            break;
        }
        let lacks = error.message().starts_with("missing field");
        if !lacks || problems.is_empty() {
            problems.push(located(text, at, worded(error.message())));
        }
        let line = rest[..at].rfind('\n').map_or(0, |before| before + 1);
        let end = rest[at..].find('\n').map_or(rest.len(), |after| at + after);
        if lacks || rest[line..end].trim().is_empty() {
            break;
        }
        rest.replace_range(line..end, &" ".repeat(end - line));
    }
    problems.sort_by_key(|it| (it.line, it.column));
    Err(problems)
}

/// What is wrong, and what to do, where a parser says what was found and what it expected.
fn worded(message: &str) -> String {
    if let Some(name) = message.strip_prefix("missing field ") {
        return format!("expected {name}, but found none; add it");
    }
    let Some((found, expected)) = message.split_once(", expected ") else {
        return format!("{message}; correct it there");
    };
    let starts = [
        "unknown field ",
        "unknown variant ",
        "invalid type: ",
        "invalid value: ",
    ];
    let found = starts
        .iter()
        .find_map(|start| found.strip_prefix(start))
        .unwrap_or(found);
    let expected = expected
        .replace("a sequence", "a list")
        .replace("a map", "a table");
    format!("expected {expected}, but found {found} instead; correct it there")
}

/// Addresses stand in one place, with the day on which they were read.
const IN_A_SOURCE: &str = "expected each address in a `[[source]]`, cited by its id";

/// What is wrong with the evidence from elsewhere.
fn cited<'r>(
    sources: &'r [Source],
    readings: &'r [Reading],
    noted: &'r [Noted],
) -> Vec<(&'r Spanned<String>, &'static str)> {
    let mut problems = Vec::new();
    let mut unused: BTreeMap<&str, &Source> = BTreeMap::new();
    for source in sources {
        problems.extend(source.problem().map(|problem| (&source.id, problem)));
        if unused.insert(source.id(), source).is_some() {
            problems.push((&source.id, "expected an id of its own, but found it twice"));
        }
    }
    let known = unused.clone();
    for reading in readings {
        let mut due = |holds: bool, problem| {
            if !holds {
                problems.push((&reading.id, problem));
            }
        };
        let shown = reading.elsewhere.iter();
        let shown: Vec<_> = shown
            .map(|shown| (shown.against, known.get(&*shown.source)))
            .collect();
        for shown in &reading.elsewhere {
            unused.remove(&*shown.source);
            due(
                !shown.shows.trim().is_empty(),
                "expected what a source `shows`",
            );
        }
        let is_known = shown.iter().all(|(_, source)| source.is_some());
        due(
            is_known,
            "expected the id of a `[[source]]` in each `source`",
        );
        let mut behind = shown.iter().filter(|(against, _)| !against);
        let vendor = behind.any(|(_, source)| source.is_some_and(|source| !source.third_party));
        let sure = reading.basis == Basis::Vendor && reading.certainty != Some(Certainty::Likely);
        due(
            vendor || !sure || !is_known,
            "expected a source of the vendor, or the `certainty` likely",
        );
        due(!reading.evidence.contains("://"), IN_A_SOURCE);
    }
    let ids: BTreeSet<&str> = readings.iter().map(Reading::id).collect();
    for noted in noted {
        if noted.reading.as_deref().is_some_and(|id| !ids.contains(id)) {
            problems.push((&noted.id, "expected the id of a reading in `reading`"));
        }
        for source in noted.sides.iter().filter_map(|side| side.source.as_deref()) {
            unused.remove(source);
            if source.contains("://") {
                problems.push((&noted.id, IN_A_SOURCE));
            }
        }
    }
    let unused = unused.into_values();
    problems.extend(unused.map(|source| {
        (
            &source.id,
            "expected a reading or contradiction that cites it",
        )
    }));
    problems
}

/// On which line each id and name stands.
fn lines<'n>(
    text: &str,
    names: impl Iterator<Item = &'n Spanned<String>>,
) -> BTreeMap<String, u32> {
    let mut lines = BTreeMap::new();
    for name in names {
        let line = located(text, name.span().start, String::new()).line;
        lines.insert(
            name.get_ref().clone(),
            u32::try_from(line).unwrap_or(u32::MAX),
        );
    }
    lines
}

fn incomplete(reading: &Reading) -> Vec<&'static str> {
    let mut problems = Vec::new();
    let mut due = |holds: bool, problem| {
        if !holds {
            problems.push(problem);
        }
    };
    let becomes = reading.becomes.is_some();
    let (values, names) = (!reading.values.is_empty(), !reading.names.is_empty());
    let ways = [becomes, values, names].into_iter().filter(|way| *way);
    let ways = ways.count();
    let says = !reading.says.is_empty();
    match reading.kind {
        ReadingKind::Bind | ReadingKind::Override => {
            due(ways == 1, "expected one of `becomes`, `values` and `names`");
            due(!says, "expected no `says`: only a supply has one");
        }
        ReadingKind::Supply => {
            due(says, "expected `says`: what the document says as well");
            due(
                ways == 0,
                "expected none of `becomes`, `values` and `names` of a supply",
            );
        }
        ReadingKind::Omit => {
            due(
                ways == 0 && !says,
                "expected an omit to say nothing instead",
            );
        }
    }
    // That something is there has no value.
    let mut selectors = reading.applies_to.iter();
    let exact = selectors.all(|it| it.value.is_some() || it.aspect == Some(Aspect::Listed));
    due(
        reading.kind == ReadingKind::Supply || values || reading.keeps_values() || exact,
        "expected `value` in each `applies-to`: what is decided about, so that a change shows",
    );
    due(
        !reading.applies_to.is_empty(),
        "expected at least one `applies-to`",
    );
    due(!reading.reason.trim().is_empty(), "expected a `reason`");
    due(
        !reading.evidence.trim().is_empty() || reading.elsewhere.iter().any(|it| !it.against),
        "expected `evidence`, or what stands `elsewhere`",
    );
    due(
        reading.certainty.is_none() || reading.basis != Basis::Inferred,
        "expected no `certainty` of what is inferred: our own judgement is never more than likely",
    );
    problems.extend(reading.ask.as_deref().and_then(ask::problem));
    problems
}

/// An error at a byte of a text.
pub(crate) fn located(text: &str, at: usize, problem: String) -> ReadingError {
    let before = &text[..at.min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count())
        + 1;
    ReadingError {
        line,
        column,
        problem,
    }
}
