//! What only the caller knows: its commands, and how it words its rules.

use review::Kind;

/// The tool that the reports speak of.
#[derive(Clone, Copy)]
pub struct Tool<'t> {
    /// The command that checks, as one types it.
    pub check: &'t str,
    /// The command that writes the artefacts.
    pub export: &'t str,
    /// What a kind of finding means and what to do about it.
    pub rule: fn(Kind) -> Rule,
    /// The same for a contradiction of the sources.
    pub contradiction: Rule,
}

/// What a scanner shows of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What such a finding is, in a few words.
    pub short: &'static str,
    /// What it is, in a sentence or two.
    pub full: &'static str,
    /// What to do about it.
    pub help: &'static str,
    /// Where what it rests on is explained.
    pub address: &'static str,
}
