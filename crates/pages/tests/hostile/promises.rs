//! What `pages::read` promises of any bytes.

use claims::{PageClaims, csv, lines};
use pages::PageError;

/// The id that pages are read under.
pub(crate) const PAGE: &str = "hostile";

/// Reads a page and checks what was read.
///
/// # Panics
///
/// Where reading panics, or breaks a promise.
pub(crate) fn check(page: &[u8]) {
    let read = pages::read(PAGE, page);
    match (&read, std::str::from_utf8(page)) {
        (Ok(read), Ok(text)) => check_claims(read, text),
        (Ok(_), Err(error)) => panic!("{error}, and yet there are claims"),
        (Err(errors), _) => check_errors(errors, page),
    }
    assert_eq!(pages::read(PAGE, page), read, "read again");
    if !page.contains(&b'\r') {
        let windows = page
            .split(|byte| *byte == b'\n')
            .collect::<Vec<_>>()
            .join(&b"\r\n"[..]);
        assert_eq!(pages::read(PAGE, &windows), read, "with CRLF");
    }
}

/// Claims are in order and stand on lines that say something, all lines are accounted for, and the claims file of
/// the page is read as it was written.
pub(crate) fn check_claims(page: &PageClaims, text: &str) {
    let text_lines: Vec<_> = text.lines().collect();
    let captured = page.capture.lines.iter();
    assert!(
        captured
            .map(|line| line.words.is_none())
            .eq(text_lines.iter().map(|it| it.trim().is_empty())),
        "{:?}",
        page.capture.lines
    );
    assert!(!page.claims.is_empty(), "a page that says nothing");
    assert!(
        page.claims.is_sorted_by(|one, next| one < next),
        "the order of claims"
    );
    for stated in &page.claims {
        let line = stated
            .line
            .checked_sub(1)
            .and_then(|index| text_lines.get(index as usize));
        assert!(
            line.is_some_and(|line| !line.trim().is_empty()),
            "{stated:?} on {line:?}"
        );
    }
    let file = csv::parse(PAGE, &csv::render(page)).expect("a claims file that was just written");
    let file = file.with_lines(&lines::render(&page.capture));
    let file = file.expect("a file of lines that was just written");
    assert!(file.sealed, "the seal");
    assert_eq!(&file.page, page, "the claims file");
}

/// There is an error, one a line, and each names a line of the page.
pub(crate) fn check_errors(errors: &[PageError], page: &[u8]) {
    assert!(!errors.is_empty(), "neither claims nor errors");
    let lines = page.split(|byte| *byte == b'\n').count();
    for error in errors {
        assert!(
            (1..=lines).contains(&(error.line as usize)),
            "{error}, of {lines} lines"
        );
        assert_eq!(error.page, PAGE);
        assert!(
            !error.expected.is_empty() && !error.found.is_empty(),
            "{error:?}"
        );
    }
    assert!(
        errors.is_sorted_by(|one, next| one.line < next.line),
        "{errors:#?}"
    );
}
