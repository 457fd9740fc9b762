//! What is wrong with a text that is no JSON and no YAML, or more than can be read of it.

/// What is wrong with a text, by how the words of its parser begin; these words are about the parser
/// where it refuses something that JSON or YAML has.
const REFUSED: [(&str, &str, &str); 10] = [
    (
        "budget breached: Depth",
        "at most 128 levels, but found more",
        DEEP,
    ),
    (
        "recursion limit exceeded",
        "at most 128 levels, but found more",
        DEEP,
    ),
    (
        "budget breached",
        "a document of a size that can be read, but found aliases that multiply",
        "write out what they stand for",
    ),
    ("duplicate mapping key", TWICE, ONCE),
    (TWICE, TWICE, ONCE),
    (
        "multiple YAML documents",
        "one document, but found another behind it",
        "give each a file of its own",
    ),
    (
        "trailing characters",
        "one document, but found more behind it",
        "give each a file of its own",
    ),
    (
        "recursive references",
        "an alias of something before it, but found one of what it is in",
        "write a reference, `$ref`",
    ),
    (
        "non-finite float",
        "a number that JSON has, but found another",
        "write it as a string",
    ),
    (
        "number out of range",
        "a number that JSON has, but found another",
        "write it as a string",
    ),
];

const DEEP: &str = "move what is within into components";

/// What is wrong where a member is named twice.
pub(super) const TWICE: &str = "each member once, but found one whose name another has already";

const ONCE: &str = "remove one of them, or give it another name";

/// Says what is wrong, where and what to do, given the words of a parser and the line and column.
pub(super) fn told(words: &str, at: Option<(u64, u64)>) -> String {
    let what = words
        .rsplit_once(" at line ")
        .map_or(words, |(what, _)| what);
    let place = at.map_or_else(String::new, |(line, column)| {
        format!(" at line {line}, column {column}")
    });
    match REFUSED.iter().find(|(start, ..)| what.starts_with(start)) {
        Some((_, problem, fix)) => format!("expected {problem} instead{place}; {fix}"),
        None => {
            format!("expected JSON or YAML, but found a mistake{place}: {what}; correct it there")
        }
    }
}
