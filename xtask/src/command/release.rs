//! `cargo xtask release`: freezes the document.

use std::path::Path;

use claims::openapi::METHODS;
use contract::catalogue::CATALOGUE;
use review::Kind;
use review::diff::Diff;
use semver::Version;
use serde_json::Value;

use super::{check, diff};
use crate::outcome::CONSOLIDATED;
use crate::releases::{self, Log, Releases};
use cli::{Trouble, Verdict, disk, terminal};

/// The change log, from `spec/`.
const CHANGELOG: &str = "../CHANGELOG.md";

/// Freezes the document in spec/releases/ under its version.
///
/// VERSION must be `info.version`, which is the version of the workspace, and must say what changed
/// since the newest release: a breaking change raises the first number, a compatible one the second,
/// other words the third; while the first number is 0, breaking raises the second and everything else
/// the third. What is under `## Unreleased` in CHANGELOG.md becomes the section of the version, with a
/// person's sentence on top and what changed beneath it. Exits with 1 if the release is refused.
#[derive(Debug, clap::Args)]
pub struct Release {
    /// The version, three numbers such as 0.2.0.
    #[arg(value_parser = version)]
    version: Version,
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
    /// Every file that cannot be read or written.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let _turn = disk::turn(spec)?;
        let changelog = spec.join(CHANGELOG);
        disk::clear(changelog.parent().unwrap_or(spec))?;
        let checked = check::check(spec, None, &CATALOGUE)?;
        let files = disk::files(spec)?;
        let path = spec.join(CONSOLIDATED);
        let document = diff::document(&path)?;
        let log = cli::text::read(&changelog).map_err(|error| {
            Trouble::new(format!(
                "{}: {error}; a release is told there",
                changelog.display()
            ))
        })?;
        let releases = Releases::of(&files);
        let changes = releases.since(&document);
        let mut refused = self.refused(&releases, &document, changes.as_ref());
        // A version that does not fit is refused in the words of a release.
        let findings = checked.findings.iter();
        let findings = findings.filter(|it| it.kind != Kind::WrongVersion).count();
        if findings > 0 {
            refused.push(format!(
                "expected pages, contract and spec/ to agree, but found {} instead; see `cargo \
                 xtask check`",
                terminal::count(findings, "finding")
            ));
        }
        let said = changes
            .as_ref()
            .map_or_else(|| first(&document), review::diff::markdown);
        let date = self.date.map(|date| date.to_string());
        let told = Log {
            version: &self.version.to_string(),
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
            terminal::status(false, "Refused", format!("release {}", self.version));
            return Ok(Verdict::Disagrees);
        }
        let text = files.get(CONSOLIDATED).map(Vec::as_slice);
        let text = String::from_utf8_lossy(text.unwrap_or_default());
        let frozen = releases::path(&self.version);
        disk::write(
            spec,
            [
                (&*frozen, &*text),
                (
                    &*releases::sums_path(),
                    &releases.sums_with(&self.version, &text),
                ),
                (CHANGELOG, &log),
            ],
        )?;
        terminal::status(true, "Frozen", spec.join(frozen).display());
        let what = changes.map_or_else(|| "the first one".to_owned(), |it| diff::summary(&it));
        terminal::status(true, "Released", format!("{}, {what}", self.version));
        Ok(Verdict::Agrees)
    }

    /// Why this version cannot be released.
    fn refused(
        &self,
        releases: &Releases,
        document: &Value,
        changes: Option<&Diff>,
    ) -> Vec<String> {
        let version = &self.version;
        let mut refused = Vec::new();
        let own = releases::of_document(document);
        if own.as_ref() != Some(version) {
            let own = own.map_or("none".to_owned(), |own| own.to_string());
            refused.push(format!(
                "expected `info.version` to be {version}, but found {own} instead; set `version` \
                 under `[workspace.package]` in Cargo.toml to {version}, run `cargo xtask export`, \
                 and then this again"
            ));
        }
        if releases.get(version).is_some() {
            refused.push(format!(
                "expected a version that is not released yet, but found {} instead; a release is \
                 never changed",
                releases::path(version)
            ));
            return refused;
        }
        let Some(((newest, _), changes)) = releases.newest().zip(changes) else {
            return refused;
        };
        if version < newest {
            refused.push(format!(
                "expected a version after {newest}, but found {version} instead"
            ));
            return refused;
        }
        match releases.due(changes) {
            None => refused.push(format!(
                "expected a change since {newest}, but found none instead; there is nothing to \
                 release"
            )),
            Some((due, worst)) if *version < due => refused.push(format!(
                "expected {due} or later, since a change is {}, but found {version} instead; \
                 `cargo xtask diff` shows what changed since {newest}",
                worst.as_str()
            )),
            Some(_) => {}
        }
        refused
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
