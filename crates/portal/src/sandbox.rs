//! The sandbox: where it is, and whom it lets in. It serves each page below the page's id.

use contract::catalogue::SECURITY_SCHEMES;

/// Where the sandbox is, unless the portal is served by it.
pub(crate) const SANDBOX: &str = "http://127.0.0.1:8080";

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
