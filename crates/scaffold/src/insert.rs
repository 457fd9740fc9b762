//! Lines put into files that are there, before an end that is known.

/// Puts a line before the `];` that ends what begins with a text.
pub(crate) fn before_the_end_of(file: &str, begins: &str, line: &str) -> Option<String> {
    let start = file.find(begins)?;
    let end = start + file[start..].find("\n];")? + 1;
    Some(format!("{}{line}\n{}", &file[..end], &file[end..]))
}

/// Puts a line after the last one that begins with a text, or before the first that does.
pub(crate) fn after_the_last(file: &str, begins: &str, line: &str) -> Option<String> {
    let mut end = None;
    let mut at = 0;
    for known in file.split_inclusive('\n') {
        at += known.len();
        if known.starts_with(begins) {
            end = Some(at);
        }
    }
    let end = end?;
    Some(format!("{}{line}\n{}", &file[..end], &file[end..]))
}

/// Puts a line before the first that has a text.
pub(crate) fn before(file: &str, has: &str, line: &str) -> Option<String> {
    let at = file.find(has)?;
    let at = file[..at].rfind('\n').map_or(0, |it| it + 1);
    Some(format!("{}{line}\n{}", &file[..at], &file[at..]))
}
