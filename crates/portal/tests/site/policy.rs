//! What the policy of the pages forbids, no page asks for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::has_extension;
use crate::html::{between, tags};
use crate::material::{SITE, pages};

#[test]
fn every_page_has_a_policy_before_anything_is_loaded() {
    for (path, html) in pages(&SITE) {
        let tags = tags(html);
        let policy = tags
            .iter()
            .position(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"));
        let first = tags
            .iter()
            .position(|tag| tag.get("src").is_some() || tag.name == "link");
        assert!(
            policy.expect("a policy") < first.expect("a style"),
            "{path}"
        );
        let words = tags[policy.expect("a policy")]
            .get("content")
            .expect("words");
        assert!(words.starts_with("default-src 'self';"), "{path}: {words}");
        let renders = path == "reference.html";
        assert_eq!(words.contains("unsafe"), renders, "{path}: {words}");
        let finds = path == "404.html";
        assert_eq!(words.contains("script-src"), finds, "{path}: {words}");
    }
}

#[test]
fn no_page_has_scripts_or_styles_of_its_own() {
    for (path, html) in pages(&SITE) {
        for tag in tags(html) {
            assert_ne!(tag.name, "style", "{path}");
            let inline = tag.name == "script" && tag.get("src").is_none();
            assert!(!inline || path == "404.html", "{path} has an inline script");
            for attribute in tag.attributes.keys() {
                let inline = attribute == "style" || attribute.starts_with("on");
                assert!(!inline, "{path}: {} has {attribute}", tag.name);
            }
        }
        assert!(!html.contains("javascript:"), "{path}");
    }
}

#[test]
fn the_script_of_the_page_for_unknown_addresses_is_the_one_that_its_policy_allows() {
    let html = &SITE["404.html"];
    let inline = between(html, "<script>", "</script>");
    let [script] = inline[..] else {
        panic!("one script, but found {inline:?}")
    };
    let hash = STANDARD.encode(Sha256::digest(script));
    let source = format!("script-src 'self' 'sha256-{hash}'");
    assert!(html.contains(&source), "{source}");
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (path, html) in pages(&SITE) {
        for tag in tags(html) {
            let loaded = tag
                .get("src")
                .or_else(|| tag.get("href").filter(|_| tag.name == "link"));
            assert!(
                !loaded.unwrap_or_default().contains("//"),
                "{path}: {loaded:?}"
            );
        }
    }
    for (path, text) in SITE.iter().filter(|(path, _)| has_extension(path, "css")) {
        assert!(
            !text.contains("url(") && !text.contains("@import"),
            "{path}"
        );
    }
}
