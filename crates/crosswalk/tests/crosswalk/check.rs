//! Each check is shown to fail.

use crate::{CONCEPTS, FACTS, PRINTED, Sample, TABLE};

#[test]
fn the_sample_agrees() {
    assert_eq!(Sample::new().problems(), [""; 0]);
}

#[test]
fn no_targets_are_no_problem() {
    let mut sample = Sample::new();
    sample.files.clear();
    assert_eq!(sample.problems(), [""; 0]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one row for each check")]
fn a_broken_file_is_found_with_its_row() {
    for (path, from, to, expected) in [
        (
            TABLE,
            "ours:HarbourBoat.hull",
            "ours:HarbourBoat.keel",
            "`HarbourBoat.hull` has no row",
        ),
        (
            TABLE,
            "ours:HarbourBoat.hull",
            "ours:HarbourBoat.keel",
            "line 14, subject_id: in no concept",
        ),
        (
            TABLE,
            "ours:HarbourBoat.hull",
            "ours:HarbourBerth.depth",
            "line 14, subject_id: in no concept",
        ),
        (
            TABLE,
            "quay:Ship.kind",
            "quay:Ship.sort",
            "line 9, object_id: no fact is of it",
        ),
        (
            TABLE,
            "\t40\t10\t",
            "\t50\t10\t",
            "line 8, subject_length: the document has another",
        ),
        (
            TABLE,
            "\t40\t10\t",
            "\t40\t11\t",
            "line 8, object_length: the facts have another",
        ),
        (TABLE, "the end of long names\t", "\t", ""),
        (
            TABLE,
            "closeMatch\tquay:Ship.title",
            "exactMatch\tquay:Ship.title",
            "",
        ),
        (
            TABLE,
            "\tmap sloop=SAIL",
            "\tsail sloop=SAIL",
            "line 9, transform: it is unknown",
        ),
        (
            TABLE,
            "rust country-2",
            "rust country-9",
            "line 10, transform: it is unknown",
        ),
        (
            TABLE,
            "quay:Ship.register",
            "quay:Ship.master",
            "line 10, transform: it is unknown, or has no place",
        ),
        (
            TABLE,
            "\t1:0\t",
            "\t1:1\t",
            "line 14, mapping_cardinality: 1:0 is of NoTermFound",
        ),
        (
            TABLE,
            "Quay says nothing of hulls.",
            "",
            "line 14, comment: it lacks the loss or the reason",
        ),
        (
            TABLE,
            "version: \"2.1\"",
            "version: \"2.0\"",
            "object_source_version is `2.0`, and that of the facts is another",
        ),
        (
            TABLE,
            "#curie_map:",
            "#curie_map: [",
            "its head is not YAML",
        ),
        (
            TABLE,
            "ours:HarbourBoat.built\t",
            "ours:HarbourBoat.built\tx\t",
            "line: 11",
        ),
        (
            FACTS,
            "^[A-Z]{2}$",
            "^[A-Z]{2$(",
            "line 9, pattern: it is no regular expression",
        ),
        (
            FACTS,
            "Ship.metres,number",
            "Ship.metres,integer",
            "line 12, loss: an exactMatch says what it loses",
        ),
        (
            FACTS,
            "# version: \"2.1\"",
            "# version: \"2.2\"",
            "object_source_version is `2.1`, and that of the facts is another",
        ),
        (
            PRINTED,
            "\"Mooring.side\"",
            "\"Mooring.bow\"",
            "`Mooring.bow` of its .toml is not in the facts",
        ),
        (
            PRINTED,
            "[\"Ship.master\"]",
            "[\"Ship.mate\"]",
            "`Ship.mate` of its .toml is not in the facts",
        ),
        (PRINTED, "from =", "form =", "unknown field `form`"),
        (
            CONCEPTS,
            "\"HarbourBerth.pier\", ",
            "",
            "`HarbourBerth.pier` is not in one concept or outside, but in ``",
        ),
        (
            CONCEPTS,
            "\"HarbourPhone\"",
            "\"HarbourPhone\", \"HarbourBoat.hull\"",
            "but in `boat and skipper`",
        ),
        (
            CONCEPTS,
            "\"HarbourPhone\"",
            "\"HarbourPhone\", \"HarbourMast\"",
            "`HarbourMast` is no property of the document",
        ),
    ] {
        let problems = Sample::new().with(path, from, to).problems();
        let found = problems
            .iter()
            .any(|it| it.starts_with(path) || path == FACTS || path == PRINTED);
        if expected.is_empty() {
            assert_eq!(problems, [""; 0], "{from}");
        } else {
            let named = problems.iter().any(|it| it.contains(expected));
            assert!(found && named, "{from} to {to}: {problems:#?}");
        }
    }
}

#[test]
fn an_exact_match_that_truncates_says_what_is_lost() {
    let exact = ("closeMatch\tquay:Ship.title", "exactMatch\tquay:Ship.title");
    let sample = Sample::new().with(TABLE, exact.0, exact.1);
    assert_eq!(sample.problems(), [""; 0]);
    let silent = sample
        .with(TABLE, "the end of long names\t", "\t")
        .problems();
    assert!(
        silent[0].contains("line 8, loss: an exactMatch says what it loses"),
        "{silent:?}"
    );
}

#[test]
fn what_is_outside_is_in_no_concept_and_needs_no_row() {
    let outside = "[outside]\n\"HarbourBoat.hull\" = \"Nobody has mapped it yet.\"";
    let sample = Sample::new().with(CONCEPTS, "[outside]", outside);
    let problems = sample.problems();
    let of_row = |it: &String| it.starts_with(TABLE) && it.ends_with("subject_id: in no concept");
    assert!(!problems.is_empty(), "it still has its row");
    assert!(problems.iter().all(of_row), "{problems:#?}");
    let sample = sample.with(TABLE, "ours:HarbourBoat.hull", "# ");
    assert_eq!(sample.problems(), [""; 0]);
}
