//! Findings stand at lines of the description too.

use crate::check::found;
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

/// The page says nothing of how the list is written.
#[test]
fn the_media_type_of_a_body_has_the_line_of_the_one_that_the_page_names() {
    let folder = Folder::new();
    folder.write("witness.toml", crate::folder::CONFIG);
    folder.write(
        "boats.md",
        "# Add\n\nAdds.\n\nEndpoint: POST /boats\n\n## Request fields (application/json):\n\n  - `name` (string)\n\n\
         # List\n\nEndpoint: GET /boats\n\n## Response 200 fields\n\n  - `name` (string)\n",
    );
    let body = "content: {text/xml: {schema: {type: object, properties: {name: {type: string}}}}}";
    folder.write(
        "openapi.yaml",
        format!(
            "openapi: 3.1.0\npaths: {{/boats: {{post: {{requestBody: {{{body}}}}}, \
             get: {{responses: {{'200': {{{body}}}}}}}}}}}\n"
        ),
    );
    let heading = "Request fields (application/json):";
    assert_eq!(
        found(&folder),
        [
            format!("missing POST /boats · body · media-type = application/json @ {heading}"),
            format!("unsupported POST /boats · body · media-type = text/xml @ {heading}"),
        ]
    );
}
