//! Findings stand at lines of the description too.

use crate::folder::Folder;

/// The line of the first annotation in the description.
fn line(description: &str, text: &str) -> String {
    let folder = Folder::harbour();
    folder.write(description, text);
    folder.write(
        "witness.toml",
        format!("description = \"{description}\"\n[[page]]\nfile = \"boats.md\"\n"),
    );
    let session = folder.session(&["check", "--format", "github"]);
    let at = session
        .lines()
        .find(|line| line.contains(&format!("file={description}")));
    at.and_then(|at| at.split(',').nth(1))
        .unwrap_or(&session)
        .to_owned()
}

#[test]
fn a_line_of_yaml_and_of_json_is_that_of_the_pointer() {
    let yaml = crate::folder::DESCRIPTION.replace(
        "  /boats/{id}:\n",
        "  /boats/{id}:\n    delete:\n      responses: {}\n",
    );
    assert_eq!(line("openapi.yaml", &yaml), "line=24");
    let json = "{\n  \"openapi\": \"3.1.0\",\n  \"paths\": {\n    \"/ships\": {\n      \"get\": { \"responses\": {} }\n    }\n  }\n}\n";
    assert_eq!(line("openapi.json", json), "line=5");
}
