//! What every reader owes, whatever the layout: each line counts, each end is seen, nothing panics.

use claims::{Aspect, Capture, PageClaims, csv};
use pages::PageError;

/// A whole page of a layout, and what the tests of every layout need to know about it.
pub(crate) struct Sample {
    /// A page with every construct of the layout.
    pub(crate) page: &'static str,
    /// Its claims, as a claims file writes them.
    pub(crate) claims: &'static str,
    /// How many of its lines state something, and how many each rule covers.
    pub(crate) lines: &'static str,
    /// Each line changes places with every line that is this many lines further, twice as many, and so on.
    pub(crate) step: usize,
    /// The reader recognises the layout once it has read this text.
    pub(crate) opening: &'static str,
    /// A capture is whole if it ends before one of these texts.
    pub(crate) ends: &'static [&'static str],
    /// A line that contains one of these texts may be reworded without a change of the claims.
    pub(crate) says_nothing: &'static [&'static str],
    /// A capture that ends behind the text on the left makes the `cut` claim on the right.
    pub(crate) cuts: &'static [(&'static str, &'static str)],
}

/// The tests that every layout has to pass on its sample page.
macro_rules! layout_keeps_its_promises {
    ($sample:ident) => {
        #[test]
        fn the_claims_are_those_of_the_page() {
            let page = crate::obligations::read($sample.page).unwrap();
            let expected = $sample.claims.trim_end();
            assert_eq!(crate::obligations::file(&page), expected);
            assert_eq!(crate::obligations::counts(&page).join(", "), $sample.lines);
        }

        #[test]
        fn the_ends_of_lines_say_nothing() {
            crate::obligations::line_ends_say_nothing($sample.page);
        }

        #[test]
        fn no_line_changes_goes_missing_or_comes_twice_unnoticed() {
            crate::obligations::each_line_counts(&$sample);
        }

        #[test]
        fn a_missing_or_foreign_line_gives_one_message() {
            crate::obligations::one_mistake_gives_one_message($sample.page);
        }

        #[test]
        fn lines_in_other_places_give_claims_or_errors() {
            crate::obligations::lines_may_change_places(&$sample);
        }

        #[test]
        fn every_end_of_the_capture_is_seen() {
            crate::obligations::every_end_is_seen(&$sample);
        }

        #[test]
        fn the_cut_says_what_the_capture_is_in_the_middle_of() {
            for (end, expected) in $sample.cuts {
                crate::obligations::check_cut($sample.page, end, expected);
            }
        }
    };
}
pub(crate) use layout_keeps_its_promises;

/// How many lines make a page so long that a second pass for each line, or a stack frame, would be
/// felt.
pub(crate) const MANY: usize = 20_000;

/// The page with [`MANY`] lines instead of those from `first` to `last`, which are counted from 1.
/// `#` in a line stands for its number.
pub(crate) fn with_many(text: &str, first: usize, last: usize, line: &str) -> String {
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let many = (0..MANY).map(|number| line.replace('#', &number.to_string()));
    lines.splice(first - 1..last, many);
    lines.join("\n")
}

/// The id that the tests read their pages under.
pub(crate) const PAGE: &str = "harbour";

pub(crate) fn read(text: &str) -> Result<PageClaims, Vec<PageError>> {
    pages::read(PAGE, text.as_bytes())
}

/// The rows of a claims file but the header and the capture's hash.
pub(crate) fn file(page: &PageClaims) -> String {
    let text = csv::render(page);
    let rows: Vec<_> = text.lines().skip(3).collect();
    rows.join("\n")
}

/// How many lines state something, and how many each rule covers, by name.
pub(crate) fn counts(page: &PageClaims) -> Vec<String> {
    let mut counts = page.capture.by_rule();
    counts.insert(Capture::READ, page.capture.lines_read());
    let counts = counts.into_iter();
    counts
        .map(|(rule, count)| format!("{rule} {count}"))
        .collect()
}

/// Checks the only message about a page.
#[track_caller]
pub(crate) fn check(text: &str, line: usize, expected: &str) {
    let errors = read(text).unwrap_err();
    let expected = format!("expected {expected} instead ({PAGE}, line {line})");
    assert_eq!(messages(&errors), [expected]);
}

/// Checks the only message when a line of a page is another one, which is what is found.
#[track_caller]
pub(crate) fn check_line(page: &str, line: usize, other: &str, expected: &str) {
    let found = other.trim();
    let page = with(page, line, &[other]);
    check(&page, line, &format!("{expected}, but found `{found}`"));
}

/// Checks the only message when a line of a page is missing, with the line that shows it.
#[track_caller]
pub(crate) fn check_without(page: &str, missing: usize, line: usize, expected: &str) {
    check(&with(page, missing, &[]), line, expected);
}

/// Checks a table, row by row: what is given => what is expected.
///
/// The check gets what stands in its parentheses first, in every row.
macro_rules! table {
    ($check:ident($($of:expr),*):) => {};
    ($check:ident($($of:expr),*): $($given:expr),+ => $($expected:expr),*; $($rows:tt)*) => {
        $check($($of,)* $($given,)+ $($expected),*);
        crate::obligations::table! { $check($($of),*): $($rows)* }
    };
}
pub(crate) use table;

/// The page with other lines in the place of one, which is numbered from 1.
pub(crate) fn with(text: &str, line: usize, others: &[&str]) -> String {
    let mut lines: Vec<_> = text.lines().collect();
    lines.splice(line - 1..line, others.iter().copied());
    lines.join("\n")
}

/// Checks what the cut claim says, on the last line, when the page ends behind the only place with
/// this text.
#[track_caller]
pub(crate) fn check_cut(text: &str, end: &str, expected: &str) {
    let (before, behind) = text.split_once(end).unwrap();
    assert!(!behind.contains(end), "`{end}` is there twice");
    let kept = format!("{before}{end}");
    let page = read(&kept).unwrap();
    let cuts: Vec<_> = page
        .claims
        .iter()
        .filter(|stated| stated.claim.aspect == Aspect::Cut)
        .map(|stated| (stated.line as usize, stated.claim.to_string()))
        .collect();
    assert_eq!(cuts, [(kept.lines().count(), expected.to_owned())]);
}

/// No line changes unnoticed, except those that the sample names.
#[track_caller]
pub(crate) fn each_line_counts(sample: &Sample) {
    let text = sample.page;
    let as_is = outcome(read(text));
    assert!(as_is.is_ok(), "{as_is:?}");
    for (line, is) in lines(text) {
        assert_ne!(
            outcome(read(&with(text, line, &[]))),
            as_is,
            "without {line}: {is}"
        );
        assert_ne!(
            outcome(read(&with(text, line, &[is, is]))),
            as_is,
            "twice {line}: {is}"
        );
        if sample.says_nothing.iter().any(|text| is.contains(text)) {
            continue;
        }
        // One character more at either end and in the middle, and one less.
        let trimmed = is.trim();
        let middle = trimmed
            .char_indices()
            .nth(trimmed.chars().count() / 2)
            .unwrap()
            .0;
        let indent = &is[..is.len() - is.trim_start().len()];
        let (start, end) = trimmed.split_at(middle);
        // The mark that ends a wording does not count.
        let mut chars = trimmed.trim_end_matches(['.', ':']).chars();
        chars.next_back();
        let shorter = chars.as_str();
        for changed in [
            format!("{indent}{start}x{end}"),
            format!("{indent}{trimmed}x"),
            format!("{indent}x{trimmed}"),
            format!("{indent}{shorter}"),
        ] {
            let page = with(text, line, &[&changed]);
            assert_ne!(outcome(read(&page)), as_is, "line {line}: {changed}");
        }
    }
}

/// Where a line is missing or foreign, there is one message.
#[track_caller]
pub(crate) fn one_mistake_gives_one_message(text: &str) {
    for (line, is) in lines(text) {
        for others in [&[][..], &["Lorem, ipsum!", is]] {
            if let Err(errors) = read(&with(text, line, others)) {
                let messages = messages(&errors);
                assert!(messages.len() == 1, "{others:?} at {line}: {messages:#?}");
            }
        }
    }
}

/// Two lines that change places give claims or errors on lines of the page, and no panic.
#[track_caller]
pub(crate) fn lines_may_change_places(sample: &Sample) {
    let mut page: Vec<_> = sample.page.lines().collect();
    for from in 0..page.len() {
        for to in (from + 1..page.len()).step_by(sample.step) {
            page.swap(from, to);
            let text = page.join("\n");
            let count = text.lines().count();
            match read(&text) {
                Ok(page) => assert_eq!(accounted(&page), count),
                Err(errors) => {
                    assert!(!errors.is_empty());
                    let lines = 1..=u32::try_from(count).unwrap();
                    assert!(errors.iter().all(|error| lines.contains(&error.line)));
                }
            }
            page.swap(from, to);
        }
    }
}

/// Wherever the capture ends after its opening, the page is read up to there. It says that it is
/// cut, unless it is whole.
#[track_caller]
pub(crate) fn every_end_is_seen(sample: &Sample) {
    let text = sample.page;
    let all = read(text).unwrap();
    let recognised = text.find(sample.opening).unwrap();
    for end in 0..=text.len() {
        let bytes = &text.as_bytes()[..end];
        let lines = u32::try_from(bytes.split(|byte| *byte == b'\n').count()).unwrap();
        match pages::read(PAGE, bytes) {
            Ok(page) => {
                let kept = std::str::from_utf8(bytes).unwrap();
                let rest = text[kept.trim_end().len()..].trim_start();
                let whole =
                    rest.is_empty() || sample.ends.iter().any(|next| rest.starts_with(next));
                let cut = |stated: &claims::PageClaim| stated.claim.aspect == Aspect::Cut;
                assert_ne!(page.claims.iter().any(cut), whole, "at byte {end}");
                for stated in page.claims.iter().filter(|it| is_fact_in_prose(it)) {
                    let known = all.claims.iter().any(|it| it.claim == stated.claim);
                    assert!(known, "at byte {end}: {}", stated.claim);
                }
                assert_eq!(accounted(&page), kept.lines().count(), "at byte {end}");
            }
            Err(errors) => {
                let in_character = std::str::from_utf8(bytes).is_err();
                assert!(
                    in_character || end <= recognised,
                    "at byte {end}: {errors:?}"
                );
                assert!(errors.iter().all(|error| (1..=lines).contains(&error.line)));
            }
        }
    }
}

/// Whether a wording says it, as far as the wording goes.
fn is_fact_in_prose(stated: &claims::PageClaim) -> bool {
    matches!(
        stated.claim.aspect,
        Aspect::Field
            | Aspect::Enum
            | Aspect::Default
            | Aspect::RequiredUnless
            | Aspect::Range
            | Aspect::ReferenceData
            | Aspect::ReferenceCode
            | Aspect::Scheme
    )
}

/// The ends of lines, blank lines, the end of the last one and no-break spaces change nothing.
#[track_caller]
pub(crate) fn line_ends_say_nothing(text: &str) {
    let page = read(text).unwrap();
    assert_eq!(accounted(&page), text.lines().count());
    assert_eq!(read(&text.replace('\n', "\r\n")).unwrap(), page);
    assert_eq!(read(&text.replace(' ', "\u{a0}")).unwrap(), page);
    assert_eq!(read(text.trim_end()).unwrap().claims, page.claims);
    assert_eq!(read(&format!("{text}\n \n\n")).unwrap().claims, page.claims);
}

/// The messages about what is wrong.
pub(crate) fn messages(errors: &[PageError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

/// How many lines are accounted for.
fn accounted(page: &PageClaims) -> usize {
    page.capture.lines.len()
}

/// The lines that are not blank, with their numbers from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| (index + 1, line))
}

/// What is said, without the lines that say it, and how lines are accounted for; or what is wrong.
fn outcome(read: Result<PageClaims, Vec<PageError>>) -> Result<Vec<String>, Vec<String>> {
    let page = read.map_err(|errors| messages(&errors))?;
    let said = page.claims.iter().map(|stated| {
        let digest = stated.digest.as_ref().map(ToString::to_string);
        format!("{} {}", stated.claim, digest.unwrap_or_default())
    });
    let mut said: Vec<_> = said.collect();
    said.extend(counts(&page));
    Ok(said)
}
