//! A page is drafted as files of the contract and readings.

#![expect(clippy::format_push_string, reason = "what is shown is short")]

mod draft;

use draft::{Draft, drafted, page};
use review::{Readings, TooNarrow};

const BOATS: &str = include_str!("boats.txt");
const HARBOUR: &str = include_str!("harbour.txt");
const BERTHS: &str = include_str!("berths.txt");

#[test]
fn a_page_that_is_cut_has_its_headers_and_a_response_that_openapi_demands() {
    insta::assert_snapshot!("cut", drafted("citi-oslo", "citi", BOATS).shown());
}

#[test]
fn bodies_become_types_and_a_known_vendor_lends_its_own() {
    insta::assert_snapshot!("bodies", drafted("citi-oslo", "citi", HARBOUR).shown());
}

#[test]
fn a_new_vendor_gets_a_module_servers_and_a_security_scheme() {
    insta::assert_snapshot!(
        "vendor",
        drafted("harbour-oslo", "harbour", HARBOUR).shown()
    );
}

#[test]
fn lost_names_are_asked_for_first() {
    let drafted = drafted("harbour-berths", "harbour", BERTHS);
    assert!(drafted.scaffold.lost_names);
    insta::assert_snapshot!("lost", drafted.shown());
}

#[test]
fn what_is_written_is_rust_and_what_is_decided_can_be_read() {
    for (id, vendor, text) in [
        ("citi-oslo", "citi", BOATS),
        ("citi-oslo", "citi", HARBOUR),
        ("harbour-oslo", "harbour", HARBOUR),
        ("harbour-berths", "harbour", BERTHS),
    ] {
        for (path, file) in drafted(id, vendor, text).scaffold.files {
            if path == scaffold::READINGS {
                let readings = Readings::parse(&file.text).expect("readings");
                assert!(readings.all().iter().any(|it| it.page.matches(id)), "{id}");
            } else {
                syn::parse_file(&file.text)
                    .unwrap_or_else(|error| panic!("{path}: {error}\n{}", file.text));
            }
        }
    }
}

#[test]
fn lines_are_added_and_none_is_lost() {
    let draft = drafted("harbour-oslo", "harbour", HARBOUR);
    let mut changed = 0;
    for (path, file) in &draft.scaffold.files {
        let Some(added) = file.added else {
            assert!(!draft.sources.contains_key(path), "{path} is new");
            continue;
        };
        let before = &draft.sources[path];
        let mut lines = file.text.lines();
        let kept = before.lines().all(|line| lines.any(|it| it == line));
        assert!(kept, "{path} has every line that it had");
        assert!(added > 0, "{path}");
        changed += 1;
    }
    assert!(changed >= 4, "lib, providers, schemas and readings");
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let mut draft = Draft::of("citi-oslo", "citi", BOATS);
    let path = "crates/contract/src/citi/operations/retrieve_boats.rs";
    draft
        .sources
        .insert(path.to_owned(), "// Mine.\n".to_owned());
    let scaffold = draft.scaffold().expect("a draft");
    assert!(!scaffold.files.contains_key(path));
    let other = "crates/contract/src/citi/operations/retrieve_boats_citi_oslo.rs";
    assert!(
        scaffold.files.contains_key(other),
        "{:?}",
        scaffold.files.keys()
    );
}

#[test]
fn a_module_that_is_there_is_not_written_over() {
    let mut draft = Draft::of("harbour-oslo", "harbour", HARBOUR);
    let path = "crates/contract/src/harbour/boats.rs";
    draft
        .sources
        .insert(path.to_owned(), "// Mine.\n".to_owned());
    let scaffold = draft.scaffold().expect("a draft");
    assert!(!scaffold.files.contains_key(path));
    assert!(
        scaffold
            .files
            .contains_key("crates/contract/src/harbour/boats_harbour_oslo.rs")
    );
}

#[test]
fn a_page_of_the_catalogue_is_refused() {
    let errors = Draft::of("citi-australia", "citi", BOATS)
        .scaffold()
        .expect_err("it is there");
    assert_eq!(
        errors,
        [
            "`citi-australia` is in the catalogue already; `cargo xtask read` reads a new capture of it"
        ]
    );
}

#[test]
fn names_that_cannot_be_files_are_refused() {
    for (id, vendor) in [
        ("Oslo", "harbour"),
        ("../oslo", "harbour"),
        ("oslo", "har-bour"),
        ("oslo", ""),
    ] {
        assert!(
            Draft::of(id, vendor, BOATS).scaffold().is_err(),
            "{id} {vendor}"
        );
    }
}

#[test]
fn words_of_a_person_are_reused_for_the_same_sentence_only() {
    let same = drafted("citi-oslo", "citi", BOATS).shown();
    assert!(same.contains("/// 128-bit UUID; generate a new one for every request."));
    let other = BOATS.replace("generate for every request", "generate for every boat");
    let other = drafted("citi-oslo", "citi", &other).shown();
    assert!(other.contains("/// TODO: describe `uuid`."));
}

#[test]
fn readings_of_the_vendor_that_are_too_narrow_are_named() {
    let narrow = drafted("citi-oslo", "citi", HARBOUR).scaffold.too_narrow;
    let narrow: Vec<_> = narrow
        .iter()
        .map(
            |TooNarrow {
                 reading,
                 page,
                 wider,
                 ..
             }| [reading.as_str(), page, wider],
        )
        .collect();
    assert!(
        narrow.contains(&["citi-listed-responses", "citi-australia", "citi-*"]),
        "{narrow:?}"
    );
    // What an address is said to be holds for one page.
    assert!(
        !narrow.iter().any(|it| it[0].ends_with("page-address")),
        "{narrow:?}"
    );
}

#[test]
fn the_address_of_the_page_takes_the_place_of_a_note() {
    let mut draft = Draft::of("citi-oslo", "citi", BOATS);
    draft.url = Some("https://harbour.example/boats");
    let shown = Draft::show(&draft.scaffold().expect("a draft"), &draft.sources);
    assert!(
        shown.contains("url: Some(\"https://harbour.example/boats\")"),
        "{shown}"
    );
    assert!(!shown.contains("say which page it is"), "{shown}");
    assert!(shown.contains("citi-oslo-page-address"), "{shown}");
}

#[test]
fn the_same_page_gives_the_same_draft() {
    let once = drafted("harbour-oslo", "harbour", HARBOUR).scaffold.files;
    assert_eq!(
        once,
        drafted("harbour-oslo", "harbour", HARBOUR).scaffold.files
    );
    assert_ne!(
        once,
        drafted(
            "harbour-oslo",
            "harbour",
            &HARBOUR.replace("skipper", "captain")
        )
        .scaffold
        .files
    );
}

#[test]
fn the_samples_are_read() {
    for text in [BOATS, HARBOUR, BERTHS] {
        assert!(!page("harbour-oslo", text).claims.is_empty());
    }
}
