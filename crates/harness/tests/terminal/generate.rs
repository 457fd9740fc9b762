//! Generators that work, fail, lie or are not there: each is told from the others.

use std::fs;

use crate::{Sandbox, golden};

/// A target whose commands are of a plain shell; `{}` is what its round trip does.
const TARGET: &str = r#"
language = "Shell"
needs = [{ probe = ["sh", "-c", "true"], install = "a shell" }]
install = [["sh", "-c", "echo installed > installed"]]

[[generators]]
name = "sheller"
version = "1.2.0"
says-version = ["sh", "-c", "echo sheller 1.2.0"]
document = "openapi.json"
generate = [["sh", "-c", "grep -c operationId openapi.json > generated"]]
compile = [["sh", "-c", "test -s generated && test -s installed"]]
round-trip = [["sh", "-c", '''{}''']]
numbers = "exact"
notes = "Only for tests."
"#;

/// Returns every sample as it is: the text of a text has only quotes and backslashes escaped.
const ALL: &str =
    r#"sed -n 's/^ *"text": "\(.*\)"$/\1/p' examples.json | sed 's/\\\(.\)/\1/g' > returned.jsonl"#;

const AT: &str = "crates/harness/generators/shell/target.toml";

fn with_target(round_trip: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(AT, TARGET.replace("{}", round_trip));
    sandbox
}

#[test]
fn every_target_of_this_repository_can_be_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/generators");
    let targets = harness::generate::targets(folder.as_ref()).expect("targets that can be read");
    let languages: Vec<_> = targets.iter().map(|it| it.language.as_str()).collect();
    assert_eq!(languages, ["Go", "Java", "Python", "Rust", "TypeScript"]);
}

/// The types that progenitor generates are built with the versions of the repository's lock file.
#[test]
fn what_generated_rust_is_built_with_is_pinned() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |path: &str| fs::read_to_string(format!("{root}/{path}")).expect("it is there");
    let manifest = read("crates/harness/generators/rust/Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let lock = read("Cargo.lock");
    let needed = manifest["dependencies"].as_table().expect("a table");
    assert!(!needed.is_empty(), "invalid test case");
    for name in needed.keys() {
        assert!(lock.contains(&format!("\nname = \"{name}\"\n")), "{name}");
    }
}

#[test]
fn a_proof_of_every_target_is_reported() {
    let sandbox = with_target(ALL);
    sandbox.remove("spec/reports/generators.md");
    sandbox.golden("generate-all", &["generate", "--all"]);
    golden(
        "generate-report",
        &sandbox.text("spec/reports/generators.md"),
    );
}

#[test]
fn one_target_alone_is_not_the_report_of_all() {
    let sandbox = with_target(ALL);
    sandbox.remove("spec/reports/generators.md");
    let session = sandbox.session(&["generate", "shell", "--out", "code"]);
    assert!(session.ends_with("[exit 0]\n"), "{session}");
    assert!(!sandbox.path("spec/reports/generators.md").exists());
    assert!(sandbox.path("code/shell/generated").exists());
}

#[test]
fn what_is_not_proved_is_no_proof() {
    let situations = [
        ("generate-fewer", "echo {} > returned.jsonl"),
        ("generate-silent", "true"),
        ("generate-unequal", "echo moreInfo is lost; exit 3"),
    ];
    for (situation, round_trip) in situations {
        let sandbox = with_target(round_trip);
        let before = sandbox.text("spec/reports/generators.md");
        sandbox.golden(situation, &["generate", "--all"]);
        assert_eq!(sandbox.text("spec/reports/generators.md"), before);
    }
}

/// Account numbers that lost half of their digits are no proof, as Go's `float32` had them.
#[test]
fn digits_that_are_lost_are_told() {
    let lost = "sed 's/12345678901234\\([,}]\\)/12345679000000\\1/' returned.jsonl > lost";
    let sandbox = with_target(&[ALL, lost, "mv lost returned.jsonl"].join("; "));
    sandbox.golden("generate-digits", &["generate", "--all"]);
}

/// What is said of numbers is proved as well.
#[test]
fn a_generator_is_as_exact_as_it_is_said_to_be() {
    let sandbox = with_target(ALL);
    sandbox.replace(AT, "numbers = \"exact\"", "numbers = \"double\"");
    sandbox.golden("generate-exact", &["generate", "--all"]);
}

#[test]
fn what_generates_is_what_is_pinned() {
    let sandbox = with_target(ALL);
    sandbox.replace(AT, "echo sheller 1.2.0", "echo sheller 1.3.0");
    sandbox.golden("generate-version", &["generate", "shell"]);
}

#[test]
fn code_that_does_not_compile_is_no_proof() {
    let sandbox = with_target(ALL);
    sandbox.replace(
        AT,
        "test -s generated &&",
        "echo type mismatch >&2; false &&",
    );
    sandbox.golden("generate-compile", &["generate", "shell"]);
}

#[test]
fn a_missing_toolchain_is_named_and_the_others_still_run() {
    let sandbox = with_target(ALL);
    let missing = TARGET.replace("Shell", "Nowhere").replace(
        r#"["sh", "-c", "true"], install = "a shell""#,
        r#"["nowherec", "--version"], install = "the Nowhere compiler""#,
    );
    sandbox.write("crates/harness/generators/nowhere/target.toml", missing);
    sandbox.golden("generate-missing", &["generate", "--all"]);
}

#[test]
fn targets_that_cannot_be_read_say_where() {
    let sandbox = with_target(ALL);
    sandbox.golden("generate-unknown", &["generate", "shall", "go"]);
    sandbox.replace(AT, "version = \"1.2.0\"", "edition = \"1.2.0\"");
    sandbox.golden("generate-bad-target", &["generate", "--all"]);
    let sandbox = with_target(ALL);
    sandbox.replace(AT, "\"openapi.json\"", "\"swagger.json\"");
    sandbox.golden("generate-bad-document", &["generate", "--all"]);
}

/// A generator that writes nothing any more is not proved by what it wrote before.
#[test]
fn what_an_earlier_run_generated_is_no_proof() {
    let sandbox = with_target(ALL);
    sandbox.replace(
        AT,
        "\n[[generators]]",
        "caches = [\"cache\"]\n\n[[generators]]",
    );
    let arguments = ["generate", "shell", "--out", "code"];
    assert!(sandbox.run(&arguments).status.success());
    sandbox.write("code/shell/cache/of/install", "Kept.");
    sandbox.write("code/shell/below/old", "Gone.");
    sandbox.replace(AT, "> generated", "> /dev/null");
    let session = sandbox.session(&arguments);
    assert!(session.ends_with("[exit 1]\n"), "{session}");
    assert!(sandbox.path("code/shell/cache/of/install").exists());
    assert!(!sandbox.path("code/shell/below").exists());
    assert!(!sandbox.path("code/shell/generated").exists());
}

/// Only what a run left is taken away.
#[test]
fn a_folder_with_other_files_is_left() {
    let sandbox = with_target(ALL);
    sandbox.write("code/shell/mine.txt", "Mine.");
    sandbox.golden("generate-not-ours", &["generate", "shell", "--out", "code"]);
    assert_eq!(sandbox.text("code/shell/mine.txt"), "Mine.");
    // Nor is what the targets are made of.
    sandbox.session(&["generate", "shell", "--out", "crates/harness/generators"]);
    assert!(sandbox.path(AT).exists());
}

/// A target whose document is unknown is not run, the others are, and there is no report of all.
#[test]
fn a_target_without_its_document_is_not_run() {
    let sandbox = with_target(ALL);
    let other = TARGET.replace("{}", "touch ../../ran; false");
    let other = other.replace("\"openapi.json\"", "\"swagger.json\"");
    sandbox.write("crates/harness/generators/other/target.toml", other);
    let before = sandbox.text("spec/reports/generators.md");
    let session = sandbox.session(&["generate", "--all", "--out", "code"]);
    assert!(session.ends_with("[exit 2]\n"), "{session}");
    assert!(!sandbox.path("code/other").exists(), "{session}");
    assert!(sandbox.path("code/shell/generated").exists(), "{session}");
    assert_eq!(sandbox.text("spec/reports/generators.md"), before);
}

/// A program that is there is not said to be missing: what it lacks is.
#[test]
fn a_toolchain_that_lacks_something_is_told() {
    let sandbox = with_target(ALL);
    let probe = r#"["sh", "-c", "echo no module; false"], install = "the module""#;
    sandbox.replace(AT, r#"["sh", "-c", "true"], install = "a shell""#, probe);
    let session = sandbox.session(&["generate", "shell", "--out", "code"]);
    assert!(session.ends_with("[exit 2]\n"), "{session}");
    let why = "`sh -c echo no module; false` fails: install the module";
    assert!(session.contains(why), "{session}");
}

/// What is generated stands in one place, wherever the command is run from.
#[test]
fn the_work_folder_is_beside_spec() {
    let sandbox = with_target(ALL);
    sandbox.write("below/note.txt", "Mine.");
    let mut command = sandbox.command(&["generate", "shell"]);
    let output = command.current_dir(sandbox.path("below")).output();
    assert!(output.expect("the binary runs").status.success());
    assert!(sandbox.path("target/generate/shell/generated").exists());
    assert!(!sandbox.path("below/target").exists());
}
