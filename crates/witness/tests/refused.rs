//! What cannot be read says what, where and what to do, and exits with 2.

use crate::folder::Folder;

#[track_caller]
fn refuses(folder: &Folder, arguments: &[&str], told: &str) {
    let session = folder.session(arguments);
    assert!(session.contains(told), "{session}");
    assert!(session.ends_with("[exit 2]\n"), "{session}");
}

#[test]
fn files_that_are_not_what_they_should_be_are_refused() {
    let folder = Folder::harbour();
    folder.write("empty.yaml", "");
    folder.write("events.yaml", "asyncapi: 2.6.0\ninfo: {}\n");
    folder.write("old.json", "{ \"swagger\": \"1.2\" }");
    folder.write("words.md", "Only words, and no operation.\n");
    folder.write("latin.md", b"# Boats\n\nCaf\xe9\n");
    for description in ["empty.yaml", "events.yaml", "old.json", "missing.yaml"] {
        refuses(
            &folder,
            &["compare", description, "openapi.yaml"],
            description,
        );
    }
    refuses(&folder, &["read", "words.md"], "found no operation");
    refuses(
        &folder,
        &["read", "words.md", "--layout", "slate"],
        "found no operation",
    );
    refuses(&folder, &["read", "latin.md"], "line 3: expected UTF-8");
    refuses(&folder, &["read", "missing.md"], "give a saved page");
    refuses(
        &folder,
        &["read", "boats.md", "--layout", "slat"],
        "did you mean `slate`",
    );
    refuses(
        &folder,
        &["read", "boats.md", "--layout", "openapi.yaml"],
        "openapi.yaml",
    );
    refuses(
        &folder,
        &["check", "nowhere"],
        "witness init PAGE DESCRIPTION",
    );
}

#[test]
fn a_folder_that_is_not_as_it_should_be_says_all_that_is_wrong() {
    let folder = Folder::harbour();
    folder.write(
        "witness.toml",
        "description = \"gone.yaml\"\n[[page]]\nfile = \"gone.md\"\n[[page]]\nfile = \"lost.md\"\n",
    );
    let session = folder.session(&["check"]);
    for file in ["gone.yaml", "gone.md", "lost.md"] {
        assert!(session.contains(file), "{session}");
    }
    assert!(session.ends_with("[exit 2]\n"), "{session}");
    folder.write("witness.toml", "description = \"openapi.yaml\"\n");
    refuses(&folder, &["check"], "name at least one: [[page]]");
    folder.write(
        "witness.toml",
        "description = \"openapi.yaml\"\npages = 1\n",
    );
    refuses(&folder, &["check"], "witness.toml");
}

#[test]
fn init_takes_pages_and_one_description() {
    let folder = Folder::harbour();
    std::fs::remove_file(folder.path("witness.toml")).expect("it was there");
    refuses(
        &folder,
        &["init", "boats.md", "boats.md"],
        "found 0 descriptions",
    );
    refuses(
        &folder,
        &["init", "openapi.yaml", "openapi.yaml"],
        "found 2 descriptions",
    );
    refuses(&folder, &["init", ".", "openapi.yaml"], "found a folder");
}

#[test]
fn every_mistake_of_a_file_that_people_write_is_named() {
    let folder = Folder::harbour();
    folder.write(
        "witness.toml",
        "description = 5\nabout = \"boats\"\n[[page]]\nfle = \"boats.md\"\n",
    );
    let session = folder.session(&["check"]);
    for told in [
        "line 1, column 15: expected a string, but found integer `5` instead; correct it there",
        "line 2, column 1: expected one of `description`, `readings`, `page`, but found `about`",
        "line 4, column 1: expected one of `file`,",
    ] {
        assert!(session.contains(told), "{session}");
    }
    folder.write(
        "witness.toml",
        "description = \"openapi.yaml\"\nreadings = \"r.toml\"\n[[page]]\nfile = \"boats.md\"\n",
    );
    refuses(
        &folder,
        &["check"],
        "r.toml: expected a file, but found none instead; add it",
    );
    folder.write("r.toml", "[[reading]]\nid = 5\nkind = \"guess\"\n");
    let session = folder.session(&["check"]);
    for told in [
        "line 2, column 6: expected a string",
        "but found `guess` instead",
    ] {
        assert!(session.contains(told), "{session}");
    }
    // A description is read beside a folder that is not as it should be.
    let session = folder.session(&["compare", "openapi.yaml", "openapi.yaml"]);
    assert!(session.ends_with("[exit 0]\n"), "{session}");
    let json = folder.json(&[
        "compare",
        "openapi.yaml",
        "openapi.yaml",
        "--format",
        "json",
    ]);
    assert_eq!(json["shared"], 2);
}

#[test]
fn a_description_that_cannot_be_read_says_what_to_mend() {
    let folder = Folder::harbour();
    let deep = format!(
        "openapi: 3.1.0\nx: {}{}\n",
        "[".repeat(200),
        "]".repeat(200)
    );
    for (text, told) in [
        (
            "openapi: 3.1.0\n---\na: 1\n",
            "but found another behind it instead at line 3, column 1; give each",
        ),
        (
            "openapi: 3.1.0\npaths: {}\npaths: {}\n",
            "at line 3, column 1; remove one of them",
        ),
        (
            &deep,
            "expected at most 128 levels, but found more instead at line 2",
        ),
        (
            "openapi: 3.1.0\npaths: {a: [1\nb: 2\n",
            "found a mistake at line 3",
        ),
        (
            "openapi: 3.1.0\npaths: {/a: {$ref: gone.yaml}}\n",
            "at gone.yaml, but found none instead; add it",
        ),
    ] {
        folder.write("theirs.yaml", text);
        refuses(&folder, &["compare", "theirs.yaml", "openapi.yaml"], told);
        let session = folder.session(&["compare", "theirs.yaml", "openapi.yaml"]);
        assert!(
            !session.contains("from_str") && !session.contains("os error"),
            "{session}"
        );
    }
    refuses(
        &folder,
        &["compare", "gone.yaml"],
        "expected a file, but found none instead",
    );
    refuses(
        &folder,
        &["compare", "boats.md", "openapi.yaml"],
        "boats.md: expected a description, but found a page instead; give the description first",
    );
}

#[test]
fn a_page_without_operations_is_told_as_what_it_is() {
    let folder = Folder::harbour();
    folder.write("empty.md", "\n");
    folder.write("described.md", crate::folder::DESCRIPTION);
    for layout in [&[][..], &["--layout", "readme"]] {
        let read = |page| [&["read", page], layout].concat();
        refuses(&folder, &read("empty.md"), "found an empty file instead");
        refuses(
            &folder,
            &read("described.md"),
            "found a description of an API instead",
        );
    }
}
