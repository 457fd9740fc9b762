//! The text of a barcode for an invented licence.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::{Licence, issuer};

/// The version that is written, of 2020.
const VERSION: &str = "10";

/// The issuer that is written for a jurisdiction that the table of issuers does not have.
const NO_ISSUER: u32 = 0;

/// Writes the text of the barcode that says what a licence says, in version 10 of the standard, with one subfile.
///
/// [`read`](super::read) gives the licence back, if it says nothing that a code cannot say: line breaks, for instance.
#[must_use]
pub fn write(licence: &Licence) -> String {
    let kind = &licence.govid_type;
    let canadian = issuer::is_canadian(&licence.govid_issuedby);
    let date = |date: Date| {
        let form = if canadian { "%Y%m%d" } else { "%m%d%Y" };
        date.strftime(form).to_string()
    };
    let elements = [
        ("DAQ", licence.govid_number.clone()),
        ("DCS", licence.last_name.clone()),
        ("DDE", "N".to_owned()),
        ("DAC", licence.first_name.clone()),
        ("DDF", "N".to_owned()),
        (
            "DAD",
            licence
                .middle_name
                .clone()
                .unwrap_or_else(|| "NONE".to_owned()),
        ),
        ("DDG", "N".to_owned()),
        ("DBB", date(licence.dob)),
        ("DBA", date(licence.govid_expiry)),
        // The sex is not specified; the elements are those that the standard makes mandatory and a reader may ask for.
        ("DBC", "9".to_owned()),
        ("DAG", licence.address_1.clone()),
        ("DAI", licence.city.clone()),
        ("DAJ", licence.province.clone()),
        ("DAK", format!("{:<11}", licence.postal_code)),
        ("DCG", if canadian { "CAN" } else { "USA" }.to_owned()),
    ];
    let elements = elements.map(|(id, value)| format!("{id}{value}"));
    let subfile = format!("{kind}{}\r", elements.join("\n"));
    let issuer = issuer::number(&licence.govid_issuedby).unwrap_or(NO_ISSUER);
    let mut code = format!("@\n\u{1e}\rANSI {issuer:06}{VERSION}0001");
    // The designator is ten bytes, and counts itself.
    let offset = code.len() + 10;
    write!(code, "{kind}{offset:04}{:04}{subfile}", subfile.len()).unwrap_or_default();
    code
}
