//! `drift` in each situation, between two captures of the harbour's page.

use changes::drift::{Capture, Class, bind, drift};
use claims::{Aspect, Claim};
use review::Readings;

use crate::{Sandbox, golden};

/// A page with every construct of its layout.
const HARBOUR: &str = include_str!("../../../crates/pages/tests/citi_portal/harbour.txt");

const TEXT: &[&str] = &["drift", "old/harbour.txt", "new/harbour.txt"];
const JSON: &[&str] = &[
    "drift",
    "old/harbour.txt",
    "new/harbour.txt",
    "--format",
    "json",
];

/// The page before and after, with each text of the page replaced by another one.
fn captures(changes: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("old/harbour.txt", HARBOUR);
    sandbox.write("new/harbour.txt", HARBOUR);
    for (from, to) in changes {
        sandbox.replace("new/harbour.txt", from, to);
    }
    sandbox
}

#[track_caller]
fn check(situation: &str, arguments: &[&str], changes: &[(&str, &str)], exit: i32) {
    let sandbox = captures(changes);
    let before = sandbox.files();
    let session = sandbox.session(arguments);
    assert!(session.ends_with(&format!("[exit {exit}]\n")), "{session}");
    assert_eq!(before, sandbox.files(), "drift writes nothing");
    golden(situation, &session);
}

/// One change of every kind, in requests and in responses.
const CHANGES: &[(&str, &str)] = &[
    ("boolean required", "boolean Optional"),
    ("integer Optional", "integer required"),
    ("RED , BLUE", "RED , GREEN"),
    ("  • built\n", "  • builtOn\n"),
    ("sloop, ketch, yawl", "sloop, ketch, yawl, cutter"),
    (
        "    • Number of the hull",
        "    • Number that the hull bears",
    ),
    (
        "  • owner\n    • Who pays\n    • type : object\n      • name\n        • type : string\n",
        "",
    ),
    (
        "    • type : integer\n    • format : int64",
        "    • type : string",
    ),
    (
        "List the Harbours\n\nget /v1/boats/harbours",
        "List the Harbours\n\nget /v1/harbours",
    ),
    ("get /v1/boats/harbours List", "get /v1/harbours List"),
    ("for get /v1/boats/harbours", "for get /v1/harbours"),
];

#[test]
fn a_page_changed() {
    check("drift", TEXT, CHANGES, 1);
    check("drift-json", JSON, &CHANGES[..1], 1);
}

#[test]
fn a_page_did_not_change() {
    check("drift-none", TEXT, &[], 0);
    check("drift-json-none", JSON, &[], 0);
    // A line that states nothing moves all that follow.
    check(
        "drift-none",
        TEXT,
        &[("  • Ruby\n", "  • Ruby\n  • Go\n")],
        0,
    );
}

/// One sentence and nothing else: the digest tells.
#[test]
fn a_page_says_it_in_other_words() {
    check(
        "drift-wording",
        TEXT,
        &[("Whether somebody is aboard.", "Is anybody aboard?")],
        1,
    );
}

/// Each announces an end: an operation, a parameter, a property and the page, in their own words.
const ENDS: &[(&str, &str)] = &[
    (
        "Boats that are moored here.",
        "Boats that are moored here. Deprecated: this operation will be retired on 31 December 2027.",
    ),
    (
        "Whether somebody is aboard.",
        "Whether somebody is aboard. No longer supported.",
    ),
    ("    • Who pays", "    • Obsolete, see captain"),
    (
        "Berths, boats and the people who sail them.",
        "Berths, boats and the people who sail them. This API will be discontinued.",
    ),
];

#[test]
fn a_page_announces_an_end() {
    check("drift-deprecated", TEXT, ENDS, 1);
    check("drift-deprecated-json", JSON, &ENDS[1..2], 1);
    let sandbox = captures(ENDS);
    let back = ["drift", "new/harbour.txt", "old/harbour.txt"];
    let session = sandbox.session(&back);
    assert!(!session.contains("deprecations"), "{session}");
    assert_eq!(
        session.matches("no longer deprecated").count(),
        4,
        "{session}"
    );
}

/// A capture that goes on where the old one ended says nothing in other words.
#[test]
fn a_capture_goes_on_where_the_old_one_ended() {
    let sandbox = captures(&[]);
    let sentence = HARBOUR.find("somebody is aboard").expect("a sentence");
    sandbox.write("old/harbour.txt", &HARBOUR[..sentence]);
    sandbox.golden("drift-completed", TEXT);
    let session = sandbox.session(&["drift", "new/harbour.txt", "old/harbour.txt"]);
    assert!(session.contains("crewed · cut short: "), "{session}");
    for word in ["reworded", "breaking GET", "no longer stated"] {
        assert!(!session.contains(word), "{session}");
    }
}

/// A page that never says which of its headers and which properties of its first definition are
/// required; its third definition has a list of those that are.
const NAMELESS: &str = include_str!("../../../crates/pages/tests/citibanamex_portal/berths.txt");

#[test]
fn a_page_does_not_say_whether_something_new_is_required() {
    let sandbox = Sandbox::new();
    for capture in ["old/berths.txt", "new/berths.txt"] {
        sandbox.write(capture, NAMELESS);
    }
    for (from, to) in [
        ("3166 code\n", "3166 code\nIn which words\n"),
        (
            "\"properties\": {\n\"ship\": {",
            "\"properties\": {\n\"tug\": {\n\"type\": \"string\"\n},\n\"ship\": {",
        ),
        (
            "\"properties\": {\n\"metres\": {",
            "\"properties\": {\n\"feet\": {\n\"type\": \"integer\"\n},\n\"metres\": {",
        ),
    ] {
        sandbox.replace("new/berths.txt", from, to);
    }
    sandbox.golden(
        "drift-unknown",
        &["drift", "old/berths.txt", "new/berths.txt"],
    );
}

#[test]
fn the_id_is_that_of_the_old_file_or_as_given() {
    let sandbox = captures(&[]);
    sandbox.write("other.txt", HARBOUR);
    let session = sandbox.session(&["drift", "old/harbour.txt", "other.txt"]);
    assert!(session.contains(" Agreed harbour: "), "{session}");
    let session = sandbox.session(&["drift", "other.txt", "new/harbour.txt", "--page", "port"]);
    assert!(session.contains(" Agreed port: "), "{session}");
}

#[test]
fn captures_cannot_be_read() {
    let both = &["drift", "nowhere.txt", "old"];
    check("bad-drift-missing", both, &[], 2);
    let half = HARBOUR.find("boolean required").expect("a parameter");
    let changes: &[(&str, &str)] = &[
        ("boolean required", "flag required"),
        ("sloop, ketch", "sloop,, ketch"),
    ];
    check("bad-drift-page", TEXT, changes, 2);
    let sandbox = captures(&[]);
    sandbox.write("new/harbour.txt", &HARBOUR[..half]);
    sandbox.golden("drift-cut", TEXT);
}

/// It needs no `spec/`: two captures are all. It says that nothing tells what the page lost.
#[test]
fn it_runs_anywhere() {
    let sandbox = captures(&[]);
    std::fs::remove_dir_all(sandbox.path("spec")).expect("the copy is there");
    sandbox.golden("drift-no-spec", TEXT);
}

/// A page that lost which operations its tables are of, and of which bodies.
const BERTHS: &str = include_str!("../../../crates/pages/tests/confluence_comparison/berths.txt");

const READINGS: &str = r#"
[[reading]]
id = "berths-response"
page = "berths"
kind = "bind"
applies-to = [{ operation = "table 1", place = "body" }]
becomes = { operation = "GET /berths", place = "200" }
basis = "other-page"
reason = "The capture lost the headings of its tables."
evidence = "Another version of the page."
"#;

/// A value is added to what a table holds, and a text is shorter; only a reading knows that it is a
/// response, whose readers mind the one and not the other.
fn berths() -> Sandbox {
    let sandbox = Sandbox::new();
    for capture in ["old/berths.txt", "new/berths.txt"] {
        sandbox.write(capture, BERTHS);
    }
    sandbox.replace(
        "new/berths.txt",
        "Possible values: S, XS",
        "Possible values: S, XS, L",
    );
    sandbox.replace("new/berths.txt", "ASCII string (4)", "ASCII string (3)");
    sandbox
}

#[test]
fn what_the_page_lost_is_bound_by_the_readings() {
    let berths_of = ["drift", "old/berths.txt", "new/berths.txt"];
    let sandbox = berths();
    sandbox.golden("drift-unbound", &berths_of);
    sandbox.write("spec/readings.toml", READINGS);
    sandbox.golden("drift-bound", &berths_of);
    sandbox.write("spec/readings.toml", "reading");
    sandbox.golden("bad-drift-readings", &berths_of);
}

#[test]
fn two_pages_are_not_compared() {
    let sandbox = berths();
    sandbox.write("old/harbour.txt", HARBOUR);
    let layouts = ["drift", "old/harbour.txt", "new/berths.txt"];
    sandbox.golden("bad-drift-layouts", &layouts);
    sandbox.write("new/harbour.txt", HARBOUR);
    sandbox.replace("new/harbour.txt", "Utopia - Harbour", "Utopia - Haven");
    sandbox.golden("bad-drift-titles", TEXT);
    // Whoever names the page says that it is one.
    let named = [TEXT, &["--page", "harbour"]].concat();
    let session = sandbox.session(&named);
    assert!(session.contains("Utopia - Haven"), "{session}");
    assert!(session.ends_with("[exit 1]\n"), "{session}");
}

/// Wherever a capture ends, that tells nothing about the API: neither before nor after the page is
/// captured whole.
#[test]
fn no_cut_is_a_change_of_the_api() {
    let confluence = BERTHS;
    let worldline = include_str!("../../../crates/pages/tests/worldline_reference/berths.txt");
    let mut seen = 0;
    for text in [HARBOUR, NAMELESS, confluence, worldline] {
        let read = |text: &str| pages::read("page", text.as_bytes());
        let whole = read(text).expect("a sample can be read");
        for end in (1..text.len()).step_by(7) {
            let Some((part, Ok(cut))) = text.get(..end).map(|part| (part, read(part))) else {
                continue;
            };
            // Before the first operation a title may be that of anything.
            let has = |what: &dyn Fn(&Claim) -> bool| cut.claims.iter().any(|it| what(&it.claim));
            if !has(&|it| it.aspect == Aspect::Cut) || !has(&|it| !it.operation.is_empty()) {
                continue;
            }
            seen += 1;
            let none = Readings::default();
            for back in [false, true] {
                let (old, new) = if back { (&whole, &cut) } else { (&cut, &whole) };
                let texts = if back { (text, part) } else { (part, text) };
                let [old, new] = bind(old, new, Some(&whole), &none);
                let drift = drift(Capture::new(&old, texts.0), Capture::new(&new, texts.1));
                let other = drift.changes.iter().find(|it| it.class != Class::Capture);
                assert_eq!(other, None, "cut after {end} of\n{text}");
            }
        }
    }
    assert!(seen > 800, "invalid test case: only {seen} cuts");
}
