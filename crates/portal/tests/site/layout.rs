//! What stands where: the first page to start from, samples and the form before the readings, an
//! example of every answer, readings that can be filtered, the reference and the pages linked.

use std::collections::BTreeSet;

use crate::has_extension;
use crate::html::{Tag, between, tags, text};
use contract::catalogue::PROVIDERS;

use crate::material::{Material, SITE, counted, operations};

/// Where a page has an element with this id.
fn at(html: &str, id: &str) -> usize {
    let found = html.find(&format!(" id=\"{id}\""));
    found.unwrap_or_else(|| panic!("no element {id}"))
}

/// The values of an attribute of the elements that have it.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let tags = tags(html).into_iter();
    tags.filter_map(|tag: Tag| tag.get(attribute).map(str::to_owned))
        .collect()
}

#[test]
fn the_first_page_counts_an_operation_once() {
    let numbers = between(&SITE["index.html"], "<dl class=\"numbers\">", "</dl>")[0];
    let shown: Vec<String> = between(numbers, "<dd>", "</dd>")
        .into_iter()
        .map(text)
        .collect();
    let names: BTreeSet<String> = operations().into_iter().map(|it| it.1).collect();
    let [all, documented] = counted();
    assert_eq!(names.len(), all, "as the consolidated document has them");
    let numbers = [all, documented, all - documented];
    assert_eq!(shown[..3], numbers.map(|it| it.to_string()));
}

#[test]
fn the_first_page_begins_with_a_call_and_offers_every_file() {
    let html = &SITE["index.html"];
    let begin = between(html, "<div class=\"begin\">", "<dl class=\"numbers\">")[0];
    let to: Vec<String> = values(begin, "href");
    let calls = to.iter().filter(|to| to.ends_with(".html#try")).count();
    assert_eq!(calls, PROVIDERS.len(), "the first operation of every page");
    let files: BTreeSet<&String> = SITE.keys().filter(|it| it.starts_with("files/")).collect();
    let offered: Vec<String> = values(html, "href");
    for file in files {
        assert!(offered.contains(file), "{file}");
        let early = !has_extension(file, "csv");
        assert_eq!(to.contains(file), early, "{file} on the first screen");
    }
}

#[test]
fn samples_form_and_answers_stand_before_the_readings() {
    let mut material = Material::load();
    let address = "citi-hong-kong/citiGetPartnerCustomerProfile.html";
    let sample = [("Go".to_owned(), "sample".to_owned())].into();
    material.samples.0.insert(address.to_owned(), sample);
    let html = &material.site().expect("a site")[address];
    let order = ["samples", "try", "responses", "examples", "readings"].map(|id| at(html, id));
    assert!(order.is_sorted(), "{order:?}");
    let first = html.split("<div class=\"beside\">").nth(1).expect("a part");
    for id in ["request", "samples", "try"] {
        assert!(
            first.contains(&format!(" id=\"{id}\"")),
            "{id} stands elsewhere"
        );
    }
}

#[test]
fn every_answer_has_an_example_or_says_that_there_is_none() {
    for (_, _, operation, address) in operations() {
        if operation["x-documentation"] == "listed" {
            continue;
        }
        let html = &SITE[&address];
        let answers = between(html, " id=\"examples\"", "</article>")[0];
        let answers: Vec<&str> = answers.split("data-tab=\"").skip(1).collect();
        let statuses = operation["responses"].as_object().expect("responses");
        assert_eq!(answers.len(), statuses.len(), "{address}");
        for ((status, response), answer) in statuses.iter().zip(answers) {
            let answer = answer.split("</section>").next().expect("its end");
            assert!(
                answer.starts_with(&format!("{status}\"")),
                "{address}: {status}"
            );
            let content = &response["content"]["application/json"];
            let due = match (content.is_object(), content.get("examples")) {
                (true, Some(_)) => "<figcaption>",
                (true, None) => "The page gives no example of this response.",
                (false, _) => "The page documents no body.",
            };
            assert!(answer.contains(due), "{address}: {status} lacks {due}");
            assert!(
                !answer.contains("<details"),
                "{address}: {status} hides something"
            );
        }
    }
}

#[test]
fn readings_have_contents_and_what_the_filter_asks_for() {
    let html = &SITE["readings.html"];
    let options: BTreeSet<String> = between(html, "<option value=\"", "\"")
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut seen = BTreeSet::new();
    for attribute in ["data-page", "data-kind", "data-basis"] {
        let found = values(html, attribute);
        assert_eq!(found.len(), Material::load().readings.all().len());
        seen.extend(found.iter().flat_map(|it| it.split(' ')).map(str::to_owned));
    }
    seen.insert(String::new());
    assert_eq!(options, seen);
    let contents = between(html, "class=\"contents\"", "</nav>")[0];
    let counts = between(contents, "class=\"count\">", "<").into_iter();
    let counts = counts.map(|it| it.parse::<usize>().expect("a count"));
    assert_eq!(counts.sum::<usize>(), Material::load().readings.all().len());
    let groups = html.matches("<section class=\"group\"").count();
    assert_eq!(values(contents, "href").len(), groups);
}

#[test]
fn operations_and_their_reference_lead_to_each_other() {
    let listed = values(&SITE["reference.html"], "data-operation");
    assert_eq!(listed.len(), counted()[0]);
    for (page, name, operation, address) in operations() {
        let id = operation["operationId"].as_str().expect("an id");
        // One that another page documents is in the reference as that page has it.
        let mut others = operations().into_iter();
        let other = others
            .find(|(_, other, node, _)| *other == name && node.get("x-documentation").is_none());
        let page = other.map_or(page, |(page, ..)| page);
        let fragment = format!("tag/{page}/operation/{id}");
        let link = format!("../reference.html#{fragment}");
        assert!(
            values(&SITE[&address], "href").contains(&link),
            "{address}: {link}"
        );
        at(&SITE["reference.html"], &fragment);
    }
}

#[test]
fn every_page_tells_the_version() {
    let document = &Material::load().documents.consolidated;
    let version = document["info"]["version"].as_str().expect("a version");
    for (path, html) in crate::material::pages(&SITE) {
        let shown = between(html, "class=\"version\"", "</a>")[0];
        assert!(shown.ends_with(version), "{path}: {shown}");
    }
}

#[test]
fn the_changelog_has_a_heading_for_every_release() {
    let html = &SITE["changelog.html"];
    let log = Material::load().changelog;
    let releases = log.lines().filter_map(|line| line.strip_prefix("## "));
    for release in releases {
        let name = release.split(" - ").next().expect("a name").to_lowercase();
        at(html, &name);
        assert!(text(html).contains(release), "{release}");
    }
    assert!(!text(html).contains("## "), "Markdown became HTML");
    assert!(!html.contains("<!--"), "comments are left out");
}
