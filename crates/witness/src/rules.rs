//! What each kind of finding means to somebody who holds a description against pages.

use reports::{Rule, Tool};
use review::{Finding, Kind};

/// The tool, as reports speak of it.
pub(crate) const TOOL: Tool<'static> = Tool {
    check: "witness check",
    export: "",
    rule,
    contradiction: Rule {
        short: "The pages contradict each other or themselves.",
        full: "Pages say different things about one element.",
        help: "Decide with a reading which of them counts.",
        address: OPENAPI,
    },
};

/// What a description is.
const OPENAPI: &str = "https://spec.openapis.org/oas/v3.1.0.html";

const fn rule(kind: Kind) -> Rule {
    let (short, full, help) = match kind {
        Kind::Missing => (
            "The page says it, the description does not.",
            "A statement of a page has no counterpart in the description, and no reading says why.",
            "add it to the description, or record with a reading of kind `omit` why not",
        ),
        Kind::Contradicted => (
            "Page and description say different things.",
            "Both speak of one aspect of one element and do not say the same.",
            "correct the description, or record with a reading of kind `override` why it is right",
        ),
        Kind::Unsupported => (
            "The description says it, no page does.",
            "A statement of the description has no line on any page, and no reading supplies it.",
            "remove it from the description, or record with a reading of kind `supply` where it comes from",
        ),
        Kind::StaleReading => (
            "A reading explains nothing.",
            "No claim of a page is what the reading applies to.",
            "correct or remove the reading",
        ),
        _ => (
            "The readings and the pages do not agree.",
            "A reading decides what another one decides too, or what is not there.",
            "correct the reading",
        ),
    };
    Rule {
        short,
        full,
        help,
        address: OPENAPI,
    }
}

/// The finding with what to do about it.
pub(crate) fn fixed(finding: Finding) -> Finding {
    let is_told = finding.is_of_a_claim() || finding.kind == Kind::StaleReading;
    if is_told && finding.fix.is_none() {
        let fix = rule(finding.kind).help;
        return finding.fixed_by(fix);
    }
    finding
}
