//! Readings for what is not decided yet: stubs, and existing ones whose `page` is too narrow.

use std::collections::BTreeMap;

use claims::Claim;
use review::reading::{ReadingError, UNFINISHED};
use review::{Readings, TooNarrow};

use crate::Input;
use crate::known::Vendor;
use crate::names::quoted;
use crate::needs::{Due, Need, Needs, Says};
use crate::said::Said;

/// What a person has to replace.
pub(crate) const MARK: &str = UNFINISHED;

/// The readings that a page needs, and what is said under them.
pub(crate) struct Decided {
    pub(crate) said: Said,
    /// The text of the stubs, and how many they are.
    pub(crate) stubs: String,
    pub(crate) count: usize,
    /// Readings of other pages that would say just this if their `page` was wider.
    pub(crate) too_narrow: Vec<TooNarrow>,
    /// Whether the page lost names without which nothing can be written.
    pub(crate) lost: bool,
}

impl Decided {
    pub(crate) fn of(input: &Input, vendor: &Vendor) -> Result<Self, Vec<String>> {
        let needs = |said: &Said| Needs::of(input, vendor, said);
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
            let under = Said::of(input.page, &trial);
            let still = needs(&under);
            if still.len() < open.len() {
                too_narrow.push(narrow);
                (readings, said, open) = (trial, under, still);
            }
        }
        let lost = open
            .iter()
            .any(|it| matches!(it.due, Due::Operation | Due::Name(_)));
        let (mut stubs, mut count, mut round) = (String::new(), 0, 1);
        // What a stub supplies may need another: what was nested has properties.
        while !open.is_empty() && round <= 4 {
            for group in grouped(&open) {
                stubs += &written(input, &group, round);
                count += 1;
            }
            if lost {
                break;
            }
            let wrong =
                |errors: Vec<ReadingError>| errors.iter().map(ToString::to_string).collect();
            let more: Result<_, Vec<String>> = Readings::parse(&stubs).map_err(wrong);
            said = Said::of(input.page, &readings.clone().with(more?));
            open = needs(&said);
            round += 1;
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
            let alike = match (&first.due, &need.due) {
                (Due::Name(_), Due::Name(_)) => first.hook.operation == need.hook.operation,
                (Due::Value(..), Due::Value(..)) => true,
                (one, other) => one == other,
            };
            first.form.suffix == need.form.suffix && first.about == need.about && alike
        };
        match groups.iter_mut().find(merges) {
            Some(group) => group.push(need),
            None => groups.push(vec![need]),
        }
    }
    groups
}

/// A reading as the file has it; those of a later round have its number.
fn written(input: &Input, group: &[&Need], round: u32) -> String {
    let (page, first) = (&input.page.page, group[0]);
    let (kind, says) = match &first.due {
        Due::Omit => ("omit", String::new()),
        Due::Says(says) => ("supply", list("says", says.iter().map(said))),
        Due::Becomes(value) => ("bind", format!("becomes = {}\n", quoted(value))),
        Due::Operation => (
            "bind",
            format!("becomes = {{ operation = \"{MARK} GET /path\" }}\n"),
        ),
        Due::Name(_) | Due::Value(..) => ("bind", String::new()),
    };
    let about = first.about.to_ascii_lowercase();
    let about = about.replace(|it: char| !it.is_ascii_alphanumeric(), "-");
    let mut id = format!("{page}-{}", first.form.suffix.replace("{}", &about));
    if round > 1 {
        id += &format!("-{round}");
    }
    let mut selectors: Vec<String> = Vec::new();
    for selector in group.iter().map(|need| selector(input, need, group)) {
        if !selectors.contains(&selector) {
            selectors.push(selector);
        }
    }
    let lines = || group.iter().map(|it| it.line);
    let lines = match (lines().min(), lines().max()) {
        (Some(from), Some(to)) if from < to => format!("lines {from} to {to}"),
        (from, _) => format!("line {}", from.unwrap_or(1)),
    };
    let reason = format!("{MARK} {}", first.form.reason.replace("{}", &first.about));
    let applies_to = list("applies-to", selectors.into_iter());
    let mut text = format!(
        "\n[[reading]]\nid = {}\npage = {}\nkind = \"{kind}\"\n{applies_to}{says}basis = \"{}\"\nreason = {}\nevidence = \"{page} {lines}.\"\n",
        quoted(&id),
        quoted(page),
        first.form.basis,
        quoted(&reason)
    );
    let mut table = "values";
    let mut pairs = BTreeMap::new();
    for need in group {
        match &need.due {
            Due::Name(name) => {
                table = "names";
                pairs.insert(name.clone(), (format!("{MARK} name"), need.line));
            }
            Due::Value(from, to) => drop(pairs.insert(from.clone(), (to.clone(), need.line))),
            _ => return text,
        }
    }
    text += &format!("\n[reading.{table}]\n");
    for (from, (to, line)) in pairs {
        text += &format!("{} = {} # line {line}\n", quoted(&from), quoted(&to));
    }
    text
}

/// What a supply says, as an inline table.
fn said((place, name, aspect, value): &Says) -> String {
    let mut parts = Vec::new();
    if !place.is_empty() {
        parts.push(format!(
            "place = {}, name = {}",
            quoted(place),
            quoted(name)
        ));
    }
    parts.push(format!("aspect = \"{aspect}\""));
    if !value.is_empty() {
        parts.push(format!("value = {}", quoted(value)));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// A list of inline tables: on one line if it is one.
fn list(key: &str, items: impl Iterator<Item = String>) -> String {
    match &items.collect::<Vec<_>>()[..] {
        [one] => format!("{key} = [{one}]\n"),
        items => format!("{key} = [\n    {},\n]\n", items.join(",\n    ")),
    }
}

/// The claim of a need as a selector; its operation is left out where every operation needs the same.
fn selector(input: &Input, need: &Need, group: &[&Need]) -> String {
    let hook = &need.hook;
    let (operation, place) = (quoted(&hook.operation), quoted(&hook.place));
    match need.due {
        Due::Operation => return format!("{{ operation = {operation} }}"),
        Due::Name(_) => return format!("{{ operation = {operation}, place = {place} }}"),
        _ => {}
    }
    let valued = matches!(need.due, Due::Omit | Due::Becomes(_));
    let same = |claim: &&Claim| {
        let value = !valued || claim.value == hook.value;
        claim.place == hook.place && claim.name == hook.name && claim.aspect == hook.aspect && value
    };
    let mut claims = input.page.claims.iter().map(|it| &it.claim).filter(same);
    let everywhere = claims.all(|claim| {
        group
            .iter()
            .any(|it| it.hook.operation == claim.operation && same(&&it.hook))
    });
    let operation = if everywhere && !hook.operation.is_empty() {
        String::new()
    } else {
        format!("operation = {operation}, ")
    };
    let value = if valued {
        format!(", value = {}", quoted(&hook.value))
    } else {
        String::new()
    };
    let name = quoted(&hook.name);
    format!(
        "{{ {operation}place = {place}, name = {name}, aspect = \"{}\"{value} }}",
        hook.aspect
    )
}
