//! What is reported of responses that are not as the layout has them.

use super::sample::{check, check_part, check_without, with_bullets, with_responses, with_schema};
use crate::obligations::table;

#[test]
fn responses_have_a_status_each() {
    let none = "a status or the title of an endpoint in the list";
    table! { check_part(with_responses):
        "OK\n200\nDone\n", 1 => none;
        "600\n204\nDone\n", 1 => none;
        "400\nerrorno\n400\nerroryes\n", 3 => "a status that the endpoint does not have yet";
    }
    check_without(199, 201, &format!("{none}, but found `Scrapped`"));
}

#[test]
fn a_response_has_its_parts_in_order() {
    table! { check_without():
        70, 71 => "`Definitions`, but found `• boatId`";
        125, 126 => "`Response Schema for get /v1/boats`, but found `{`";
    }
    let no_body =
        "204\nThis operation returns no content.\nDefinitions\n  • a\n    • type : string\n500\n";
    table! { check_part(with_responses):
        "200\nDefinitions\nExample Response for get /v1/boats\n", 3 => "a property";
        no_body, 3 => "no body, as just stated";
        "200\nYes\nExample Response for put /v1/boats\n500\n", 3 => "`Example Response for get /v1/boats`";
        "200\nYes\nResponse Schema for put /v1/boats\n{\n}\n500\n", 3 => "`Response Schema for get /v1/boats`";
    }
}

#[test]
fn bullets_stand_in_their_columns_and_say_each_thing_once() {
    let column = "a bullet in the column of a property or of what is said of one";
    let json = "a type of JSON Schema";
    let known = "`type`, `format`, `enum`, `properties` or a wording";
    table! { check_part(with_bullets):
        "  • a\n     • type : string\n", 2 => "`type : …` of `a`";
        "  • a\n    • type : string\n     • b\n", 3 => column;
        " • a\n    • type : string\n", 1 => column;
        "  • a b\n    • type : string\n", 1 => "a property's name";
        "  • a\n  • b\n    • type : string\n", 2 => "`type : …` of `a`";
        "  • a\n    • type : text\n", 2 => json;
        "  • a\n    • type :\n", 2 => json;
        "  • a\n    • properties : Map\n", 2 => "`properties : Array`";
        "  • a\n    • type : string\n    • format : a b\n", 3 => "the name of a format";
        "  • a\n    • type : string\n    • enum : a,,b\n", 3 => "values with a comma between them";
        "  • a\n    • type : string\n    • title : 1\n", 3 => known;
        "  • a\n    • type : string\n    • type : number\n", 3 => "`a` to have one type";
        "  • a\n    • type : string\n    • It\n    • Is\n", 4 => "`a` to have one description";
        "  • a\n    • type : string\n  • a\n    • type : string\n", 3 => "a property that is not there yet";
    }
}

#[test]
fn required_lists_the_names_of_properties_beside_it() {
    let (name, beside) = (
        "the name of a required property",
        "the name of a property beside `required`",
    );
    table! { check_part(with_bullets):
        "  • a\n    • type : string\n  • required\n    • b\n", 4 => beside;
        "  • a\n    • type : string\n  • required\n  • b\n    • type : string\n", 4 => name;
    }
}

#[test]
fn a_schema_is_json_with_keywords_that_are_known() {
    let check_property = |text: &str, expected: &str| {
        let schema = format!("{{\n \"properties\": {{\n  \"a\": {{\n   {text}\n  }}\n }}\n}}");
        check(with_schema(&schema), 4, expected);
    };
    table! { check_property():
        r#""titel": "A""# => "a keyword of JSON Schema that is known here, but found `titel`";
        r#""type": "string", "items": {}"# => "`items` beside the type `array`, but found `{}`";
        r#""type": "array", "items": []"# => "a schema, but found `[]`";
        r#""type": "text""# => "a type of JSON Schema, but found `\"text\"`";
        r#""type": ["string"]"# => "a type of JSON Schema, but found `[\"string\"]`";
        r#""description": 1"# => "a text, but found `1`";
        r#""properties": []"# => "an object of schemas, but found `[]`";
        r#""properties": {"b": true}"# => "a schema, but found `true`";
        r#""required": "b""# => "an array, but found `\"b\"`";
        r#""required": ["b"]"# => "the name of a property beside `required`, but found `\"b\"`";
        r#""enum": "b""# => "an array, but found `\"b\"`";
        r#""enum": [null]"# => "a text, number or truth value, but found `null`";
        r#""minimum": {}"# => "a text, number or truth value, but found `{}`";
        r#""type": "string", "type": "number""# => "each keyword once, but found `type`";
        r#""properties": {"b": {}, "b": {}}"# => "each property once, but found `b`";
    }
    let check_schema = |schema: &str, line: u32, expected: &str| {
        check(with_schema(schema), line, expected);
    };
    table! { check_schema():
        "[]\n", 1 => "`{`, but found `[]`";
        "{\n \"a\" 1\n}", 2 => "JSON, but found Expected colon after the string or word in object property";
        "{\n \"a\": 1\n500", 3 => "`}` in the first column, but found `500`";
        "{\n 'type': 'string'\n}", 2 => "JSON, but found Single-quoted strings are not allowed";
    }
}
