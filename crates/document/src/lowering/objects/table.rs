//! The fields of each object that OpenAPI 3.0.3 knows, and what they hold.

/// An object of OpenAPI 3.0.3, section 4.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    Document,
    Info,
    License,
    Components,
    Paths,
    PathItem,
    Operation,
    Parameter,
    Header,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Callback,
    Example,
    Link,
    SecurityScheme,
    Schema,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Child {
    /// What is the same in both versions, or nobody's but the author's.
    Data,
    One(Kind),
    Each(Kind),
    Named(Kind),
    /// Security requirements.
    Security,
    /// What 3.0 does not have and is said elsewhere.
    Elsewhere,
}

use Child::{Data, Each, Elsewhere, Named, One, Security};

/// Whether a Reference Object may stand for it.
pub(super) fn may_be_reference(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Parameter
            | Kind::Header
            | Kind::RequestBody
            | Kind::Response
            | Kind::Callback
            | Kind::Example
            | Kind::Link
            | Kind::SecurityScheme
    )
}

/// What a field of an object holds; nothing if 3.0 does not know the field.
pub(super) fn child(kind: Kind, field: &str) -> Option<Child> {
    if field.starts_with("x-") {
        return Some(Data);
    }
    let child = match (kind, field) {
        (Kind::Document, "paths") => One(Kind::Paths),
        (Kind::Document, "info") => One(Kind::Info),
        (Kind::Document, "components") => One(Kind::Components),
        (Kind::Document | Kind::Operation, "security") => Security,
        (Kind::Document, "webhooks" | "jsonSchemaDialect") => Elsewhere,
        (Kind::Document, "openapi" | "servers" | "tags" | "externalDocs") => Data,
        (Kind::Info, "license") => One(Kind::License),
        (Kind::Info, "summary") | (Kind::License, "identifier") => Elsewhere,
        (Kind::Info, "title" | "description" | "termsOfService" | "contact" | "version")
        | (Kind::License, "name" | "url") => Data,
        (Kind::Components, "schemas") => Named(Kind::Schema),
        (Kind::Components, "securitySchemes") => Named(Kind::SecurityScheme),
        (Kind::Components, "pathItems") => Elsewhere,
        (Kind::Components, "requestBodies") => Named(Kind::RequestBody),
        (Kind::Components, "parameters") => Named(Kind::Parameter),
        (Kind::Components, "callbacks") | (Kind::Operation, "callbacks") => Named(Kind::Callback),
        (Kind::Components, "responses") => Named(Kind::Response),
        (Kind::Components | Kind::Response | Kind::Encoding, "headers") => Named(Kind::Header),
        (Kind::Components | Kind::Response, "links") => Named(Kind::Link),
        (Kind::Components | Kind::Parameter | Kind::Header | Kind::MediaType, "examples") => {
            Named(Kind::Example)
        }
        (Kind::Paths | Kind::Callback, _) => One(Kind::PathItem),
        (
            Kind::PathItem,
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace",
        ) => One(Kind::Operation),
        (Kind::PathItem | Kind::Operation, "parameters") => Each(Kind::Parameter),
        (Kind::PathItem | Kind::Operation, "summary" | "description" | "servers") => Data,
        (Kind::PathItem, "$ref") => Elsewhere,
        (Kind::Operation, "requestBody") => One(Kind::RequestBody),
        (Kind::Operation, "responses") => One(Kind::Responses),
        (Kind::Operation, "tags" | "externalDocs" | "operationId" | "deprecated") => Data,
        (Kind::Responses, _) => One(Kind::Response),
        (Kind::Parameter | Kind::Header | Kind::MediaType, "schema") => One(Kind::Schema),
        (Kind::Parameter | Kind::Header | Kind::RequestBody | Kind::Response, "content") => {
            Named(Kind::MediaType)
        }
        (Kind::MediaType, "encoding") => Named(Kind::Encoding),
        (Kind::Parameter, "name" | "in" | "allowEmptyValue")
        | (
            Kind::Parameter | Kind::Header | Kind::Encoding,
            "style" | "explode" | "allowReserved",
        )
        | (Kind::Parameter | Kind::Header, "required" | "deprecated" | "description")
        | (Kind::Parameter | Kind::Header | Kind::MediaType, "example")
        | (Kind::RequestBody, "required" | "description")
        | (Kind::Encoding, "contentType")
        | (Kind::Response | Kind::Link | Kind::SecurityScheme, "description")
        | (Kind::Example, "summary" | "description" | "value" | "externalValue")
        | (Kind::Link, "operationRef" | "operationId" | "parameters" | "requestBody" | "server")
        | (
            Kind::SecurityScheme,
            "type" | "name" | "in" | "scheme" | "bearerFormat" | "flows" | "openIdConnectUrl",
        ) => Data,
        _ => return None,
    };
    Some(child)
}
