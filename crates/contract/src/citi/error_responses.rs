//! The error responses of an operation, declared by the rows of its error tables.

use serde_json::json;
use utoipa::ToSchema;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::{Ref, RefOr, Response, ResponseBuilder};

use super::error::{Error, ErrorType};

/// Declares a type that is the error responses of an operation: its rows, `status => (type, "code", "details")`.
///
/// Every response has the type [`Error`] as its body and the row, named after its code, as an example.
macro_rules! error_responses {
    ($name:ident { $($status:literal => ($type:ident, $code:literal, $details:literal),)+ }) => {
        /// The documented errors of the operation.
        struct $name;

        impl utoipa::IntoResponses for $name {
            fn responses() -> std::collections::BTreeMap<
                String,
                utoipa::openapi::RefOr<utoipa::openapi::Response>,
            > {
                use $crate::citi::{error::ErrorType, error_responses};
                [$((
                    stringify!($status).to_owned(),
                    error_responses::response(
                        const { error_responses::description($status) },
                        ErrorType::$type,
                        $code,
                        $details,
                    ),
                )),+]
                .into()
            }
        }
    };
}

pub(crate) use error_responses;

/// What a status means; a status without a meaning here does not compile.
pub(crate) const fn description(status: u16) -> &'static str {
    match status {
        400 => "The request lacks a parameter or has an invalid one.",
        401 => "The request carries no valid credentials.",
        403 => "No access to this resource is configured.",
        404 => "The resource is empty or was not found.",
        500 => "An error within the service made the request fail.",
        _ => panic!("expected a status whose meaning is written here"),
    }
}

/// The response that a row of an error table documents.
pub(crate) fn response(
    description: &str,
    r#type: ErrorType,
    code: &str,
    details: &str,
) -> RefOr<Response> {
    let row = json!(Error {
        code: code.to_owned(),
        details: Some(details.to_owned()),
        location: None,
        r#type,
        more_info: None,
    });
    let example = ExampleBuilder::new().value(Some(row)).build();
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(Error::name())))
        .examples_from_iter([(code, example)])
        .build();
    ResponseBuilder::new()
        .description(description)
        .content("application/json", content)
        .build()
        .into()
}
