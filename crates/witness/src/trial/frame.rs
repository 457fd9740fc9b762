//! What stands around the shapes of an API, and is compared only if both sides speak of it.

use std::collections::BTreeSet;

use claims::{Aspect, Claim, PageClaims};
use review::Readings;
use serde_json::Value;

use super::Silence;

/// What closes an object.
const CLOSED: [&str; 2] = ["additionalProperties=false", "unevaluatedProperties=false"];

/// What stands around the shapes of an API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// Where it is served.
    Servers,
    /// What stands in braces in an address, which a description must name and a page need not.
    ServerVariables,
    /// How a caller proves who it is.
    Security,
    /// The media types of bodies.
    MediaTypes,
    /// The rows of error tables, which a description has as examples of errors.
    ErrorRows,
    /// Whether a request needs a body.
    RequestBodies,
    /// Where valid values are to be looked up, digits of decimals, and what values are made of.
    Values,
    /// How values are written, and what extensions say.
    Extensions,
    /// The headers of responses.
    ResponseHeaders,
    /// Whether objects may have more properties than the named ones: a manner of the description, if it
    /// says so more than once.
    Closed,
    /// What schemas are called among themselves.
    SchemaNames,
}

impl Frame {
    /// What people call it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Servers => "servers",
            Self::ServerVariables => "variables of servers",
            Self::Security => "security",
            Self::MediaTypes => "media types",
            Self::ErrorRows => "rows of errors",
            Self::RequestBodies => "whether a body is required",
            Self::Values => "reference data, precisions and parts of values",
            Self::Extensions => "styles, links and extensions",
            Self::ResponseHeaders => "headers of responses",
            Self::Closed => "whether objects may have other properties",
            Self::SchemaNames => "identifiers and definitions of schemas",
        }
    }

    fn of(claim: &Claim) -> Option<Self> {
        match (&*claim.place, claim.aspect) {
            ("server", _) => Some(Self::Servers),
            ("server variable", _) => Some(Self::ServerVariables),
            ("security", _) => Some(Self::Security),
            (_, Aspect::MediaType) => Some(Self::MediaTypes),
            (_, Aspect::Error) => Some(Self::ErrorRows),
            ("body", Aspect::Required) if claim.name.is_empty() => Some(Self::RequestBodies),
            (
                _,
                Aspect::ReferenceData
                | Aspect::ReferenceCode
                | Aspect::Precision
                | Aspect::RequiredUnless
                | Aspect::Field,
            ) => Some(Self::Values),
            (_, Aspect::Keyword) if CLOSED.contains(&&*claim.value) => Some(Self::Closed),
            (_, Aspect::Keyword) => {
                let keyword = claim.value.split('=').next().unwrap_or_default();
                Self::of_keyword(keyword)
            }
            _ => None,
        }
    }

    /// The frame that a keyword of OpenAPI belongs to.
    fn of_keyword(keyword: &str) -> Option<Self> {
        match keyword {
            "servers" => Some(Self::Servers),
            "variables" => Some(Self::ServerVariables),
            "security" => Some(Self::Security),
            "content" => Some(Self::MediaTypes),
            "x-precision" | "x-reference-data" | "x-reference-code" | "x-fields" => {
                Some(Self::Values)
            }
            "headers" => Some(Self::ResponseHeaders),
            "$schema" | "$id" | "$anchor" | "$dynamicAnchor" | "$vocabulary" | "$defs"
            | "definitions" => Some(Self::SchemaNames),
            "style" | "explode" | "allowReserved" | "xml" | "discriminator" | "externalDocs"
            | "encoding" | "callbacks" | "links" => Some(Self::Extensions),
            _ if keyword.starts_with("x-") => Some(Self::Extensions),
            _ => None,
        }
    }
}

/// Which frames both sides speak of.
pub(super) struct Frames<'p> {
    shared: BTreeSet<Frame>,
    /// The servers that the pages name anywhere.
    servers: BTreeSet<&'p str>,
}

impl<'p> Frames<'p> {
    pub(super) fn of(pages: &[&'p PageClaims], readings: &Readings, description: &Value) -> Self {
        let stated = pages.iter().flat_map(|page| &page.claims);
        let stated = || stated.clone().map(|stated| &stated.claim);
        let says = readings.all().iter().flat_map(|reading| &reading.says);
        let supplied = says.filter_map(|says| {
            let place = says.place.as_deref().unwrap_or_default();
            Frame::of(&Claim::new("", place, "", says.aspect, &says.value))
        });
        let ours: BTreeSet<Frame> = stated().filter_map(Frame::of).chain(supplied).collect();
        let mut theirs = BTreeSet::new();
        let mut closed = 0;
        speaks(description, false, &mut theirs, &mut closed);
        let servers = stated().filter(|claim| &*claim.place == "server");
        let mut shared: BTreeSet<Frame> = ours.intersection(&theirs).copied().collect();
        if closed == 1 || ours.contains(&Frame::Closed) {
            shared.insert(Frame::Closed);
        }
        Self {
            shared,
            servers: servers.map(|claim| &*claim.name).collect(),
        }
    }

    /// Whether a page names the server of a claim.
    pub(super) fn has_server(&self, claim: &Claim) -> bool {
        self.servers.contains(&*claim.name)
    }

    /// Why a claim is not compared, if only one side speaks of its frame.
    pub(super) fn unshared(&self, claim: &Claim) -> Option<Silence> {
        let frame = Frame::of(claim)?;
        (!self.shared.contains(&frame)).then_some(Silence::OneSide(frame))
    }
}

/// Finds the frames that a description speaks of, and how many objects it closes; `error` is whether
/// this is within a response with an error.
fn speaks(node: &Value, error: bool, found: &mut BTreeSet<Frame>, closed: &mut usize) {
    match node {
        Value::Object(members) => {
            for (name, value) in members {
                let there = match value {
                    Value::Array(items) => !items.is_empty(),
                    Value::Object(members) => !members.is_empty(),
                    _ => true,
                };
                found.extend(Frame::of_keyword(name).filter(|_| there));
                let closes = |said: &&str| said.strip_suffix("=false") == Some(name);
                if *value == Value::Bool(false) && CLOSED.iter().any(closes) {
                    *closed += 1;
                }
                if name == "requestBody" && value.get("required").is_some() {
                    found.insert(Frame::RequestBodies);
                }
                if error && matches!(name.as_str(), "example" | "examples") {
                    found.insert(Frame::ErrorRows);
                }
                let of_error = name.len() == 3 && name.starts_with(['4', '5']);
                let schema = name == "schema" || name == "schemas";
                speaks(value, (error || of_error) && !schema, found, closed);
            }
        }
        Value::Array(items) => {
            for item in items {
                speaks(item, error, found, closed);
            }
        }
        _ => {}
    }
}
