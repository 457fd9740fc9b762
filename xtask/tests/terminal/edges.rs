//! Dependencies between the crates point one way: `contract → document`, `claims → pages`,
//! `claims → review`, `xtask` above all.

use std::collections::BTreeMap;
use std::path::PathBuf;

use cargo_metadata::{Metadata, MetadataCommand, Target};

/// Every edge that is allowed between crates of this workspace, development edges included;
/// `bench` measures all of them, and none depends on it.
const ALLOWED: &[(&str, &[&str])] = &[
    (
        "artefacts",
        &[
            "changes",
            "claims",
            "contract",
            "crosswalk",
            "document",
            "reports",
            "review",
        ],
    ),
    ("changes", &["claims", "cli", "review"]),
    ("claims", &[]),
    ("cli", &["claims"]),
    ("contract", &[]),
    // It reads tables and our document as JSON.
    ("crosswalk", &[]),
    // The tests of documents read their claims; the crate itself does not.
    (
        "document",
        &["claims (dev)", "contract", "openapi-lowering"],
    ),
    // For any document: it knows nothing of this project.
    ("openapi-lowering", &[]),
    // Its example of cut captures asks what the readings know of; the crate itself does not.
    ("pages", &["claims", "review (dev)"]),
    // Generated: it is called, nothing here is built on it. Its test calls the sandbox with it.
    ("client", &["contract", "sandbox (dev)"]),
    // Pages of the documents and of what the review knows of them. Its tests build the documents;
    // the crate itself does not.
    (
        "portal",
        &["claims", "contract", "document (dev)", "reports", "review"],
    ),
    // It judges what the others make.
    (
        "harness",
        &[
            "artefacts",
            "changes",
            "cli",
            "contract",
            "crosswalk",
            "document",
        ],
    ),
    ("reports", &["claims", "review"]),
    ("review", &["claims"]),
    // Answers with the types of the contract, and reads in the claims where a page lists something.
    // Its tests judge the documents that it serves, and read its record; the crate itself does neither.
    (
        "sandbox",
        &["claims", "contract", "document (dev)", "traffic (dev)"],
    ),
    // Its tests draft beside the real contract; the crate itself reads no page and no file.
    (
        "scaffold",
        &[
            "artefacts (dev)",
            "claims",
            "contract",
            "document (dev)",
            "pages (dev)",
            "review",
        ],
    ),
    // For anybody's recordings: it knows nothing of the contract.
    ("traffic", &["claims", "cli", "review"]),
    // For anybody's pages and descriptions: it knows nothing of the contract.
    (
        "witness",
        &[
            "changes", "claims", "cli", "pages", "reports", "review", "traffic",
        ],
    ),
    (
        "xtask",
        &[
            "artefacts",
            "changes",
            "claims",
            "cli",
            "contract",
            "crosswalk",
            "document",
            "openapi-lowering",
            "pages",
            "portal",
            "reports",
            "review",
            "scaffold",
            "traffic",
        ],
    ),
];

fn workspace() -> Metadata {
    MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo describes its own workspace")
}

#[test]
fn a_witness_shares_no_code_with_what_it_testifies_about() {
    let metadata = workspace();
    let crates: Vec<&str> = metadata
        .packages
        .iter()
        .map(|package| &**package.name)
        .collect();
    let mut edges = BTreeMap::new();
    for package in &metadata.packages {
        let mut to: Vec<String> = package
            .dependencies
            .iter()
            .filter(|dependency| crates.contains(&dependency.name.as_str()))
            .map(|dependency| match dependency.kind {
                cargo_metadata::DependencyKind::Normal => dependency.name.clone(),
                kind => format!(
                    "{} ({})",
                    dependency.name,
                    kind.to_string().replace("development", "dev")
                ),
            })
            .collect();
        to.sort();
        edges.insert(package.name.to_string(), to);
    }
    edges.remove("bench").expect("the benchmarks are a crate");
    for (from, allowed) in ALLOWED {
        for to in edges.remove(*from).unwrap_or_default() {
            assert!(
                allowed.contains(&to.as_str()),
                "{from} must not depend on {to}"
            );
        }
    }
    assert!(
        edges.is_empty(),
        "crates without a rule about their dependencies: {edges:?}"
    );
}

/// The text of every source file of a target, each with its path.
fn sources(target: &Target) -> Vec<(PathBuf, String)> {
    let mut folders = vec![target.src_path.parent().expect("a file").to_owned().into()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let folder: PathBuf = folder;
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file");
                files.push((path, text));
            }
        }
    }
    files
}

/// Most libraries are tested from the outside, and building them once more for no test takes time.
#[test]
fn no_test_stands_where_cargo_does_not_look() {
    for package in workspace().packages {
        for target in package.targets.iter().filter(|it| it.is_lib()) {
            for (path, text) in sources(target) {
                let within = |mark| text.lines().any(|line| line.trim_start().starts_with(mark));
                let (unit, doc) = (within("#[test]"), within("/// ```") || within("//! ```"));
                let unseen = (unit && !target.test) || (doc && !target.doctest);
                assert!(
                    !unseen,
                    "{}: the tests of this file are never run",
                    path.display()
                );
            }
        }
    }
}
