//! `cargo xtask release`: freezes a version.

use std::path::Path;

use changes::diff::Diff;
use claims::openapi::METHODS;
use contract::catalogue::CATALOGUE;
use semver::Version;
use serde_json::Value;

use super::{check, diff, trouble};
use artefacts::releases::{self, Log, Releases};
use artefacts::table::CONSOLIDATED;
use cli::{Trouble, Verdict, disk, terminal};

/// The change log, from `spec/`.
const CHANGELOG: &str = "../CHANGELOG.md";

/// Freezes the document and the digests of all files in spec/releases/ under its version.
///
/// The version follows from what changed since the newest release, and is `info.version` already: a
/// breaking change raises the first number, a compatible one the second, other words the third;
/// while the first number is 0, breaking raises the second and everything else the third. Give
/// VERSION only to choose a higher one, such as 1.0.0. What is under `## Unreleased` in CHANGELOG.md
/// becomes the section of the version, with a person's sentence on top and the changes beneath it.
/// Exits with 1 if the release is refused.
#[derive(Debug, clap::Args)]
pub struct Release {
    /// A higher version than the changes ask for, three numbers such as 1.0.0.
    #[arg(value_parser = version)]
    version: Option<Version>,
    /// What the release means to its users, one sentence; unless CHANGELOG.md says it already.
    #[arg(long, value_name = "SENTENCE")]
    message: Option<String>,
    /// The day of the release, as YYYY-MM-DD, for the heading in CHANGELOG.md.
    #[arg(long, value_name = "DATE")]
    date: Option<jiff::civil::Date>,
}

/// Three numbers: what is tried out before a release is not one.
fn version(text: &str) -> Result<Version, String> {
    match text.parse::<Version>() {
        Ok(version) if version.pre.is_empty() && version.build.is_empty() => Ok(version),
        Ok(_) => Err("expected three numbers and nothing behind them".to_owned()),
        Err(error) => Err(format!("expected three numbers such as 0.2.0: {error}")),
    }
}

impl Release {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read or written.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let _turn = disk::turn(spec)?;
        let changelog = cli::path::below(spec, CHANGELOG);
        disk::clear(&cli::path::around(spec))?;
        let (inputs, checked) = check::check(spec, None, &CATALOGUE)?;
        let files = disk::files(spec)?;
        let mut document = diff::document(&spec.join(CONSOLIDATED))?;
        let log = cli::text::read(&changelog).map_err(|error| {
            Trouble::new(format!(
                "{}: {error}; a release is told there",
                changelog.display()
            ))
        })?;
        let releases = Releases::of(&files);
        let changes = releases.since(&document);
        let due = releases.version(&document);
        let version = self.version.as_ref().unwrap_or(&due);
        let mut refused = refused(version, &releases, changes.as_ref());
        if !checked.findings.is_empty() {
            refused.push(format!(
                "expected pages, contract and spec/ to agree, but found {} instead; see `cargo \
                 xtask check`",
                terminal::count(checked.findings.len(), "finding")
            ));
        }
        let said = changes
            .as_ref()
            .map_or_else(|| first(&document), changes::diff::markdown);
        let date = self.date.map(|date| date.to_string());
        let told = Log {
            version: &version.to_string(),
            date: date.as_deref(),
            message: self.message.as_deref(),
            changes: &said,
        };
        let log = releases::released(&log, &told).unwrap_or_else(|problem| {
            refused.push(format!("CHANGELOG.md: {problem}"));
            String::new()
        });
        if !refused.is_empty() {
            for problem in &refused {
                terminal::status(false, "refused", problem);
            }
            terminal::status(false, "Refused", format!("release {version}"));
            return Ok(Verdict::Disagrees);
        }
        document["info"]["version"] = version.to_string().into();
        let released = (version, document::json(&document));
        let draft = document::build(&CATALOGUE);
        let frozen = releases::frozen(&CATALOGUE, draft, &inputs, &files, released);
        let mut frozen = frozen.map_err(trouble)?;
        frozen.insert(CHANGELOG.to_owned(), log.into());
        disk::write(spec, frozen.iter().map(|(path, bytes)| (&**path, bytes)))?;
        for path in [releases::path(version), releases::files_path(version)] {
            terminal::status(true, "Frozen", spec.join(path).display());
        }
        let what = changes.map_or_else(|| "the first one".to_owned(), |it| diff::summary(&it));
        terminal::status(true, "Released", format!("{version}, {what}"));
        Ok(Verdict::Agrees)
    }
}

/// Why this version cannot be released.
fn refused(version: &Version, releases: &Releases, changes: Option<&Diff>) -> Vec<String> {
    let refuse = |why: String| vec![why];
    if let (Some((newest, _)), Some(changes)) = (releases.newest(), changes) {
        match releases.due(changes) {
            None => refuse(format!(
                "expected a change since {newest}, but found none instead; there is nothing to \
                 release"
            )),
            Some((due, worst)) if *version < due => refuse(format!(
                "expected {due} or later, since a change is {}, but found {version} instead; \
                 `cargo xtask diff` shows what changed since {newest}",
                worst.as_str()
            )),
            Some(_) => Vec::new(),
        }
    } else {
        Vec::new()
    }
}

/// What the first release says of itself.
fn first(document: &Value) -> String {
    let members = |value: &Value| value.as_object().map_or(0, serde_json::Map::len);
    let items = document["paths"].as_object();
    let operations = items.into_iter().flat_map(serde_json::Map::values);
    let operations = operations.filter_map(Value::as_object).flatten();
    let operations = operations
        .filter(|(member, _)| METHODS.contains(&member.as_str()))
        .count();
    let components = members(&document["components"]["schemas"]);
    format!("The first release: {operations} operations, {components} component schemas.")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::first;

    #[test]
    fn only_operations_are_counted() {
        let document = json!({
            "paths": {
                "/a": { "summary": "A", "parameters": [], "get": {}, "put": {} },
                "/b": { "servers": [], "post": {}, "x-own": {} },
            },
            "components": { "schemas": { "A": {} } },
        });
        let said = "The first release: 3 operations, 1 component schemas.";
        assert_eq!(first(&document), said);
        let said = "The first release: 0 operations, 0 component schemas.";
        assert_eq!(first(&json!({})), said);
    }
}
