//! A driver's licence, read from the text of its PDF417 barcode.
//!
//! The text is that of the AAMVA DL/ID Card Design Standard (2020), annex D: a header, designators of subfiles, and subfiles of elements.
//! Flexiti's page documents the request and no answer; the fields of [`Licence`] have the names that other versions of the page give the answer.
//!
//! # What is read
//!
//! Versions 01 (2000) to 10 (2020), each with its header: 01 has no jurisdiction version.
//! Version 00 is of before the standard and has no layout of its own; versions after 10 were not at hand, and are refused rather than guessed at.
//! A name is taken from the newest of its forms that is there: `DCS` with `DAC` and `DAD` (04 and later), `DCS` with `DCT` (02 and 03), `DAB` with `DAC` and `DAD`, and `DAA` (01).
//! The standard writes dates `MMDDCCYY` in the United States and `CCYYMMDD` in Canada and in version 01; issuers differ, and the two cannot be mistaken for each other, so that either is read.
//! Elements that the answer does not need are passed over, and so are the subfiles of a jurisdiction.
//!
//! # What is refused
//!
//! Everything that the standard does not have; a [`Flaw`] says what was expected and where, and never a value.
//! All flaws of the header are said at once, and so are those of the designators, of the lines of the subfile, and of its values: what comes later cannot be judged where an earlier one is wrong.
//! One liberty is taken: an offset of `0000`, as Ontario writes it, is where the designators end.

mod date;
mod designator;
mod elements;
mod header;
mod issuer;
mod name;
mod writer;

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use writer::write;

/// What a licence says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// First name.
    pub first_name: String,
    /// Middle name or names, with a space between two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
    /// Kind of document: `DL` for a driver's licence, `ID` for an identification card, as the subfile says.
    pub govid_type: String,
    /// Jurisdiction that issued it, two letters.
    pub govid_issuedby: String,
    /// Number of the document.
    pub govid_number: String,
    /// Day on which it expires, `YYYY-MM-DD`.
    pub govid_expiry: Date,
}

/// Where something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// At a byte of the code, from 0.
    Byte(usize),
    /// At an element of the subfile of a licence or an identification card.
    Element(&'static str),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Byte(byte) => write!(f, "byte {byte}"),
            Self::Element(id) => write!(f, "element {id}"),
        }
    }
}

/// What is wrong with a code: what was expected, and where; never a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, but found something else at {place}")]
pub struct Flaw {
    /// What was expected.
    pub expected: &'static str,
    /// Where.
    pub place: Place,
}

impl Flaw {
    const fn at(byte: usize, expected: &'static str) -> Self {
        Self {
            expected,
            place: Place::Byte(byte),
        }
    }

    const fn of(element: &'static str, expected: &'static str) -> Self {
        Self {
            expected,
            place: Place::Element(element),
        }
    }
}

/// Reads the text of a barcode.
///
/// # Errors
///
/// Everything that is wrong with the header, or else with the designators, the lines or the values.
pub fn read(code: &str) -> Result<Licence, Vec<Flaw>> {
    // Offsets count bytes: beyond ASCII they would not be those of the barcode.
    if let Some(byte) = code.bytes().position(|byte| !byte.is_ascii()) {
        return Err(vec![Flaw::at(byte, "an ASCII character")]);
    }
    let header = header::read(code)?;
    let subfile = designator::subfile(code, &header)?;
    let elements = elements::read(code, &subfile)?;
    licence(&header, &subfile, &elements)
}

/// The licence that the elements of a subfile describe.
fn licence(
    header: &header::Header,
    subfile: &designator::Subfile,
    elements: &elements::Elements,
) -> Result<Licence, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let name = name::read(elements, &mut flaws);
    let mut text = |id, expected| {
        let value = elements.value(id);
        if value.is_none() {
            flaws.push(Flaw::of(id, expected));
        }
        value.unwrap_or_default().to_owned()
    };
    let number = text("DAQ", "the number of the document");
    let address_1 = text("DAG", "a street");
    let city = text("DAI", "a city");
    let province = text("DAJ", "a province or state");
    let postal_code = text("DAK", "a postal code");
    let dob = date::read(elements, "DBB", &mut flaws);
    let expiry = date::read(elements, "DBA", &mut flaws);
    if !province.is_empty() && !issuer::is_jurisdiction(&province) {
        flaws.push(Flaw::of("DAJ", "two capital letters"));
    }
    let (Some(name), Some(dob), Some(expiry), true) = (name, dob, expiry, flaws.is_empty()) else {
        return Err(flaws);
    };
    if dob >= expiry {
        return Err(vec![Flaw::of("DBA", "a day after the date of birth")]);
    }
    let issued_by =
        issuer::jurisdiction(header.issuer).map_or_else(|| province.clone(), str::to_owned);
    Ok(Licence {
        first_name: name.first,
        middle_name: name.middle,
        last_name: name.last,
        dob,
        address_1,
        city,
        province,
        postal_code,
        govid_type: subfile.kind.as_str().to_owned(),
        govid_issuedby: issued_by,
        govid_number: number,
        govid_expiry: expiry,
    })
}
