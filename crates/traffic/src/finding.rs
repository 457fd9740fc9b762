//! A difference between what was recorded and what is documented.

use std::sync::Arc;

use claims::Aspect;

use crate::api::Citation;
use crate::recording::Recording;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident => $name:literal, $aspect:ident, $short:literal;)+) => {
        /// What sort of difference it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Kind {
            /// Every kind, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name in reports.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What it means, in one sentence.
            #[must_use]
            pub const fn short(self) -> &'static str {
                match self {
                    $(Self::$variant => $short,)+
                }
            }

            /// The aspect of the claims that it contradicts.
            #[must_use]
            pub const fn aspect(self) -> Aspect {
                match self {
                    $(Self::$variant => Aspect::$aspect,)+
                }
            }
        }
    };
}

kinds! {
    /// A value of another type.
    Type => "type", Type, "A value has another type than is documented.";
    /// A value that is not listed.
    Enum => "enum", Enum, "A value is none of those that are documented.";
    /// A value in another form.
    Format => "format", Format, "A value is not written in the documented format.";
    /// A value that the pattern does not match.
    Pattern => "pattern", Pattern, "A value does not match the documented pattern.";
    /// A text that is too long.
    MaxLength => "max-length", MaxLength, "A text is longer than is documented.";
    /// A text that is too short.
    MinLength => "min-length", MinLength, "A text is shorter than is documented.";
    /// A number that is too great.
    Maximum => "maximum", Maximum, "A number is greater than is documented.";
    /// A number that is too small.
    Minimum => "minimum", Minimum, "A number is smaller than is documented.";
    /// A number with too many digits.
    Precision => "precision", Precision, "A number has more digits or decimals than are documented.";
    /// An array with too few items.
    MinItems => "min-items", MinItems, "An array has fewer items than are documented.";
    /// A rule of the schema that has no kind of its own.
    Schema => "schema", Keyword, "A value breaks a rule of its schema.";
    /// Something that must be there and is not.
    Required => "required", Required, "Something is missing that must be there.";
    /// One of several that must be there, and none is.
    RequiredUnless => "required-unless", RequiredUnless, "Something is missing that must be there where another is not.";
    /// A property that is not documented.
    UndocumentedProperty => "undocumented-property", Listed, "A body has a property that is not documented.";
    /// A parameter that is not documented.
    UndocumentedParameter => "undocumented-parameter", Listed, "A query has a parameter that is not documented.";
    /// A status that is not documented.
    UndocumentedStatus => "undocumented-status", Listed, "An answer has a status that is not documented.";
    /// A media type that is not documented.
    UndocumentedMediaType => "undocumented-media-type", MediaType, "A body has a media type that is not documented.";
    /// An error that no row of the page has.
    UndocumentedError => "undocumented-error", Error, "An error is in no row of the documented table.";
    /// A method that is not documented.
    UndocumentedMethod => "undocumented-method", Listed, "A documented path is called with a method that is not documented.";
    /// A version that is not documented.
    UndocumentedVersion => "undocumented-version", Listed, "A documented operation is called at another version of its path.";
    /// A body that should be there.
    EmptyBody => "empty-body", MediaType, "A documented body is empty.";
    /// A body that cannot be read.
    UnreadableBody => "unreadable-body", MediaType, "A body is not what its media type says.";
    /// A name that an object has twice.
    DuplicateKey => "duplicate-key", Listed, "An object has a name twice.";
}

/// A difference, with everything that is equal to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What sort of difference it is.
    pub kind: Kind,
    /// The operation: `GET /v1/offers`.
    pub operation: Arc<str>,
    /// `path`, `query`, `header`, `body`, or a status.
    pub place: String,
    /// What claims call the element: a parameter or a dotted path.
    pub name: String,
    /// What is wrong, without any value.
    pub problem: String,
    /// Where it is documented.
    pub cited: Citation,
    /// How often it was seen.
    pub times: u64,
    /// In how many exchanges.
    pub exchanges: u64,
    /// Where it was seen first.
    pub first: Spot,
    /// The first and the last day on which it was seen, if recordings have days.
    pub days: Option<(String, String)>,
}

/// A place in a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The recording.
    pub recording: Recording,
    /// The exchange in it, from 0.
    pub exchange: usize,
    /// A pointer (RFC 6901) into the body; for a parameter `/` and its name. A name that no document
    /// has is written `*`.
    pub pointer: String,
}
