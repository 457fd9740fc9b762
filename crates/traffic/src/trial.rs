//! The trial: each exchange against what is documented of its operation.

mod content;
mod request;
mod response;
mod value;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::api::{Address, Api, Host, Match, Operation};
use crate::exchange::Exchange;
use crate::finding::{Finding, Kind, Spot};
pub(crate) use content::{SAYABLE, essence, is_json, media_of};
pub(crate) use request::{is_part_of, plain};
pub(crate) use response::response_of;
pub(crate) use value::{breaks, broken, counted};

/// Why an exchange, or a part of one, is no matter of the trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// A browser asks whether it may ask (Fetch, section 3.2.2).
    Preflight,
    /// A proxy's tunnel.
    Tunnel,
    /// A request whose address is not one of HTTP.
    NoAddress,
    /// A request of a host that no document names.
    OtherHost,
    /// A request that belongs to no operation, at a host that is documented or given.
    NoOperation,
    /// There was no answer.
    Unanswered,
    /// The answer is what a cache has (RFC 9110, section 15.4.5), or leads elsewhere.
    Elsewhere,
    /// The body of an answer was not recorded.
    NotRecorded,
    /// A request that breaks a rule, and the service refused it.
    Refused,
}

impl Aside {
    /// What it is, for people.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Preflight => "preflight requests of browsers",
            Self::Tunnel => "tunnels of a proxy",
            Self::NoAddress => "requests without an absolute address",
            Self::OtherHost => "requests of hosts that are not documented",
            Self::NoOperation => "requests that belong to no operation",
            Self::Unanswered => "requests without an answer",
            Self::Elsewhere => "answers that lead elsewhere or to a cache",
            Self::NotRecorded => "answers whose body was not recorded",
            Self::Refused => "requests that break a rule, and that the service refused",
        }
    }
}

/// What equal findings share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Alike {
    kind: Kind,
    operation: usize,
    place: String,
    name: String,
    problem: String,
}

/// One difference in one exchange.
#[derive(Clone, Debug)]
struct Seen {
    kind: Kind,
    place: String,
    name: String,
    problem: String,
    pointer: String,
}

/// What is heard of one exchange, one difference after the other.
pub struct Occurrence<'t> {
    /// What it is, with all that are equal to it so far.
    pub finding: &'t Finding,
    /// Where it was seen.
    pub spot: Spot,
}

/// The trial of recordings.
pub struct Trial<'a, 'd> {
    api: &'a Api<'d>,
    operations: Vec<Option<Box<Operation<'d>>>>,
    folded: HashMap<Alike, usize>,
    pub(crate) findings: Vec<Finding>,
    /// How many exchanges were heard.
    pub exchanges: u64,
    /// How many belong to an operation.
    pub matched: u64,
    /// What is no matter of the trial.
    pub aside: BTreeMap<Aside, u64>,
    /// The shapes of paths that belong to no operation, at documented hosts.
    pub shapes: BTreeMap<String, u64>,
    /// The first and the last day of the recordings.
    pub days: Option<(String, String)>,
}

/// The most shapes of paths that are told apart.
const SHAPES: usize = 200;

impl<'a, 'd> Trial<'a, 'd> {
    /// A trial by some APIs.
    #[must_use]
    pub fn of(api: &'a Api<'d>) -> Self {
        Self {
            api,
            operations: (0..api.len()).map(|_| None).collect(),
            folded: HashMap::new(),
            findings: Vec::new(),
            exchanges: 0,
            matched: 0,
            aside: BTreeMap::new(),
            shapes: BTreeMap::new(),
            days: None,
        }
    }

    /// Everything that was found, in the order of operations and places.
    #[must_use]
    pub fn findings(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        let key = |it: &&Finding| {
            (
                it.operation.clone(),
                it.place.clone(),
                it.name.clone(),
                it.kind,
            )
        };
        findings.sort_by_key(key);
        findings
    }

    /// The operations of which exchanges were heard, each with the id of its API.
    pub(crate) fn heard(&self) -> impl Iterator<Item = (&'d str, &Operation<'d>)> {
        let heard = self.operations.iter().enumerate();
        heard.filter_map(|(at, it)| Some((self.api.id(at), it.as_deref()?)))
    }

    pub(crate) const fn api(&self) -> &'a Api<'d> {
        self.api
    }

    /// The checks of an operation.
    pub(crate) fn operation(&mut self, at: usize) -> &mut Operation<'d> {
        let api = self.api;
        self.operations[at].get_or_insert_with(|| Box::new(api.operation(at)))
    }

    /// What there is to say of each operation, heard of or not, in the order of the documents.
    pub(crate) fn all<T>(&self, say: impl Fn(&str, &Operation<'d>) -> T) -> Vec<T> {
        let operations = self.operations.iter().enumerate();
        let each = operations.map(|(at, operation)| match operation {
            Some(operation) => say(self.api.id(at), operation),
            None => say(self.api.id(at), &self.api.operation(at)),
        });
        each.collect()
    }

    fn put_aside(&mut self, aside: Aside) {
        *self.aside.entry(aside).or_default() += 1;
    }

    /// Hears an exchange; `told` is given each difference.
    pub fn hear(&mut self, exchange: &Exchange, told: &mut dyn FnMut(&Occurrence)) {
        self.exchanges += 1;
        if let Some(day) = &exchange.day {
            widen(&mut self.days, day);
        }
        let method = exchange.method.to_ascii_uppercase();
        if method == "CONNECT" {
            return self.put_aside(Aside::Tunnel);
        }
        let Some(address) = Address::of(&exchange.url) else {
            return self.put_aside(Aside::NoAddress);
        };
        let found = self.api.find(&method, &address);
        let is_about = !matches!(found, Match::Nothing(_) | Match::Operation(..));
        if method == "OPTIONS" && is_about {
            return self.put_aside(Aside::Preflight);
        }
        let mut seen = Vec::new();
        let at = match found {
            Match::Nothing(Host::Other) => return self.put_aside(Aside::OtherHost),
            Match::Nothing(host) => {
                self.shape(host, &address);
                return self.put_aside(Aside::NoOperation);
            }
            Match::Method(at) => {
                seen.push(request::of_operation(Kind::UndocumentedMethod, &method));
                at
            }
            Match::Version(at) => {
                seen.push(request::of_operation(Kind::UndocumentedVersion, &method));
                at
            }
            Match::Operation(at, parameters) => {
                self.matched += 1;
                let api = self.api;
                let operation =
                    self.operations[at].get_or_insert_with(|| Box::new(api.operation(at)));
                operation.seen += 1;
                if operation.is_documented {
                    request::judge(
                        operation,
                        &api.names,
                        exchange,
                        &address,
                        &parameters,
                        &mut seen,
                    );
                    if (400..500).contains(&exchange.status) && !seen.is_empty() {
                        seen.clear();
                        *self.aside.entry(Aside::Refused).or_default() += 1;
                    }
                    let aside =
                        response::judge(operation, &api.names, exchange, &method, &mut seen);
                    if let Some(aside) = aside {
                        *self.aside.entry(aside).or_default() += 1;
                    }
                }
                at
            }
        };
        self.fold(at, seen, exchange, told);
    }

    /// Counts what was seen in an exchange among what is equal to it.
    fn fold(
        &mut self,
        at: usize,
        seen: Vec<Seen>,
        exchange: &Exchange,
        told: &mut dyn FnMut(&Occurrence),
    ) {
        let mut before: Vec<usize> = Vec::new();
        for seen in seen {
            let alike = Alike {
                kind: seen.kind,
                operation: at,
                place: seen.place,
                name: seen.name,
                problem: seen.problem,
            };
            let spot = Spot {
                recording: exchange.recording,
                exchange: exchange.number,
                pointer: seen.pointer,
            };
            let index = match self.folded.get(&alike) {
                Some(index) => *index,
                None => self.found(alike, &spot),
            };
            let finding = &mut self.findings[index];
            finding.times += 1;
            if !before.contains(&index) {
                before.push(index);
                finding.exchanges += 1;
                if let Some(day) = &exchange.day {
                    widen(&mut finding.days, day);
                }
            }
            told(&Occurrence {
                finding: &self.findings[index],
                spot,
            });
        }
    }

    /// A finding that nothing before is equal to.
    fn found(&mut self, alike: Alike, spot: &Spot) -> usize {
        let readings = self.api.readings(alike.operation);
        let lore = &self.operation(alike.operation).lore;
        let mut cited = lore.cite(&alike.place, &alike.name, alike.kind.aspect(), readings);
        // What is not documented is shown where it would be.
        let member = match alike.kind {
            Kind::UndocumentedStatus => Some("/responses"),
            Kind::UndocumentedParameter => Some("/parameters"),
            Kind::UndocumentedMethod | Kind::UndocumentedVersion => Some(""),
            _ => None,
        };
        if let (Some(member), Some(node)) = (member, lore.node()) {
            cited.element = Some(node + member);
        }
        let finding = Finding {
            kind: alike.kind,
            operation: Arc::clone(lore.operation()),
            place: alike.place.clone(),
            name: alike.name.clone(),
            problem: alike.problem.clone(),
            cited,
            times: 0,
            exchanges: 0,
            first: spot.clone(),
            days: None,
        };
        self.findings.push(finding);
        let index = self.findings.len() - 1;
        self.folded.insert(alike, index);
        index
    }

    /// Counts a path by its shape: parts that no document names are `*`.
    fn shape(&mut self, host: Host, address: &Address) {
        let host = match host {
            Host::Documented => &address.host,
            _ => "the server that was given",
        };
        let shape = format!("{host}/{}", self.api.shape(address, "*"));
        if self.shapes.len() < SHAPES || self.shapes.contains_key(&shape) {
            *self.shapes.entry(shape).or_default() += 1;
        }
    }
}

/// Makes a span of days hold one more; days are written `2026-11-27` (RFC 3339, section 5.6).
fn widen(days: &mut Option<(String, String)>, day: &str) {
    match days {
        None => *days = Some((day.to_owned(), day.to_owned())),
        Some((first, last)) => {
            if day < first.as_str() {
                day.clone_into(first);
            }
            if day > last.as_str() {
                day.clone_into(last);
            }
        }
    }
}
