//! Whatever the text, reading ends with a licence or with flaws; what is written is read back.

use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use sandbox::licence::{self, Licence};

use super::SAMPLE;

/// Reads, and looks at what came out.
fn read(code: &str) -> Result<(), TestCaseError> {
    match licence::read(code) {
        Ok(licence) => {
            prop_assert!(!licence.first_name.is_empty() && !licence.last_name.is_empty());
            prop_assert!(licence.dob < licence.govid_expiry);
        }
        Err(flaws) => {
            prop_assert!(!flaws.is_empty());
            for flaw in flaws {
                let byte = flaw.place.strip_prefix("byte ");
                if let Some(byte) = byte.and_then(|it| it.parse::<usize>().ok()) {
                    prop_assert!(byte <= code.len() + 21, "byte {byte} of {}", code.len());
                }
            }
        }
    }
    Ok(())
}

/// One change of a text: at a place, so many bytes go and others come.
fn change() -> impl Strategy<Value = (usize, usize, String)> {
    let texts = prop_oneof![
        "[0-9]{1,4}",
        "[\n\r\u{1e}@]",
        "(DL|ID|ZV|DAA|DCT|DBB)[0-9]{0,8}",
        any::<String>(),
    ];
    (0..SAMPLE.len(), 0..6_usize, texts)
}

fn name() -> impl Strategy<Value = String> {
    "[A-Z][A-Z'-]{0,20}( [A-Z]{2,10})?"
        .prop_filter("says nothing", |it| it != "NONE" && it != "UNAVL")
}

prop_compose! {
    fn date(years: std::ops::Range<i16>)(year in years, month in 1..=12_i8, day in 1..=28_i8) -> Date {
        jiff::civil::date(year, month, day)
    }
}

prop_compose! {
    fn any_licence()(
        first_name in name(),
        middle_name in proptest::option::of(name()),
        last_name in name(),
        dob in date(1900..2010),
        address_1 in "[0-9]{1,4} [A-Z]{1,30}",
        city in name(),
        postal_code in "[A-Z][0-9][A-Z] [0-9][A-Z][0-9]",
        jurisdiction in proptest::sample::select(vec!["ON", "QC", "BC", "NT", "NY", "CO", "ZZ"]),
        govid_type in proptest::sample::select(vec!["DL", "ID"]),
        govid_number in "[A-Z0-9]{1,25}",
        govid_expiry in date(2020..2099),
    ) -> Licence {
        Licence {
            first_name, middle_name, last_name, dob, address_1, city, postal_code, govid_number, govid_expiry,
            province: jurisdiction.to_owned(),
            govid_type: govid_type.to_owned(),
            govid_issuedby: jurisdiction.to_owned(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        read(&text)?;
    }

    #[test]
    fn no_text_behind_a_right_beginning_makes_it_panic(text in "[A-Z0-9\n\r]{0,80}") {
        read(&format!("@\n\u{1e}\rANSI {text}"))?;
        read(&format!("@\n\u{1e}\rANSI 636000100101DL00310050DL{text}"))?;
    }

    #[test]
    fn no_change_of_a_code_makes_it_panic(changes in vec(change(), 1..6)) {
        let mut code = SAMPLE.as_bytes().to_vec();
        for (at, length, text) in changes {
            let end = (at + length).min(code.len());
            code.splice(at.min(end)..end, text.bytes());
        }
        let code = String::from_utf8_lossy(&code);
        read(&code)?;
    }

    #[test]
    fn what_is_written_is_read_back(licence in any_licence()) {
        prop_assert_eq!(licence::read(&licence::write(&licence)), Ok(licence));
    }
}
