//! Where an operation is served: by its own servers or by the document's.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Each, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, members, text};
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
                    ("x-likely", Each(Aspect::Likely)),
                    ("variables", Within(Self::server_variables)),
                ],
            );
        }
        Some(())
    }

    fn server_variables(
        &mut self,
        server: &Subject,
        node: &Arc<str>,
        variables: &'d Value,
    ) -> Option<()> {
        for (name, variable) in members(variables)? {
            let node = Pointer::step(node, name);
            let this = server.at("server variable", name);
            self.say(&this, Aspect::Listed, "", Pointer::to(&node));
            self.element(
                &this,
                &node,
                variable,
                &[
                    ("default", Plain(Aspect::Default)),
                    ("enum", Each(Aspect::Enum)),
                    ("description", Wording),
                ],
            );
        }
        Some(())
    }
}
