//! The fields of each object that OpenAPI 3.0.3 knows, and what they hold.

use crate::keywords::lists;

/// An object of OpenAPI 3.0.3, section 4.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
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
    // An encoding has extensions by the text of 3.0.3, and none by its official schema.
    if field.starts_with("x-") && kind != Kind::Encoding {
        return Some(Data);
    }
    let child = match kind {
        Kind::Document => match field {
            "info" => One(Kind::Info),
            "paths" => One(Kind::Paths),
            "components" => One(Kind::Components),
            "security" => Security,
            "webhooks" | "jsonSchemaDialect" => Elsewhere,
            "openapi" | "servers" | "tags" | "externalDocs" => Data,
            _ => return None,
        },
        Kind::Info => match field {
            "license" => One(Kind::License),
            "summary" => Elsewhere,
            "title" | "description" | "termsOfService" | "contact" | "version" => Data,
            _ => return None,
        },
        Kind::License => match field {
            "identifier" => Elsewhere,
            "name" | "url" => Data,
            _ => return None,
        },
        Kind::Components => match field {
            "schemas" => Named(Kind::Schema),
            "responses" => Named(Kind::Response),
            "parameters" => Named(Kind::Parameter),
            "examples" => Named(Kind::Example),
            "requestBodies" => Named(Kind::RequestBody),
            "headers" => Named(Kind::Header),
            "securitySchemes" => Named(Kind::SecurityScheme),
            "links" => Named(Kind::Link),
            "callbacks" => Named(Kind::Callback),
            "pathItems" => Elsewhere,
            _ => return None,
        },
        Kind::Paths | Kind::Callback => One(Kind::PathItem),
        Kind::PathItem => match field {
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" => {
                One(Kind::Operation)
            }
            "parameters" => Each(Kind::Parameter),
            "$ref" => Elsewhere,
            "summary" | "description" | "servers" => Data,
            _ => return None,
        },
        Kind::Operation => match field {
            "parameters" => Each(Kind::Parameter),
            "requestBody" => One(Kind::RequestBody),
            "responses" => One(Kind::Responses),
            "callbacks" => Named(Kind::Callback),
            "security" => Security,
            "tags" | "summary" | "description" | "externalDocs" | "operationId" | "deprecated"
            | "servers" => Data,
            _ => return None,
        },
        Kind::Responses => One(Kind::Response),
        kind => return of_message(kind, field),
    };
    Some(child)
}

/// The same of the objects that describe messages, and what these are made of.
fn of_message(kind: Kind, field: &str) -> Option<Child> {
    let child = match (kind, field) {
        (Kind::Parameter | Kind::Header | Kind::MediaType, "schema") => One(Kind::Schema),
        (Kind::Parameter | Kind::Header | Kind::MediaType, "examples") => Named(Kind::Example),
        (Kind::Parameter | Kind::Header | Kind::RequestBody | Kind::Response, "content") => {
            Named(Kind::MediaType)
        }
        (Kind::Response | Kind::Encoding, "headers") => Named(Kind::Header),
        (Kind::Response, "links") => Named(Kind::Link),
        (Kind::MediaType, "encoding") => Named(Kind::Encoding),
        _ if lists(data(kind), field) => Data,
        _ => return None,
    };
    Some(child)
}

/// The fields of such an object that are the same in both versions.
fn data(kind: Kind) -> &'static str {
    match kind {
        Kind::Parameter => {
            "name in description required deprecated allowEmptyValue style \
             explode allowReserved example"
        }
        Kind::Header => {
            "description required deprecated style explode allowReserved \
             example"
        }
        Kind::RequestBody => "description required",
        Kind::MediaType => "example",
        Kind::Encoding => "contentType style explode allowReserved",
        Kind::Response => "description",
        Kind::Example => "summary description value externalValue",
        Kind::Link => "operationRef operationId parameters requestBody description server",
        Kind::SecurityScheme => {
            "type description name in scheme bearerFormat flows \
             openIdConnectUrl"
        }
        _ => "",
    }
}
