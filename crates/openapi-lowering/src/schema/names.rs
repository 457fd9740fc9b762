//! Rules for properties whose names are not listed: by pattern, or all others.

use serde_json::{Value, json};

use super::draft::{Draft, any_of};
use crate::lowerer::Lowerer;

impl<'d> Lowerer<'d> {
    pub(super) fn names(&mut self, schema: &mut Draft<'_, 'd>) {
        self.unevaluated(schema);
        self.patterns(schema);
        if let Some(names) = schema.source.get("propertyNames") {
            let place = schema.place.step("propertyNames");
            let any = [json!(true), json!({}), json!({ "type": "string" })];
            if any.contains(names) {
                self.exact(&place, "`propertyNames` that any name fits", "left out");
            } else {
                self.lost(&place, "`propertyNames`", "left out");
            }
        }
    }

    /// `unevaluatedProperties` where no schema is applied beside it: `additionalProperties`.
    fn unevaluated(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(rest) = schema.source.get("unevaluatedProperties") else {
            return;
        };
        let place = schema.place.step("unevaluatedProperties");
        if schema.source.contains_key("additionalProperties") || rest == &json!(true) {
            self.exact(&place, "`unevaluatedProperties` of no property", "left out");
        } else if schema.applies_others() {
            self.lost(&place, "`unevaluatedProperties`", "left out");
        } else {
            let construct = "`unevaluatedProperties` of all other properties";
            self.exact(&place, construct, "`additionalProperties`");
            let rest = match rest {
                Value::Bool(_) => rest.clone(),
                schema => self.schema(schema, &place),
            };
            schema.insert("additionalProperties", rest);
        }
    }

    /// `patternProperties`: a property of another name fits one of their schemas.
    fn patterns(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(Value::Object(patterns)) = schema.source.get("patternProperties") else {
            return;
        };
        let place = schema.place.step("patternProperties");
        let mut schemas = Vec::new();
        for (pattern, value) in patterns {
            schemas.push(self.schema(value, &place.step(pattern)));
        }
        let rest = schema.lowered.get("additionalProperties");
        match rest {
            None | Some(Value::Bool(true)) => {
                let became = "left out: others may be there too";
                return self.lost(&place, "`patternProperties`", became);
            }
            Some(Value::Bool(false)) => {}
            Some(rest) => schemas.push(rest.clone()),
        }
        let became = "`additionalProperties` of any of them";
        self.lost(&place, "`patternProperties`", became);
        let rest = any_of(schemas).unwrap_or(Value::Bool(false));
        schema.insert("additionalProperties", rest);
    }
}
