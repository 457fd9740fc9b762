//! Recordings that are larger than memory.

use std::io::{self, Read};
use std::ops::ControlFlow;

use traffic::recording::read_from;

use super::FIRST;

/// A recording that exists only while it is read.
struct Made {
    parts: Box<dyn Iterator<Item = Vec<u8>>>,
    part: io::Cursor<Vec<u8>>,
}

impl Read for Made {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.part.read(into)?;
            if read > 0 {
                return Ok(read);
            }
            match self.parts.next() {
                Some(part) => self.part = io::Cursor::new(part),
                None => return Ok(0),
            }
        }
    }
}

fn made(parts: impl Iterator<Item = Vec<u8>> + 'static) -> Made {
    let parts = Box::new(parts);
    Made {
        parts,
        part: io::Cursor::default(),
    }
}

#[test]
fn an_exchange_that_is_too_large_is_told_and_passed_over() {
    let good = br#"{"request": {"method": "GET", "url": "https://a.example/"}}"#.to_vec();
    for [before, between, after] in [["{\"log\": {\"entries\": [", ",", "]}}"], ["", "\n", "\n"]] {
        let large = std::iter::once(br#"{"request": {"x": ""#.to_vec());
        let large = large.chain(std::iter::repeat_n(vec![b'x'; 1 << 20], 40));
        let large = large.chain([br#""}}"#.to_vec()]);
        let text = |it: &'static str| std::iter::once(it.as_bytes().to_vec());
        let all = text(before)
            .chain([good.clone()])
            .chain(text(between))
            .chain(large);
        let all = all
            .chain(text(between))
            .chain([good.clone()])
            .chain(text(after));
        let mut said = Vec::new();
        let _ = read_from(FIRST, made(all), &mut |read| {
            said.push(read.map_or_else(|it| it.to_string(), |it| format!("{it:?}")));
            ControlFlow::Continue(())
        });
        assert_eq!(
            said,
            [
                "recording 1, exchange 0",
                "recording 1, exchange 1: expected an exchange of at most 32 MB, but found something else; this \
             exchange is skipped",
                "recording 1, exchange 2",
            ]
        );
    }
}
