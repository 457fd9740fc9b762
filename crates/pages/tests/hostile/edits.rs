//! What is done to a page.

use arbitrary::{Result, Unstructured};

use super::fragments::{line, token};
use super::samples::Sample;

/// No page grows longer than this: what long ones cost is for other tests to say.
const LINES: usize = 1_500;

/// One edit of the lines.
pub(crate) fn lines(
    lines: &mut Vec<String>,
    sample: &Sample,
    bytes: &mut Unstructured,
) -> Result<()> {
    if lines.is_empty() {
        lines.push(line(sample, bytes)?);
    }
    let at = bytes.choose_index(lines.len())?;
    match bytes.int_in_range(0..=14)? {
        0 => drop(lines.remove(at)),
        1 => {
            let end = (at + bytes.int_in_range(1..=20)?).min(lines.len());
            lines.drain(at..end);
        }
        2 => lines.insert(at, lines[at].clone()),
        3 => {
            // A run of lines comes many times over.
            let end = (at + bytes.int_in_range(1..=8)?).min(lines.len());
            let run = lines[at..end].to_vec();
            let times = bytes.int_in_range(1..=30)?;
            lines.splice(at..at, std::iter::repeat_n(run, times).flatten());
        }
        4 => {
            let other = bytes.choose_index(lines.len())?;
            lines.swap(at, other);
        }
        5 => {
            let moved = lines.remove(at);
            let to = bytes.int_in_range(0..=lines.len())?;
            lines.insert(to, moved);
        }
        6 => lines.truncate(at + 1),
        7 => {
            let (kept, _) = split(&lines[at], bytes)?;
            lines[at] = kept.to_owned();
        }
        8 => {
            // Two lines become one, or one becomes two.
            if bytes.ratio(1, 2)? && at + 1 < lines.len() {
                let next = lines.remove(at + 1);
                lines[at] += &next;
            } else {
                let (before, behind) = split(&lines[at], bytes)?;
                lines[at] = format!("{before}\n{behind}");
            }
        }
        9 => {
            let (before, behind) = split(&lines[at], bytes)?;
            lines[at] = format!("{before}{}{behind}", token(sample, bytes)?);
        }
        10 => {
            let indent = " ".repeat(bytes.int_in_range(0..=24)?);
            lines[at] = format!("{indent}{}", lines[at].trim_start());
        }
        11 | 12 => lines[at] = wide(&lines[at], bytes)?,
        13 => lines[at] = line(sample, bytes)?,
        _ => lines.insert(at, line(sample, bytes)?),
    }
    lines.truncate(LINES);
    Ok(())
}

/// One edit of the bytes, which may leave no text.
pub(crate) fn bytes(page: &mut Vec<u8>, bytes: &mut Unstructured) -> Result<()> {
    let at = bytes.int_in_range(0..=page.len())?;
    match bytes.int_in_range(0..=3)? {
        0 => page.truncate(at),
        1 => page.insert(at, bytes.arbitrary()?),
        2 => {
            let end = (at + bytes.int_in_range(1..=4)?).min(page.len());
            page.drain(at..end);
        }
        _ => {
            let raw: [u8; 4] = bytes.arbitrary()?;
            page.splice(at..at, raw);
        }
    }
    Ok(())
}

/// A line with characters in it that take more than a byte: columns are not bytes.
fn wide(line: &str, bytes: &mut Unstructured) -> Result<String> {
    let character = bytes.choose(&["é", "•", "🚢", "İ", "\u{301}"])?;
    let every = bytes.int_in_range(1..=6)?;
    let mut wide = String::new();
    for (index, narrow) in line.chars().enumerate() {
        wide.push(narrow);
        if index % every == 0 && !narrow.is_whitespace() {
            wide += character;
        }
    }
    Ok(wide)
}

/// A line in two, between characters.
fn split<'l>(line: &'l str, bytes: &mut Unstructured) -> Result<(&'l str, &'l str)> {
    let ends: Vec<_> = line
        .char_indices()
        .map(|(at, _)| at)
        .chain([line.len()])
        .collect();
    Ok(line.split_at(*bytes.choose(&ends)?))
}
