//! What the README shows is what happens.

use crate::folder::Folder;

const README: &str = include_str!("../README.md");

/// The blocks of a language in the README.
fn blocks(language: &str) -> Vec<&'static str> {
    let opening = format!("```{language}\n");
    let parts = README.split(opening.as_str()).skip(1);
    parts
        .filter_map(|part| Some(part.split_once("```")?.0))
        .collect()
}

#[test]
fn the_five_minutes_are_as_shown() {
    let folder = Folder::harbour();
    folder.edit("openapi.yaml", "type: integer, default: 20", "type: string");
    std::fs::remove_file(folder.path("witness.toml")).expect("it was there");
    let commands = blocks("sh")[1];
    let mut printed = String::new();
    for command in commands.lines() {
        let arguments: Vec<&str> = command.split(' ').skip(1).collect();
        printed = folder.session(&arguments);
    }
    let printed: Vec<&str> = printed.lines().skip(1).collect();
    let printed = printed[..printed.len() - 1].join("\n");
    assert_eq!(
        blocks("text")[0].trim_end(),
        printed,
        "the README shows other output"
    );
}

#[test]
fn the_configuration_that_is_shown_is_read() {
    let folder = Folder::harbour();
    folder.write(
        "witness.toml",
        blocks("toml")[0].replace("readme", "confluence-tables"),
    );
    folder.write("readings.toml", "");
    let session = folder.session(&["check"]);
    assert!(session.ends_with("[exit 0]\n"), "{session}");
}

#[test]
fn the_reading_that_is_shown_explains_a_difference() {
    let folder = Folder::harbour();
    folder.edit("openapi.yaml", "default: 20", "default: 30");
    let config = blocks("toml")[0].replace("readme", "confluence-tables");
    folder.write("witness.toml", config);
    folder.write("readings.toml", "");
    assert!(folder.session(&["check"]).ends_with("[exit 1]\n"));
    folder.write("readings.toml", blocks("toml")[1]);
    let session = folder.session(&["check"]);
    assert!(session.ends_with("[exit 0]\n"), "{session}");
}
