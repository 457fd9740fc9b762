//! Pages that no portal would serve, made from bytes: the property test draws the bytes, the fuzzer
//! evolves them.
//!
//! A page is a whole page of a layout, or its opening only, under some edits: lines dropped,
//! doubled, swapped, cut, joined and moved, lines of this and of other layouts, fragments of what
//! the layouts are made of, and at last bytes that are no text.

mod edits;
mod fragments;
pub(crate) mod promises;
mod samples;

use arbitrary::{Result, Unstructured};

pub(crate) use samples::SAMPLES;

/// How many edits a page may get: few, so that most of it is read; many, so that mistakes meet.
const EDITS: [usize; 8] = [0, 1, 1, 2, 3, 5, 12, 48];

/// No page of more bytes is edited further: edits that double it would double it again.
const SIZE: usize = 64 << 10;

/// A page of the layout with this index in [`SAMPLES`].
///
/// # Errors
///
/// None that the sources of bytes in use give: those that ran out give zeros.
pub(crate) fn page(layout: usize, bytes: &mut Unstructured) -> Result<Vec<u8>> {
    let sample = &SAMPLES[layout];
    let mut lines: Vec<String> = sample.text.lines().map(str::to_owned).collect();
    if bytes.ratio(1, 4)? {
        // The opening, as much of it as it takes to be recognised or more.
        lines.truncate(bytes.int_in_range(sample.opening..=lines.len())?);
    }
    for _ in 0..*bytes.choose(&EDITS)? {
        if bytes.is_empty() || lines.iter().map(String::len).sum::<usize>() > SIZE {
            break;
        }
        edits::lines(&mut lines, sample, bytes)?;
    }
    let mut page = lines.join("\n").into_bytes();
    if bytes.ratio(1, 2)? {
        page.push(b'\n');
    }
    if bytes.ratio(1, 8)? {
        edits::bytes(&mut page, bytes)?;
    }
    Ok(page)
}
