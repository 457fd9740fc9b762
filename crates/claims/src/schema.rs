//! The claims of a JSON Schema 2020-12, as OpenAPI 3.1 and 3.2 embed it, and of a schema of
//! OpenAPI 3.0, which says the same in other words.

mod dialect;
mod following;
mod variants;

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::reader::Meaning::{self, Each, Value as Plain, Within, Wording};
use crate::reader::{Reader, Subject, elements, members, strings};
use crate::{Aspect, DocumentClaim, Pointer};
use dialect::sole_required;
pub use following::MOST;

/// The media type of a file.
const OCTETS: &str = "application/octet-stream";

/// The most references that are passed on the way to a type.
const MOST_PASSED: usize = 1000;

/// The claims of the schema at `pointer` (RFC 6901) of a document, as a body without operation.
///
/// Both views of a type, `/components/schemas/X` and `/$defs/X`, are read by this one function.
/// A keyword that has no aspect of its own, or an unexpected form, becomes a claim with the aspect
/// [`Aspect::Keyword`]. An unknown pointer gives no claims.
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
        let ty = dialect::own_type(schema, self.is_lenient);
        if ty.is_some()
            && let Some(ty) = self.type_of(schema, &mut Vec::new())
        {
            let pointer = match schema.get("type") {
                Some(_) => Pointer::keyword(node, "type"),
                None => Pointer::to(node),
            };
            self.say(subject, Aspect::Type, &ty, pointer);
        }
        let items = match ty.as_deref() {
            Some(ty) if self.is_array(ty) => Self::items_of_array,
            _ => Self::schema,
        };
        // `if` and `then` are one rule: together they are said here, apart each as it is.
        let [rule, neither] = [
            ("if", dialect::conditional(schema)),
            ("not", dialect::not_neither(schema)),
        ]
        .map(|(keyword, rule)| {
            if let Some(rule) = rule {
                self.required_unless(subject, &rule, &Pointer::keyword(node, keyword));
            }
            said(rule.is_some())
        });
        let is_nullable = dialect::is_nullable(schema);
        let of_others = self.is_lenient && dialect::is_made_of_others(schema);
        let nullable = said(is_nullable && (ty.is_some() || of_others));
        let [minimum, above] = self.bound(subject, node, schema, Aspect::Minimum);
        let [maximum, below] = self.bound(subject, node, schema, Aspect::Maximum);
        let media_type = match schema.get("contentEncoding") {
            Some(_) => Self::encoded_octets,
            None => Self::octets,
        };
        let one_of = if self.is_lenient {
            Self::any_of
        } else {
            Self::variants
        };
        let before = self.made();
        self.following.depth += 1;
        let read = self.object(
            subject,
            node,
            schema,
            &[
                // Said above, together with the type of the items.
                ("type", Within(|_, _, _, ty| dialect::types(ty).map(drop))),
                ("nullable", Within(nullable)),
                ("$ref", Within(Self::reference)),
                ("properties", Within(Self::properties)),
                ("required", Within(Self::required)),
                ("items", Within(items)),
                ("anyOf", Within(Self::any_of)),
                ("oneOf", Within(one_of)),
                ("allOf", Within(Self::all_of)),
                ("if", Within(rule)),
                ("then", Within(rule)),
                ("not", Within(neither)),
                ("additionalProperties", Within(anything)),
                ("description", Wording),
                ("enum", Each(Aspect::Enum)),
                ("const", Plain(Aspect::Enum)),
                ("examples", Each(Aspect::Example)),
                ("x-examples", Each(Aspect::Example)),
                ("x-fields", Each(Aspect::Field)),
                ("x-inferred", Each(Aspect::Inferred)),
                ("x-likely", Each(Aspect::Likely)),
                ("x-enumDescriptions", Within(Self::enum_descriptions)),
                ("title", Plain(Aspect::Title)),
                ("format", Plain(Aspect::Format)),
                ("contentMediaType", Within(media_type)),
                ("contentEncoding", Within(Self::encoding)),
                ("default", Plain(Aspect::Default)),
                ("example", Plain(Aspect::Example)),
                ("pattern", Plain(Aspect::Pattern)),
                ("minLength", Plain(Aspect::MinLength)),
                ("maxLength", Plain(Aspect::MaxLength)),
                ("minItems", Plain(Aspect::MinItems)),
                ("minimum", minimum),
                ("maximum", maximum),
                ("exclusiveMinimum", above),
                ("exclusiveMaximum", below),
                ("x-precision", Plain(Aspect::Precision)),
                ("x-reference-data", Plain(Aspect::ReferenceData)),
                ("x-reference-code", Plain(Aspect::ReferenceCode)),
            ],
        );
        self.following.depth -= 1;
        if of_others {
            self.type_beside_others(subject, node, ty.as_deref(), is_nullable, before);
        }
        read
    }

    /// What a schema says of the type besides the others that it is made of, whose claims are those from
    /// index `before` on.
    fn type_beside_others(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        ty: Option<&str>,
        is_nullable: bool,
        before: usize,
    ) {
        match ty {
            // They repeat it.
            Some(ty) => self.revise(before, |claim| {
                let is_own = claim.aspect == Aspect::Type && claim.element == subject.0;
                !is_own || dialect::without_null(&claim.value) != dialect::without_null(ty)
            }),
            None if is_nullable && !self.allow_null(before, subject) => {
                self.say(subject, Aspect::Keyword, "nullable=true", Pointer::to(node));
            }
            None => {}
        }
    }

    /// Whether a type is one of arrays; read as it is meant, also of arrays or null.
    fn is_array(&self, ty: &str) -> bool {
        ty == "array" || (self.is_lenient && ty == "array|null")
    }

    /// Reads a schema. A boolean schema becomes one claim as it stands.
    pub(super) fn schema_as_it_is(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        schema: &'d Value,
    ) {
        if self.schema(subject, node, schema).is_none() {
            self.as_it_is(subject, node, schema);
        }
    }

    /// `string`, `array`, `array of object`, `string|null`.
    ///
    /// `passed` holds the references on the way: an array may be one of its own items.
    fn type_of(&self, schema: &'d Value, passed: &mut Vec<&'d str>) -> Option<String> {
        let Some(own) = dialect::own_type(schema, self.is_lenient) else {
            if let Some(reference) = schema.get("$ref") {
                let reference = reference.as_str()?;
                if passed.contains(&reference) || passed.len() == MOST_PASSED {
                    return None;
                }
                passed.push(reference);
                return self.type_of(self.target(reference)?.1, passed);
            }
            let mut branches = schema
                .get("allOf")
                .and_then(elements)
                .unwrap_or_default()
                .iter();
            if let Some(ty) = branches.find_map(|branch| self.type_of(branch, passed)) {
                return Some(ty);
            }
            let variants = schema.get("anyOf").or_else(|| schema.get("oneOf"));
            let types = elements(variants?)?.iter();
            let types: Vec<String> = types.filter_map(|it| self.type_of(it, passed)).collect();
            let ty = dialect::joined(types.iter().map(String::as_str));
            return Some(ty).filter(|ty| !ty.is_empty());
        };
        let items = schema.get("items").filter(|_| self.is_array(&own));
        match items.and_then(|items| self.type_of(items, passed)) {
            Some(items) if own == "array" => Some(format!("array of {items}")),
            Some(items) => Some(format!("array of {}|null", dialect::without_null(&items))),
            None => Some(own),
        }
    }

    fn properties(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        for (property, schema) in members(value)? {
            let (subject, node) = (subject.property(property), Pointer::step(node, property));
            if !self.following.reads(&subject) {
                continue;
            }
            self.say(&subject, Aspect::Listed, "", Pointer::to(&node));
            self.schema_as_it_is(&subject, &node, schema);
        }
        Some(())
    }

    /// What each of the listed values means.
    fn enum_descriptions(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        value: &'d Value,
    ) -> Option<()> {
        let said = members(value)?;
        if !said.values().all(Value::is_string) {
            return None;
        }
        for value in said.keys() {
            let pointer = Pointer::to(&Pointer::step(node, value));
            self.say(subject, Aspect::EnumDescription, value, pointer);
        }
        Some(())
    }

    /// A file, which 3.1 says by its media type, and 3.0 by `format: binary`.
    fn octets(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        (value == OCTETS).then(|| self.say(subject, Aspect::Format, "binary", Pointer::to(node)))
    }

    /// The same beside an encoding, which says it.
    fn encoded_octets(_: &mut Self, _: &Subject, _: &Arc<str>, value: &'d Value) -> Option<()> {
        (value == OCTETS).then_some(())
    }

    /// Base64, which 3.0 says by `format: byte`.
    fn encoding(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        (value == "base64").then(|| self.say(subject, Aspect::Format, "byte", Pointer::to(node)))
    }

    fn required(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        for property in strings(value)? {
            let property = subject.property(property);
            if self.following.reads(&property) {
                self.say(&property, Aspect::Required, "true", Pointer::to(node));
            }
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
        self.without_wording_of_type(before, subject);
        Some(())
    }

    /// The wording of a named type, like its name, is a label: it describes no element that has
    /// the type.
    pub(super) fn without_wording_of_type(&mut self, before: usize, subject: &Subject) {
        self.revise(before, |claim| {
            claim.aspect != Aspect::Description || claim.name != subject.name
        });
    }

    /// Variants; of nothing but single `required` properties, each is required unless another is.
    fn any_of(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        let sole: Option<Vec<&str>> = elements(value)?.iter().map(sole_required).collect();
        let Some(sole) = sole.filter(|sole| sole.len() > 1) else {
            return self.variants(subject, node, value);
        };
        self.required_unless(subject, &sole, &Pointer::to(node));
        Some(())
    }

    /// All of several schemas: what each of them says.
    fn all_of(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) -> Option<()> {
        let branches = elements(value)?;
        if !branches.iter().all(Value::is_object) {
            return None;
        }
        for (index, schema) in branches.iter().enumerate() {
            match dialect::rule(schema) {
                Some(rule) => self.required_unless(subject, &rule, &Pointer::to(node)),
                None => {
                    self.schema(subject, &Pointer::step(node, &index.to_string()), schema);
                }
            }
        }
        Some(())
    }

    /// What a bound and the keyword that excludes it say: in 2020-12 each a number, in 3.0 the
    /// latter a mark of the former, said here as the number that it excludes.
    fn bound(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        schema: &'d Value,
        aspect: Aspect,
    ) -> [Meaning<'d>; 2] {
        let [inclusive, exclusive] = match aspect {
            Aspect::Minimum => ["minimum", "exclusiveMinimum"],
            _ => ["maximum", "exclusiveMaximum"],
        };
        match (schema.get(inclusive), schema.get(exclusive)) {
            (Some(bound), Some(Value::Bool(true))) if bound.is_number() => {
                self.other(subject, node, exclusive, bound);
                [Within(said(true)), Within(said(true))]
            }
            _ => [Plain(aspect), Within(said(false))],
        }
    }

    /// Each of these properties is required if the others are absent.
    fn required_unless(&mut self, subject: &Subject, names: &[&str], pointer: &Pointer) {
        for name in names {
            let others = names.iter().filter(|other| other != &name).copied();
            let others = others.collect::<Vec<_>>().join(",");
            let property = subject.property(name);
            self.say(&property, Aspect::RequiredUnless, &others, pointer.clone());
        }
    }
}

/// A schema that allows every value makes no claim.
fn anything<'d>(_: &mut Reader<'d>, _: &Subject, _: &Arc<str>, schema: &'d Value) -> Option<()> {
    let all = *schema == Value::Bool(true) || schema.as_object().is_some_and(Map::is_empty);
    all.then_some(())
}

/// Makes no claim if the value has been read elsewhere, and one claim as it stands if not.
fn said<'d>(elsewhere: bool) -> crate::reader::Within<'d> {
    if elsewhere {
        |_, _, _, _| Some(())
    } else {
        |_, _, _, _| None
    }
}
