//! How explanations and readings are told.

use review::explain::{decision, decision_text, explain, text};

use super::names::{ask, with};

/// The lines without ANSI escapes.
fn plain(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut parts = text.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
        .lines()
        .map(|line| line.trim_start().to_owned())
        .collect()
}

fn told(query: &str, all: bool) -> Vec<String> {
    let (explanation, readings) = with(|sources| explain(sources, query));
    plain(&text(&explanation.expect("it is there"), &readings, all))
}

#[test]
fn a_description_is_told_in_the_words_of_the_document() {
    let lines = told("Sail.rig", false);
    let said = "described description = \"How it is rigged.\" (bank, line 4)";
    assert!(lines.contains(&said.to_owned()), "{lines:?}");
}

/// The page has `ketch` first; `sloop` and `cat` stand on one line, where the document has `sloop`
/// first.
#[test]
fn listed_values_go_in_the_order_of_the_page() {
    let explanation = ask("Sail.rig").expect("it is there");
    let values = explanation
        .statements
        .iter()
        .map(|stated| &stated.statement);
    let values: Vec<_> = values
        .filter(|statement| statement.aspect == claims::Aspect::Enum)
        .map(|statement| &*statement.value)
        .collect();
    assert_eq!(values, ["ketch", "sloop", "cat"]);
}

#[test]
fn the_bodies_of_errors_that_are_alike_are_told_once() {
    let lines = told("GET /a", false);
    let folded = "folded 400, 500 · body Trouble, 2 claims each: 4 unsupported; \
                  explain `Trouble`, or use --all shows them";
    assert!(lines.contains(&folded.to_owned()), "{lines:#?}");
    assert!(
        !lines.iter().any(|line| line.contains("400 · code")),
        "{lines:#?}"
    );
    let all = told("GET /a", true);
    assert!(
        !all.iter().any(|line| line.starts_with("folded")),
        "{all:#?}"
    );
    assert!(
        all.iter()
            .any(|line| line.contains("400 · code · type = string"))
    );
    assert_eq!(all.len(), lines.len() - 1 + 4);
}

#[test]
fn a_reading_is_told_with_what_rests_on_it() {
    let told = |id: &str| {
        let (lines, _) = with(|sources| {
            let decision = decision(sources, id).expect("it is there");
            plain(&decision_text(&decision, false))
        });
        lines
    };
    let expected = [
        "reading r0 (supply, vendor)",
        "page *",
        "reason r",
        "evidence e it (t, https://s.example, read on 2031-01-02).",
        "covers GET /a · security · token: listed, type",
    ];
    assert_eq!(told("r0"), expected);
    let omitted = "omits GET /a · header · Accept: listed";
    assert_eq!(told("r1").last().map(String::as_str), Some(omitted));
}
