//! Words and cells that other pages of the four portals have.

use crate::obligations::read;

/// What a page says, claim by claim.
fn said(page: &str) -> Vec<String> {
    let page = read(page).expect("a page that is read");
    page.claims.iter().map(|it| it.claim.to_string()).collect()
}

#[track_caller]
pub(crate) fn says(page: &str, claims: &[&str]) {
    let said = said(page);
    for claim in claims {
        assert!(
            said.iter().any(|it| it == claim),
            "{claim} is not in {said:#?}"
        );
    }
}

const ENDPOINTS: &str = "Endpoints: Boats\nPOST /boats/{id}\nType\nParameter\nRequired\nDetails\nPATH\nid\nYes\n  • number (14)\n";

#[test]
fn an_error_without_a_scenario_takes_no_other_line() {
    let row = "| 500 | lost |  |\n";
    let page = |behind: &str| {
        format!(
            "{ENDPOINTS}Errors:\n| Code | Error | Scenario |\n{row}{behind}Sinking\nDELETE /boats\nSinks all boats.\n...\n"
        )
    };
    let sinks = "DELETE /boats · operation · title = Sinking";
    says(
        &page(""),
        &["POST /boats/{id} · 500 · error = lost · ", sinks],
    );
    says(
        &page("| 404 | no_boat | No boat |\n"),
        &["POST /boats/{id} · 404 · error = no_boat · No boat", sinks],
    );
    let text = format!(
        "{ENDPOINTS}Errors:\nCode\nError\nScenario\n500\nlost\nExample Request:\n{{ \"id\": 7 }}\n...\n"
    );
    says(
        &text,
        &[
            "POST /boats/{id} · 500 · error = lost · ",
            "POST /boats/{id} · body · id · example = 7",
        ],
    );
}

/// Rows of HTML end where the table does, and their lists are within cells.
#[test]
fn what_follows_a_table_is_of_no_row() {
    let page = "Endpoints: Boats\nPOST /boats\n| Type | Parameter | Required | Details |\n| QUERY | rig | Yes | • ASCII string (1) • Possible values: S, K • S - Sloop • K - Ketch • Her rig |\nOnly her owner may ask.\nSuccess Response:\n200 - Found\n| Type | Parameter | Required | Details |\n| BODY | id |  | • number (14) |\n{ \"id\": 7 }\n...\n";
    says(
        page,
        &[
            "POST /boats · query · rig · enum-description = S",
            "POST /boats · query · rig · enum-description = K",
            "POST /boats · operation · description = stated",
            "POST /boats · 200 · id · example = 7",
        ],
    );
    let of_rig = |it: &String| it == "POST /boats · query · rig · description = stated";
    assert_eq!(said(page).into_iter().filter(of_rig).count(), 1);
}

#[test]
fn what_fails_is_no_example_of_what_succeeds() {
    let page = |answer: &str| {
        format!(
            "{ENDPOINTS}Success Response:\n200 - Found\n{{ \"id\": 7 }}\nError Responses:\n{answer}{{ \"code\": 4 }}\n...\n"
        )
    };
    says(
        &page(""),
        &["POST /boats/{id} · response 2 · code · example = 4"],
    );
    says(
        &page("409 - Sunk\n"),
        &[
            "POST /boats/{id} · 409 · title = Sunk",
            "POST /boats/{id} · 409 · code · example = 4",
        ],
    );
}

#[test]
fn properties_of_what_fails_are_those_of_no_request() {
    let table = "Type\nParameter\nRequired\nDetails\nBODY\ncode\n  • number (4)\n";
    for heading in ["", "Response Parameters:\n"] {
        let page = format!(
            "{ENDPOINTS}Error Responses:\n{heading}{table}Example Request:\n{{ \"id\": 7 }}\n...\n"
        );
        says(
            &page,
            &["POST /boats/{id} · response 2 · code · type = number"],
        );
    }
}

#[test]
fn required_has_several_words() {
    for (word, required) in [("YES", true), ("Mandatory", true), ("Optional", false)] {
        let page = ENDPOINTS.replace("Yes", word) + "Success Response:\n200 - Found\n...\n";
        let due = format!("POST /boats/{{id}} · path · id · required = {required}");
        says(&page, &[&due]);
    }
}

#[test]
fn a_range_in_the_place_of_values_is_one() {
    let page = format!(
        "{ENDPOINTS}QUERY\nage\nNo\n  • number (3)\n  • Possible values: 1 to 90\nSuccess Response:\n200 - Found\n...\n"
    );
    says(&page, &["POST /boats/{id} · query · age · range = 1 to 90"]);
}

/// The columns of a table of errors that ran together, one of them more than usual.
#[test]
fn a_heading_with_more_info_is_no_error() {
    let page = "Boats\nSummary\nBoats.\nWant to try this API out on our Playground?\nGo play now\nEndpoints on this page\nget /v1/boats List boats\nList boats\nget /v1/boats\nDescription\nLists.\nResponses\n403\n\nTypeCodeDetailsMore Info\nerrorclosedThe harbour is closedCome back\n404\n\nTypeCodeDetails\nerrornoBoatThere is none\n";
    let errors: Vec<_> = said(page)
        .into_iter()
        .filter(|it| it.contains("· error ="))
        .collect();
    assert_eq!(
        errors,
        [
            "GET /v1/boats · 403 · error = errorclosedThe harbour is closedCome back",
            "GET /v1/boats · 404 · error = errornoBoatThere is none",
        ]
    );
}

#[test]
fn the_last_cell_of_an_error_may_be_empty() {
    let page = "Paths\n/v1/boats\nTo find boats.\nFinds boats.\nThe harbour's number\nSuccessful operation.\nType | Code | Details | More Info |\nerror | noBoat | There is none | |\nDefinitions\n{\n\"type\": \"object\",\n\"properties\": {\n\"type\": {\n\"type\": \"string\"\n}\n}\n}\n";
    says(
        page,
        &["? /v1/boats · error table 1 · error = error · noBoat · There is none · "],
    );
}

/// A page is whole where all that it refers to is defined, and not before.
#[test]
fn a_page_ends_with_what_it_refers_to() {
    let page = |definition: &str| {
        format!(
            "Paths\n/v1/boats\nget /v1/boats\nfind\nFinds boats.\n200\nFound.\n{{\n\"schema\": {{\n\"$ref\": \"#/definitions/Boat\"\n}}\n}}\nDefinitions\n{definition}\n{{\n\"type\": \"object\"\n}}\n"
        )
    };
    let is_cut = |page: &str| said(page).iter().any(|it| it.contains("· cut ="));
    assert!(!is_cut(&page("Boat")));
    assert!(is_cut(&page("Harbour")));
}

#[test]
fn a_type_has_its_format_behind_it() {
    let page = "This site requires javascript to be enabled.\nFind boats\nGET https://{host}/boats\nBoats\nFind boats.\nRequest\nAsk.\nQuery parameters\nQuery parameters for this method\nProperty Type Required Repeat Details\nmost integer (int32) no no read close\nclose\nDescription\nHow many\nResponses\nPlease find below an overview of the possible responses.\nResponse 204 - No content\nDone.\n";
    says(
        page,
        &[
            "GET /boats · query · most · type = integer",
            "GET /boats · query · most · format = int32",
        ],
    );
}

/// A row of Confluence's whose type stands in the words of other pages.
#[test]
fn a_type_in_other_words_is_read_or_marked() {
    for (ty, said) in [
        ("integer", "type = integer"),
        ("String (20)", "max-length = 20"),
        ("Integer (12,2)", "precision = 12,2"),
        ("Array of objects", "type = array of object"),
        ("UUID", "format = uuid"),
        ("UTC - ISO_8601 (20)", "unread = type"),
        ("String (20", "unread = type"),
        ("What she is called ashore", "description = stated"),
    ] {
        let page = format!(
            "{ENDPOINTS}QUERY\nrig\nNo\n  • {ty}\n  • Her rig\nSuccess Response:\n200 - Found\n...\n"
        );
        says(
            &page,
            &[&format!("POST /boats/{{id}} · query · rig · {said}")],
        );
    }
}

/// The status of a table may stand behind it.
#[test]
fn a_response_has_the_status_that_follows() {
    let page = format!(
        "{ENDPOINTS}Response Parameters:\nType\nParameter\nRequired\nDetails\nBODY\nid\n  • number (4)\n\
         Success Response:\n201 - Made\n{{ \"id\": 7 }}\n...\n"
    );
    says(
        &page,
        &[
            "POST /boats/{id} · 201 · id · type = number",
            "POST /boats/{id} · 201 · id · example = 7",
        ],
    );
}

/// An example that is not quite JSON is marked, and says what it does.
#[test]
fn an_example_is_marked_if_it_is_not_json() {
    let with = |json: &str| {
        format!("{ENDPOINTS}Example Request: No rig\n{json}\nSuccess Response:\n200 - Found\n...\n")
    };
    let mark = "POST /boats/{id} · body · unread = example";
    for json in [
        "{ \"id\": 7, // ashore\n\"rig\": \"S\" }",
        "{ \"id\": 7\n\"rig\": \"S\" }",
        "{ \"id\": 7, }",
    ] {
        says(
            &with(json),
            &[mark, "POST /boats/{id} · body · id · example = 7"],
        );
    }
    says(&with("{ \"id\": ... }"), &[mark]);
    assert!(!said(&with("{ \"id\": 7 }")).iter().any(|it| it == mark));
}

/// Citi's section for one operation, with these lines behind its description.
fn citi(lines: &str) -> String {
    format!(
        "Boats\nSummary\nBoats.\nWant to try this API out on our Playground?\nGo play now\nEndpoints on this page\n\
         • get /v1/boats List boats\nList boats\nget /v1/boats\nDescription\nLists.\n{lines}"
    )
}

/// A page that was saved in a browser has examples where a text has their headings alone.
#[test]
fn an_example_is_there() {
    let responses = "Responses\n200\nFound.\n";
    let body = "Definitions\n  • id\n    • Its number\n    • maximum : 9\n    • type : integer\n";
    let sample = "Example Request\ncurl https://x \\\n  -H 'a: b'\n";
    let example = "Example Response for get /v1/boats\n{\n\"id\": 7\n}\n";
    for (first, second) in [(body, example), (example, body)] {
        says(
            &citi(&format!("{sample}{responses}{first}{second}")),
            &[
                "GET /v1/boats · 200 · id · maximum = 9",
                "GET /v1/boats · 200 · id · example = 7",
            ],
        );
    }
    let schema = "Response Schema for get /v1/boats\n{\n    \"type\": \"object\"\n}\n";
    let failed = format!("Responses\n404\n{example}{schema}");
    says(&citi(&failed), &["GET /v1/boats · 404 · type = object"]);
}

#[test]
fn a_parameter_is_a_row_of_four_cells() {
    let row = "Query Parameters\n| rig | string | required | Her rig |\n";
    says(
        &citi(&format!("{row}Responses\n200\nFound.\n")),
        &[
            "GET /v1/boats · query · rig · required = true",
            "GET /v1/boats · query · rig · description = stated",
        ],
    );
}

#[test]
fn what_fails_has_a_wording_or_codes_alone() {
    let page =
        citi("Responses\n400\nNot so.\nerrorbadRigNo such rig.\n401\nerror\nno_pass\nno_key\n");
    let failed: Vec<_> = said(&page)
        .into_iter()
        .filter(|it| it.contains("· 40") && !it.contains("· cut ="))
        .collect();
    assert_eq!(
        failed,
        [
            "GET /v1/boats · 400 · listed",
            "GET /v1/boats · 400 · description = stated",
            "GET /v1/boats · 400 · error = errorbadRigNo such rig.",
            "GET /v1/boats · 401 · listed",
            "GET /v1/boats · 401 · error = no_pass",
            "GET /v1/boats · 401 · error = no_key",
        ]
    );
}

#[test]
fn a_heading_within_a_table_is_no_error() {
    let page = "Paths\n/v1/boats\nTo find boats.\nFinds boats.\nThe harbour's number\nSuccessful operation.\nType | Code | Details |\nerror | noBoat | There is none |\nMoreInfoCode | MoreInfoReason | MoreInfoDetails |\n1 | 2 | Sunk |\nDefinitions\n{\n\"type\": \"object\"\n}\n";
    let errors = said(page);
    let errors = errors.iter().filter(|it| it.contains("· error ="));
    assert_eq!(errors.count(), 2);
}

/// Where a comparison has lost what an example and a table are of, the former is still no wording.
#[test]
fn a_gap_takes_the_operation_and_no_more() {
    let page = "Versions Compared\nKey\n  • This line was added.\n  • This line was removed.\n  • Formatting was changed.\n...\n{\n\"id\": 7\n}\nResponse Parameters:\nType\nParameter\nRequired\nDetails\nBODY\nid\n  • number (4)\n...\n";
    says(page, &["table 1 · response 1 · id · type = number"]);
    assert!(!said(page).iter().any(|it| it.contains("description")));
}

/// The text that some programs make of a page has lost what stands around its tables.
#[test]
fn a_table_that_is_drawn_is_one_error() {
    let page = format!(
        "{ENDPOINTS}Request Parameters:\nType | Parameter | Details |\n---|---|---|\nBODY | rig |\n|\n"
    );
    let errors = read(&page).expect_err("a page that is refused");
    let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("a table drawn with bars"), "{told:?}");
}
