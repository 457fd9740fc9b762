//! What a claim is about.

use std::fmt;
use std::str::FromStr;

/// An aspect name that is none of [`Aspect::ALL`].
#[derive(Debug, thiserror::Error)]
#[error("expected an aspect such as `type` or `required`, but found `{0}` instead")]
pub struct UnknownAspect(pub String);

macro_rules! aspects {
    ($($(#[doc = $doc:literal])+ $variant:ident => $name:literal,)+) => {
        /// What a claim is about: the fourth part of *operation, place, name, aspect, value*.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Aspect {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Aspect {
            /// Every aspect, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The aspect's name in claims files, readings and reports.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl FromStr for Aspect {
            type Err = UnknownAspect;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($name => Ok(Self::$variant),)+
                    _ => Err(UnknownAspect(name.to_owned())),
                }
            }
        }
    };
}

aspects! {
    /// The element exists. Of an operation, the value is the id of the page that lists it.
    Listed => "listed",
    /// The operation has a section of its own, not only a line in the list.
    Documented => "documented",
    /// A title, as written.
    Title => "title",
    /// A wording is there; the digest tells one wording from another.
    Description => "description",
    /// A web address.
    Url => "url",
    /// A JSON Schema type, `array of X`, or what a page shows where it names no type.
    Type => "type",
    /// A JSON Schema `format`.
    Format => "format",
    /// `true` or `false`, where something says so.
    Required => "required",
    /// Must be present where the named property is absent.
    RequiredUnless => "required-unless",
    /// One of the listed values.
    Enum => "enum",
    /// The listed value in `value` is explained; the digest tells one wording from another.
    EnumDescription => "enum-description",
    /// The value that an absent element has.
    Default => "default",
    /// An example value.
    Example => "example",
    /// A regular expression.
    Pattern => "pattern",
    /// The least number of characters.
    MinLength => "min-length",
    /// The greatest number of characters.
    MaxLength => "max-length",
    /// The least number of items.
    MinItems => "min-items",
    /// The least number.
    Minimum => "minimum",
    /// The greatest number.
    Maximum => "maximum",
    /// A range that is stated of something that is not a number.
    Range => "range",
    /// Digits in all and after the decimal point, `18,2`; digits alone, `14`, where no decimals are
    /// stated.
    Precision => "precision",
    /// Where the valid values are to be looked up, as written.
    ReferenceData => "reference-data",
    /// The code to look them up with.
    ReferenceCode => "reference-code",
    /// One of the names that the value is made of.
    Field => "field",
    /// An HTTP authentication scheme.
    Scheme => "scheme",
    /// One row of an error table: type, code and details.
    Error => "error",
    /// The media type of a body, or `none` where there is no body.
    MediaType => "media-type",
    /// The words look like a rule of the kind in `value`, and no other claim carries it.
    Unread => "unread",
    /// The aspect named in the value is our judgement.
    Inferred => "inferred",
    /// The aspect named in the value is shown by somebody other than the vendor.
    Likely => "likely",
    /// The capture ends here, in the middle of something.
    Cut => "cut",
    /// Any other keyword, `keyword=value`: nothing in a document goes unsaid.
    Keyword => "keyword",
    /// Of a capture: the SHA-256 of its text.
    Sha256 => "sha-256",
    /// Of a capture: how many of its lines state something, or are covered by the named rule.
    Lines => "lines",
}

impl Aspect {
    /// Returns whether a claim of this aspect says that there is a wording, which a document has in
    /// words of its own.
    #[must_use]
    pub const fn is_wording(self) -> bool {
        matches!(self, Self::Description | Self::EnumDescription)
    }

    /// Returns whether a claim of this aspect is a mark: it says of another claim what that rests on.
    #[must_use]
    pub const fn is_mark(self) -> bool {
        matches!(self, Self::Inferred | Self::Likely)
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
