//! Reads the file of classes and says where it is not as it should be.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Class, Sensitivity};
use crate::reading::{ReadingError, entries, located};

/// The Personal Data Categories of the Data Privacy Vocabulary.
pub const DPV: &str = "DPV-PD 2.3";
/// The data categories of Ethyca's taxonomy.
pub const FIDESLANG: &str = "fideslang 3.1.4a1";

/// The strategies of the registry.
const STRATEGIES: [&str; 6] = ["full", "partial", "regex", "hash", "remove", "tokenize"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    class: Vec<Class>,
}

pub(super) fn parse(text: &str) -> Result<Vec<Class>, Vec<ReadingError>> {
    let File { class: mut all } = entries(text)?;
    let (mut errors, mut ids) = (Vec::new(), BTreeSet::new());
    for class in &mut all {
        let place = |problem: String| located(text, class.id.span().start, problem);
        let (line, mut problems) = (place(String::new()).line, problems(class));
        if !ids.insert(class.id().to_owned()) {
            problems.push("expected an id of its own, but found it twice".to_owned());
        }
        let problems = problems.into_iter();
        errors.extend(problems.map(|it| place(format!("{}: {it}", class.id()))));
        class.line = line;
    }
    if errors.is_empty() {
        Ok(all)
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
    let mut names = class.applies_to.iter().map(|it| &it.names);
    due(
        !class.applies_to.is_empty() && names.all(|it| !it.is_empty()),
        "expected `names` in each `applies-to`, and at least one",
    );
    due(
        class.dpv.is_some() || class.sensitivity < Sensitivity::Confidential,
        "expected a `dpv` term of what is confidential or restricted",
    );
    let strategy = class.masking.get("strategy");
    due(
        strategy.is_some_and(|it| STRATEGIES.contains(&it.as_str())),
        "expected `masking` with a `strategy` of OpenAPI's registry",
    );
    let dpv = class.dpv.iter();
    let dpv = dpv.map(|term| (DPV, include_str!("dpv-pd.txt"), term));
    let other = (FIDESLANG, include_str!("fideslang.txt"), &class.fideslang);
    for (name, list, term) in dpv.chain([other]) {
        // The first line says where the list comes from.
        if !list.lines().skip(1).any(|known| known == term) {
            let problem = format!("expected a term of {name}, but found `{term}` instead");
            problems.push(problem);
        }
    }
    problems
}
