//! What the commands say on a terminal, as Cargo says it: right-aligned words, one summary line.
//!
//! Every command prints through [`print()`] and its neighbours here. What cannot be written does
//! not end the command: what it does to files is as much its work as what it says. The first
//! failure is kept, and [`ended`] turns it into a message and the exit code 2.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};

use crate::{Trouble, Verdict};

const GOOD: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));
const BAD: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)));
const NOTE: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// Why something could not be said, if it could not: the first failure tells the cause.
static UNSAID: OnceLock<Trouble> = OnceLock::new();

/// Where something is said.
#[derive(Clone, Copy)]
enum Stream {
    Output,
    Error,
}

impl Stream {
    fn say(self, text: &str) {
        let written = match self {
            Self::Output => write(anstream::stdout(), text),
            Self::Error => write(anstream::stderr(), text),
        };
        let name = match self {
            Self::Output => "standard output",
            Self::Error => "standard error",
        };
        match written {
            // Who closes a pipe has read enough.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = UNSAID.set(Trouble::new(format!(
                    "could not write to {name}: {error}; send it to where there is room, and run \
                     this again"
                )));
            }
            Ok(()) | Err(_) => {}
        }
    }
}

fn write(mut stream: impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

/// Text as it is, on standard output.
pub fn print(text: impl Display) {
    Stream::Output.say(&text.to_string());
}

/// Text and the end of its line, on standard output.
pub fn line(text: impl Display) {
    print(format_args!("{text}\n"));
}

/// What clap says: help and versions on standard output, wrong arguments on standard error.
pub fn clap(said: &clap::Error) {
    let stream = if said.use_stderr() {
        Stream::Error
    } else {
        Stream::Output
    };
    stream.say(&said.render().ansi().to_string());
}

/// The exit code, unless something could not be said: then that is said on standard error, as far
/// as it can be, and the exit code is 2.
pub fn ended(code: u8) -> ExitCode {
    let Some(unsaid) = UNSAID.get() else {
        return ExitCode::from(code);
    };
    trouble(unsaid);
    ExitCode::from(2)
}

/// One line of what was done or found.
pub fn status(good: bool, word: &str, what: impl Display) {
    let style = if good { GOOD } else { BAD };
    line(format_args!("{style}{word:>16}{style:#} {what}"));
}

/// Says that nothing is called so, and what comes close; each line with its word, the problem first.
#[must_use]
pub fn unknown(told: &[(&str, &str)]) -> Verdict {
    for (number, (word, what)) in told.iter().enumerate() {
        status(number > 0, word, what);
    }
    Verdict::Disagrees
}

/// One line of what is wrong, without colour: a problem, its place or its fix.
pub fn detail(word: &str, what: impl Display) {
    line(format_args!("{word:>16} {what}"));
}

fn error_line(text: impl Display) {
    Stream::Error.say(&format!("{text}\n"));
}

/// What is good to know about what follows, on standard error.
pub fn note(what: impl Display) {
    error_line(format_args!("{NOTE}{:>16}{NOTE:#} {what}", "note"));
}

/// Why the command could not run, on standard error.
pub fn trouble(trouble: &Trouble) {
    /// A broken page is broken everywhere: the first places are those that help.
    const MOST: usize = 20;
    for problem in trouble.0.iter().take(MOST) {
        error_line(format_args!("{BAD}{:>16}{BAD:#} {problem}", "error"));
    }
    if trouble.0.len() > MOST {
        let more = trouble.0.len() - MOST;
        error_line(format_args!("{:>16} and {more} more", ""));
    }
}

/// A bar on standard error for steps that can take more than a second; none where that is no
/// terminal.
#[must_use]
pub fn progress(steps: usize, what: &'static str) -> ProgressBar {
    let template = "{prefix:>16} {wide_bar} {pos}/{len}";
    let style = ProgressStyle::with_template(template).unwrap_or(ProgressStyle::default_bar());
    ProgressBar::new(steps as u64)
        .with_style(style)
        .with_prefix(what)
}

/// `1 finding`, `2 findings`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
