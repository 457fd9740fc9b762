//! Properties within each other, and what stands beside them.

use super::*;

#[test]
fn properties_are_nested_by_items_headings_and_marks() {
    let nested = [
        "body · owner · listed",
        "body · owner · type = object",
        "body · owner.name · listed",
        "body · owner.name · type = string",
    ];
    for body in [
        "- owner (object)\n  - name (string)\n",
        "<dl><dt>owner (object)</dt><dd><dl><dt>name (string)</dt></dl></dd></dl>\n",
        "<dl><dt>owner (object)</dt><dd><ul><li>name (string)</li></ul></dd></dl>\n",
        "### owner object\n- name (string)\n",
        "### owner object\n| Name | Type |\n|---|---|\n| name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n| &nbsp;&nbsp;name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n| ↳ name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n| owner.name | string |\n",
        "| Name | Type |\n|---|---|\n| owner | object |\n\n### owner\n| Name | Type |\n|---|---|\n| name | string |\n",
    ] {
        check(OPENS, &format!("# GET /boats\n## Body\n{body}"), &nested);
    }
}

#[test]
fn a_pattern_of_rows_is_tried_before_the_columns() {
    let opens = OPENS.replace(
        "property = [",
        r"property = ['row: {name} \| kind: {type}', ",
    );
    let page = "# GET /boats\n## Query\n| Name | Description |\n|---|---|\n\
        | rig | kind: string |\n| sail | The sail |\n";
    let sail = [
        "query · sail · listed",
        "query · sail · description = stated",
    ];
    let rig = ["query · rig · listed", "query · rig · type = string"];
    check(&opens, page, &[rig, sail].concat());
}

#[test]
fn what_stands_in_an_item_is_said_of_it() {
    let page = "# GET /boats\n## Query\n- rig (string)\n  - sloop - One mast\n  - Default: sloop\n\n  The rig.\n\nNo more.\n";
    check(
        OPENS,
        page,
        &[
            "query · rig · listed",
            "query · rig · type = string",
            "query · rig · enum = sloop",
            "query · rig · enum-description = sloop",
            "query · rig · default = sloop",
            "query · rig · description = stated",
        ],
    );
}

#[test]
fn code_is_an_example_and_states_nothing() {
    let page = "# GET /boats\n## 200 OK\n```json\n[{\"id\": 7}]\n```\n```sh\ncurl x\n```\n";
    check(OPENS, page, &["200 · listed"]);
    let page_read = read(&Layout::parse(OPENS).expect("it is a layout"), page);
    assert_eq!(
        lines(&page_read, page, "example structure"),
        ["[{\"id\": 7}]"]
    );
    assert_eq!(lines(&page_read, page, "code sample"), ["curl x"]);
}

/// An item and a paragraph may go on in the next lines; each fact is on its own.
#[test]
fn a_fact_is_cited_at_its_own_line() {
    let page = "# GET /boats\n## Query\n- `rig` (string): The rig,\n  or the other.\n  Default: `sloop`.\n  At most\n  9 characters.\n";
    let page = read(&Layout::parse(OPENS).expect("it is a layout"), page);
    for (aspect, line) in [
        (Aspect::Type, 3),
        (Aspect::Default, 5),
        (Aspect::MaxLength, 3),
    ] {
        let stated = page.claims.iter().find(|it| it.claim.aspect == aspect);
        let found = stated.map(|stated| stated.line);
        assert_eq!(found, Some(line), "{aspect}");
    }
}

/// A line break within an item is no end of it.
#[test]
fn what_stands_behind_a_break_in_an_item_is_said_of_it() {
    for end in ["<br>", "<br />", "<BR/>"] {
        let page =
            format!("# GET /boats\n## Query\n- rig (string): The rig.{end}At most 9 characters.\n");
        let due = [
            "query · rig · listed",
            "query · rig · type = string",
            "query · rig · max-length = 9",
            "query · rig · description = stated",
        ];
        check(OPENS, &page, &due);
    }
}

#[test]
fn what_stands_in_an_unread_item_is_unread() {
    let page = "# GET /boats\n## 200\n- old, string\n\n  Read-only.\n";
    check(OPENS, page, &["200 · listed"]);
    let layout = Layout::parse(OPENS).expect("it is a layout");
    assert_eq!(
        lines(&read(&layout, page), page, "unread"),
        ["- old, string", "Read-only."]
    );
}

/// Whose names are whole within each other are no properties of themselves.
#[test]
fn a_name_that_is_whole_has_no_other_outer_one() {
    let page = "# GET /boats\n## Body\n- owner (object)\n  - owner.home (object)\n    - owner.home.city (string)\n";
    let listed =
        ["owner", "owner.home", "owner.home.city"].map(|it| format!("body · {it} · listed"));
    let types = [
        ("owner", "object"),
        ("owner.home", "object"),
        ("owner.home.city", "string"),
    ]
    .map(|(name, ty)| format!("body · {name} · type = {ty}"));
    let due: Vec<&str> = listed.iter().chain(&types).map(String::as_str).collect();
    check(OPENS, page, &due);
}

#[test]
fn an_indented_paragraph_of_no_item_is_said_of_the_operation() {
    let page = "# GET /boats\n Deprecated.\n## Query\n- rig (string)\n";
    let layout = Layout::parse(OPENS).expect("it is a layout");
    let said = read(&layout, page);
    let said = said.claims.iter().map(|it| it.claim.to_string());
    assert!(
        said.collect::<Vec<_>>()
            .contains(&"GET /boats · operation · keyword = deprecated=true".to_owned())
    );
}

#[test]
fn an_object_is_there_if_it_has_properties() {
    let page = "# GET /boats\n## Body\n- owner.home.city (string)\n";
    check(
        OPENS,
        page,
        &[
            "body · owner · listed",
            "body · owner · type = nested",
            "body · owner.home · listed",
            "body · owner.home · type = nested",
            "body · owner.home.city · listed",
            "body · owner.home.city · type = string",
        ],
    );
}

#[test]
fn an_array_is_there_if_its_items_have_properties() {
    let page = "# GET /boats\n## Body\n- logs[].id (integer)\n";
    check(
        OPENS,
        page,
        &[
            "body · logs · listed",
            "body · logs · type = array of object",
            "body · logs.id · listed",
            "body · logs.id · type = integer",
        ],
    );
}

/// Checks what a page in HTML says, as [`check`] does.
#[track_caller]
fn says(html: &str, expected: &[&str], unread: &[&str]) {
    let captured = pages::html::capture(html.as_bytes());
    let layout = Layout::parse(OPENS).expect("it is a layout");
    let page = layout.read("boats", &captured.text, &captured.blocks);
    let page = page.expect("it is text");
    let said = page.claims.iter().map(|stated| stated.claim.to_string());
    let said = said.map(|claim| claim.replace("GET /boats · ", ""));
    let said: BTreeSet<_> = said.filter(|it| !it.starts_with("operation")).collect();
    assert_eq!(said, expected.iter().map(ToString::to_string).collect());
    assert_eq!(lines(&page, &captured.text, "unread"), unread);
}

#[test]
fn rows_behind_a_table_in_a_cell_belong_to_the_outer_table() {
    let table = |place: &str, inner: &str| {
        format!(
            "<h1>GET /boats</h1><h2>{place}</h2><table><tr><th>Name<th>Type\
            <tr><td>rig<td>object <table>{inner}</table><tr><td>sail<td>string</table>"
        )
    };
    for (inner, unread) in [
        (
            "<tr><th>Name<th>Type<tr><td>mast<td>integer",
            ["| Name | Type |", "| mast | integer |"],
        ),
        ("<tr><th>Mast<tr><td>fore", ["| Mast |", "| fore |"]),
    ] {
        let said = [
            "body · rig · listed",
            "body · rig · type = object",
            "body · sail · listed",
            "body · sail · type = string",
        ];
        says(&table("body", inner), &said, &unread);
    }
}

#[test]
fn struck_out_rows_and_buttons_state_nothing() {
    let rows = "<h1>GET /boats</h1><h2>Query</h2><table><tr><th>Name<th>Type\
        <tr><td>rig<button>Copy</button><td>string<tr><td><del>mast</del><td>string\
        <tr><td><s>oar</s><td>string<tr><td><strike>bow</strike><td>string</table>";
    let rig = ["query · rig · listed", "query · rig · type = string"];
    let unread = ["|  | string |"; 3];
    says(rows, &rig, &unread);
    let unfolds = rows.replace("<h2>Query</h2>", "<div><button>Query</button></div>");
    says(&unfolds, &rig, &unread);
    let page = "# GET /boats\n## Query\n| Name | Type |\n|---|---|\n| ~~rig~~ | string |\n";
    check(OPENS, page, &[]);
}

/// A pattern of `says` without placeholders is for words that mark what they stand below, and values in
/// code are told by their marks.
#[test]
fn what_stands_below_marks_it_and_lists_its_values() {
    let more = "'item: (?:read-only|optional)', 'deprecated[.]', 'item: allowed: {enum}', \
        'item: one of {codes}', 'content type: {media}', ";
    let opens = OPENS.replace("says = [", &format!("says = [{more}"));
    let page = "# GET /boats\nDeprecated.\n## Query\n- rig (string)\n  - read-only\n  - optional\n\
        \x20 - allowed: `boats:read`, `boats.all`, `all boats`\n- sail (string)\n  - one of `a` or `b`\n\
        ## Body\nContent type: text/csv, image/png\n- hull (string)\n  - heavy\n";
    let page_read = read(&Layout::parse(&opens).expect("it is a layout"), page);
    let claims: Vec<_> = page_read
        .claims
        .iter()
        .map(|it| it.claim.to_string())
        .collect();
    for due in [
        "GET /boats · operation · keyword = deprecated=true",
        "GET /boats · query · rig · keyword = readOnly=true",
        "GET /boats · query · rig · required = false",
        "GET /boats · query · rig · enum = boats:read",
        "GET /boats · query · rig · enum = boats.all",
        "GET /boats · query · rig · enum = all boats",
        "GET /boats · query · sail · enum = b",
        "GET /boats · body · media-type = text/csv",
        "GET /boats · body · media-type = image/png",
    ] {
        assert!(
            claims.iter().any(|it| it == due),
            "{due} not in {claims:#?}"
        );
    }
    assert_eq!(lines(&page_read, page, "unread"), ["- heavy"]);
}
