//! Compares the samples that came back from generated code with those that were sent.

use std::collections::BTreeSet;

use super::compare::{Change, Numbers, came_back, holds_more_than_doubles};
use super::report::Proof;
use super::sample::Samples;
use super::target::Generator;

/// The file of the samples that came back, one a line.
pub(super) const RETURNED: &str = "returned.jsonl";

/// The start of a line that says why a sample did not come back.
const REFUSED: &str = "! ";

/// Compares the samples, and checks that exactly those changes happened that the target names.
pub(super) fn judge(
    generator: &Generator,
    samples: &Samples,
    returned: &str,
) -> Result<Proof, String> {
    let due = samples.all().count();
    let lines: Vec<&str> = returned.lines().collect();
    if lines.len() != due {
        return Err(format!(
            "expected {due} lines in {RETURNED}, but found {} instead",
            lines.len()
        ));
    }
    let mut said: BTreeSet<Change> = generator.changes.iter().copied().collect();
    if generator.numbers == Numbers::Double {
        said.insert(Change::Rounded);
    }
    let mut happened = BTreeSet::new();
    let mut different = Vec::new();
    for (sample, line) in samples.all().zip(lines) {
        let came_back = match line.strip_prefix(REFUSED) {
            Some(why) => Err(why.to_owned()),
            None => came_back(&samples.document, &sample.schema, &sample.text, line),
        };
        let why = match came_back {
            Ok(changes) if changes.is_subset(&said) => {
                happened.extend(changes);
                continue;
            }
            Ok(changes) => {
                let changes = changes.difference(&said).map(|it| it.as_str());
                changes.collect::<Vec<_>>().join(", ")
            }
            Err(why) => why,
        };
        different.push(format!("{}: {why}", sample.pointer));
    }
    if !different.is_empty() {
        return Err(changed(due, &different));
    }
    if !samples.all().any(|it| holds_more_than_doubles(&it.text)) {
        said.remove(&Change::Rounded);
    }
    let never = said.difference(&happened).map(|it| it.as_str());
    let never: Vec<_> = never.collect();
    if !never.is_empty() {
        return Err(format!(
            "expected what `numbers` and `changes` say to happen, but this never does: {}",
            never.join(", ")
        ));
    }
    Ok(Proof {
        examples: samples.examples.len(),
        boundaries: samples.boundaries.len(),
    })
}

/// Says how many samples came back changed, and lists the first of them.
fn changed(due: usize, different: &[String]) -> String {
    /// How many differences help to see what is wrong.
    const MOST: usize = 5;
    let more = different.len().saturating_sub(MOST);
    let told = different.iter().take(MOST).map(|it| format!("\n  {it}"));
    let more = (more > 0).then(|| format!("\n  and {more} more"));
    format!(
        "expected {due} samples to come back unchanged, but found {} changed instead:{}",
        different.len(),
        told.chain(more).collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Generator, Proof, Samples, judge};
    use crate::generate::Sample;

    /// One example, and a boundary value that no double holds.
    fn samples() -> Samples {
        let sample = |pointer: &str, text: &str| Sample {
            pointer: pointer.to_owned(),
            schema: "A".to_owned(),
            text: text.to_owned(),
        };
        Samples {
            document: json!({}),
            examples: vec![sample("/example", r#"{"x":0.1,"y":[]}"#)],
            boundaries: vec![sample("/a/x", r#"{"x":9999999999999999.99}"#)],
        }
    }

    /// Judges a generator that returned these lines.
    fn judged(says: &str, returned: [&str; 2]) -> Result<Proof, String> {
        let generator = format!(
            "name = \"g\"\nversion = \"1\"\ndocument = \"d.json\"\nsays-version = []\n\
             generate = []\ncompile = []\nround-trip = []\n{says}\n"
        );
        let generator: Generator = toml::from_str(&generator).expect("a generator");
        judge(&generator, &samples(), &returned.join("\n"))
    }

    const EXACT: &str = r#"{"x":9999999999999999.99}"#;
    const DOUBLE: &str = r#"{"x":1e16}"#;
    const PROOF: Result<Proof, String> = Ok(Proof {
        examples: 1,
        boundaries: 1,
    });

    #[test]
    fn what_is_said_of_numbers_is_proved() {
        let first = r#"{"x":0.10,"y":[]}"#;
        assert_eq!(judged("numbers = \"exact\"", [first, EXACT]), PROOF);
        assert_eq!(judged("numbers = \"double\"", [first, DOUBLE]), PROOF);
        let told = judged("numbers = \"exact\"", [first, DOUBLE]).expect_err("it is not exact");
        let why = "/a/x: a number that no double is comes back as the closest double";
        assert!(told.contains(why), "{told}");
        let told = judged("numbers = \"double\"", [first, EXACT]).expect_err("it is exact");
        assert!(
            told.contains("this never does: a number that no double"),
            "{told}"
        );
    }

    #[test]
    fn what_is_said_to_change_does_and_nothing_else() {
        let (kept, dropped) = (r#"{"x":0.1,"y":[]}"#, r#"{"x":0.1}"#);
        let says = "numbers = \"exact\"\nchanges = [\"empty-dropped\"]";
        assert_eq!(judged(says, [dropped, EXACT]), PROOF);
        let told = judged(says, [kept, EXACT]).expect_err("nothing is dropped");
        assert!(told.contains("this never does: an empty array"), "{told}");
        let told = judged("numbers = \"exact\"", [dropped, EXACT]).expect_err("it is dropped");
        assert!(
            told.contains("/example: an empty array or map comes back"),
            "{told}"
        );
    }

    #[test]
    fn each_sample_that_does_not_come_back_is_told() {
        let (first, double) = (r#"{"x":0.1,"y":[]}"#, "numbers = \"double\"");
        let single = r#"{"x":10000000200408773}"#;
        let told = judged(double, [first, single]).expect_err("a float of 32 bits");
        assert!(
            told.contains("found 1 changed instead:\n  /a/x: expected 9999"),
            "{told}"
        );
        let told = judged(double, ["! no field for x", DOUBLE]).expect_err("one is refused");
        assert!(told.ends_with("\n  /example: no field for x"), "{told}");
        let told = judged(double, ["{}", ""]).expect_err("one is lacking");
        assert_eq!(
            told,
            "expected 2 lines in returned.jsonl, but found 1 instead"
        );
    }
}
