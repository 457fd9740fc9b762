//! The README shows what the tool prints. `INSTA_UPDATE=always` accepts what it prints now.

use std::fs;
use std::path::Path;

use crate::Sandbox;

fn repository(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The fenced blocks of one language in a file, each with the line before it.
pub(crate) fn blocks(file: &str, language: &str) -> Vec<(String, String)> {
    let readme = repository(file);
    let mut blocks = Vec::new();
    let mut before = "";
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        if line.strip_prefix("```") == Some(language) {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((before.to_owned(), block.join("\n")));
        }
        before = line;
    }
    blocks
}

/// Without the white space that ends a line: the README has none.
fn trimmed(text: &str) -> String {
    text.trim_end()
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether whoever runs the tests accepts what they show.
#[expect(clippy::disallowed_methods, reason = "insta asks the same")]
fn accepting() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always")
}

/// Puts what a command prints now in place of what the README shows.
fn accept(shown: &str, printed: &str) {
    let readme = repository("README.md");
    if shown != printed {
        let readme = readme.replacen(shown, printed, 1);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        cli::disk::write(&folder, [("README.md", readme.as_str())]).expect("it can be written");
    }
}

#[test]
fn every_command_in_it_prints_what_it_shows() {
    let mut run = Vec::new();
    for (_, block) in blocks("README.md", "console") {
        let (command, shown) = block.split_once('\n').unwrap_or((&block, ""));
        let command = command
            .strip_prefix("$ cargo ")
            .expect("a command of cargo");
        run.push(command.to_owned());
        let Some(command) = command.strip_prefix("xtask ") else {
            // The sandbox's own README shows what it says, and its tests run it.
            let others = ["test", "run --package sandbox"];
            assert!(
                others.contains(&command) && shown.is_empty(),
                "nothing else is promised"
            );
            continue;
        };
        let arguments: Vec<&str> = command.split(' ').collect();
        let output = Sandbox::new().run(&arguments);
        assert!(output.status.success(), "{command}");
        let printed = trimmed(&String::from_utf8(output.stdout).expect("text"));
        if accepting() {
            accept(shown, &printed);
        } else {
            assert_eq!(printed, shown, "{command}");
        }
    }
    let expected = [
        "xtask export",
        "test",
        "xtask check",
        "run --package sandbox",
        "xtask explain CitiEmail.emailKey",
    ];
    assert_eq!(run, expected);
}

#[test]
fn every_output_in_it_is_real() {
    let mut found = 0;
    for (before, block) in blocks("README.md", "text") {
        let Some(source) = before.strip_prefix("<!-- from ") else {
            continue;
        };
        let source = source.trim_end_matches(" -->");
        let text = match source.strip_prefix("the situation ") {
            Some(name) => repository(&format!("xtask/tests/snapshots/terminal/{name}.snap")),
            None => repository(source),
        };
        assert!(text.contains(&block), "{source} does not hold:\n{block}");
        found += 1;
    }
    assert!(found > 0, "invalid test case");
}

#[test]
fn every_link_in_it_leads_somewhere() {
    for document in [
        "README.md",
        "CONTRIBUTING.md",
        "crates/README.md",
        "CHANGELOG.md",
        "SECURITY.md",
    ] {
        let folder = Path::new(document).parent().expect("a folder");
        for link in repository(document).split("](").skip(1) {
            let target = link.split(')').next().expect("a link's end");
            if target.starts_with("https://") {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
            let path = match file {
                "" => root.join(document),
                file => root.join(folder).join(file),
            };
            assert!(path.exists(), "{document} links to {target}");
            if !heading.is_empty() {
                let text = std::fs::read_to_string(&path).expect("a text");
                let slug = |line: &str| {
                    line.trim_start_matches('#')
                        .trim()
                        .to_lowercase()
                        .replace(' ', "-")
                };
                let mut headings = text.lines().filter(|line| line.starts_with('#'));
                assert!(
                    headings.any(|line| slug(line) == heading),
                    "{document} links to {target}"
                );
            }
        }
    }
}
