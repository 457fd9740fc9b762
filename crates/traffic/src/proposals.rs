//! What recordings propose: a reading to complete for each deviation that is seen often.

use std::fmt::Write as _;

use claims::text::quoted;

use crate::{Finding, Kind};

/// What a person has to write.
const TODO: &str = "TODO";

/// A reading for each finding that was seen in at least so many exchanges, with the basis `observed`.
/// Nothing applies itself: a file with `TODO` in it is not a decision.
///
/// What was seen is said by kind and number alone: the value that a decision needs is in the
/// recording, and a person looks it up there.
#[must_use]
pub fn proposals(findings: &[&Finding], least: u64) -> String {
    let mut text = String::new();
    let often = findings.iter().filter(|it| it.exchanges >= least);
    for (number, finding) in (1..).zip(often) {
        stub(&mut text, number, finding);
    }
    text
}

fn stub(text: &mut String, number: u32, finding: &Finding) {
    let page = finding.cited.page.as_deref().unwrap_or(TODO);
    let days = match &finding.days {
        Some((first, last)) if first == last => format!(" on {first}"),
        Some((first, last)) => format!(" from {first} to {last}"),
        None => String::new(),
    };
    let exchanges = match finding.exchanges {
        1 => "1 exchange".to_owned(),
        many => format!("{many} exchanges"),
    };
    let spot = &finding.first;
    let _ = writeln!(
        text,
        "# {}: {}.\n# Look at exchange {} of {}, {}",
        finding.kind.as_str(),
        finding.problem,
        spot.exchange,
        spot.recording,
        match spot.pointer.as_str() {
            "" => "as a whole.".to_owned(),
            pointer => format!("at {pointer}."),
        }
    );
    let is_new = matches!(
        finding.kind,
        Kind::Enum
            | Kind::UndocumentedProperty
            | Kind::UndocumentedParameter
            | Kind::UndocumentedStatus
            | Kind::UndocumentedMediaType
            | Kind::UndocumentedError
            | Kind::UndocumentedMethod
            | Kind::UndocumentedVersion
    );
    let kind = if is_new { "supply" } else { "override" };
    let mut applies = vec![("operation", &*finding.operation)];
    let has_place = finding.place != "operation" && finding.kind != Kind::UndocumentedStatus;
    applies.extend(has_place.then_some(("place", finding.place.as_str())));
    let is_element = finding.kind == Kind::Enum || !is_new;
    let parent = || finding.name.rsplit_once('.').map_or("", |(it, _)| it);
    let name = if is_element { &finding.name } else { parent() };
    applies.extend((!name.is_empty()).then_some(("name", name)));
    let kind_of = finding.kind.as_str();
    let aspect = finding.kind.aspect().as_str();
    if !is_new {
        applies.push(("aspect", aspect));
        applies.push(("value", finding.cited.says.as_deref().unwrap_or(TODO)));
    }
    let applies = applies
        .iter()
        .map(|(part, value)| format!("{part} = {}", quoted(value)));
    let applies = applies.collect::<Vec<_>>().join(", ");
    let decision = if is_new {
        format!(
            "says = [{{ aspect = {}, value = \"{TODO}\" }}]",
            quoted(aspect)
        )
    } else {
        format!("becomes = \"{TODO}\"")
    };
    let _ = write!(
        text,
        "[[reading]]\nid = \"{TODO}-{number}-{kind_of}\"\npage = {}\nkind = \"{kind}\"\napplies-to = [{{ {applies} }}]\n\
         {decision}\nbasis = \"observed\"\nreason = \"{TODO}\"\n\
         evidence = \"Recorded traffic: {exchanges}{days}.\"\n\n",
        quoted(page),
    );
}
