//! `scaffold`: what it writes, what it says, and what it leaves alone.

use std::path::Path;

use crate::Sandbox;

const BOATS: &str = include_str!("../../../crates/scaffold/tests/scaffold/boats.txt");
const BERTHS: &str = include_str!("../../../crates/scaffold/tests/scaffold/berths.txt");
const PROVIDERS: &str = "crates/contract/src/catalogue/providers.rs";

/// `spec/` beside the sources of the contract, with a captured page.
fn sandbox(page: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/contract/src");
    for (path, contents) in cli::disk::files(&contract).expect("the contract can be read") {
        sandbox.write(&format!("crates/contract/src/{path}"), contents);
    }
    sandbox.write("page.txt", page);
    sandbox
}

fn arguments<'a>(page: &'a str, vendor: &'a str) -> [&'a str; 6] {
    ["scaffold", "--page", page, "--vendor", vendor, "page.txt"]
}

#[test]
fn a_page_is_drafted_once() {
    let sandbox = sandbox(BOATS);
    sandbox.golden("scaffold", &arguments("citi-oslo", "citi"));
    assert!(
        sandbox
            .text("spec/readings.toml")
            .contains("# Drafted for citi-oslo")
    );
    assert!(
        sandbox
            .text("spec/claims/citi-oslo.csv")
            .starts_with("operation,")
    );
    assert!(sandbox.text(PROVIDERS).contains("retrieve_boats::Path"));
    let files = sandbox.files();
    sandbox.golden("scaffold-again", &arguments("citi-oslo", "citi"));
    assert_eq!(sandbox.files(), files, "nothing is written twice");
}

#[test]
fn lost_names_come_first() {
    let sandbox = sandbox(BERTHS);
    let arguments = arguments("harbour-berths", "harbour");
    sandbox.golden("scaffold-lost", &arguments);
    assert!(
        !sandbox.text(PROVIDERS).contains("harbour-berths"),
        "nothing is drafted yet"
    );
    let readings = sandbox.text("spec/readings.toml");
    let (before, drafts) = readings.split_once("# Drafted for").expect("drafts");
    let named = drafts
        .replace("\"#1\" = \"TODO: name\"", "\"#1\" = \"flag\"")
        .replace("\"#2\" = \"TODO: name\"", "\"#2\" = \"cargo\"")
        .replace("\"#3\" = \"TODO: name\"", "\"#3\" = \"hold\"");
    assert_ne!(drafts, named, "invalid test case");
    sandbox.write(
        "spec/readings.toml",
        format!("{before}# Drafted for{named}"),
    );
    let said = sandbox.session(&arguments);
    assert!(said.ends_with("[exit 0]\n"), "{said}");
    assert!(sandbox.text(PROVIDERS).contains("harbour-berths"), "{said}");
}

#[test]
fn claims_of_another_capture_are_not_written_over() {
    let sandbox = sandbox(BOATS);
    sandbox.write("spec/claims/citi-oslo.csv", "operation\n");
    let files = sandbox.files();
    sandbox.golden("scaffold-other-claims", &arguments("citi-oslo", "citi"));
    assert_eq!(sandbox.files(), files);
}

#[test]
fn a_page_that_cannot_be_read_drafts_nothing() {
    let sandbox = sandbox("Nothing of a page.\n");
    let files = sandbox.files();
    let said = sandbox.session(&arguments("citi-oslo", "citi"));
    assert!(said.ends_with("[exit 2]\n"), "{said}");
    assert_eq!(sandbox.files(), files);
}
