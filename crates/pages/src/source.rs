//! The captured text as numbered lines.

use std::borrow::Cow;

use claims::digest::sha256;
use claims::{CapturedLine, Digest};

use crate::{PageError, Rule};

/// One line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'p> {
    /// From 1.
    pub(crate) number: u32,
    /// The text without the white space around it, of a heading also without its marks.
    pub(crate) text: &'p str,
    /// How many columns of white space precede the text.
    pub(crate) indent: usize,
}

/// Spaces at which no line breaks.
const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];

/// A captured page: its lines and where it ends.
#[derive(Debug)]
pub(crate) struct Source<'p> {
    pub(crate) page: &'p str,
    pub(crate) sha256: String,
    pub(crate) text: Cow<'p, str>,
}

impl<'p> Source<'p> {
    /// Decodes a capture, or makes one of an HTML page.
    pub(crate) fn decode(page: &'p str, bytes: &'p [u8]) -> Result<Self, Vec<PageError>> {
        if let Some(captured) = crate::html::recognised(bytes) {
            return Ok(Self::new(page, Cow::Owned(captured.text)));
        }
        let errors = |lines: Vec<usize>, expected: &str, found: &str| -> Vec<PageError> {
            let error = |index| PageError {
                page: page.to_owned(),
                line: number(index),
                expected: expected.to_owned(),
                found: found.to_owned(),
            };
            lines.into_iter().map(error).collect()
        };
        let text = std::str::from_utf8(bytes).map_err(|_| {
            let is_text = |line: &[u8]| std::str::from_utf8(line).is_ok();
            let lines = indices(bytes.split(|&byte| byte == b'\n'), is_text);
            errors(lines, "UTF-8", "bytes that are not")
        })?;
        if text.starts_with('\u{feff}') {
            return Err(errors(vec![0], "text", "a byte order mark"));
        }
        let text = normalised(text);
        let is_text = |line: &str| !line.contains(|it: char| it.is_control() && it != '\t');
        let stray = indices(text.split('\n'), is_text);
        if !stray.is_empty() {
            return Err(errors(stray, "text", "a control character"));
        }
        Ok(Self::new(page, text))
    }

    fn new(page: &'p str, text: Cow<'p, str>) -> Self {
        Self {
            page,
            sha256: sha256(text.as_bytes()),
            text,
        }
    }

    /// The lines that are not blank.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.text.lines().enumerate().filter_map(|(index, line)| {
            let indented = line.trim_start();
            (!indented.is_empty()).then(|| Line {
                number: number(index),
                text: unmarked(indented.trim_end()),
                indent: line[..line.len() - indented.len()].chars().count(),
            })
        })
    }

    /// Returns every line with what a reader made of it.
    ///
    /// `rules` has them by the numbers of the lines.
    pub(crate) fn captured(&self, rules: &[Option<&'static str>]) -> Vec<CapturedLine> {
        let line = |(index, text): (usize, &str)| {
            let blank = text.trim().is_empty();
            let rule = rules.get(index + 1).copied().flatten();
            CapturedLine {
                words: (!blank).then(|| Digest::of(text)),
                rule: rule.unwrap_or(Rule::Blank.as_str()).into(),
            }
        };
        self.text.lines().enumerate().map(line).collect()
    }

    /// Line and column of the last character, both from 1; line 1, column 0 of an empty text.
    pub(crate) fn end(&self) -> (u32, usize) {
        let last = self.lines().last();
        last.map_or((1, 0), |line| {
            let text = self.text.lines().nth(line.number as usize - 1);
            let columns = text.map_or(0, |text| text.trim_end().chars().count());
            (line.number, columns)
        })
    }

    /// The error for a table that is drawn with bars and lines, if there is one beside an error.
    pub(crate) fn drawn(&self, errors: &[PageError]) -> Option<PageError> {
        const BESIDE: u32 = 3;
        let is_beside = |line: &Line| {
            let mut errors = errors.iter();
            errors.any(|error| error.line.abs_diff(line.number) <= BESIDE)
        };
        let mut lines = self.lines();
        let drawn = lines.find(|line| is_drawn(line.text) && is_beside(line))?;
        Some(PageError {
            page: self.page.to_owned(),
            line: drawn.number,
            expected: "the page as saved HTML, or as the text of its capture".to_owned(),
            found: "a table drawn with bars".to_owned(),
        })
    }

    /// The error for a page that no reader recognises.
    pub(crate) fn unknown_layout(&self, known: &[&str]) -> PageError {
        let first = self.lines().next();
        PageError {
            page: self.page.to_owned(),
            line: first.map_or(1, |line| line.number),
            expected: format!("a page of a known layout ({})", known.join(", ")),
            found: first.map_or_else(|| "an empty page".to_owned(), |line| quoted(line.text)),
        }
    }
}

impl<'l> Line<'l> {
    /// The text of a bullet.
    pub(crate) fn bullet(&self) -> Option<&'l str> {
        self.text.strip_prefix("• ")
    }

    pub(crate) fn is_bullet(&self) -> bool {
        self.bullet().is_some()
    }
}

/// The cells of a row as a claim has them.
pub(crate) fn row(cells: &[&str]) -> String {
    cells.join(" · ").replace("\\|", "|")
}

/// The cells of a table's row in a capture of HTML, `| one | two |`; `\|` parts no cells.
pub(crate) fn cells(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix('|')?.strip_suffix('|')?;
    let mut before = ' ';
    let parts = |character| std::mem::replace(&mut before, character) != '\\' && character == '|';
    Some(inner.split(parts).map(str::trim).collect())
}

/// Whether a line is drawn between the heading and the rows of a table: `---|:--:|---|`.
pub(crate) fn is_drawn(text: &str) -> bool {
    text.contains("--") && text.contains('|') && text.chars().all(|mark| "-:| ".contains(mark))
}

/// The indices of what does not pass the test.
fn indices<L>(lines: impl Iterator<Item = L>, passes: impl Fn(L) -> bool) -> Vec<usize> {
    let lines = lines
        .enumerate()
        .filter_map(|(index, line)| (!passes(line)).then_some(index));
    lines.collect()
}

/// Whether a text is of letters, digits and these marks; an empty one is.
pub(crate) fn is_word(text: &str, marks: &str) -> bool {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || marks.contains(letter);
    text.chars().all(letter)
}

/// The text of a heading without its marks, `## Title`; any other text as it is.
fn unmarked(text: &str) -> &str {
    const DEEPEST: usize = 6;
    let title = text.trim_start_matches('#');
    let marked = (1..=DEEPEST).contains(&(text.len() - title.len()));
    title.strip_prefix(' ').filter(|_| marked).unwrap_or(text)
}

/// CRLF line ends count as LF, so that a capture is the same on any machine, and no-break spaces as
/// spaces, which is what a page shows.
pub(crate) fn normalised(text: &str) -> Cow<'_, str> {
    if text.contains('\r') || text.contains(NO_BREAK) {
        Cow::Owned(text.replace("\r\n", "\n").replace(NO_BREAK, " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text in backquotes, shortened to 60 characters.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        None => format!("`{text}`"),
        Some((end, _)) => format!("`{}…`", &text[..end]),
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}
