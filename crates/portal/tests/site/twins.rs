//! The Markdown twins say what the pages say, with the same lines and the same basis, and
//! `llms.txt` leads to all of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::has_extension;
use crate::html::tags;
use crate::links::resolve;
use crate::markdown::{Elements, elements, evidence};
use crate::material::{Material, SITE, operations, pages, rows};

/// Bytes that a twin may have, and what each of its statements may add to that.
const MOST: usize = 3_500;
const EACH: usize = 40;

/// The twin of a page.
fn twin(address: &str) -> &'static str {
    &SITE[&address.replace(".html", ".md")]
}

/// Where Markdown leads.
fn targets(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1);
    links
        .filter_map(|link| Some(link.split_once(')')?.0))
        .collect()
}

/// The links of a text of the site that lead nowhere.
fn broken(site: &BTreeMap<String, String>) -> Vec<String> {
    let texts = site.iter().filter(|(path, _)| {
        path.as_str() == "llms.txt" || (has_extension(path, "md") && path.as_str() != "readings.md")
    });
    let mut broken = Vec::new();
    for (path, text) in texts {
        let inside = targets(text).into_iter();
        let inside = inside.filter(|to| !to.starts_with("https://"));
        broken.extend(
            inside
                .filter(|to| !site.contains_key(&resolve(path, to)))
                .map(|to| format!("{path}: {to}")),
        );
    }
    broken
}

/// What a twin calls an aspect.
fn label(row: &BTreeMap<String, String>) -> String {
    match row["aspect"].as_str() {
        "listed" => "name".to_owned(),
        "documented" => "section".to_owned(),
        "description" => "words".to_owned(),
        "enum-description" => "meaning".to_owned(),
        "unread" => row["value"].clone(),
        aspect => aspect.to_owned(),
    }
}

/// Why a twin does not say a row of the traceability; nothing if it says it.
fn lacks(twin: &str, elements: &Elements, row: &BTreeMap<String, String>) -> Option<String> {
    let place = match row["place"].as_str() {
        "security" => ("security".to_owned(), String::new()),
        "server" => ("server".to_owned(), String::new()),
        place => (place.to_owned(), row["name"].clone()),
    };
    let Some(said) = elements.get(&place) else {
        return Some("has no such element".to_owned());
    };
    let basis = match (row["pointer"].as_str(), row["certainty"].as_str()) {
        ("", _) => "omitted".to_owned(),
        (_, "") => row["basis"].clone(),
        (_, certainty) => format!("{} ({certainty})", row["basis"]),
    };
    let stated = ["documented", "described"].contains(&basis.as_str());
    let lines = [&row["lines"], &row["about-lines"]];
    let lines = lines.into_iter().flat_map(|lines| lines.split_whitespace());
    let lines: BTreeSet<u32> = lines.map(|line| line.parse().expect("a line")).collect();
    let label = label(row);
    let mut found = BTreeSet::new();
    for braces in said.split_inclusive('}') {
        for ((rests, known), lines) in evidence(braces) {
            let same = if stated {
                rests.is_empty() || rests.starts_with("placed by")
            } else {
                rests.starts_with(&basis)
            };
            let labelled = known == label || known.starts_with(&format!("{label} `"));
            if same && labelled {
                found.extend(lines);
            }
        }
    }
    if !found.is_superset(&lines) {
        return Some(format!("has lines {found:?} of {label}, {basis}: {said}"));
    }
    let value = match row["aspect"].as_str() {
        "required" => {
            if row["value"] == "true" {
                ", required"
            } else {
                ""
            }
        }
        "listed" | "documented" | "description" | "title" | "unread" | "error" => "",
        "media-type" if row["value"] == "none" => "no body",
        _ => &row["value"].replace('{', "(").replace('}', ")"),
    };
    // Amounts are told in words: 18,2 is at most 18 digits, 2 of them decimals. The example of a
    // field may be that of the body.
    let exemplary = ["example", "default"].contains(&row["aspect"].as_str());
    let parts = match row["aspect"].as_str() {
        "precision" => value.split(',').collect(),
        _ => vec![value],
    };
    // `required` is also a label of evidence.
    let visible = match row["aspect"].as_str() {
        "required" => said.split(" {").next().unwrap_or_default(),
        _ => said,
    };
    let told = parts.iter().all(|part| visible.contains(part));
    let told = told || (exemplary && twin.contains(&row["value"]));
    (basis != "omitted" && !told).then(|| format!("lacks the value {value}: {said}"))
}

#[test]
fn every_statement_is_in_the_twin_with_its_lines_and_its_basis() {
    let addresses: BTreeMap<(String, String), String> = operations()
        .into_iter()
        .map(|(page, name, _, address)| ((page.to_owned(), name), address))
        .collect();
    let known: BTreeMap<&String, Elements> = addresses
        .values()
        .map(|address| (address, elements(twin(address))))
        .collect();
    let mut documented = 0;
    for row in rows() {
        // Of whole pages there are no twins, and a mark repeats what it marks.
        if row["operation"].is_empty() || ["inferred", "likely"].contains(&row["aspect"].as_str()) {
            continue;
        }
        let address = &addresses[&(row["page"].clone(), row["operation"].clone())];
        assert_eq!(
            lacks(twin(address), &known[address], &row),
            None,
            "{address}: {row:?}"
        );
        documented += usize::from(row["basis"] == "documented");
    }
    assert!(documented > 1400, "the sample is the whole: {documented}");
}

#[test]
fn a_line_a_basis_or_a_value_that_is_wrong_is_seen() {
    let text = twin("citi-australia/citiGetCustomerEmails.html");
    let rows = rows();
    let row = |name: &str, aspect: &str| {
        let mut rows = rows.iter().filter(|row| row["page"] == "citi-australia");
        let operation = "GET /v1/customers/profiles/emails";
        let found = rows.find(|row| {
            row["operation"] == operation && row["name"] == name && row["aspect"] == aspect
        });
        found.expect("a row")
    };
    let typed = row("emails.emailKey", "type");
    for (row, from, to) in [
        (typed, "1257\u{2013}1259", "1257\u{2013}1258"),
        (typed, "`emailKey` integer", "`emailKey` string"),
        (typed, "- `emailKey`", "- `emailkey`"),
        (
            row("emails", "type"),
            "vendor (likely) R8: type",
            "vendor R8: type",
        ),
        (
            row("client_id", "required"),
            "`client_id` string, required",
            "`client_id` string",
        ),
    ] {
        assert_eq!(lacks(text, &elements(text), row), None);
        assert!(text.contains(from), "invalid test case: {from}");
        let other = text.replace(from, to);
        assert!(
            lacks(&other, &elements(&other), row).is_some(),
            "{from} became {to}"
        );
    }
}

#[test]
fn every_operation_has_a_twin_that_is_short_and_linked() {
    let material = Material::load();
    let cases = material.cases();
    for (page, name, operation, address) in operations() {
        let reviewed = &cases.get(page).expect("a case").reviewed;
        let explained = review::explain::explain(reviewed, &name).expect("an operation");
        let most = MOST + EACH * explained.statements.len();
        let text = twin(&address);
        assert!(
            text.len() <= most,
            "{address} has {} bytes of {most}",
            text.len()
        );
        let title = operation["summary"].as_str().expect("a title");
        assert!(
            text.starts_with(&format!("# {title}\n\n> `{name}` of ")),
            "{address}"
        );
        let id = operation["operationId"].as_str().expect("an id");
        let twin = format!("{id}.md");
        let mut links = tags(&SITE[&address]).into_iter();
        let link = links.find(|tag| tag.name == "link" && tag.get("rel") == Some("alternate"));
        let link = link.expect("an alternate");
        assert_eq!(
            (link.get("type"), link.get("href")),
            (Some("text/markdown"), Some(&*twin))
        );
    }
}

#[test]
fn llms_txt_names_every_twin_and_every_file_with_its_size() {
    let text = &SITE["llms.txt"];
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("# Customer APIs"));
    assert!(
        lines.nth(1).is_some_and(|line| line.starts_with("> ")),
        "{text}"
    );
    let lists = text.split_once("\n## ").expect("sections").1;
    // Below a heading there are links alone, each with a note: what reads the format demands it.
    for line in lists.lines().skip(1).filter(|line| !line.is_empty()) {
        let link = line.starts_with("- [") && line.contains("](") && line.contains("): ");
        assert!(link || line.starts_with("## "), "{line}");
    }
    let linked: BTreeSet<&str> = targets(text).into_iter().collect();
    let twins = operations().into_iter();
    let twins = twins.map(|(_, _, _, address)| address.replace(".html", ".md"));
    let files = SITE.keys().filter(|path| path.starts_with("files/"));
    for path in twins.chain(files.cloned()) {
        assert!(linked.contains(path.as_str()), "{path}");
        let line = text
            .lines()
            .find(|line| line.contains(&format!("({path})")));
        let size = SITE[&path].len().div_ceil(1000);
        assert!(
            line.is_some_and(|line| line.ends_with(&format!(", {size} kB"))),
            "{line:?}: {size}"
        );
    }
    let largest = SITE
        .iter()
        .filter(|(path, _)| has_extension(path, "md") && path.contains('/'));
    let largest = largest.map(|(_, text)| text.len().div_ceil(1000)).max();
    let said = format!("No such page is larger than {} kB", largest.expect("twins"));
    assert!(text.contains(&said), "{said}");
    let [all, documented] = crate::material::counted();
    let listed = all - documented;
    let said = format!(
        "There are {all} operations: {documented} are documented, and {listed} are only listed"
    );
    assert!(text.contains(&said), "{said}");
}

#[test]
fn links_of_texts_lead_somewhere() {
    assert_eq!(broken(&SITE), [""; 0]);
    let mut site = SITE.clone();
    site.remove("readings.md").expect("a text");
    assert!(broken(&site).len() > 12, "every twin leads there");
}

#[test]
fn every_page_leads_to_llms_txt_and_the_changelog() {
    for (path, html) in pages(&SITE) {
        let to: BTreeSet<String> = tags(html)
            .iter()
            .filter_map(|tag| Some(resolve(path, tag.get("href")?)))
            .collect();
        assert!(to.contains("changelog.html"), "{path}");
        assert!(
            to.contains("llms.txt") || path == "reference.html",
            "{path}"
        );
    }
}
