//! Bounds that no value can keep.

use super::broken::{Broken, Rule};
use crate::json::step;
use crate::walk::Node;

/// Lower and upper bounds, inclusive.
const PAIRS: [[&str; 2]; 5] = [
    ["minLength", "maxLength"],
    ["minimum", "maximum"],
    ["minItems", "maxItems"],
    ["minProperties", "maxProperties"],
    ["minContains", "maxContains"],
];

/// Lower and upper bounds, at least one of them exclusive.
const EXCLUSIVE: [[&str; 2]; 3] = [
    ["exclusiveMinimum", "exclusiveMaximum"],
    ["exclusiveMinimum", "maximum"],
    ["minimum", "exclusiveMaximum"],
];

/// The bounds of a schema that exclude every value.
pub(super) fn crossed(node: &Node) -> Vec<Broken> {
    let schema = node.value;
    let inclusive = PAIRS.into_iter().map(|pair| (pair, false));
    let exclusive = EXCLUSIVE.into_iter().map(|pair| (pair, true));
    let crossed = inclusive
        .chain(exclusive)
        .filter_map(|([lower, upper], exclusive)| {
            let (least, most) = (schema[lower].as_f64()?, schema[upper].as_f64()?);
            let empty = least > most || (exclusive && least >= most);
            empty.then(|| {
                let (at_least, at_most) = (&schema[lower], &schema[upper]);
                let than = if exclusive { "less than" } else { "at most" };
                let problem = format!(
                    "expected `{lower}` to be {than} `{upper}`, but found {at_least} and {at_most} \
                     instead"
                );
                Broken::new(Rule::Bounds, step(&node.to_string(), lower), problem)
            })
        });
    crossed.collect()
}
