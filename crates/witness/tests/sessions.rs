//! What people see, command by command.

use crate::folder::{DESCRIPTION, Folder, PAGE};

#[test]
fn a_folder_is_begun_and_checked() {
    let folder = Folder::new();
    folder.write("boats.md", PAGE);
    folder.write("openapi.yaml", DESCRIPTION);
    let begun = folder.session(&["init", "boats.md", "openapi.yaml"]);
    let config = std::fs::read_to_string(folder.path("witness.toml")).expect("it was written");
    insta::assert_snapshot!(format!("{begun}{config}"));
    insta::assert_snapshot!(folder.session(&["check"]));
    let again = folder.session(&["init", "boats.md", "openapi.yaml"]);
    assert!(again.contains("expected none, but found one"), "{again}");
}

#[test]
fn a_page_is_read() {
    let folder = Folder::harbour();
    folder.edit(
        "boats.md",
        "Gives a boat a berth.",
        "<b>Gives</b> a boat a berth.",
    );
    insta::assert_snapshot!(folder.session(&["read", "boats.md"]));
    insta::assert_snapshot!(folder.session(&["read", "boats.md", "--format", "lines"]));
    let csv = folder.session(&["read", "boats.md", "--format", "csv"]);
    assert!(csv.contains("GET /boats,query,limit,default,20,"), "{csv}");
}

/// A page needs no `html` element: a part that was cut out of one is HTML if its file is named so.
#[test]
fn a_part_of_a_page_is_read_as_html() {
    let folder = Folder::new();
    folder.write(
        "part.html",
        "<h2>GET /boats</h2><h3>Query parameters</h3><ul><li>rig (string)<br>Default: sloop</ul>",
    );
    let csv = folder.session(&["read", "part.html", "--format", "csv"]);
    assert!(csv.contains("GET /boats,query,rig,default,sloop,"), "{csv}");
    // Nor need a layout read it: whoever writes one looks at its text.
    folder.write("other.html", "<h2>Boats</h2><p>No operation<p>at all");
    let text = folder.session(&["read", "other.html", "--format", "text"]);
    assert!(text.contains("## Boats\nNo operation\nat all\n"), "{text}");
}

#[test]
fn of_a_folder_pages_are_read_and_other_files_are_named() {
    let folder = Folder::harbour();
    let session = folder.session(&["read", "."]);
    assert!(session.contains("no page ./openapi.yaml"), "{session}");
    assert!(session.contains("Read ./boats.md"), "{session}");
}

#[test]
fn every_format_of_a_finding_has_both_places() {
    let folder = Folder::harbour();
    folder.edit("openapi.yaml", "default: 20", "default: 30");
    insta::assert_snapshot!(folder.session(&["check"]));
    insta::assert_snapshot!(folder.session(&["check", "--format", "github"]));
    let sarif = folder.json(&["check", "--format", "sarif"]);
    let places = sarif["runs"][0]["results"][0]["locations"].to_string();
    assert!(
        places.contains("boats.md") && places.contains("\"startLine\":18"),
        "{places}"
    );
}

#[test]
fn two_captures_of_a_page_are_compared() {
    let folder = Folder::harbour();
    folder.write("before.md", PAGE);
    folder.edit(
        "boats.md",
        "| limit | integer | no",
        "| limit | integer | yes",
    );
    insta::assert_snapshot!(folder.session(&[
        "drift",
        "before.md",
        "boats.md",
        "--layout",
        "confluence-tables"
    ]));
    folder.write(
        "boats.md",
        PAGE.replace("Berths, and the boats", "Piers, and the boats"),
    );
    let told = folder.session(&["drift", "before.md", "boats.md"]);
    assert!(told.contains("2 lines that nobody reads"), "{told}");
}

#[test]
fn an_element_is_explained_by_its_lines() {
    let folder = Folder::harbour();
    insta::assert_snapshot!(folder.session(&["explain", "Mooring.berth"]));
    let renamed = folder.session(&["explain", "PUT /boats/{id}"]);
    assert!(renamed.contains("boats"), "{renamed}");
    assert!(
        !renamed.contains("path · id · listed unsupported"),
        "{renamed}"
    );
    let line = folder.session(&["explain", "boats:55"]);
    assert!(line.contains("berth"), "{line}");
    assert!(
        folder
            .session(&["explain", "Mooring.birth"])
            .ends_with("[exit 1]\n")
    );
    // A schema need not have a name.
    let inline = "{ type: object, properties: { hook: { type: string }, chain: { type: array, \
                  items: { type: object, properties: { hook: { type: string } } } } } }";
    folder.edit(
        "openapi.yaml",
        "{ $ref: \"#/components/schemas/Mooring\" }",
        inline,
    );
    let chain = folder.session(&["explain", "chain"]);
    assert!(chain.contains("type = array of object"), "{chain}");
    let several = folder.session(&["explain", "hook"]);
    let one = "PUT /boats/{id} · body · chain.hook";
    assert!(several.contains(one), "{several}");
    assert!(folder.session(&["explain", one]).contains("type = string"));
}
