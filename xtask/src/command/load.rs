//! `cargo xtask load`: how many requests a second the sandbox answers, beside a public mock server.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;

use crate::load::{
    CONTENDERS, Contender, FOLDER, Kind, MANY, Machine, Numbers, Programs, Request, Row, SCRIPT,
    SERVER, copies, goals, load, markdown, median, need,
};
use crate::server::{Server, Start, ask, build, free_port, json};
use cli::install::{self, NPM};
use cli::process::Failure;
use cli::work_folder as out;
use cli::{Trouble, Verdict, disk, terminal};

/// The file of the table.
const TABLE: &str = "load.md";

/// Measures the sandbox beside Prism: the same document and machine, one core each.
///
/// wrk sends a GET and a POST that both servers check, with few operations and with many, in several
/// rounds of which the medians count; a server that answers every request with the same bytes shows
/// what is possible at most. The table is printed and left as load.md, with whether the goals are
/// reached, and no goal decides the exit code; a good request that is not answered well ends it.
/// Needs Node.js and wrk, and an idle machine.
#[derive(Debug, clap::Args)]
pub struct LoadOf {
    /// How many rounds there are.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// How many seconds each request is sent in a round.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    /// Where Prism is installed and the table is written; `target/load` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// What all servers are measured with.
struct Course {
    work: PathBuf,
    programs: Programs,
    get: Request,
    post: Request,
    /// The documents for Prism, with their operations: with few of them, and with many.
    documents: [(PathBuf, usize); 2],
    /// How long the answers of the limit are.
    bytes: usize,
    seconds: u64,
}

/// What was measured of a server in one round.
struct Round {
    get: Numbers,
    post: Numbers,
    memory: Option<u64>,
    first_answer: Duration,
}

impl LoadOf {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// What is missing, cannot be built or written, or does not start.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let root = spec.join("..");
        let out = out(self.out.as_deref(), spec, "load");
        install::stage(&root.join(FOLDER), &[&NPM[..], &[SCRIPT]].concat(), &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        need(&work)?;
        install::npm(&work)?;
        let course = Course::prepare(&root, &work, self.seconds)?;
        let mut rounds: Vec<(Contender, Vec<Round>)> =
            CONTENDERS.map(|contender| (contender, Vec::new())).into();
        let steps = CONTENDERS.len() * usize::try_from(self.rounds).unwrap_or(1);
        let progress = terminal::progress(steps, "Measuring");
        for _ in 0..self.rounds {
            for (contender, rounds) in &mut rounds {
                rounds.push(course.round(*contender)?);
                progress.inc(1);
            }
        }
        progress.finish_and_clear();
        let rows: Vec<Row> = rounds
            .into_iter()
            .map(|(contender, rounds)| course.row(contender, &rounds))
            .collect();
        self.say(&rows, &Machine::here(&course.programs, &work), &work)?;
        Ok(Verdict::Agrees)
    }

    fn say(&self, rows: &[Row], machine: &Machine, work: &Path) -> Result<(), Trouble> {
        let table = markdown(rows);
        let how = format!(
            "Medians of {} rounds of {} s each; the server has one core, wrk (1 thread, 16 \
             connections) another; p50 and p99 of GET / POST.",
            self.rounds, self.seconds
        );
        let machine = machine.line();
        terminal::line(&table);
        terminal::line(format_args!("{how}\n{machine}"));
        let goals = goals(rows);
        let mut text = format!("{table}\n\n{how}\n{machine}.\n\n");
        for goal in &goals {
            let word = if goal.reached { "Reached" } else { "Missed" };
            terminal::status(goal.reached, word, &goal.what);
            text += &[word, ": ", &goal.what, ".\n"].concat();
        }
        let reached = goals.iter().filter(|goal| goal.reached).count();
        let summary = format!("{reached} of {} goals reached", goals.len());
        terminal::status(reached == goals.len(), "Measured", summary);
        disk::write(work, [(TABLE, text.as_str())])?;
        terminal::status(true, "Written", work.join(TABLE).display());
        Ok(())
    }
}

impl Course {
    /// Builds the programs, and asks the sandbox for its document and the customer whom the POST is
    /// about.
    fn prepare(root: &Path, work: &Path, seconds: u64) -> Result<Self, Trouble> {
        let programs = Programs {
            sandbox: build("sandbox", ["--bin", "sandbox"], root)?,
            copies: build("sandbox", ["--example", "copies"], root)?,
            limit: build("sandbox", ["--example", "limit"], root)?,
            prism: work.join("node_modules/.bin/prism"),
        };
        let few = Contender {
            kind: Kind::Sandbox,
            copies: 1,
        };
        let port = free_port()?;
        let argv = few.argv(&programs, port, work, 0);
        let get = Request::get();
        let _sandbox = Server::start(Start {
            argv: &argv,
            folder: work,
            port,
            core: None,
            log: None,
            first: &get.text(0),
        })?;
        let asked = |path: &str| {
            json(port, path).map_err(|error| Trouble::new(format!("GET {path}: {error}")))
        };
        let document = asked("/openapi.json")?;
        let post = Request::post(&asked("/customers/citibanamex/1")?);
        let answer = ask(port, &get.text(0)).map_err(|error| Trouble::new(error.to_string()))?;
        let (_, body) = answer.1.split_once("\r\n\r\n").unwrap_or_default();
        Ok(Self {
            documents: [
                written(&document, 1, work)?,
                written(&document, MANY, work)?,
            ],
            work: work.to_owned(),
            programs,
            get,
            post,
            bytes: body.len(),
            seconds,
        })
    }

    /// The document that a server is measured with, and its operations.
    fn document(&self, contender: Contender) -> &(PathBuf, usize) {
        &self.documents[usize::from(contender.copies > 1)]
    }

    /// Starts a server, warms it up, and sends it both requests.
    fn round(&self, contender: Contender) -> Result<Round, Failure> {
        let named = |failure: Failure| {
            let (Failure::Missing(why) | Failure::Step(why)) = failure;
            Failure::Step(format!("{}: {why}", contender.name()))
        };
        let port = free_port()?;
        let (document, _) = self.document(contender);
        let argv = contender.argv(&self.programs, port, document, self.bytes);
        let server = Server::start(Start {
            argv: &argv,
            folder: &self.work,
            port,
            core: Some(SERVER),
            log: None,
            first: &self.get.text(0),
        })
        .map_err(named)?;
        let mut numbers = Vec::new();
        for request in [&self.get, &self.post] {
            answered_well(contender, port, request).map_err(named)?;
            for seconds in [1, self.seconds] {
                let load = load(port, request, contender.copies, seconds, &self.work);
                numbers.push(Numbers::of(&load.map_err(named)?));
            }
        }
        // The first of each two was to warm it up.
        Ok(Round {
            get: numbers[1],
            post: numbers[3],
            memory: server.peak_memory(),
            first_answer: server.first_answer,
        })
    }

    /// The medians of a server's rounds.
    fn row(&self, contender: Contender, rounds: &[Round]) -> Row {
        let middle = |of: &dyn Fn(&Round) -> f64| median(rounds.iter().map(of).collect());
        let numbers = |of: fn(&Round) -> Numbers| Numbers {
            rate: middle(&|round| of(round).rate),
            p50: middle(&|round| of(round).p50),
            p99: middle(&|round| of(round).p99),
        };
        let first_answer = middle(&|round| round.first_answer.as_secs_f64());
        let (_, operations) = self.document(contender);
        Row {
            contender,
            operations: if contender.checks() { *operations } else { 0 },
            get: numbers(|round| round.get),
            post: numbers(|round| round.post),
            memory: rounds.iter().filter_map(|round| round.memory).max(),
            first_answer: Duration::from_secs_f64(first_answer),
        }
    }
}

/// Sees that a server that checks requests answers this one well, beneath the last copy, and the
/// same one without its credentials not.
fn answered_well(contender: Contender, port: u16, request: &Request) -> Result<(), Failure> {
    let mut anonymous = request.clone();
    anonymous
        .headers
        .retain(|(name, _)| *name != "Authorization");
    for (request, well) in [(request, true), (&anonymous, !contender.checks())] {
        let asked = ask(port, &request.text(contender.copies - 1));
        let (status, _) = asked.map_err(|error| Failure::Step(error.to_string()))?;
        if (status == 200) != well {
            return Err(Failure::Step(format!(
                "expected {} {} to be answered {}, but found {status} instead",
                request.method,
                request.path,
                if well { "well" } else { "with a refusal" },
            )));
        }
    }
    Ok(())
}

/// Writes a document with its paths many times over for Prism; its path, and how many operations it
/// has.
fn written(document: &Value, times: usize, work: &Path) -> Result<(PathBuf, usize), Trouble> {
    let (document, operations) = copies(document, times);
    let name = format!("openapi-{times}.json");
    disk::write(work, [(name.as_str(), document.to_string().as_str())])?;
    Ok((work.join(name), operations))
}
