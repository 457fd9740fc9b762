//! What is reported of a page that is not as the layout has it.

use super::sample::{
    HARBOUR, PREAMBLE, check, check_page, check_part, check_without, with_parameters,
};
use crate::obligations::{read, table};

#[test]
fn a_preamble_has_its_lines_in_order() {
    table! { check_page():
        4, "House" => "`Home`";
        12, "Utopia" => "a title that ends in ` API Documentation`";
        14, "Habour" => "`Harbour`, as on the first line";
        16, "Sum" => "`Summary`";
        20, "Try?" => "`Want to try this API out on our Playground?`";
    }
    let found = "`get /v1/boats List the Boats`";
    let expected = format!("`Endpoints on this page`, but found {found}");
    check_without(23, 24, &expected);
}

#[test]
fn a_summary_is_a_wording() {
    let page = PREAMBLE.replace("Boats and berths.\n", "");
    let found = "`Want to try this API out on our Playground?`";
    check((page, 0), 10, &format!("a summary, but found {found}"));
}

#[test]
fn a_preamble_that_is_another_one_is_one_error() {
    let page = HARBOUR.replace("API Products\n\n>\n", "A\nB\nC\nD\nE\n");
    check((page, 0), 8, "`API Products`, but found `A`");
}

#[test]
fn an_endpoint_has_method_path_and_title_once() {
    let list = |line: &str| {
        let page = format!("{PREAMBLE}get /v1/a List\n{line}\nget /v1/z End\n");
        (page, 14)
    };
    table! { check_part(list):
        "gett /v1/b Read", 1 => "method, path and title";
        "get v1/b Read", 1 => "method, path and title";
        "get /v1/b", 1 => "a title behind method and path";
        "get /{b Read", 1 => "a path with a name between each pair of braces";
        "get /{} Read", 1 => "a path with a name between each pair of braces";
        "get /b} Read", 1 => "a path with a name between each pair of braces";
        "get /v1/a List", 1 => "an endpoint that is not in the list yet";
    }
    let none = format!("{PREAMBLE}Boats\nBerths\n");
    check((none, 13), 1, "method, path and title, but found `Boats`");
}

#[test]
fn a_section_has_the_title_and_the_endpoint_of_the_list() {
    table! { check_page():
        29, "List Boats" => "`List the Boats`, the title in the list";
        31, "get /v1/boat" => "`get /v1/boats`, as in the list";
    }
    table! { check_without():
        29, 31 => "a title over method and path, but found `get /v1/boats`";
        31, 32 => "method and path, but found `Description`";
    }
    let page = HARBOUR.replace("put /v1/boats/{boatId}/berths/{berthId} Moor a Boat\n", "");
    let expected = "the title of an endpoint in the list, but found `Moor a Boat`";
    check((page, 0), 163, expected);
    let (first, rest) = HARBOUR.split_once("\nMoor a Boat\n\n").unwrap();
    let page = format!(
        "{first}\nList the Boats\n\nget /v1/boats\nDescription\nTwice\nResponses\n500\n\nMoor a Boat\n\n{rest}"
    );
    let expected = "an endpoint of the list that has no section yet, but found `get /v1/boats`";
    check((page, 0), 166, expected);
}

#[test]
fn a_section_has_its_parts_in_order() {
    check_page(32, "Describe", "`Description`");
    let parts = "parameters, a language tab, an empty example or `Responses`";
    table! { check_part(with_parameters):
        "And more.\n", 1 => parts;
        "  • Go\n  • Cobol\n", 2 => parts;
        "Example Request\nGET it\n", 2 => parts;
        "  • Go\nHeader Parameters\na\nstring required\nb c\n", 2 => "parameters before the examples";
    }
    table! { check_without():
        34, 36 => "a description, but found `Header Parameters`";
        66, 67 => "`Responses`, but found `200`";
    }
}

#[test]
fn a_parameter_has_name_type_and_wording_once() {
    let group = |text: &str| {
        with_parameters(&format!(
            "Header Parameters\na\nstring required\nIt is\n{text}b\nstring required\nSo\n"
        ))
    };
    let ty = "a type and `required` or `Optional`";
    table! { check_part(group):
        "c\nstring\nIt\n", 6 => ty;
        "c\nstring optional\nIt\n", 6 => ty;
        "c\ntext required\nIt\n", 6 => ty;
        "c\nIt\n", 6 => ty;
        "c d\nstring required\nIt\n", 5 => "a parameter's name";
        "string required\nIt\n", 5 => "a parameter's name";
        "a\nstring required\nIt\n", 5 => "a parameter that the group does not have yet";
        "Header Parameters\n", 5 => "one group of these parameters";
        "Path Parameters\nQuery Parameters\n", 6 => "a parameter's name";
    }
}

#[test]
fn everything_that_is_wrong_is_reported_at_once_and_in_order() {
    let page = HARBOUR
        .replace("Go play now", "Go work now")
        .replace("crewed\nboolean required", "crewed\nmaybe")
        .replace("type : integer", "type : hull")
        .replace("\"minLength\"", "\"leastLength\"")
        .replace("503\n", "5O3\n");
    let lines: Vec<_> = read(&page)
        .unwrap_err()
        .iter()
        .map(|error| error.line)
        .collect();
    assert_eq!(lines, [22, 51, 73, 138, 187]);
}

#[test]
fn a_long_line_is_shortened_in_its_message() {
    let long = "é".repeat(70);
    let (page, _) = with_parameters(&format!("{long}\n"));
    let message = read(&page).unwrap_err()[0].to_string();
    assert!(
        message.contains(&format!("`{}…`", "é".repeat(60))),
        "{message}"
    );
}
