//! Pages to read, and how the tests write down what was read.

use claims::PageClaims;

use crate::obligations;

/// A page with every construct.
pub(crate) const HARBOUR: &str = include_str!("harbour.txt");

/// The lines before the list of endpoints.
pub(crate) const PREAMBLE: &str = "\
Harbour
Select the following:
Home
>
API Products
>
Utopia - Harbour API Documentation
Harbour
Summary
Boats and berths.
Want to try this API out on our Playground?
Go play now
Endpoints on this page
";

/// The lines from the only endpoint of the list to its description.
const SECTION: &str = "\
get /v1/boats List the Boats
List the Boats
get /v1/boats
Description
Boats that are moored here.
";

/// Responses for pages that a test reads for something else.
const RESPONSES: &str = "Responses\n204\nThis operation returns no content.\n";

/// What a page says, one claim a row, with its line.
pub(crate) fn rows(page: &PageClaims) -> Vec<String> {
    page.claims
        .iter()
        .map(|stated| format!("{}: {}", stated.line, stated.claim))
        .collect()
}

/// A page with one endpoint, and the number of the line before the part.
pub(crate) fn with_parameters(part: &str) -> (String, u32) {
    let head = format!("{PREAMBLE}{SECTION}");
    (format!("{head}{part}{RESPONSES}"), count(&head))
}

/// A page with one endpoint, and the number of the line before the part.
pub(crate) fn with_responses(part: &str) -> (String, u32) {
    let head = format!("{PREAMBLE}{SECTION}Responses\n");
    (format!("{head}{part}"), count(&head))
}

/// A page with a response's bullets, and the number of the line before them.
pub(crate) fn with_bullets(part: &str) -> (String, u32) {
    let (page, before) = with_responses(&format!(
        "200\nDefinitions\n{part}Example Response for get /v1/boats\n"
    ));
    (page, before + 2)
}

/// A page with an error's JSON Schema, and the number of the line before it.
pub(crate) fn with_schema(part: &str) -> (String, u32) {
    let (page, before) =
        with_responses(&format!("400\nResponse Schema for get /v1/boats\n{part}\n"));
    (page, before + 2)
}

fn count(text: &str) -> u32 {
    u32::try_from(text.lines().count()).unwrap()
}

/// Checks the only message about a part, with the number of its line in the part.
#[track_caller]
pub(crate) fn check((page, before): (String, u32), line: u32, expected: &str) {
    obligations::check(&page, (line + before) as usize, expected);
}

/// Checks the only message about a part, which is what a line of it is instead.
#[track_caller]
pub(crate) fn check_part(
    within: impl Fn(&str) -> (String, u32),
    part: &str,
    line: u32,
    expected: &str,
) {
    let (page, before) = within(part);
    let found = page.lines().nth((line + before) as usize - 1);
    let found = found.expect("invalid test case").trim();
    check(
        (page.clone(), before),
        line,
        &format!("{expected}, but found `{found}`"),
    );
}

/// Checks the message when one line of the page with every construct is another one, which is
/// what is found.
#[track_caller]
pub(crate) fn check_page(line: u32, other: &str, expected: &str) {
    let expected = format!("{expected}, but found `{other}`");
    check((harbour_with(line, other), 0), line, &expected);
}

/// Checks the message when one line of it is missing, with the number of the line that shows it.
#[track_caller]
pub(crate) fn check_without(missing: u32, line: u32, expected: &str) {
    check((harbour_with(missing, ""), 0), line, expected);
}

fn harbour_with(line: u32, other: &str) -> String {
    let index = line as usize - 1;
    let mut lines: Vec<_> = HARBOUR.lines().collect();
    assert_ne!(lines[index], other);
    lines[index] = other;
    lines.join("\n")
}
