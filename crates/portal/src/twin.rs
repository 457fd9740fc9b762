//! The Markdown twin of an operation's page, for readers who are programs: the same facts with the
//! same evidence, short enough to be read whole.

mod cited;
mod element;
mod readings;
mod rest;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::field::{fields, merged, type_words};
use crate::ledger::{Ledger, Told};
use crate::operation::{Operation, text};
use crate::site::Site;
use crate::words;
use cited::Cited;

pub(crate) use readings::readings;

/// How evidence is written; every twin says it.
const KEY: &str = "\
Evidence stands in braces: what is said, and on which line of the page's capture. `{92–94}` is short \
for name, words and type, one line each. Without a basis the line states it; `words` means that the \
line describes it and the wording is ours. Any other basis comes with its readings (R1, R2, …), \
listed at the end: `same-page`, `other-page`, `vendor`, `vendor (likely)` (a third party shows it), \
`inferred` (our judgement). `placed by`: these readings restored where the line belongs. Brackets: \
the class of data, our judgement. `as above`: the last field of this name and type says it in full.";

/// Writes the twin of one operation.
struct Twin<'t> {
    site: &'t Site<'t>,
    operation: &'t Operation<'t>,
    ledger: Ledger<'t>,
    cited: Cited<'t>,
    /// What was last said in full of fields, by name and type.
    said: BTreeMap<(String, String), String>,
    text: String,
}

/// The twin of an operation's page.
pub(crate) fn twin(site: &Site, operation: &Operation) -> String {
    let mut twin = Twin {
        site,
        operation,
        ledger: Ledger::of(&operation.explanation),
        cited: Cited::of(site.readings(), operation.provider.id),
        said: BTreeMap::new(),
        text: String::new(),
    };
    twin.head();
    twin.request();
    if !operation.is_listed() {
        twin.responses();
    }
    twin.rest();
    twin.text
}

impl Twin<'_> {
    /// A paragraph, or a heading.
    fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// The evidence of what is called so, in braces after a space; nothing of nothing.
    fn evidence(&mut self, about: &str) -> String {
        let stated = self.ledger.take(about);
        self.cited.braces(&stated)
    }

    /// The evidence of all that is said of a place, such as the server.
    fn evidence_of_all(&mut self, place: &str) -> String {
        let taken = self.ledger.take_all(place);
        let stated: Vec<Told> = taken.into_iter().flat_map(|(_, stated)| stated).collect();
        self.cited.braces(&stated)
    }

    fn head(&mut self) {
        let operation = self.operation;
        let provider = operation.provider;
        self.paragraph(&format!("# {}", operation.title()));
        let page = match provider.url {
            Some(url) => format!("[{}]({url})", provider.id),
            None => provider.id.to_owned(),
        };
        self.paragraph(&format!(
            "> `{}` of {}, as the page {page} documents it. A third-party description, version {}; \
             [the same for people]({}.html).",
            operation.name(),
            provider.title,
            self.site.version(),
            operation.id(),
        ));
        if operation.is_listed() {
            self.paragraph(
                "The page only lists this operation: it names it and documents nothing else. \
                 Parameters and answers are unknown and are not guessed.",
            );
            if let Some(other) = self.site.documented(operation) {
                self.paragraph(&format!(
                    "{} documents the same method and path: [{}](../{}).",
                    other.provider.title,
                    other.title(),
                    other.twin(),
                ));
            }
        }
        self.paragraph(KEY);
        let evidence = self.evidence("operation");
        self.paragraph(&format!("{}{evidence}", operation.description()));
    }

    fn request(&mut self) {
        let operation = self.operation;
        self.paragraph("## Request");
        let servers = operation.servers().iter();
        let servers =
            servers.map(|it| format!("`{}` {}", text(it, "url"), text(it, "description")));
        let servers = servers.collect::<Vec<_>>().join(" ");
        let evidence = self.evidence_of_all("server");
        self.paragraph(&format!("- Address: {servers}{evidence}"));
        if let Some((_, scheme)) = operation.security() {
            let evidence = self.evidence_of_all("security");
            let description = text(scheme, "description").replace("\n\n", " ");
            self.item(&format!(
                "- Header `Authorization` ({}), required. {description}{evidence}",
                text(scheme, "type"),
            ));
        }
        for parameter in operation.parameters() {
            self.parameter(parameter);
        }
        let body = &operation.node["requestBody"];
        for (media_type, content) in body["content"].as_object().into_iter().flatten() {
            let required = if body["required"] == true {
                ", required"
            } else {
                ""
            };
            let evidence = self.evidence("body");
            let description = text(body, "description");
            let kind = self.body_type(media_type, content);
            self.paragraph(&format!("### Body{kind}{required}"));
            self.paragraph(&format!("{description}{evidence}"));
            self.body("body", content);
        }
    }

    /// `, application/json, object`.
    fn body_type(&self, media_type: &str, content: &Value) -> String {
        let document = self.operation.document;
        let schema = merged(document, &content["schema"]);
        format!(", `{media_type}`, {}", type_words(document, &schema))
    }

    fn responses(&mut self) {
        let responses = self.operation.node["responses"].as_object();
        for (status, response) in responses.into_iter().flatten() {
            let contents = response["content"].as_object();
            let none = if contents.is_none() { ", no body" } else { "" };
            let types = contents.into_iter().flatten();
            let types: String = types
                .map(|(name, content)| self.body_type(name, content))
                .collect();
            self.paragraph(&format!("## Response {status}{types}{none}"));
            let evidence = self.evidence(status);
            self.paragraph(&format!("{}{evidence}", text(response, "description")));
            for (_, content) in contents.into_iter().flatten() {
                self.body(status, content);
            }
        }
    }

    /// The fields of a body and its examples.
    fn body(&mut self, place: &str, content: &Value) {
        let fields = fields(self.operation.document, &content["schema"]);
        if !fields.is_empty() {
            self.text.push('\n');
        }
        for field in &fields {
            self.field(place, field);
        }
        let Some(examples) = content["examples"].as_object() else {
            if !fields.is_empty() {
                self.paragraph("The page gives no example.");
            }
            return;
        };
        self.paragraph(&format!("{}:", words::count(examples.len(), "example")));
        self.text.push('\n');
        for (_, example) in examples {
            self.item(&format!("- `{}`", example["value"]));
        }
    }

    /// One line of a list.
    fn item(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }
}
