//! Hong Kong.

use crate::pages::citi::profile::Given;

pub(super) const WOMEN: Given = Given {
    first: "Alice, Carmen, Elaine, Grace, Irene, Karen, Mabel, Olivia",
    middle: "Hoi Yan, Ka Yee, Mei Ling, Siu Fong, Wing Sze",
};

pub(super) const MEN: Given = Given {
    first: "Benny, Derek, Felix, Henry, Jason, Leo, Nelson, Patrick",
    middle: "Chi Ming, Chun Kit, Ho Yin, Tai Man, Wai Lun",
};

pub(super) const LAST_NAMES: &str =
    "Au, Chan, Cheung, Fung, Ho, Kwok, Lam, Lau, Leung, Ng, Tam, Wong, Yip, Yuen";

pub(super) const STREETS: &str =
    "Example Road, Muster Street, Pattern Lane, Sample Street, Specimen Road, Template Terrace";

/// Districts with their parts of the territory.
pub(super) const DISTRICTS: &[(&str, &str)] = &[
    ("Central", "HONG KONG ISLAND"),
    ("Wan Chai", "HONG KONG ISLAND"),
    ("Quarry Bay", "HONG KONG ISLAND"),
    ("Mong Kok", "KOWLOON"),
    ("Tsim Sha Tsui", "KOWLOON"),
    ("Kwun Tong", "KOWLOON"),
    ("Sha Tin", "NEW TERRITORIES"),
    ("Tsuen Wan", "NEW TERRITORIES"),
];

pub(super) const MERCHANT_CATEGORIES: &str = "DINING, GROCERY, TRAVEL, ELECTRONICS, FASHION";

pub(super) const SEGMENTS: &str = "BLUE, GOLD, PRIORITY, PRIVATE";
