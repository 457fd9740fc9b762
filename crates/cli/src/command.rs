//! How a command starts and ends: its arguments and its exit code.

use std::process::ExitCode;

use clap::Parser;

use crate::{Trouble, terminal};

/// Whether the things that a command compared agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Exit code 0.
    Agrees,
    /// Exit code 1.
    Disagrees,
}

impl Verdict {
    /// The verdict on a comparison.
    #[must_use]
    pub const fn of(agrees: bool) -> Self {
        if agrees {
            Self::Agrees
        } else {
            Self::Disagrees
        }
    }
}

/// Parses the arguments of the process.
///
/// # Errors
///
/// Returns the exit code if there is nothing to run: help was asked for, or the arguments are wrong.
pub fn parse<C: Parser>() -> Result<C, ExitCode> {
    C::try_parse().map_err(|message| {
        terminal::clap(&message);
        terminal::ended(if message.use_stderr() { 2 } else { 0 })
    })
}

/// Says why a command could not run, if it could not, and gives its exit code.
#[must_use]
pub fn end(verdict: Result<Verdict, Trouble>) -> ExitCode {
    terminal::ended(match verdict {
        Ok(Verdict::Agrees) => 0,
        Ok(Verdict::Disagrees) => 1,
        Err(trouble) => {
            terminal::trouble(&trouble);
            2
        }
    })
}
