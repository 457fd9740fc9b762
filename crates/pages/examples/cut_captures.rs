//! Cuts each captured page at every byte, and checks that no cut passes for the page.
//!
//! A cut capture is refused with an error that names a line, as `cargo xtask read` refuses it; or
//! its claims are others than the page's; or it lost nothing but white space, which its SHA-256
//! tells. `cargo xtask check --pages` reports each of these.
//!
//! ```console
//! $ cargo run --release -p pages --example cut_captures -- ../shared/pages
//! ```
//!
//! Exit code 0: every cut is one of these. 1: some cut is none, or a reader panicked. 2: could not
//! run.

use std::ops::AddAssign;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;

use claims::PageClaims;
use review::{Readings, open_end};

/// What became of cuts of one page.
#[derive(Debug, Default)]
struct Outcomes {
    /// Refused, with a line of the cut capture.
    refused: usize,
    /// Read, with other claims than the page's.
    others: usize,
    /// Read, with the page's claims; only white space is lost, and the SHA-256 is another one.
    blank: usize,
    /// What should not be: at which byte, and what happened.
    broken: Vec<(usize, String)>,
}

impl AddAssign for Outcomes {
    fn add_assign(&mut self, other: Self) {
        self.refused += other.refused;
        self.others += other.others;
        self.blank += other.blank;
        self.broken.extend(other.broken);
    }
}

fn main() -> ExitCode {
    match std::env::args()
        .nth(1)
        .map(|folder| run(Path::new(&folder)))
    {
        Some(Ok(true)) => ExitCode::SUCCESS,
        Some(Ok(false)) => ExitCode::from(1),
        Some(Err(problem)) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
        None => {
            eprintln!("expected the folder of the captured pages, but found no argument instead");
            ExitCode::from(2)
        }
    }
}

/// Cuts every page of a folder, and tells whether each cut was seen.
fn run(folder: &Path) -> Result<bool, String> {
    let readings = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/readings.toml");
    let text = std::fs::read_to_string(readings).map_err(|error| format!("{readings}: {error}"))?;
    let readings = Readings::parse(&text).map_err(|errors| format!("{readings}: {}", errors[0]))?;
    let in_folder = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(in_folder)?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<_> = paths.collect::<Result<_, _>>().map_err(in_folder)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    if paths.is_empty() {
        let place = folder.display();
        return Err(format!(
            "{place}: expected pages PAGE.txt, but found none instead"
        ));
    }
    let mut seen = true;
    println!(
        "{:>22} {:>7} {:>7} {:>7} {:>7}",
        "page", "bytes", "refused", "other", "blank"
    );
    for path in paths {
        let page = path.file_stem().unwrap_or_default().to_string_lossy();
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let outcomes = cut(&page, &bytes, &readings)?;
        println!(
            "{page:>22} {:>7} {:>7} {:>7} {:>7}",
            bytes.len(),
            outcomes.refused,
            outcomes.others,
            outcomes.blank
        );
        for (end, problem) in &outcomes.broken {
            println!("{page}, cut behind byte {end}: {problem}");
        }
        seen &= outcomes.broken.is_empty();
    }
    Ok(seen)
}

/// Cuts a page at every byte, on all cores.
fn cut(page: &str, bytes: &[u8], readings: &Readings) -> Result<Outcomes, String> {
    let whole = match pages::read(page, bytes) {
        Ok(whole) => whole,
        Err(errors) => return Err(errors[0].to_string()),
    };
    if let Some(end) = open_end(&whole, readings) {
        return Err(end.to_string());
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let part = |first: usize| {
        let mut outcomes = Outcomes::default();
        for end in (first..bytes.len()).step_by(cores) {
            outcomes.count(&whole, bytes, end, readings);
        }
        outcomes
    };
    std::thread::scope(|scope| {
        let part = &part;
        let parts: Vec<_> = (0..cores)
            .map(|first| scope.spawn(move || part(first)))
            .collect();
        let mut outcomes = Outcomes::default();
        for part in parts {
            outcomes += part
                .join()
                .map_err(|_| format!("{page}: a thread panicked"))?;
        }
        outcomes.broken.sort_unstable();
        Ok(outcomes)
    })
}

impl Outcomes {
    /// Counts what becomes of the page when its capture ends there.
    fn count(&mut self, whole: &PageClaims, bytes: &[u8], end: usize, readings: &Readings) {
        let (kept, lost) = bytes.split_at(end);
        let lines = kept.split(|byte| *byte == b'\n').count();
        let exists = |line: u32| (1..=lines).contains(&(line as usize));
        let read = catch_unwind(AssertUnwindSafe(|| pages::read(&whole.page, kept)));
        let problem = match read {
            Err(_) => "the reader panicked".to_owned(),
            Ok(Err(errors)) if errors.is_empty() => "refused without an error".to_owned(),
            Ok(Err(errors)) => match errors.iter().find(|error| !exists(error.line)) {
                None => return self.refused += 1,
                Some(error) => format!("no such line: {error}"),
            },
            Ok(Ok(read)) => match open_end(&read, readings) {
                Some(open) if exists(open.stated.line) => return self.refused += 1,
                Some(open) => format!("no such line: {open}"),
                None if read.claims != whole.claims => return self.others += 1,
                None if lost.trim_ascii().is_empty() && read != *whole => return self.blank += 1,
                None => "taken for the whole page".to_owned(),
            },
        };
        self.broken.push((end, problem));
    }
}
