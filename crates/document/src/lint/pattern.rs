//! Patterns that are no regular expressions.

use regress::{Flags, Regex};
use serde_json::Value;

use super::broken::{Broken, Rule};
use crate::json::{members, step};
use crate::walk::Node;

/// The patterns of a schema, for its texts and for the names of its properties, that no reader of
/// ECMA-262 understands.
pub(super) fn unreadable(node: &Node) -> Vec<Broken> {
    let of_texts = node.value.get("pattern").and_then(Value::as_str);
    let of_texts = of_texts.map(|pattern| (format!("{node}/pattern"), pattern));
    let of_names = members(&node.value["patternProperties"]);
    let of_names = of_names.map(|(pattern, _)| {
        let pointer = step(&format!("{node}/patternProperties"), pattern);
        (pointer, pattern.as_str())
    });
    let patterns = of_texts.into_iter().chain(of_names);
    let broken = patterns.filter_map(|(pointer, pattern)| {
        let why = compiled(pattern).err()?;
        let problem = format!(
            "expected a regular expression as ECMA-262 has it, but found one that cannot be read \
             instead: {why}"
        );
        Some(Broken::new(Rule::Pattern, pointer, problem))
    });
    broken.collect()
}

/// Compiles a pattern with or without the flag `u`: validators differ in whether they set it.
pub(super) fn compiled(pattern: &str) -> Result<Regex, String> {
    let unicode = Flags {
        unicode: true,
        ..Flags::default()
    };
    let read = |flags| Regex::with_flags(pattern, flags);
    read(unicode)
        .or_else(|_| read(Flags::default()))
        .map_err(|error| error.to_string())
}
