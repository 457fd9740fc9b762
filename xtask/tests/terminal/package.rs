//! `package`: what is in the packages, that they are the same bytes everywhere, and what is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;

use flate2::read::GzDecoder;
use serde_json::Value;
use tar::Archive;

use crate::releases::{release, version};
use crate::{Sandbox, golden, sums};

/// What `package` wrote, by name.
type Packages = BTreeMap<String, Vec<u8>>;

/// The files that a repository packs.
fn pack(sandbox: &Sandbox) -> Packages {
    let output = sandbox.run(&["package"]);
    assert!(output.status.success(), "{output:?}");
    cli::disk::files(&sandbox.path("target/package")).expect("the packages can be read")
}

/// The files of an archive; each of them must be in it once, and say nothing of this machine.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut archive = Archive::new(GzDecoder::new(bytes));
    for entry in archive.entries().expect("an archive") {
        let mut entry = entry.expect("an entry");
        let path = entry.path().expect("a path").display().to_string();
        let header = entry.header();
        let of_machine = (header.uid().ok(), header.gid().ok(), header.mode().ok());
        assert_eq!(of_machine, (Some(0), Some(0), Some(0o644)), "{path}");
        assert_eq!(header.mtime().ok(), Some(499_162_500), "{path}");
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).expect("its bytes");
        let twice = files.insert(path.clone(), contents).is_some();
        assert!(!twice, "{path} is in it twice");
    }
    files
}

/// Every file below `spec/`, and the licences.
fn published(sandbox: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let mut files = cli::disk::files(&sandbox.path("spec")).expect("the files can be read");
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let path = format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"));
        files.insert(name.to_owned(), fs::read(path).expect("a licence"));
    }
    files
}

#[test]
fn every_published_file_is_in_the_archive() {
    let sandbox = Sandbox::new();
    let stem = format!("customer-apis-{}", version(&sandbox));
    let mut packages = pack(&sandbox);
    let due: BTreeMap<_, _> = published(&sandbox)
        .into_iter()
        .map(|(path, bytes)| (format!("{stem}/{path}"), bytes))
        .collect();
    assert!(unpacked(&packages[&format!("{stem}.tar.gz")]) == due);
    let listed = packages.remove("SHA256SUMS").expect("the digests");
    assert_eq!(String::from_utf8(listed).expect("text"), sums(&packages));
    assert_eq!(packages.len(), 2, "the archive and the npm package");
}

#[test]
fn the_npm_package_exports_every_document_and_schema() {
    let sandbox = Sandbox::new();
    let version = version(&sandbox);
    let packages = pack(&sandbox);
    let mut files = unpacked(&packages[&format!("customer-apis-{version}.tgz")]);
    let manifest = files.remove("package/package.json").expect("a manifest");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    assert_eq!(manifest["name"], "customer-apis");
    assert_eq!(manifest["version"], version);
    assert_eq!(manifest["license"], "MIT OR Apache-2.0");
    let exports = manifest["exports"].as_object().expect("exports");
    let mut exports: BTreeMap<&str, &str> = exports
        .iter()
        .map(|(name, target)| (name.as_str(), target.as_str().expect("a path")))
        .collect();
    assert_eq!(exports.remove("."), Some("./openapi.json"));
    assert_eq!(exports.remove("./package.json"), Some("./package.json"));
    let published = published(&sandbox);
    let mut due = BTreeSet::new();
    for (path, bytes) in &published {
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        let documents = ["overlays", "providers", "schemas"];
        let imported = path.starts_with("openapi") || documents.contains(&folder);
        if imported {
            let name = format!("./{path}");
            assert_eq!(exports.remove(&*name), Some(&*name));
        }
        if imported || path == "README.md" || path.starts_with("LICENSE-") {
            let path = format!("package/{path}");
            assert!(files.get(&path) == Some(bytes), "{path}");
            due.insert(path);
        }
    }
    assert!(
        due.contains("package/openapi-3.0.json"),
        "invalid test case"
    );
    assert!(exports.is_empty(), "nothing else is exported: {exports:?}");
    assert!(files.keys().eq(&due), "nothing else is in it");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let one = pack(&Sandbox::new());
    let other = Sandbox::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = other.path("spec/openapi.json");
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("the file is ours");
    }
    let packages = pack(&other);
    assert!(packages == one, "in another folder");
    assert!(pack(&other) == one, "a second time");
    other.write(
        "spec/readings.toml",
        other.text("spec/readings.toml") + "\n",
    );
    assert!(other.run(&["export"]).status.success());
    assert!(pack(&other) != one, "invalid test case: another file");
}

/// A command that packs nothing.
#[track_caller]
fn refused(situation: &str, sandbox: &Sandbox) {
    let session = sandbox.session(&["package"]);
    assert!(session.ends_with("[exit 1]\n"), "{session}");
    assert!(!sandbox.path("target").exists());
    golden(situation, &without_digests(&session));
}

/// A session that stays the same when a document changes.
fn without_digests(session: &str) -> String {
    const DIGITS: usize = 64;
    let is_digest =
        |word: &&str| word.len() == DIGITS && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = session.split(|letter: char| !letter.is_ascii_alphanumeric());
    words
        .filter(is_digest)
        .fold(session.to_owned(), |text, digest| {
            text.replace(digest, "[digest]")
        })
}

#[test]
fn what_does_not_agree_is_not_packed() {
    let stale = Sandbox::new();
    stale.replace("spec/openapi-3.0.json", "\"3.0.3\"", "\"3.0.4\"");
    refused("package-stale", &stale);
    let edited = Sandbox::new();
    let path = "spec/releases/0.1.0.json";
    edited.write(path, edited.text(path) + "\n");
    refused("package-edited-release", &edited);
    let listed = Sandbox::new();
    listed.replace("spec/SHA256SUMS", "  openapi.json", "  openapi.yml");
    refused("package-edited-sums", &listed);
}

#[test]
fn digests_of_other_files_are_left() {
    let sandbox = Sandbox::new();
    let before = sandbox.files();
    let session = sandbox.session(&["package", "--out", "spec"]);
    golden("bad-package-folder", &session);
    assert_eq!(before, sandbox.files(), "nothing is written");
}

#[test]
fn what_is_not_released_is_packed_with_a_note() {
    const NOTE: &str = "these files are not those of a release";
    let sandbox = release();
    let said = sandbox.session(&["package"]);
    assert!(!said.contains(NOTE), "{said}");
    let name = format!("target/package/customer-apis-{}.tgz, ", version(&sandbox));
    assert!(said.contains(&name), "{said}");
    let readings = sandbox.text("spec/readings.toml");
    sandbox.write("spec/readings.toml", readings + "\n");
    assert!(sandbox.run(&["export"]).status.success());
    let said = sandbox.session(&["package"]);
    assert!(said.contains(NOTE), "{said}");
    assert!(said.ends_with("[exit 0]\n"), "{said}");
}
