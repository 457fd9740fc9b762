//! Tables whose columns are kept, as a capture of HTML has them.

use crate::obligations::read;

const PAGE: &str = "\
This site requires javascript to be enabled.
Find a berth
PUT https://{host}/berths
Berths
Finds what is free.
Request
Ask.
Query parameters
Query parameters for this method
| Property | Type | Required | Repeat | Details |
| flag | string | yes | no | read close |
| close Description Whose |
PayloadFindRequest
Properties
| Property | Type | Required | Details |
| length | integer | yes | read close |
close
Description
How long
| ropes | array of object | no | read close |
| close Description What it has |
|  | object | no | read close |
| metres | integer | no | read close |
| close Description How much |
Responses
Please find below an overview of the possible responses.
Response 204 - No content
Done.
";

#[test]
fn names_types_and_required_marks_are_kept() {
    let page = read(PAGE).expect("a whole page");
    let claims = page.claims.iter().map(|stated| stated.claim.to_string());
    let claims: Vec<_> = claims
        .filter_map(|claim| Some(claim.strip_prefix("PUT /berths · ")?.to_owned()))
        .filter(|claim| claim.starts_with("body · ") || claim.starts_with("query · "))
        .filter(|claim| !claim.ends_with("listed"))
        .collect();
    let expected = [
        "query · flag · type = string",
        "query · flag · required = true",
        "query · flag · keyword = repeat=false",
        "query · flag · description = stated",
        "body · title = FindRequest",
        "body · type = nested",
        "body · length · type = integer",
        "body · length · required = true",
        "body · length · description = stated",
        "body · ropes · type = array of object",
        "body · ropes · required = false",
        "body · ropes · description = stated",
        "body · #3 · type = object",
        "body · #3 · required = false",
        // How deep it is, is lost.
        "body · #4 · type = integer",
        "body · #4 · required = false",
        "body · #4 · keyword = name=metres",
        "body · #4 · description = stated",
    ];
    assert_eq!(claims, expected);
}
