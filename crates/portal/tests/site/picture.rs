//! The pictures show every line of every page, and count as the reports do.

use serde_json::Value;

use crate::html::between;
use crate::material::{Material, SITE, read};

fn number(text: &str) -> u64 {
    text.replace('\u{202f}', "").parse().expect("a number")
}

#[test]
fn the_lines_of_a_picture_are_those_of_the_page() {
    let coverage: Value = serde_json::from_str(&read("reports/coverage.json")).expect("JSON");
    for page in coverage["pages"].as_array().expect("pages") {
        let id = page["page"].as_str().expect("an id");
        let html = &SITE[&format!("{id}/index.html")];
        let legend = between(html, "<ul class=\"legend\">", "</ul>")[0];
        let counts: Vec<u64> = between(legend, "<b>", "</b>")
            .into_iter()
            .map(number)
            .collect();
        let [documented, described, read, listed, omitted, silent] = counts[..] else {
            panic!("{id}: six marks, but found {counts:?}")
        };
        let stating = documented + described + read + listed + omitted;
        assert_eq!(
            stating,
            page["lines"]["read"].as_u64().expect("lines"),
            "{id}"
        );
        assert_eq!(
            stating + silent,
            page["lines"]["total"].as_u64().expect("lines"),
            "{id}"
        );
        let drawn = between(html, "class=\"strip\"", "</svg>")[0];
        // Each mark begins with a movement; those by reading are of two parts.
        assert_eq!(
            drawn.matches('M').count() as u64,
            stating + silent + read + omitted_marks(drawn),
            "{id}"
        );
    }
}

/// The capital letters of the picture's head, which are none of its marks.
fn omitted_marks(drawn: &str) -> u64 {
    let head = drawn.split("<path").next().unwrap_or_default();
    head.matches('M').count() as u64
}

#[test]
fn only_australia_has_lines_that_only_list() {
    for page in ["citi-hong-kong", "citi-australia", "flexiti-customers"] {
        let html = &SITE[&format!("{page}/index.html")];
        let legend = between(html, "<ul class=\"legend\">", "</ul>")[0];
        let listed = number(between(legend, "<b>", "</b>")[3]);
        assert_eq!(listed > 0, page == "citi-australia", "{page}: {listed}");
    }
}

#[test]
fn the_numbers_are_those_of_the_report() {
    let coverage: Value = serde_json::from_str(&read("reports/coverage.json")).expect("JSON");
    let html = &SITE["coverage.html"];
    let body = between(html, "<tbody>", "</tbody>")[0];
    for (row, page) in body
        .split("</tr>")
        .zip(coverage["pages"].as_array().expect("pages"))
    {
        let claims = &page["claims"];
        let cells = between(row, "<td data-column=\"", "</td>").into_iter();
        let cells = cells.map(|cell| cell.split_once("\">").expect("a number").1);
        let shown: Vec<u64> = cells.map(number).collect();
        let count = |value: &Value| value.as_u64().expect("a count");
        let mut due = ["total", "documented", "described"]
            .map(|it| count(&claims[it]))
            .to_vec();
        due.extend(review::Basis::ALL.map(|it| count(&claims["read"][it.as_str()])));
        due.extend([count(&claims["omitted"]), count(&claims["unmatched"])]);
        assert_eq!(shown, due, "{}", page["page"]);
        let parts: u64 = due[1..].iter().sum();
        assert_eq!(parts, due[0], "the parts add up");
    }
}

/// Without a recording the portal says nothing of traffic; with one it counts as the file does.
#[test]
fn recorded_traffic_is_shown_if_there_is_any() {
    let title = "<h2>Recorded traffic</h2>";
    assert!(!SITE["coverage.html"].contains(title));
    let row = r#"{"operations": [{"api": "citi-australia", "operation": "GET /v1/boats",
        "exchanges": 1200, "seen": 31, "otherwise": 7, "never": 5, "claims": []}]}"#;
    let mut material = Material::load();
    material.recorded = Some(portal::Recorded::parse(row).expect("a coverage"));
    let site = material.site().expect("the input agrees with itself");
    let html = &site["coverage.html"];
    let section = between(html, title, "</section>")[0];
    let cells: Vec<u64> = between(section, "<td data-column=", "</td>")
        .into_iter()
        .map(|cell| number(cell.split_once('>').expect("a cell").1))
        .collect();
    assert_eq!(cells, [1200, 31, 7, 5]);
    assert!(
        html.contains("href=\"#traffic\""),
        "the contents lead to it"
    );
    assert!(portal::Recorded::parse("{\"operations\": 7}").is_err());
}
