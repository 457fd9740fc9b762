//! What cannot be read says where and why, exits with 2, and nothing is lost.

use contract::catalogue::PROVIDERS;

use crate::{Sandbox, golden};

/// A small page in the layout of Citi's portal.
const PAGE: &str = "\
Parcels

Select the following:
Home
>
API Products
>
Nowhere - Parcels API Documentation
Parcels
Summary
Where a parcel is.
Want to try this API out on our Playground?
Go play now
Endpoints on this page
get /v1/parcels Find a Parcel

Find a Parcel

get /v1/parcels
Description

Tells where a parcel is.

Header Parameters
uuid
string required
128 bit UUID of the call
  • cURL

Example Request

Responses
204

No content
This operation returns no content.
";

/// A folder in which each page can be read.
pub(crate) fn with_pages() -> Sandbox {
    let sandbox = Sandbox::new();
    for page in PROVIDERS {
        sandbox.write(&format!("pages/{}.txt", page.id), PAGE);
    }
    sandbox
}

/// Runs a command on broken input: it must exit with 2 and leave every file as it was.
#[track_caller]
fn refuses(situation: &str, arguments: &[&str], break_it: impl FnOnce(&Sandbox)) {
    let sandbox = with_pages();
    break_it(&sandbox);
    let before = sandbox.files();
    let session = sandbox.session(arguments);
    assert!(session.ends_with("[exit 2]\n"), "{session}");
    assert_eq!(before, sandbox.files(), "nothing is lost");
    golden(situation, &session);
}

const READ: &[&str] = &["read", "--pages", "pages"];

#[test]
fn pages_that_can_be_read_are_read() {
    let sandbox = with_pages();
    assert!(
        sandbox.run(READ).status.success(),
        "invalid test case: the pages cannot be read"
    );
    let sandbox = with_pages();
    sandbox.golden("read", READ);
    sandbox.golden("read-fresh", READ);
    sandbox.golden("read-check-fresh", &["read", "--pages", "pages", "--check"]);
    sandbox.replace("pages/citi-australia.txt", "204", "202");
    sandbox.golden("read-check-stale", &["read", "--pages", "pages", "--check"]);
}

#[test]
fn a_page_that_changed_is_named_line_by_line() {
    let sandbox = with_pages();
    sandbox.run(READ);
    sandbox.replace(
        "pages/citi-australia.txt",
        "string required",
        "integer required",
    );
    let session = sandbox.session(&["check", "--pages", "pages", "--format", "json"]);
    assert!(session.contains("stale-claims"), "{session}");
    assert!(
        session.contains("header · uuid · type = integer"),
        "{session}"
    );
    assert!(
        session.contains("header · uuid · type = string"),
        "{session}"
    );
}

#[test]
fn line_ends_of_another_system_make_no_difference() {
    let sandbox = with_pages();
    sandbox.run(READ);
    sandbox.write("pages/citi-australia.txt", PAGE.replace('\n', "\r\n"));
    sandbox.golden("read-check-fresh", &["read", "--pages", "pages", "--check"]);
}

#[test]
fn the_pages_are_not_there() {
    refuses("bad-no-folder", &["read", "--pages", "nowhere"], |_| {});
    refuses(
        "bad-no-folder-to-check",
        &["check", "--pages", "nowhere"],
        |_| {},
    );
    refuses("bad-no-page-at-all", &["read", "--pages", "spec"], |_| {});
    refuses("bad-no-page", READ, |sandbox| {
        sandbox.remove("pages/citi-australia.txt");
    });
}

#[test]
fn a_page_is_a_folder() {
    refuses("bad-page-is-a-folder", READ, |sandbox| {
        sandbox
            .remove("pages/citi-australia.txt")
            .write("pages/citi-australia.txt/page", PAGE);
    });
}

#[test]
fn a_page_has_a_layout_that_nobody_reads() {
    refuses("bad-layout", READ, |sandbox| {
        sandbox.write(
            "pages/citi-australia.txt",
            "Parcels\nAn API of another portal.\n",
        );
        sandbox.write("pages/citi-hong-kong.txt", "");
    });
}

#[test]
fn a_page_is_cut() {
    refuses("bad-cut", READ, |sandbox| {
        let half = PAGE.find("128 bit").expect("a description");
        sandbox.write("pages/citi-australia.txt", &PAGE[..half]);
    });
}

#[test]
fn a_page_is_no_text() {
    refuses("bad-utf-8", READ, |sandbox| {
        let mut bytes = PAGE.as_bytes().to_vec();
        bytes[PAGE.find("Tells").expect("a description")] = 0xff;
        sandbox.write("pages/citi-australia.txt", bytes);
    });
}

#[test]
fn several_pages_have_several_errors() {
    refuses("bad-pages", READ, |sandbox| {
        sandbox.replace(
            "pages/citi-australia.txt",
            "string required",
            "text required",
        );
        sandbox.replace(
            "pages/citi-australia.txt",
            "No content",
            "Definitions\n  • x",
        );
        sandbox.replace("pages/citi-hong-kong.txt", "Go play now", "Go away");
    });
}

#[test]
fn readings_are_malformed() {
    let path = "spec/readings.toml";
    refuses("bad-readings-no-toml", &["export"], |sandbox| {
        sandbox.replace(path, "kind = \"bind\"", "kind = bind");
    });
    refuses("bad-readings-no-kind", &["check"], |sandbox| {
        sandbox.replace(path, "kind = \"bind\"", "kind = \"guess\"");
    });
    refuses("bad-readings-incomplete", &["check"], |sandbox| {
        sandbox.replace(path, "becomes = \"object\"\n", "");
        sandbox.replace(
            path,
            "id = \"citi-lists-are-arrays\"",
            "id = \"citi-bearer\"",
        );
    });
    refuses("bad-readings-aspect", &["check"], |sandbox| {
        sandbox.replace(path, "aspect = \"type\", value", "aspect = \"typ\", value");
    });
    refuses(
        "bad-readings-missing",
        &["check", "--spec", "spec"],
        |sandbox| {
            sandbox.remove(path);
        },
    );
}

#[test]
fn claims_are_malformed() {
    let path = "spec/claims/citi-australia.csv";
    refuses("bad-claims", &["export"], |sandbox| {
        sandbox.replace(path, ",operation,,documented,", ",operation,,docmented,");
        sandbox.replace(
            path,
            ",header,Authorization,listed,,,3\n",
            ",header,Authorization,listed,,,three\n",
        );
        sandbox.replace(
            path,
            ",header,uuid,format,uuid,,0\n",
            ",header,uuid,format,uuid,\n",
        );
    });
    refuses("bad-claims-missing", &["check"], |sandbox| {
        sandbox.remove(path);
    });
    refuses("bad-claims-header", &["check"], |sandbox| {
        sandbox.replace(path, "operation,place", "op,place");
    });
}

/// Root may write anywhere, so a file stands where a folder should be.
#[test]
fn a_folder_cannot_be_written() {
    refuses("bad-folder", &["export"], |sandbox| {
        for provider in PROVIDERS {
            sandbox.remove(&format!("spec/providers/{}.json", provider.id));
        }
        std::fs::remove_dir(sandbox.path("spec/providers")).expect("the folder is empty");
        sandbox
            .write("spec/providers", "in the way")
            .remove("spec/openapi.json");
    });
}

/// Where permissions count, a folder without write permission refuses the first file already.
#[cfg(unix)]
#[test]
fn a_read_only_folder_keeps_its_files() {
    use std::os::unix::fs::PermissionsExt as _;

    let sandbox = with_pages();
    sandbox.replace("spec/openapi.json", "uuid", "text");
    let before = sandbox.files();
    let mode = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(sandbox.path("spec"), permissions).expect("it is our folder");
    };
    mode(0o555);
    let root = tempfile::tempfile_in(sandbox.path("spec")).is_ok();
    let session = sandbox.session(&["export"]);
    mode(0o755);
    if !root {
        assert!(session.ends_with("[exit 2]\n"), "{session}");
        assert!(session.contains("make the folder writable"), "{session}");
        assert_eq!(before, sandbox.files(), "nothing is lost");
    }
}

#[test]
fn arguments_are_wrong() {
    refuses("bad-arguments", &["exprt"], |_| {});
    refuses("bad-help", &["help", "expln"], |_| {});
    refuses("bad-path", &["check", "spec/openapi.json"], |_| {});
    refuses("bad-page", &["confirm", "citi-austrlia:3"], |_| {});
    refuses("bad-format", &["check", "--format", "yaml"], |_| {});
    refuses("bad-spec", &["check", "--spec", "nowhere"], |_| {});
    refuses("bad-spec-other", &["check", "--spec", "pages"], |_| {});
}
