//! The places where a catalogue contradicts itself.

/// A place where the catalogue contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum BuildError {
    /// Two types would be one component.
    #[error("expected one type named `{name}`, but found `{one}` and `{other}` instead")]
    SchemaCollision {
        /// The component name.
        name: String,
        /// The Rust path of the first.
        one: String,
        /// The Rust path of the second.
        other: String,
    },
    /// One type has two names.
    #[error(
        "expected `{rust}` to have one name, but found `{utoipa}` (utoipa) and `{schemars}` \
         (schemars) instead"
    )]
    TwoNames {
        /// The Rust path of the type.
        rust: String,
        /// Its name in the OpenAPI document.
        utoipa: String,
        /// Its name in the JSON Schema.
        schemars: String,
    },
    /// A mark has nothing to mark.
    #[error("expected `{schema}` to have the property `{property}`, which `MARKS` marks")]
    NothingToMark {
        /// The component name.
        schema: String,
        /// The wire name.
        property: String,
    },
    /// A mark of a parameter has nothing to mark.
    #[error(
        "expected the operation `{operation}` to have the parameter `{parameter}`, which \
         `INFERRED_PARAMETERS` marks"
    )]
    NoParameterToMark {
        /// The operation id.
        operation: String,
        /// The parameter's name.
        parameter: String,
    },
    /// Two operations of one provider would be one.
    #[error("expected `{provider}` to have {operation} once, but found it twice instead")]
    OperationCollision {
        /// The provider's id.
        provider: String,
        /// Method and path.
        operation: String,
    },
    /// Two operations would have one operation id.
    #[error("expected one operation with the id `{id}`, but found `{one}` and `{other}` instead")]
    OperationIdCollision {
        /// The operation id.
        id: String,
        /// Method and path of the first.
        one: String,
        /// Method and path of the second.
        other: String,
    },
    /// The consolidated document has no edition in OpenAPI 3.0.
    #[error("expected a document that can be lowered to OpenAPI 3.0: {0}")]
    NotLowered(openapi_lowering::Problem),
}
