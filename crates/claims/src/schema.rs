//! The claims of a JSON Schema 2020-12, as OpenAPI 3.1 embeds it.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Each, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, members, strings};
use crate::{Aspect, DocumentClaim, Pointer};

/// The claims of the schema at `pointer` (RFC 6901) of a document, as a body without operation.
///
/// Both views of a type, `/components/schemas/X` and `/$defs/X`, are read by this one function.
/// Any keyword that has no aspect of its own, or not the form that it should have, becomes a claim
/// with the aspect [`Aspect::Keyword`]. An unknown pointer gives no claims.
#[must_use]
pub fn claims(root: &Value, pointer: &str) -> Vec<DocumentClaim> {
    let mut reader = Reader::new(root);
    let subject = Subject::new("", "body", "");
    if let Some(schema) = root.pointer(pointer) {
        reader.schema_as_it_is(&subject, &pointer.into(), schema);
    }
    reader.into_claims()
}

impl<'d> Reader<'d> {
    /// Reads the schema at `node`; a schema without keywords says nothing.
    pub(crate) fn schema(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        schema: &'d Value,
    ) -> Option<()> {
        let ty = schema.get("type").and_then(own_type);
        if ty.is_some()
            && let Some(ty) = self.type_of(schema, &mut Vec::new())
        {
            self.say(subject, Aspect::Type, &ty, Pointer::keyword(node, "type"));
        }
        let items = match ty.as_deref() {
            Some("array") => Self::items_of_array,
            _ => Self::schema,
        };
        self.object(
            subject,
            node,
            schema,
            &[
                // Said above, together with the type of the items.
                ("type", Within(|_, _, _, ty| own_type(ty).map(drop))),
                ("$ref", Within(Self::reference)),
                ("properties", Within(Self::properties)),
                ("required", Within(Self::required)),
                ("items", Within(items)),
                ("anyOf", Within(Self::any_of)),
                ("description", Wording),
                ("enum", Each(Aspect::Enum)),
                ("examples", Each(Aspect::Example)),
                ("x-fields", Each(Aspect::Field)),
                ("x-inferred", Each(Aspect::Inferred)),
                ("title", Plain(Aspect::Title)),
                ("format", Plain(Aspect::Format)),
                ("default", Plain(Aspect::Default)),
                ("example", Plain(Aspect::Example)),
                ("pattern", Plain(Aspect::Pattern)),
                ("minLength", Plain(Aspect::MinLength)),
                ("maxLength", Plain(Aspect::MaxLength)),
                ("minimum", Plain(Aspect::Minimum)),
                ("maximum", Plain(Aspect::Maximum)),
                ("x-precision", Plain(Aspect::Precision)),
                ("x-reference-data", Plain(Aspect::ReferenceData)),
                ("x-reference-code", Plain(Aspect::ReferenceCode)),
            ],
        )
    }

    /// Reads what should be a schema; a boolean, which says all or nothing, is said as it is.
    fn schema_as_it_is(&mut self, subject: &Subject, node: &Arc<str>, schema: &'d Value) {
        if self.schema(subject, node, schema).is_none() {
            self.as_it_is(subject, node, schema);
        }
    }

    /// `string`, `array`, `array of object`, `string|null`.
    ///
    /// `passed` holds the references on the way: an array may be one of its own items.
    fn type_of(&self, schema: &'d Value, passed: &mut Vec<&'d str>) -> Option<String> {
        let Some(own) = schema.get("type").and_then(own_type) else {
            let reference = schema.get("$ref")?.as_str()?;
            if passed.contains(&reference) {
                return None;
            }
            passed.push(reference);
            return self.type_of(self.target(reference)?.1, passed);
        };
        let items = schema.get("items").filter(|_| own == "array");
        match items.and_then(|items| self.type_of(items, passed)) {
            Some(items) => Some(format!("array of {items}")),
            None => Some(own),
        }
    }

    /// Follows a reference; one that is unresolved or recursive is said, not followed.
    fn reference(&mut self, subject: &Subject, _: &Arc<str>, value: &'d Value) -> Option<()> {
        let reference = value.as_str()?;
        let (node, target) = self.target(reference)?;
        if self.path.contains(&reference) {
            return None;
        }
        self.path.push(reference);
        self.schema_as_it_is(subject, &node, target);
        self.path.pop();
        self.reached.insert(node.to_string());
        Some(())
    }

    fn properties(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        for (property, schema) in members(value)? {
            let (subject, node) = (subject.property(property), Pointer::step(node, property));
            self.say(&subject, Aspect::Listed, "", Pointer::to(&node));
            self.schema_as_it_is(&subject, &node, schema);
        }
        Some(())
    }

    fn required(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        for property in strings(value)? {
            let property = subject.property(property);
            self.say(&property, Aspect::Required, "true", Pointer::to(node));
        }
        Some(())
    }

    /// Arrays add no brackets to names: what is said of the items is said of the array's name.
    fn items_of_array(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        value: &'d Value,
    ) -> Option<()> {
        let before = self.made();
        self.schema(subject, node, value)?;
        // The array's own type says already what its items are.
        if let Some(said) = self.type_of(value, &mut Vec::new()) {
            self.revise(before, |claim| {
                claim.aspect != Aspect::Type || claim.name != subject.name || *claim.value != *said
            });
        }
        Some(())
    }

    /// `anyOf` of nothing but single `required` properties: each is required unless another is.
    fn any_of(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        let sole: Option<Vec<&str>> = elements(value)?.iter().map(sole_required).collect();
        let sole = sole.filter(|sole| sole.len() > 1)?;
        for property in &sole {
            let others = sole.iter().filter(|other| other != &property).copied();
            let others = others.collect::<Vec<_>>().join(",");
            let property = subject.property(property);
            self.say(
                &property,
                Aspect::RequiredUnless,
                &others,
                Pointer::to(node),
            );
        }
        Some(())
    }
}

/// `string`, or `string|null`.
fn own_type(ty: &Value) -> Option<String> {
    match ty {
        Value::String(ty) => Some(ty.clone()),
        types => strings(types).map(|types| types.join("|")),
    }
}

/// `{"required": ["a"]}` and nothing else.
fn sole_required(schema: &Value) -> Option<&str> {
    let keywords = schema.as_object().filter(|keywords| keywords.len() == 1)?;
    match keywords.get("required")?.as_array()?.as_slice() {
        [Value::String(property)] => Some(property),
        _ => None,
    }
}
