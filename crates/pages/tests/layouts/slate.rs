//! Pages as widdershins writes them.

use super::*;

/// Checks what a page of the layout `slate` says besides what it says of the operation.
#[track_caller]
fn says(text: &str, expected: &[&str], unread: &[&str]) {
    let source = Layout::source("slate").expect("it is shipped");
    check(source, text, expected);
    let page = read(&Layout::named("slate").expect("it is shipped"), text);
    assert_eq!(lines(&page, text, "unread"), unread);
}

#[test]
fn a_heading_of_one_word_names_an_operation_or_below_schemas_a_schema() {
    let text = "# Boats\n\n## listBoats\n\n`GET /boats`\n\n<h3>Responses</h3>\n\n\
        |Status|Meaning|Description|Schema|\n|---|---|---|---|\n|200|OK|x|[Boat](#b)|\n\n\
        # Schemas\n\n<h2 id=\"b\">Boat</h2>\n\n### Properties\n\n\
        |Name|Type|Required|\n|---|---|---|\n|rig|string|false|\n";
    says(
        text,
        &[
            "200 · listed",
            "200 · description = stated",
            "200 · type = object",
            "200 · rig · listed",
            "200 · rig · required = false",
            "200 · rig · type = string",
        ],
        &["# Boats"],
    );
}

#[test]
fn headers_of_responses_are_not_the_responses() {
    let text = "## List boats\n\n`GET /boats`\n\n<h3>Responses</h3>\n\n\
        |Status|Meaning|Description|Schema|\n|---|---|---|---|\n|200|OK|x|string|\n\n\
        <h3>Response Headers</h3>\n\n\
        |Status|Header|Type|Format|Description|\n|---|---|---|---|---|\n|200|X-Berths|integer|int32|y|\n\n\
        ## Delete boats\n\n`DELETE /boats`\n";
    says(
        text,
        &[
            "200 · listed",
            "200 · description = stated",
            "200 · type = string",
            "DELETE /boats · operation · listed = boats",
            "DELETE /boats · operation · title = Delete boats",
            "DELETE /boats · operation · documented",
        ],
        &[
            "<h3>Response Headers</h3>",
            "|Status|Header|Type|Format|Description|",
            "|200|X-Berths|integer|int32|y|",
        ],
    );
}

#[test]
fn a_row_about_all_values_of_a_map_is_no_property() {
    let text = "## List boats\n\n`GET /boats`\n\n<h3>Response Schema</h3>\n\nStatus Code **200**\n\n\
        |Name|Type|Required|Restrictions|Description|\n|---|---|---|---|---|\n\
        |» depths|object|false|none|none|\n|»» **additionalProperties**|number|false|none|none|\n\
        |» crews|object|false|none|none|\n|»» **additionalProperties**|object|false|none|none|\n\
        |»»» captain|string|false|none|none|\n|» log|string¦null|false|none|none|\n";
    says(
        text,
        &[
            "200 · listed",
            "200 · depths · listed",
            "200 · depths · required = false",
            "200 · depths · type = object",
            r#"200 · depths · keyword = additionalProperties={"type":"number"}"#,
            "200 · crews · listed",
            "200 · crews · required = false",
            "200 · crews · type = object",
            "200 · log · listed",
            "200 · log · required = false",
            "200 · log · type = string|null",
        ],
        &[
            "|»» **additionalProperties**|object|false|none|none|",
            "|»»» captain|string|false|none|none|",
        ],
    );
}

#[test]
fn a_body_may_be_optional_and_its_properties_are_by_silence() {
    for (required, schema) in [("false", "false"), ("true", "false"), ("false", "true")] {
        let text = format!(
            "## Add boats\n\n`GET /boats`\n\n<h3>Parameters</h3>\n\n\
            |Name|In|Type|Required|\n|---|---|---|---|\n|body|body|[Fleet](#f)|{required}|\n\n\
            # Schemas\n\n## Fleet\n\n### Properties\n\n\
            |Name|Type|Required|\n|---|---|---|\n|*anonymous*|[string]|{schema}|\n"
        );
        let expected = format!("body · required = {required}");
        says(&text, &[&expected, "body · type = array of string"], &[]);
    }
}

/// What the parts of an item are is not what the array is.
#[test]
fn the_items_of_an_array_have_rows_of_their_own_type() {
    let text = "## List boats\n\n`GET /boats`\n\n<h3>Responses</h3>\n\n\
        |Status|Meaning|Description|Schema|\n|---|---|---|---|\n|200|OK|Boats|[Fleet](#f)|\n\n\
        # Schemas\n\n## Fleet\n\n### Properties\n\n\
        |Name|Type|Required|Restrictions|\n|---|---|---|---|\n|boats|[[Boat](#b)]|false|none|\n\n\
        ## Boat\n\n### Properties\n\nallOf\n\n\
        |Name|Type|Required|Restrictions|\n|---|---|---|---|\n|*anonymous*|object|false|none|\n\
        |» hull|string|true|read-only|\n";
    let due = [
        "200 · listed",
        "200 · description = stated",
        "200 · type = object",
        "200 · boats · listed",
        "200 · boats · required = false",
        "200 · boats · type = array of object",
        "200 · boats.hull · listed",
        "200 · boats.hull · type = string",
        "200 · boats.hull · required = true",
        "200 · boats.hull · keyword = readOnly=true",
    ];
    says(text, &due, &["allOf"]);
}
