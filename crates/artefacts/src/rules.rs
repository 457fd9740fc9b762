//! What each kind of finding means in this repository, and the command or the file that mends it.

use reports::{Rule, Tool};
use review::reading::{Gap, Misspelling, Noted};
use review::{Finding, Kind, Readings, TooNarrow};

/// The tool, as reports speak of it.
pub const TOOL: Tool<'static> = Tool {
    check: "cargo xtask check",
    export: "cargo xtask export",
    rule,
    contradiction: CONTRADICTION,
};

/// What a contradiction of the sources is: nothing that is ours to mend, and worth knowing where
/// someone reads the line.
const CONTRADICTION: Rule = Rule {
    short: "The sources contradict each other or themselves.",
    full: "Pages, or a page and other material, say different things about one element. The document keeps what each page says, unless a reading decides otherwise; such a notice fails no check.",
    help: "See spec/reports/contradictions.csv. The letters in spec/reports/questions/ ask the vendors about it.",
    address: OPENAPI,
};

/// The finding with what to do about it, where the trial found it.
pub(crate) fn fixed(finding: Finding, readings: &Readings) -> Finding {
    if let Some(narrow) = &finding.too_narrow {
        let TooNarrow {
            reading,
            line,
            page,
            wider,
        } = narrow;
        let fix = format!(
            "`{reading}` (spec/readings.toml:{line}) says just this of `{page}`: make its `page` \
             `{wider}` if it holds here, too"
        );
        return finding.fixed_by(fix);
    }
    let fix = match finding.kind {
        Kind::Missing => {
            "add it to crates/contract and run `cargo xtask export`, or record a reading in \
             spec/readings.toml"
        }
        Kind::Contradicted => {
            "correct crates/contract and run `cargo xtask export`, or record an override in \
             spec/readings.toml"
        }
        Kind::Unsupported => {
            "remove it from crates/contract and run `cargo xtask export`, or record a supply in \
             spec/readings.toml"
        }
        Kind::StaleReading => {
            let id = finding.reading.clone().unwrap_or_default();
            let entry = entry(&id, readings);
            let fix = format!("correct or remove the {entry} in spec/readings.toml");
            return finding.fixed_by(fix);
        }
        Kind::UnfinishedReading => "complete it in spec/readings.toml, or remove it",
        Kind::ContestedClaim => "narrow one of them",
        Kind::UnclassedElement => {
            "read what it holds, and add its name to a class in spec/classes.toml, or add a class"
        }
        Kind::StaleClass => {
            "remove the name, or move it above the class that covers its elements already"
        }
        Kind::UnreadRule => {
            "teach crates/pages/src/prose.rs to read it, or record an omit in spec/readings.toml \
             that says where the document carries the rule"
        }
        Kind::UnequalRenderings => {
            "omit one of the two in spec/readings.toml, so that the document follows the other"
        }
        _ => return finding,
    };
    finding.fixed_by(fix)
}

/// What kind of entry of `spec/readings.toml` has this id.
fn entry(id: &str, readings: &Readings) -> &'static str {
    if readings
        .misspellings()
        .iter()
        .map(Misspelling::name)
        .any(|it| it == id)
    {
        "misspelling"
    } else if readings.noted().iter().map(Noted::id).any(|it| it == id) {
        "contradiction"
    } else if readings.gaps().iter().map(Gap::page).any(|it| it == id) {
        "gap"
    } else {
        "reading"
    }
}

// This workspace has no public address, and an invented one would lead nowhere: rules lead to the
// specification of what they hold a file to, and the tool to that of what it checks.

/// What a document is.
const OPENAPI: &str = "https://spec.openapis.org/oas/v3.1.0.html";
/// What a claims file is.
const CSV: &str = "https://www.rfc-editor.org/rfc/rfc4180.html";
/// What the file of readings is.
const TOML: &str = "https://toml.io/en/v1.0.0";
/// What a table of mappings is.
const SSSOM: &str = "https://mapping-commons.github.io/sssom/";
/// Why files are what the same input gives again.
const REPRODUCIBLE: &str = "https://reproducible-builds.org/docs/definition/";
/// Why a release is never changed, and what a version says.
const VERSIONS: &str = "https://semver.org/spec/v2.0.0.html";

const CONTRACT: &str = "Correct the type or operation in crates/contract and run `cargo xtask \
                        export`, or record a reading in spec/readings.toml.";
const EXPORT: &str = "Run `cargo xtask export` and commit what it writes.";
const READ: &str = "Run `cargo xtask read --pages DIR` and review the difference in spec/claims.";
const CONFIRM: &str = "Read the line. Correct our text or the reading if it no longer says the \
                       same, and run `cargo xtask confirm PAGE:LINE`.";
const READINGS: &str = "Correct, narrow or remove the entry in spec/readings.toml.";

const CLASSES: &str = "Read what the element holds, and correct spec/classes.toml.";

/// A rule about words that a person confirmed.
const fn confirmed(short: &'static str, full: &'static str) -> [&'static str; 4] {
    [short, full, CONFIRM, CSV]
}

/// A rule about a file that an export writes.
const fn exported(short: &'static str, full: &'static str) -> [&'static str; 4] {
    [short, full, EXPORT, REPRODUCIBLE]
}

/// A rule about a claim on which page and document disagree.
const fn contract(short: &'static str, full: &'static str) -> [&'static str; 4] {
    [short, full, CONTRACT, OPENAPI]
}

/// The kind as a rule of a scanner.
#[expect(clippy::too_many_lines, reason = "one row for each kind")]
fn rule(kind: Kind) -> Rule {
    let [short, full, help, address] = match kind {
        Kind::Missing => contract(
            "The document lacks what the page says.",
            "A page makes a statement, or a reading leads to one, that the document does not make.",
        ),
        Kind::Contradicted => contract(
            "Page and document say different things.",
            "A page, under the readings about it, gives one value, and the document another.",
        ),
        Kind::Unsupported => contract(
            "The document says what nothing supports.",
            "The document makes a statement that no page makes and to which no reading leads.",
        ),
        Kind::UnreadRule => [
            "A sentence looks like a rule, and nothing carries it.",
            "The words of a page look like a condition, a bound, a list of values or another rule, the reader took no fact from them, and no reading decides what the document does about them.",
            "Teach the reader the rule, or record an omit in spec/readings.toml that says where the document carries it.",
            OPENAPI,
        ],
        Kind::UnequalRenderings => [
            "The page renders a body twice, and not alike.",
            "The list of fields of a body and its schema, both on one page, do not make the same statements.",
            "Omit one of the two in spec/readings.toml, so that the document follows the other, and ask the vendor.",
            CSV,
        ],
        Kind::UnclassedElement => [
            "A field or parameter has no class.",
            "No entry of spec/classes.toml says what kind of data a field or parameter is, and how sensitive.",
            CLASSES,
            TOML,
        ],
        Kind::StaleClass => [
            "A class is that of nothing.",
            "A name in spec/classes.toml is of no field and no parameter, or of those that an earlier entry covers.",
            CLASSES,
            TOML,
        ],
        Kind::UnheardWitness => [
            "A second description says nothing.",
            "A file in spec/witnesses/ has no source of its name, a row that is no claim, or no operation of the document.",
            "Correct the file, or remove it.",
            CSV,
        ],
        Kind::UnfitMapping => [
            "A mapping to a public standard does not fit.",
            "A property has no row in a table of spec/crosswalk, a row is about something that the document or the standard does not have, its lengths are not theirs, it does not say what is lost, or it is for another version of the standard.",
            "Correct the row, and say in it what is lost.",
            SSSOM,
        ],
        Kind::StaleReading => [
            "A recorded decision explains nothing.",
            "A reading, a part of one or a misspelling applies to no statement of any page, or supplies what the page states itself.",
            READINGS,
            TOML,
        ],
        Kind::UnfinishedReading => [
            "A recorded decision is a draft.",
            "A reading was drafted by a command, and a person has not completed it: a part of it still has the mark of a draft.",
            READINGS,
            TOML,
        ],
        Kind::ContestedClaim => [
            "Two recorded decisions are about one statement.",
            "Two readings decide what one statement of a page means, so that neither does.",
            READINGS,
            TOML,
        ],
        Kind::StaleClaims => [
            "The claims on file are not those of the page.",
            "The captured page makes other statements than its file in spec/claims has.",
            READ,
            CSV,
        ],
        Kind::EditedClaims => [
            "A file of claims was changed by hand.",
            "The seal of the file does not fit its rows: they are not those that were read from the page.",
            READ,
            CSV,
        ],
        Kind::StaleDescription => confirmed(
            "A description was written for other words.",
            "The page words a statement differently than when our description of it was confirmed.",
        ),
        Kind::StaleMeaning => confirmed(
            "The meaning of a value was written for other words.",
            "The page words what a value of an enum means differently than when our text was confirmed.",
        ),
        Kind::StaleBinding => confirmed(
            "A numbered row reads differently.",
            "A reading names a row by its number, and the page words that row differently than when the name was confirmed.",
        ),
        Kind::StaleEvidence => [
            "The evidence of a recorded decision is not there.",
            "A reading cites lines of a page that are not there, are blank, or have other words than when they were confirmed.",
            CONFIRM,
            TOML,
        ],
        Kind::InvalidDocument => [
            "The document is not valid.",
            "The document breaks OpenAPI or JSON Schema, a reference leads nowhere, a schema contradicts itself, an example does not fit, a rule of crates/document/src/lint.rs is broken, or the catalogue contradicts itself.",
            "Correct crates/contract and run `cargo xtask export`.",
            OPENAPI,
        ],
        Kind::StaleFile => exported(
            "A file is not what the contract gives.",
            "A file in spec/ holds something other than what export writes.",
        ),
        Kind::MissingFile => exported(
            "A file is not there.",
            "An export writes a file in spec/ that is not there.",
        ),
        Kind::OrphanedFile => [
            "Nothing writes a file.",
            "A file in spec/ is neither written by an export nor kept by people.",
            "Run `cargo xtask export`, which removes what an earlier export wrote and nobody changed; move any other file out of spec/.",
            REPRODUCIBLE,
        ],
        Kind::EditedRelease => [
            "A released document is not what was released.",
            "A file in spec/releases does not have the digest that was recorded when it was released, or one of the two is not there.",
            "Restore spec/releases from the commit of the release.",
            VERSIONS,
        ],
    };
    Rule {
        short,
        full,
        help,
        address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_trial_finds_has_a_fix() {
        let readings = Readings::default();
        for kind in [
            Kind::Missing,
            Kind::Contradicted,
            Kind::Unsupported,
            Kind::StaleReading,
            Kind::UnfinishedReading,
            Kind::ContestedClaim,
            Kind::UnreadRule,
            Kind::UnequalRenderings,
            Kind::UnclassedElement,
            Kind::StaleClass,
        ] {
            assert!(
                fixed(Finding::new(kind, ""), &readings).fix.is_some(),
                "{kind:?}"
            );
        }
        // What others find has a fix of its own already.
        let other = Finding::new(Kind::MissingFile, "").fixed_by("write it");
        assert_eq!(fixed(other.clone(), &readings), other);
    }

    #[test]
    fn a_reading_that_is_too_narrow_is_the_fix() {
        let mut finding = Finding::new(Kind::Missing, "");
        finding.too_narrow = Some(TooNarrow {
            reading: "accept".to_owned(),
            line: 7,
            page: "harbour-oslo".to_owned(),
            wider: "harbour-*".to_owned(),
        });
        let fix = fixed(finding, &Readings::default()).fix;
        let due = "`accept` (spec/readings.toml:7) says just this of `harbour-oslo`: make its `page` `harbour-*` if it holds here, too";
        assert_eq!(fix.as_deref(), Some(due));
    }

    #[test]
    fn an_entry_of_the_readings_is_called_what_it_is() {
        let readings = Readings::parse(
            "[[misspelling]]\nname = \"wieght\"\nmeant = \"weight\"\n\
             [[gap]]\npage = \"oslo\"\nmissing = \"the end\"\nhow = \"it was cut\"\n",
        );
        let readings = readings.expect("entries");
        for (id, due) in [
            ("wieght", "misspelling"),
            ("oslo", "gap"),
            ("other", "reading"),
        ] {
            assert_eq!(entry(id, &readings), due);
        }
    }
}
