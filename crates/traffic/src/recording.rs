//! Recordings of HTTP exchanges, read one exchange at a time.
//!
//! Every form is read as it is written in practice: HAR 1.2 of browsers and proxies, the same in gzip,
//! NDJSON, the JSON report of Newman, and a Postman collection with saved responses.

mod assembled;
mod problem;
mod source;
mod walk;

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use serde_json_borrow::Value;

pub use problem::{Problem, Recording, What};
pub(crate) use source::LIMIT;

use crate::exchange::Exchange;
use source::Source;
use walk::{Found, Walk};

/// Takes what is read: an exchange, or what is wrong; reading ends when it breaks.
pub type Each<'e> = dyn FnMut(Result<Exchange<'_>, Problem>) -> ControlFlow<()> + 'e;

/// Reads the exchanges of files and folders in their order.
///
/// The files of a folder are read in the order of their names, but no hidden ones and no folders in it.
/// Whatever is wrong is passed on in its place, and what can be read is read.
pub fn read(given: &[PathBuf], each: &mut Each<'_>) -> ControlFlow<()> {
    for (path, given) in given.iter().zip(1..) {
        let files = files(path);
        if let Err(what) = &files {
            let recording = Recording { given, file: None };
            each(Err(Problem::of(recording, what.clone())))?;
        }
        for (file, number) in files.iter().flatten().zip(1..) {
            let number = Some(number).filter(|_| file != path);
            let recording = Recording {
                given,
                file: number,
            };
            match File::open(file) {
                Ok(file) => read_from(recording, file, each)?,
                Err(error) => each(Err(Problem::of(recording, error.into())))?,
            }
        }
    }
    ControlFlow::Continue(())
}

/// The files of a folder in the order of their names, or the file itself.
fn files(path: &Path) -> Result<Vec<PathBuf>, What> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let (name, path) = entry.map(|it| (it.file_name(), it.path()))?;
        let is_hidden = name.as_encoded_bytes().starts_with(b".");
        files.extend(Some(path).filter(|it| !is_hidden && it.is_file()));
    }
    files.sort();
    let none = What::Unreadable("a folder without files");
    Some(files).filter(|it| !it.is_empty()).ok_or(none)
}

/// Reads the exchanges of one recording, packed by gzip or not.
pub fn read_from(
    recording: Recording,
    mut from: impl Read,
    each: &mut Each<'_>,
) -> ControlFlow<()> {
    let mut magic = Vec::new();
    if let Err(error) = from.by_ref().take(2).read_to_end(&mut magic) {
        return each(Err(Problem::of(recording, error.into())));
    }
    let is_packed = magic == [0x1f, 0x8b];
    let all = io::Cursor::new(magic).chain(from);
    let source = Source::new(if is_packed {
        Box::new(MultiGzDecoder::new(all))
    } else {
        Box::new(all)
    });
    let mut pass_on = |number, found: Found<'_>| {
        let mut kept = (String::new(), Value::Null);
        let read = exchange((recording, number), found, &mut kept);
        each(read.map_err(|expected| Problem {
            recording,
            number: Some(number),
            offset: found.map(|(offset, _)| offset),
            what: What::Skipped(expected),
        }))
    };
    let mut walk = Walk {
        source,
        each: &mut pass_on,
        number: 0,
        listed: false,
    };
    let end = walk.walk();
    let place = (Some(walk.number), Some(walk.source.offset()));
    drop(walk);
    match end {
        Ok(()) => ControlFlow::Continue(()),
        Err(None) => ControlFlow::Break(()),
        Err(Some(what)) => {
            let mut problem = Problem::of(recording, what);
            if matches!(problem.what, What::Cut | What::Broken(_)) {
                (problem.number, problem.offset) = place;
            }
            each(Err(problem))
        }
    }
}

/// Reads one exchange, with room for what it refers to, or says what was expected.
fn exchange<'r>(
    (recording, number): (Recording, usize),
    found: Found<'r>,
    (mended, entry): &'r mut (String, Value<'r>),
) -> Result<Exchange<'r>, &'static str> {
    let (_, bytes) = found.ok_or("an exchange of at most 32 MB")?;
    let frame = str::from_utf8(bytes).map_err(|_| "text in UTF-8")?;
    let mut read = serde_json::from_str(frame);
    if read.is_err() && frame.contains("\\u") {
        // Recorders write half a surrogate pair for bytes that are no text (RFC 8259, section 8.2). Read
        // as characters for private use, all of them are text.
        *mended = frame.replace("\\ud", "\\uf").replace("\\uD", "\\uF");
        read = serde_json::from_str(mended);
    }
    *entry = read.map_err(|_| "JSON")?;
    assembled::exchange((recording, number, frame), entry)
}
