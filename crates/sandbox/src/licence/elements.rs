//! The elements of a subfile: an identifier of three letters and a value each, annex D, clause D.12.5.

use std::collections::BTreeMap;

use super::Flaw;
use super::designator::Subfile;

/// The elements of a subfile by their identifiers.
#[derive(Debug)]
pub(super) struct Elements<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Elements<'a> {
    /// The value of an element without its padding; `None` if it is not there or says that there is nothing to say.
    ///
    /// A jurisdiction that lacks what is mandatory writes `NONE` or `unavl`: annex D, clause D.12.5.1.
    pub(super) fn value(&self, id: &str) -> Option<&'a str> {
        // Ontario pads names with a comma and spaces.
        let padding = [' ', ','];
        let value = self.0.get(id)?.trim_matches(padding);
        let stated = !["", "NONE", "unavl", "UNAVL"].contains(&value);
        stated.then_some(value)
    }
}

/// Reads the elements of a subfile.
///
/// # Errors
///
/// Each line that is no element, and each element that is there twice.
pub(super) fn read<'a>(code: &'a str, subfile: &Subfile) -> Result<Elements<'a>, Vec<Flaw>> {
    let mut elements = BTreeMap::new();
    let mut flaws = Vec::new();
    let mut at = subfile.elements.start;
    for line in code[subfile.elements.clone()].split('\n') {
        let here = at;
        at += line.len() + 1;
        if line.trim_matches(' ').is_empty() {
            continue;
        }
        let (id, value) = line.split_at_checked(3).unwrap_or((line, ""));
        let is_id = id.len() == 3 && id.bytes().all(|byte| byte.is_ascii_uppercase());
        if let Some(byte) = line.bytes().position(|byte| byte.is_ascii_control()) {
            flaws.push(Flaw::at(
                here + byte,
                "no control character within an element",
            ));
        } else if !is_id {
            flaws.push(Flaw::at(
                here,
                "an element identifier of three capital letters",
            ));
        } else if elements.insert(id, value).is_some() {
            flaws.push(Flaw::at(here, "each element once"));
        }
    }
    if flaws.is_empty() {
        Ok(Elements(elements))
    } else {
        Err(flaws)
    }
}
