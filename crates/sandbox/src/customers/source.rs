//! The five sources that the sandbox answers for.

use std::fmt;
use std::str::FromStr;

/// A source: one page with its operations and its customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Citi in Hong Kong.
    HongKong,
    /// Citi in Australia.
    Australia,
    /// Citibanamex.
    Citibanamex,
    /// Worldline Connect.
    Worldline,
    /// Flexiti.
    Flexiti,
}

/// Calls a macro with the one list of the sources' records, each with the name of its place among those of all sources.
///
/// What else the macro is called with follows the list.
macro_rules! with_sources {
    ($then:ident!($($argument:tt)*)) => {
        $then! {
            [
                HongKong: hong_kong,
                Australia: australia,
                Citibanamex: citibanamex,
                Worldline: worldline,
                Flexiti: flexiti
            ]
            $($argument)*
        }
    };
}
pub(crate) use with_sources;

impl Source {
    /// Every source, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::HongKong,
        Self::Australia,
        Self::Citibanamex,
        Self::Worldline,
        Self::Flexiti,
    ];

    /// The name of the source, as paths and the state file have it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HongKong => "citi-hong-kong",
            Self::Australia => "citi-australia",
            Self::Citibanamex => "citibanamex",
            Self::Worldline => "worldline",
            Self::Flexiti => "flexiti",
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name that no source has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected one of citi-hong-kong, citi-australia, citibanamex, worldline and flexiti, but found another name"
)]
pub struct UnknownSource;

impl FromStr for Source {
    type Err = UnknownSource;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.into_iter();
        all.find(|source| source.as_str() == name)
            .ok_or(UnknownSource)
    }
}
