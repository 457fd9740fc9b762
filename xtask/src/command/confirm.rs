//! `cargo xtask confirm`: a person has read changed words of a page.

use std::path::Path;
use std::str::FromStr;

use artefacts::table::ANCHORS;
use cli::{Trouble, Verdict, disk, terminal};
use contract::catalogue::CATALOGUE;
use review::anchors::Wording;

use super::build;
use super::export::Export;

/// Takes over changed words of a page, once you have read them.
///
/// `check` reports every description, meaning and numbered row whose words changed on the page. Read
/// the line, correct our text if it no longer says the same, and confirm the line. The command
/// rewrites spec/anchors.csv and exports.
#[derive(Debug, clap::Args)]
pub struct Confirm {
    /// The lines that you have read, such as `citi-australia:103`.
    #[arg(value_name = "PAGE:LINE", required_unless_present = "all")]
    lines: Vec<Place>,
    /// Confirm everything that `check` reports.
    #[arg(long, conflicts_with = "lines")]
    all: bool,
}

/// A line of a page.
#[derive(Clone, Debug)]
struct Place {
    page: String,
    line: u32,
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.rsplit_once(':');
        let place = parts.and_then(|(page, line)| Some((page, line.parse().ok()?)));
        let (page, line) =
            place.ok_or("expected a page and a line such as `citi-australia:103`")?;
        let page = page.to_owned();
        Ok(Self { page, line })
    }
}

impl Place {
    fn holds(&self, wording: &Wording) -> bool {
        wording.anchor.page == self.page && wording.lines.contains(&self.line)
    }
}

impl Confirm {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every line without changed words, and for every file that cannot be
    /// read or written.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let (inputs, built, _) = build(spec)?;
        let stale = review::anchors::stale(&built.wordings, &inputs.anchors);
        let mut trouble = Trouble::default();
        let pages: Vec<&str> = CATALOGUE.providers.iter().map(|it| it.id).collect();
        for place in &self.lines {
            if !pages.contains(&&*place.page) {
                trouble.0.push(cli::words::unknown(&place.page, &pages));
            } else if !stale.iter().any(|wording| place.holds(wording)) {
                let Place { page, line } = place;
                trouble.0.push(format!(
                    "{page}:{line}: expected a line whose words changed, but found none instead; \
                     `cargo xtask check` names them"
                ));
            }
        }
        // Nobody can confirm lines that are not there.
        let nowhere = |wording: &&&Wording| wording.anchor.words.is_empty();
        let (nowhere, stale): (Vec<_>, Vec<_>) = stale.iter().copied().partition(|it| nowhere(&it));
        for wording in nowhere
            .iter()
            .filter(|it| self.lines.iter().any(|place| place.holds(it)))
        {
            let anchor = &wording.anchor;
            trouble.0.push(format!(
                "{}:{}: expected the lines that the reading `{}` cites, but found none instead; \
                 correct the reading in spec/readings.toml",
                anchor.page, anchor.claim.value, anchor.claim.name
            ));
        }
        trouble.or(())?;
        let read = |wording: &&&Wording| self.all || self.lines.iter().any(|it| it.holds(wording));
        let read: Vec<&Wording> = stale.iter().filter(read).copied().collect();
        let mut anchors = inputs.anchors.clone();
        for wording in &read {
            let known = anchors.iter_mut().filter(|it| it.is_of(&wording.anchor));
            known.for_each(|known| known.clone_from(&wording.anchor));
            let (anchor, line) = (&wording.anchor, wording.lines[0]);
            let what = format!("{}:{line}: {}", anchor.page, anchor.claim);
            terminal::status(true, "Confirmed", what);
        }
        if !read.is_empty() {
            let text = claims::anchors::render(&anchors);
            let _turn = disk::turn(spec)?;
            disk::write(spec, [(ANCHORS, text.as_str())])?;
        }
        Export::default().run(spec)
    }
}
