//! Absent values are left out: an optional field that is `None` is not written as `null`.

/// Makes serde skip every field of type `Option` that is `None`.
///
/// `#[serde_with::skip_serializing_none]` does the same, and takes nine times as long to build.
macro_rules! skip_none {
    ($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* }) => {
        $crate::skip_none::skip_none! { @fields [$(#[$meta])* pub struct $name] [] $($fields)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*]) => { $($head)* { $($done)* } };
    (
        @fields [$($head:tt)*] [$($done:tt)*]
        $(#[$meta:meta])* pub $field:ident: Option<$some:ty>, $($rest:tt)*
    ) => {
        $crate::skip_none::skip_none! {
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
        $crate::skip_none::skip_none! {
            @fields [$($head)*] [$($done)* $(#[$meta])* pub $field: $type,] $($rest)*
        }
    };
}

pub(crate) use skip_none;
