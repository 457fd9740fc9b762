//! Rules of the form "if this, then that", which 3.0 has no keyword for and can say all the same.
//!
//! "If A then B" is "not both A and not B". As an `anyOf` it would be shorter, but generators take
//! the branches of an `anyOf` for types of their own and lose the properties beside it.

use serde_json::{Value, json};

use super::draft::Draft;
use crate::extent::{Extent, LARGEST_CONDITION};
use crate::keywords::append;
use crate::lowerer::Lowerer;

impl<'d> Lowerer<'d> {
    pub(super) fn rules(&mut self, schema: &mut Draft<'_, 'd>) {
        self.condition(schema);
        if let Some(Value::Object(rules)) = schema.source.get("dependentRequired") {
            for (name, due) in rules {
                let place = schema.place.step("dependentRequired").step(name);
                self.exact(&place, "`dependentRequired`", "`not` of what it forbids");
                if due != &json!([]) {
                    let present = json!({ "type": "object", "required": [name] });
                    forbid(schema, &present, &json!({ "required": due }));
                }
            }
        }
        if let Some(Value::Object(rules)) = schema.source.get("dependentSchemas") {
            for (name, due) in rules {
                let place = schema.place.step("dependentSchemas").step(name);
                self.exact(&place, "`dependentSchemas`", "`not` of what it forbids");
                let due = self.schema(due, &place);
                let present = json!({ "type": "object", "required": [name] });
                forbid(schema, &present, &due);
            }
        }
    }

    /// `if`, `then` and `else`.
    fn condition(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(condition) = schema.source.get("if") else {
            return;
        };
        let place = schema.place.step("if");
        let branches = ["then", "else"].map(|keyword| schema.source.get(keyword));
        if branches == [None, None] {
            self.exact(&place, "`if` without consequence", "left out");
            return;
        }
        let before = self.so_far();
        let condition = self.schema(condition, &place);
        if self.lost_since(before) {
            let construct = "`if` of a schema that 3.0 cannot say in full";
            self.lost(&place, construct, "left out, with what follows from it");
            return;
        }
        if Extent::of(&condition).values > LARGEST_CONDITION {
            let construct = "`if` that is too large to say twice";
            self.lost(&place, construct, "left out, with what follows from it");
            return;
        }
        self.exact(
            &place,
            "`if`, `then`, `else`",
            "`not` around what they forbid",
        );
        if let Some(then) = branches[0] {
            let then = self.schema(then, &schema.place.step("then"));
            forbid(schema, &condition, &then);
        }
        if let Some(otherwise) = branches[1] {
            let otherwise = self.schema(otherwise, &schema.place.step("else"));
            forbid(schema, &opposite(&condition), &otherwise);
        }
    }
}

/// Adds the rule "if `condition`, then `due`" as "not both `condition` and the opposite of `due`".
fn forbid(schema: &mut Draft<'_, '_>, condition: &Value, due: &Value) {
    let forbidden = json!({ "allOf": [condition, opposite(due)] });
    if schema.lowered.contains_key("not") {
        append(&mut schema.lowered, "allOf", json!({ "not": forbidden }));
    } else {
        schema.insert("not", forbidden);
    }
}

/// Returns a schema that a value fits exactly if it does not fit this one.
fn opposite(schema: &Value) -> Value {
    let keywords = schema.as_object().filter(|keywords| keywords.len() == 1);
    let not = keywords.and_then(|keywords| keywords.get("not"));
    not.cloned().unwrap_or_else(|| json!({ "not": schema }))
}
