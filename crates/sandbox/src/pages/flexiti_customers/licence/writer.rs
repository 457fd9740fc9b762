//! The text of a barcode for an invented licence.

use super::{Licence, issuers};

/// Writes the text of a licence's barcode, in version 10 of the standard (2020).
///
/// [`read`](super::read) gives the licence back, unless it holds something that a code cannot hold, such as a line break.
#[must_use]
pub fn write(licence: &Licence) -> String {
    let kind = &licence.govid_type;
    let issuer = issuers().find(|(_, letters)| *letters == licence.govid_issuedby);
    let issuer = issuer.map_or("000000", |(number, _)| number);
    let american = licence
        .postal_code
        .starts_with(|it: char| it.is_ascii_digit());
    let (form, country) = if american {
        ("%m%d%Y", "USA")
    } else {
        ("%Y%m%d", "CAN")
    };
    // The sex is not specified, and no name is truncated: the standard makes these elements mandatory.
    let elements = [
        ("DAQ", licence.govid_number.as_str()),
        ("DCS", &licence.last_name),
        ("DDE", "N"),
        ("DAC", &licence.first_name),
        ("DDF", "N"),
        ("DAD", licence.middle_name.as_deref().unwrap_or("NONE")),
        ("DDG", "N"),
        ("DBB", &licence.dob.strftime(form).to_string()),
        ("DBA", &licence.govid_expiry.strftime(form).to_string()),
        ("DBC", "9"),
        ("DAG", &licence.address_1),
        ("DAI", &licence.city),
        ("DAJ", &licence.province),
        ("DAK", &format!("{:<11}", licence.postal_code)),
        ("DCG", country),
    ];
    let elements = elements.map(|(id, value)| format!("{id}{value}"));
    let subfile = format!("{kind}{}\r", elements.join("\n"));
    let header = format!("@\n\u{1e}\rANSI {issuer}100001");
    // The designator is ten bytes, and the offset counts them.
    let offset = header.len() + 10;
    format!("{header}{kind}{offset:04}{:04}{subfile}", subfile.len())
}
