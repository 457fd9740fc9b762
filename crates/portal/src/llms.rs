//! `llms.txt`: where a program that reads the site begins (<https://llmstxt.org>).

use std::collections::BTreeMap;

use crate::files::Offer;
use crate::operation::Operation;
use crate::site::Site;
use crate::words;

/// The file, which names every twin with its size.
pub(crate) fn llms(site: &Site, twins: &BTreeMap<String, String>, readings: &str) -> String {
    let (documented, listed) = site.counts();
    let largest = twins.values().map(String::len).max().unwrap_or_default();
    let mut sections = vec![
        "# Customer APIs".to_owned(),
        format!(
            "> {} of banks and payment companies, read line by line into one OpenAPI document. This \
             is a third-party description, version {}. No vendor has published or endorsed it.",
            words::count(site.pages.len(), "documentation page"),
            site.version(),
        ),
        format!(
            "There are {} operations: {documented} are documented, and {listed} are only listed by \
             name. Each has a Markdown page with what it takes and answers, the line of the \
             documentation page that says so, and the basis of whatever no line says. No such page \
             is larger than {}, so read it whole. An operation that is on two documentation pages \
             has two Markdown pages.",
            documented + listed,
            words::size(largest),
        ),
    ];
    for page in &site.pages {
        let provider = page.provider;
        let operations = site.of_page(provider.id).map(|it| entry(it, twins));
        let operations = operations.collect::<Vec<_>>().join("\n");
        sections.push(format!("## {}", provider.title));
        sections.push(operations);
    }
    for offer in Offer::ALL {
        let files = offer.files(site).into_iter().map(|file| {
            let size = words::size(file.size);
            format!(
                "- [{}](files/{}): {}, {size}",
                file.name(),
                file.path,
                file.what
            )
        });
        let files = files.collect::<Vec<_>>().join("\n");
        if !files.is_empty() {
            sections.push(format!("## {}", offer.heading()));
            sections.push(files);
        }
    }
    sections.push("## Optional".to_owned());
    sections.push(format!(
        "- [Readings](readings.md): every recorded decision with its reason and evidence, {}\n\
         - [Changelog](changelog.html): what changed, release by release",
        words::size(readings.len()),
    ));
    sections.join("\n\n") + "\n"
}

/// A link to the twin of an operation, with method, path and size.
fn entry(operation: &Operation, twins: &BTreeMap<String, String>) -> String {
    let address = operation.twin();
    let size = twins.get(&address).map_or(0, String::len);
    let listed = if operation.is_listed() {
        ", only listed"
    } else {
        ""
    };
    format!(
        "- [{}]({address}): `{}`{listed}, {}",
        operation.title(),
        operation.name(),
        words::size(size),
    )
}
