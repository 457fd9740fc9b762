//! One table: how time and memory grow with the number of operations.
//!
//! Each row is measured in a process of its own, so that its peak of memory is its own.

mod check;
mod part;
mod wide;

use std::process::Command;
use std::time::Duration;

use bench::measure;

/// What one row measured.
struct Row {
    /// How many pages the operations are on.
    pages: usize,
    bytes: usize,
    claims: usize,
    took: Duration,
    limit: Duration,
}

const LEGEND: &str = "\
read    pages::read, beside the SHA-256 of the same bytes
claims  claims::openapi::claims, beside serde_json::from_str of the same document
review  review::Case::of and compare, beside sorting the claims of the page
trial   witness::trial of a description by a page, operation after operation, beside sorting the claims
        of the page
diff    changes::diff of two documents in which every text became a number, beside parsing both; claims
        are the differences
shared  the same of a body of that many schemas, each of which refers twice to the next
check   claims files, readings and documents from disk to findings, beside reading the same files,
        the SHA-256 of the claims files and serde_json::from_str of the documents on one core
drift   changes::drift::drift with so many fields that came at one place (in the column of
        operations), beside sorting the claims of the new page
explain review::explain::explain of a query of so many letters, beside their lower case
";

fn main() {
    // Cargo says that it benchmarks.
    let arguments = std::env::args().filter(|it| it != "--bench");
    let arguments: Vec<String> = arguments.collect();
    let number = |text: &str| text.parse().expect("a number");
    match &arguments[1..] {
        [row, topic, size] if row == "row" && wide::TOPICS.contains(&topic.as_str()) => {
            let size = number(size);
            return print(topic, size, &wide::row(topic, size));
        }
        [row, topic, operations] if row == "row" => {
            let operations = number(operations);
            return print(topic, operations, &part::row(topic, operations));
        }
        [corpus, folder, pages, each] if corpus == "corpus" => {
            return check::generate(folder.as_ref(), number(pages), number(each));
        }
        [row, topic, folder, operations] if row == "row" => {
            return print(topic, number(operations), &check::row(folder.as_ref()));
        }
        _ => {}
    }
    println!("{LEGEND}");
    println!(
        "{:7} {:>6} {:>10} {:>10} {:>8} {:>9} {:>7} {:>8} {:>9} {:>6} {:>8}",
        "",
        "pages",
        "operations",
        "bytes",
        "claims",
        "ms",
        "ns/byte",
        "ns/claim",
        "limit ms",
        "ratio",
        "peak MiB"
    );
    let quick = arguments.iter().any(|argument| argument == "--test");
    let most = if quick { 1 } else { usize::MAX };
    for topic in part::TOPICS {
        for operations in bench::SIZES.iter().take(most) {
            run(&["row", topic, &operations.to_string()]);
        }
    }
    for topic in wide::TOPICS {
        for size in wide::SIZES.iter().take(most) {
            run(&["row", topic, &size.to_string()]);
        }
    }
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/growth");
    for [pages, each] in check::SIZES.iter().take(most) {
        run(&["corpus", folder, &pages.to_string(), &each.to_string()]);
        run(&["row", "check", folder, &(pages * each).to_string()]);
    }
}

/// Runs this program with these arguments, in a process of its own.
fn run(arguments: &[&str]) {
    let own = std::env::current_exe().expect("this program has a path");
    let status = Command::new(own).args(arguments).status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "{}",
        arguments.join(" ")
    );
}

#[expect(clippy::cast_precision_loss, reason = "the numbers are for people")]
fn print(topic: &str, operations: usize, row: &Row) {
    let Row {
        pages,
        bytes,
        claims,
        took,
        limit,
    } = *row;
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let ns = took.as_secs_f64() * 1e9;
    let peak = measure::peak_kib().map_or("?".to_owned(), |kib| (kib / 1024).to_string());
    println!(
        "{topic:7} {pages:>6} {operations:>10} {bytes:>10} {claims:>8} {:>9.3} {:>7.2} {:>8.0} {:>9.3} {:>6.1} {peak:>8}",
        ms(took),
        ns / bytes as f64,
        ns / claims as f64,
        ms(limit),
        ms(took) / ms(limit),
    );
}
