//! Which claims of the documents recordings have shown.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use claims::{Aspect, Claim};
use serde_json::Value;

use crate::api::{Check, Media, NodeId, Operation};
use crate::trial::{Trial, broken};

/// What recordings say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// It was seen, and never otherwise.
    Seen,
    /// It was seen otherwise, at least once.
    Otherwise,
    /// Nothing that was recorded shows it.
    Never,
}

impl Shown {
    /// Every answer, in the order of the enum.
    pub const ALL: [Self; 3] = [Self::Seen, Self::Otherwise, Self::Never];

    /// Its name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Otherwise => "otherwise",
            Self::Never => "never",
        }
    }
}

/// What recordings show of one operation.
#[derive(Clone, Debug)]
pub struct Covered {
    /// The id of the API.
    pub api: String,
    /// The operation.
    pub operation: String,
    /// How many exchanges were heard.
    pub exchanges: u64,
    /// Each claim that traffic can show, with what it shows; sorted.
    pub claims: Vec<(Claim, Shown)>,
}

impl Covered {
    /// How many claims there are of each answer.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Shown, usize> {
        let mut counts: BTreeMap<Shown, usize> = Shown::ALL.map(|it| (it, 0)).into();
        for (_, shown) in &self.claims {
            *counts.entry(*shown).or_default() += 1;
        }
        counts
    }
}

/// What recordings show of every operation, in the order of the documents. Wordings, examples and
/// other things that no exchange can show are left out.
#[must_use]
pub fn coverage(trial: &Trial) -> Vec<Covered> {
    trial.all(|api, operation| {
        let elements = Elements::of(operation);
        let claims = operation.lore.claims.iter().map(|made| &made.claim);
        let mut claims: Vec<(Claim, Shown)> = claims
            .filter_map(|claim| Some((claim.clone(), elements.shown(claim)?)))
            .collect();
        claims.dedup();
        Covered {
            api: api.to_owned(),
            operation: operation.lore.operation().to_string(),
            exchanges: operation.seen,
            claims,
        }
    })
}

/// The elements of an operation, by place and name.
struct Elements<'o, 'd> {
    operation: &'o Operation<'d>,
    nodes: HashMap<(&'o str, String), Vec<(&'o Check<'d>, NodeId)>>,
}

impl<'o, 'd> Elements<'o, 'd> {
    fn of(operation: &'o Operation<'d>) -> Self {
        let parameters = operation.parameters.iter().map(|it| &it.check);
        let body = operation.body.iter().flat_map(|body| &body.content);
        let answers = operation.responses.iter().flat_map(|it| &it.content);
        let checks = parameters.chain(body.chain(answers).filter_map(|it| it.check.as_ref()));
        let mut nodes: HashMap<_, Vec<_>> = HashMap::new();
        for check in checks {
            for (id, node) in check.tree.nodes.iter().enumerate() {
                let name = check.called(&node.name);
                nodes
                    .entry((&*check.place, name))
                    .or_default()
                    .push((check, id));
            }
        }
        Self { operation, nodes }
    }

    fn media(&self, place: &str) -> Option<(u64, &[Media<'d>])> {
        if place == "body" {
            let body = self.operation.body.as_ref()?;
            return Some((0, &body.content));
        }
        let mut responses = self.operation.responses.iter();
        let response = responses.find(|it| it.status == place)?;
        Some((response.seen, &response.content))
    }

    /// What was seen of a claim; nothing if no exchange can show it.
    fn shown(&self, claim: &Claim) -> Option<Shown> {
        let seen_if = |seen: bool| Some(if seen { Shown::Seen } else { Shown::Never });
        let (place, name) = (&*claim.place, &*claim.name);
        match (place, claim.aspect) {
            ("operation", Aspect::Listed | Aspect::Documented) => {
                return seen_if(self.operation.seen > 0);
            }
            ("operation" | "server" | "server variable" | "security", _) => return None,
            (_, Aspect::MediaType) => {
                let (answers, media) = self.media(place)?;
                let of = media.iter().find(|it| *it.range == *claim.value);
                return seen_if(of.map_or(answers > 0 && media.is_empty(), |it| it.seen > 0));
            }
            (_, Aspect::Error) => return seen_if(self.row(claim)),
            (_, Aspect::Listed) if name.is_empty() => {
                let answers = self.media(place)?.0;
                return seen_if(answers > 0);
            }
            _ => {}
        }
        let nodes = self.nodes.get(&(place, name.to_owned()));
        let nodes = nodes.map(Vec::as_slice).unwrap_or_default();
        let nodes = || nodes.iter().map(|(check, id)| &check.tree.nodes[*id]);
        let seen = nodes().any(|node| node.seen > 0);
        let broken: u64 = nodes().map(|node| broken(node, claim.aspect)).sum();
        match claim.aspect {
            Aspect::Listed => seen_if(seen),
            Aspect::Required | Aspect::RequiredUnless => {
                let absent = self.absent(place, name);
                Some(match (&*claim.value, absent > 0) {
                    ("false", true) => Shown::Seen,
                    ("false", false) => Shown::Never,
                    (_, true) if claim.aspect == Aspect::Required || broken > 0 => Shown::Otherwise,
                    _ if seen => Shown::Seen,
                    _ => Shown::Never,
                })
            }
            Aspect::Enum => {
                let listed = nodes().flat_map(|node| &node.listed);
                let mut listed = listed.filter(|(value, _)| *said(value) == *claim.value);
                seen_if(listed.any(|(_, number)| *number > 0))
            }
            Aspect::Type
            | Aspect::Format
            | Aspect::Pattern
            | Aspect::MaxLength
            | Aspect::MinLength
            | Aspect::MinItems
            | Aspect::Maximum
            | Aspect::Minimum
            | Aspect::Precision => match broken {
                0 => seen_if(seen),
                _ => Some(Shown::Otherwise),
            },
            _ => None,
        }
    }

    /// How many requests or objects were without an element.
    fn absent(&self, place: &str, name: &str) -> u64 {
        let parameters = self.operation.parameters.iter();
        let mut of_name = parameters.filter(|it| it.check.place == place && it.check.name == name);
        if let Some(parameter) = of_name.next() {
            return parameter.absent;
        }
        let (parent, own) = name.rsplit_once('.').unwrap_or(("", name));
        let nodes = self.nodes.get(&(place, parent.to_owned()));
        let slots = nodes.into_iter().flatten();
        let slots = slots.filter_map(|(check, id)| check.tree.nodes[*id].slots.get(own));
        slots.map(|slot| slot.absent).sum()
    }

    /// Whether a row of errors was seen.
    fn row(&self, claim: &Claim) -> bool {
        let responses = self.operation.responses.iter();
        let mut rows = responses
            .filter(|it| it.status == &*claim.place)
            .flat_map(|it| &it.rows);
        rows.any(|row| {
            let mut cells = row.cells.values().filter_map(Value::as_str);
            row.seen > 0 && cells.all(|cell| claim.value.contains(cell))
        })
    }
}

/// A value as claims write it.
fn said(value: &Value) -> std::borrow::Cow<'_, str> {
    match value {
        Value::String(text) => text.as_str().into(),
        other => other.to_string().into(),
    }
}

/// The coverage as JSON, indented by two.
#[must_use]
pub fn json(covered: &[Covered]) -> String {
    let operation = |it: &Covered| {
        let counts = it.counts();
        let claims = it.claims.iter().map(|(claim, shown)| {
            serde_json::json!({
                "place": &*claim.place, "name": &*claim.name, "aspect": claim.aspect.as_str(),
                "value": &*claim.value, "shown": shown.as_str(),
            })
        });
        serde_json::json!({
            "api": it.api, "operation": it.operation, "exchanges": it.exchanges,
            "seen": counts[&Shown::Seen], "otherwise": counts[&Shown::Otherwise],
            "never": counts[&Shown::Never], "claims": claims.collect::<Value>(),
        })
    };
    let all = serde_json::json!({ "operations": covered.iter().map(operation).collect::<Value>() });
    format!("{all:#}\n")
}

/// The coverage as Markdown: a row for each operation, and what was seen otherwise.
#[must_use]
pub fn markdown(covered: &[Covered]) -> String {
    let mut text = "# What recordings show\n\n\
        | api | operation | exchanges | claims seen | contradicted | never seen |\n\
        | --- | --- | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for it in covered {
        let counts = it.counts().into_values().map(|it| it.to_string());
        let counts = counts.collect::<Vec<_>>().join(" | ");
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | {counts} |",
            it.api, it.operation, it.exchanges
        );
    }
    for wanted in [Shown::Otherwise, Shown::Never] {
        let heard = covered.iter().filter(|it| it.exchanges > 0);
        let claims = heard
            .flat_map(|it| &it.claims)
            .filter(|(_, shown)| *shown == wanted);
        let rows: Vec<String> = claims.map(|(claim, _)| format!("- `{claim}`\n")).collect();
        if !rows.is_empty() {
            let _ = writeln!(
                text,
                "\n## {}\n\n{}",
                heading(wanted),
                rows.concat().trim_end()
            );
        }
    }
    text
}

const fn heading(shown: Shown) -> &'static str {
    match shown {
        Shown::Seen => "Seen",
        Shown::Otherwise => "Contradicted",
        Shown::Never => "Never seen, of operations that were",
    }
}
