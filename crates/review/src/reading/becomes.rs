//! What a claim says instead, under a `bind` or an `override`.

use std::sync::Arc;

use claims::{Aspect, Claim, Element};
use serde::Deserialize;

use super::selector::{self, Names};

/// What a claim says instead: another value, or other parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "a value, or a table of operation, place, name, aspect and value"
)]
pub enum Becomes {
    /// The value.
    Value(String),
    /// The parts that are other ones.
    Parts(Parts),
}

/// The parts of a claim that a handle stands for; what is not given stays.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// The operation.
    pub operation: Option<String>,
    /// The place, or several: what one definition says, it says of each body that it serves.
    pub place: Option<Names>,
    /// The name; `*` is the name that the claim has, so that `customer.*` puts it below another.
    pub name: Option<String>,
    /// The aspect.
    #[serde(default, deserialize_with = "selector::some_aspect")]
    pub aspect: Option<Aspect>,
    /// The value.
    pub value: Option<String>,
}

impl Parts {
    /// The claim with these parts, once for each place.
    pub(super) fn of(&self, claim: &Claim) -> Vec<Claim> {
        let part = |part: &Option<String>, was: &Arc<str>| {
            part.as_deref().map_or_else(|| Arc::clone(was), Into::into)
        };
        let name = self
            .name
            .as_ref()
            .map(|name| name.replace('*', &claim.name))
            .map(|name| name.trim_end_matches('.').to_owned());
        let element = |place: Arc<str>| Element {
            operation: part(&self.operation, &claim.operation),
            place,
            name: part(&name, &claim.name),
        };
        let meant = |place| Claim {
            element: element(place).into(),
            aspect: self.aspect.unwrap_or(claim.aspect),
            value: part(&self.value, &claim.value),
        };
        let Some(places) = &self.place else {
            return vec![meant(Arc::clone(&claim.place))];
        };
        let in_place = |place: &String| meant(place.as_str().into());
        places.all().iter().map(in_place).collect()
    }
}
