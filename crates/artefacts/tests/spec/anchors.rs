//! Words that change on a page are named until a person has read them.

use std::collections::{BTreeMap, BTreeSet};

use ::contract::catalogue::CATALOGUE;
use artefacts::table::ANCHORS;
use artefacts::{Built, Inputs, build};
use claims::{Aspect, Digest, PageClaim};
use review::anchors::Wording;
use review::{Basis, Case, Cases, Kind};

use serde_json::Value;

use super::mutation::side_by_side;
use super::{inputs, text};

const STALE: [Kind; 3] = [
    Kind::StaleDescription,
    Kind::StaleMeaning,
    Kind::StaleBinding,
];

fn built(inputs: &Inputs) -> Built {
    let draft = document::build(&CATALOGUE);
    build(&CATALOGUE, draft, inputs, &BTreeMap::new()).expect("the catalogue is consistent")
}

/// The lines of each page whose words are reported, with the kind of the report.
fn reported(built: &Built) -> Vec<(Kind, &str, u32)> {
    let stale = built.findings.iter();
    let stale = stale.filter(|finding| STALE.contains(&finding.kind));
    let on = |finding: &'_ review::Finding| (finding.kind, finding.lines.clone());
    let mut reported = Vec::new();
    for finding in stale {
        let page = finding.page.as_deref().expect("a page");
        let (kind, lines) = on(finding);
        reported.extend(lines.into_iter().map(|line| (kind, page, line)));
    }
    reported
}

/// The inputs after every statement in words was worded differently, and what was read was exported.
fn reworded(keep: impl Fn(&PageClaim) -> bool) -> Inputs {
    let mut inputs = inputs();
    for file in &mut inputs.claims {
        for stated in file.page.claims.iter_mut().filter(|it| !keep(it)) {
            let other = stated.digest.map(|digest| Digest::of(digest.as_str()));
            stated.digest = other;
        }
    }
    exported(inputs)
}

/// The same inputs after an export.
fn exported(mut inputs: Inputs) -> Inputs {
    let anchors = &built(&inputs).files[ANCHORS];
    inputs.anchors = claims::anchors::parse(anchors).expect("what was just written");
    inputs
}

#[test]
fn every_statement_in_words_is_reported_with_its_line_once_its_words_change() {
    let inputs = reworded(|_| false);
    let built = built(&inputs);
    let reported = reported(&built);
    for file in &inputs.claims {
        let page = &*file.page.page;
        let worded = file.page.claims.iter().filter(|it| it.digest.is_some());
        for stated in worded {
            let kind = match stated.claim.aspect {
                _ if stated.claim.name.contains('#') => Kind::StaleBinding,
                Aspect::EnumDescription => Kind::StaleMeaning,
                _ => Kind::StaleDescription,
            };
            let due = (kind, page, stated.line);
            assert!(reported.contains(&due), "{due:?}: {}", stated.claim);
        }
    }
    for kind in STALE {
        assert!(reported.iter().any(|it| it.0 == kind), "invalid test case");
    }
    let stale = built.findings.iter();
    for finding in stale.filter(|it| STALE.contains(&it.kind)) {
        let fix = finding.fix.as_deref().unwrap_or_default();
        assert!(fix.contains("cargo xtask confirm "), "{finding:?}");
    }
}

#[test]
fn what_did_not_change_is_not_reported() {
    assert_eq!(reported(&built(&inputs())), []);
    let one = |claim: &claims::Claim| &*claim.place == "page" && &*claim.name == "citi-hong-kong";
    let inputs = reworded(|stated| !one(&stated.claim));
    let built = built(&inputs);
    let reported = reported(&built);
    assert_eq!(reported.len(), 1, "{reported:?}");
}

#[test]
fn a_page_that_moved_changes_no_anchor() {
    let mut moved = inputs();
    let before = built(&moved).files[ANCHORS].clone();
    for file in &mut moved.claims {
        for stated in &mut file.page.claims {
            stated.line += 3;
        }
    }
    let after = built(&moved);
    assert_eq!(after.files[ANCHORS], before);
    assert_eq!(reported(&after), []);
}

#[test]
fn a_new_statement_is_anchored_and_one_that_is_gone_is_not() {
    let mut inputs = inputs();
    let known = inputs.anchors.pop().expect("an anchor");
    let mut gone = known.clone();
    gone.page = "a-page".to_owned();
    inputs.anchors.push(gone);
    let inputs = exported(inputs);
    assert_eq!(inputs.anchors.last(), Some(&known));
    assert!(inputs.anchors.iter().all(|it| it.page != "a-page"));
}

#[test]
fn anchors_read_back_as_they_were_written() {
    let anchors = inputs().anchors;
    let text = claims::anchors::render(&anchors);
    assert_eq!(claims::anchors::parse(&text), Ok(anchors));
    let errors = |text: &str| {
        let errors = claims::anchors::parse(text).expect_err("it is malformed");
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        errors.join("; ")
    };
    let header = claims::anchors::COLUMNS.join(",");
    let at = format!("line 1, column 1: expected the header `{header}`");
    assert_eq!(errors("page,operation\n"), at);
    assert_eq!(
        errors(&format!(
            "{header}\na,,,,title,,0123,\na,,,,titel,,0123456789ab,\na\n"
        )),
        "line 2, column 7: expected a digest of 12 hexadecimal digits, but found `0123` instead; \
         line 3, column 5: expected an aspect such as `type` or `required`, but found `titel` \
         instead; line 4, column 2: expected 8 columns, but found 1 instead"
    );
}

/// Every range of lines that a reading cites, as it stands today.
fn cited(inputs: &Inputs) -> Vec<Wording> {
    let wordings = built(inputs).wordings.into_iter();
    let cited: Vec<_> = wordings
        .filter(|it| it.anchor.claim.aspect == Aspect::Lines)
        .collect();
    assert!(cited.len() > 100, "the readings cite lines");
    cited
}

/// The readings that are reported for their evidence.
fn shaken(inputs: &Inputs) -> Vec<String> {
    let built = built(inputs);
    let stale = built.findings.into_iter();
    let stale = stale.filter(|it| it.kind == Kind::StaleEvidence);
    stale.filter_map(|finding| finding.reading).collect()
}

/// The numbers of the lines of a range.
fn numbers(range: &Wording) -> std::ops::RangeInclusive<usize> {
    let number = |line: Option<&u32>| *line.expect("a line") as usize;
    number(range.lines.first())..=number(range.lines.last())
}

/// The first and the last line that each reading cites, and one between them.
fn cited_lines(ranges: &[Wording]) -> BTreeSet<(&str, usize)> {
    let lines = ranges.iter().flat_map(|range| {
        let numbers = numbers(range);
        let between = (numbers.start() + numbers.end()) / 2;
        let lines = [*numbers.start(), between, *numbers.end()];
        lines.map(|line| (range.anchor.page.as_str(), line))
    });
    lines.collect()
}

#[test]
fn a_cited_line_that_changes_or_goes_shakes_every_reading_that_cites_it() {
    let whole = inputs();
    let ranges = cited(&whole);
    let lines: Vec<_> = cited_lines(&ranges).into_iter().collect();
    let missed = side_by_side(&lines, |state: &mut Option<Inputs>, (page, line)| {
        let changed = state.get_or_insert_with(|| {
            // What is stated takes no part: readings cite lines.
            let mut inputs = inputs();
            for file in &mut inputs.claims {
                file.page.claims.clear();
            }
            inputs
        });
        let mut missed = Vec::new();
        for gone in [false, true] {
            let files = changed.claims.iter_mut();
            let file = files.map(|file| &mut file.page).find(|it| it.page == *page);
            let lines = &mut file.expect("the page").capture.lines;
            let Some(words) = lines[line - 1].words else {
                continue;
            };
            let before = lines.clone();
            if gone {
                // Of two equal lines in a row nobody can tell which one went.
                let twin =
                    |other: usize| lines.get(other).is_some_and(|it| it.words == Some(words));
                if twin(*line) || twin(line.wrapping_sub(2)) {
                    continue;
                }
                lines.remove(line - 1);
            } else {
                lines[line - 1].words = Some(Digest::of(words.as_str()));
            }
            // Only this page takes part.
            let files = changed.claims.iter().map(|file| &file.page);
            let mut files = files.filter(|it| it.page == *page);
            let file = files.next().expect("the page");
            let cases = vec![Case::of(file, &changed.readings, &Value::Null)];
            let cases = Cases::of(cases, &changed.readings, &Value::Null);
            let wordings = review::anchors::wordings(&cases, &changed.anchors);
            let stale = review::anchors::stale(&wordings, &changed.anchors);
            let holds = |it: &&Wording| it.anchor.page == *page && numbers(it).contains(line);
            for anchor in ranges.iter().filter(holds).map(|it| &it.anchor) {
                if !stale.iter().any(|wording| wording.anchor.is_of(anchor)) {
                    missed.push(format!("{page}:{line}, gone: {gone}: {}", anchor.claim));
                }
            }
            let files = changed.claims.iter_mut();
            let file = files.map(|file| &mut file.page).find(|it| it.page == *page);
            file.expect("the page").capture.lines = before;
        }
        missed
    });
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_reading_that_cites_a_page_that_there_is_not_is_named() {
    let mut other = inputs();
    let readings = text("readings.toml");
    let elsewhere = readings.replacen(
        "evidence = \"citi-australia line",
        "evidence = \"citi-oslo line",
        1,
    );
    assert_ne!(elsewhere, readings, "invalid test case");
    other.readings = review::Readings::parse(&elsewhere).expect("the same readings");
    let named = built(&other).findings;
    let mut named = named.iter().filter(|it| it.problem.contains("`citi-oslo`"));
    let named = named.next().expect("the reading is named");
    assert_eq!(named.kind, Kind::StaleEvidence);
    assert!(named.reading.is_some() && named.fix.is_some(), "{named:?}");
}

/// Whoever reads the questions to a vendor sees every guess.
#[test]
fn every_guess_that_code_rests_on_is_asked_about() {
    let inputs = inputs();
    let asked = |id: &str| {
        let mut noted = inputs.readings.noted().iter();
        noted.any(|noted| noted.reading.as_deref() == Some(id) && noted.ask.is_some())
    };
    let guesses = inputs.readings.all().iter();
    let guesses = guesses.filter(|it| it.basis == Basis::Inferred || it.certainty.is_some());
    let (mut all, mut silent) = (0, Vec::new());
    for guess in guesses {
        all += 1;
        let titles = guess.id().ends_with("-title");
        if guess.ask.is_none() && !asked(guess.id()) && !titles {
            silent.push(guess.id());
        }
    }
    assert!(all > 20, "invalid test case");
    assert_eq!(silent, [""; 0]);
}

#[test]
fn cited_lines_that_moved_carry_the_reading_still() {
    let mut moved = inputs();
    for file in &mut moved.claims {
        let lines = &mut file.page.capture.lines;
        let blank = claims::CapturedLine {
            words: None,
            rule: "blank".into(),
        };
        lines.splice(0..0, vec![blank; 3]);
    }
    assert_eq!(shaken(&moved), [""; 0]);
    let anchors = |inputs: &Inputs| claims::anchors::render(&inputs.anchors);
    let (before, after) = (anchors(&inputs()), anchors(&exported(moved)));
    let rows = before.lines().zip(after.lines());
    let changed: Vec<_> = rows.filter(|(one, other)| one != other).collect();
    assert_eq!(changed, []);
}

#[test]
fn a_line_that_a_page_says_once_more_shakes_nothing() {
    let mut more = inputs();
    for file in &mut more.claims {
        let lines = &mut file.page.capture.lines;
        let again = lines.clone();
        lines.extend(again);
    }
    assert_eq!(shaken(&more), [""; 0]);
}

#[test]
fn lines_that_no_page_has_are_no_evidence() {
    let mut elsewhere = inputs();
    let path = super::spec().join("readings.toml");
    let readings = std::fs::read_to_string(path).expect("the readings");
    let one = "citi-australia line 199";
    assert!(readings.contains(one), "invalid test case");
    let other = readings.replace(one, "citi-australia line 99999");
    elsewhere.readings = review::Readings::parse(&other).expect("readings");
    assert_eq!(shaken(&elsewhere), ["citi-bodies-are-objects"]);
    assert_eq!(shaken(&exported(elsewhere)), ["citi-bodies-are-objects"]);
}
