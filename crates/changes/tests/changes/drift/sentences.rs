//! What only the text of two captures tells: an announced end, the words, and a completed cut.

use changes::drift::{Capture, Class, Drift, Event, drift};
use claims::{Aspect, Claim, PageClaim, PageClaims};

use super::{OPERATION, page, words};

/// A page and its text: the wording of each statement, or else the statement itself, on its line.
fn captured(statements: &str) -> (PageClaims, String) {
    let page = page(statements);
    let always = format!("listed\n{}", statements.replace(';', "\n"));
    let lines = always
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let text = lines.map(|line| {
        let worded = [" description ", " enum-description ", " title "];
        let worded = worded.iter().find_map(|it| line.split_once(it));
        format!("  • {}\n", worded.map_or(line, |(_, wording)| wording))
    });
    (page, text.collect())
}

/// The same, of a capture that ends `at` characters before the end of its last line.
fn cut(statements: &str, at: usize) -> (PageClaims, String) {
    let (mut page, mut text) = captured(statements);
    let last = page.claims.iter().map(|stated| stated.line).max();
    let last = page.claims.iter().find(|stated| Some(stated.line) == last);
    let PageClaim { line, claim, .. } = last.expect("invalid test case").clone();
    let claim = Claim::new(
        OPERATION,
        &claim.place,
        &claim.name,
        Aspect::Cut,
        "column 1",
    );
    page.claims.push(PageClaim {
        line,
        claim,
        digest: None,
    });
    page.sort();
    text.truncate(text.len() - at - 1);
    (page, text)
}

fn between(old: &(PageClaims, String), new: &(PageClaims, String)) -> Drift {
    drift(Capture::new(&old.0, &old.1), Capture::new(&new.0, &new.1))
}

/// Checks what people read when one sentence about `a` takes the place of another.
#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    let says = |sentence: &str| captured(&format!("query a description {sentence}"));
    let drift = between(&says(old), &says(new));
    assert_eq!(words(&drift), [expected], "{old} -> {new}");
}

#[test]
fn an_announced_end_is_called_so() {
    for sentence in [
        "Deprecated",
        "deprecated: use b",
        "It is being deprecated",
        "This field is obsolete",
        "Sunset on 31 December",
        "It will be discontinued",
        "Decommissioned in May",
        "It is phased out",
        "It has reached its end of life",
        "Its End-of-Support is May",
        "It is no longer supported",
        "It will no longer be supported",
        "It is no longer used",
        "No longer available to partners",
        "It will be removed",
        "It has been removed",
        "This API will be retired on 31 December",
        "It is to be removed",
    ] {
        check("A key", sentence, "compatible query · a deprecated");
        check(
            sentence,
            "A key",
            "compatible query · a no longer deprecated",
        );
        // What was announced before is other words now.
        let later = format!("{sentence}, later");
        check(sentence, &later, "wording query · a · description reworded");
    }
}

#[test]
fn other_sentences_announce_nothing() {
    for sentence in [
        "Retired, employed or self-employed",
        "It is not deprecated",
        "It will not be removed",
        "It has never been discontinued",
        "It is no longer deprecated",
        "If the customer no longer lives there",
        "Removed items are not counted",
        "The end of the term",
        "The amount to be withdrawn",
        "Spaces have to be left out",
        "",
    ] {
        let expected = match sentence {
            "" => "wording query · a · description is no longer stated",
            _ => "wording query · a · description reworded",
        };
        let says = |sentence: &str| {
            captured(&match sentence {
                "" => "query a listed".to_owned(),
                _ => format!("query a listed; query a description {sentence}"),
            })
        };
        let drift = between(&says("A key"), &says(sentence));
        assert_eq!(words(&drift), [expected], "{sentence}");
    }
}

/// Whatever is announced, of whatever: a title, a meaning, the page, what has just come.
#[test]
fn an_end_is_seen_wherever_it_is_announced() {
    for (old, new, expected) in [
        (
            "operation - title Keys",
            "operation - title Keys (deprecated)",
            &["compatible deprecated"][..],
        ),
        (
            "operation - description Finds keys",
            "operation - description Finds keys;operation - description Deprecated",
            &["compatible deprecated"],
        ),
        (
            "page bank description Keys",
            "page bank description This API will be retired",
            &["compatible deprecated"],
        ),
        (
            "query a enum-description L low;query a enum-description H high",
            "query a enum-description L low;query a enum-description H obsolete",
            &["compatible query · a · enum-description of `H` deprecated"],
        ),
        (
            "200 - listed",
            "200 - listed;200 b listed;200 b description Deprecated",
            &["compatible 200 · b added", "compatible 200 · b deprecated"],
        ),
        (
            "200 a listed;200 a description One",
            "200 a listed;200 a description Two;200 a type string",
            &[
                "wording 200 · a · description reworded",
                "compatible 200 · a · type is now `string`",
            ],
        ),
    ] {
        let drift = between(&captured(old), &captured(new));
        let found = words(&drift);
        assert_eq!(found, expected, "{old} -> {new}");
        let announced = found.iter().filter(|it| it.contains("deprecated"));
        assert_eq!(drift.deprecations(), announced.count());
    }
}

/// Without the text nobody knows what a sentence says.
#[test]
fn claims_alone_tell_no_deprecation() {
    let says = |sentence: &str| page(&format!("query a description {sentence}"));
    let found = drift(&says("A key"), &says("Deprecated"));
    assert_eq!(words(&found), ["wording query · a · description reworded"]);
    assert!(found.changes[0].new_words.is_empty());
}

/// The lines of people's output that show words.
fn shown(drift: &Drift) -> Vec<String> {
    let text = String::from_utf8(super::plain(&changes::drift::text(drift))).expect("text");
    let lines = text.lines().map(str::trim_start);
    let words = lines.filter(|it| it.starts_with("was ") || it.starts_with("is "));
    words.map(str::to_owned).collect()
}

#[test]
fn the_words_that_changed_are_shown() {
    let says = |sentence: &str| captured(&format!("query a description {sentence}"));
    let long = "word ".repeat(40);
    let many = "other ".repeat(40);
    for (old, new, expected) in [
        (
            "The key",
            "A key",
            ["was The key".to_owned(), "is A key".to_owned()],
        ),
        (
            &*format!("{long}up to 10 of them {long}"),
            &*format!("{long}up to 100 of them {long}"),
            [
                "was … word up to 10 of them word …".to_owned(),
                "is … word up to 100 of them word …".to_owned(),
            ],
        ),
        (
            &*long,
            &*many,
            [
                format!("was {}…", long[..100].trim_end()),
                format!("is {}…", many[..100].trim_end()),
            ],
        ),
    ] {
        let drift = between(&says(old), &says(new));
        assert_eq!(shown(&drift), expected);
        assert_eq!(
            drift.changes[0].new_words,
            [new.trim()],
            "programs get all of it"
        );
    }
    // What is only there now, and the meanings of values; facts are values, not words.
    let drift = between(
        &captured("query a listed"),
        &captured("query a listed;query a description A key"),
    );
    assert_eq!(shown(&drift), ["is A key"]);
    let swapped = between(
        &captured("query a enum-description L low;query a enum-description H high"),
        &captured("query a enum-description L high;query a enum-description H low"),
    );
    assert_eq!(
        words(&swapped),
        ["breaking query · a · enum-description of `H`, `L` swapped"]
    );
    assert_eq!(shown(&swapped).len(), 4);
    let typed = between(
        &captured("query a type string"),
        &captured("query a type integer"),
    );
    assert_eq!(shown(&typed), [""; 0]);
}

/// A digest says nothing to people.
#[test]
fn no_digest_is_printed() {
    let meanings =
        |low: &str| format!("query a enum-description L {low}; query a description {low}");
    for (old, new) in [("one", "two"), ("two", "one")] {
        let drift = super::between(&meanings(old), &meanings(new));
        let text = changes::drift::text(&drift);
        for value in drift
            .changes
            .iter()
            .flat_map(|it| it.old.iter().chain(&it.new))
        {
            let digest = value.rsplit(' ').next().unwrap_or_default();
            assert_eq!(digest.len(), 12, "invalid test case: {value}");
            assert!(!text.contains(digest), "{text}");
        }
    }
}

#[test]
fn a_completed_cut_is_no_rewording() {
    let whole =
        "query a listed;query a type string;query a description Which key, up to ten of them";
    let more = "query a enum x;query b listed;query b required true;query b description Another";
    let part = "query a listed;query a type string;query a description Which key";
    let complete = captured(&format!("{whole};{more}"));
    let short = cut(part, 0);
    let (there, back) = (between(&short, &complete), between(&complete, &short));
    let found = words(&there);
    assert_eq!(
        found[1..],
        ["capture query · a · cut completed: the old capture ends within these words"],
    );
    assert!(found[0].starts_with("capture not captured: "), "{found:?}");
    assert_eq!(
        shown(&there),
        ["was Which key", "is Which key, up to ten of them"]
    );
    assert_eq!(
        words(&back)[1..],
        ["capture query · a · cut short: the new capture ends within these words"],
    );
    for drift in [&there, &back] {
        assert_eq!(drift.count(Class::Capture), drift.changes.len());
    }
}

/// A reader may not know what the line at the end is about: that it ends there is said once.
#[test]
fn where_a_capture_ends_is_said_once() {
    let statements = "200 - listed;200 a description Which key";
    let whole = captured(&format!("{statements}, up to ten of them"));
    let (mut page, text) = cut(statements, 0);
    let mut claims = page.claims.iter_mut();
    let end = claims.find(|it| it.claim.aspect == Aspect::Cut);
    end.expect("invalid test case").claim.name = "".into();
    let found = between(&(page.clone(), text), &whole);
    assert_eq!(
        words(&found),
        ["capture 200 · a · cut completed: the old capture ends within these words"]
    );
    // If no words go on, it is.
    let found = drift(&page, &super::page(statements));
    assert_eq!(
        words(&found),
        ["capture 200 · cut here: the old capture ends"]
    );
}

/// Only the line at the end may go on: other words are other words, there and anywhere else.
#[test]
fn other_words_before_a_cut_are_a_rewording() {
    let page =
        |one: &str, other: &str| format!("query a description {one};query b description {other}");
    for (old, new, reworded) in [
        (["A key", "Another"], ["A key of it", "Another"], "a"),
        (["A key", "Another"], ["A key", "Some other"], "b"),
    ] {
        let old = cut(&page(old[0], old[1]), 0);
        for new in [
            captured(&page(new[0], new[1])),
            cut(&page(new[0], new[1]), 0),
        ] {
            let found = between(&old, &new);
            let words = words(&found);
            let expected = format!("wording query · {reworded} · description reworded");
            assert!(words.contains(&expected), "{words:?}");
            let completed = |event| matches!(event, Event::CutCompleted | Event::CutShort);
            assert!(!found.changes.iter().any(|it| completed(it.event)));
        }
    }
}

/// A value that the end cuts is not gone either, and a fact behind the end is not new.
#[test]
fn what_a_completed_line_states_is_no_change() {
    let line = |claims: &[(Aspect, &str)], text: &str, is_cut: bool| {
        let mut page = page("query a listed");
        let cut = is_cut.then_some((Aspect::Cut, "column 1"));
        for (aspect, value) in claims.iter().copied().chain(cut) {
            page.claims.push(PageClaim {
                line: 3,
                claim: Claim::new(OPERATION, "query", "a", aspect, value),
                digest: None,
            });
        }
        page.sort();
        (page, format!("listed\nquery a\n{text}"))
    };
    let short = line(
        &[(Aspect::Enum, "RED"), (Aspect::Enum, "BL")],
        "RED, BL",
        true,
    );
    let whole = [
        (Aspect::Enum, "RED"),
        (Aspect::Enum, "BLUE"),
        (Aspect::Default, "RED"),
    ];
    let whole = line(&whole, "RED, BLUE. Default: RED", false);
    assert_eq!(
        words(&between(&short, &whole)),
        ["capture query · a · cut completed: the old capture ends within these words"]
    );
    // Without the text it is what the claims say.
    let found = drift(&short.0, &whole.0);
    assert_eq!(found.count(Class::Breaking), 1, "{found:#?}");
}
