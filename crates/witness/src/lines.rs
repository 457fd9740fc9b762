//! On which line of a file of JSON or YAML a JSON pointer leads to something.

use std::collections::BTreeMap;
use std::path::Path;

use review::Finding;
use saphyr_parser::{Event, Parser};

/// The lines of findings, from 1, by their file and their JSON pointer. Files are read from where the
/// command runs.
pub(crate) fn of_findings(findings: &[Finding]) -> BTreeMap<(&str, &str), u32> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for finding in findings {
        if let (Some(file), Some(pointer)) = (&finding.file, &finding.pointer) {
            files.entry(file).or_default().push(pointer);
        }
    }
    let found = files.into_iter().flat_map(|(file, pointers)| {
        let text = cli::text::read(Path::new(file)).unwrap_or_default();
        let lines = lines(&text, pointers.iter().copied()).into_iter();
        let lines = lines.map(|(pointer, line)| ((file, pointer), line));
        lines.collect::<Vec<_>>()
    });
    found.collect()
}

/// The lines of pointers (RFC 6901), from 1; of one that leads nowhere, the line of the closest
/// element around it. JSON is YAML to this reader.
fn lines<'p>(
    text: &str,
    pointers: impl Iterator<Item = &'p str> + Clone,
) -> BTreeMap<&'p str, u32> {
    let around = |pointer| {
        std::iter::successors(Some(pointer), |inner: &&'p str| {
            Some(&inner[..inner.rfind('/')?])
        })
    };
    // Behind an error nothing is known.
    let events = Parser::new_from_str(text).map_while(|read| {
        let (event, span) = read.ok()?;
        Some((event, u32::try_from(span.start.line()).unwrap_or(u32::MAX)))
    });
    let mut reader = Reader {
        events,
        pointer: String::new(),
        found: pointers
            .clone()
            .flat_map(around)
            .map(|it| (it, None))
            .collect(),
    };
    while reader.value().is_some() {}
    let line = |pointer| around(pointer).find_map(|outer| reader.found[outer]);
    let lines = pointers.filter_map(|pointer| Some((pointer, line(pointer)?)));
    lines.collect()
}

/// Reads a document, and notes the lines of what is looked for.
struct Reader<'p, E> {
    events: E,
    /// Where it is.
    pointer: String,
    found: BTreeMap<&'p str, Option<u32>>,
}

impl<'t, E: Iterator<Item = (Event<'t>, u32)>> Reader<'_, E> {
    /// Reads a value; nothing if what is around it ends instead.
    fn value(&mut self) -> Option<()> {
        let (event, line) = self.events.next()?;
        match event {
            Event::MappingEnd | Event::SequenceEnd => return None,
            Event::StreamStart | Event::DocumentStart(_) => return Some(()),
            _ => self.note(line),
        }
        let length = self.pointer.len();
        match event {
            Event::MappingStart(..) => {
                while let Some((Event::Scalar(key, ..), line)) = self.events.next() {
                    let name = key.replace('~', "~0").replace('/', "~1");
                    self.pointer.extend(["/", &name]);
                    self.note(line);
                    self.value()?;
                    self.pointer.truncate(length);
                }
            }
            Event::SequenceStart(..) => {
                for index in 0_usize.. {
                    self.pointer.extend(["/", &index.to_string()]);
                    let item = self.value();
                    self.pointer.truncate(length);
                    if item.is_none() {
                        break;
                    }
                }
            }
            _ => {}
        }
        Some(())
    }

    /// The first line of what the pointer leads to.
    fn note(&mut self, line: u32) {
        if let Some(found) = self.found.get_mut(&*self.pointer) {
            found.get_or_insert(line);
        }
    }
}
