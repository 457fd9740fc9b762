//! Where in a description a reference stands, which says what it may lead to.

use claims::openapi::is_data;

use self::What::{
    Body, Callback, Components, Data, Document, Encoding, Example, Header, Link, MediaType,
    Operation, Other, Parameter, PathItem, Response, Schema, SecurityScheme,
};

/// An object that OpenAPI or Swagger names; `Other` is any other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    Header,
    Body,
    Response,
    MediaType,
    Encoding,
    Schema,
    Example,
    Link,
    Callback,
    SecurityScheme,
    /// The values of `discriminator.mapping`: names of schemas, or references.
    Discriminator,
    /// Not ours to read: examples, defaults and extensions.
    Data,
    Other,
}

/// One such object, or a map or a list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) what: What,
    /// Whether it is a map or a list.
    pub(super) many: bool,
    /// Whether the object is a component.
    pub(super) shared: bool,
}

/// One object.
pub(super) const fn one(what: What) -> Place {
    Place {
        what,
        many: false,
        shared: false,
    }
}

/// A map or a list of them.
const fn many(what: What) -> Place {
    Place {
        many: true,
        ..one(what)
    }
}

/// The components of one kind.
const fn shared(what: What) -> Place {
    Place {
        shared: true,
        ..many(what)
    }
}

/// The kinds of components: of OpenAPI, and of Swagger where that has them.
pub(super) const KINDS: [(What, &str, Option<&str>); 9] = [
    (Schema, "schemas", Some("definitions")),
    (Parameter, "parameters", Some("parameters")),
    (Response, "responses", Some("responses")),
    (Body, "requestBodies", None),
    (Header, "headers", None),
    (Example, "examples", None),
    (Link, "links", None),
    (Callback, "callbacks", None),
    (SecurityScheme, "securitySchemes", None),
];

impl Place {
    /// What the component is that a reference may lead to at this place.
    pub(super) fn kind(self) -> Option<What> {
        let kinds = KINDS.iter().map(|(what, ..)| *what);
        kinds.filter(|_| !self.many).find(|it| *it == self.what)
    }

    /// An element of a list.
    pub(super) fn element(self) -> Self {
        Place {
            many: false,
            ..self
        }
    }

    /// The place of a member.
    pub(super) fn member(self, name: &str) -> Self {
        if self.many {
            return self.element();
        }
        if name.starts_with("x-") {
            return one(Data);
        }
        match (self.what, name) {
            (Document, "paths" | "webhooks") | (Components, "pathItems") => many(PathItem),
            (Document, "components") => one(Components),
            (Document | Components, _) => {
                let mut kinds = KINDS.iter();
                let kind = kinds.find(|(_, openapi, swagger)| match self.what {
                    Components => *openapi == name,
                    _ => *swagger == Some(name),
                });
                kind.map_or(one(Other), |(what, ..)| shared(*what))
            }
            (PathItem | Operation, "parameters") => many(Parameter),
            (PathItem, "servers" | "summary" | "description") => one(Other),
            (PathItem, _) => one(Operation),
            (Operation, "requestBody") => one(Body),
            (Operation, "responses") => many(Response),
            (Operation, "callbacks") => many(Callback),
            (Callback, _) => one(PathItem),
            (Parameter | Header | Body | Response, "content") => many(MediaType),
            (Parameter | Header | MediaType, "examples") => many(Example),
            (MediaType, "encoding") => many(Encoding),
            (Response | Encoding, "headers") => many(Header),
            (Response, "links") => many(Link),
            (_, member) if is_data(member) => one(Data),
            (Schema, "discriminator") => one(What::Discriminator),
            (
                Schema,
                "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions"
                | "allOf" | "anyOf" | "oneOf" | "prefixItems",
            ) => many(Schema),
            (Parameter | Header | MediaType | Response, "schema")
            | (
                Schema,
                "items"
                | "additionalProperties"
                | "not"
                | "if"
                | "then"
                | "else"
                | "contains"
                | "propertyNames"
                | "unevaluatedItems"
                | "unevaluatedProperties"
                | "contentSchema",
            ) => one(Schema),
            _ => one(Other),
        }
    }
}
