//! Recordings of HTTP exchanges, read one exchange at a time.
//!
//! Every form is read as it is written in practice: HAR 1.2 of browsers and proxies, the same in gzip,
//! NDJSON, the JSON report of Newman, and a Postman collection with saved responses.

mod assembled;
mod entry;
mod lenient;
mod problem;
mod seen;
mod source;
mod surrogates;
mod walk;

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

pub use problem::{Problem, Recording, What};
pub use seen::Seen;
pub use source::LIMIT;

use crate::exchange::Exchange;
use entry::Entry;
use lenient::Maybe;
use source::Source;
use walk::{Found, Stop, Walk};

/// Takes what is read: an exchange, or what is wrong; reading ends when it breaks.
pub type Each<'e> = dyn FnMut(Result<Exchange<'_>, Problem>) -> ControlFlow<()> + 'e;

/// Reads the exchanges of files and folders in their order.
///
/// The files of a folder are read in the order of their names; hidden ones and folders in it are not.
/// Whatever is wrong is passed on in its place, and what can be read is read.
pub fn read(given: &[PathBuf], each: &mut Each<'_>) -> ControlFlow<()> {
    for (path, given) in given.iter().zip(1..) {
        let recording = Recording { given, file: None };
        if !path.is_dir() {
            file(recording, path, each)?;
            continue;
        }
        match files(path) {
            Ok(files) if !files.is_empty() => {
                for (path, number) in files.iter().zip(1..) {
                    let file_of = Some(number);
                    let recording = Recording {
                        given,
                        file: file_of,
                    };
                    file(recording, path, each)?;
                }
            }
            Ok(_) => each(Err(Problem::of(recording, What::NoFiles)))?,
            Err(error) => each(Err(Problem::of(recording, What::of(&error))))?,
        }
    }
    ControlFlow::Continue(())
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn file(recording: Recording, path: &Path, each: &mut Each<'_>) -> ControlFlow<()> {
    match File::open(path) {
        Ok(file) => read_from(recording, file, each),
        Err(error) => each(Err(Problem::of(recording, What::of(&error)))),
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
        return each(Err(Problem::of(recording, What::of(&error))));
    }
    let is_packed = magic == [0x1f, 0x8b];
    let whole = io::Cursor::new(magic).chain(from);
    let source = Source::new(if is_packed {
        Box::new(MultiGzDecoder::new(whole))
    } else {
        Box::new(whole)
    });
    let mut pass_on = |found: Found<'_>| exchange(recording, &found, each);
    let mut walk = Walk::new(source, &mut pass_on);
    let end = walk.walk();
    let offset = walk.source.offset();
    drop(walk);
    match end {
        Ok(()) => ControlFlow::Continue(()),
        Err(Stop::Enough) => ControlFlow::Break(()),
        Err(Stop::Problem(what, number)) => each(Err(Problem {
            number,
            offset: what.has_place().then_some(offset),
            ..Problem::of(recording, what)
        })),
    }
}

/// Reads one exchange.
fn exchange(recording: Recording, found: &Found<'_>, each: &mut Each<'_>) -> ControlFlow<()> {
    let problem = |what, further: usize| {
        Err(Problem {
            recording,
            number: Some(found.number),
            offset: Some(found.offset + further as u64),
            what,
        })
    };
    let Some(bytes) = found.frame else {
        return each(problem(What::TooLarge, 0));
    };
    let frame = match str::from_utf8(bytes) {
        Ok(frame) => frame,
        Err(error) => return each(problem(What::NotText, error.valid_up_to())),
    };
    let mended;
    let mut read = serde_json::from_str::<Maybe<Entry>>(frame);
    if read.is_err() && frame.contains("\\u") {
        mended = surrogates::mended(frame);
        read = serde_json::from_str(&mended);
    }
    each(match read {
        Ok(entry) => {
            let place = (recording, found.number, frame);
            let whole = assembled::exchange(entry.0.unwrap_or_default(), found.shape, place);
            whole.or_else(|what| problem(what, 0))
        }
        Err(error) => {
            let lines = frame
                .split_inclusive('\n')
                .take(error.line().saturating_sub(1));
            let further = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
            problem(
                if error.is_eof() {
                    What::Cut
                } else {
                    What::Broken
                },
                further,
            )
        }
    })
}
