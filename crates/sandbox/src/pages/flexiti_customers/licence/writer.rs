//! The text of a barcode for an invented licence.

use jiff::civil::Date;

use super::Licence;

/// Writes the text of a Canadian licence's barcode, in version 10 of the standard (2020).
///
/// [`read`](super::read) gives the licence back, unless it holds something that a code cannot hold, such as a line break.
#[must_use]
pub fn write(licence: &Licence) -> String {
    let kind = &licence.govid_type;
    let date = |date: Date| date.strftime("%Y%m%d").to_string();
    // The sex is not specified, and no name is truncated: the standard makes these elements mandatory.
    let elements = [
        ("DAQ", licence.govid_number.as_str()),
        ("DCS", &licence.last_name),
        ("DDE", "N"),
        ("DAC", &licence.first_name),
        ("DDF", "N"),
        ("DAD", licence.middle_name.as_deref().unwrap_or("NONE")),
        ("DDG", "N"),
        ("DBB", &date(licence.dob)),
        ("DBA", &date(licence.govid_expiry)),
        ("DBC", "9"),
        ("DAG", &licence.address_1),
        ("DAI", &licence.city),
        ("DAJ", &licence.province),
        ("DAK", &format!("{:<11}", licence.postal_code)),
        ("DCG", "CAN"),
    ];
    let elements = elements.map(|(id, value)| format!("{id}{value}"));
    let subfile = format!("{kind}{}\r", elements.join("\n"));
    // No issuer has the number zero.
    let header = "@\n\u{1e}\rANSI 000000100001";
    // The designator is ten bytes, and the offset counts them.
    let offset = header.len() + 10;
    format!("{header}{kind}{offset:04}{:04}{subfile}", subfile.len())
}
