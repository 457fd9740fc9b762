//! Rules for the items of an array by position, and for some of its items.

use serde_json::{Value, json};

use super::draft::{Draft, any_of, count};
use crate::lowerer::Lowerer;

impl<'d> Lowerer<'d> {
    pub(super) fn arrays(&mut self, schema: &mut Draft<'_, 'd>) {
        self.positions(schema);
        self.contains(schema);
        let Some(rest) = schema.source.get("unevaluatedItems") else {
            return;
        };
        let place = schema.place.step("unevaluatedItems");
        let known = ["items", "prefixItems", "contains"];
        if schema.source.contains_key("items") || rest == &json!(true) {
            self.exact(&place, "`unevaluatedItems` of no item", "left out");
        } else if schema.applies_others() || known.iter().any(|it| schema.source.contains_key(*it))
        {
            self.lost(&place, "`unevaluatedItems`", "left out");
        } else {
            self.exact(&place, "`unevaluatedItems` of all items", "`items`");
            let items = self.schema(rest, &place);
            schema.insert("items", items);
        }
    }

    /// `prefixItems`: each item fits one of all schemas, whatever its position.
    fn positions(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(Value::Array(positions)) = schema.source.get("prefixItems") else {
            return;
        };
        let place = schema.place.step("prefixItems");
        let rest = schema.source.get("items").unwrap_or(&Value::Bool(true));
        let each = positions.iter().enumerate();
        let mut schemas: Vec<Value> = each
            .map(|(index, position)| self.schema(position, &place.index(index)))
            .collect();
        match (rest, schema.lowered.get("items")) {
            (Value::Bool(false), _) => {
                let most = schema.source.get("maxItems").and_then(count);
                let most = most.map_or(positions.len() as u64, |most| {
                    most.min(positions.len() as u64)
                });
                schema.insert("maxItems", most);
            }
            (Value::Bool(true), _) | (_, None) => schemas = vec![],
            (_, Some(rest)) => schemas.push(rest.clone()),
        }
        self.lost(&place, "`prefixItems`", "`items` of any of them");
        schemas.dedup();
        schema.insert("items", any_of(schemas).unwrap_or_else(|| json!({})));
    }

    /// `contains`: only the smallest number of items remains.
    fn contains(&mut self, schema: &mut Draft<'_, 'd>) {
        if !schema.source.contains_key("contains") {
            for keyword in ["minContains", "maxContains"] {
                if schema.source.contains_key(keyword) {
                    let place = schema.place.step(keyword);
                    self.exact(&place, "number of items without `contains`", "left out");
                }
            }
            return;
        }
        let place = schema.place.step("contains");
        self.lost(&place, "`contains`", "`minItems`, as many as it asks for");
        let due = schema.source.get("minContains").and_then(count);
        let due = due.unwrap_or(1);
        let least = schema.source.get("minItems").and_then(count);
        if due > least.unwrap_or(0) {
            schema.insert("minItems", due);
        }
    }
}
