//! Every kind of difference between a page and a description is named, and nothing else is.

use serde_json::Value;

use crate::folder::{self, Folder};

/// The findings as `kind subject @ where`: where is the first cell, or the heading, of the cited line.
pub(crate) fn found(folder: &Folder) -> Vec<String> {
    let json = folder.json(&["check", "--format", "json"]);
    let page = std::fs::read_to_string(folder.path("boats.md")).expect("the page is there");
    let place = |line: &Value| {
        let line = usize::try_from(line.as_u64().unwrap_or_default()).unwrap_or_default();
        let text = page.lines().nth(line - 1).unwrap_or_default();
        let cell = text.split('|').nth(1).unwrap_or(text);
        cell.trim_matches(['#', ' ', '`']).to_owned()
    };
    let findings = json["findings"].as_array().expect("findings");
    let told = |finding: &Value| {
        let problem = finding["problem"].as_str().unwrap_or_default();
        let subject = problem.split('`').nth(1).unwrap_or(problem);
        let kind = finding["kind"].as_str().unwrap_or_default();
        let lines = finding["lines"].as_array().into_iter().flatten();
        let places: Vec<String> = lines.map(place).collect();
        format!("{kind} {subject} @ {}", places.join(", "))
    };
    findings.iter().map(told).collect()
}

#[test]
fn two_people_who_describe_one_api_agree() {
    assert_eq!(found(&Folder::harbour()), [""; 0]);
}

/// An edit of one side, and what is found then.
#[track_caller]
pub(crate) fn differs(file: &str, from: &str, to: &str, expected: &[&str]) {
    let folder = Folder::harbour();
    folder.edit(file, from, to);
    assert_eq!(found(&folder), expected, "{file}: {from} → {to}");
}

pub(crate) const PAGE: &str = "boats.md";
pub(crate) const DESCRIPTION: &str = "openapi.yaml";
pub(crate) const GET: &str = "GET /boats";
const PUT: &str = "PUT /boats/{id}";

#[test]
fn a_page_that_says_more_is_found_by_its_line() {
    let row = |name: &str| {
        format!("| limit | integer | no | How many boats to show. Default: `20`. |\n| {name}")
    };
    let limit = "| limit | integer | no | How many boats to show. Default: `20`. |";
    differs(
        PAGE,
        limit,
        &row("sort | string | no | The order. |"),
        &[&format!("missing {GET} · query · sort · listed @ sort")],
    );
    let next = "| next | string | no | Where the list goes on. |";
    differs(
        PAGE,
        next,
        &format!("{next}\n| total | integer | no | How many. |"),
        &[&format!("missing {GET} · 200 · total · listed @ total")],
    );
    differs(
        PAGE,
        "### Response 404",
        "### Response 409\n\nNo.\n\n### Response 404",
        &[&format!("missing {GET} · 409 · listed @ Response 409")],
    );
    let operation =
        "## Count boats\n\n`GET /boats/count`\n\n### Response 200\n\nA number.\n\n## Moor a boat";
    differs(
        PAGE,
        "## Moor a boat",
        operation,
        &["missing GET /boats/count · operation · listed @ GET /boats/count"],
    );
    differs(
        PAGE,
        "`sloop`, `ketch`",
        "`sloop`, `ketch`, `yawl`",
        &[&format!("missing {GET} · query · rig · enum = yawl @ rig")],
    );
    differs(
        PAGE,
        "| next | string | no | Where",
        "| next | string | no | At most 9 characters. Where",
        &[&format!(
            "missing {GET} · 200 · next · max-length = 9 @ next"
        )],
    );
    differs(
        PAGE,
        "| rig | string | no",
        "| rig | string | yes",
        &[&format!(
            "contradicted {GET} · query · rig · required = true @ rig"
        )],
    );
    differs(
        PAGE,
        "| until | date | no",
        "| until | date | yes",
        &[&format!(
            "missing {PUT} · body · until · required = true @ until"
        )],
    );
}

#[test]
fn an_operation_of_a_page_alone_is_called_as_it_is_to_be_added() {
    let folder = Folder::harbour();
    let page = folder::PAGE.replace("GET /boats", "GET /v1/boats");
    folder.write(
        PAGE,
        page.replace("PUT /boats/{boatId}", "PUT /v1/ships/{boatId}"),
    );
    let lone = "missing PUT /ships/{boatId} · operation · listed @ PUT /v1/ships/{boatId}";
    assert!(
        found(&folder).contains(&lone.to_owned()),
        "{:?}",
        found(&folder)
    );
}

#[test]
fn a_page_that_says_otherwise_is_found_by_its_line() {
    differs(
        PAGE,
        "| limit | integer",
        "| limit | string",
        &[&format!(
            "contradicted {GET} · query · limit · type = string @ limit"
        )],
    );
    differs(
        PAGE,
        "Default: `20`",
        "Default: `30`",
        &[&format!(
            "contradicted {GET} · query · limit · default = 30 @ limit"
        )],
    );
    differs(
        PAGE,
        "| boats.length | number",
        "| boats.length | integer",
        &[&format!(
            "contradicted {GET} · 200 · boats.length · type = integer @ boats.length"
        )],
    );
    differs(
        PAGE,
        "| boats | array of object",
        "| boats | object",
        &[&format!(
            "contradicted {GET} · 200 · boats · type = object @ boats"
        )],
    );
    differs(
        PAGE,
        "At most 8",
        "At most 9",
        &[&format!(
            "contradicted {PUT} · body · berth · max-length = 9 @ berth"
        )],
    );
    differs(
        PAGE,
        "| X-Harbour | string | yes",
        "| X-Harbour | string | no",
        &[&format!(
            "contradicted {GET} · header · x-harbour · required = false @ X-Harbour"
        )],
    );
    differs(
        PAGE,
        "| boatId | string | yes",
        "| boatId | string | no",
        &["contradicted PUT /boats/{id} · path · id · required = false @ boatId"],
    );
}

#[test]
fn a_page_that_says_less_leaves_the_description_unsupported() {
    differs(
        PAGE,
        "| limit | integer | no | How many boats to show. Default: `20`. |\n",
        "",
        &[&format!(
            "unsupported {GET} · query · limit · listed @ GET /boats"
        )],
    );
    differs(
        PAGE,
        " Default: `20`.",
        "",
        &[&format!(
            "unsupported {GET} · query · limit · default = 20 @ limit"
        )],
    );
    differs(
        PAGE,
        ", `ketch`",
        "",
        &[&format!(
            "unsupported {GET} · query · rig · enum = ketch @ rig"
        )],
    );
    differs(
        PAGE,
        "| owner.name | string | yes | The name. |\n",
        "",
        &[&format!(
            "unsupported {PUT} · body · owner.name · listed @ owner"
        )],
    );
    differs(
        PAGE,
        " At most 8 characters.",
        "",
        &[&format!(
            "unsupported {PUT} · body · berth · max-length = 8 @ berth"
        )],
    );
    differs(
        PAGE,
        "### Response 404\n\nThere is no such harbour.\n\n",
        "",
        &[&format!("unsupported {GET} · 404 · listed @ GET /boats")],
    );
    differs(
        PAGE,
        "| boats.id | string | yes",
        "| boats.id | string | no",
        &[&format!(
            "contradicted {GET} · 200 · boats.id · required = false @ boats.id"
        )],
    );
}

#[test]
fn a_description_that_says_more_is_unsupported() {
    let rig = "enum: [sloop, ketch]";
    differs(
        DESCRIPTION,
        rig,
        "enum: [sloop, ketch, yawl]",
        &[&format!(
            "unsupported {GET} · query · rig · enum = yawl @ rig"
        )],
    );
    differs(
        DESCRIPTION,
        rig,
        "enum: [sloop, ketch], minLength: 2",
        &[&format!(
            "unsupported {GET} · query · rig · min-length = 2 @ rig"
        )],
    );
    differs(
        DESCRIPTION,
        "length: { type: number }",
        "length: { type: number, minimum: 0 }",
        &[&format!(
            "unsupported {GET} · 200 · boats.length · minimum = 0 @ boats.length"
        )],
    );
    differs(
        DESCRIPTION,
        "next: { type: string }",
        "next: { type: string, deprecated: true }",
        &[&format!(
            "unsupported {GET} · 200 · next · keyword = deprecated=true @ next"
        )],
    );
    differs(
        DESCRIPTION,
        "next: { type: string }",
        "next: { type: string }\n        total: { type: integer }",
        &[&format!(
            "unsupported {GET} · 200 · total · listed @ Response 200"
        )],
    );
    differs(
        DESCRIPTION,
        "      responses:\n        \"204\"",
        "      responses:\n        \"409\": { description: No }\n        \"204\"",
        &[&format!(
            "unsupported {PUT} · 409 · listed @ PUT /boats/{{boatId}}"
        )],
    );
    differs(
        DESCRIPTION,
        "  /boats/{id}:\n",
        "  /boats/{id}:\n    delete:\n      responses:\n        \"204\": { description: Gone }\n",
        &["unsupported DELETE /boats/{id} · operation · listed @ "],
    );
    differs(
        DESCRIPTION,
        "required: [berth]",
        "required: [berth, until]",
        &[&format!(
            "contradicted {PUT} · body · until · required = false @ until"
        )],
    );
    differs(
        DESCRIPTION,
        "required: [berth]",
        "additionalProperties: false\n      required: [berth]",
        &[&format!(
            "unsupported {PUT} · body · keyword = additionalProperties=false @ PUT /boats/{{boatId}}"
        )],
    );
}

#[test]
fn a_description_that_says_less_or_otherwise_is_found() {
    differs(
        DESCRIPTION,
        "        - { name: rig, in: query, schema: { type: string, enum: [sloop, ketch] } }\n",
        "",
        &[&format!("missing {GET} · query · rig · listed @ rig")],
    );
    differs(
        DESCRIPTION,
        "name: limit, in: query",
        "name: limit, in: header",
        &[
            &format!("missing {GET} · query · limit · listed @ limit"),
            &format!("unsupported {GET} · header · limit · listed @ GET /boats"),
        ],
    );
    differs(
        DESCRIPTION,
        "    put:",
        "    patch:",
        &[
            "unsupported PATCH /boats/{id} · operation · listed @ ",
            "missing PUT /boats/{boatId} · operation · listed @ PUT /boats/{boatId}",
        ],
    );
    differs(
        DESCRIPTION,
        "until: { type: string, format: date }",
        "until: { type: string, format: date-time }",
        &[&format!(
            "contradicted {PUT} · body · until · format = date @ until"
        )],
    );
    differs(
        DESCRIPTION,
        "until: { type: string, format: date }",
        "until: { type: string }",
        &[&format!(
            "missing {PUT} · body · until · format = date @ until"
        )],
    );
    differs(
        DESCRIPTION,
        "      required: [boats]\n",
        "",
        &[&format!(
            "missing {GET} · 200 · boats · required = true @ boats"
        )],
    );
    differs(
        DESCRIPTION,
        "\"404\":",
        "\"400\":",
        &[
            &format!("missing {GET} · 404 · listed @ Response 404"),
            &format!("unsupported {GET} · 400 · listed @ GET /boats"),
        ],
    );
}
