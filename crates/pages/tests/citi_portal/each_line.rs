//! Each line counts: what happens when one changes, goes missing, comes twice or changes places.

use claims::PageClaims;
use pages::PageError;

use crate::sample::{HARBOUR, messages, read, rows};

/// The page with other lines in the place of one.
fn with(index: usize, others: &[&str]) -> String {
    let mut lines: Vec<_> = HARBOUR.lines().collect();
    lines.splice(index..=index, others.iter().copied());
    lines.join("\n")
}

/// The numbers of the lines that are not blank, from 0.
fn lines() -> impl Iterator<Item = (usize, &'static str)> {
    let lines = HARBOUR.lines().enumerate();
    lines.filter(|(_, line)| !line.trim().is_empty())
}

/// What is said, without the lines that say it, or what is wrong.
fn outcome(read: Result<PageClaims, Vec<PageError>>) -> Result<Vec<String>, Vec<String>> {
    let page = read.map_err(|errors| messages(&errors))?;
    let said = page.claims.iter().map(|stated| {
        let digest = stated.digest.as_ref().map(ToString::to_string);
        format!("{} {}", stated.claim, digest.unwrap_or_default())
    });
    let mut said: Vec<_> = said.collect();
    let lines = page.capture.lines.iter();
    said.extend(lines.map(|(kind, count)| format!("{kind} {count}")));
    Ok(said)
}

#[test]
fn no_line_can_change_unnoticed() {
    let as_is = outcome(read(HARBOUR));
    assert!(as_is.is_ok());
    for (index, line) in lines() {
        // One character more at either end and in the middle, and one less.
        let text = line.trim();
        let middle = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
        let indent = &line[..line.len() - line.trim_start().len()];
        let (start, end) = text.split_at(middle);
        let mut chars = text.chars();
        chars.next_back();
        let shorter = chars.as_str();
        for changed in [
            format!("{indent}{start}x{end}"),
            format!("{indent}{text}x"),
            format!("{indent}x{text}"),
            format!("{indent}{shorter}"),
        ] {
            let page = with(index, &[&changed]);
            assert_ne!(outcome(read(&page)), as_is, "line {}: {changed}", index + 1);
        }
    }
}

#[test]
fn no_line_can_go_missing_unnoticed() {
    let as_is = outcome(read(HARBOUR));
    for (index, line) in lines() {
        let page = with(index, &[]);
        assert_ne!(outcome(read(&page)), as_is, "line {}: {line}", index + 1);
    }
}

#[test]
fn no_line_can_come_twice_unnoticed() {
    let as_is = outcome(read(HARBOUR));
    for (index, line) in lines() {
        let page = with(index, &[line, line]);
        assert_ne!(outcome(read(&page)), as_is, "line {}: {line}", index + 1);
    }
}

#[test]
fn a_line_in_another_place_gives_claims_or_errors_and_no_panic() {
    let count = HARBOUR.lines().count();
    let mut page: Vec<_> = HARBOUR.lines().collect();
    for from in 0..count {
        // Every line meets some others.
        for to in (from + 1..count).step_by(31) {
            page.swap(from, to);
            let text = page.join("\n");
            check_lines(&text, read(&text));
            page.swap(from, to);
        }
    }
}

/// Checks that what was read or is wrong stands on lines of the page, all of them accounted for.
#[track_caller]
fn check_lines(text: &str, read: Result<PageClaims, Vec<PageError>>) {
    let count = text.lines().count();
    match read {
        Ok(page) => {
            let accounted: u32 = page.capture.lines.values().sum();
            assert_eq!(accounted as usize, count);
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!((1..=count).contains(&(error.line as usize)), "{error}");
            }
        }
    }
}

#[test]
fn a_missing_line_gives_one_message() {
    for (index, line) in lines() {
        let page = with(index, &[]);
        if let Err(errors) = read(&page) {
            let messages = messages(&errors);
            assert_eq!(messages.len(), 1, "without `{line}`: {messages:#?}");
        }
    }
}

#[test]
fn a_foreign_line_gives_one_message() {
    for (index, line) in lines() {
        let page = with(index, &["Lorem, ipsum!", line]);
        if let Err(errors) = read(&page) {
            let messages = messages(&errors);
            assert_eq!(messages.len(), 1, "before `{line}`: {messages:#?}");
        }
    }
}

#[test]
fn claims_name_the_line_that_makes_them() {
    for row in rows(&read(HARBOUR).unwrap()) {
        let (line, claim) = row.split_once(": ").unwrap();
        let text = HARBOUR
            .lines()
            .nth(line.parse::<usize>().unwrap() - 1)
            .unwrap();
        let said = claim.rsplit(" = ").next().unwrap();
        let literal = ["title = ", "error = ", "enum = ", "example = "];
        if literal.iter().any(|aspect| claim.contains(aspect)) {
            assert!(text.contains(said), "{row} on `{text}`");
        }
    }
}
