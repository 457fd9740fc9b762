//! Pages in the manners of other copies and versions of the reference.

use crate::variants::says;

/// A page whose request has these lines.
fn page(opening: &str, request: &str) -> String {
    format!(
        "{opening}\nMoor a boat\nPOST https://{{host}}/v1/boats\nBoats\nMoors one.\nRequest\nAsk.\n{request}\
         Responses\nPlease find below an overview of the possible responses.\n\
         Response 204 - No content\nDone.\n"
    )
}

#[test]
fn the_navigation_differs() {
    for opening in [
        "This site requires javascript to be enabled.",
        "API Reference\nServer API version 2.0\nRuby\nResults for",
        "Server API version 2.0\nNode.js\nicon-search-large",
        "Client API version 2.0\nicon-search-large\nNo search results yet",
    ] {
        says(
            &page(opening, ""),
            &["POST /v1/boats · operation · title = Moor a boat"],
        );
    }
}

/// Checks what the properties of the body say.
#[track_caller]
fn body(properties: &str, claims: &[&str]) {
    let request = format!("PayloadBoat\n{properties}");
    let page = page("This site requires javascript to be enabled.", &request);
    let claims: Vec<_> = claims
        .iter()
        .map(|claim| format!("POST /v1/boats · body · {claim}"))
        .collect();
    says(
        &page,
        &claims.iter().map(String::as_str).collect::<Vec<_>>(),
    );
}

const COLUMNS: &str = "Properties\nProperty Type Required Details\n";

#[test]
fn a_type_has_a_bound_behind_it() {
    body(
        "Properties\n| Property | Type | Required | Details |\n\
         | rig | string (30) | yes | read close |\nclose\nDescription\nHer rig\n\
         | tons | number (12,2) | no | read close |\nclose\nDescription\nHer tons\n",
        &["rig · max-length = 30", "tons · precision = 12,2"],
    );
}

#[test]
fn what_is_required_may_depend_on_something() {
    body(
        "Properties\n| Property | Type | Required | Details |\n\
         | rig | string | yes | read close |\nclose\nDescription\nHer rig\n\
         | berth | string | depends | read close |\nclose\nDescription\nHer berth\n",
        &[
            "berth · type = string",
            "berth · unread = condition",
            "berth · description = stated",
        ],
    );
}

#[test]
fn a_table_may_have_no_heading_or_one_in_it() {
    let row = "rig string (30) yes\nHer rig\n";
    let rows = format!("Property Type Required Description\n{row}");
    body(&rows, &["rig · required = true", "rig · max-length = 30"]);
    let spans = "| Properties | Properties | Properties | Properties |\n\
        | Property | Type | Required | Details |\n| rig | string | no | read close |\n\
        | close Description Her rig |\n";
    body(
        spans,
        &["rig · required = false", "rig · description = stated"],
    );
}

#[test]
fn a_type_or_a_mark_may_stand_beside_a_description() {
    body(
        &format!(
            "{COLUMNS}close\nDescription\nHer owner\n  • SDK Object type\n    Owner\n\
             close\nDeprecated\nDescription\nDeprecated: see her name\nowner object yes read close\nclose\n\
             Description\n  • SDK Object type\n    Owner\n"
        ),
        &[
            "#1 · type = Owner",
            "#2 · keyword = deprecated=true",
            "#2 · description = stated",
            "owner · required = true",
            "owner · title = Owner",
        ],
    );
}

#[test]
fn a_body_has_the_name_of_its_package() {
    let page = page(
        "This site requires javascript to be enabled.",
        &format!("Payloaddomain.Boat\n{COLUMNS}close\nDescription\nHer rig\n"),
    );
    says(&page, &["POST /v1/boats · body · title = domain.Boat"]);
}

#[test]
fn values_of_a_parameter_stand_below_its_row() {
    let page = page(
        "This site requires javascript to be enabled.",
        "Query parameters\nQuery parameters for this method\n\
         Property Type Required Repeat Description\nhide string no yes\n\
         What to hide. Possible values:\n  • rig - No rig\n  • tons - No tons\n",
    );
    says(
        &page,
        &[
            "POST /v1/boats · query · hide · enum = rig",
            "POST /v1/boats · query · hide · enum-description = tons",
        ],
    );
}

#[test]
fn there_may_be_several_examples() {
    body(
        &format!(
            "{COLUMNS}close\nDescription\nHer rig\nRequest example\nSDK: JSON\n\
             This scenario you will probably use the most\n  • {{\n        \"rig\" : \"S\"\n    }}\n\
             Other scenarios\n  • {{\n        \"rig\" : \"K\"\n    }}\n"
        ),
        &["rig · example = S", "rig · example = K"],
    );
}
