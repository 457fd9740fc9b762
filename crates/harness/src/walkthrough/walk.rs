//! One walk: the steps below a heading, and what a person does at each.

use std::collections::{BTreeMap, BTreeSet};

use cli::{Trouble, terminal};
use serde::Deserialize;

use super::copy::Copy;

/// The steps.
const README: &str = "crates/README.md";

/// What commands own, beside snapshots: they write these files, and nobody else does.
const OWNED: [&str; 3] = ["spec/", "crates/client/src/generated.rs", "README.md"];

/// The folders of snapshots.
const SNAPSHOTS: &str = "/snapshots/";

/// What a person may edit by hand at most.
const BY_HAND: usize = 3;

/// How a walk ends that sufficed.
const END: [&str; 2] = ["cargo test", "cargo xtask check --pages pages"];

/// A walk in `crates/harness/walkthroughs/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Walk {
    /// The heading of its steps.
    pub(super) heading: String,
    /// Files that are there before it begins: the place, and the file that is copied.
    #[serde(default)]
    copies: BTreeMap<String, String>,
    /// What stands for the words of a command that a person replaces.
    words: BTreeMap<String, String>,
    /// Whether a command drafts the contract, so that it writes other files of it as well.
    #[serde(default)]
    drafts: bool,
    step: Vec<Step>,
}

/// A step that has edits, or commands that do not simply succeed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    number: usize,
    #[serde(default)]
    edit: Vec<Edit>,
    /// How its commands end; each with 0 where nothing is said.
    #[serde(default)]
    exits: Vec<i32>,
    /// What stands in what they print.
    #[serde(default)]
    prints: Vec<String>,
}

/// An edit: a text that stands once in a file, and another one for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    from: String,
    to: String,
}

impl Walk {
    /// Walks, and returns everything that is not as the steps say.
    pub(super) fn take(&self, copy: &Copy) -> Result<Vec<String>, Trouble> {
        let mut problems = Vec::new();
        for (place, from) in &self.copies {
            copy.copy(from, place)?;
        }
        copy.keep()?;
        let steps = steps(&copy.text(README)?, &self.heading);
        if steps.is_empty() {
            let heading = &self.heading;
            return Ok(vec![format!("{README}: expected steps below `{heading}`")]);
        }
        let nothing = Step::default();
        let mut by_hand = BTreeSet::new();
        for (number, step) in (1..).zip(&steps) {
            let known = self.step.iter().find(|it| it.number == number);
            let known = known.unwrap_or(&nothing);
            for edit in &known.edit {
                let text = copy.text(&edit.file)?;
                if text.matches(&edit.from).count() != 1 {
                    let (file, from) = (&edit.file, &edit.from);
                    problems.push(format!("{file}: expected `{from}` once"));
                }
                copy.write(&edit.file, &text.replace(&edit.from, &edit.to))?;
                if !edit.file.starts_with("pages/") {
                    by_hand.insert(edit.file.as_str());
                }
            }
            let mut printed = String::new();
            for (index, command) in commands(step).enumerate() {
                let line = self
                    .words
                    .iter()
                    .fold(command.to_owned(), |line, (from, to)| {
                        line.replace(from, to)
                    });
                let due = known.exits.get(index).copied().unwrap_or(0);
                self.command(copy, number, &line, due, &mut printed, &mut problems)?;
            }
            let lacks = known.prints.iter().filter(|it| !printed.contains(*it));
            problems.extend(lacks.map(|it| format!("step {number}: `{it}` is not printed")));
        }
        for line in END {
            let number = steps.len() + 1;
            self.command(copy, number, line, 0, &mut String::new(), &mut problems)?;
        }
        let owned =
            |file: &str| file.contains(SNAPSHOTS) || OWNED.iter().any(|it| file.starts_with(it));
        let drafted = |file: &str| self.drafts && file.starts_with("crates/contract/src/");
        for file in copy.changed()? {
            let mine = by_hand.contains(&*file) || file.starts_with("pages/");
            if !mine && !owned(&file) && !drafted(&file) {
                problems.push(format!("{file} changed, and no step says so"));
            }
        }
        let files = by_hand.iter().copied().collect::<Vec<_>>().join(", ");
        let count = terminal::count(by_hand.len(), "file");
        terminal::status(
            by_hand.len() <= BY_HAND,
            "By hand",
            format!("{count}: {files}"),
        );
        if by_hand.len() > BY_HAND {
            problems.push(format!("more than {BY_HAND} files were edited by hand"));
        }
        Ok(problems)
    }

    /// Runs a command of a step.
    fn command(
        &self,
        copy: &Copy,
        number: usize,
        line: &str,
        due: i32,
        printed: &mut String,
        problems: &mut Vec<String>,
    ) -> Result<(), Trouble> {
        let ended = copy.run(line)?;
        let good = ended.code == Some(due);
        terminal::status(good, &format!("Step {number}"), line);
        if !good {
            let code = ended
                .code
                .map_or("a signal".to_owned(), |it| it.to_string());
            let tail: Vec<&str> = ended.text.lines().collect();
            let tail = tail[tail.len().saturating_sub(30)..].join("\n");
            problems.push(format!(
                "{}, step {number}: `{line}` ended with {code} instead of {due}:\n{tail}",
                self.heading
            ));
        }
        printed.push_str(&ended.text);
        Ok(())
    }
}

/// The steps below a heading, in their order.
fn steps(readme: &str, heading: &str) -> Vec<String> {
    let heading = format!("## {heading}");
    let mut lines = readme.lines().skip_while(|line| *line != heading).skip(1);
    let mut steps: Vec<String> = Vec::new();
    for line in lines.by_ref().take_while(|line| !line.starts_with("## ")) {
        let begins = line.split_once(". ");
        let number = begins.and_then(|it| it.0.parse::<usize>().ok());
        match (number, steps.last_mut()) {
            (Some(_), _) => steps.push(line.to_owned()),
            (None, Some(step)) if line.starts_with(' ') => {
                step.push('\n');
                step.push_str(line);
            }
            _ => {}
        }
    }
    steps
}

/// The commands that stand in a step, between backticks.
fn commands(step: &str) -> impl Iterator<Item = &str> {
    let is_command = |code: &&str| {
        let mut words = code.split(' ');
        let program = words.find(|word| !word.contains('='));
        matches!(program, Some("cargo" | "git" | "grep")) && code.contains(' ')
    };
    step.split('`').skip(1).step_by(2).filter(is_command)
}

#[cfg(test)]
mod tests {
    use super::{Walk, commands, steps};

    const ARCHITECTURE: &str = include_str!("../../../README.md");
    const WALKS: [&str; 2] = [
        include_str!("../../walkthroughs/field.toml"),
        include_str!("../../walkthroughs/page.toml"),
    ];

    #[test]
    fn steps_end_with_their_section() {
        let text = "## A boat\n\n1. Row `cargo row FAST`.\n   Then `cargo` on.\n2. Rest.\n\nSo far.\n\n## B\n\n1. No.\n";
        let steps = steps(text, "A boat");
        assert_eq!(
            steps,
            ["1. Row `cargo row FAST`.\n   Then `cargo` on.", "2. Rest."]
        );
        assert_eq!(commands(&steps[0]).collect::<Vec<_>>(), ["cargo row FAST"]);
        assert_eq!(super::steps(text, "A ship"), [""; 0]);
        let update = "See `check`: `KEEP=all cargo test` or `say so`.";
        assert_eq!(
            commands(update).collect::<Vec<_>>(),
            ["KEEP=all cargo test"]
        );
    }

    #[test]
    fn every_walk_is_about_steps_and_words_that_there_are() {
        for text in WALKS {
            let walk: Walk = toml::from_str(text).expect("a walk");
            let steps = steps(ARCHITECTURE, &walk.heading);
            for step in &walk.step {
                let found = step.number.checked_sub(1).and_then(|it| steps.get(it));
                let number = found.map(|step| commands(step).count());
                assert!(number >= Some(step.exits.len()), "step {}", step.number);
            }
            for words in walk.words.keys() {
                let mut lines = steps.iter().flat_map(|step| commands(step));
                assert!(lines.any(|line| line.contains(words)), "{words}");
            }
        }
    }
}
