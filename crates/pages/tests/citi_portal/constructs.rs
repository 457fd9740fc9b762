//! What each construct of the layout says.

use super::sample::{PREAMBLE, rows, with_bullets, with_parameters, with_responses, with_schema};
use crate::obligations::read;

/// Checks what the lines of a part say; `expected` has their numbers from 1 and leaves the
/// operation out.
#[track_caller]
fn check((page, before): (String, u32), expected: &[&str]) {
    let read = read(&page).unwrap();
    let part = read.claims.iter().filter(|stated| stated.line > before);
    let found: Vec<_> = part
        .map(|stated| {
            let claim = stated.claim.to_string();
            let claim = claim.trim_start_matches("GET /v1/boats · ");
            format!("{} {claim}", stated.line - before)
        })
        .filter(|row| !row.contains("204") && !row.contains(" 200 · listed"))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_parameter_has_name_type_requiredness_and_wording() {
    check(
        with_parameters("Header Parameters\nX-Id\nstring required\nSome id\n"),
        &[
            "2 header · X-Id · listed",
            "3 header · X-Id · type = string",
            "3 header · X-Id · required = true",
            "4 header · X-Id · description = stated",
        ],
    );
    check(
        with_parameters("Path Parameters\nid\nnumber Optional\nSome id\n"),
        &[
            "2 path · id · listed",
            "3 path · id · type = number",
            "3 path · id · required = false",
            "4 path · id · description = stated",
        ],
    );
    check(
        with_parameters("Query Parameters\na.b_c\narray Optional\nYYYY-MM-DD\n"),
        &[
            "2 query · a.b_c · listed",
            "3 query · a.b_c · type = array",
            "3 query · a.b_c · required = false",
            "4 query · a.b_c · description = stated",
            "4 query · a.b_c · format = date",
        ],
    );
}

#[test]
fn tabs_and_empty_examples_say_nothing() {
    check(
        with_parameters("  • cURL\n  • Swift\nExample Request\n"),
        &[],
    );
}

#[test]
fn a_response_has_wordings_or_error_rows() {
    check(
        with_responses("202\nOn its way.\nAsk again.\n"),
        &[
            "1 202 · listed",
            "2 202 · description = stated",
            "3 202 · description = stated",
            "3 202 · cut = column 10",
        ],
    );
    for heading in ["TypeCodeDetails\n", "\n"] {
        check(
            with_responses(&format!(
                "404\n{heading}errornoBoatNo boat\nerrornoBerthNo berth\nDefinitions\n  • a\n    \
                 • type : string\nResponse Schema for get /v1/boats\n{{\n}}\n"
            )),
            &[
                "1 404 · listed",
                "3 404 · error = errornoBoatNo boat",
                "4 404 · error = errornoBerthNo berth",
                "5 404 · type = nested",
                "6 404 · a · listed",
                "7 404 · a · type = string",
            ],
        );
    }
}

#[test]
fn a_response_without_content_has_no_media_type() {
    let (page, before) = with_responses("204\nNobody\nThis operation returns no content.\n");
    let read = read(&page).unwrap();
    let last = read.claims.last().unwrap();
    assert_eq!(last.line, before + 3);
    assert_eq!(
        last.claim.to_string(),
        "GET /v1/boats · 204 · media-type = none"
    );
}

#[test]
fn a_bullet_is_a_property_and_what_is_within_it_is_said_of_it() {
    let cases: [(&str, &[&str]); 5] = [
        (
            "    • A wording\n    • type : string\n",
            &[
                "2 200 · a · description = stated",
                "3 200 · a · type = string",
            ],
        ),
        (
            "    • type : string\n    • format : date-time\n",
            &[
                "2 200 · a · type = string",
                "3 200 · a · format = date-time",
            ],
        ),
        (
            "    • type : string\n    • enum : x, y z,w\n",
            &[
                "2 200 · a · type = string",
                "3 200 · a · enum = w",
                "3 200 · a · enum = x",
                "3 200 · a · enum = y z",
            ],
        ),
        ("    • properties : Array\n", &["2 200 · a · type = array"]),
        (
            "    • Note: it rains\n    • type : boolean\n",
            &[
                "2 200 · a · description = stated",
                "3 200 · a · type = boolean",
            ],
        ),
    ];
    for (bullets, said) in cases {
        let mut expected = vec!["1 200 · a · listed"];
        expected.extend(said);
        check(with_bullets(&format!("  • a\n{bullets}")), &expected);
    }
}

#[test]
fn properties_nest_two_and_three_levels_deep() {
    check(
        with_bullets(
            "  • a\n      • b\n          • c\n            • type : string\n      • d\n        • \
             type : string\n  • e\n    • type : object\n      • f\n        • type : string\n",
        ),
        &[
            "1 200 · a · listed",
            "1 200 · a · type = nested",
            "2 200 · a.b · listed",
            "2 200 · a.b · type = nested",
            "3 200 · a.b.c · listed",
            "4 200 · a.b.c · type = string",
            "5 200 · a.d · listed",
            "6 200 · a.d · type = string",
            "7 200 · e · listed",
            "8 200 · e · type = object",
            "9 200 · e.f · listed",
            "10 200 · e.f · type = string",
        ],
    );
}

#[test]
fn a_bullet_required_lists_the_properties_beside_it_wherever_it_stands() {
    let a = "  • a\n    • type : string\n";
    let required = "  • required\n    • a\n";
    check(
        with_bullets(&format!("{a}{required}")),
        &[
            "1 200 · a · listed",
            "2 200 · a · type = string",
            "4 200 · a · required = true",
        ],
    );
    check(
        with_bullets(&format!("{required}{a}")),
        &[
            "2 200 · a · required = true",
            "3 200 · a · listed",
            "4 200 · a · type = string",
        ],
    );
    check(
        with_bullets("  • a\n      • b\n        • type : string\n      • required\n        • b\n"),
        &[
            "1 200 · a · listed",
            "1 200 · a · type = nested",
            "2 200 · a.b · listed",
            "3 200 · a.b · type = string",
            "5 200 · a.b · required = true",
        ],
    );
}

#[test]
fn a_property_may_be_called_required() {
    check(
        with_bullets("  • required\n    • Whether it is asked for\n    • type : boolean\n"),
        &[
            "1 200 · required · listed",
            "2 200 · required · description = stated",
            "3 200 · required · type = boolean",
        ],
    );
}

#[test]
fn each_keyword_of_a_schema_says_what_it_says() {
    let cases = [
        (r#""type": "string""#, "3 400 · a · type = string"),
        (r#""format": "date""#, "3 400 · a · format = date"),
        (r#""default": true"#, "3 400 · a · default = true"),
        (r#""example": "x""#, "3 400 · a · example = x"),
        (r#""pattern": "^\\d+$""#, r"3 400 · a · pattern = ^\d+$"),
        (r#""minLength": 1"#, "3 400 · a · min-length = 1"),
        (r#""maxLength": 2"#, "3 400 · a · max-length = 2"),
        (r#""minimum": -1.50"#, "3 400 · a · minimum = -1.50"),
        (r#""maximum": 1e3"#, "3 400 · a · maximum = 1e3"),
        (r#""enum": [7]"#, "3 400 · a · enum = 7"),
        (r#""description": "It""#, "3 400 · a · description = stated"),
    ];
    for (keyword, said) in cases {
        check(
            with_schema(&format!(
                "{{\n    \"properties\": {{ \"a\": {{\n        {keyword}\n    }} }}\n}}"
            )),
            &["1 400 · type = nested", "2 400 · a · listed", said],
        );
    }
}

#[test]
fn a_schema_may_name_its_type_and_nest() {
    check(
        with_schema(
            "{\n  \"type\": \"object\",\n  \"required\": [\"a\"],\n  \"properties\": {\n   \"a\": \
             {\n    \"properties\": {\n     \"b\": {}\n    }\n   }\n  }\n}",
        ),
        &[
            "2 400 · type = object",
            "3 400 · a · required = true",
            "5 400 · a · listed",
            "5 400 · a · type = nested",
            "7 400 · a.b · listed",
        ],
    );
}

#[test]
fn an_endpoint_of_the_list_has_a_title_and_the_names_in_its_path() {
    let page = format!("{PREAMBLE}post /v1/{{a}}/x-{{b}} Make it\n");
    assert_eq!(
        rows(&read(&page).unwrap())[2..],
        [
            "14: page · harbour · cut = column 26",
            "14: POST /v1/{a}/x-{b} · operation · listed = harbour",
            "14: POST /v1/{a}/x-{b} · operation · title = Make it",
            "14: POST /v1/{a}/x-{b} · path · a · listed",
            "14: POST /v1/{a}/x-{b} · path · b · listed",
        ]
    );
}

#[test]
fn a_page_has_a_title_and_a_summary() {
    let page = format!("{PREAMBLE}get /v1/a List\n");
    assert_eq!(
        rows(&read(&page).unwrap())[..2],
        [
            "7: page · harbour · title = Utopia - Harbour API Documentation",
            "10: page · harbour · description = stated",
        ]
    );
}
