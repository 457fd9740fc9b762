//! How a caller proves who it is: each way by what its schemes are, whatever their names.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Claim};
use serde_json::{Map, Value};

/// What one scheme is, and the names of those that it is needed together with.
#[derive(Default)]
struct Scheme<'c> {
    is: BTreeSet<String>,
    with: BTreeSet<&'c str>,
}

/// Whether a claim says how callers of an operation prove who they are.
pub(super) fn is_said(claim: &Claim) -> bool {
    &*claim.place == "security"
        || &*claim.place == "operation" && claim.value.starts_with("security=")
}

/// The ways that claims about one operation allow, such as `apiKey, in=header, name=X-Token`; `none`
/// where nobody has to prove anything. What is no requirement, such as an extension, is left out.
pub(super) fn ways<'c>(claims: impl Iterator<Item = &'c Claim>) -> BTreeSet<String> {
    let mut schemes: BTreeMap<&str, Scheme> = BTreeMap::new();
    for claim in claims {
        let scheme = schemes.entry(&claim.name).or_default();
        match (claim.aspect, claim.value.split_once('=')) {
            (Aspect::Type | Aspect::Scheme, _) => {
                scheme.is.insert(claim.value.to_string());
            }
            (_, Some(("together with", other))) => {
                scheme.with.insert(other);
            }
            (_, Some(("in" | "name" | "scope" | "openIdConnectUrl", _))) => {
                scheme.is.insert(claim.value.replace('"', ""));
            }
            (_, Some(("flows", flows))) => {
                let flows: Map<String, Value> = serde_json::from_str(flows).unwrap_or_default();
                scheme
                    .is
                    .extend(flows.keys().map(|flow| format!("flow={flow}")));
            }
            _ => {}
        }
    }
    let text = |name: &&str| match schemes.get(name).map(|scheme| &scheme.is) {
        _ if name.is_empty() => "none".to_owned(),
        Some(is) if !is.is_empty() => is.iter().cloned().collect::<Vec<_>>().join(", "),
        // A scheme that is not defined is no more than its name.
        _ => (*name).to_owned(),
    };
    let way = |(name, scheme): (&&str, &Scheme)| {
        let all = scheme.with.iter().chain([name]).map(text);
        all.collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(" and ")
    };
    schemes.iter().map(way).collect()
}
