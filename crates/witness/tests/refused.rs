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
