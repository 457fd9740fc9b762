//! Saved HTML pages of the layouts: their tables keep all columns.

use crate::obligations::{messages, read};

/// The claims about an operation, without those that only list or describe.
fn claims(page: &str) -> Vec<String> {
    let page = read(page).expect("a page that is read");
    let claims = page.claims.iter().map(|stated| stated.claim.to_string());
    let said = claims.filter_map(|claim| Some(claim.split_once(" · ")?.1.to_owned()));
    said.filter(|claim| !claim.contains("listed") && !claim.ends_with("description = stated"))
        .collect()
}

#[test]
fn citi_portal() {
    let page = "<h1>Boats</h1><h3>Summary</h3><p>They float.</p>
<p>Want to try this API out on our Playground?</p><p>Go play now</p>
<p>Endpoints on this page</p><table><tr><td>get /v1/boats</td><td>List</td></tr></table>
<h2>List</h2><p>get /v1/boats</p><p>Header Parameters</p>
<table><tr><td>uuid</td><td>string required</td><td>Any</td></tr></table>
<p>Responses</p><p>400</p><table><tr><th>Type</th><th>Code</th><th>Details</th></tr>
<tr><td>error</td><td>noFlag</td><td>None | lost</td></tr></table>";
    let page = format!("<!DOCTYPE html><main>{page}</main>");
    let expected = [
        "harbour · title = Boats",
        "operation · title = List",
        "operation · title = List",
        "operation · documented",
        "header · uuid · type = string",
        "header · uuid · required = true",
        "400 · error = error · noFlag · None | lost",
        "400 · cut = column 33",
    ];
    assert_eq!(claims(&page), expected);
}

/// A page of IBM's portal with this row of a parameter.
fn ibm(row: &str) -> String {
    format!(
        "<!DOCTYPE html><main><h2>Paths</h2><h3>/berths</h3><p>get /berths</p><p>find</p>
<table><tr>{row}</tr></table><p>404</p><table><tr><th>Type</th><th>Code</th><th>Details</th></tr>
<tr><td>error</td><td>noBerth</td><td></td></tr></table><h2>Definitions</h2><h3>Berth</h3>
<pre>{{\n\"type\": \"object\"\n}}</pre></main>"
    )
}

#[test]
fn citibanamex_portal() {
    let row = "<td>flag</td><td>Required in query</td><td>string</td><td>Whose</td>";
    let expected = [
        "operation · documented",
        "operation · title = find",
        "query · flag · type = string",
        "query · flag · required = true",
        "404 · error = error · noBerth · ",
        "definition Berth · type = object",
    ];
    assert_eq!(claims(&ibm(row)), expected);
    let merged = read(&ibm("<td>flag Required in query</td><td>string</td>"));
    let part = "a part of an operation, a path or `Definitions`";
    let found = "`| flag Required in query | string |`";
    let message = format!("expected {part}, but found {found} instead (harbour, line 5)");
    assert_eq!(messages(&merged.unwrap_err()), [message]);
}

#[test]
fn worldline_reference() {
    let page = "<!DOCTYPE html><main><h1>Find</h1><p>PUT https://{host}/berths</p><h2>Berths</h2>
<p>Finds.</p><h2>Request</h2><p>Ask.</p><h3>PayloadFindRequest</h3><h4>Properties</h4><table>
<tr><th>Property</th><th>Type</th><th>Required</th><th>Details</th></tr>
<tr><td>tons</td><td>integer</td><td>yes</td><td>read close</td></tr>
<tr><td colspan=4>close <b>Description</b> How heavy</td></tr></table><h2>Responses</h2>
<p>Please find below an overview of the possible responses.</p>
<h3>Response 204 - No content</h3><p>Done.</p></main>";
    let expected = [
        "operation · title = Find",
        "operation · documented",
        "body · title = FindRequest",
        "body · type = nested",
        "body · tons · type = integer",
        "body · tons · required = true",
        "204 · title = No content",
    ];
    assert_eq!(claims(page), expected);
}

#[test]
fn confluence_comparison() {
    let page = "<!DOCTYPE html><main><h1>Berths</h1><h2>PUT /berths</h2><table>
<tr><th>Type</th><th>Parameter</th><th>Required</th><th>Details</th></tr><tr><td>BODY</td>
<td>kind</td><td></td><td><ul><li>ASCII string (4)</li><li>Possible values: S, L</li></ul></td></tr>
</table><p>Success Response:</p><p>200 - Yes</p><pre>{\n\"berth\": 1\n}</pre></main>";
    let expected = [
        "operation · documented",
        "body · kind · type = string",
        "body · kind · format = ascii",
        "body · kind · enum = L",
        "body · kind · enum = S",
        "body · kind · max-length = 4",
        "200 · title = Yes",
        "200 · berth · example = 1",
    ];
    assert_eq!(claims(page)[1..], expected);
}
