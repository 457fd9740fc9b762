//! What a document says about one operation.

use std::sync::Arc;

use serde_json::Value;

use super::DOCUMENTATION;
use super::operations::{Item, Operation};
use crate::reader::Meaning::{Each, Label, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, members};
use crate::{Aspect, Pointer};

/// What `x-documentation` says of an operation that a page only lists.
const LISTED: &str = "listed";

impl<'d> Reader<'d> {
    pub(super) fn operation(&mut self, operation: &Operation<'d>) {
        let this = &Subject::new(&operation.name(), "operation", "");
        let (node, item, operation) = (&operation.node, &operation.item, operation.value);
        if operation.get(DOCUMENTATION).and_then(Value::as_str) != Some(LISTED) {
            self.say(this, Aspect::Documented, "", Pointer::to(node));
        }
        self.inherited(this, operation, item);
        self.element(
            this,
            node,
            operation,
            &[
                ("operationId", Label),
                // What it says is that the operation is not documented; anything else it cannot.
                (
                    DOCUMENTATION,
                    Within(|_, _, _, value| (value == LISTED).then_some(())),
                ),
                ("tags", Each(Aspect::Listed)),
                ("x-also-listed-by", Each(Aspect::Listed)),
                ("summary", Plain(Aspect::Title)),
                ("description", Wording),
                ("x-inferred", Each(Aspect::Inferred)),
                ("x-likely", Each(Aspect::Likely)),
                ("servers", Within(Self::servers)),
                ("security", Within(Self::security)),
                ("parameters", Within(Self::parameters)),
                ("requestBody", Within(Self::request_body)),
                ("responses", Within(Self::responses)),
            ],
        );
    }

    /// What an operation takes over from its path item and from the document, where it has none of
    /// its own.
    fn inherited(&mut self, this: &Subject, operation: &'d Value, item: &Item<'d>) {
        let named = |keyword| item.value.get(keyword).and_then(elements);
        if let Some(parameters) = named("parameters") {
            let own = operation
                .get("parameters")
                .and_then(elements)
                .unwrap_or_default();
            let own: Vec<_> = own.iter().map(|it| self.parameter_key(it)).collect();
            let node = Pointer::step(&item.node, "parameters");
            for (index, parameter) in parameters.iter().enumerate() {
                if !own.contains(&self.parameter_key(parameter)) {
                    self.parameter(this, &Pointer::step(&node, &index.to_string()), parameter);
                }
            }
        }
        let servers: crate::reader::Within<'d> = Self::servers;
        for (keyword, read) in [("servers", servers), ("security", Self::security)] {
            if operation.get(keyword).is_some() {
                continue;
            }
            if keyword == "servers" && named(keyword).is_some() {
                read(
                    self,
                    this,
                    &Pointer::step(&item.node, keyword),
                    &item.value[keyword],
                );
            } else if let Some(value) = self.root.get(keyword) {
                let node: Arc<str> = format!("/{keyword}").into();
                if read(self, this, &node, value).is_some() {
                    self.reached.insert(node);
                }
            }
        }
    }

    fn request_body(&mut self, this: &Subject, node: &Arc<str>, body: &'d Value) -> Option<()> {
        members(body)?;
        let (node, body) = self.referred(node, body);
        self.element(
            &this.at("body", ""),
            &node,
            body,
            &[
                ("description", Wording),
                ("required", Plain(Aspect::Required)),
                ("x-inferred", Each(Aspect::Inferred)),
                ("x-likely", Each(Aspect::Likely)),
                ("content", Within(Self::content)),
            ],
        );
        Some(())
    }
}
