//! Readings for what is not decided yet: stubs, and existing ones whose `page` is too narrow.

use std::collections::BTreeMap;

use claims::Claim;
use review::{Readings, TooNarrow};

use crate::Input;
use crate::known::Vendor;
use crate::names::quoted;
use crate::needs::{Due, Need, Needs};
use crate::said::Said;

/// What a person has to replace.
pub(crate) const MARK: &str = review::reading::UNFINISHED;

/// The readings that a page needs, and what is said under them.
pub(crate) struct Decided {
    pub(crate) said: Said,
    /// The text of the stubs.
    pub(crate) stubs: String,
    pub(crate) count: usize,
    /// Readings of other pages that would say just this if their `page` was wider.
    pub(crate) too_narrow: Vec<TooNarrow>,
    /// Whether the page lost names without which nothing can be written.
    pub(crate) lost: bool,
}

impl Decided {
    pub(crate) fn of(input: &Input, vendor: &Vendor) -> Result<Self, Vec<String>> {
        let page = &input.page.page;
        let needs = |said: &Said| Needs::new(page, input.vendor, input.url, vendor).of(said);
        let mut readings = input.readings.clone();
        let mut said = Said::of(input.page, &readings);
        let mut open = needs(&said);
        let mut too_narrow = Vec::new();
        let others = input
            .catalogue
            .providers
            .iter()
            .filter(|it| it.group == input.vendor);
        let others: Vec<&str> = others.map(|it| it.id).collect();
        for narrow in TooNarrow::candidates(input.page, &others, input.readings) {
            let trial = readings.widened(&narrow.reading, &narrow.wider);
            let trial_said = Said::of(input.page, &trial);
            let still = needs(&trial_said);
            if still.len() < open.len() {
                too_narrow.push(narrow);
                (readings, said, open) = (trial, trial_said, still);
            }
        }
        let lost = open
            .iter()
            .any(|it| matches!(it.due, Due::Operation | Due::Name(_)));
        let (mut stubs, mut count) = (String::new(), 0);
        // What a stub supplies may need another: a type that was nested has properties.
        for round in 0..5 {
            if open.is_empty() || (lost && round > 0) {
                break;
            }
            for stub in grouped(&open) {
                stubs.push_str(&written(page, input, &stub, round));
                count += 1;
            }
            if !lost {
                let wrong = |errors: Vec<review::reading::ReadingError>| {
                    errors.iter().map(ToString::to_string).collect::<Vec<_>>()
                };
                let more = Readings::parse(&stubs).map_err(wrong)?;
                let all = readings.clone().with(more);
                said = Said::of(input.page, &all);
                let after = needs(&said);
                if after.len() >= open.len() && round > 0 {
                    break;
                }
                open = after;
            }
        }
        Ok(Self {
            said,
            stubs,
            count,
            too_narrow,
            lost,
        })
    }
}

/// Needs that one reading decides, in the order of the first.
fn grouped(needs: &[Need]) -> Vec<Vec<&Need>> {
    let mut groups: Vec<Vec<&Need>> = Vec::new();
    for need in needs {
        let merges = |group: &&mut Vec<&Need>| {
            let first = group[0];
            let alike = matches!(
                (&first.due, &need.due),
                (Due::Name(_), Due::Name(_)) | (Due::Value(..), Due::Value(..))
            );
            let alike = alike
                && (first.hook.operation == need.hook.operation
                    && first.hook.place == need.hook.place
                    || matches!(need.due, Due::Value(..)));
            first.suffix == need.suffix && (first.due == need.due || alike)
        };
        match groups.iter_mut().find(merges) {
            Some(group) => group.push(need),
            None => groups.push(vec![need]),
        }
    }
    groups
}

/// A reading as the file has it.
fn written(page: &str, input: &Input, group: &[&Need], round: usize) -> String {
    let first = group[0];
    let kind = match &first.due {
        Due::Omit => "omit",
        Due::Says(_) => "supply",
        Due::Becomes(_) | Due::Operation | Due::Name(_) | Due::Value(..) => "bind",
    };
    let again = if round == 0 {
        String::new()
    } else {
        format!("-{}", round + 1)
    };
    let mut id = format!("{page}-{}{again}", first.suffix);
    if matches!(first.due, Due::Name(_)) {
        id = format!("{id}-{}", first.line);
    }
    let mut text = format!(
        "\n[[reading]]\nid = {}\npage = {}\nkind = \"{kind}\"\n",
        quoted(&id),
        quoted(page)
    );
    let mut selectors: Vec<String> = Vec::new();
    for need in group {
        for selector in selectors_of(input, need, group) {
            if !selectors.contains(&selector) {
                selectors.push(selector);
            }
        }
    }
    text.push_str(&list("applies-to", &selectors));
    match &first.due {
        Due::Becomes(value) => text += &format!("becomes = {}\n", quoted(value)),
        Due::Operation => text += &format!("becomes = {{ operation = \"{MARK} GET /path\" }}\n"),
        Due::Says(says) => {
            let says = says.iter().map(|(place, name, aspect, value)| {
                let mut parts = Vec::new();
                parts.extend(place.as_ref().map(|it| format!("place = {}", quoted(it))));
                let name = name
                    .clone()
                    .or_else(|| place.as_ref().map(|_| String::new()));
                parts.extend(name.map(|it| format!("name = {}", quoted(&it))));
                parts.push(format!("aspect = \"{aspect}\""));
                if !value.is_empty() {
                    parts.push(format!("value = {}", quoted(value)));
                }
                format!("{{ {} }}", parts.join(", "))
            });
            text.push_str(&list("says", &says.collect::<Vec<_>>()));
        }
        Due::Omit | Due::Name(_) | Due::Value(..) => {}
    }
    let lines: Vec<u32> = group.iter().map(|it| it.line).collect();
    let basis = first.basis;
    let (from, to) = (
        lines.iter().min().copied().unwrap_or(1),
        lines.iter().max().copied().unwrap_or(1),
    );
    let lines = if from == to {
        format!("line {from}")
    } else {
        format!("lines {from} to {to}")
    };
    text += &format!(
        "basis = \"{basis}\"\nreason = {}\nevidence = {}\n",
        quoted(&format!("{MARK} {}", first.reason)),
        quoted(&format!("{page} {lines}."))
    );
    let pairs: BTreeMap<String, (String, u32)> = group
        .iter()
        .filter_map(|need| match &need.due {
            Due::Name(name) => Some((name.clone(), (format!("{MARK} name"), need.line))),
            Due::Value(from, to) => Some((from.clone(), (to.clone(), need.line))),
            _ => None,
        })
        .collect();
    if !pairs.is_empty() {
        let table = if matches!(first.due, Due::Name(_)) {
            "names"
        } else {
            "values"
        };
        text += &format!("\n[reading.{table}]\n");
        for (from, (to, line)) in pairs {
            text += &format!("{} = {} # line {line}\n", quoted(&from), quoted(&to));
        }
    }
    text
}

/// A list of inline tables: on one line if it is one.
fn list(key: &str, items: &[String]) -> String {
    match items {
        [one] => format!("{key} = [{one}]\n"),
        _ => format!("{key} = [\n    {},\n]\n", items.join(",\n    ")),
    }
}

/// The claim of a need as a selector; its operation is left out where all operations need the same.
fn selectors_of(input: &Input, need: &Need, group: &[&Need]) -> Vec<String> {
    let hook = &need.hook;
    let supply = matches!(need.due, Due::Says(_));
    let valued = !supply && !matches!(need.due, Due::Operation | Due::Name(_) | Due::Value(..));
    let same = |claim: &Claim| {
        claim.place == hook.place
            && claim.name == hook.name
            && claim.aspect == hook.aspect
            && (!valued || claim.value == hook.value)
    };
    let everywhere = input
        .page
        .claims
        .iter()
        .map(|it| &it.claim)
        .filter(|it| same(it))
        .all(|claim| {
            group
                .iter()
                .any(|it| it.hook.operation == claim.operation && same(&it.hook))
        });
    if let Due::Operation = need.due {
        return vec![format!("{{ operation = {} }}", quoted(&hook.operation))];
    }
    let mut parts = Vec::new();
    if !everywhere || hook.operation.is_empty() || matches!(need.due, Due::Name(_)) {
        parts.push(format!("operation = {}", quoted(&hook.operation)));
    }
    parts.push(format!("place = {}", quoted(&hook.place)));
    if !matches!(need.due, Due::Name(_)) {
        parts.push(format!("name = {}", quoted(&hook.name)));
        parts.push(format!("aspect = \"{}\"", hook.aspect));
    }
    if valued {
        parts.push(format!("value = {}", quoted(&hook.value)));
    }
    vec![format!("{{ {} }}", parts.join(", "))]
}
