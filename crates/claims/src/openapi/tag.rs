//! What a document says about whole pages: a tag is a page.
//!
//! In OpenAPI 3.2 a tag may also be no more than the parent of others: then it groups pages, as
//! `x-tagGroups` does in 3.1, and is a label of ours.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Label, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, members, text};
use crate::{Aspect, Pointer};

impl<'d> Reader<'d> {
    pub(super) fn tags(&mut self, _: &Subject, node: &Arc<str>, tags: &'d Value) -> Option<()> {
        let tags = elements(tags)?;
        let parents = tags.iter().filter_map(|tag| tag.get("parent")?.as_str());
        let groups: Vec<&str> = parents.collect();
        for (index, tag) in tags.iter().enumerate() {
            let node = Pointer::step(node, &index.to_string());
            let name = text(tag, "name");
            if groups.contains(&name) && !self.is_used(name) {
                continue;
            }
            let page = Subject::new("", "page", name);
            self.element(
                &page,
                &node,
                tag,
                &[
                    // Said with each claim about the page.
                    ("name", Within(|_, _, _, name| name.as_str().map(drop))),
                    ("x-displayName", Label),
                    ("summary", Label),
                    ("parent", Label),
                    ("kind", Label),
                    ("description", Wording),
                    ("externalDocs", Within(Self::external_docs)),
                ],
            );
        }
        Some(())
    }

    /// Whether an operation has the tag, or names the page beside its tag.
    fn is_used(&self, tag: &str) -> bool {
        let items = self.root.get("paths").and_then(members);
        let operations = items
            .into_iter()
            .flatten()
            .filter_map(|(_, item)| members(item));
        operations
            .flat_map(|item| item.values())
            .flat_map(|operation| ["tags", "x-also-listed-by"].map(|it| operation.get(it)))
            .filter_map(|tags| elements(tags?))
            .any(|tags| tags.iter().any(|it| it == tag))
    }

    fn external_docs(&mut self, page: &Subject, node: &Arc<str>, docs: &'d Value) -> Option<()> {
        members(docs)?;
        self.object(
            page,
            node,
            docs,
            &[
                ("description", Plain(Aspect::Title)),
                ("url", Plain(Aspect::Url)),
            ],
        )
    }
}
