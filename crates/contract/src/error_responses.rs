//! The error responses of an operation, declared by the rows of its error table.

use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::{Ref, RefOr, Response, ResponseBuilder};

/// Declares the error responses of a vendor's operation, row by row:
/// `status => (type, "code", "details", "more info")`. The last is optional. What of the response is
/// our judgement may follow: `inferred "schema"`.
///
/// Every response has the vendor's `Error` as its body and the row, named after its code, as an example.
macro_rules! error_responses {
    ($name:ident of $vendor:ident {
        $($status:literal => ($type:ident, $code:literal, $details:literal $(, $more_info:literal)?) $(inferred $inferred:literal)?,)+
    }) => {
        /// The documented errors of the operation.
        struct $name;

        impl utoipa::IntoResponses for $name {
            fn responses() -> std::collections::BTreeMap<
                String,
                utoipa::openapi::RefOr<utoipa::openapi::Response>,
            > {
                use $crate::$vendor::error::{Error, ErrorType, description};
                [$((
                    stringify!($status).to_owned(),
                    $crate::error_responses::response(
                        const { description($status) },
                        $code,
                        &Error {
                            r#type: ErrorType::$type,
                            code: $code.to_owned(),
                            details: Some($details.to_owned()),
                            $(more_info: Some($more_info.to_owned()),)?
                            ..Error::default()
                        },
                        &[$($inferred)?],
                    ),
                )),+]
                .into()
            }
        }
    };
}

pub(crate) use error_responses;

/// The response that a row of an error table documents.
pub(crate) fn response<E: Serialize + ToSchema>(
    description: &str,
    code: &str,
    row: &E,
    inferred: &[&str],
) -> RefOr<Response> {
    let example = ExampleBuilder::new().value(Some(json!(row))).build();
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(E::name())))
        .examples_from_iter([(code, example)])
        .build();
    let response = ResponseBuilder::new()
        .description(description)
        .content("application/json", content);
    if inferred.is_empty() {
        return response.build().into();
    }
    let mark = ExtensionsBuilder::new().add("x-inferred", inferred).build();
    response.extensions(Some(mark)).build().into()
}
