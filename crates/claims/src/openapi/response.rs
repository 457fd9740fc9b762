//! What a document says about the responses of an operation.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Each, Within, Wording};
use crate::reader::{Reader, Subject, members};
use crate::{Aspect, Pointer};

impl<'d> Reader<'d> {
    pub(super) fn responses(
        &mut self,
        operation: &Subject,
        node: &Arc<str>,
        responses: &'d Value,
    ) -> Option<()> {
        for (status, response) in members(responses)? {
            let node = Pointer::step(node, status);
            let (node, response) = self.referred(&node, response);
            let this = operation.at(status, "");
            self.say(&this, Aspect::Listed, "", Pointer::to(&node));
            self.element(
                &this,
                &node,
                response,
                &[
                    ("description", Wording),
                    ("x-inferred", Each(Aspect::Inferred)),
                    ("x-likely", Each(Aspect::Likely)),
                    ("content", Within(Self::content)),
                ],
            );
            // `default` says nothing about a status, so neither that it has no body; and what an
            // unresolved reference has is not known.
            let known = status != "default" && response.get("$ref").is_none();
            if known && response.get("content").is_none() {
                self.say(&this, Aspect::MediaType, "none", Pointer::to(&node));
            }
        }
        Some(())
    }
}
