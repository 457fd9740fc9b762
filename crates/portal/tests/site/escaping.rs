//! Whatever documents, readings and samples say, it stays text.

use review::Readings;
use serde_json::Value;

use crate::html::tags;
use crate::material::{Material, pages, read};

/// Markup, quotes and an entity, in every form in which a page could take them for its own.
const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onfocus=\"alert(3)' &lt; \
                       [click](javascript:alert(4)) `</code><b>`";

/// Puts hostile text in the place of every text that is shown.
fn poison(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let shown = [
                    "description",
                    "summary",
                    "title",
                    "default",
                    "example",
                    "pattern",
                ];
                match value {
                    Value::String(text) if shown.contains(&key.as_str()) => {
                        HOSTILE.clone_into(text);
                    }
                    value => poison(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(poison),
        _ => (),
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut material = Material::load();
    material.documents.providers.values_mut().for_each(poison);
    let quoted = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let text = read("readings.toml");
    let hostile: Vec<String> = text
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some((key @ ("reason" | "evidence"), _)) => format!("{key} = \"{quoted}\""),
            _ => line.to_owned(),
        })
        .collect();
    material.readings = Readings::parse(&hostile.join("\n")).expect("readings");
    for contradiction in &mut material.contradictions {
        HOSTILE.clone_into(&mut contradiction.problem);
    }
    material.changelog = format!("# Changelog\n\n## {HOSTILE}\n\n- {HOSTILE}\n\n{HOSTILE}\n");
    for address in [
        "citi-hong-kong/citiGetOfferDetails.html",
        "flexiti-customers/flexitiLookUpCustomer.html",
    ] {
        let sample = [("Go".to_owned(), HOSTILE.to_owned())].into();
        material.samples.0.insert(address.to_owned(), sample);
    }
    let site = material.site().expect("a site");
    let mut seen = 0;
    for (path, html) in pages(&site) {
        for tag in tags(html) {
            assert!(
                tag.name != "img" && tag.name != "b" || is_own(&tag.attributes, &tag.name),
                "{path}: {tag:?}"
            );
            // The page for unknown addresses has a script of ours, and nothing of anyone else.
            let own = tag.name != "script" || tag.get("src").is_some() || path == "404.html";
            assert!(own, "{path} has a script of someone else");
            let inline = tag.attributes.keys().find(|name| name.starts_with("on"));
            assert_eq!(inline, None, "{path}: {tag:?}");
            let link = tag.get("href").unwrap_or_default();
            assert!(!link.starts_with("javascript:"), "{path}: {link}");
        }
        seen += html.matches("&lt;script&gt;alert(1)").count();
    }
    assert!(seen > 1000, "the hostile text is shown: {seen}");
}

/// The site's own `b` elements are the numbers of legends, without attributes.
fn is_own(attributes: &std::collections::BTreeMap<String, String>, name: &str) -> bool {
    name == "b" && attributes.is_empty()
}
