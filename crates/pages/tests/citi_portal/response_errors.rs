//! What is reported of responses that are not as the layout has them.

use super::sample::{check, check_without, with_bullets, with_responses, with_schema};

#[test]
fn responses_have_a_status_each() {
    let none = "a status or the title of an endpoint in the list";
    check(
        with_responses("OK\n200\nDone\n"),
        1,
        &format!("{none}, but found `OK`"),
    );
    check(
        with_responses("600\n204\nDone\n"),
        1,
        &format!("{none}, but found `600`"),
    );
    check(
        with_responses("400\nerrorno\n400\nerroryes\n"),
        3,
        "a status that the endpoint does not have yet, but found `400`",
    );
    check_without(199, 201, &format!("{none}, but found `Scrapped`"));
}

#[test]
fn a_response_has_its_parts_in_order() {
    check_without(70, 71, "`Definitions`, but found `• boatId`");
    check_without(
        125,
        126,
        "`Response Schema for get /v1/boats`, but found `{`",
    );
    check(
        with_responses("200\nDefinitions\nExample Response for get /v1/boats\n"),
        3,
        "a property, but found `Example Response for get /v1/boats`",
    );
    check(
        with_responses(
            "204\nThis operation returns no content.\nDefinitions\n  • a\n    • type : string\n500\n",
        ),
        3,
        "no body, as just stated, but found `Definitions`",
    );
    for heading in ["Example Response for", "Response Schema for"] {
        let schema = if heading.starts_with('R') {
            "{\n}\n"
        } else {
            ""
        };
        check(
            with_responses(&format!("200\nYes\n{heading} put /v1/boats\n{schema}500\n")),
            3,
            &format!("`{heading} get /v1/boats`, but found `{heading} put /v1/boats`"),
        );
    }
}

#[test]
fn bullets_stand_in_their_columns_and_say_each_thing_once() {
    let column = "a bullet in the column of a property or of what is said of one";
    let cases: [(&str, u32, String); 14] = [
        (
            "  • a\n     • type : string\n",
            2,
            "`type : …` of `a`, but found `• type : string`".into(),
        ),
        (
            "  • a\n    • type : string\n     • b\n",
            3,
            format!("{column}, but found `• b`"),
        ),
        (
            " • a\n    • type : string\n",
            1,
            format!("{column}, but found `• a`"),
        ),
        (
            "  • a b\n    • type : string\n",
            1,
            "a property's name, but found `• a b`".into(),
        ),
        (
            "  • a\n  • b\n    • type : string\n",
            2,
            "`type : …` of `a`, but found `• b`".into(),
        ),
        (
            "  • a\n    • type : text\n",
            2,
            "a type of JSON Schema, but found `• type : text`".into(),
        ),
        (
            "  • a\n    • type :\n",
            2,
            "a type of JSON Schema, but found `• type :`".into(),
        ),
        (
            "  • a\n    • properties : Map\n",
            2,
            "`properties : Array`, but found `• properties : Map`".into(),
        ),
        (
            "  • a\n    • type : string\n    • format : a b\n",
            3,
            "the name of a format, but found `• format : a b`".into(),
        ),
        (
            "  • a\n    • type : string\n    • enum : a,,b\n",
            3,
            "values with a comma between them, but found `• enum : a,,b`".into(),
        ),
        (
            "  • a\n    • type : string\n    • default : 1\n",
            3,
            "`type`, `format`, `enum`, `properties` or a wording, but found `• default : 1`".into(),
        ),
        (
            "  • a\n    • type : string\n    • type : number\n",
            3,
            "`a` to have one type, but found `• type : number`".into(),
        ),
        (
            "  • a\n    • type : string\n    • It\n    • Is\n",
            4,
            "`a` to have one description, but found `• Is`".into(),
        ),
        (
            "  • a\n    • type : string\n  • a\n    • type : string\n",
            3,
            "a property that is not there yet, but found `• a`".into(),
        ),
    ];
    for (bullets, line, expected) in cases {
        check(with_bullets(bullets), line, &expected);
    }
}

#[test]
fn required_lists_the_names_of_properties_beside_it() {
    check(
        with_bullets("  • a\n    • type : string\n  • required\n    • b\n"),
        4,
        "the name of a property beside `required`, but found `• b`",
    );
    check(
        with_bullets("  • a\n    • type : string\n  • required\n  • b\n    • type : string\n"),
        4,
        "the name of a required property, but found `• b`",
    );
}

#[test]
fn a_schema_is_json_with_keywords_that_are_known() {
    let property = |text: &str| {
        with_schema(&format!(
            "{{\n \"properties\": {{\n  \"a\": {{\n   {text}\n  }}\n }}\n}}"
        ))
    };
    let cases = [
        (
            r#""title": "A""#,
            "a keyword of JSON Schema that is known here, but found `title`",
        ),
        (
            r#""type": "text""#,
            "a type of JSON Schema, but found `\"text\"`",
        ),
        (
            r#""type": ["string"]"#,
            "a type of JSON Schema, but found `[\"string\"]`",
        ),
        (r#""description": 1"#, "a text, but found `1`"),
        (
            r#""properties": []"#,
            "an object of schemas, but found `[]`",
        ),
        (r#""properties": {"b": true}"#, "a schema, but found `true`"),
        (r#""required": "b""#, "an array, but found `\"b\"`"),
        (
            r#""required": ["b"]"#,
            "the name of a property beside `required`, but found `\"b\"`",
        ),
        (r#""enum": "b""#, "an array, but found `\"b\"`"),
        (
            r#""enum": [null]"#,
            "a text, number or truth value, but found `null`",
        ),
        (
            r#""minimum": {}"#,
            "a text, number or truth value, but found `{}`",
        ),
        (
            r#""type": "string", "type": "number""#,
            "each keyword once, but found `type`",
        ),
        (
            r#""properties": {"b": {}, "b": {}}"#,
            "each property once, but found `b`",
        ),
    ];
    for (text, expected) in cases {
        check(property(text), 4, expected);
    }
    check(with_schema("[]\n"), 1, "`{`, but found `[]`");
    check(
        with_schema("{\n \"a\" 1\n}"),
        2,
        "JSON, but found Expected colon after the string or word in object property",
    );
    check(
        with_schema("{\n \"a\": 1\n500"),
        3,
        "`}` in the first column, but found `500`",
    );
    check(
        with_schema("{\n 'type': 'string'\n}"),
        2,
        "JSON, but found Single-quoted strings are not allowed",
    );
}
