//! Whatever a page leads to is there, fragments too, and no page is larger than it must be.

use std::collections::{BTreeMap, BTreeSet};

use crate::has_extension;
use crate::html::tags;
use crate::material::{SITE, pages};

/// Bytes that a page of an operation may have: the one with the most statements has some 600.
const MOST: usize = 250_000;

/// Where a reference leads, seen from a page.
pub(crate) fn resolve(from: &str, to: &str) -> String {
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in to.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => (),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn ids(html: &str) -> BTreeSet<String> {
    let tags = tags(html).into_iter();
    tags.filter_map(|tag| tag.get("id").map(str::to_owned))
        .collect()
}

/// Every reference of a site that leads nowhere.
fn broken(site: &BTreeMap<String, String>) -> Vec<String> {
    let known: BTreeMap<&str, BTreeSet<String>> =
        pages(site).map(|(path, html)| (path, ids(html))).collect();
    let mut broken = Vec::new();
    for (path, html) in pages(site) {
        for tag in tags(html) {
            for attribute in [
                "href",
                "src",
                "data-href",
                "data-src",
                "data-document",
                "aria-labelledby",
                "aria-controls",
                "for",
            ] {
                let Some(to) = tag.get(attribute) else {
                    continue;
                };
                if to.starts_with("https://") {
                    continue;
                }
                let (file, fragment) = match attribute {
                    "aria-labelledby" | "aria-controls" | "for" => ("", Some(to)),
                    _ => match to.split_once('#') {
                        Some((file, fragment)) => (file, Some(fragment)),
                        None => (to, None),
                    },
                };
                let target = if file.is_empty() {
                    path.to_owned()
                } else {
                    resolve(path, file)
                };
                let there = match fragment {
                    Some(fragment) => known
                        .get(target.as_str())
                        .is_some_and(|ids| ids.contains(fragment)),
                    None => site.contains_key(&target),
                };
                if !there {
                    broken.push(format!("{path}: {attribute}=\"{to}\""));
                }
            }
        }
    }
    broken
}

#[test]
fn every_reference_leads_somewhere() {
    assert_eq!(broken(&SITE), [""; 0]);
}

#[test]
fn a_page_that_is_missing_is_seen() {
    let mut site = SITE.clone();
    site.remove("readings.html").expect("a page");
    assert!(broken(&site).len() >= 33, "every page leads there");
}

#[test]
fn no_two_elements_of_a_page_have_one_id() {
    for (path, html) in pages(&SITE) {
        let tags = tags(html);
        let all: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let distinct: BTreeSet<&&str> = all.iter().collect();
        assert_eq!(distinct.len(), all.len(), "{path} has an id twice");
    }
}

#[test]
fn modules_import_what_is_there() {
    let scripts = SITE.iter().filter(|(path, _)| has_extension(path, "js"));
    for (path, script) in scripts {
        for import in crate::html::between(script, " from '", "'") {
            assert!(
                SITE.contains_key(&resolve(path, import)),
                "{path} imports {import}"
            );
        }
    }
}

#[test]
fn every_asset_is_used() {
    let mut used = BTreeSet::new();
    for (path, html) in pages(&SITE) {
        for tag in tags(html) {
            let to = tag.get("src").or(tag.get("href")).unwrap_or_default();
            used.insert(resolve(path, to));
        }
    }
    for (path, script) in SITE.iter().filter(|(path, _)| has_extension(path, "js")) {
        let imports = crate::html::between(script, " from '", "'");
        used.extend(imports.into_iter().map(|import| resolve(path, import)));
    }
    let assets = SITE.keys().filter(|path| path.starts_with("assets/"));
    let idle: Vec<&String> = assets.filter(|path| !used.contains(*path)).collect();
    assert_eq!(idle, [""; 0]);
}

#[test]
fn no_page_is_large() {
    for (path, html) in pages(&SITE) {
        assert!(html.len() < MOST, "{path} has {} bytes", html.len());
    }
}
