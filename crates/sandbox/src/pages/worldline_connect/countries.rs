//! Countries whose customers Worldline looks up; each has telephone numbers that are kept for fiction.

/// One country.
#[derive(Clone, Copy, Debug)]
pub(super) struct Country {
    /// ISO 3166-1, two letters.
    pub(super) code: &'static str,
    /// The language that most of its customers use, ISO 639-1.
    pub(super) language: &'static str,
    /// The fields that find a customer.
    pub(super) lookup: &'static [&'static str],
    pub(super) first_names: &'static str,
    pub(super) surnames: &'static str,
    pub(super) streets: &'static str,
    /// Cities with their postal codes.
    pub(super) cities: &'static [(&'static str, &'static str)],
    /// Telephone numbers kept for fiction: what they begin with, the first and the last of what follows.
    pub(super) phones: &'static [(&'static str, u32, u32)],
}

pub(super) const COUNTRIES: &[Country] = &[
    Country {
        code: "SE",
        language: "sv",
        lookup: &["fiscalNumber"],
        first_names: "Astrid, Björn, Elsa, Gustav, Ingrid, Nils, Saga, Åke",
        surnames: "Ahlgren, Bergvall, Dahlin, Ekström, Forsell, Hedman, Öberg",
        streets: "Exempelgatan, Mallvägen, Mönstergränd, Provgatan",
        cities: &[
            ("Stockholm", "111 52"),
            ("Göteborg", "411 03"),
            ("Malmö", "211 22"),
            ("Uppsala", "753 10"),
        ],
        // PTS keeps 070-174 06 05 to 070-174 06 99.
        phones: &[("+46701740", 605, 699)],
    },
    Country {
        code: "DE",
        language: "de",
        lookup: &["fiscalNumber", "zip"],
        first_names: "Anke, Bernd, Dörte, Jürgen, Lena, Malte, Sönke, Ute",
        surnames: "Beispiel, Großmann, Krämer, Muster, Probst, Vorlage",
        streets: "Beispielweg, Musterstraße, Probeallee, Vorlagenplatz",
        cities: &[
            ("Berlin", "10117"),
            ("Hamburg", "20095"),
            ("Köln", "50667"),
            ("München", "80331"),
        ],
        // Bundesnetzagentur, notice 148/2021: these and more.
        phones: &[
            ("+493023125", 100, 999),
            ("+494066969", 100, 999),
            ("+498999998", 100, 999),
        ],
    },
    Country {
        code: "GB",
        language: "en",
        lookup: &["fiscalNumber", "zip"],
        first_names: "Arthur, Bethan, Duncan, Edith, Fergus, Harriet, Owen",
        surnames: "Ashdown, Birtwell, Carrow, Dunmore, Ellery, Fairweather",
        streets: "Example Street, Model Close, Pattern Lane, Specimen Road",
        cities: &[
            ("London", "EC1A 1AA"),
            ("Cardiff", "CF10 1AA"),
            ("Edinburgh", "EH1 1AA"),
            ("Belfast", "BT1 1AA"),
        ],
        // Ofcom keeps 01632 960000 to 960999.
        phones: &[("+441632960", 100, 999)],
    },
];
