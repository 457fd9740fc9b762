//! Canada; ASCII alone, as the page asks for.

use contract::flexiti::customer::Province;

/// First names, of a woman and of a man by turns.
pub(super) const FIRST_NAMES: &str = "Amelie, Brandon, Chloe, Dominic, Emilie, Francis, Gabrielle, Hudson, Jasmine, Kevin, \
     Laurence, Mathieu, Nadia, Olivier, Rosalie, Tristan";

/// Middle names of women.
pub(super) const WOMEN: &str = "Anne, Jean, Marie, Rose";

/// Middle names of men.
pub(super) const MEN: &str = "Claude, Luc, Ray, Scott";

pub(super) const LAST_NAMES: &str = "Beaulieu, Caron, Demers, Fortier, Gagnon, Hartley, Kessler, Lavoie, MacKay, Nadeau, \
     Pelletier, Renaud, Sawchuk, Thibault";

pub(super) const STREETS: &str = "Chemin Exemple, Example Street, Maple Sample Road, Pattern Crescent, Rue Modele, \
     Specimen Avenue";

/// One city.
#[derive(Clone, Debug)]
pub(super) struct City {
    pub(super) name: &'static str,
    pub(super) province: Province,
    /// The first three characters of its postal codes.
    pub(super) postal_area: &'static str,
    /// Area code: 555-0100 to 555-0199 of each is kept for fiction.
    pub(super) area_code: &'static str,
}

const fn city(
    name: &'static str,
    province: Province,
    postal_area: &'static str,
    area_code: &'static str,
) -> City {
    City {
        name,
        province,
        postal_area,
        area_code,
    }
}

/// Cities of many provinces and territories.
pub(super) const CITIES: &[City] = &[
    city("Toronto", Province::Ontario, "M5V", "416"),
    city("Ottawa", Province::Ontario, "K1P", "613"),
    city("Montreal", Province::Quebec, "H2Y", "514"),
    city("Quebec", Province::Quebec, "G1R", "418"),
    city("Vancouver", Province::BritishColumbia, "V6B", "604"),
    city("Calgary", Province::Alberta, "T2P", "403"),
    city("Winnipeg", Province::Manitoba, "R3C", "204"),
    city("Regina", Province::Saskatchewan, "S4P", "306"),
    city("Halifax", Province::NovaScotia, "B3J", "902"),
    city("Fredericton", Province::NewBrunswick, "E3B", "506"),
    city(
        "St. John's",
        Province::NewfoundlandAndLabrador,
        "A1C",
        "709",
    ),
    city("Charlottetown", Province::PrinceEdwardIsland, "C1A", "902"),
    city("Whitehorse", Province::Yukon, "Y1A", "867"),
    city("Iqaluit", Province::Nunavut, "X0A", "867"),
];

/// Security questions.
pub(super) const QUESTIONS: &[&str] = &[
    "What is the name of your first specimen?",
    "In which city was your template issued?",
    "What was the colour of your first example?",
    "What is the middle name of your oldest sample?",
];
