//! Crosswalks of a harbour to a standard that is called Quay.

mod check;
mod render;
mod transform;
mod translate;

use std::collections::BTreeMap;

use crosswalk::{Crosswalk, Problem, Translation};
use serde_json::Value;

/// The files of the sample, and its document.
pub(crate) struct Sample {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) document: Value,
}

pub(crate) const TABLE: &str = "crosswalk/quay.sssom.tsv";
pub(crate) const FACTS: &str = "crosswalk/targets/quay.csv";
pub(crate) const PRINTED: &str = "crosswalk/targets/quay.toml";
pub(crate) const CONCEPTS: &str = "crosswalk/concepts.toml";

impl Sample {
    pub(crate) fn new() -> Self {
        let files = [
            (TABLE, include_str!("harbour/quay.sssom.tsv")),
            (FACTS, include_str!("harbour/targets/quay.csv")),
            (PRINTED, include_str!("harbour/targets/quay.toml")),
            (CONCEPTS, include_str!("harbour/concepts.toml")),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let document = include_str!("harbour/openapi.json");
        Self {
            files: files.into(),
            document: serde_json::from_str(document).expect("the document of the sample"),
        }
    }

    /// The sample with other words in one file.
    pub(crate) fn with(mut self, path: &str, from: &str, to: &str) -> Self {
        let text = self.files.get_mut(path).expect("a file of the sample");
        let old = String::from_utf8(text.clone()).expect("text");
        assert!(
            old.contains(from),
            "invalid test case: {path} has no {from:?}"
        );
        *text = old.replacen(from, to, 1).into_bytes();
        self
    }

    pub(crate) fn crosswalk(&self) -> Crosswalk {
        let (crosswalk, problems) = Crosswalk::read(&self.files);
        assert_eq!(problems, []);
        crosswalk
    }

    /// Every problem, as a line.
    pub(crate) fn problems(&self) -> Vec<String> {
        let (crosswalk, mut problems) = Crosswalk::read(&self.files);
        problems.extend(crosswalk::check(&crosswalk, &self.document));
        let line = |Problem { file, problem }: Problem| format!("{file}: {problem}");
        problems.into_iter().map(line).collect()
    }

    pub(crate) fn translate(&self, body: &Value) -> Result<Translation, Vec<String>> {
        crosswalk::translate(&self.crosswalk().targets[0], &self.document, body, None)
    }
}

/// The entries of a report, as lines.
pub(crate) fn lines(translation: &Translation) -> Vec<String> {
    let entries = translation.entries.iter();
    let line = entries.map(|it| format!("{} {} > {}: {}", it.what, it.from, it.to, it.why));
    line.collect()
}
