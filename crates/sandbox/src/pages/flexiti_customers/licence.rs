//! A driver's licence, read from the text of its PDF417 barcode.
//!
//! The text follows the AAMVA DL/ID Card Design Standard (2020), annex D: a header, designators of subfiles, and subfiles of elements.
//! Versions 04 (2009) to 10 (2020) are read. Elements and subfiles that the answer does not need are skipped.
//! Dates are `MMDDCCYY` in the United States and `CCYYMMDD` in Canada; both are read everywhere, since no month begins like a century.
//!
//! Flexiti's page documents the request and no answer; the fields of [`Licence`] have the names that other versions of the page give the answer.

mod subfile;
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
    /// Jurisdiction that issued it, two letters: that of the address.
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
    let designators = subfile::header(code)?;
    let (kind, elements) = subfile::licence(code, designators).map_err(|flaw| vec![flaw])?;
    let mut elements = Elements::read(code, elements)?;
    let province = elements.text("DAJ", "a province or state");
    let licence = Licence {
        first_name: elements.text("DAC", "a first name"),
        // Several middle names are separated by commas.
        middle_name: elements.value("DAD").map(|it| it.replace(',', " ")),
        last_name: elements.text("DCS", "a family name"),
        dob: elements.date("DBB"),
        address_1: elements.text("DAG", "a street"),
        city: elements.text("DAI", "a city"),
        postal_code: elements.text("DAK", "a postal code"),
        govid_type: kind.to_owned(),
        govid_issuedby: province.clone(),
        govid_number: elements.text("DAQ", "the number of the document"),
        govid_expiry: elements.date("DBA"),
        province,
    };
    let two_letters = |it: &str| it.len() == 2 && it.bytes().all(|it| it.is_ascii_uppercase());
    if !licence.province.is_empty() && !two_letters(&licence.province) {
        elements.flaw("DAJ", "two capital letters");
    }
    if elements.flaws.is_empty() && licence.dob >= licence.govid_expiry {
        elements.flaw("DBA", "a day after the date of birth");
    }
    match elements.flaws[..] {
        [] => Ok(licence),
        _ => Err(elements.flaws),
    }
}

/// The elements of a licence: an identifier of three letters and a value each (annex D, clause D.12.5).
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
            let (id, value) = line.split_at_checked(3).unwrap_or((line, ""));
            let is_id = id.len() == 3 && id.bytes().all(|byte| byte.is_ascii_uppercase());
            if line.contains(|it: char| it.is_ascii_control()) {
                flaws.push(Flaw::at(at, "an element without control characters"));
            } else if !is_id && !line.trim_matches(' ').is_empty() {
                flaws.push(Flaw::at(
                    at,
                    "an element identifier of three capital letters",
                ));
            } else if values.insert(id, value).is_some() && is_id {
                flaws.push(Flaw::at(at, "each element once"));
            }
            at += line.len() + 1;
        }
        match flaws[..] {
            [] => Ok(Self { values, flaws }),
            _ => Err(flaws),
        }
    }

    /// The value of an element without its padding, unless it is missing.
    ///
    /// A jurisdiction that lacks a mandatory value writes `NONE` or `unavl` (annex D, clause D.12.5.1).
    fn value(&self, id: &str) -> Option<&'a str> {
        // Ontario pads names with a comma and spaces.
        let value = self.values.get(id)?.trim_matches([' ', ',']);
        let missing = ["", "NONE", "unavl", "UNAVL"].contains(&value);
        (!missing).then_some(value)
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

    fn date(&mut self, id: &'static str) -> Date {
        let digits = |text: &&str| text.len() == 8 && text.bytes().all(|it| it.is_ascii_digit());
        let date = self.value(id).filter(digits).and_then(|text| {
            let canadian = ("18".."22").contains(&&text[..2]);
            let form = if canadian { "%Y%m%d" } else { "%m%d%Y" };
            let date = Date::strptime(form, text).ok()?;
            (1800..2200).contains(&date.year()).then_some(date)
        });
        if date.is_none() {
            self.flaw(id, "a date of 8 digits, MMDDCCYY or CCYYMMDD");
        }
        date.unwrap_or_default()
    }
}
