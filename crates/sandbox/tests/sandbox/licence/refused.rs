//! What is refused, where, and in which words.

use sandbox::licence::{self, Licence};

use super::{SAMPLE, code, code_of_mary};

/// What is said of the sample after a change.
fn flaws(from: &str, to: &str) -> Vec<String> {
    let changed = SAMPLE.replacen(from, to, 1);
    assert_ne!(
        changed, SAMPLE,
        "the sample does not have what was to be changed"
    );
    said(&changed)
}

fn said(code: &str) -> Vec<String> {
    let flaws = licence::read(code).expect_err("the code is none");
    flaws.iter().map(ToString::to_string).collect()
}

fn expected(what: &str, place: &str) -> String {
    format!("expected {what}, but found something else at {place}")
}

#[test]
fn a_header_is_as_the_standard_has_it() {
    let check = |from, to, what, place| assert_eq!(flaws(from, to), [expected(what, place)]);
    let what = "the header of a code: @ LF RS CR ANSI and 12 digits";
    check("@", "%", what, "byte 0");
    check("@\n", "@ ", what, "byte 1");
    check("\u{1e}", "\u{1c}", what, "byte 2");
    check("\u{1e}\r", "\u{1e}\n", what, "byte 3");
    check("ANSI ", "ISO  ", what, "byte 4");
    check("636000", "63600O", what, "byte 14");
    check("63600010", "636000+1", what, "byte 15");
    check("6360001001", "63600010AA", what, "byte 17");
    let what = "an AAMVA version from 04 to 10";
    check("63600010", "63600003", what, "byte 15");
    check("63600010", "63600011", what, "byte 15");
    let what = "a number of entries from 01 to 99";
    check("636000100102", "636000100100", what, "byte 19");
}

#[test]
fn designators_point_to_their_subfiles() {
    let check = |from, to, what, place| assert_eq!(flaws(from, to), [expected(what, place)]);
    let what = "a subfile of the type DL or ID";
    check("DL0041", "dl0041", what, "byte 21");
    check("DL0041", "DL 041", "an offset of 4 digits", "byte 23");
    check("0278ZV", "02 8ZV", "a length of 4 digits", "byte 27");
    let what = "the offset at which the subfile begins with its type";
    check("DL0041", "DL0042", what, "byte 23");
    let what = "the length of a subfile that is within the code";
    check("0278ZV", "9278ZV", what, "byte 27");
    check("0278ZV", "0002ZV", what, "byte 27");
    let what = "the segment terminator CR, where the length of the subfile says";
    check("0278ZV", "0277ZV", what, "byte 317");
    check(
        "DL0041",
        "XX0041",
        "a subfile of the type DL or ID",
        "byte 21",
    );
}

#[test]
fn elements_are_lines_with_an_identifier() {
    let what = "an element identifier of three capital letters";
    assert_eq!(flaws("DCAD", "dCAD"), [expected(what, "byte 106")]);
    assert_eq!(
        flaws("DDEN", "DAQN"),
        [expected("each element once", "byte 66")]
    );
    let what = "an element without control characters";
    assert_eq!(flaws("MICHAEL", "MICH\tEL"), [expected(what, "byte 71")]);
    let what = "an ASCII character";
    assert_eq!(
        flaws("MICHAEL", "MICHA\u{cb}L"),
        [expected(what, "byte 79")]
    );
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let nothing = code("10", "DL", &["DCGCAN"]);
    insta::assert_snapshot!(said(&nothing).join("\n"));
}

#[test]
fn values_are_judged() {
    let check = |from, to, what, place| assert_eq!(flaws(from, to), [expected(what, place)]);
    let what = "a date of 8 digits, MMDDCCYY or CCYYMMDD";
    check("DBB06061986", "DBB06311986", what, "element DBB");
    check("DBA12102024", "DBA1210 024", what, "element DBA");
    check(
        "DBA12102024",
        "DBA06061986",
        "a day after the date of birth",
        "element DBA",
    );
    check("DAJVA", "DAJva", "two capital letters", "element DAJ");
    check("DAIRICHMOND", "DAINONE    ", "a city", "element DAI");
}

#[test]
fn a_flaw_never_repeats_a_value() {
    let secret = "DCSSECRET DACSECRET DDESECRET DAQSECRET DAGSECRET DAJSECRET DBBSECRET DBASECRET \
                  secret DAQSECRET";
    let secret: Vec<&str> = secret.split(' ').collect();
    for elements in [&secret[..], &secret[..8]] {
        let said = said(&code("10", "DL", elements)).join("\n");
        assert!(!said.to_uppercase().contains("SECRET"), "{said}");
    }
}

#[test]
fn every_cut_of_a_code_is_refused() {
    let code = code_of_mary("10", "DL");
    assert!(licence::read(&code).is_ok());
    for end in 0..code.len() {
        assert!(licence::read(&code[..end]).is_err(), "cut at byte {end}");
    }
    // The second subfile of the sample is the jurisdiction's, and passed over.
    let licence: Vec<Option<Licence>> = (0..SAMPLE.len())
        .map(|end| licence::read(&SAMPLE[..end]).ok())
        .collect();
    let end = SAMPLE.find("\rZV").expect("there is a second subfile");
    assert!(licence[..=end].iter().all(Option::is_none));
    assert!(licence[end + 1..].iter().all(Option::is_some));
}
