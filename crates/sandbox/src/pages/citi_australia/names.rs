//! Australia.

use crate::pages::citi::profile::Given;

pub(super) const WOMEN: Given = Given {
    first: "Bronwyn, Daisy, Freya, Holly, Isla, Kirra, Matilda, Ruby, Stella",
    middle: "Anne, Claire, Jade, Mae",
};

pub(super) const MEN: Given = Given {
    first: "Adam, Callum, Ethan, Gavin, Jack, Lachlan, Noah",
    middle: "Blake, Dean, Lee, Scott",
};

pub(super) const LAST_NAMES: &str = "Abbott, Barker, Coles, Dawson, Ellis, Farrell, Gibbs, Hewitt, Irwin, Jarvis, Keane, \
     Lawson, Mercer, Nolan";

pub(super) const STREETS: &str = "Banksia Sample Road, Example Street, Model Parade, Pattern Avenue, Specimen Street, \
     Wattle Template Way";

/// Cities: name, state, postal code, area code.
///
/// ACMA keeps 5550 xxxx and 7010 xxxx of each of these area codes for fiction.
pub(super) const CITIES: &[(&str, &str, &str, &str)] = &[
    ("Brisbane", "QUEENSLAND", "4000", "07"),
    ("Cairns", "QUEENSLAND", "4870", "07"),
    ("Sydney", "NEW SOUTH WALES", "2000", "02"),
    ("Newcastle", "NEW SOUTH WALES", "2300", "02"),
    ("Canberra", "AUSTRALIAN CAPITAL TERRITORY", "2600", "02"),
    ("Melbourne", "VICTORIA", "3000", "03"),
    ("Hobart", "TASMANIA", "7000", "03"),
    ("Adelaide", "SOUTH AUSTRALIA", "5000", "08"),
    ("Perth", "WESTERN AUSTRALIA", "6000", "08"),
    ("Darwin", "NORTHERN TERRITORY", "0800", "08"),
];

/// The mobile numbers that ACMA keeps for fiction.
pub(super) const MOBILES: &str = "0491570156, 0491570157, 0491570158, 0491570159, 0491570110";

pub(super) const SEGMENTS: &str = "BLUE, GOLD, PLUS";
