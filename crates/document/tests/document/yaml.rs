//! The YAML edition says what the JSON says, to readers of YAML 1.1 and of YAML 1.2.

mod reader;

use document::yaml;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use reader::{Version, read};

/// An array of texts, as many in a line as it holds.
macro_rules! list {
    ($($text:literal)+) => {
        [$($text),+]
    };
}

/// Both readers get the value that was written, as a value and as a key.
fn check(value: &Value) {
    let text = yaml(value);
    for version in [Version::V1_1, Version::V1_2] {
        assert_eq!(read(&text, version), *value, "{version:?}\n{text}");
    }
}

/// A text everywhere where a text can stand.
fn everywhere(text: &str) -> Value {
    let mut members = Map::new();
    members.insert(
        text.to_owned(),
        json!({ "value": text, "list": [text, [text, { text: text }]] }),
    );
    Value::from(members)
}

#[test]
fn every_document_reads_back() {
    let documents = crate::documents();
    check(&documents.consolidated);
    for document in documents
        .providers
        .values()
        .chain(documents.schemas.values())
    {
        check(document);
    }
}

#[test]
fn a_text_that_looks_like_an_exponent_has_quotes() {
    for text in ["e3", "E5", "e+7", "E-04", "e"] {
        assert!(
            yaml(&json!([text])).contains(&format!("- \"{text}\"\n")),
            "{text}"
        );
    }
    assert!(yaml(&json!(["email", "e3a"])).contains("- email\n- e3a\n"));
}

#[test]
fn text_that_looks_like_something_else_stays_text() {
    let words =
        "ON on On oN off OFF yes Yes no NO y Y n N true True TRUE false null Null NULL ~ = <<";
    let numbers = "0 1 -1 +1 1.0 1. .5 -.5 1e3 1E5 123e4567 1.5e+3 1_000 0x1F 0o17 017 0b11 08 00 -0 \
                   12:30 190:20:30 1:20:30.5 .inf -.INF +.Inf .nan .NaN 1,000 1-2 ++1 +E1 _ 1_ 0x 0o";
    let dates =
        "2020-01-01 2020-1-1 2020-01-01T10:00:00Z 2001-12-14t21:59:43.10-05:00 10:00 31-12-2020";
    let signs = "- -- --- ... ? : # ! & * % @ ` | > |- [ ] { } , ' \" \\ {} [] '' a: :a a:b a#b #a !a &a *a \
                 $ref /a/{b} https://a.example/b?c=d#e x-y a,b [a {a a] a} - -a ?a";
    let spaced = list! {
        "" " " "  " " a" "a " "\ta" "a\t" "a\tb" "\n" "\na" "a\n" "a\n\n" "a\nb" "a\n\nb\n"
        "a\n b" " a\nb" "a \nb" "a\r\nb" "\r" "a\rb" "- a" "? a" ": a" "a: b" "a :b" "a #b"
        "# a" "\0" "\u{7}" "\u{1b}" "\u{7f}" "\u{80}" "\u{85}" "a\u{85}b" "\u{a0}" "\u{2028}"
        "a\nb\u{2029}c" "\u{feff}" "\u{feff}a" "\u{e000}" "\u{fffd}" "é" "Ünï" "日本" "😀" "--- a"
        "... a" "a\n---\nb" "2001-12-14 21:59:43.10 -5" "null " "a\n#b" "a: b\nc: d" "- a\n- b"
    };
    for text in [words, numbers, dates, signs]
        .iter()
        .flat_map(|it| it.split(' '))
        .chain(spaced)
    {
        check(&everywhere(text));
    }
}

#[test]
fn numbers_read_back() {
    check(&json!({
        "whole": [0, 1, -1, 10, i64::MAX, i64::MIN, u64::MAX, 12_345_678_901_234_i64],
        "broken": [0.5, -0.5, 1.0, 40.0, 0.1, 1e21, 1e-7, 1.5e300, 5e-324, 1e16, 1_234_567.89],
    }));
    check(&json!([true, false, null, {}, [], [[]], [{}], { "a": {}, "b": [] }]));
}

/// The reader does tell the versions apart: what it accepts is worth something.
#[test]
fn text_without_quotes_is_something_else() {
    let both = |text: &str| [Version::V1_1, Version::V1_2].map(|version| read(text, version));
    assert_eq!(both("ON"), [json!(true), json!("ON")]);
    assert_eq!(
        both("12:30"),
        [json!({ "!": "other integer" }), json!("12:30")]
    );
    assert_eq!(both("1_000"), [json!(1000), json!("1_000")]);
    assert_eq!(both("1e3"), [json!("1e3"), json!(1000.0)]);
    assert_eq!(
        both("2020-01-01"),
        [json!({ "!": "timestamp" }), json!({ "!": "timestamp" })]
    );
    assert_eq!(
        both("<<: 1"),
        [
            json!({ "{\"!\":\"merge or value\"}": 1 }),
            json!({ "{\"!\":\"merge or value\"}": 1 })
        ]
    );
    assert_eq!(both("'ON'"), [json!("ON"), json!("ON")]);
}

#[test]
fn what_a_person_reads_has_few_quotes() {
    let text = yaml(
        &json!({ "$ref": "/a/{b}", "description": "Two\nlines.", "summary": "A, b (c).", "x-y": "ON" }),
    );
    let expected = "# Written by `cargo xtask export`; do not edit.\n$ref: /a/{b}\n\
                    description: |-\n  Two\n  lines.\nsummary: A, b (c).\nx-y: \"ON\"\n";
    assert_eq!(text, expected);
}

proptest! {
    #[test]
    fn any_text_stays_text(text in "[-0-9_.:+eExXoObBnNyYtTzZ ~<=#?!&*'\"%@`{},|>\\[\\]\n\t\u{85}\u{2028}é\\\\a]{0,9}") {
        check(&everywhere(&text));
    }

    #[test]
    fn anything_that_looks_like_a_number_stays_text(text in "[-+]?[0-9_.:]{1,8}([eE][-+]?[0-9_]{0,3})?") {
        check(&everywhere(&text));
    }
}
