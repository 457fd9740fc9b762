//! The evidence for one element of a document: what it says, and where each statement comes from.

mod closest;
mod decision;
mod explanation;
mod fold;
mod label;
mod line;
mod names;
mod query;
mod render;
mod resolve;
mod subject;

use std::collections::BTreeMap;

use claims::Aspect;
use serde_json::Value;

use crate::case::{Cases, Reviewed};
use crate::support::Support;

pub use closest::Unknown;
pub use decision::{Decision, decision, decision_text};
pub use explanation::{Claimed, Explanation, Ground, Lines, Origin, Stated};
pub use line::line;
pub use render::text;

use explanation::add;
use query::Found;
use resolve::outwards;
use subject::Subject;

/// What a query is about.
#[derive(Clone, Debug)]
pub enum Answer<'c> {
    /// A line of a page, with what became of it.
    Line(String),
    /// An element of the document.
    Element(Explanation),
    /// A reading.
    Reading(Decision<'c>),
}

impl Answer<'_> {
    /// The answer as text for a terminal; `all` shows what is otherwise told together.
    #[must_use]
    pub fn text(&self, cases: &Cases, all: bool) -> String {
        match self {
            Self::Line(text) => text.clone(),
            Self::Element(explanation) => text(explanation, cases.readings, all),
            Self::Reading(decision) => decision_text(decision, all),
        }
    }
}

/// Explains a line of a page, an element of the consolidated document, or a reading.
///
/// # Errors
///
/// As [`explain`]. Returns an error as well if the page has no such line.
pub fn answer<'c>(cases: &'c Cases, query: &str) -> Result<Answer<'c>, Unknown> {
    if let Some(line) = line(cases, query) {
        return line.map(Answer::Line).map_err(|problem| Unknown {
            problem: format!("{query}: {problem}"),
            ..Unknown::default()
        });
    }
    let reviewed = &cases.consolidated;
    explain(reviewed, query)
        .map(Answer::Element)
        .or_else(|unknown| {
            let decision = decision(reviewed, query);
            decision.map(Answer::Reading).ok_or(unknown)
        })
}

/// Explains a JSON pointer, an operation (`GET /v1/offers`, its id, or its path alone), a schema
/// (`CitiEmail`), a property (`CitiEmail.emailKey`, or its name alone), a parameter, a security
/// scheme or a tag; or what claims are about, `GET /v1/offers · 200 · offers.id`, or its name alone. Case does not matter where one element only is meant.
///
/// # Errors
///
/// Returns an error if nothing in the document has the name (with the closest names), if several
/// elements have it, or if it is a label.
pub fn explain(reviewed: &Reviewed, query: &str) -> Result<Explanation, Unknown> {
    let found = match query::find(reviewed.document, query) {
        Found::Nothing => query::listed(reviewed, query),
        found => found,
    };
    let subject = match found {
        Found::One(subject) => subject,
        Found::Many(names) => return Err(Unknown::ambiguous(query, names)),
        Found::Nothing => return Err(Unknown::of(reviewed, query)),
    };
    let explanation = of(reviewed, &subject, query);
    if !explanation.statements.is_empty() {
        return Ok(explanation);
    }
    let pointer = subject.pointer();
    if let Some(label) = label::label(pointer) {
        return Err(Unknown::label(query, label));
    }
    let made = |node: &str| {
        let mut claims = reviewed.claims.iter();
        claims.any(|made| *made.pointer.to_string() == *node)
    };
    let outer = outwards(pointer).find(|node| made(node));
    let outer = outer.ok_or_else(|| Unknown::label(query, label::SILENT))?;
    let mut explanation = of(reviewed, &Subject::node(reviewed.document, outer), query);
    explanation.within = true;
    Ok(explanation)
}

/// All that is known of a subject.
fn of(reviewed: &Reviewed, subject: &Subject, query: &str) -> Explanation {
    let mut found = BTreeMap::new();
    for made in &reviewed.claims {
        let pointer = made.pointer.to_string();
        if let Some(about) = subject.about(&made.claim, &pointer) {
            let evidence = reviewed.evidence(&made.claim);
            let stated = add(&mut found, about, &made.claim, evidence, |by| {
                let certainty = reviewed.readings.certainty(by, &made.claim);
                match Support::by(by, &made.claim, reviewed.readings) {
                    Support::Documented => Ground::Documented,
                    Support::Described => Ground::Described,
                    Support::Reading(basis) => Ground::Read(basis, certainty),
                    Support::Unsupported => Ground::Unsupported,
                }
            });
            let said = reviewed.document.pointer(&pointer);
            if made.claim.aspect == Aspect::Description {
                stated.words = said.and_then(Value::as_str).map(str::to_owned);
            }
            let values = said.and_then(Value::as_array).into_iter().flatten();
            let mut values = values.map(Value::as_str);
            let index = values.position(|value| value == Some(&*made.claim.value));
            stated.index = index.unwrap_or_default();
        }
    }
    let mut bodies = BTreeMap::new();
    if let Subject::Operation { name, pointer, .. } = subject {
        let omitted = reviewed.expected.omitted.iter();
        for (claim, evidence) in omitted.filter(|(claim, _)| *claim.operation == **name) {
            let about = subject::within(claim);
            add(&mut found, about, claim, evidence, |_| Ground::Omitted);
        }
        bodies = resolve::bodies(reviewed.document, pointer);
    }
    let mut statements: Vec<Stated> = found.into_values().collect();
    // Stable: what has no order of its own stays in that of its values.
    statements.sort_by(|one, other| one.order().cmp(&other.order()));
    Explanation {
        title: names::title(subject, reviewed.document, query),
        pointer: subject.pointer().to_owned(),
        within: false,
        bodies,
        statements,
    }
}
