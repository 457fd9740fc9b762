//! What all objects of requests and responses have in common.
//!
//! Absent values are left out: an optional field that is `None` is not written as `null`.

/// Declares an object with everything that the contract asks of one; its properties are written as its fields are.
macro_rules! object {
    ($($struct:tt)+) => {
        $crate::object::skip_none! {
            #[derive(
                Clone,
                Debug,
                Default,
                PartialEq,
                serde::Serialize,
                serde::Deserialize,
                utoipa::ToSchema,
                schemars::JsonSchema,
            )]
            $($struct)+
        }
    };
}

/// The same, with its properties written in camel case.
macro_rules! camel_case_object {
    ($($struct:tt)+) => {
        $crate::object::object! { #[serde(rename_all = "camelCase")] $($struct)+ }
    };
}

/// Makes serde skip every field of type `Option` that is `None`.
///
/// `#[serde_with::skip_serializing_none]` does the same, and takes nine times as long to build.
macro_rules! skip_none {
    ($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* }) => {
        $crate::object::skip_none! { @fields [$(#[$meta])* pub struct $name] [] $($fields)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*]) => { $($head)* { $($done)* } };
    (
        @fields [$($head:tt)*] [$($done:tt)*]
        $(#[$meta:meta])* pub $field:ident: Option<$some:ty>, $($rest:tt)*
    ) => {
        $crate::object::skip_none! {
            @fields [$($head)*]
            [
                $($done)*
                $(#[$meta])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: Option<$some>,
            ]
            $($rest)*
        }
    };
    (
        @fields [$($head:tt)*] [$($done:tt)*]
        $(#[$meta:meta])* pub $field:ident: $type:ty, $($rest:tt)*
    ) => {
        $crate::object::skip_none! {
            @fields [$($head)*] [$($done)* $(#[$meta])* pub $field: $type,] $($rest)*
        }
    };
}

pub(crate) use {camel_case_object, object, skip_none};
