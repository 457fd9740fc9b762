//! Recordings of HTTP exchanges, read one exchange at a time.
//!
//! Every form is read as it is written in practice: HAR 1.2 of browsers and proxies, the same in gzip,
//! NDJSON, the JSON report of Newman, and a Postman collection with saved responses.

mod assembled;
mod problem;
mod source;
mod value;
mod walk;

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

pub use problem::{Problem, Recording, What};
pub(crate) use source::LIMIT;

use crate::exchange::Exchange;
use source::Source;
use value::Value;
use walk::{Found, Walk};

/// Takes what is read: an exchange, or what is wrong; reading ends when it breaks.
pub type Each<'e> = dyn FnMut(Result<Exchange<'_>, Problem>) -> ControlFlow<()> + 'e;

/// Reads the exchanges of files and folders in their order.
///
/// The files of a folder are read in the order of their names, but no hidden ones and no folders in it.
/// Whatever is wrong is passed on in its place, and what can be read is read.
pub fn read(given: &[PathBuf], each: &mut Each<'_>) -> ControlFlow<()> {
    for (path, given) in given.iter().zip(1..) {
        let mut recording = Recording { given, file: None };
        let wrong = match files(path) {
            Ok(files) if files.is_empty() => What::Unreadable("a folder without files"),
            Ok(files) => {
                for (file, number) in files.iter().zip(1..) {
                    recording.file = (file != path).then_some(number);
                    match File::open(file) {
                        Ok(file) => read_from(recording, file, each)?,
                        Err(error) => each(Err(whole(recording, What::of(&error))))?,
                    }
                }
                continue;
            }
            Err(error) => What::of(&error),
        };
        each(Err(whole(recording, wrong)))?;
    }
    ControlFlow::Continue(())
}

/// The files of a folder in the order of their names, or the file itself.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        files.extend(Some(entry.path()).filter(|it| !is_hidden && it.is_file()));
    }
    files.sort();
    Ok(files)
}

fn whole(recording: Recording, what: What) -> Problem {
    Problem {
        recording,
        number: None,
        offset: None,
        what,
    }
}

/// Reads the exchanges of one recording, packed by gzip or not.
pub fn read_from(
    recording: Recording,
    mut from: impl Read,
    each: &mut Each<'_>,
) -> ControlFlow<()> {
    let mut magic = Vec::with_capacity(2);
    if let Err(error) = from.by_ref().take(2).read_to_end(&mut magic) {
        return each(Err(whole(recording, What::of(&error))));
    }
    let is_packed = magic == [0x1f, 0x8b];
    let all = io::Cursor::new(magic).chain(from);
    let source = Source::new(if is_packed {
        Box::new(MultiGzDecoder::new(all))
    } else {
        Box::new(all)
    });
    let mut pass_on = |number, found: Found<'_>| exchange(recording, number, found, each);
    let mut walk = Walk {
        source,
        each: &mut pass_on,
        number: 0,
        listed: false,
    };
    let end = walk.walk();
    let (number, offset) = (Some(walk.number), Some(walk.source.offset()));
    drop(walk);
    match end {
        Ok(()) => ControlFlow::Continue(()),
        Err(None) => ControlFlow::Break(()),
        Err(Some(what @ (What::Cut | What::Broken(_)))) => each(Err(Problem {
            recording,
            number,
            offset,
            what,
        })),
        Err(Some(what)) => each(Err(whole(recording, what))),
    }
}

/// Reads one exchange.
fn exchange(
    recording: Recording,
    number: usize,
    found: Found<'_>,
    each: &mut Each<'_>,
) -> ControlFlow<()> {
    let skipped = |what, offset| {
        Err(Problem {
            recording,
            number: Some(number),
            offset,
            what: What::Skipped(what),
        })
    };
    let Some((offset, bytes)) = found else {
        return each(skipped("an exchange of at most 32 MB", None));
    };
    let Ok(frame) = str::from_utf8(bytes) else {
        return each(skipped("text in UTF-8", Some(offset)));
    };
    let mended;
    let mut read = serde_json::from_str::<Value>(frame);
    if read.is_err() && frame.contains("\\u") {
        // Recorders write half a surrogate pair for bytes that are no text (RFC 8259, section 8.2). Read
        // as characters for private use, all of them are text.
        mended = frame.replace("\\ud", "\\uf").replace("\\uD", "\\uF");
        read = serde_json::from_str(&mended);
    }
    each(match read {
        Ok(entry) => assembled::exchange((recording, number, frame), entry)
            .or_else(|lacks| skipped(lacks, Some(offset))),
        Err(error) => {
            let lines = frame
                .split_inclusive('\n')
                .take(error.line().saturating_sub(1));
            let further = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
            skipped("JSON", Some(offset + further as u64))
        }
    })
}
