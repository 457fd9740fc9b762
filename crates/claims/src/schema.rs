//! The claims of a JSON Schema 2020-12, as OpenAPI 3.1 embeds it.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::{Aspect, Claim, DocumentClaim, Pointer};

/// A place whose body, parameter or header a schema describes.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The operation, as in [`Claim::operation`].
    pub operation: Arc<str>,
    /// The place, as in [`Claim::place`].
    pub place: Arc<str>,
    /// A parameter's name or a property's dotted path, empty for a body.
    pub name: Arc<str>,
}

impl Subject {
    /// The property of this subject.
    fn property(&self, property: &str) -> Self {
        let name = match &*self.name {
            "" => property.into(),
            name => format!("{name}.{property}").into(),
        };
        Self {
            name,
            ..self.clone()
        }
    }
}

/// Reads schemas of one document into claims; references are followed within that document.
pub struct SchemaReader<'d> {
    root: &'d Value,
    claims: Vec<DocumentClaim>,
    /// References being followed, outermost first: a schema may contain itself.
    path: Vec<String>,
}

impl<'d> SchemaReader<'d> {
    /// A reader of the schemas of `root`.
    #[must_use]
    pub fn new(root: &'d Value) -> Self {
        Self {
            root,
            claims: Vec::new(),
            path: Vec::new(),
        }
    }

    /// The claims read so far, in the order of reading.
    #[must_use]
    pub fn into_claims(self) -> Vec<DocumentClaim> {
        self.claims
    }

    /// Adds a claim made at `pointer`.
    pub fn say(&mut self, subject: &Subject, aspect: Aspect, value: &str, pointer: Pointer) {
        let Subject {
            operation,
            place,
            name,
        } = subject.clone();
        let claim = Claim {
            operation,
            place,
            name,
            aspect,
            value: value.into(),
        };
        self.claims.push(DocumentClaim { claim, pointer });
    }

    /// Reads the schema at `node`.
    pub fn read(&mut self, subject: &Subject, node: &Arc<str>, schema: &'d Value) {
        let Value::Object(keywords) = schema else {
            let said = format!("schema={schema}");
            return self.say(subject, Aspect::Keyword, &said, Pointer::to(node));
        };
        self.ty(subject, node, keywords);
        for (keyword, value) in keywords {
            self.keyword(subject, node, keyword, value);
        }
    }

    fn ty(&mut self, subject: &Subject, node: &Arc<str>, keywords: &Map<String, Value>) {
        if keywords.contains_key("type") {
            let ty = self.type_of(keywords);
            self.say(subject, Aspect::Type, &ty, Pointer::keyword(node, "type"));
        }
    }

    /// `string`, `array`, `array of object`, `string|null`.
    fn type_of(&self, keywords: &Map<String, Value>) -> String {
        let own = match keywords.get("type") {
            Some(Value::String(ty)) => ty.clone(),
            Some(Value::Array(types)) => types
                .iter()
                .filter_map(Value::as_str)
                .collect::<Vec<_>>()
                .join("|"),
            _ => String::new(),
        };
        let items = keywords.get("items").and_then(Value::as_object);
        match (own.as_str(), items) {
            ("array", Some(items)) => match self.type_of(self.target(items)).as_str() {
                "" => own,
                items => format!("array of {items}"),
            },
            _ => own,
        }
    }

    /// The keywords that a reference stands for, or the keywords themselves.
    fn target<'k>(&self, keywords: &'k Map<String, Value>) -> &'k Map<String, Value>
    where
        'd: 'k,
    {
        keywords
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| self.root.pointer(reference.strip_prefix('#')?))
            .and_then(Value::as_object)
            .unwrap_or(keywords)
    }

    fn keyword(&mut self, subject: &Subject, node: &Arc<str>, keyword: &str, value: &'d Value) {
        let simple = match keyword {
            "type" => return,
            "$ref" => return self.reference(subject, node, value),
            "properties" => return self.properties(subject, node, value),
            "required" => return self.required(subject, node, value),
            "items" => return self.items(subject, node, value),
            "anyOf" => return self.any_of(subject, node, value),
            "enum" => return self.each(subject, node, Aspect::Enum, "enum", value),
            "examples" => return self.each(subject, node, Aspect::Example, "examples", value),
            "x-fields" => return self.each(subject, node, Aspect::Field, "x-fields", value),
            "x-inferred" => return self.each(subject, node, Aspect::Inferred, "x-inferred", value),
            "description" => {
                let pointer = Pointer::keyword(node, "description");
                return self.say(subject, Aspect::Description, "stated", pointer);
            }
            "title" => (Aspect::Title, "title"),
            "format" => (Aspect::Format, "format"),
            "default" => (Aspect::Default, "default"),
            "example" => (Aspect::Example, "example"),
            "pattern" => (Aspect::Pattern, "pattern"),
            "minLength" => (Aspect::MinLength, "minLength"),
            "maxLength" => (Aspect::MaxLength, "maxLength"),
            "minimum" => (Aspect::Minimum, "minimum"),
            "maximum" => (Aspect::Maximum, "maximum"),
            "x-precision" => (Aspect::Precision, "x-precision"),
            "x-reference-data" => (Aspect::ReferenceData, "x-reference-data"),
            "x-reference-code" => (Aspect::ReferenceCode, "x-reference-code"),
            _ => {
                let pointer = Pointer::to(&Pointer::step(node, keyword));
                let said = format!("{keyword}={value}");
                return self.say(subject, Aspect::Keyword, &said, pointer);
            }
        };
        let (aspect, keyword) = simple;
        self.say(
            subject,
            aspect,
            &plain(value),
            Pointer::keyword(node, keyword),
        );
    }

    fn reference(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) {
        let reference = value.as_str().unwrap_or_default();
        let target = reference
            .strip_prefix('#')
            .and_then(|path| self.root.pointer(path));
        let (Some(target), false) = (target, self.path.iter().any(|outer| outer == reference))
        else {
            // Unresolved or recursive: said, not followed.
            let said = format!("$ref={reference}");
            return self.say(
                subject,
                Aspect::Keyword,
                &said,
                Pointer::keyword(node, "$ref"),
            );
        };
        self.path.push(reference.to_owned());
        self.read(subject, &reference[1..].into(), target);
        self.path.pop();
    }

    fn properties(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) {
        let node = Pointer::step(node, "properties");
        for (property, schema) in value.as_object().into_iter().flatten() {
            let (subject, node) = (subject.property(property), Pointer::step(&node, property));
            self.say(&subject, Aspect::Listed, "", Pointer::to(&node));
            self.read(&subject, &node, schema);
        }
    }

    fn required(&mut self, subject: &Subject, node: &Arc<str>, value: &Value) {
        for property in value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            let pointer = Pointer::keyword(node, "required");
            self.say(
                &subject.property(property),
                Aspect::Required,
                "true",
                pointer,
            );
        }
    }

    /// Arrays add no brackets to names: what is said of the items is said of the array's name.
    fn items(&mut self, subject: &Subject, node: &Arc<str>, value: &'d Value) {
        let node = Pointer::step(node, "items");
        let before = self.claims.len();
        self.read(subject, &node, value);
        // The array's own type says already what its items are.
        let name = &subject.name;
        let mut at = 0;
        self.claims.retain(|made| {
            at += 1;
            at <= before || made.claim.aspect != Aspect::Type || made.claim.name != *name
        });
    }

    /// `anyOf` of nothing but single `required` properties: each is required unless another is.
    fn any_of(&mut self, subject: &Subject, node: &Arc<str>, value: &Value) {
        let alternatives = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let sole: Option<Vec<&str>> = alternatives.iter().map(sole_required).collect();
        let pointer = Pointer::keyword(node, "anyOf");
        let Some(sole) = sole.filter(|sole| sole.len() > 1) else {
            return self.say(subject, Aspect::Keyword, &format!("anyOf={value}"), pointer);
        };
        for property in &sole {
            let others = sole.iter().filter(|other| other != &property).copied();
            let others = others.collect::<Vec<_>>().join(",");
            let subject = subject.property(property);
            self.say(&subject, Aspect::RequiredUnless, &others, pointer.clone());
        }
    }

    fn each(
        &mut self,
        subject: &Subject,
        node: &Arc<str>,
        aspect: Aspect,
        keyword: &'static str,
        values: &Value,
    ) {
        for value in values.as_array().into_iter().flatten() {
            self.say(
                subject,
                aspect,
                &plain(value),
                Pointer::keyword(node, keyword),
            );
        }
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

/// A string without quotes, anything else as compact JSON.
#[must_use]
pub fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// The claims of the schema at `pointer` (RFC 6901) of a document, as a body without operation.
///
/// Both views of a type, `/components/schemas/X` and `/$defs/X`, are read by this one function.
/// An unknown pointer gives no claims.
#[must_use]
pub fn claims(root: &Value, pointer: &str) -> Vec<DocumentClaim> {
    let mut reader = SchemaReader::new(root);
    let subject = Subject {
        operation: "".into(),
        place: "body".into(),
        name: "".into(),
    };
    if let Some(schema) = root.pointer(pointer) {
        reader.read(&subject, &pointer.into(), schema);
    }
    reader.into_claims()
}
