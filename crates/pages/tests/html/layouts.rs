//! Pages of the known layouts as a browser saves them.

use pages::html::capture;

fn claims(page: &[u8]) -> Vec<String> {
    let page = pages::read("harbour", page).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let claims = page.claims.into_iter();
    let mut claims: Vec<_> = claims
        .map(|stated| format!("{:?} {:?}", stated.claim, stated.digest))
        .collect();
    claims.sort();
    claims
}

/// A page of Citi's portal and the text of it that other programs take.
#[test]
fn citi_portal() {
    let (page, text) = (include_bytes!("citi.html"), include_bytes!("citi.txt"));
    let stated = claims(page);
    assert_eq!(stated, claims(text));
    assert_eq!(stated.len(), 24);
    assert_eq!(stated, claims(pages::captured(page).as_bytes()));
    assert_eq!(
        pages::layout("harbour", page),
        pages::layout("harbour", text)
    );
}

/// Claims and errors name lines of the capture.
#[test]
fn lines_are_those_of_the_capture() {
    let page = include_str!("citi.html").replace("<div>Responses</div>", "<div>Answers</div>");
    let errors = pages::read("harbour", page.as_bytes()).expect_err("no such part");
    let text = pages::captured(page.as_bytes());
    let named = text.lines().nth(errors[0].line as usize - 1);
    assert_eq!(named, Some("Answers"), "{errors:#?}");
}

/// Every sample of a reader, as a page that a browser shows alike.
#[test]
fn the_pages_of_every_layout() {
    for text in [
        include_str!("../citi_portal/harbour.txt"),
        include_str!("../citibanamex_portal/berths.txt"),
        include_str!("../worldline_reference/berths.txt"),
        include_str!("../confluence_comparison/berths.txt"),
    ] {
        let page = as_html(text);
        assert_eq!(
            claims(page.as_bytes()),
            claims(text.as_bytes()),
            "{}",
            capture(page.as_bytes()).text
        );
    }
}

/// A page with lines in `div`, bullets in lists, and what is indented otherwise in `pre`.
fn as_html(text: &str) -> String {
    let escaped = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let mut page = "<!doctype html><html><body>".to_owned();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let (depth, said) = (line.len() - line.trim_start().len(), line.trim());
        let (open, said) = said
            .strip_prefix("• ")
            .map_or((0, said), |said| (depth / 2, said));
        let within = if open > 0 { depth + 2 } else { 0 };
        let mut code = String::new();
        let goes_on = |line: &&str| match open {
            0 => said == "{" && *line != "}",
            _ if line.is_empty() => true,
            _ => line.starts_with(&" ".repeat(within)) && !line.trim_start().starts_with("• "),
        };
        while let Some(line) = lines.next_if(goes_on) {
            code += "\n";
            code += line.get(within..).unwrap_or_default();
        }
        if said == "{" && open == 0 {
            lines.next_if(|line| *line == "}");
            code += "\n}";
        }
        page += &"<ul>".repeat(open);
        page += if open > 0 { "<li>" } else { "" };
        let (tag, code) = if code.is_empty() {
            ("div", String::new())
        } else {
            ("pre", escaped(&code))
        };
        page.extend(["<", tag, ">", &escaped(said), &code, "</", tag, ">"]);
        page += &"</ul>".repeat(open);
    }
    page
}

/// As Confluence writes tables: paragraphs and lists in cells.
#[test]
fn a_page_of_confluence() {
    let page = "<!DOCTYPE html><html><head><title>Boats - Harbour - Confluence</title>\
        <meta property='og:url' content='https://harbour.example.net/wiki/x/AB'></head><body>\
        <header role='banner'><a href='/'>Confluence</a></header>\
        <nav aria-label='Breadcrumbs'><ol><li>Harbour</li></ol></nav>\
        <main><h1 id='title-text'>Endpoints: Boats</h1><div class='wiki-content'>\
        <h2 id='B-Lookup'>Boat Lookup</h2><p><code>GET /harbours/{harbour_id}/boats</code></p>\
        <div class='table-wrap'><table class='confluenceTable'><colgroup><col/><col/></colgroup><tbody>\
        <tr><th class='confluenceTh'><p><strong>Type</strong></p></th><th><p>Parameter</p></th>\
        <th><p>Required</p></th><th><p>Details</p></th></tr>\
        <tr><td><p>QUERY</p></td><td><p>harbour_name</p></td><td><p>&nbsp;</p></td>\
        <td><ul><li><p>ASCII string (100)</p></li><li><p>Name of the harbour</p></li></ul></td></tr>\
        </tbody></table></div></div></main></body></html>";
    assert_eq!(
        capture(page.as_bytes()).text,
        "# Endpoints: Boats\n## Boat Lookup\nGET /harbours/{harbour_id}/boats\n\
         | Type | Parameter | Required | Details |\n\
         | QUERY | harbour_name |  | • ASCII string (100) • Name of the harbour |\n"
    );
}

/// As IBM's portal writes operations: responses with tables, definitions in code.
#[test]
fn a_page_of_ibms_portal() {
    let page = "<!doctype html><html><body><header role=banner>Portal</header><section id=content>\
        <h2>Paths</h2><h3 class=path>/v1/boats</h3><div class=operation>\
        <h4><span class=method>GET</span> <span>/v1/boats</span></h4><div class=summary>To retrieve boats.</div>\
        <table><thead><tr><th>Name</th><th>Located in</th><th>Required</th><th>Type</th></tr></thead><tbody>\
        <tr><td>uuid</td><td rowspan=2>header</td><td>Required</td><td>string</td></tr>\
        <tr><td>Accept</td><td>Optional</td><td>string</td></tr></tbody></table>\
        <h4>Responses</h4><dl><dt>200</dt><dd><p>Successful operation.</p></dd><dt>400</dt>\
        <dd><table><tr><th>Type<th>Code<th>Details<tr><td>error<td>invalidRequest<td>Missing or invalid</table></dd></dl>\
        </div><h2>Definitions</h2><pre><code>{\n  \"type\": \"object\"\n}</code></pre></section>\
        <footer role=contentinfo>Imprint</footer></body></html>";
    assert_eq!(
        capture(page.as_bytes()).text,
        "## Paths\n### /v1/boats\n#### GET /v1/boats\nTo retrieve boats.\n\
         | Name | Located in | Required | Type |\n| uuid | header | Required | string |\n\
         | Accept | header | Optional | string |\n#### Responses\n200\n: Successful operation.\n400\n\
         | Type | Code | Details |\n| error | invalidRequest | Missing or invalid |\n\
         ## Definitions\n{\n  \"type\": \"object\"\n}\n"
    );
}

/// As Worldline's reference writes properties: spans in a row, details in a list that opens.
#[test]
fn a_page_of_worldlines_reference() {
    let page = "<!doctype html><html><body><div class=nojs>This site requires javascript to be enabled.</div>\
        <h1>Get boats</h1><code class=endpoint><span>GET</span> https://{domainname}/v1/boats</code>\
        <h2>Boats</h2><div class=properties><h4>Properties</h4>\
        <div class=row><span>Property</span> <span>Type</span> <span>Required</span></div>\
        <div class=row><a>length</a>\n<span>integer</span>\n<i class=icon aria-hidden=true>v</i><span>yes</span></div>\
        <h5>Description</h5><p>Length of the boat. Possible values:</p>\
        <ul><li><b>1</b> - short</li><li><b>2</b> - long</li></ul></div>\
        <h3>Response <span>200</span> - OK<code>Boats</code></h3>\
        <ul><li><pre>{\n    \"length\" : 2\n}\n</pre></li></ul></body></html>";
    assert_eq!(
        capture(page.as_bytes()).text,
        "This site requires javascript to be enabled.\n# Get boats\n\
         GET https://{domainname}/v1/boats\n## Boats\n#### Properties\nProperty Type Required\n\
         length integer yes\n##### Description\nLength of the boat. Possible values:\n\
         \x20 • 1 - short\n  • 2 - long\n### Response 200 - OKBoats\n\
         \x20 • {\n        \"length\" : 2\n    }\n"
    );
}
