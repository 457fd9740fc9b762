//! Layouts in files: each shipped one on a page in its manner, against a description of the same
//! API that was written by hand.

mod facts;
mod files;
mod items;
mod operations;
mod slate;

use std::collections::BTreeSet;

use claims::{Aspect, Claim, PageClaims};
use pages::{Layout, markdown};

fn read(layout: &Layout, text: &str) -> PageClaims {
    let blocks = markdown::blocks(text);
    layout
        .read("boats", text, &blocks)
        .expect("the page is text")
}

/// The lines of a page that a rule covers.
fn lines<'t>(page: &PageClaims, text: &'t str, rule: &str) -> Vec<&'t str> {
    let lines = page.capture.lines.iter().zip(text.lines());
    lines
        .filter(|(line, _)| line.rule == rule)
        .map(|(_, text)| text.trim())
        .collect()
}

/// Checks that page and description say the same. OpenAPI cannot be silent on whether a parameter is
/// required; a page may be, and it names all media types or none, and never that there is no body. Of
/// a property, only a page says that it is optional.
/// Marks for what nobody could read are the page's alone, and examples in JSON are the description's.
#[track_caller]
fn agree(page: &PageClaims, description: &str) {
    let document: serde_json::Value = serde_saphyr::from_str(description).expect("it is YAML");
    let page = page.claims.iter().map(|stated| &stated.claim);
    let page: BTreeSet<&Claim> = page
        .filter(|claim| claim.aspect != Aspect::Unread)
        .filter(|claim| {
            let is_property = !["path", "query", "header", "cookie"].contains(&&*claim.place);
            claim.aspect != Aspect::Required || &*claim.value != "false" || !is_property
        })
        .collect();
    let has_media = page.iter().any(|claim| claim.aspect == Aspect::MediaType);
    let stated = claims::openapi::claims(&document);
    let stated = stated.iter().map(|stated| &stated.claim);
    let is_said = |claim: &&Claim| match (claim.aspect, &*claim.value) {
        (Aspect::MediaType, value) => has_media && value != "none",
        (Aspect::Example, _) => page.contains(claim),
        (Aspect::Required, "false") => page.iter().any(|said| said.subject() == claim.subject()),
        _ => true,
    };
    let stated: BTreeSet<&Claim> = stated.filter(is_said).collect();
    let only = |one: &BTreeSet<&Claim>, other: &BTreeSet<&Claim>| {
        let only = one.difference(other).map(ToString::to_string);
        only.collect::<Vec<_>>()
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(
        (only(&page, &stated), only(&stated, &page)),
        (none.clone(), none),
        "only the page, only the document"
    );
}

macro_rules! shipped {
    ($($test:ident: $name:literal, $unread:expr;)+) => {
        $(#[test]
        fn $test() {
            let text = include_str!(concat!("layouts/", $name, ".md"));
            let page = read(&Layout::named($name).expect("it is shipped"), text);
            agree(&page, include_str!(concat!("layouts/", $name, ".yaml")));
            let unread: &[&str] = &$unread;
            assert_eq!(lines(&page, text, "unread"), unread);
        })+
    };
}

shipped! {
    slate_says_what_the_document_says: "slate", [
        r#"<h1 id="harbour-api">Harbour API v1</h1>"#,
        "> Scroll down for code samples and example requests.",
        "Moors boats in harbours.",
        "Base URLs:",
        r#"* <a href="https://api.harbour.example">https://api.harbour.example</a>"#,
        "# Authentication",
        "* API Key (api_key)",
        "- Parameter Name: **X-Key**, in: header.",
        r#"<h1 id="harbour-api-boats">Boats</h1>"#,
    ];
    readme_says_what_the_document_says: "readme", ["Boats lie in harbours."];
    redocly_says_what_the_document_says: "redocly", [];
    gitbook_says_what_the_document_says: "gitbook", [
        "# Boats",
        "Berths are given for one night.",
    ];
    mintlify_says_what_the_document_says: "mintlify", [];
    confluence_tables_say_what_the_document_says: "confluence-tables", [
        "# Harbour API",
        "| Version | Author | Date |",
        "| 1.0 | A. Sailor | 1 May 2024 |",
        "| Owner | Team Harbour |",
        "## Contact",
        "Write to the harbour master.",
    ];
}

/// The code of an example in `LAYOUTS.md`.
fn example(name: &str) -> &'static str {
    let (_, rest) = include_str!("../LAYOUTS.md")
        .split_once(name)
        .expect("it is there");
    let (_, rest) = rest.split_once("```").expect("it is code");
    let (_, code) = rest.split_once('\n').expect("it has lines");
    code.split("```").next().expect("it ends")
}

#[test]
fn the_example_of_the_documentation_is_read_as_it_says() {
    let layout = Layout::parse(example("layout.toml -->")).expect("it is a layout");
    let text = example("page.md -->");
    let page = read(&layout, text);
    let said: BTreeSet<_> = page
        .claims
        .iter()
        .map(|stated| stated.claim.to_string())
        .collect();
    for line in example("example: claims -->").lines() {
        assert!(said.contains(line), "{line} is not among {said:#?}");
    }
    assert_eq!(lines(&page, text, "unread"), ["# Boats"]);
}

/// Checks what a layout file and a page make: each claim in words, the operation left out if all are
/// of one.
#[track_caller]
fn check(layout: &str, text: &str, expected: &[&str]) {
    let layout = Layout::parse(layout).expect("it is a layout");
    let page = read(&layout, text);
    let said = page.claims.iter().map(|stated| stated.claim.to_string());
    let said: BTreeSet<_> = said
        .map(|claim| claim.replace("GET /boats · ", ""))
        .filter(|claim| !claim.starts_with("operation · "))
        .collect();
    let expected: BTreeSet<_> = expected.iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
}

const OPENS: &str = r"
[opens]
operation = ['{method} {path}', 'item: method: {method}', 'item: url: {path}', 'row: url \| {path}', 'row: method \| {method}']
query = ['query']
body = ['body']
status = ['{status}.*']
part = ['responses', 'details']
property = ['item: {name} \({type}\)(?:: {description})?', 'heading: {name} {type}', 'term: {name} \({type}\)', 'heading: {name}']
value = ['item: {name} - {description}']
says = ['item: default: {default}']
";

#[test]
fn marks_and_facts_are_in_names_types_and_wordings() {
    let table = |row: &str| {
        format!("# GET /boats\n## Query\n| Name | Type | Description |\n|---|---|---|\n| {row} |\n")
    };
    let listed = "query · rig · listed";
    for (row, expected) in [
        (
            "rig* | string |",
            vec![
                "query · rig · required = true",
                "query · rig · type = string",
            ],
        ),
        (
            "rig (optional) | string[] | |",
            vec![
                "query · rig · required = false",
                "query · rig · type = array of string",
            ],
        ),
        (
            "rig | string, required | |",
            vec![
                "query · rig · required = true",
                "query · rig · type = string",
            ],
        ),
        (
            "rig | string (date) or null | |",
            vec![
                "query · rig · format = date",
                "query · rig · type = string|null",
            ],
        ),
        (
            "rig | List\\<Integer> | Required. |",
            vec![
                "query · rig · required = true",
                "query · rig · type = array of integer",
            ],
        ),
        (
            "rig | enum | One of `sloop`, `ketch` |",
            vec![
                "query · rig · type = string",
                "query · rig · enum = sloop",
                "query · rig · enum = ketch",
            ],
        ),
        (
            "rig | integer [1..5] | Defaults to 3. |",
            vec![
                "query · rig · type = integer",
                "query · rig · minimum = 1",
                "query · rig · maximum = 5",
                "query · rig · default = 3",
            ],
        ),
        (
            "rig | string | The rig (deprecated) |",
            vec![
                "query · rig · type = string",
                "query · rig · description = stated",
                "query · rig · keyword = deprecated=true",
            ],
        ),
        (
            "rig | string | Max 40 |",
            vec![
                "query · rig · type = string",
                "query · rig · unread = range",
            ],
        ),
        (
            "rig | integer | Max 40 |",
            vec!["query · rig · type = integer", "query · rig · maximum = 40"],
        ),
        (
            "rig | Sail plan | The rig |",
            vec![
                "query · rig · unread = type",
                "query · rig · description = stated",
            ],
        ),
    ] {
        let mut expected = expected;
        expected.push(listed);
        check(OPENS, &table(row), &expected);
    }
}

#[test]
fn what_the_layout_cannot_say_stays_unread() {
    let layout = Layout::parse(OPENS).expect("it is a layout");
    for (page, unread) in [
        // A name of two words, a table of something else, a heading that opens nothing.
        (
            "# GET /boats\n## Query\n| Name | Type |\n|---|---|\n| the rig | string |\n",
            vec!["| the rig | string |"],
        ),
        (
            "# GET /boats\n## Query\n| Sail | Mast |\n|---|---|\n| a | b |\n",
            vec!["| Sail | Mast |", "| a | b |"],
        ),
        (
            "# GET /boats\n## Old fields\n| Name | Type |\n|---|---|\n| rig | string |\n",
            vec!["## Old fields", "| rig | string |"],
        ),
        (
            "# GET /boats\n## Body\n- rig (the boat's rig)\n",
            vec!["- rig (the boat's rig)"],
        ),
        (
            "# GET /boats\n# Errors\n## 404\nNo boat.\n",
            vec!["# Errors", "## 404", "No boat."],
        ),
        (
            "# GET /boats\n## Body\n```json\n{ \"a\": … }\n```\n- sail (yarn)\n",
            vec!["- sail (yarn)"],
        ),
        // A paragraph with a colon, and a list of what the layout has no word for.
        (
            "# GET /boats\nLists boats.\n\nPayload:\n\n- rig (string): One of: sloop, ketch.\n",
            vec!["- rig (string): One of: sloop, ketch."],
        ),
        (
            "# GET /boats\n## Body\n- rig (string)\n\nAnswer 200:\n\n- id (string)\n",
            vec!["Answer 200:", "- id (string)"],
        ),
        (
            "# GET /boats\n## Body\n- rig (string)\n  - Default: none of these\n",
            vec!["- Default: none of these"],
        ),
        (
            "# GET /boats\n## Old statuses\n| Status | Meaning |\n|---|---|\n| 404 | None |\n",
            vec!["## Old statuses", "| 404 | None |"],
        ),
        (
            "## GET /boats\n# Details\n| Status | Meaning |\n|---|---|\n| 404 | None |\n",
            vec!["| 404 | None |"],
        ),
    ] {
        assert_eq!(
            lines(&read(&layout, page), page, "unread"),
            unread,
            "{page}"
        );
    }
}

#[test]
fn a_table_without_a_place_has_the_one_that_the_layout_gives() {
    let page = "# GET /boats\n| Name | Type |\n|---|---|\n| rig | enum (sloop, ketch) |\n";
    check(OPENS, page, &[]);
    check(
        &format!("unplaced = 'parameters'\n{OPENS}"),
        page,
        &[
            "query · rig · listed",
            "query · rig · type = string",
            "query · rig · enum = sloop",
            "query · rig · enum = ketch",
        ],
    );
}

#[test]
fn errors_of_all_operations_are_said_of_each() {
    let opens = OPENS.replace("[opens]", "[opens]\nerrors = ['common errors']");
    let page = "## GET /boats\n## PUT /boats\n### 200\n# Common errors\n| Status | Code | Meaning |\n|---|---|---|\n| 404 | NO_BOAT | No boat |\n";
    let page = read(&Layout::parse(&opens).expect("it is a layout"), page);
    let said = page.claims.iter().map(|stated| stated.claim.to_string());
    let said: BTreeSet<_> = said.filter(|claim| claim.contains("· 404 ·")).collect();
    let expected = ["GET", "PUT"].map(|method| {
        [
            format!("{method} /boats · 404 · listed"),
            format!("{method} /boats · 404 · error = NO_BOAT · No boat"),
        ]
    });
    assert_eq!(said, expected.into_iter().flatten().collect());
    let slate =
        "## GET /boats\n# Common errors\n| Error Code | Meaning |\n|---|---|\n| 404 | No boat |\n";
    let slate = read(&Layout::parse(&opens).expect("it is a layout"), slate);
    let mut said = slate.claims.iter().map(|stated| stated.claim.to_string());
    assert!(said.any(|claim| claim == "GET /boats · 404 · listed"));
}
