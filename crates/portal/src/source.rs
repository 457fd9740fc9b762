//! The sources of the sandbox: where it serves the operations of a page, and whom it lets in.

use contract::catalogue::SECURITY_SCHEMES;

/// Where the sandbox is, unless the portal is served by it.
pub(crate) const SANDBOX: &str = "http://127.0.0.1:8080";

/// Every page with the prefix that the sandbox has for it.
const PREFIXES: [(&str, &str); 5] = [
    ("citi-hong-kong", "citi-hong-kong"),
    ("citi-australia", "citi-australia"),
    ("citibanamex-segments", "citibanamex"),
    ("worldline-connect", "worldline"),
    ("flexiti-customers", "flexiti"),
];

/// The prefix of a page's paths in the sandbox, without slashes; of a page that it does not know,
/// the page's id.
pub(crate) fn prefix(page: &str) -> &str {
    let known = PREFIXES.iter().find(|(known, _)| *known == page);
    known.map_or(page, |(_, prefix)| prefix)
}

/// What the `Authorization` header of the first invented customer says, by the name of the security
/// scheme.
pub(crate) fn authorization(security: &str) -> &'static str {
    let mut schemes = SECURITY_SCHEMES.iter();
    let known = schemes.find(|known| known.name == security);
    if known.is_some_and(|known| known.scheme == "GCS") {
        "GCS v1Client:customer-1"
    } else {
        "Bearer customer-1"
    }
}
