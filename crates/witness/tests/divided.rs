//! A page that says one thing in one line and another in the next.

use crate::check::{DESCRIPTION, GET, PAGE, differs, found};
use crate::folder::Folder;

#[test]
fn a_page_that_contradicts_itself_is_found_by_both_lines() {
    let limit = "| limit | integer | no | How many boats to show. Default: `20`. |";
    let again = |row: &str| format!("{limit}\n{row}");
    differs(
        PAGE,
        limit,
        &again("| limit | string | no | How many. |"),
        &[&format!(
            "contradicted {GET} · query · limit · type = string @ limit, limit"
        )],
    );
    differs(
        PAGE,
        limit,
        &again("| limit | integer | yes | How many. |"),
        &[&format!(
            "contradicted {GET} · query · limit · required = true @ limit, limit"
        )],
    );
    // What neither line says is said of the document.
    let folder = Folder::harbour();
    folder.edit(PAGE, limit, &again("| limit | string | no | How many. |"));
    folder.edit(
        DESCRIPTION,
        "limit, in: query, schema: { type: integer",
        "limit, in: query, schema: { type: boolean",
    );
    let told = format!("contradicted {GET} · query · limit · type = integer @ limit");
    assert!(found(&folder).contains(&told), "{:?}", found(&folder));
    // A body that is listed twice.
    let twice = |name: &str, rig: &str| {
        format!(
            "### Body\n\n| Name | Type | Required | Description |\n| --- | --- | --- | --- |\n\
             | berth | string | {name} | One of: {rig}. |\n| until | date | no | The last day. |\n\
             | owner | object | yes | Whose it is. |\n\n### Body"
        )
    };
    let folder = Folder::harbour();
    let berth = "| berth | string | yes | The berth. At most 8 characters.";
    folder.edit(PAGE, berth, &format!("{berth} One of: `a`, `b`."));
    folder.edit(
        DESCRIPTION,
        "berth: { type: string",
        "berth: { type: string, enum: [a, b]",
    );
    folder.edit(DESCRIPTION, "required: [berth]", "required: [berth, owner]");
    folder.edit(PAGE, "| owner | object | no", "| owner | object | yes");
    let page = std::fs::read_to_string(folder.path(PAGE)).expect("it was written");
    for (name, rig, expected) in [
        ("yes", "`a`, `b`", vec![]),
        ("no", "`a`, `b`", vec!["required = false"]),
        ("yes", "`a`, `c`", vec!["enum = b"]),
    ] {
        folder.write(PAGE, page.replacen("### Body", &twice(name, rig), 1));
        let found = found(&folder);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                found.contains(expected) && found.ends_with("@ berth, berth"),
                "{found}"
            );
        }
    }
}
