//! A driver's licence, read from the text of its PDF417 barcode.
//!
//! The text follows the AAMVA DL/ID Card Design Standard (2020), annex D: a header, designators of subfiles, and subfiles of elements.
//! Versions 04 (2009) to 10 (2020) are read. Elements and subfiles that the answer does not need are skipped.
//! Dates are `MMDDCCYY` in the United States and `CCYYMMDD` in Canada; both are read everywhere, since no month begins like a century.
//!
//! Flexiti's page documents the request and no answer; the fields of [`Licence`] have the names that other versions of the page give the answer.

mod header;
mod writer;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use writer::write;

/// What the barcode of a driver's licence says; the captured page documents no response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// First name.
    pub first_name: String,
    /// Middle name or names, with a space between two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub middle_name: Option<String>,
    /// Last name.
    pub last_name: String,
    /// Date of birth, `YYYY-MM-DD`.
    pub dob: Date,
    /// Street with its number.
    pub address_1: String,
    /// City.
    pub city: String,
    /// Province or state, two letters.
    pub province: String,
    /// Postal code.
    pub postal_code: String,
    /// Kind of document: `DL` for a driver's licence, `ID` for an identification card.
    pub govid_type: String,
    /// Jurisdiction that issued it, two letters.
    pub govid_issuedby: String,
    /// Number of the document.
    pub govid_number: String,
    /// Day on which it expires, `YYYY-MM-DD`.
    pub govid_expiry: Date,
}

/// What is wrong with a code: what was expected, and where; never a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, but found something else at {place}")]
pub struct Flaw {
    /// What was expected.
    pub expected: &'static str,
    /// A byte of the code, from 0, or an element of the licence.
    pub place: String,
}

impl Flaw {
    fn at(byte: usize, expected: &'static str) -> Self {
        let place = format!("byte {byte}");
        Self { expected, place }
    }
}

/// Issuers of Canada by the numbers that AAMVA publishes
/// (<https://www.aamva.org/identity/issuer-identification-numbers-(iin)>).
///
/// The jurisdiction of any other issuer is taken from the address.
const ISSUERS: [(u32, &str); 12] = [
    (604_426, "PE"),
    (604_428, "QC"),
    (604_429, "YT"),
    (604_432, "AB"),
    (604_433, "NU"),
    (636_012, "ON"),
    (636_013, "NS"),
    (636_016, "NL"),
    (636_017, "NB"),
    (636_028, "BC"),
    (636_044, "SK"),
    (636_048, "MB"),
];

/// Reads the text of a barcode.
///
/// # Errors
///
/// Returns everything that is wrong with the header, or else with its designators, or else with the elements.
pub fn read(code: &str) -> Result<Licence, Vec<Flaw>> {
    // Offsets count bytes: beyond ASCII they would not be those of the barcode.
    if let Some(byte) = code.bytes().position(|byte| !byte.is_ascii()) {
        return Err(vec![Flaw::at(byte, "an ASCII character")]);
    }
    let header = header::read(code)?;
    let (kind, elements) = header::licence(code, &header).map_err(|flaw| vec![flaw])?;
    let mut elements = Elements::read(code, elements)?;
    let last_name = elements.text("DCS", "a family name");
    let first_name = elements.text("DAC", "a first name");
    let govid_number = elements.text("DAQ", "the number of the document");
    let address_1 = elements.text("DAG", "a street");
    let city = elements.text("DAI", "a city");
    let province = elements.text("DAJ", "a province or state");
    let postal_code = elements.text("DAK", "a postal code");
    let dob = elements.date("DBB");
    let expiry = elements.date("DBA");
    let letters = province.len() == 2 && province.bytes().all(|it| it.is_ascii_uppercase());
    if !province.is_empty() && !letters {
        elements.flaw("DAJ", "two capital letters");
    }
    if dob.zip(expiry).is_some_and(|(dob, expiry)| dob >= expiry) {
        elements.flaw("DBA", "a day after the date of birth");
    }
    let (Some(dob), Some(govid_expiry), true) = (dob, expiry, elements.flaws.is_empty()) else {
        return Err(elements.flaws);
    };
    let issuer = ISSUERS.iter().find(|(number, _)| *number == header.issuer);
    Ok(Licence {
        first_name,
        // Several middle names are separated by commas.
        middle_name: elements.value("DAD").map(|it| it.replace(',', " ")),
        last_name,
        dob,
        address_1,
        city,
        govid_issuedby: issuer.map_or_else(|| province.clone(), |(_, it)| (*it).to_owned()),
        province,
        postal_code,
        govid_type: kind.to_owned(),
        govid_number,
        govid_expiry,
    })
}

/// The elements of a licence: a name of three letters and a value each (annex D, clause D.12.5).
#[derive(Debug)]
struct Elements<'a> {
    values: BTreeMap<&'a str, &'a str>,
    flaws: Vec<Flaw>,
}

impl<'a> Elements<'a> {
    fn read(code: &'a str, bytes: std::ops::Range<usize>) -> Result<Self, Vec<Flaw>> {
        let (mut values, mut flaws) = (BTreeMap::new(), Vec::new());
        let mut at = bytes.start;
        for line in code[bytes].split('\n') {
            let here = at;
            at += line.len() + 1;
            if line.trim_matches(' ').is_empty() {
                continue;
            }
            let (id, value) = line.split_at_checked(3).unwrap_or((line, ""));
            if let Some(byte) = line.bytes().position(|byte| byte.is_ascii_control()) {
                let expected = "no control character within an element";
                flaws.push(Flaw::at(here + byte, expected));
            } else if id.len() != 3 || !id.bytes().all(|byte| byte.is_ascii_uppercase()) {
                let expected = "an element identifier of three capital letters";
                flaws.push(Flaw::at(here, expected));
            } else if values.insert(id, value).is_some() {
                flaws.push(Flaw::at(here, "each element once"));
            }
        }
        if flaws.is_empty() {
            Ok(Self { values, flaws })
        } else {
            Err(flaws)
        }
    }

    /// The value of an element without its padding, unless it is missing.
    ///
    /// A jurisdiction that lacks a mandatory value writes `NONE` or `unavl` (annex D, clause D.12.5.1).
    fn value(&self, id: &str) -> Option<&'a str> {
        // Ontario pads names with a comma and spaces.
        let value = self.values.get(id)?.trim_matches([' ', ',']);
        let stated = !["", "NONE", "unavl", "UNAVL"].contains(&value);
        stated.then_some(value)
    }

    fn flaw(&mut self, id: &'static str, expected: &'static str) {
        let place = format!("element {id}");
        self.flaws.push(Flaw { expected, place });
    }

    fn text(&mut self, id: &'static str, expected: &'static str) -> String {
        let value = self.value(id);
        if value.is_none() {
            self.flaw(id, expected);
        }
        value.unwrap_or_default().to_owned()
    }

    fn date(&mut self, id: &'static str) -> Option<Date> {
        let date = self.value(id).and_then(|text| {
            let canadian = ["18", "19", "20", "21"].contains(&text.get(..2)?);
            let form = if canadian { "%Y%m%d" } else { "%m%d%Y" };
            let plain = text.len() == 8 && text.bytes().all(|it| it.is_ascii_digit());
            let date = Date::strptime(form, text).ok()?;
            (plain && (18..=21).contains(&(date.year() / 100))).then_some(date)
        });
        if date.is_none() {
            self.flaw(id, "a date of 8 digits, MMDDCCYY or CCYYMMDD");
        }
        date
    }
}
