//! `cargo xtask export`: writes `spec/`.

use std::path::Path;

use comfy_table::{CellAlignment, Table, presets};
use contract::catalogue::{CATALOGUE, Catalogue, Operation};

use super::build;
use artefacts::{Built, Inputs, SUMS, State};
use cli::disk;
use cli::{Trouble, Verdict, terminal};

/// Writes spec/ from the contract, the claims and the readings.
///
/// Every file is written whole or not at all. What an earlier export wrote, and nobody changed
/// since, is removed if it is not written any more; any other file is named and left. With findings, the files are written all
/// the same, so that their difference can be seen, and the exit code is 1.
#[derive(Debug, Default, clap::Args)]
pub struct Export {
    /// Write nothing; exit with 1 if a file is stale, missing or orphaned.
    #[arg(long)]
    check: bool,
}

impl Export {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read or written.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let _turn = if self.check {
            None
        } else {
            Some(disk::turn(spec)?)
        };
        let (inputs, built, there) = build(spec)?;
        let states = artefacts::compare(&built.files, &there, &CATALOGUE);
        let paths = |is: fn(State) -> bool| {
            states
                .iter()
                .filter(move |(_, state)| is(**state))
                .map(|(path, _)| path.as_str())
        };
        let due = paths(|state| matches!(state, State::Stale | State::Missing));
        let orphans = paths(|state| state == State::Orphaned);
        let orphans: Vec<&str> = orphans.filter(|path| disk::is_within(spec, path)).collect();
        let odd = paths(|state| matches!(state, State::Orphaned | State::Foreign));
        let foreign = odd.count() - orphans.len();
        if !self.check {
            // Last the list of what is ours: until then, a killed export knows what it may remove.
            let (sums, others): (Vec<&str>, Vec<&str>) = due.clone().partition(|it| *it == SUMS);
            let contents = |path: &'_ str| built.files[path].as_str();
            disk::write(spec, others.iter().map(|path| (*path, contents(path))))?;
            disk::remove(spec, orphans.iter().copied())?;
            disk::write(spec, sums.iter().map(|path| (*path, contents(path))))?;
        }
        for (path, state) in states.iter().filter(|(_, state)| **state != State::Fresh) {
            let (good, word) = match (self.check, state) {
                (false, State::Orphaned) if orphans.contains(&path.as_str()) => (true, "Removed"),
                (false, State::Orphaned | State::Foreign) => (false, "Left"),
                (false, _) => (true, "Written"),
                (true, State::Orphaned) => (false, "Orphaned"),
                (true, State::Foreign) => (false, "Foreign"),
                (true, State::Missing) => (false, "Missing"),
                (true, _) => (false, "Stale"),
            };
            terminal::status(good, word, spec.join(path).display());
        }
        let (changed, orphaned) = (due.count(), orphans.len());
        let table = table(&CATALOGUE, &inputs, &built, changed, self.check);
        terminal::line(table.trim_fmt());
        let agreed = built.findings.is_empty();
        if !agreed {
            let count = built.findings.len();
            terminal::status(
                false,
                "Findings",
                format!("{count}; see `cargo xtask check`"),
            );
        }
        if self.check && changed + orphaned > 0 {
            terminal::status(false, "fix", "cargo xtask export");
        }
        if self.check && foreign > 0 {
            let what = terminal::count(foreign, "file");
            terminal::status(false, "fix", format!("move {what} out of spec/"));
        }
        let fresh = !self.check || changed + orphaned + foreign == 0;
        Ok(Verdict::of(agreed && fresh))
    }
}

/// One row a page, and one for the whole.
fn table(
    catalogue: &Catalogue,
    inputs: &Inputs,
    built: &Built,
    changed: usize,
    check: bool,
) -> Table {
    let files = if check {
        "files to write"
    } else {
        "files written"
    };
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    let head = [
        "page",
        "documented",
        "listed",
        "schemas",
        "claims",
        "readings",
        "findings",
        files,
    ];
    table.set_header(head);
    let count = |provider: &contract::catalogue::Provider| {
        let listed = |operation: &&Operation| matches!(operation, Operation::Listed(_));
        let listed = provider.operations.iter().filter(listed).count();
        [provider.operations.len() - listed, listed]
    };
    let schemas = |document: &serde_json::Value| {
        document["components"]["schemas"]
            .as_object()
            .map_or(0, serde_json::Map::len)
    };
    for (provider, file) in catalogue.providers.iter().zip(&inputs.claims) {
        let [documented, listed] = count(provider);
        let about = inputs.readings.about(provider.id).count();
        let on_page = built
            .findings
            .iter()
            .filter(|finding| finding.page.as_deref() == Some(provider.id));
        let numbers = [
            documented,
            listed,
            schemas(&built.documents.providers[provider.id]),
            file.page.claims.len(),
            about,
            on_page.count(),
        ];
        let row = numbers.map(|number| number.to_string());
        table.add_row([&[provider.id.to_owned()][..], &row, &[String::new()]].concat());
    }
    let operations = built.documents.consolidated["paths"]
        .as_object()
        .into_iter()
        .flatten();
    let operations = operations.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    let (listed, documented): (Vec<_>, Vec<_>) =
        operations.partition(|(_, operation)| operation["x-documentation"] == "listed");
    let numbers = [
        documented.len(),
        listed.len(),
        schemas(&built.documents.consolidated),
        inputs
            .claims
            .iter()
            .map(|file| file.page.claims.len())
            .sum(),
        inputs.readings.all().len(),
        built.findings.len(),
        changed,
    ];
    let row = numbers.map(|number| number.to_string());
    table.add_row([&["consolidated".to_owned()][..], &row].concat());
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
