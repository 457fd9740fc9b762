//! What lines are made of: words of the layouts, JSON, dotted names, and what trips a reader of
//! text.

use arbitrary::{Result, Unstructured};

use super::samples::{SAMPLES, Sample};

/// What readers split, match and count by, and characters that are longer, wider or emptier than
/// they look.
const TOKENS: [&str; 44] = [
    "",
    " ",
    "    ",
    "\t",
    "\r",
    "\u{a0}",
    "\u{2028}",
    "\u{200b}",
    "\u{feff}",
    "\0",
    "é",
    "e\u{301}",
    "İ",
    "ß",
    "🚢",
    "•",
    "• ",
    "·",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    "\\u{",
    ":",
    ",",
    ".",
    "|",
    " | ",
    " - ",
    " : ",
    "(",
    ")",
    "{}",
    "{a}",
    "}{",
    "{\"",
    "\"a\":",
    "null",
    "1e999",
    "-0",
    "200",
    "99999999999999999999",
];

/// Phrases in which readers look for facts.
const PROSE: [&str; 14] = [
    "ASCII string (",
    "number (18,2)",
    "128 bit UUID",
    "YYYY-MM-DD",
    "2 character ISO 3166",
    "referenceData/{",
    "You can use  as the referenceCode parameter",
    "Possible values : ",
    "Available values:",
    "Default value:",
    "Mandatory if  is not present",
    "in the range of 1 to ",
    "Example: ",
    "passed as part of the header ",
];

/// A line of any kind.
pub(crate) fn line(sample: &Sample, bytes: &mut Unstructured) -> Result<String> {
    Ok(match bytes.int_in_range(0..=7)? {
        0 | 1 => line_of(sample, bytes)?.to_owned(),
        2 => line_of(bytes.choose(&SAMPLES)?, bytes)?.to_owned(),
        3 => (*bytes.choose(sample.words)?).to_owned(),
        4 => {
            let indent = bytes.int_in_range(0..=20)?;
            format!("{}• {}", " ".repeat(indent), name(bytes)?)
        }
        5 => json(bytes, 4)?,
        6 => nested(bytes)?,
        _ => {
            let mut line = String::new();
            for _ in 0..bytes.int_in_range(1..=5)? {
                line += token(sample, bytes)?;
            }
            line
        }
    })
}

/// A word, a phrase or a mark.
pub(crate) fn token(sample: &Sample, bytes: &mut Unstructured) -> Result<&'static str> {
    Ok(match bytes.int_in_range(0..=3)? {
        0 => bytes.choose(&PROSE)?,
        1 => {
            let words: Vec<_> = line_of(sample, bytes)?.split_whitespace().collect();
            if words.is_empty() {
                ""
            } else {
                bytes.choose(&words)?
            }
        }
        _ => bytes.choose(&TOKENS)?,
    })
}

fn line_of(sample: &Sample, bytes: &mut Unstructured) -> Result<&'static str> {
    let lines: Vec<_> = sample.text.lines().collect();
    Ok(lines[bytes.choose_index(lines.len())?])
}

/// `a.b`, with parts that may be empty or strange.
fn name(bytes: &mut Unstructured) -> Result<String> {
    let mut name = String::new();
    for part in 0..bytes.int_in_range(1..=4)? {
        if part > 0 {
            name.push('.');
        }
        name += bytes.choose(&[
            "a",
            "code",
            "required",
            "properties",
            "",
            "[1]",
            "é",
            "type : string",
        ])?;
    }
    Ok(name)
}

/// JSON over some lines, which may lack its end.
fn json(bytes: &mut Unstructured, levels: usize) -> Result<String> {
    const KEYS: [&str; 10] = [
        "type",
        "properties",
        "required",
        "enum",
        "items",
        "$ref",
        "description",
        "example",
        "pattern",
        "",
    ];
    let leaf = levels == 0;
    Ok(match bytes.int_in_range(if leaf { 3 } else { 0 }..=8)? {
        kind @ 0..=2 => {
            let (open, close) = if kind == 2 { ("[", "]") } else { ("{", "}") };
            let mut text = format!("{open}\n");
            for item in 0..bytes.int_in_range(0..=3)? {
                if item > 0 {
                    text += ",\n";
                }
                if kind != 2 {
                    text += &["\"", bytes.choose(&KEYS)?, "\": "].concat();
                }
                text += &json(bytes, levels - 1)?;
            }
            text + if bytes.ratio(1, 8)? { "" } else { "\n" }
                + if bytes.ratio(1, 8)? { "" } else { close }
        }
        3 => format!("\"{}\"", bytes.choose(&TOKENS)?),
        4 => "\"string\"".to_owned(),
        5 => "\"#/definitions/Berth\"".to_owned(),
        6 => "true".to_owned(),
        7 => "12".to_owned(),
        _ => (*bytes.choose(&TOKENS)?).to_owned(),
    })
}

/// One mark many times over, on one line or on as many.
fn nested(bytes: &mut Unstructured) -> Result<String> {
    let mark = bytes.choose(&[
        "{",
        "[",
        "{\"a\":",
        "{\"properties\": {\"a\": ",
        "(",
        "• ",
        "    ",
        "\"",
        "|",
        "{a}",
        "a.",
        "é",
        "a🚢",
        "é b ",
    ])?;
    let times = bytes.int_in_range(2..=600)?;
    Ok(if bytes.ratio(1, 3)? {
        format!("{mark}\n").repeat(times)
    } else {
        mark.repeat(times)
    })
}
