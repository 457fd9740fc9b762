//! Questions to vendors, which have to be as one would send them.

/// Why a question cannot be sent as it is.
pub(super) fn problem(ask: &str) -> Option<&'static str> {
    if ask.trim() != ask || ask.contains(['\n', '\r']) {
        return Some("expected `ask` to be one line of text, without spaces around it");
    }
    if !ask.contains('?') {
        return Some("expected `ask` to hold a question, with its question mark");
    }
    names_lines(ask).then_some(
        "expected `ask` to name operations, statuses and fields, but found line numbers, which \
         are those of a capture and mean nothing to the vendor, instead",
    )
}

/// Whether it holds `line 12` or `lines 12`.
fn names_lines(ask: &str) -> bool {
    let words: Vec<&str> = ask.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let line = pair[0].trim_start_matches(|char: char| !char.is_alphanumeric());
        matches!(line.to_lowercase().as_str(), "line" | "lines")
            && pair[1].starts_with(|char: char| char.is_ascii_digit())
    })
}
