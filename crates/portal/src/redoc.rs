//! Redoc, which draws the reference, without what it would load from elsewhere.

use crate::error::Problem;

/// Redoc's standalone bundle without the one address that it loads: its logo is replaced by
/// nothing, and the link to its makers stays.
///
/// # Errors
///
/// Returns an error if the bundle does not hold the address exactly once.
pub fn offline(bundle: &str) -> Result<String, Problem> {
    /// Where Redoc 2.5.4 has its logo.
    const LOGO: &str = "https://cdn.redoc.ly/redoc/logo-mini.svg";
    /// A picture of nothing.
    const NOTHING: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
    match bundle.matches(LOGO).count() {
        1 => Ok(bundle.replace(LOGO, NOTHING)),
        found => Err(Problem::Logo(found)),
    }
}
