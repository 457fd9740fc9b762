//! The words of a layout file: what blocks open, what columns and placeholders hold.

use claims::Aspect;

macro_rules! names {
    ($(#[doc = $doc:literal])+ $name:ident { $($variant:ident => $text:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum $name {
            $($variant,)+
        }

        impl $name {
            pub(super) const ALL: &[Self] = &[$(Self::$variant,)+];

            pub(super) const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            pub(super) fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|name| name.as_str() == text)
            }
        }
    };
}

names! {
    /// What a block opens, in the order in which the patterns are tried.
    Opens {
        Ignore => "ignore",
        Example => "example",
        Server => "server",
        Says => "says",
        Operation => "operation",
        Title => "title",
        Description => "description",
        Required => "required",
        Optional => "optional",
        Query => "query",
        Header => "header",
        Path => "path",
        Cookie => "cookie",
        Body => "body",
        Parameters => "parameters",
        Success => "200",
        Created => "201",
        Status => "status",
        Part => "part",
        Property => "property",
        Value => "value",
        Schema => "schema",
    }
}

names! {
    /// What a column holds, or a placeholder of a pattern.
    Field {
        Nothing => "nothing",
        Method => "method",
        Path => "path",
        Title => "title",
        Status => "status",
        Url => "url",
        Media => "media",
        Name => "name",
        Type => "type",
        Required => "required",
        Optional => "optional",
        Deprecated => "deprecated",
        Description => "description",
        In => "in",
        Query => "query",
        Header => "header",
        Cookie => "cookie",
        Body => "body",
        ErrorType => "error-type",
        Error => "error",
        Message => "message",
        Default => "default",
        Example => "example",
        Enum => "enum",
        Format => "format",
        Pattern => "pattern",
        MinLength => "min-length",
        MaxLength => "max-length",
        MinItems => "min-items",
        Minimum => "minimum",
        Maximum => "maximum",
    }
}

names! {
    /// A meaning that words of a page have.
    Word {
        Yes => "yes",
        No => "no",
        Required => "required",
        Optional => "optional",
        Deprecated => "deprecated",
        ReadOnly => "read-only",
        WriteOnly => "write-only",
        Nullable => "nullable",
        None => "none",
        Itself => "itself",
    }
}

impl Field {
    /// The aspect that its value has as it is.
    pub(super) fn aspect(self) -> Option<Aspect> {
        let is_value = self >= Self::Default;
        is_value.then(|| self.as_str().parse().ok()).flatten()
    }

    /// The place of the parameter that it names.
    pub(super) fn place(self) -> Option<&'static str> {
        let places = [
            Self::Path,
            Self::Query,
            Self::Header,
            Self::Cookie,
            Self::Body,
        ];
        places.contains(&self).then(|| self.as_str())
    }
}

/// What a block says, field by field; a field may be there more than once.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(pub(super) Vec<(Field, String)>);

impl Fields {
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.all(field).next()
    }

    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = &str> {
        let fields = self.0.iter().filter(move |found| found.0 == field);
        fields
            .map(|found| &*found.1)
            .filter(|text| !text.is_empty())
    }
}
