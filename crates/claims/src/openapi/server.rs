//! Where an operation is served: by its own servers or by the document's.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Within, Wording};
use crate::reader::{Reader, Subject, elements, text};
use crate::{Aspect, Pointer};

impl<'d> Reader<'d> {
    pub(super) fn servers(
        &mut self,
        operation: &Subject,
        node: &Arc<str>,
        servers: &'d Value,
    ) -> Option<()> {
        for (index, server) in elements(servers)?.iter().enumerate() {
            let node = Pointer::step(node, &index.to_string());
            let this = operation.at("server", text(server, "url"));
            self.say(&this, Aspect::Listed, "", Pointer::keyword(&node, "url"));
            self.element(
                &this,
                &node,
                server,
                &[
                    // The name of what is listed.
                    ("url", Within(|_, _, _, url| url.as_str().map(drop))),
                    ("description", Wording),
                ],
            );
        }
        Some(())
    }
}
