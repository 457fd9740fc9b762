//! Hong Kong.

use crate::customers::profile::Given;

pub(in crate::customers) const WOMEN: Given = Given {
    first: &[
        "Alice", "Carmen", "Elaine", "Grace", "Irene", "Karen", "Mabel", "Olivia",
    ],
    middle: &["Hoi Yan", "Ka Yee", "Mei Ling", "Siu Fong", "Wing Sze"],
};

pub(in crate::customers) const MEN: Given = Given {
    first: &[
        "Benny", "Derek", "Felix", "Henry", "Jason", "Leo", "Nelson", "Patrick",
    ],
    middle: &["Chi Ming", "Chun Kit", "Ho Yin", "Tai Man", "Wai Lun"],
};

pub(in crate::customers) const LAST_NAMES: &[&str] = &[
    "Au", "Chan", "Cheung", "Fung", "Ho", "Kwok", "Lam", "Lau", "Leung", "Ng", "Tam", "Wong",
    "Yip", "Yuen",
];

pub(in crate::customers) const STREETS: &[&str] = &[
    "Example Road",
    "Muster Street",
    "Pattern Lane",
    "Sample Street",
    "Specimen Road",
    "Template Terrace",
];

/// Districts with their parts of the territory.
pub(in crate::customers) const DISTRICTS: &[(&str, &str)] = &[
    ("Central", "HONG KONG ISLAND"),
    ("Wan Chai", "HONG KONG ISLAND"),
    ("Quarry Bay", "HONG KONG ISLAND"),
    ("Mong Kok", "KOWLOON"),
    ("Tsim Sha Tsui", "KOWLOON"),
    ("Kwun Tong", "KOWLOON"),
    ("Sha Tin", "NEW TERRITORIES"),
    ("Tsuen Wan", "NEW TERRITORIES"),
];

pub(in crate::customers) const MERCHANT_CATEGORIES: &[&str] =
    &["DINING", "GROCERY", "TRAVEL", "ELECTRONICS", "FASHION"];

pub(in crate::customers) const SEGMENTS: &[&str] = &["BLUE", "GOLD", "PRIORITY", "PRIVATE"];
