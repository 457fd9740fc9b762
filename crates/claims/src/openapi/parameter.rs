//! What a document says about the parameters of an operation.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Each, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, text};
use crate::{Aspect, Pointer};

impl<'d> Reader<'d> {
    pub(super) fn parameters(
        &mut self,
        operation: &Subject,
        node: &Arc<str>,
        parameters: &'d Value,
    ) -> Option<()> {
        for (index, parameter) in elements(parameters)?.iter().enumerate() {
            self.parameter(
                operation,
                &Pointer::step(node, &index.to_string()),
                parameter,
            );
        }
        Some(())
    }

    /// What makes a parameter the same as another: its place and its name.
    pub(super) fn parameter_key(&mut self, parameter: &'d Value) -> [&'d str; 2] {
        let (_, parameter) = self.referred(&"".into(), parameter);
        [text(parameter, "in"), text(parameter, "name")]
    }

    pub(super) fn parameter(&mut self, operation: &Subject, node: &Arc<str>, parameter: &'d Value) {
        let (node, parameter) = self.referred(node, parameter);
        let this = operation.at(text(parameter, "in"), text(parameter, "name"));
        self.say(&this, Aspect::Listed, "", Pointer::to(&node));
        // A parameter is required or not: OpenAPI knows no third state.
        let said = parameter.get("required");
        let required = said == Some(&Value::Bool(true));
        let required = if required { "true" } else { "false" };
        // A document that does not say it says it of the parameter.
        let pointer = match said {
            Some(_) => Pointer::keyword(&node, "required"),
            None => Pointer::to(&node),
        };
        self.say(&this, Aspect::Required, required, pointer);
        self.element(
            &this,
            &node,
            parameter,
            &[
                // The place and the name of what is listed, and whether it is required.
                ("in", Within(|_, _, _, place| place.as_str().map(drop))),
                ("name", Within(|_, _, _, name| name.as_str().map(drop))),
                ("required", Within(|_, _, _, said| said.as_bool().map(drop))),
                ("schema", Within(Self::schema)),
                ("description", Wording),
                ("x-inferred", Each(Aspect::Inferred)),
                ("x-likely", Each(Aspect::Likely)),
                ("example", Plain(Aspect::Example)),
                ("examples", self.meant(Self::examples)),
            ],
        );
    }
}
