//! What becomes of the cuts of one page.

use std::panic::{RefUnwindSafe, catch_unwind};

use claims::PageClaims;
use pages::PageError;
use review::{Readings, open_end};

/// What a reader makes of a capture.
type Read = Result<PageClaims, Vec<PageError>>;

/// How many cuts of a page are seen in which way, and which ones are not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcomes {
    /// Refused, with a line of the cut capture.
    pub(crate) refused: usize,
    /// Read, with other claims than the page's.
    pub(crate) claims: usize,
    /// Read, with the page's claims: only white space is lost, and the SHA-256 is another one.
    pub(crate) sha256: usize,
    /// What should not be: behind which byte the cut is, and what happened.
    pub(crate) broken: Vec<(usize, String)>,
}

/// How a cut is seen.
enum Seen {
    Refused,
    Claims,
    Sha256,
}

/// Cuts a page at every byte, on all cores, and reads what is left.
pub(crate) fn of<R>(whole: &PageClaims, bytes: &[u8], readings: &Readings, read: R) -> Outcomes
where
    R: Fn(&str, &[u8]) -> Read + Sync + RefUnwindSafe,
{
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let part = |first: usize| {
        let ends = (first..bytes.len()).step_by(cores);
        let seen = ends.map(|end| {
            let (kept, lost) = bytes.split_at(end);
            let seen = match catch_unwind(|| read(&whole.page, kept)) {
                Ok(read) => seen(whole, kept, lost, read, readings),
                Err(_) => Err("the reader panicked".to_owned()),
            };
            (end, seen)
        });
        seen.collect::<Vec<_>>()
    };
    let mut outcomes = Outcomes::default();
    std::thread::scope(|scope| {
        let part = &part;
        let parts = (0..cores).map(|first| scope.spawn(move || part(first)));
        for part in parts.collect::<Vec<_>>() {
            match part.join() {
                Ok(part) => outcomes.count(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    outcomes.broken.sort_unstable();
    outcomes
}

impl Outcomes {
    fn count(&mut self, cuts: Vec<(usize, Result<Seen, String>)>) {
        for (end, seen) in cuts {
            match seen {
                Ok(Seen::Refused) => self.refused += 1,
                Ok(Seen::Claims) => self.claims += 1,
                Ok(Seen::Sha256) => self.sha256 += 1,
                Err(problem) => self.broken.push((end, problem)),
            }
        }
    }
}

/// How the cut between two parts of a page is seen, if it is.
fn seen(
    whole: &PageClaims,
    kept: &[u8],
    lost: &[u8],
    read: Read,
    readings: &Readings,
) -> Result<Seen, String> {
    let lines = kept.split(|byte| *byte == b'\n').count();
    let is_there = |line: u32| (1..=lines).contains(&(line as usize));
    match read {
        Err(errors) => match errors.iter().find(|error| !is_there(error.line)) {
            _ if errors.is_empty() => Err("refused without an error".to_owned()),
            Some(error) => Err(format!("no such line: {error}")),
            None => Ok(Seen::Refused),
        },
        Ok(read) => match open_end(&read, readings) {
            Some(end) if is_there(end.stated.line) => Ok(Seen::Refused),
            Some(end) => Err(format!("no such line: {end}")),
            None if read.claims != whole.claims => Ok(Seen::Claims),
            None if lost.trim_ascii().is_empty() && read != *whole => Ok(Seen::Sha256),
            None => Err("taken for the whole page".to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../tests/confluence_comparison/berths.txt");

    /// How many cuts of it may be a whole page.
    const ENDS: usize = 3;

    /// The outcomes of a page when its cuts are read in another way.
    fn outcomes(read: impl Fn(&str, &[u8]) -> Read + Sync + RefUnwindSafe) -> Outcomes {
        let whole = pages::read("berths", PAGE.as_bytes()).expect("a whole page");
        of(&whole, PAGE.as_bytes(), &Readings::default(), read)
    }

    /// Checks that the cuts behind these bytes are all that is reported, and as what.
    #[track_caller]
    fn check(broken: &[(usize, &str)], read: impl Fn(&str, &[u8]) -> Read + Sync + RefUnwindSafe) {
        let outcomes = outcomes(read);
        let found = outcomes.broken.iter();
        let found: Vec<_> = found.map(|(end, problem)| (*end, &**problem)).collect();
        assert_eq!(found, broken);
    }

    #[test]
    fn each_cut_is_seen_in_one_way() {
        let Outcomes {
            refused,
            claims,
            sha256,
            broken,
        } = outcomes(pages::read);
        assert_eq!(broken, []);
        assert_eq!(refused + claims + sha256, PAGE.len());
        // It may end at the gap between its tables, where three cuts are; and one loses nothing
        // but the end of the last line.
        assert_eq!((claims, sha256), (ENDS, 1));
    }

    #[test]
    fn a_reader_that_panics_is_seen() {
        check(&[(7, "the reader panicked")], |page, bytes| {
            assert_ne!(bytes.len(), 7);
            pages::read(page, bytes)
        });
    }

    #[test]
    fn a_cut_that_passes_for_the_page_is_seen() {
        check(&[(300, "taken for the whole page")], |page, bytes| {
            let whole = bytes.len() == 300;
            pages::read(page, if whole { PAGE.as_bytes() } else { bytes })
        });
    }

    #[test]
    fn the_same_bytes_without_white_space_are_still_another_capture() {
        let end = PAGE.len() - 1;
        check(&[(end, "taken for the whole page")], |page, bytes| {
            let whole = bytes.len() == end;
            pages::read(page, if whole { PAGE.as_bytes() } else { bytes })
        });
    }

    #[test]
    fn an_error_that_names_no_line_is_seen() {
        let error = |line| PageError {
            page: "berths".to_owned(),
            line,
            expected: "a boat".to_owned(),
            found: "a bus".to_owned(),
        };
        let named = "no such line: expected a boat, but found a bus instead (berths, line";
        let (zero, two) = (format!("{named} 0)"), format!("{named} 2)"));
        let broken = [(3, &*zero), (4, &*two), (5, "refused without an error")];
        check(&broken, |page, bytes| match bytes.len() {
            3 => Err(vec![error(0)]),
            4 => Err(vec![error(1), error(2)]),
            5 => Err(Vec::new()),
            _ => pages::read(page, bytes),
        });
    }

    #[test]
    fn an_end_that_a_reading_omits_is_no_refusal() {
        let text = "[[reading]]\nid = \"end\"\npage = \"berths\"\nkind = \"omit\"\n\
                    applies-to = [{ aspect = \"cut\", value = \"column 5\" }]\n\
                    basis = \"same-page\"\nreason = \"It ends.\"\nevidence = \"Line 1.\"\n";
        let readings = Readings::parse(text).expect("a reading");
        let whole = pages::read("berths", PAGE.as_bytes()).expect("a whole page");
        let found = of(&whole, PAGE.as_bytes(), &readings, pages::read);
        assert_eq!(found.broken, []);
        assert!(found.claims > ENDS, "{found:?}");
    }
}
