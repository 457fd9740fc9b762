//! What is reported of a page that is not as the layout has it.

use super::BERTHS;
use crate::obligations::{check, check_line, check_without, table, with};

#[test]
fn an_operation_has_title_method_and_address() {
    let put = "`PUT https://{host}/port/v1/{portId}/berths/{berthId}/find`";
    table! { check_without(BERTHS):
        9, 10 => &format!("a title over method and address, but found {put}");
        11, 12 => "method and address, but found `Berths`";
    }
    table! { check_line(BERTHS):
        11, "FIND https://a/b" => "method and address";
        11, "PUT /b" => "method and address";
        11, "PUT https:///b" => "method and address";
        11, "PUT https://a/b c" => "method and address";
        11, "PUT https://a/b{/berths" => "a path with a name between each pair of braces";
    }
}

#[test]
fn the_collection_is_one_of_the_path() {
    let expected = "the name of a collection in the path, but found";
    let found = format!("{expected} `Finds what is free.`");
    check_without(BERTHS, 13, 14, &found);
    for other in ["Ships", "berths"] {
        let page = with(BERTHS, 13, &[other, "Berths"]);
        check(&page, 13, &format!("{expected} `{other}`"));
    }
}

#[test]
fn a_request_has_wordings_a_body_and_properties() {
    table! { check_without(BERTHS):
        15, 16 => "what the operation is for, but found `Request`";
        22, 25 => "`Responses`, but found `Properties`";
        27, 27 => "`Property Type Required Details`, but found `close`";
    }
}

#[test]
fn a_property_is_a_description_or_the_type_of_elements() {
    let kind = "`Description` or `SDK Object type`, but found";
    table! { check_without(BERTHS):
        30, 31 => &format!("{kind} `The flag, as 2 character ISO 3166 code`");
        32, 32 => "what the property means, but found `close`";
        39, 39 => &format!("{kind} `Cargo`");
        40, 41 => "the name of a type, but found `Request example`";
    }
    table! { check_line(BERTHS):
        40, "    Cargo of ships" => "the name of a type";
        72, "  • VERY DEEP - for ships" => "a value, ` - ` and what it means";
        72, "    • DEEP - for ships" => "a wording, or a bullet under one";
    }
    let page = with(&with(BERTHS, 73, &[]), 72, &[]);
    check(&page, 73, "a value, but found `Response example`");
}

#[test]
fn a_code_sample_is_there() {
    let mut page = BERTHS.to_owned();
    for _ in 47..=55 {
        page = with(&page, 47, &[]);
    }
    check(&page, 48, "a code sample, but found `Responses`");
}

#[test]
fn responses_have_a_status_each() {
    for other in ["Response OK", "Response 600 - Bad", "Response 200"] {
        let page = with(BERTHS, 94, &[other, "Response 404 - Not foundProblem"]);
        let expected = "`Response`, a status and the name of the body, but found";
        check(&page, 94, &format!("{expected} `{other}`"));
    }
    let again = "a status that the operation does not have yet";
    check_line(BERTHS, 94, "Response 200 - OKBerth", again);
}

#[test]
fn an_example_ends_and_has_each_member_once() {
    table! { check_without(BERTHS):
        81, 81 => "an example as JSON, but found `\"depth\" : \"DEEP\",`";
        92, 93 => "the rest of a JSON object, but found `Response 404 - Not foundProblem`";
        86, 89 => "the end of the example, but found `],`";
    }
    let page = with(BERTHS, 83, &["        \"depth\" : \"\","]);
    check(&page, 83, "each member once, but found `depth`");
}
