//! The documented operations, as recorded exchanges are held against them.

mod address;
mod check;
mod lore;
mod names;
mod operation;
mod shape;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use claims::openapi::{Operation as Found, OperationReader};
use jsonschema::Registry;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use review::{Expected, Readings};
use serde_json::Value;

pub(crate) use address::Address;
use address::{Base, Part, is_version, parts};
pub(crate) use check::{Check, options};
pub use lore::Citation;
pub(crate) use names::Names;
pub(crate) use operation::{Media, Operation, Response, Row};
pub(crate) use shape::{Leaf, Node, NodeId, NumberRule};

/// How many parts of a path, beside its version, make it unlike all others: what has a host of its
/// own is known by its path alone.
const TELLING: usize = 2;

/// One API: its document, and what pages say of it.
#[derive(Clone, Debug)]
pub struct Described<'d> {
    /// What `--server URL=ID` calls it.
    pub id: &'d str,
    /// The document, OpenAPI 3.1.
    pub document: &'d Value,
    /// What the document must say, with the lines of pages.
    pub expected: Vec<&'d Expected>,
    /// The readings that the evidence names.
    pub readings: &'d Readings,
}

/// Every documented operation, by the addresses at which it is served.
pub struct Api<'d> {
    pub(crate) described: &'d [Described<'d>],
    registries: Vec<Option<Registry<'d>>>,
    routes: Vec<Route<'d>>,
    mounts: Vec<Mount>,
    /// The parts of documented paths that are no parameters.
    fixed: HashSet<String>,
    pub(crate) names: Names,
}

/// An operation and its path.
struct Route<'d> {
    service: usize,
    found: Found<'d>,
    path: Vec<Part>,
    is_listed: bool,
}

/// Operations at one base address, by how many parts their paths have.
struct Mount {
    base: Base,
    /// Whether a document names it.
    is_documented: bool,
    routes: HashMap<usize, Vec<usize>>,
}

/// Names and values of the parameters in a path.
pub(crate) type Parameters = Vec<(String, String)>;

/// What a request is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// An operation: its index, and the parameters of the path with their values.
    Operation(usize, Parameters),
    /// The path of a documented operation, with another method.
    Method(usize),
    /// A documented operation at another version of its path.
    Version(usize),
    /// No operation, at a host that documents or `--server` name, or at another.
    Nothing(Host),
}

impl<'d> Api<'d> {
    /// The operations of some APIs. `servers` are further base addresses, each with the id of an API.
    ///
    /// # Errors
    ///
    /// Returns an error for each address whose id is none of an API.
    pub fn of(
        described: &'d [Described<'d>],
        servers: &[(String, String)],
    ) -> Result<Self, Vec<String>> {
        let mut api = Self {
            described,
            registries: Vec::new(),
            routes: Vec::new(),
            mounts: Vec::new(),
            fixed: HashSet::new(),
            names: Names::default(),
        };
        for (service, described) in described.iter().enumerate() {
            api.registries.push(check::registry(described.document));
            api.names.learn(described.document);
            for found in claims::openapi::operations(described.document) {
                let listed = found.value.get(claims::openapi::DOCUMENTATION);
                let own = found.value.get("servers").filter(|it| it.is_array());
                let own = own.or_else(|| described.document.get("servers"));
                let urls: Vec<&str> = own
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(|server| server.get("url")?.as_str())
                    .collect();
                let route = api.routes.len();
                api.routes.push(Route {
                    service,
                    path: parts(found.path),
                    is_listed: listed.is_some_and(|it| it == "listed"),
                    found,
                });
                for url in if urls.is_empty() { &["/"][..] } else { &urls } {
                    api.mount(Base::of(url), true, route);
                }
            }
        }
        let mut errors = Vec::new();
        for (url, id) in servers {
            let Some(service) = described.iter().position(|it| it.id == id) else {
                let ids: Vec<_> = described.iter().map(|it| format!("`{}`", it.id)).collect();
                errors.push(format!(
                    "expected URL=ID with the id of an API, but found another id instead; one of {}",
                    ids.join(", ")
                ));
                continue;
            };
            for route in 0..api.routes.len() {
                if api.routes[route].service == service {
                    api.mount(Base::of(url), false, route);
                }
            }
        }
        let documented = api.mounts.iter().filter(|mount| mount.is_documented);
        let bases = documented.flat_map(|mount| &mount.base.path);
        let parts = bases.chain(api.routes.iter().flat_map(|route| &route.path));
        let fixed = parts.filter_map(|part| match part {
            Part::Literal(text) => Some(text.clone()),
            Part::Parameter(..) => None,
        });
        api.fixed = fixed.collect();
        // Hosts that are named come first.
        api.mounts
            .sort_by_key(|mount| (mount.base.host.is_none(), Reverse(mount.base.path.len())));
        if errors.is_empty() {
            Ok(api)
        } else {
            Err(errors)
        }
    }

    fn mount(&mut self, base: Base, is_documented: bool, route: usize) {
        let length = self.routes[route].path.len();
        let same = |it: &Mount| it.base == base && it.is_documented == is_documented;
        let known = self.mounts.iter().position(same);
        let at = known.unwrap_or_else(|| {
            self.mounts.push(Mount {
                base,
                is_documented,
                routes: HashMap::new(),
            });
            self.mounts.len() - 1
        });
        self.mounts[at]
            .routes
            .entry(length)
            .or_default()
            .push(route);
    }

    /// How many operations there are.
    pub(crate) fn len(&self) -> usize {
        self.routes.len()
    }

    /// The checks of an operation.
    pub(crate) fn operation(&self, route: usize) -> Operation<'d> {
        let route = &self.routes[route];
        let described = &self.described[route.service];
        let registry = self.registries[route.service].as_ref();
        let mut reader = OperationReader::of(described.document);
        Operation::of(
            described.document,
            registry,
            &route.found,
            &mut reader,
            &described.expected,
        )
    }

    /// The readings about the API of an operation.
    pub(crate) fn readings(&self, route: usize) -> &'d Readings {
        self.described[self.routes[route].service].readings
    }

    /// The id of the API of an operation.
    pub(crate) fn id(&self, route: usize) -> &'d str {
        self.described[self.routes[route].service].id
    }

    /// The address of an operation with other values in its path. A host that no document names, and
    /// that only `--server` does, is not said.
    pub(crate) fn url(
        &self,
        at: usize,
        address: &Address,
        mut value: impl FnMut((&str, &str)) -> String,
    ) -> String {
        let route = &self.routes[at];
        let length = route.path.len();
        let has = |it: &&Mount| {
            it.is_documented
                && it
                    .routes
                    .get(&length)
                    .is_some_and(|routes| routes.contains(&at))
        };
        let base = self.mounts.iter().find(has).map(|it| &it.base);
        let host = base.and_then(|base| base.host.as_deref());
        let mut url = format!("https://{}", host.unwrap_or("nowhere.invalid"));
        let base = base.map(|base| base.path.as_slice()).unwrap_or_default();
        // The end of a path is the same at every address; what is before it need not be as long.
        let length = base.len() + length;
        for (index, part) in base.iter().chain(&route.path).enumerate() {
            let segment = (index + address.segments.len()).checked_sub(length);
            let segment = segment.and_then(|at| address.segments.get(at));
            let segment = segment.map_or("", String::as_str);
            let text = match part {
                Part::Literal(_) if part.is_version() && is_version(segment) => segment.to_owned(),
                Part::Literal(text) => text.clone(),
                Part::Parameter(before, name, end) => {
                    let given = part.value(segment).unwrap_or_default();
                    format!("{before}{}{end}", value((name, given)))
                }
            };
            url.push('/');
            url.push_str(&utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string());
        }
        url
    }

    /// A path in which every part is another text that no documented path has as it stands.
    pub(crate) fn shape(&self, address: &Address, unnamed: &str) -> String {
        let may_be_said =
            |part: &str| self.fixed.contains(part) || part.len() < 5 && is_version(part);
        let part = |it: &String| {
            if may_be_said(it) {
                it.clone()
            } else {
                unnamed.to_owned()
            }
        };
        let parts: Vec<String> = address.segments.iter().map(part).collect();
        parts.join("/")
    }

    /// What a request is about.
    pub(crate) fn find(&self, method: &str, address: &Address) -> Match {
        let mut host = Host::Other;
        let mut best: Option<(Rank, usize, Parameters)> = None;
        for mount in &self.mounts {
            let named = mount.base.host.as_ref().map(|host| *host == address.host);
            if named == Some(false) {
                continue;
            }
            if named == Some(true) {
                host = host.max(if mount.is_documented {
                    Host::Documented
                } else {
                    Host::Given
                });
            }
            let (path, base) = (&address.segments, &mount.base.path);
            let Some(behind) = path.len().checked_sub(base.len()) else {
                continue;
            };
            let routes = mount
                .routes
                .get(&behind)
                .map(Vec::as_slice)
                .unwrap_or_default();
            for &index in routes {
                let route = &self.routes[index];
                let whole = || base.iter().chain(&route.path);
                let Some(version) = Version::of(whole(), path) else {
                    continue;
                };
                let same =
                    route.found.method == method || route.found.method == "GET" && method == "HEAD";
                let told = whole().filter(|it| matches!(it, Part::Literal(_)) && !it.is_version());
                // What is like an operation, at a host that nobody names, may be anything.
                let alike = same && version == Version::Same;
                if !alike && named.is_none() && told.count() < TELLING
                    || version == Version::Other && (!same || route.is_listed)
                {
                    continue;
                }
                let literal = |it: &Part| matches!(it, Part::Literal(_));
                let rank = Rank {
                    version,
                    same,
                    is_named: named.is_some(),
                    concrete: whole().map(literal).collect(),
                    is_documented: !route.is_listed,
                };
                if best.as_ref().is_none_or(|(known, _, _)| *known < rank) {
                    let parameters = whole().zip(path).filter_map(|(part, segment)| match part {
                        Part::Parameter(_, name, _) => {
                            Some((name.clone(), part.value(segment)?.to_owned()))
                        }
                        Part::Literal(_) => None,
                    });
                    best = Some((rank, index, parameters.collect()));
                }
            }
        }
        match best {
            Some((rank, index, parameters)) => match (rank.version, rank.same) {
                (Version::Other, _) => Match::Version(index),
                (Version::Same, true) => Match::Operation(index, parameters),
                (Version::Same, false) => Match::Method(index),
            },
            None => Match::Nothing(host),
        }
    }
}

/// Who names a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Host {
    /// Nobody.
    Other,
    /// The one who runs the command: it is not said, for it can be a customer's.
    Given,
    /// A document.
    Documented,
}

/// How well an operation fits a request, the better the greater.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    version: Version,
    same: bool,
    is_named: bool,
    /// Concrete parts come before templated ones (OpenAPI 3.1, section 4.8.8).
    concrete: Vec<bool>,
    is_documented: bool,
}

/// Whether a path is that of an operation, or one of another version of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Version {
    Other,
    Same,
}

impl Version {
    fn of<'p>(parts: impl Iterator<Item = &'p Part>, path: &[String]) -> Option<Self> {
        let mut version = Self::Same;
        for (part, segment) in parts.zip(path) {
            if !part.is(segment) {
                if version == Self::Other || !part.is_version() || !is_version(segment) {
                    return None;
                }
                version = Self::Other;
            }
        }
        Some(version)
    }
}
