//! Changes of the document as cases: our verdict on each, and the verdict of a public tool.

use std::fs;
use std::path::Path;

use changes::drift::Class;
use json_patch::Patch;
use serde::Deserialize;
use serde_json::Value;

use cli::Trouble;

/// The folder of the cases: one file for each part of the document.
const CASES: &str = "cases";

/// A change of the document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A short name.
    pub name: String,
    /// Our verdict: the worst class of what changes.
    pub class: Class,
    /// Changes that come first, so that the change itself can be made.
    #[serde(default)]
    pub base: Patch,
    /// The change.
    pub patch: Patch,
    /// The other tool's verdict, where it differs from ours.
    #[serde(default)]
    pub theirs: Option<Opinion>,
    /// Why ours differs.
    #[serde(default)]
    pub why: Option<String>,
    /// The file that has the case, such as `cases/bounds.toml`.
    #[serde(skip)]
    pub file: String,
}

/// Whether a change breaks somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opinion {
    /// An error or a warning.
    Breaking,
    /// Information, or nothing.
    Compatible,
}

impl Opinion {
    /// Returns the opinion in words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Compatible => "compatible",
        }
    }

    /// Returns what one of our classes says about it.
    #[must_use]
    pub fn of(class: Class) -> Self {
        if class == Class::Breaking {
            Self::Breaking
        } else {
            Self::Compatible
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

/// Reads the cases of all files in the folder `cases` within a folder, in the order of the files' names.
///
/// # Errors
///
/// Returns an error if the folder cannot be read, and all errors of its files.
pub fn cases(folder: &Path) -> Result<Vec<Case>, Trouble> {
    let folder = folder.join(CASES);
    let entries = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|error| Trouble::at(&folder, error))?;
    let mut paths: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    paths.sort_unstable();
    let (mut cases, mut trouble) = (Vec::new(), Trouble::default());
    for path in paths {
        let text = cli::text::read(&path).map_err(|error| Trouble::at(&path, error));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let read = text.and_then(|text| parse(&format!("{CASES}/{name}"), &text));
        cases.extend(trouble.take(read).into_iter().flatten());
    }
    trouble.or(cases)
}

/// Reads the cases of one file.
///
/// # Errors
///
/// Returns an error if the text is not a list of cases, with line and column, and for every case that
/// has only one of `theirs` and `why`.
fn parse(file: &str, text: &str) -> Result<Vec<Case>, Trouble> {
    let read = toml::from_str(text);
    let Cases { mut case } = read.map_err(|error| Trouble::new(format!("{file}: {error}")))?;
    for case in &mut case {
        file.clone_into(&mut case.file);
    }
    let half = case.iter();
    let half = half.filter(|case| case.theirs.is_some() != case.why.is_some());
    let half = half.map(|case| {
        format!(
            "{file}: expected `{}` to have both `theirs` and `why` or neither, but found one \
             instead",
            case.name
        )
    });
    Trouble(half.collect()).or(case)
}

impl Case {
    /// Returns the document before and after the change.
    ///
    /// # Errors
    ///
    /// Returns an error if a patch does not fit the document, or if nothing changes.
    pub fn documents(&self, document: &Value) -> Result<[Value; 2], Trouble> {
        let failed = |error: &dyn std::fmt::Display| {
            Trouble::new(format!(
                "{}: `{}` cannot be made of the document: {error}; correct its patches",
                self.file, self.name
            ))
        };
        let mut old = document.clone();
        json_patch::patch(&mut old, &self.base).map_err(|error| failed(&error))?;
        let mut new = old.clone();
        json_patch::patch(&mut new, &self.patch).map_err(|error| failed(&error))?;
        if old == new {
            return Err(failed(&"nothing changes"));
        }
        Ok([old, new])
    }

    /// Compares our verdict with the other tool's. Returns the explanation of an explained disagreement.
    ///
    /// # Errors
    ///
    /// Returns an error if a disagreement has no explanation, or if an explanation is not needed.
    pub fn compare(&self, theirs: Opinion) -> Result<Option<&str>, String> {
        let (name, file, ours) = (&self.name, &self.file, Opinion::of(self.class));
        match (&self.why, theirs == ours) {
            (None, true) => Ok(None),
            (Some(why), false) => Ok(Some(why)),
            (None, false) => Err(format!(
                "{name}: we say {}, they say {}; correct the rule, or explain it in {file} with \
                 `theirs` and `why`",
                ours.as_str(),
                theirs.as_str()
            )),
            (Some(_), true) => Err(format!(
                "{name}: expected them to say otherwise, as `why` explains, but they say {} as \
                 well; remove `theirs` and `why` from {file}",
                ours.as_str()
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(more: &str) -> Result<Vec<Case>, Trouble> {
        let text = format!(
            "[[case]]\nname = \"a\"\nclass = \"wording\"\n\
             patch = [{{ op = \"remove\", path = \"/a\" }}]\n{more}"
        );
        parse("cases/a.toml", &text)
    }

    #[test]
    fn a_disagreement_and_its_explanation_need_each_other() {
        let plain = &case("").expect("a case")[0];
        assert_eq!(plain.compare(Opinion::Compatible), Ok(None));
        let error = plain.compare(Opinion::Breaking).expect_err("not explained");
        assert!(
            error.contains("we say compatible, they say breaking"),
            "{error}"
        );
        let explained = &case("theirs = \"breaking\"\nwhy = \"So.\"").expect("a case")[0];
        assert_eq!(explained.compare(Opinion::Breaking), Ok(Some("So.")));
        let error = explained
            .compare(Opinion::Compatible)
            .expect_err("not needed");
        let fix = "remove `theirs` and `why` from cases/a.toml";
        assert!(error.contains(fix), "{error}");
    }

    #[test]
    fn what_is_wrong_in_any_file_is_told_with_the_file() {
        let folder = tempfile::TempDir::new().expect("a folder for the test");
        let half = "[[case]]\nname = \"a\"\nclass = \"wording\"\npatch = []\nwhy = \"So.\"";
        let files = [("b.toml", half), ("a.toml", "case = 1")];
        cli::disk::write(&folder.path().join(CASES), files).expect("the folder is ours");
        let Trouble(errors) = cases(folder.path()).expect_err("both files are wrong");
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(errors[0].starts_with("cases/a.toml: "), "{errors:?}");
        assert!(errors[1].starts_with("cases/b.toml: "), "{errors:?}");
    }

    #[test]
    fn a_case_is_whole_and_changes_something() {
        assert!(case("theirs = \"breaking\"").is_err());
        assert!(case("their = \"breaking\"").is_err());
        let case = &case("").expect("a case")[0];
        let error = case.documents(&serde_json::json!({})).expect_err("no /a");
        assert!(error.0[0].contains("`a` cannot be made"), "{error}");
    }
}
