//! What a document says about whole pages: a tag is a page.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Label, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, members, text};
use crate::{Aspect, Pointer};

impl<'d> Reader<'d> {
    pub(super) fn tags(&mut self, _: &Subject, node: &Arc<str>, tags: &'d Value) -> Option<()> {
        for (index, tag) in elements(tags)?.iter().enumerate() {
            let node = Pointer::step(node, &index.to_string());
            let page = Subject::new("", "page", text(tag, "name"));
            self.element(
                &page,
                &node,
                tag,
                &[
                    // Said with each claim about the page.
                    ("name", Within(|_, _, _, name| name.as_str().map(drop))),
                    ("x-displayName", Label),
                    ("description", Wording),
                    ("externalDocs", Within(Self::external_docs)),
                ],
            );
        }
        Some(())
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
