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
/// Marks for what nobody could read are the page's alone, and examples in JSON are the description's.
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
fn an_operation_is_named_by_one_block_or_by_two() {
    for page in [
        "# GET /boats\n",
        "# Boats\n`GET` https://harbour.example/boats?limit=1\n",
        "# Boats\n- **URL**: `/boats`\n- **Method**: GET\n",
        "# Boats\n## Details\n| Method | GET |\n|---|---|\n| URL | /boats |\n",
        "<h1>Boats</h1><p><b>GET</b> {{host}}/boats</p>",
    ] {
        let page = read(&Layout::parse(OPENS).expect("it is a layout"), page);
        assert_eq!(page.documented(), BTreeSet::from(["GET /boats"]));
    }
}

#[test]
fn a_list_of_operations_opens_none() {
    let layout = Layout::parse(OPENS).expect("it is a layout");
    for page in [
        "# Contents\n- GET /boats\n- GET /crews\n",
        "# Contents\n| Method | Path |\n|---|---|\n| GET | /boats |\n",
    ] {
        assert_eq!(read(&layout, page).claims, []);
    }
}

#[test]
fn names_in_a_path_are_in_braces() {
    for path in [
        "/boats/:id/log",
        "/boats/<id>/log",
        "/boats/{{id}}/log",
        "/boats/[id]/log",
        "/boats/{id}/log{?limit}",
    ] {
        let text = format!(
            "# GET {}\n",
            path.replace(['<', '['], r"\$0")
                .replace(r"\$0id>", r"\<id>")
                .replace(r"\$0id]", r"\[id]")
        );
        let page = read(&Layout::parse(OPENS).expect("it is a layout"), &text);
        assert_eq!(
            page.documented(),
            BTreeSet::from(["GET /boats/{id}/log"]),
            "{path}"
        );
    }
}

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
fn properties_are_nested_by_items_headings_and_marks() {
    let nested = [
        "body · owner · listed",
        "body · owner · type = object",
        "body · owner.name · listed",
        "body · owner.name · type = string",
    ];
    for body in [
        "- owner (object)\n  - name (string)\n",
        "### owner object\n- name (string)\n",
        "### owner object\n| Name | Type |\n|---|---|\n| name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n| &nbsp;&nbsp;name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n| ↳ name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n| owner.name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n\n### owner\n| Name | Type |\n|---|---|\n| name | string |\n",
    ] {
        check(OPENS, &format!("# GET /boats\n## Body\n{body}"), &nested);
    }
}

#[test]
fn what_stands_in_an_item_is_said_of_it() {
    let page = "# GET /boats\n## Query\n- rig (string)\n  - sloop - One mast\n  - Default: sloop\n\n  The rig.\n\nNo more.\n";
    check(
        OPENS,
        page,
        &[
            "query · rig · listed",
            "query · rig · type = string",
            "query · rig · enum = sloop",
            "query · rig · enum-description = sloop",
            "query · rig · default = sloop",
            "query · rig · description = stated",
        ],
    );
}

#[test]
fn code_is_an_example_and_states_nothing() {
    let page = "# GET /boats\n## 200 OK\n```json\n[{\"id\": 7}]\n```\n```sh\ncurl x\n```\n";
    check(OPENS, page, &["200 · listed"]);
    let page_read = read(&Layout::parse(OPENS).expect("it is a layout"), page);
    assert_eq!(
        lines(&page_read, page, "example structure"),
        ["[{\"id\": 7}]"]
    );
    assert_eq!(lines(&page_read, page, "code sample"), ["curl x"]);
}

/// Checks what is said of a parameter with this type and this wording.
#[track_caller]
fn states(ty: &str, wording: &str, expected: &[&str]) {
    let head = "# GET /boats\n## Query\n| Name | Type | Description |\n|---|---|---|\n";
    let layout = Layout::parse(OPENS).expect("it is a layout");
    let page = read(&layout, &format!("{head}| rig | {ty} | {wording} |\n"));
    let claims = page.claims.iter().map(|stated| &stated.claim);
    let claims = claims.filter(|claim| &*claim.name == "rig" && claim.aspect != Aspect::Listed);
    let claims = claims.filter(|claim| claim.aspect != Aspect::Description);
    let said = claims.map(|claim| format!("{} = {}", claim.aspect, claim.value));
    let expected: BTreeSet<_> = expected.iter().map(ToString::to_string).collect();
    // Words that look like a rule are marked besides.
    let is_mark = |said: &String| said.starts_with("unread") && !expected.contains(said);
    let said: BTreeSet<_> = said.filter(|said| !is_mark(said)).collect();
    assert_eq!(said, expected, "{ty}, {wording}");
}

#[test]
fn types_have_formats_and_may_be_several() {
    for (ty, expected) in [
        ("long", &["type = integer", "format = int64"][..]),
        ("double", &["type = number", "format = double"]),
        ("string, uuid", &["type = string", "format = uuid"]),
        (
            "string (datetime)",
            &["type = string", "format = date-time"],
        ),
        ("[]string", &["type = array of string"]),
        ("string?", &["type = string|null"]),
        ("string or integer", &["type = string|integer"]),
        ("string or null", &["type = string|null"]),
        ("string *", &["type = string", "required = true"]),
        ("any", &[]),
        ("array of Boat", &["type = array"]),
        ("array of r", &["type = array"]),
        ("Boat", &["unread = type"]),
        ("enum (`1`, `2`)", &["enum = 1", "enum = 2"]),
        (
            "map of string to long",
            &[
                "type = object",
                r#"keyword = additionalProperties={"type":"integer","format":"int64"}"#,
            ],
        ),
        ("map\\<string, Boat>", &["type = object"]),
        (
            "enum (`a`, `b`)",
            &["type = string", "enum = a", "enum = b"],
        ),
    ] {
        states(ty, "", expected);
    }
}

#[test]
fn values_are_listed_in_code_in_quotes_or_in_words() {
    let both = &["type = string", "enum = a", "enum = b"];
    for wording in [
        "`a` or `b`.",
        "`a` \\| `b`",
        "Either `a` or `b`",
        "Can be `a` or `b`.",
        "One of `a` (upwards), `b` (downwards)",
        "One of a (upwards), b (downwards).",
        "Values:<br>`a` - up.<br>`b` - down",
        "One of \"a\" or \"b\".",
    ] {
        states("string", wording, both);
    }
    let default = &["type = string", "enum = a", "enum = b", "default = a"];
    states("string", "`a` (default) or `b`", default);
    states("string", "Possible values: a (default), b", default);
    for wording in [
        "Needs `a` or `b`.",
        "`a` or `b` of it.",
        "E.g. `a` or `b`",
        "Either way, `b`.",
        "`a`",
    ] {
        states("string", wording, &["type = string"]);
    }
}

#[test]
fn wordings_state_patterns_defaults_and_bounds() {
    for (ty, wording, fact) in [
        ("string", "Pattern: `^[a-z-]+$`", "pattern = ^[a-z-]+$"),
        ("string", "Pattern: ^[a-z]{2,}.", "pattern = ^[a-z]{2,}"),
        ("string", "Must match `^(a\\|b)`", "pattern = ^(a|b)"),
        ("array", "Default: `[]`", "default = []"),
        ("array", "Default: [].", "default = []"),
        ("boolean", "By default, `false`.", "default = false"),
        ("integer", "Defaults to 1,000", "default = 1000"),
        ("string", "Default: empty string", "default = "),
        ("integer", "No more than 100", "maximum = 100"),
        ("array", "Marks, at most 30 items.", "keyword = maxItems=30"),
        ("array", "At least 2", "min-items = 2"),
        ("integer", "Up to 30 boats", "unread = range"),
        ("integer", "<= 5", "maximum = 5"),
        ("integer", "Greater than 0.", "keyword = exclusiveMinimum=0"),
        (
            "integer",
            "Must be positive",
            "keyword = exclusiveMinimum=0",
        ),
        ("string", "An ISO 8601 date-time.", "format = date-time"),
    ] {
        states(ty, wording, &[&format!("type = {ty}"), fact]);
    }
    for wording in ["Range: 1-100", "From 1 to 100."] {
        states(
            "number",
            wording,
            &["type = number", "minimum = 1", "maximum = 100"],
        );
    }
    let three = &["type = string", "min-length = 3", "max-length = 3"];
    states("string", "Exactly 3 characters", three);
    for wording in [
        "By default, all of it.",
        "ISO 8601 duration",
        "From 1 to 5, if any.",
    ] {
        states("number", wording, &["type = number"]);
    }
}

#[test]
fn an_array_is_there_if_its_items_have_properties() {
    let page = "# GET /boats\n## Body\n- logs[].id (integer)\n";
    check(
        OPENS,
        page,
        &[
            "body · logs · listed",
            "body · logs · type = array of object",
            "body · logs.id · listed",
            "body · logs.id · type = integer",
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

#[test]
fn errors_of_a_layout_file_have_their_lines() {
    for (toml, expected) in [
        (
            "[opens]\nquerry = ['query']",
            "line 2: expected a key that is one of ignore example",
        ),
        (
            "[opens]\nquery = [\n'a',\n'(']",
            "line 4: expected a regular expression, but",
        ),
        (
            "[opens]\nproperty = ['{nam}']",
            "line 2: expected a placeholder of these",
        ),
        (
            "[opens]\nproperty = ['{name} {name}']",
            "line 2: expected a placeholder of these, each once",
        ),
        ("[types]\nboat = 'boat'", "line 2: expected one of `string`"),
        (
            "facts = ['{name}']",
            "line 1: expected placeholders of these: default",
        ),
        (
            "unmarked = 'maybe'",
            "line 1: expected `optional` or `required`",
        ),
        ("\n[colums]\n", "line 2: unknown field `colums`"),
        ("[opens", "line 1: "),
        (
            "[opens]\nquery = 'a'",
            "line 2: invalid type: string \"a\", expected a list, `['…']`",
        ),
    ] {
        let errors = Layout::parse(toml).expect_err(toml);
        assert!(errors[0].starts_with(expected), "{errors:?}");
    }
    let two = Layout::parse("[opens]\na = ['x']\n[words]\nb = ['x']").expect_err("two");
    assert_eq!(two.len(), 2, "{two:?}");
}

#[test]
fn every_shipped_layout_is_short_and_has_a_name() {
    for name in Layout::NAMES {
        let source = Layout::source(name).expect("it is shipped");
        assert!(source.lines().count() <= 60, "{name}");
        assert!(Layout::parse(source).is_ok() && Layout::named(name).is_some());
    }
    assert!(Layout::named("boats").is_none());
}

#[test]
fn every_cut_and_mangled_page_is_accounted_for() {
    for (name, text) in [
        ("slate", include_str!("layouts/slate.md")),
        ("readme", include_str!("layouts/readme.md")),
        ("redocly", include_str!("layouts/redocly.md")),
        ("gitbook", include_str!("layouts/gitbook.md")),
        ("mintlify", include_str!("layouts/mintlify.md")),
        (
            "confluence-tables",
            include_str!("layouts/confluence-tables.md"),
        ),
    ] {
        let layout = Layout::named(name).expect("it is shipped");
        let ends = text.char_indices().map(|(end, _)| end).step_by(311);
        for end in ends {
            let mut middle = text[end..].to_owned();
            middle.push_str(&text[..end]);
            for text in [&text[..end], &middle, &text[..end].replace(['>', '"'], "<")] {
                let page = read(&layout, text);
                assert_eq!(page.capture.lines.len(), text.lines().count());
                let mut claims = page.claims.iter().map(|stated| stated.claim.to_string());
                let is_private = |letter| ('\u{e000}'..='\u{f8ff}').contains(&letter);
                assert!(!claims.any(|claim| claim.contains(is_private)), "{text}");
                for (line, text) in page.capture.lines.iter().zip(text.lines()) {
                    assert_eq!(line.rule == "blank", text.trim().is_empty(), "{text}");
                }
            }
        }
    }
}

#[test]
fn hostile_markdown_takes_no_time() {
    let layouts = Layout::NAMES
        .iter()
        .map(|name| Layout::named(name).expect("it is shipped"));
    let layouts: Vec<_> = layouts.collect();
    for text in [
        "<A ".repeat(4_000),
        "{% a ".repeat(4_000),
        "[block:x]\n".repeat(4_000),
        "- ".repeat(1_000) + "x",
        "[".repeat(4_000),
        "| a ".repeat(4_000) + "\n" + &"|-".repeat(4_000),
        "<ParamField body=\"a\">\n".repeat(700),
        "## a\n".repeat(4_000),
        "```json\n".to_owned() + &"[".repeat(9_000),
        "\u{e000}7\u{e001}x\u{e002}y\n".repeat(100),
        "# GET /a\n## Body\n".to_owned() + &"- a (b (c (d\n".repeat(700),
    ] {
        for layout in &layouts {
            let page = read(layout, &text);
            assert_eq!(page.capture.lines.len(), text.lines().count());
        }
    }
}

#[test]
fn a_page_in_html_is_read_as_the_same_page_in_markdown_is() {
    let layout = Layout::parse(example("layout.toml -->")).expect("it is a layout");
    let html = "<html><body><main><h1>Boats</h1><h2>Look up a boat</h2>\
        <p><code>GET /v1/boats/:boatId</code></p><p>Shows one boat.</p><h3>Path parameters</h3>\
        <ul><li><code>boatId</code> (string, required) - The boat's number.</li></ul>\
        <h3>Query parameters</h3><table><tr><th>Parameter<th>Type<th>Required<th>Description\
        <tr><td>view<td>string<td>no<td>One of: short, full.\
        <tr><td>logs<td>integer<td>no<td>How many logs. Default: 10</table>\
        <h3>Response</h3><table><tr><th>Field<th>Type<th>Description\
        <tr><td>name<td>string<td>The boat's name.<tr><td>» short<td>string<td>What people say.\
        <tr><td>owners<td>array of Owner<td>Who sails it.</table>\
        <h3>Errors</h3><table><tr><th>Status<th>Description<tr><td>404<td>No such boat.</table>\
        <h2>Owner object</h2><table><tr><th>Field<th>Type<th>Description\
        <tr><td>name<td>string<td>The owner's name.</table></main></body></html>";
    let captured = pages::html::capture(html.as_bytes());
    let page = layout
        .read("boats", &captured.text, &captured.blocks)
        .expect("it is text");
    let claims = |page: &PageClaims| -> BTreeSet<Claim> {
        page.claims
            .iter()
            .map(|stated| stated.claim.clone())
            .collect()
    };
    assert_eq!(
        claims(&page),
        claims(&read(&layout, example("page.md -->")))
    );
    assert_eq!(lines(&page, &captured.text, "unread"), ["# Boats"]);
}

#[test]
fn line_ends_of_windows_make_no_difference() {
    for (name, text) in [
        ("slate", include_str!("layouts/slate.md")),
        ("readme", include_str!("layouts/readme.md")),
        ("mintlify", include_str!("layouts/mintlify.md")),
    ] {
        let layout = Layout::named(name).expect("it is shipped");
        let windows = read(&layout, &text.replace('\n', "\r\n"));
        assert_eq!(windows, read(&layout, text), "{name}");
    }
}
