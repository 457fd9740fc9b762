//! Which operation of one side is which of the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim};

/// Which operations of two sides are the same: by method and path, whatever the base path and the
/// names in braces.
///
/// A base path is what all paths of one side begin with and those of the other do not. Where both
/// sides name their servers, the paths of these count as well. A method that a page lost (`?`) is any
/// method, if only one operation has the path.
#[derive(Clone, Debug, Default)]
pub struct Operations {
    /// By the name that the other side gives it.
    ours: BTreeMap<Arc<str>, Arc<str>>,
    /// Those that only theirs has, as ours would call them: behind its base path.
    added: BTreeMap<Arc<str>, Arc<str>>,
}

/// An operation by its method and its path without names.
struct Route {
    operation: Arc<str>,
    method: String,
    path: String,
    /// The path behind those of its servers, and without that of one which its side names anywhere.
    full: BTreeSet<String>,
}

/// A part that the paths of one side begin with, and those of the other side do not.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Base {
    /// The paths are alike as they are, or with those of the servers.
    None,
    Ours(String),
    Theirs(String),
}

impl Base {
    /// What ours would call an operation of theirs, where it is called otherwise; `named` are the paths
    /// of servers.
    fn called(&self, operation: &str, named: &BTreeSet<&String>) -> Option<String> {
        let (method, path) = operation.split_once(' ')?;
        let without = |base: &String| {
            let rest = path.strip_prefix(base.as_str())?;
            (rest.starts_with('/') && !base.is_empty()).then(|| format!("{method} {rest}"))
        };
        match self {
            Self::None => named.iter().find_map(|base| without(base)),
            Self::Ours(base) => Some(format!("{method} {base}{path}")),
            Self::Theirs(base) => without(base),
        }
    }
}

/// How many operations one base can be of, before the rest is not looked at.
const BASES: usize = 64;

impl Operations {
    /// Matches the operations of two sets of claims.
    #[must_use]
    pub fn of<'c>(
        ours: impl IntoIterator<Item = &'c Claim>,
        theirs: impl IntoIterator<Item = &'c Claim>,
    ) -> Self {
        Self::between(&Servers::of(ours), &Servers::of(theirs))
    }

    /// Matches operations, each given with the servers that it has.
    #[must_use]
    pub fn between(ours: &Servers, theirs: &Servers) -> Self {
        // Where both name the same servers, the paths are behind the same address.
        let same_servers = ours.bases() == theirs.bases() && !ours.bases().is_empty();
        let named: BTreeSet<&String> = &ours.bases() | &theirs.bases();
        let (ours, theirs) = (ours.routes(), theirs.routes());
        let mut matches = Self::default();
        let mut bases: Vec<Base> = bases(&ours, &theirs).into_iter().collect();
        bases.truncate(if same_servers { 1 } else { BASES });
        let mut found: Vec<_> = bases
            .iter()
            .map(|base| (base, pairs(&ours, &theirs, base)))
            .collect();
        // Most operations first; of equal ones the shorter base, which sorts first.
        found.sort_by_key(|(_, pairs)| std::cmp::Reverse(pairs.len()));
        if let Some((base, pairs)) = found.into_iter().next() {
            matches.ours.extend(pairs);
            let taken: BTreeSet<_> = ours.iter().map(|route| &*route.operation).collect();
            for route in theirs {
                let called = base.called(&route.operation, &named);
                if let Some(called) = called.filter(|it| !taken.contains(&**it)) {
                    matches.added.insert(route.operation, called.into());
                }
            }
        }
        matches
    }

    /// Our name of one of their operations, if both have it.
    #[must_use]
    pub fn ours(&self, theirs: &str) -> Option<&Arc<str>> {
        self.ours.get(theirs)
    }

    /// Each operation that both have: their name of it, and ours.
    pub fn pairs(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<str>)> {
        self.ours.iter()
    }

    /// How many operations both sides have.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ours.len()
    }

    /// Whether the sides have no operation in common.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ours.is_empty()
    }

    /// A claim of theirs about our operation and our path parameters; if only they have the operation,
    /// about the one that ours would have.
    #[must_use]
    pub fn call(&self, claim: &Claim) -> Claim {
        let added = || self.added.get(&claim.operation);
        let ours = self.ours(&claim.operation).or_else(added);
        let Some(ours) = ours.filter(|ours| **ours != claim.operation) else {
            return claim.clone();
        };
        let mut called = claim.clone();
        if &*claim.place == "path" {
            let (head, tail) = claim.name.split_once('.').unwrap_or((&claim.name, ""));
            let names = names(&claim.operation).into_iter().zip(names(ours));
            let mut renamed = names.filter(|(theirs, _)| *theirs == head);
            if let Some((_, name)) = renamed.next() {
                let dot = if tail.is_empty() { "" } else { "." };
                called.name = format!("{name}{dot}{tail}").into();
            }
        }
        called.operation = Arc::clone(ours);
        called
    }
}

/// The operations of one side, each with the addresses of its servers.
#[derive(Clone, Debug, Default)]
pub struct Servers(BTreeMap<Arc<str>, BTreeSet<String>>);

impl Servers {
    /// Every operation that claims are about, with its servers.
    #[must_use]
    pub fn of<'c>(claims: impl IntoIterator<Item = &'c Claim>) -> Self {
        let mut servers = Self::default();
        let mut last: Option<&Arc<str>> = None;
        for claim in claims {
            let server = &*claim.place == "server" && claim.aspect == Aspect::Listed;
            if server || last.replace(&claim.operation) != Some(&claim.operation) {
                servers.add(&claim.operation, server.then_some(&*claim.name));
            }
        }
        servers
    }

    /// Adds an operation, and a server of it if it has one.
    pub fn add(&mut self, operation: &Arc<str>, server: Option<&str>) {
        let servers = match self.0.get_mut(operation) {
            Some(servers) => servers,
            None => self.0.entry(Arc::clone(operation)).or_default(),
        };
        servers.extend(server.map(base));
    }

    /// The paths of all servers.
    fn bases(&self) -> BTreeSet<&String> {
        self.0.values().flatten().collect()
    }

    fn routes(&self) -> Vec<Route> {
        let all = self.bases();
        let without = |path: &str| -> Vec<String> {
            let rest = all
                .iter()
                .filter_map(|base| path.strip_prefix(base.as_str()));
            let rest = rest.filter(|rest| rest.starts_with('/') && *rest != path);
            rest.map(str::to_owned).collect()
        };
        let route = |(operation, bases): (&Arc<str>, &BTreeSet<String>)| {
            let (method, path) = operation.split_once(' ')?;
            // A second operation of a path that lost its method: `? /v1/boats #2`.
            let path = path
                .split(' ')
                .next()
                .filter(|path| path.starts_with('/'))?;
            let path = unnamed(path);
            Some(Route {
                operation: Arc::clone(operation),
                method: method.to_owned(),
                full: bases
                    .iter()
                    .map(|base| format!("{base}{path}"))
                    .chain(without(&path))
                    .collect(),
                path,
            })
        };
        self.0.iter().filter_map(route).collect()
    }
}

/// The path of a server's address, without the slash at its end.
fn base(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    path.split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned()
}

/// A path without the names in its braces.
fn unnamed(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    let mut within = false;
    for character in path.trim_end_matches('/').chars() {
        match character {
            '{' => within = true,
            '}' if within => {
                within = false;
                text.push_str("{}");
            }
            _ if within => {}
            other => text.push(other),
        }
    }
    text
}

/// The names in the braces of an operation's path, in their order.
fn names(operation: &str) -> Vec<&str> {
    let parts = operation.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

/// Every base that makes at least one path of theirs one of ours.
fn bases(ours: &[Route], theirs: &[Route]) -> BTreeSet<Base> {
    let mut bases = BTreeSet::from([Base::None]);
    let paths = |routes: &[Route]| -> BTreeSet<String> {
        routes.iter().map(|route| route.path.clone()).collect()
    };
    let mut add = |long: &[Route], short: &BTreeSet<String>, base: fn(String) -> Base| {
        for route in long {
            for (at, _) in route.path.match_indices('/').skip(1) {
                let (head, tail) = route.path.split_at(at);
                if !head.contains('{') && short.contains(tail) {
                    bases.insert(base(head.to_owned()));
                }
            }
        }
    };
    add(ours, &paths(theirs), Base::Ours);
    add(theirs, &paths(ours), Base::Theirs);
    bases
}

/// Their operations that are ours under a base, theirs first.
fn pairs(ours: &[Route], theirs: &[Route], base: &Base) -> Vec<(Arc<str>, Arc<str>)> {
    let mut by_path: BTreeMap<&str, Vec<&Route>> = BTreeMap::new();
    for route in ours {
        let path = match base {
            Base::Ours(base) => route.path.strip_prefix(base.as_str()),
            Base::None | Base::Theirs(_) => Some(&*route.path),
        };
        let full = route
            .full
            .iter()
            .map(String::as_str)
            .filter(|_| *base == Base::None);
        for path in full.chain(path) {
            let alike = by_path.entry(path).or_default();
            if alike.last().is_none_or(|last| !std::ptr::eq(*last, route)) {
                alike.push(route);
            }
        }
    }
    let mut taken = BTreeSet::new();
    let pair = |route: &Route| {
        let path = match base {
            Base::Theirs(base) => route.path.strip_prefix(base.as_str()),
            Base::None | Base::Ours(_) => Some(&*route.path),
        };
        let full = route
            .full
            .iter()
            .map(String::as_str)
            .filter(|_| *base == Base::None);
        let ours = path.into_iter().chain(full).find_map(|path| {
            let alike = by_path.get(path)?;
            let same = alike.iter().find(|ours| ours.method == route.method);
            same.copied().or_else(|| {
                let lost = route.method == "?" || alike.iter().all(|ours| ours.method == "?");
                (lost && alike.len() == 1).then(|| alike[0])
            })
        })?;
        let pair = (Arc::clone(&route.operation), Arc::clone(&ours.operation));
        taken.insert(Arc::clone(&ours.operation)).then_some(pair)
    };
    theirs.iter().filter_map(pair).collect()
}
