//! Issuers of licences by their numbers.
//!
//! The numbers are those that AAMVA publishes (<https://www.aamva.org/identity/issuer-identification-numbers-(iin)>), as two independent readers of barcodes list them: `IdParser` (C#) and `aamva_barcode_library` (Python, of 2023-12-29).
//! An issuer that only one of them has, such as that of the Northwest Territories, is left out; the jurisdiction is then that of the address.
// Letters are those of ISO 3166-2; `aamva_barcode_library` has two others, of Colorado and of Newfoundland.

/// The jurisdiction of an issuer identification number, two letters.
pub(super) fn jurisdiction(issuer: u32) -> Option<&'static str> {
    let mut issuers = ISSUERS.iter();
    let (_, letters) = issuers.find(|(number, _)| *number == issuer)?;
    Some(letters)
}

/// The issuer identification number of a jurisdiction.
pub(super) fn number(jurisdiction: &str) -> Option<u32> {
    let mut issuers = ISSUERS.iter();
    let (number, _) = issuers.find(|(_, letters)| *letters == jurisdiction)?;
    Some(*number)
}

/// Whether the country of a jurisdiction is Canada.
pub(super) fn is_canadian(jurisdiction: &str) -> bool {
    const CANADA: [&str; 13] = [
        "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
    ];
    CANADA.contains(&jurisdiction)
}

/// Whether a text has the form of a jurisdiction.
pub(super) fn is_jurisdiction(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

const ISSUERS: [(u32, &str); 68] = [
    (604_426, "PE"),
    (604_427, "AS"),
    (604_428, "QC"),
    (604_429, "YT"),
    (604_430, "MP"),
    (604_431, "PR"),
    (604_432, "AB"),
    (604_433, "NU"),
    (636_000, "VA"),
    (636_001, "NY"),
    (636_002, "MA"),
    (636_003, "MD"),
    (636_004, "NC"),
    (636_005, "SC"),
    (636_006, "CT"),
    (636_007, "LA"),
    (636_008, "MT"),
    (636_009, "NM"),
    (636_010, "FL"),
    (636_011, "DE"),
    (636_012, "ON"),
    (636_013, "NS"),
    (636_014, "CA"),
    (636_015, "TX"),
    (636_016, "NL"),
    (636_017, "NB"),
    (636_018, "IA"),
    (636_019, "GU"),
    (636_020, "CO"),
    (636_021, "AR"),
    (636_022, "KS"),
    (636_023, "OH"),
    (636_024, "VT"),
    (636_025, "PA"),
    (636_026, "AZ"),
    (636_028, "BC"),
    (636_029, "OR"),
    (636_030, "MO"),
    (636_031, "WI"),
    (636_032, "MI"),
    (636_033, "AL"),
    (636_034, "ND"),
    (636_035, "IL"),
    (636_036, "NJ"),
    (636_037, "IN"),
    (636_038, "MN"),
    (636_039, "NH"),
    (636_040, "UT"),
    (636_041, "ME"),
    (636_042, "SD"),
    (636_043, "DC"),
    (636_044, "SK"),
    (636_045, "WA"),
    (636_046, "KY"),
    (636_047, "HI"),
    (636_048, "MB"),
    (636_049, "NV"),
    (636_050, "ID"),
    (636_051, "MS"),
    (636_052, "RI"),
    (636_053, "TN"),
    (636_054, "NE"),
    (636_055, "GA"),
    (636_058, "OK"),
    (636_059, "AK"),
    (636_060, "WY"),
    (636_061, "WV"),
    (636_062, "VI"),
];
