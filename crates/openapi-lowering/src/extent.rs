//! How large a value is: hostile documents must exhaust neither the stack nor the memory.

use serde_json::Value;

/// The deepest nesting that is followed.
pub(crate) const DEEPEST: usize = 200;

/// The most values that may be copied from their place to where something refers to them.
pub(crate) const MOST_COPIED: usize = 1_000_000;

/// The largest condition that is written more than once.
pub(crate) const LARGEST_CONDITION: usize = 10_000;

/// How deep a value is, and how many values it consists of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extent {
    pub(crate) depth: usize,
    pub(crate) values: usize,
}

impl Extent {
    /// Measures a value without recursion.
    pub(crate) fn of(value: &Value) -> Self {
        let mut extent = Self::default();
        let mut due = vec![(value, 1)];
        while let Some((value, depth)) = due.pop() {
            extent.depth = extent.depth.max(depth);
            extent.values += 1;
            match value {
                Value::Array(items) => due.extend(items.iter().map(|item| (item, depth + 1))),
                Value::Object(members) => {
                    due.extend(members.values().map(|member| (member, depth + 1)));
                }
                _ => {}
            }
        }
        extent
    }
}
