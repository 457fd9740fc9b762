//! Runs a target's commands, one after the other.

use std::path::Path;
use std::{fs, io};

use super::judge::{RETURNED, judge};
use super::report::{Failure, Outcome, Proof};
use super::rust;
use super::sample::Samples;
use super::target::{Argv, Generator, Target};
use cli::process;

/// Runs every generator of a target in its work folder. A generator that fails does not keep the others
/// from running.
#[must_use]
pub(super) fn run(target: &Target, work: &Path, samples: &Samples) -> Vec<Outcome> {
    for need in &target.needs {
        if let Err(missing) = process::need(&need.probe, &need.install, work) {
            return every(target, &missing);
        }
    }
    if let Err(failure) = all(&target.install, work) {
        return every(target, &failure);
    }
    let outcome =
        |generator: &Generator| Outcome::new(target, generator, proof(generator, work, samples));
    target.generators.iter().map(outcome).collect()
}

/// Returns the same failure for every generator.
fn every(target: &Target, failure: &Failure) -> Vec<Outcome> {
    let outcome = |generator| Outcome::new(target, generator, Err(failure.clone()));
    target.generators.iter().map(outcome).collect()
}

fn proof(generator: &Generator, work: &Path, samples: &Samples) -> Result<Proof, Failure> {
    if generator.linked {
        rust::write(work, generator, samples)?;
    }
    all(&generator.generate, work)?;
    let version = process::run(&generator.says_version, work)?;
    if !says(&version, &generator.version) {
        return Err(Failure::Step(format!(
            "expected {} {}, but `{}` says {} instead",
            generator.name,
            generator.version,
            generator.says_version.join(" "),
            version.trim()
        )));
    }
    all(&generator.compile, work)?;
    let returned = work.join(RETURNED);
    let failed = |error: io::Error| Failure::Step(format!("{RETURNED}: {error}"));
    match fs::remove_file(&returned) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    all(&generator.round_trip, work)?;
    let returned = fs::read_to_string(&returned).map_err(failed)?;
    judge(generator, samples, &returned).map_err(Failure::Step)
}

/// Whether a text contains a version as a whole word, with or without a `v` before it: 0.15.10 does not
/// contain 0.15.1.
fn says(text: &str, version: &str) -> bool {
    let apart = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_'));
    let mut words = text.split(apart);
    words.any(|word| word == version || word.strip_prefix('v') == Some(version))
}

/// Runs commands until one fails.
fn all(commands: &[Argv], work: &Path) -> Result<(), Failure> {
    let run = |argv: &Argv| process::run(argv, work).map(drop);
    commands.iter().try_for_each(run)
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_version_is_a_word() {
        for text in [
            "0.15.1\n",
            "tool v0.15.1 (/here)",
            "tool: 0.15.1, built",
            "tool@0.15.1",
        ] {
            assert!(says(text, "0.15.1"), "{text}");
        }
        for text in [
            "",
            "0.15.10",
            "10.15.1",
            "0.15",
            "0.15.1-rc.1",
            "0.15.1+2",
            "vv0.15.1",
        ] {
            assert!(!says(text, "0.15.1"), "{text}");
        }
    }
}
