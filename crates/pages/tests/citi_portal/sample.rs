//! Pages to read, and how the tests write down what was read.

use claims::{PageClaims, csv};
use pages::PageError;

/// A page with every construct.
pub(crate) const HARBOUR: &str = include_str!("harbour.txt");

/// The id that the tests read their pages under.
pub(crate) const PAGE: &str = "harbour";

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

/// Parts of a page that a test is not about.
const RESPONSES: &str = "Responses\n204\nThis operation returns no content.\n";

pub(crate) fn read(text: &str) -> Result<PageClaims, Vec<PageError>> {
    pages::read(PAGE, text.as_bytes())
}

/// What a page says, as rows of a claims file: line, place, name, aspect, value.
pub(crate) fn rows(page: &PageClaims) -> Vec<String> {
    page.claims
        .iter()
        .map(|stated| format!("{}: {}", stated.line, stated.claim))
        .collect()
}

/// The rows of a claims file but the header and the capture's hash.
pub(crate) fn file(page: &PageClaims) -> String {
    let text = csv::render(page);
    let rows: Vec<_> = text.lines().skip(2).collect();
    rows.join("\n")
}

/// The messages of what is wrong.
pub(crate) fn messages(errors: &[PageError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
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
