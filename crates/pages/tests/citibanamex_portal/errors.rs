//! What is reported of a page that is not as the layout has it.

use super::BERTHS;
use crate::obligations::{check, check_line, check_without, read, table, with};

#[test]
fn a_path_has_a_name_between_each_pair_of_braces() {
    let expected = "a path with a name between each pair of braces";
    table! { check_line(BERTHS):
        2, "/v2/{}" => expected;
        2, "/v2/}a" => expected;
        2, "/v2/a b" => expected;
    }
}

#[test]
fn wordings_are_at_least_three_and_look_like_wordings() {
    table! { check_line(BERTHS):
        6, "• It" => "a wording";
    }
    let three = "a summary, a description and the response's description";
    let page = BERTHS.lines().take(2).chain(BERTHS.lines().skip(7));
    let page = page.collect::<Vec<_>>().join("\n");
    let found = "`Type | Code | Details |`";
    check(&page, 4, &format!("{three}, but found {found}"));
}

#[test]
fn a_table_of_errors_has_known_columns_and_a_cell_for_each() {
    let columns = "`Type | Code | Details |`, or `More Info |` behind it";
    table! { check_line(BERTHS):
        9, "Type | Code |" => columns;
        9, "Type | Code | Details" => columns;
        9, "Type | Details | Code |" => columns;
        10, "a | b |" => "a row of 3 cells";
        10, "a | b | c" => "a row of 3 cells";
        10, "a | b | c | d |" => "a row of 3 cells";
        10, "a | | c |" => "a row of 3 cells";
        10, "Lorem" => "a row of errors";
        11, "Lorem" => "a row of errors, or another operation";
    }
    check_without(BERTHS, 13, 13, "a row of errors, but found `Definitions`");
}

/// A line that only keeps the heading from the rows states nothing.
#[test]
fn a_drawn_line_is_no_row() {
    let stated = |text: &str| {
        let page = read(text).unwrap();
        page.claims
            .iter()
            .map(|it| it.claim.clone())
            .collect::<Vec<_>>()
    };
    for drawn in ["---|---|---|", "--- | :---: | ---"] {
        let (before, behind) = BERTHS.split_once("Details |\n").expect("a heading");
        let text = format!("{before}Details |\n{drawn}\n{behind}");
        assert_eq!(stated(&text), stated(BERTHS), "{drawn}");
    }
}

#[test]
fn definitions_are_objects_one_behind_the_other() {
    table! { check_without(BERTHS):
        14, 14 => "`Definitions`, but found `{`";
        18, 25 => "`{` of a definition, or the end of the page, but found `}`";
        26, 26 => "the rest of a JSON object, but found `{`";
        34, 35 => "JSON, but found Expected colon after the string or word in object property";
    }
    let page = with(BERTHS, 15, &["Lorem", "{"]);
    check(&page, 15, "`{` of a definition, but found `Lorem`");
}

#[test]
fn a_reference_stands_alone_and_leads_to_a_definition() {
    let check_keywords = |keywords: &str, expected: &str| {
        check(&with(BERTHS, 31, &[keywords]), 31, expected);
    };
    let found = "`#/definitions/…`, but found";
    let alone = "a reference without other keywords, but found `$ref`";
    table! { check_keywords():
        r##""$ref": "#/definitions/""## => &format!(r##"{found} `"#/definitions/"`"##);
        r##""$ref": "#/a/b""## => &format!(r##"{found} `"#/a/b"`"##);
        r##""$ref": "#/definitions/a/b""## => &format!(r##"{found} `"#/definitions/a/b"`"##);
        r#""$ref": 1"# => "a text, but found `1`";
        r##""type": "object", "$ref": "#/definitions/Berth""## => alone;
    }
}
