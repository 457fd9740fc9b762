//! Which keywords of two schemas differ, and what compares them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::drift::Event;

use super::super::member::{Means, Otherwise, otherwise};
use super::super::node::At;
use super::super::walk::{Pair, Walk};
use super::Both;
use super::bounds::LIMITS;
use super::shape::{Part, Shape};

/// Keywords that lead to other schemas, which are compared whether the keyword differs or not.
const LEADING: [&str; 24] = [
    "properties",
    "patternProperties",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "items",
    "prefixItems",
    "additionalItems",
    "unevaluatedItems",
    "contains",
    "contentSchema",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependencies",
    "oneOf",
    "anyOf",
    "allOf",
    "$ref",
    "$defs",
    "definitions",
    "required",
];

/// The keywords that have to be compared: those that lead on, and those that differ.
pub(super) struct Families<'d>(BTreeSet<&'d str>);

impl<'d> Families<'d> {
    pub(super) fn that_differ(both: &Both<'d>) -> Self {
        let mut found = BTreeSet::new();
        let [old, new] = &both.shapes;
        if let ([before], [after]) = (&*old.parts, &*new.parts) {
            for (this, other) in [(before, after), (after, before)] {
                for (keyword, value) in this.members {
                    if LEADING.contains(&keyword.as_str())
                        || other.members.get(keyword) != Some(value)
                    {
                        found.insert(keyword.as_str());
                    }
                }
            }
        } else {
            let parts = old.parts.iter().chain(&new.parts);
            found.extend(parts.flat_map(|part| part.members.keys().map(String::as_str)));
        }
        let nulls = |shape: &super::Shape<'d>| shape.parts.iter().any(|it| it.or_null);
        if nulls(old) != nulls(new) {
            found.insert("type");
            if found.contains("const") || old.all("enum").chain(new.all("enum")).next().is_some() {
                found.insert("enum");
            }
        }
        Self(found)
    }

    fn any(&self, keywords: &[&str]) -> bool {
        keywords.iter().any(|keyword| self.0.contains(keyword))
    }
}

/// Whether each keyword and property stands in the same of several parts.
pub(super) fn stand_alike(old: &Shape<'_>, new: &Shape<'_>) -> bool {
    let names = |part: &Part<'_>| -> BTreeSet<String> {
        let properties = part.members.get("properties").and_then(Value::as_object);
        let properties = properties
            .into_iter()
            .flatten()
            .map(|(name, _)| format!("{name} "));
        part.members.keys().cloned().chain(properties).collect()
    };
    let parts = || old.parts.iter().zip(&new.parts);
    // What only one of two parts has is a change of its own, unless it moved to another part.
    let all = |shape: &Shape<'_>| shape.parts.iter().flat_map(names).collect::<BTreeSet<_>>();
    old.parts.len() < 2
        || old.parts.len() != new.parts.len()
        || all(old) != all(new)
        || parts().all(|(old, new)| names(old) == names(new))
}

impl<'d> Walk<'d> {
    /// Compares two schemas keyword by keyword.
    pub(super) fn keywords(&mut self, both: &Both<'d>, families: &Families<'d>) {
        if families.any(&["type", "nullable", "oneOf", "anyOf"]) {
            self.types(both);
        }
        if families.any(&["enum", "const", "type", "oneOf", "anyOf"]) {
            self.enums(both);
        }
        for limit in &LIMITS {
            if families.any(limit.keywords) {
                self.limit(both, limit);
            }
        }
        if families.any(&["oneOf", "anyOf"]) {
            self.unions(both);
        }
        if families.any(&["properties", "required"]) {
            self.properties(both);
        }
        for keyword in ["additionalProperties", "unevaluatedProperties"] {
            if families.any(&[keyword]) {
                self.further(both, keyword);
            }
        }
        for (keyword, way) in [
            ("readOnly", super::Way::Request),
            ("writeOnly", super::Way::Response),
        ] {
            if families.any(&[keyword]) {
                self.one_way(both, keyword, way);
            }
        }
        for keyword in &families.0 {
            self.keyword(both, keyword);
        }
    }

    /// A keyword that is compared by itself.
    fn keyword(&mut self, both: &Both<'d>, keyword: &'d str) {
        let means = match keyword {
            "items" | "additionalItems" | "unevaluatedItems" | "contains" | "propertyNames"
            | "contentSchema" => return self.child(both, keyword, both.way),
            "not" | "if" | "then" | "else" => return self.condition(both, keyword),
            "patternProperties" => return self.children(both, keyword, both.way),
            "dependentSchemas" => return self.children(both, keyword, super::Way::Condition),
            "$defs" | "definitions" => return self.children(both, keyword, super::Way::Nowhere),
            "prefixItems" => return self.in_order(both, keyword),
            "dependentRequired" => return self.dependent(both, keyword),
            "discriminator" => return self.discriminator(both),
            "default" => return self.default(both),
            "x-extensible-enum" => return self.extensible(both),
            "x-enumDescriptions" => return self.meanings(both),
            "deprecated" => return self.each(both, keyword, Self::end),
            "$ref"
            | "allOf"
            | "oneOf"
            | "anyOf"
            | "type"
            | "nullable"
            | "enum"
            | "const"
            | "properties"
            | "required"
            | "additionalProperties"
            | "unevaluatedProperties"
            | "readOnly"
            | "writeOnly" => return,
            _ if LIMITS.iter().any(|limit| limit.keywords.contains(&keyword)) => return,
            "x-sunset" => return self.each(both, keyword, Self::announced),
            "x-stability-level" => return self.each(both, keyword, Self::promised),
            "minContains" => Means::Unless(Otherwise::One, Event::NotJudged),
            "xml" => Means::Always(Event::WrittenOtherwise),
            _ => otherwise(keyword),
        };
        self.each(both, keyword, |walk, pair, way| {
            walk.member(pair, way, means);
        });
    }

    /// What both say with a keyword, the first with the first and so on.
    pub(super) fn each(
        &mut self,
        both: &Both<'d>,
        keyword: &'d str,
        compare: impl Fn(&mut Self, Pair<'d>, super::Way),
    ) {
        let [old, new] = [0, 1].map(|side| both.shapes[side].nodes(&mut self.sides[side], keyword));
        for index in 0..old.len().max(new.len()) {
            let nodes = [old.get(index).copied(), new.get(index).copied()];
            let at = [0, 1].map(|side| match nodes[side] {
                Some(node) => node.at,
                None => self.would_be(both, side, keyword),
            });
            compare(self, Pair { nodes, at }, both.way);
        }
    }

    /// Where a keyword would be.
    pub(super) fn would_be(&mut self, both: &Both<'d>, side: usize, keyword: &'d str) -> At {
        self.sides[side].place(both.at[side], keyword)
    }
}
