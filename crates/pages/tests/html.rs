//! Captures of saved HTML pages.

mod any_bytes;
mod blocks;
mod layouts;
mod lists_and_code;
mod origin;
mod parts;
mod tables;

/// Checks the text of the capture of a page with this body.
#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(
        text(&format!(
            "<!doctype html><title>Harbour</title><body>{body}"
        )),
        expected
    );
}

fn text(page: &str) -> String {
    pages::html::capture(page.as_bytes()).text
}
