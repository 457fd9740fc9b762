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
