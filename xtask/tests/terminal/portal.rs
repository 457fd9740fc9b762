//! The portal, with programs in place of Node.js and npm that give what those would.

use std::collections::BTreeMap;

use portal::LANGUAGES;
use serde_json::{Value, json};

use crate::{Sandbox, golden, program, say};

/// A bundle that loads its logo, as Redoc's does.
const REDOC: &str = "\"https://cdn.redoc.ly/redoc/logo-mini.svg\"";

/// A repository whose toolchain installs stand-ins.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for name in ["package.json", "package-lock.json", ".npmrc", "samples.mjs"] {
        sandbox.write(&format!("xtask/portal/{name}"), "");
    }
    sandbox.write("CHANGELOG.md", "# Changelog\n\n## 0.1.0\n\n- The first.\n");
    let node = "[ \"$1\" = --version ] && echo v20 || cat ../../answers/samples.json";
    program(&sandbox, "bin/node", node);
    let install = "[ \"$1\" = ci ] && mkdir -p node_modules/redoc/bundles && \
                   cp ../../answers/redoc.js node_modules/redoc/bundles/redoc.standalone.js; exit 0";
    program(&sandbox, "bin/npm", install);
    sandbox.write("answers/redoc.js", REDOC);
    sandbox.write("answers/samples.json", samples(&sandbox).to_string());
    sandbox
}

/// A sample in every language of every documented operation.
fn samples(sandbox: &Sandbox) -> Value {
    let of_one: BTreeMap<&str, &str> = LANGUAGES.map(|it| (it.name, "code")).into();
    let mut samples = BTreeMap::new();
    for provider in contract::catalogue::CATALOGUE.providers {
        let document = sandbox.text(&format!("spec/providers/{}.json", provider.id));
        let document: Value = serde_json::from_str(&document).expect("JSON");
        let items = document["paths"].as_object().expect("paths").values();
        for operation in items.flat_map(|item| item.as_object().expect("an item").values()) {
            if operation.get("x-documentation").is_none() {
                let id = operation["operationId"].as_str().expect("an id");
                samples.insert(format!("{}/{id}.html", provider.id), of_one.clone());
            }
        }
    }
    json!(samples)
}

fn built(sandbox: &Sandbox) -> String {
    let said = say(sandbox, &["portal", "--out", "site"]);
    assert!(
        said.contains("Built") && said.ends_with("[exit 0]\n"),
        "{said}"
    );
    said
}

#[test]
fn a_site_is_written_once() {
    let sandbox = sandbox();
    let said = built(&sandbox);
    let of_all = samples(&sandbox);
    let languages = of_all.as_object().expect("samples").values();
    let due: usize = languages
        .filter_map(Value::as_object)
        .map(serde_json::Map::len)
        .sum();
    assert!(
        due > 0 && said.contains(&format!(" {due} samples")),
        "{said}"
    );
    let page = sandbox.text("site/worldline-connect/worldlineGetCustomerDetails.html");
    assert!(page.contains("data-tab=\"Swift\""), "samples are shown");
    assert!(
        !sandbox
            .text("site/assets/redoc.js")
            .contains("cdn.redoc.ly")
    );
    let files = sandbox.files();
    let said = built(&sandbox);
    assert!(said.contains(" 0 written"), "{said}");
    assert_eq!(sandbox.files(), files);
}

#[test]
fn without_a_folder_it_is_beside_the_others() {
    let sandbox = sandbox();
    let said = say(&sandbox, &["portal"]);
    assert!(said.ends_with("[exit 0]\n"), "{said}");
    assert!(sandbox.path("target/portal/index.html").is_file());
}

#[test]
fn what_an_earlier_site_had_is_removed_and_what_others_have_is_left() {
    let sandbox = sandbox();
    built(&sandbox);
    sandbox.write("site/old.html", "of an earlier portal");
    sandbox.write("site/notes.txt", "of someone else");
    sandbox.write("readme.txt", "above the folder");
    // A list that was edited does not reach out of the folder.
    let list = sandbox.text("site/.portal-manifest");
    sandbox.write(
        "site/.portal-manifest",
        format!("{list}old.html\n../readme.txt\n/etc/hostname\n"),
    );
    let said = built(&sandbox);
    assert!(said.contains("Removed site/old.html\n"), "{said}");
    assert!(
        said.contains("Left site/notes.txt, which is not ours\n"),
        "{said}"
    );
    assert!(!sandbox.path("site/old.html").exists());
    assert_eq!(sandbox.text("site/notes.txt"), "of someone else");
    assert_eq!(sandbox.text("readme.txt"), "above the folder");
    assert_eq!(sandbox.text("site/.portal-manifest"), list);
}

#[test]
fn a_folder_of_someone_else_is_not_touched() {
    let sandbox = sandbox();
    sandbox.write("site/thesis.txt", "ten years of work");
    let before = sandbox.files();
    let said = say(&sandbox, &["portal", "--out", "site"]);
    golden("bad-portal-folder", &said);
    let mut after = sandbox.files();
    after.retain(|path, _| !path.starts_with("target/"));
    assert_eq!(after, before);
}

#[test]
fn a_file_of_someone_else_is_not_overwritten() {
    let sandbox = sandbox();
    built(&sandbox);
    let list = sandbox.text("site/.portal-manifest");
    let list = list.replace("coverage.html\n", "");
    sandbox.write("site/.portal-manifest", list);
    sandbox.write("site/coverage.html", "of someone else");
    sandbox.remove("site/index.html");
    golden(
        "bad-portal-file",
        &say(&sandbox, &["portal", "--out", "site"]),
    );
    assert_eq!(sandbox.text("site/coverage.html"), "of someone else");
    assert!(
        !sandbox.path("site/index.html").exists(),
        "nothing was written"
    );
}

#[test]
fn without_npm() {
    let sandbox = sandbox();
    sandbox.remove("bin/npm");
    golden("bad-portal-npm", &say(&sandbox, &["portal"]));
}

#[test]
fn without_node() {
    let sandbox = sandbox();
    sandbox.remove("bin/node");
    golden("bad-portal-node", &say(&sandbox, &["portal"]));
}

#[test]
fn without_a_changelog() {
    let sandbox = sandbox();
    sandbox.remove("CHANGELOG.md");
    golden("bad-portal-changelog", &say(&sandbox, &["portal"]));
}

#[test]
fn samples_that_are_missing_are_named() {
    let sandbox = sandbox();
    let mut samples = samples(&sandbox);
    samples["flexiti-customers/flexitiLookUpCustomer.html"]["Go"] = "".into();
    let worldline = "worldline-connect/worldlineGetCustomerDetails.html";
    let worldline = samples[worldline].as_object_mut().expect("samples");
    worldline.remove("Swift").expect("a sample");
    sandbox.write("answers/samples.json", samples.to_string());
    golden("bad-portal-samples", &say(&sandbox, &["portal"]));
    assert!(
        !sandbox.path("target/portal").exists(),
        "there is no half of a site"
    );
}

#[test]
fn another_redoc_is_refused() {
    let sandbox = sandbox();
    sandbox.write("answers/redoc.js", "\"https://elsewhere.example/logo.svg\"");
    golden("bad-portal-redoc", &say(&sandbox, &["portal"]));
}
