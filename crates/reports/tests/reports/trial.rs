//! Pages on trial beside documents of which only the claims matter.

use claims::{DocumentClaim, PageClaims};
use reports::{Rule, Tool};
use review::{Case, Kind, Readings};
use serde_json::Value;

/// A page on trial beside these claims.
pub(crate) fn case<'c>(
    page: &'c PageClaims,
    readings: &'c Readings,
    document: &'c Value,
    made: Vec<DocumentClaim>,
) -> Case<'c> {
    let mut case = Case::of(page, readings, document);
    case.reviewed.claims = made;
    case
}

/// The tool that the reports speak of.
pub(crate) const TOOL: Tool<'static> = Tool {
    check: "cargo xtask check",
    export: "cargo xtask export",
    rule,
    contradiction: RULE,
};

const RULE: Rule = Rule {
    short: "It does not agree.",
    full: "Two things that ought to agree do not.",
    help: "Make them agree.",
    address: "https://spec.openapis.org/oas/v3.1.0.html",
};

const fn rule(_: Kind) -> Rule {
    RULE
}
