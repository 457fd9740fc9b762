//! On which line of a file of JSON or YAML a JSON pointer leads to something.

use std::collections::{BTreeMap, BTreeSet};

use saphyr_parser::{Event, Parser};

/// What the reader is within.
enum Within {
    /// The key that is being read of, if any.
    Mapping(Option<String>),
    Sequence(usize),
}

/// The lines of pointers (RFC 6901), from 1; of one that leads nowhere, the line of the closest
/// element around it. JSON is YAML to this reader.
pub(crate) fn lines<'p>(
    text: &str,
    pointers: impl IntoIterator<Item = &'p str>,
) -> BTreeMap<String, u32> {
    let pointers: BTreeSet<&str> = pointers.into_iter().collect();
    let around = |pointer: &'p str| {
        pointer
            .match_indices('/')
            .map(move |(at, _)| &pointer[..at])
    };
    let wanted: BTreeSet<&str> = pointers
        .iter()
        .flat_map(|pointer| around(pointer).chain([*pointer]))
        .collect();
    let found = found(text, &wanted);
    let mut lines = BTreeMap::new();
    for pointer in pointers {
        let mut nearest = Some(pointer);
        while let Some(at) = nearest {
            if let Some(line) = found.get(at) {
                lines.insert(pointer.to_owned(), *line);
                break;
            }
            nearest = at.rfind('/').map(|end| &at[..end]);
        }
    }
    lines
}

fn found<'w>(text: &str, wanted: &BTreeSet<&'w str>) -> BTreeMap<&'w str, u32> {
    let mut found = BTreeMap::new();
    let mut stack: Vec<(Within, usize)> = Vec::new();
    let mut pointer = String::new();
    // Behind an error nothing is known.
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        let line = u32::try_from(span.start.line()).unwrap_or(u32::MAX);
        match event {
            Event::MappingEnd | Event::SequenceEnd => {
                stack.pop();
                leave(&mut stack, &mut pointer);
            }
            Event::Scalar(key, ..) if matches!(stack.last(), Some((Within::Mapping(None), _))) => {
                enter(&mut stack, &mut pointer, Some(&key));
                note(&mut found, wanted, &pointer, line);
            }
            Event::Scalar(..) | Event::Alias(_) => {
                if enter(&mut stack, &mut pointer, None) {
                    note(&mut found, wanted, &pointer, line);
                }
                leave(&mut stack, &mut pointer);
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if enter(&mut stack, &mut pointer, None) || stack.is_empty() {
                    note(&mut found, wanted, &pointer, line);
                }
                let within = match event {
                    Event::MappingStart(..) => Within::Mapping(None),
                    _ => Within::Sequence(0),
                };
                stack.push((within, pointer.len()));
            }
            _ => {}
        }
    }
    found
}

/// Goes to a key, or to the next item of a sequence; whether it is such an item.
fn enter(stack: &mut [(Within, usize)], pointer: &mut String, key: Option<&str>) -> bool {
    match (stack.last_mut(), key) {
        (Some((Within::Mapping(at), _)), Some(key)) => {
            pointer.push('/');
            pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            *at = Some(key.to_owned());
            false
        }
        (Some((Within::Sequence(index), _)), _) => {
            pointer.push('/');
            pointer.push_str(&index.to_string());
            *index += 1;
            true
        }
        _ => false,
    }
}

/// Goes back from a value to what it is in.
fn leave(stack: &mut [(Within, usize)], pointer: &mut String) {
    if let Some((within, length)) = stack.last_mut() {
        pointer.truncate(*length);
        if let Within::Mapping(key) = within {
            *key = None;
        }
    }
}

fn note<'w>(found: &mut BTreeMap<&'w str, u32>, wanted: &BTreeSet<&'w str>, at: &str, line: u32) {
    if let Some(pointer) = wanted.get(at) {
        found.entry(pointer).or_insert(line);
    }
}
