//! Bounds that a value must not reach: a number in 2020-12, a mark of the bound in 3.0.

use std::cmp::Ordering;

use serde_json::Value;

use super::draft::Draft;
use crate::lowerer::Lowerer;

impl<'d> Lowerer<'d> {
    pub(super) fn bounds(&mut self, schema: &mut Draft<'_, 'd>) {
        let exclusive = [
            ("exclusiveMinimum", "minimum", Ordering::Less),
            ("exclusiveMaximum", "maximum", Ordering::Greater),
        ];
        for (keyword, inclusive, wider) in exclusive {
            let Some(bound) = schema.source.get(keyword) else {
                continue;
            };
            let place = schema.place.step(keyword);
            let Some(number) = bound.as_f64() else {
                // A boolean says nothing in 3.1.
                self.exact(&place, "exclusive bound that is no number", "left out");
                continue;
            };
            let other = schema.lowered.get(inclusive).and_then(Value::as_f64);
            // Of two bounds, the narrower one holds; of equal ones, the exclusive.
            let holds = other.is_none_or(|other| {
                let order = other.partial_cmp(&number);
                order == Some(wider) || order == Some(Ordering::Equal)
            });
            if holds {
                self.exact(
                    &place,
                    "exclusive bound as a number",
                    "bound marked as exclusive",
                );
                schema.insert(inclusive, bound.clone());
                schema.insert(keyword, true);
            } else {
                let construct = "exclusive bound beyond the inclusive one";
                self.exact(&place, construct, "left out");
            }
        }
    }
}
