//! Codes of licences: what is read, what is refused, and nothing that panics.

mod hostile;
mod refused;
mod versions;

/// The sample of the AAMVA DL/ID Card Design Standard 2020, annex D: two subfiles, the second of the jurisdiction.
pub(crate) const SAMPLE: &str = "@\n\u{1e}\rANSI 636000100102DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDDEN\nDACMICHAEL\nDDFN\nDADJOHN\nDDGN\nDCUJR\nDCAD\nDCBK\nDCDPH\nDBD06062019\nDBB06061986\nDBA12102024\nDBC1\nDAU068 in\nDAYBRO\nDAG2300 WEST BROAD STREET\nDAIRICHMOND\nDAJVA\nDAK232690000  \nDCF2424244747474786102204\nDCGUSA\nDCK123456789\nDDAF\nDDB06062018\nDDC06062020\nDDD1\rZVZVA01\r";

/// A code of one subfile with these elements.
fn code(version: &str, kind: &str, elements: &[&str]) -> String {
    let subfile = format!("{kind}{}\r", elements.join("\n"));
    let head = format!("@\n\u{1e}\rANSI 636012{version}0201");
    let offset = head.len() + 10;
    format!("{head}{kind}{offset:04}{:04}{subfile}", subfile.len())
}

/// A code of Mary Smith.
fn code_of_mary(version: &str, kind: &str) -> String {
    code(
        version,
        kind,
        &[&["DCSSMITH", "DACMARY"][..], &COMMON].concat(),
    )
}

/// The elements that every version has.
const COMMON: [&str; 7] = [
    "DAQX1234",
    "DBB19900520",
    "DBA20300520",
    "DAG1 SPECIMEN AVENUE",
    "DAITORONTO",
    "DAJON",
    "DAKM5V 1A1    ",
];
