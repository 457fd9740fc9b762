//! Runs a target's commands, one after the other.

use std::io;
use std::path::Path;
use std::process::Command;

use super::report::{Failure, Outcome, Proof};
use super::target::{Argv, Generator, Target};

/// How a round trip says how many examples came back equal; colours may precede it.
const ROUND_TRIPPED: &str = "round-tripped ";

/// Runs every generator of a target in its work folder, which holds a copy of the target's folder,
/// the documents and `examples.json`; `due` is the number of examples there.
///
/// A generator of which something fails does not keep the others from running.
#[must_use]
pub fn run(target: &Target, work: &Path, due: usize) -> Vec<Outcome> {
    for need in &target.needs {
        if command(&need.probe, work).is_err() {
            let missing = Failure::Missing(format!(
                "`{}` is not there: install {}",
                need.probe.first().map_or("", String::as_str),
                need.install
            ));
            return every(target, &missing);
        }
    }
    if let Err(failure) = all(&target.install, work) {
        return every(target, &failure);
    }
    let outcome =
        |generator: &Generator| Outcome::new(target, generator, proof(generator, work, due));
    target.generators.iter().map(outcome).collect()
}

/// The same failure for every generator.
fn every(target: &Target, failure: &Failure) -> Vec<Outcome> {
    let outcome = |generator| Outcome::new(target, generator, Err(failure.clone()));
    target.generators.iter().map(outcome).collect()
}

fn proof(generator: &Generator, work: &Path, due: usize) -> Result<Proof, Failure> {
    all(&generator.generate, work)?;
    let version = command(&generator.says_version, work)?;
    if !version.contains(&generator.version) {
        return Err(Failure::Step(format!(
            "expected {} {}, but `{}` says {} instead",
            generator.name,
            generator.version,
            generator.says_version.join(" "),
            version.trim()
        )));
    }
    all(&generator.compile, work)?;
    let printed = all(&generator.round_trip, work)?;
    let mut numbers = printed
        .lines()
        .filter_map(|line| line.split_once(ROUND_TRIPPED)?.1.trim().parse().ok());
    match numbers.next_back() {
        Some(examples) if examples == due => Ok(Proof { examples }),
        found => Err(Failure::Step(format!(
            "expected {due} examples to come back equal, but found {} instead",
            found.map_or("no number".to_owned(), |number: usize| number.to_string())
        ))),
    }
}

/// Runs commands until one fails; what they print.
fn all(commands: &[Argv], work: &Path) -> Result<String, Failure> {
    commands.iter().map(|argv| command(argv, work)).collect()
}

/// Runs a command in a folder; what it prints, or why it failed.
fn command(argv: &[String], folder: &Path) -> Result<String, Failure> {
    /// How many of the last lines help to see what went wrong.
    const TAIL: usize = 20;
    let Some((program, arguments)) = argv.split_first() else {
        return Ok(String::new());
    };
    // A program of the work folder, such as that of a virtual environment.
    let local = folder.join(program);
    let program = if program.contains('/') {
        local.as_os_str()
    } else {
        program.as_ref()
    };
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    let output = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Missing(format!("`{}` is not there", argv[0])),
        _ => Failure::Step(format!("`{}`: {error}", argv.join(" "))),
    })?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    let all = printed + &String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = all.lines().collect();
    let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
    Err(Failure::Step(format!(
        "`{}` failed ({}):\n{tail}",
        argv.join(" "),
        output.status
    )))
}
