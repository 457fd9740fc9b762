//! What is known of each source beside its customers: its page, and whose errors it answers with.

use contract::catalogue::{PROVIDERS, Provider};

pub use crate::customers::Source;

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
