//! `REVIEW.md` is read in ten minutes, and leads to the files beside it.

use contract::catalogue::CATALOGUE;

use super::{spec, text};

/// How many words one reads of each page in two minutes, tables included: five pages are ten.
const MOST: usize = 850;

fn review() -> String {
    text("reports/REVIEW.md")
}

#[test]
fn it_is_read_in_ten_minutes() {
    let words = review().split_whitespace().count();
    let most = MOST * CATALOGUE.providers.len();
    assert!(words <= most, "{words} words, and {most} at most");
}

#[test]
fn it_opens_with_what_one_must_know() {
    let review = review();
    let headings = review.lines().filter(|line| line.starts_with("## "));
    let opening = headings.clone().next().expect("a heading");
    assert_eq!(opening, "## What you must know before you rely on this");
    let own = review.split("\n## ").nth(1).expect("the opening");
    let points = own.lines().filter(|line| {
        let number = line
            .split_once(". ")
            .map(|(number, _)| number.parse::<u32>());
        matches!(number, Some(Ok(_)))
    });
    let points: Vec<&str> = points.collect();
    assert!((8..=10).contains(&points.len()), "{points:#?}");
}

/// The targets of links that are not to be found: files beside the report, headings of it.
fn broken(review: &str) -> Vec<&str> {
    let links = review.split("](").skip(1);
    let targets = links.filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    let anchor = |heading: &str| {
        let kept = |char: char| char.is_alphanumeric() || char == ' ' || char == '-';
        let words: String = heading.chars().filter(|char| kept(*char)).collect();
        words.to_lowercase().replace(' ', "-")
    };
    let headings = review.lines().filter(|line| line.starts_with('#'));
    let headings: Vec<String> = headings
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .collect();
    let is_broken = |target: &&str| match target.strip_prefix('#') {
        Some(heading) => !headings.iter().any(|known| known == heading),
        None => !target.contains("://") && !spec().join("reports").join(target).is_file(),
    };
    targets.filter(is_broken).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let review = review();
    assert!(review.contains("](questions/"), "invalid test case");
    assert_eq!(broken(&review), [""; 0]);
    let wrong = "# One\n[a](#two) [b](missing.csv) [c](#one) [d](traceability.csv)";
    assert_eq!(broken(wrong), ["#two", "missing.csv"]);
}
