//! What a command does with recordings, and how it reports.

mod output;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use cli::disk::Staged;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk};

use crate::exchange::Exchange;
use crate::report::{self, Json};
use crate::{Api, ClassOf, Described, Finding, Redacted, Trial, coverage, recording};
use output::Output;

/// What is to be done with recordings, whatever they are checked against.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The recordings: files, or folders of them.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How to report what is not documented.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// An API answers at this address too: a gateway, a sandbox, a proxy.
    #[arg(long = "server", value_name = "URL=API")]
    servers: Vec<String>,
    /// Write the recordings as one HAR without a value: each is replaced by its class, and the same
    /// findings come of it.
    #[arg(long, value_name = "OUT")]
    redacted: Option<PathBuf>,
    /// Write which claims the recordings show, and which they never do, as JSON or, if the name ends with
    /// .md, as Markdown.
    #[arg(long, value_name = "OUT")]
    coverage: Option<PathBuf>,
    /// Write a reading to complete for each deviation that is seen often.
    #[arg(long, value_name = "OUT")]
    proposals: Option<PathBuf>,
    /// In how many exchanges a deviation is seen often.
    #[arg(long, value_name = "N", default_value_t = 10, requires = "proposals")]
    often: u64,
}

/// How to report what is not documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: equal findings once.
    Text,
    /// For programs: `{"findings": […], "exchanges": …, "matched": …}`, each exchange by itself; `folded`
    /// has equal findings once, `aside` what was not judged.
    Json,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For build servers: the XML of `JUnit`.
    Junit,
    /// For comments and summaries of jobs.
    Markdown,
}

/// Where a finding is documented: a path from where the command runs, and a line.
pub type Located<'l> = &'l dyn Fn(&Finding) -> Option<(String, u32)>;

impl Options {
    /// Hears the recordings, and reports; `tool` is the command as one types it, and `class_of` says
    /// which class an element has.
    ///
    /// # Errors
    ///
    /// Returns an error for every part of a recording that cannot be read, after the report, and for an
    /// output that cannot be written.
    pub fn run(
        &self,
        described: &[Described],
        tool: &str,
        located: Located,
        class_of: ClassOf,
    ) -> Result<Verdict, Trouble> {
        self.refuse_to_overwrite()?;
        let servers = self.servers.iter().map(|given| server(given));
        let servers: Vec<(String, String)> = servers.collect::<Result<_, Trouble>>()?;
        let api = Api::of(described, &servers)?;
        let mut trial = Trial::of(&api);
        let mut trouble = Trouble::default();
        let mut json = (self.format == Format::Json).then(|| Json::open(Output::new()));
        let redacted = self.redacted.as_deref().map(|path| {
            let opened = Staged::open(path).and_then(|file| Redacted::open(file, class_of));
            opened.map_err(|error| unwritten(&error))
        });
        let mut redacted = redacted.transpose()?;
        let mut unsaid = None;
        let mut each = |read: Result<Exchange<'_>, recording::Problem>| {
            match read {
                Ok(exchange) => {
                    trial.hear(&exchange, &mut |told| {
                        if let Some(Ok(json)) = &mut json {
                            // What cannot be written is told when the command ends.
                            let _ = json.tell(told);
                        }
                    });
                    if let Some(file) = &mut redacted {
                        unsaid = file.write(&mut trial, &exchange).err();
                    }
                }
                Err(problem) => {
                    let is_exchange = problem.number.is_some();
                    if let Some(file) = redacted.as_mut().filter(|_| is_exchange) {
                        unsaid = file.skip().err();
                    }
                    trouble.0.push(problem.to_string());
                }
            }
            match unsaid {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        };
        let _ = recording::read(&self.files, &mut each);
        let kept = redacted.map(|file| file.close().and_then(Staged::persist));
        if let Some(error) = unsaid.or_else(|| kept?.err()) {
            return Err(unwritten(&error));
        }
        let findings = trial.findings();
        match (json, self.format) {
            (Some(Ok(json)), _) => drop(json.close(&trial)),
            (_, Format::Sarif) => terminal::print(report::sarif(&findings, tool, located)),
            (_, Format::Junit) => terminal::print(report::junit(&trial).unwrap_or_default()),
            (_, Format::Markdown) => terminal::print(report::markdown(&trial)),
            _ => {
                terminal::print(report::text(&findings));
                notes(&trial);
                let word = match (findings.is_empty(), trial.matched) {
                    (false, _) => "Disagreed",
                    (true, 0) => "Not judged",
                    (true, _) => "Agreed",
                };
                let is_good = findings.is_empty() && trial.matched > 0;
                // What cannot be read at all is told as that.
                if trial.exchanges > 0 || trouble.0.is_empty() {
                    terminal::status(is_good, word, summary(&trial, &findings));
                }
            }
        }
        if trouble.0.is_empty() && trial.matched == 0 && findings.is_empty() {
            terminal::note(
                "no exchange belongs to a documented operation, so nothing was judged; if the API answers \
                 at another address, say so with --server URL=API",
            );
        }
        self.write(&trial, &findings)?;
        trouble.or(Verdict::of(findings.is_empty()))
    }

    /// Refuses outputs that stand where a recording does.
    fn refuse_to_overwrite(&self) -> Result<(), Trouble> {
        let real = |path: &Path| path.canonicalize().ok();
        let given: Vec<_> = self.files.iter().map(|path| real(path)).collect();
        let mut trouble = Trouble::default();
        let outputs = [
            ("--redacted", &self.redacted),
            ("--coverage", &self.coverage),
            ("--proposals", &self.proposals),
        ];
        for (option, path) in outputs {
            let Some(path) = path else { continue };
            let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
            let folder = real(folder.unwrap_or(Path::new(".")));
            let places = [
                real(path),
                folder.filter(|it| {
                    self.files
                        .iter()
                        .any(|file| file.is_dir() && real(file).as_ref() == Some(it))
                }),
            ];
            let found = given
                .iter()
                .position(|it| it.is_some() && places.contains(it));
            if let Some(number) = found {
                let number = number + 1;
                trouble.0.push(format!(
                    "{option}: expected another place than that of recording {number}, which it would \
                     change; give another path"
                ));
            }
        }
        trouble.or(())
    }

    /// Writes the files that were asked for.
    fn write(&self, trial: &Trial, findings: &[&Finding]) -> Result<(), Trouble> {
        if let Some(path) = &self.coverage {
            let covered = coverage::coverage(trial);
            let is_markdown = path
                .extension()
                .is_some_and(|it| it.eq_ignore_ascii_case("md"));
            let text = if is_markdown {
                coverage::markdown(&covered)
            } else {
                coverage::json(&covered)
            };
            written(path, &text)?;
        }
        if let Some(path) = &self.proposals {
            written(path, &crate::proposals(findings, self.often))?;
        }
        Ok(())
    }
}

/// Writes a file where somebody wants it.
fn written(path: &Path, text: &str) -> Result<(), Trouble> {
    disk::write(Path::new(""), [(&*path.to_string_lossy(), text)])
}

/// An output that cannot be written. Its name is not said: it can be made of a recording's.
fn unwritten(error: &std::io::Error) -> Trouble {
    Trouble::new(format!(
        "--redacted: could not be written: {error}; see that its folder is writable and has room"
    ))
}

/// What one must know of the recordings to judge the findings.
fn notes(trial: &Trial) {
    for (aside, number) in &trial.aside {
        terminal::detail("not judged", format!("{}: {number}", aside.as_str()));
    }
    for (shape, number) in &trial.shapes {
        terminal::detail("path", format!("{shape}: {number}"));
    }
}

fn summary(trial: &Trial, findings: &[&Finding]) -> String {
    let days = match &trial.days {
        Some((first, last)) if first == last => format!(" of {first}"),
        Some((first, last)) => format!(" from {first} to {last}"),
        None => String::new(),
    };
    format!(
        "{}{days}, {} of a documented operation, {}",
        count(
            usize::try_from(trial.exchanges).unwrap_or(usize::MAX),
            "exchange"
        ),
        trial.matched,
        count(findings.len(), "finding"),
    )
}

/// Reads `URL=API`. What is wrong is told without the address, which can be anybody's.
fn server(given: &str) -> Result<(String, String), Trouble> {
    let (url, api) = given.rsplit_once('=').unwrap_or((given, ""));
    if !url.starts_with("http://") && !url.starts_with("https://") || api.is_empty() {
        return Err(Trouble::new(
            "--server: expected URL=API, an address that starts with http:// or https:// and the id of \
             an API, but found something else instead",
        ));
    }
    Ok((url.to_owned(), api.to_owned()))
}
