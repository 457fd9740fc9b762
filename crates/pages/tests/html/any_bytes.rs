//! Whatever the bytes: a capture, in bounds.

use arbitrary::Unstructured;
use pages::Kind;
use pages::html::{Captured, capture};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// What hostile pages are made of.
const FRAGMENTS: [&str; 62] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<td colspan=3 rowspan=100>",
    "<thead>",
    "<tbody>",
    "<caption>",
    "<h1>",
    "<h2>",
    "</h2>",
    "<pre>",
    "</pre>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<span hidden>",
    "<b>",
    "</b>",
    "</span>",
    "<div hidden>",
    "<div aria-hidden=true>",
    "<nav>",
    "</nav>",
    "<header>",
    "<main>",
    "</main>",
    "<svg>",
    "<foreignObject>",
    "</svg>",
    "<template shadowrootmode=open>",
    "<template>",
    "</template>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<!-- saved date: Jan 01 2024 -->",
    "<br>",
    "<img alt='a | b'>",
    "a",
    " b ",
    "\n",
    "\n\n",
    "|",
    "&amp;",
    "&nbsp;&#0;",
    "\u{202e}",
    "•",
    "<table role=none>",
];

/// A page of fragments and of bytes.
fn page(bytes: &[u8]) -> Vec<u8> {
    let mut choices = Unstructured::new(bytes);
    let mut page = b"<html>".to_vec();
    while !choices.is_empty() {
        match choices.int_in_range(0..=FRAGMENTS.len()) {
            Ok(index) if index < FRAGMENTS.len() => page.extend(FRAGMENTS[index].as_bytes()),
            _ => page.extend(choices.arbitrary::<u8>()),
        }
    }
    page
}

/// What is true of every capture.
fn check(page: &Captured, size: usize) {
    let lines: Vec<_> = page.text.lines().collect();
    let mut blocks = page.blocks.iter();
    for (line, number) in lines.iter().zip(1..) {
        assert_eq!(*line, line.trim_end(), "line {number}");
        assert!(
            !line
                .chars()
                .any(|character| character.is_control() && character != '\t')
        );
        let Some(block) = blocks.clone().next().filter(|block| block.line == number) else {
            assert_eq!(*line, "", "line {number} has a block, or separates code");
            continue;
        };
        blocks.next();
        assert_eq!(block.text.is_empty(), line.is_empty(), "line {number}");
        match block.kind {
            Kind::Row | Kind::HeadingRow => {
                // Where a line ends within a cell, the cell has a mark.
                let cells = block.cells.iter().map(|cell| cell.replace('\u{e005}', ""));
                let text = cells.clone().collect::<Vec<_>>().join(" | ");
                assert_eq!(block.text, text);
                let cells = cells.map(|cell| cell.replace('|', "\\|"));
                assert_eq!(
                    *line,
                    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
                );
            }
            _ => assert!(
                line.ends_with(&block.text) && block.cells.is_empty(),
                "line {number}"
            ),
        }
    }
    assert_eq!(blocks.next(), None, "every block has a line");
    assert!(
        page.text.len() <= 20 * size + 300_000,
        "{} of {size}",
        page.text.len()
    );
}

#[test]
fn any_page_has_a_capture() {
    let config = Config {
        cases: 700,
        rng_seed: RngSeed::Fixed(0x0062_6f61_7473),
        failure_persistence: None,
        ..Config::default()
    };
    let run = TestRunner::new(config).run(&vec(any::<u8>(), 0..400), |bytes| {
        for page in [page(&bytes), bytes] {
            check(&capture(&page), page.len());
            // The text of the capture is read as the page is.
            if let (Ok(page), text) = (pages::read("boats", &page), pages::captured(&page)) {
                assert_eq!(pages::read("boats", text.as_bytes()), Ok(page));
            }
        }
        Ok(())
    });
    if let Err(broken) = run {
        panic!("{broken}");
    }
}

/// As much more of a page makes as much more of a capture.
#[test]
fn captures_grow_with_the_page() {
    let deep_then = |close: &str| {
        format!(
            "<p><table><td>{}{}",
            "<div>a".repeat(1_000),
            close.repeat(1_000)
        )
    };
    for unit in [
        "<ul><li>a".to_owned(),
        "<table><tr><td>a".to_owned(),
        "<table><tr><td><h2>a".to_owned(),
        "<tr><td colspan=100 rowspan=100>abc".to_owned(),
        "<pre>a\n\n\n".to_owned(),
        "&NotEqualTilde;&#x2022;".to_owned(),
        "\u{200b}<nav>a".to_owned(),
        "<svg><g><p>a".to_owned(),
        deep_then("</p>"),
        deep_then("</b></li></h1></tr>"),
    ] {
        let grown = |times: usize| {
            let page = format!("<table>{}", unit.repeat(times * 5_000 / unit.len()));
            let captured = capture(page.as_bytes());
            check(&captured, page.len());
            captured.text.len() + 100 * captured.blocks.len()
        };
        let [first, second, third] = [10, 20, 30].map(grown);
        let (early, late) = (second - first, third - second);
        assert!(
            late <= early + early / 4 + 1_000,
            "{unit:.40}: {early} more, then {late}"
        );
    }
}

#[test]
fn nothing_of_a_page_of_very_many_blocks_is_lost() {
    let most = 1 << 20;
    let page = capture("<p>a".repeat(most + 10).as_bytes());
    assert_eq!(page.blocks.len(), most);
    assert_eq!(page.text.matches('a').count(), most + 10);
}

#[test]
fn elements_are_read_however_deep() {
    for unit in [
        "<div>",
        "<b hidden>",
        "<ul>",
        "<table><tr><td>",
        "<template shadowrootmode=open>",
    ] {
        let page = format!("{}boats", unit.repeat(50_000));
        let shown = !unit.contains("hidden");
        assert_eq!(
            capture(page.as_bytes()).text.contains("boats"),
            shown,
            "{unit}"
        );
    }
}
