//! Layouts in files: each shipped one on a page in its manner, against a description of the same
//! API that was written by hand.

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
/// required; a page may be, and it names all media types or none, and never that there is no body.
/// Marks for what nobody could read are the page's alone.
#[track_caller]
fn agree(page: &PageClaims, description: &str) {
    let document: serde_json::Value = serde_saphyr::from_str(description).expect("it is YAML");
    let page = page.claims.iter().map(|stated| &stated.claim);
    let page: BTreeSet<&Claim> = page
        .filter(|claim| claim.aspect != Aspect::Unread)
        .collect();
    let has_media = page.iter().any(|claim| claim.aspect == Aspect::MediaType);
    let stated = claims::openapi::claims(&document);
    let stated = stated.iter().map(|stated| &stated.claim);
    let is_said = |claim: &&Claim| match (claim.aspect, &*claim.value) {
        (Aspect::MediaType, value) => has_media && value != "none",
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
        "{",
        r#""id": 7"#,
        "}",
    ];
    readme_says_what_the_document_says: "readme", ["Boats lie in harbours."];
    redocly_says_what_the_document_says: "redocly", [];
    gitbook_says_what_the_document_says: "gitbook", [
        "# Boats",
        "{",
        "// Response",
        "}",
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
