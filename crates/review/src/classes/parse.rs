//! Reads the file of classes and says where it is not as it should be.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Class, Classes, Sensitivity, last};
use crate::reading::{ReadingError, located};

/// A vocabulary that classes refer to.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary {
    /// Its name and version.
    pub name: &'static str,
    /// Its terms, one a line; the first line says where they come from.
    list: &'static str,
}

/// The Personal Data Categories of the Data Privacy Vocabulary.
pub const DPV: Vocabulary = Vocabulary {
    name: "DPV-PD 2.3",
    list: include_str!("dpv-pd.txt"),
};

/// The data categories of Ethyca's taxonomy.
pub const FIDESLANG: Vocabulary = Vocabulary {
    name: "fideslang 3.1.4a1",
    list: include_str!("fideslang.txt"),
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    class: Vec<Class>,
}

pub(super) fn parse(text: &str) -> Result<Classes, Vec<ReadingError>> {
    let File { class: all } = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![located(text, at, error.message().to_owned())]
    })?;
    let mut errors = Vec::new();
    let (mut names, mut lines) = (HashMap::<String, Vec<_>>::new(), HashMap::new());
    for (at, class) in all.iter().enumerate() {
        let place = |problem: String| located(text, class.id.span().start, problem);
        let line = u32::try_from(place(String::new()).line).unwrap_or(u32::MAX);
        let mut problems = problems(class);
        if lines.insert(class.id().to_owned(), line).is_some() {
            problems.push("expected an id of its own, but found it twice".to_owned());
        }
        let problems = problems.into_iter();
        errors.extend(problems.map(|it| place(format!("{}: {it}", class.id()))));
        for (selector, it) in class.applies_to.iter().enumerate() {
            for (name, text) in it.names.iter().enumerate() {
                let known = names.entry(last(text).to_owned()).or_default();
                known.push((at, selector, name));
            }
        }
    }
    if errors.is_empty() {
        Ok(Classes { all, names, lines })
    } else {
        Err(errors)
    }
}

/// What is wrong with a class.
fn problems(class: &Class) -> Vec<String> {
    let mut problems = Vec::new();
    let mut due = |holds: bool, problem: &str| {
        if !holds {
            problems.push(problem.to_owned());
        }
    };
    due(!class.reason.trim().is_empty(), "expected a `reason`");
    let selectors = &class.applies_to;
    due(
        !selectors.is_empty() && selectors.iter().all(|it| !it.names.is_empty()),
        "expected `names` in each `applies-to`, and at least one",
    );
    let mut names = selectors.iter().flat_map(|it| &it.names);
    due(
        names.all(|name| !name.is_empty() && !name.contains('*')),
        "expected each of the `names` in full, so that a person gives a new field its class",
    );
    due(
        class.dpv.is_some() || class.sensitivity < Sensitivity::Confidential,
        "expected a `dpv` term of what is confidential or restricted",
    );
    let dpv = class.dpv.iter().map(|term| (DPV, term));
    for (vocabulary, term) in dpv.chain([(FIDESLANG, &class.fideslang)]) {
        if !vocabulary.list.lines().skip(1).any(|known| known == term) {
            let name = vocabulary.name;
            problems.push(format!(
                "expected a term of {name}, but found `{term}` instead"
            ));
        }
    }
    problems
}
