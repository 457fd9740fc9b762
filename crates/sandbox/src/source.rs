//! The five sources that the sandbox answers for: a page each, with its operations and customers.

use std::fmt;
use std::str::FromStr;

use contract::catalogue::{PROVIDERS, Provider};

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

/// Whose rules about errors and headers hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Vendor {
    /// Citi, in both markets.
    Citi,
    /// Citibanamex.
    Citibanamex,
    /// Worldline.
    Worldline,
    /// Flexiti.
    Flexiti,
}

/// What is compiled in of a page.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Its identifier, by which the contract and `spec/` know it.
    pub id: &'static str,
    /// Its OpenAPI document, as it was exported.
    pub document: &'static str,
    /// What it says, one claim a row.
    pub claims: &'static str,
}

macro_rules! page {
    ($id:literal) => {
        Page {
            id: $id,
            document: include_str!(concat!("../../../spec/providers/", $id, ".json")),
            claims: include_str!(concat!("../../../spec/claims/", $id, ".csv")),
        }
    };
}

impl Source {
    /// Its page.
    #[must_use]
    pub fn page(self) -> Page {
        match self {
            Self::HongKong => page!("citi-hong-kong"),
            Self::Australia => page!("citi-australia"),
            Self::Citibanamex => page!("citibanamex-segments"),
            Self::Worldline => page!("worldline-connect"),
            Self::Flexiti => page!("flexiti-customers"),
        }
    }

    /// Whose rules hold.
    #[must_use]
    pub(crate) fn vendor(self) -> Vendor {
        match self {
            Self::HongKong | Self::Australia => Vendor::Citi,
            Self::Citibanamex => Vendor::Citibanamex,
            Self::Worldline => Vendor::Worldline,
            Self::Flexiti => Vendor::Flexiti,
        }
    }

    /// The page's provider in the contract's catalogue.
    #[must_use]
    pub(crate) fn provider(self) -> Option<&'static Provider> {
        PROVIDERS
            .iter()
            .find(|provider| provider.id == self.page().id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_provider_of_the_contract_is_a_source() {
        let pages = Source::ALL.map(|source| source.page().id);
        let providers: Vec<&str> = PROVIDERS.iter().map(|provider| provider.id).collect();
        assert_eq!(pages.as_slice(), providers);
    }
}
