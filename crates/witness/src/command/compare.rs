//! `witness compare`: a second description beside ours, or beside a page.

mod evidence;
mod stubs;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict};
use review::Readings;
use review::witness::Verdict::{Confirms, Contradicts};
use review::witness::{self, Answer, Testimony};

use crate::{Page, folder};
use evidence::Evidence;

/// Compares a second description with ours, or with what a page says.
///
/// Operations are matched by method and path, whatever the base path and the names of parameters.
/// Wordings, servers, tags, ids and the names of components are not compared. There are four answers:
///
/// - `contradicts`: both say something, and not the same.
///
/// - `confirms`: both say the same; the line of the page is named, or the reading that ours rests on.
///
/// - `only ours`, `only theirs`: the other says nothing of it, which contradicts nothing.
///
/// Exits with 1 if something contradicts.
#[derive(Debug, clap::Args)]
pub struct Compare {
    /// The second description.
    theirs: PathBuf,
    /// Our description, or a page; without it, the description that witness.toml names here. If it is in
    /// a folder with readings.toml and claims/, answers name these readings and lines.
    ours: Option<PathBuf>,
    /// The layout of the page, by name or as a layout file.
    #[arg(long, value_name = "LAYOUT")]
    layout: Option<String>,
    /// What to show.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show every answer, not only contradictions and readings.
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: `{"shared": …, "answers": […]}`.
    Json,
    /// Readings to complete: what to decide about each contradiction, and which readings are confirmed.
    Readings,
}

impl Compare {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error for everything that is missing or cannot be read.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let mut trouble = Trouble::default();
        let theirs = folder::description(&self.theirs).map_err(|error| {
            let problem = "expected a description, but found a page instead; give the description \
                           first, and the page second";
            let is_page = Page::is_one(&self.theirs) && self.theirs.is_file();
            let swapped = is_page.then(|| Trouble::at(&self.theirs, problem));
            swapped.unwrap_or(error)
        });
        let theirs = trouble.take(theirs);
        let evidence = Evidence::of(self.ours.as_deref(), self.layout.as_deref());
        let evidence = trouble.take(evidence);
        trouble.or(())?;
        let (Some(theirs), Some(evidence)) = (theirs, evidence) else {
            return Ok(Verdict::Disagrees);
        };
        let keeps_all = self.all || self.format == Format::Json;
        let wanted =
            |answer: &Answer| keeps_all || self.is_shown(answer) || !answer.readings.is_empty();
        let mut testimony = evidence.testimony(&theirs.document, keeps_all, wanted);
        for answer in &mut testimony.answers {
            let pointer = answer.their_pointer.take();
            answer.their_pointer = pointer.map(|it| theirs.origins.shown(it, &self.theirs));
        }
        let agrees = testimony.count(Contradicts) == 0;
        match self.format {
            Format::Json => terminal::print(json(&testimony)),
            Format::Readings => {
                let source = self.theirs.display().to_string();
                terminal::print(stubs::stubs(&testimony, &evidence.readings, &source));
            }
            Format::Text => {
                terminal::print(self.text(&testimony, &evidence.readings));
                let word = if agrees { "Agreed" } else { "Contradicted" };
                terminal::status(agrees, word, summary(&testimony));
            }
        }
        Ok(Verdict::of(agrees))
    }

    /// Whether people are shown an answer one by one: beside contradictions what only one side says of
    /// an operation as a whole.
    fn is_shown(&self, answer: &Answer) -> bool {
        let whole = matches!(&*answer.place, "operation" | "security");
        let lone = answer.verdict != Confirms && whole;
        self.all || lone || answer.verdict == Contradicts
    }

    fn text(&self, testimony: &Testimony, readings: &Readings) -> String {
        let mut text = String::new();
        for verdict in witness::Verdict::ALL {
            // What operations have in common is told once.
            let mut alike: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for answer in testimony.of(verdict).filter(|it| self.is_shown(it)) {
                if verdict != Contradicts && !self.all && answer.place == "security" {
                    let ways = [&*answer.ours, &*answer.theirs].concat().join(" or ");
                    let operations = alike.entry(ways).or_default();
                    operations.push(answer.operation.clone());
                } else {
                    tell(&mut text, answer);
                }
            }
            for (ways, operations) in alike {
                let (word, operations) = (verdict.as_str(), shortened(operations));
                let _ = writeln!(text, "{word:>16} security {ways}: {operations}");
            }
        }
        for (verdict, word) in [(Confirms, "confirmed"), (Contradicts, "contradicted")] {
            for (reading, number) in testimony.readings(verdict, readings) {
                let (id, times) = (reading.id(), count(number, "time"));
                let basis = match reading.certainty {
                    Some(certainty) => certainty.as_str(),
                    None => reading.basis.as_str(),
                };
                let _ = writeln!(text, "{word:>16} the reading {id} ({basis}), {times}");
            }
        }
        text
    }
}

/// One answer, as findings are told.
fn tell(text: &mut String, answer: &Answer) {
    let within = match answer.within {
        0 => String::new(),
        within => format!(" (and {})", count(within, "statement")),
    };
    let word = answer.verdict.as_str();
    let _ = writeln!(text, "{word:>16} {}{within}", answer.subject());
    let mut also = |name: &str, what: String| {
        if !what.is_empty() {
            let _ = writeln!(text, "{name:>16} {what}");
        }
    };
    if answer.verdict == Contradicts {
        also("ours", answer.ours.join(", "));
        also("theirs", answer.theirs.join(", "));
    }
    let lines = answer
        .lines
        .iter()
        .map(|it| format!("{}:{}", it.page, it.line));
    also("line", shortened(lines.collect()));
    also("reading", answer.readings.join(", "));
    if answer.verdict != witness::Verdict::OnlyOurs {
        also("at", answer.their_pointer.clone().unwrap_or_default());
    }
}

/// The first few of many.
fn shortened(mut items: Vec<String>) -> String {
    const MOST: usize = 4;
    let more = items.len().saturating_sub(MOST);
    items.truncate(MOST);
    let items = items.join(", ");
    if more == 0 {
        items
    } else {
        format!("{items} and {more} more")
    }
}

fn json(testimony: &Testimony) -> String {
    let value = serde_json::json!({
        "shared": testimony.shared,
        "answers": testimony.answers,
    });
    format!("{value:#}\n")
}

fn summary(testimony: &Testimony) -> String {
    let number =
        |verdict: witness::Verdict| format!("{} {}", testimony.count(verdict), verdict.as_str());
    format!(
        "{} shared; {}",
        count(testimony.shared, "operation"),
        witness::Verdict::ALL.map(number).join(", ")
    )
}
