//! How a command starts and ends: its arguments and its exit code.

use std::process::ExitCode;

use clap::Parser;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::{Trouble, terminal, words};

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
    C::try_parse().map_err(|mut message| {
        hint(&mut message, &C::command());
        terminal::clap(&message);
        terminal::ended(if message.use_stderr() { 2 } else { 0 })
    })
}

/// Adds a tip that clap has not: which folder a command works on that takes no path, and which
/// command somebody meant who asked for help.
fn hint(message: &mut clap::Error, program: &clap::Command) {
    let given = |kind| match message.get(kind) {
        Some(ContextValue::String(given)) => given.as_str(),
        _ => "",
    };
    let known = message.get(ContextKind::SuggestedSubcommand).is_some();
    match message.kind() {
        ErrorKind::UnknownArgument if !given(ContextKind::InvalidArg).starts_with('-') => {
            let tip = "this command takes no path; it works on a whole folder: give that with \
                       --spec DIR";
            let tips = vec![StyledStr::from(tip)];
            message.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
        }
        ErrorKind::InvalidSubcommand if !known => {
            let names: Vec<&str> = program
                .get_subcommands()
                .map(clap::Command::get_name)
                .collect();
            let meant = words::nearest(given(ContextKind::InvalidSubcommand), &names);
            if let Some(meant) = meant.map(str::to_owned) {
                let meant = ContextValue::Strings(vec![meant]);
                message.insert(ContextKind::SuggestedSubcommand, meant);
            }
        }
        _ => {}
    }
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
