//! What is no text of a known layout.

/// Checks the messages about a capture.
#[track_caller]
fn check(bytes: &[u8], expected: &[&str]) {
    let errors = pages::read("harbour", bytes).unwrap_err();
    let messages: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(messages, expected);
}

const LAYOUTS: &str = "expected a page of a known layout (the Citi developer portal: a product's \
                       name over `Select the following:`, the Citibanamex portal: `Paths` over a \
                       path, the Worldline Connect reference: `This site requires javascript to \
                       be enabled.`, a Confluence version comparison: `Versions Compared`), but \
                       found";

#[test]
fn a_page_of_no_known_layout_is_told_by_its_first_line() {
    for (page, found) in [("<berth>\n", "`<berth>`"), ("Boats\nBerths\n", "`Boats`")] {
        check(
            page.as_bytes(),
            &[&format!("{LAYOUTS} {found} instead (harbour, line 1)")],
        );
    }
    check(
        b"\n\n Boats",
        &[&format!("{LAYOUTS} `Boats` instead (harbour, line 3)")],
    );
}

#[test]
fn an_empty_page_is_of_no_layout() {
    for page in ["", "\n", " \r\n\t\n"] {
        check(
            page.as_bytes(),
            &[&format!(
                "{LAYOUTS} an empty page instead (harbour, line 1)"
            )],
        );
    }
}

#[test]
fn every_line_that_is_not_utf_8_is_named() {
    check(
        b"a\nb\xff\nc\n\xc3\n\xe2\x80\xa2\n",
        &[
            "expected UTF-8, but found bytes that are not instead (harbour, line 2)",
            "expected UTF-8, but found bytes that are not instead (harbour, line 4)",
        ],
    );
}

#[test]
fn every_line_with_a_control_character_is_named() {
    check(
        b"a\x00b\n\tc\n\x1b[1m\nd\re\nf\r\n\xc2\x85\n",
        &[
            "expected text, but found a control character instead (harbour, line 1)",
            "expected text, but found a control character instead (harbour, line 3)",
            "expected text, but found a control character instead (harbour, line 4)",
            "expected text, but found a control character instead (harbour, line 6)",
        ],
    );
}

#[test]
fn a_byte_order_mark_is_named() {
    check(
        "\u{feff}Harbour\n".as_bytes(),
        &["expected text, but found a byte order mark instead (harbour, line 1)"],
    );
}

/// Two captures of one layout may be of one page, two layouts are two pages.
#[test]
fn the_layout_of_a_page_has_a_name() {
    let harbour = include_bytes!("citi_portal/harbour.txt");
    let berths = include_bytes!("confluence_comparison/berths.txt");
    let name = |bytes: &[u8]| pages::layout("page", bytes);
    assert_eq!(name(harbour), name(&harbour[..harbour.len() / 2]));
    assert_ne!(name(harbour), name(berths));
    let unknown = name(b"Something else\n").expect_err("no layout opens so");
    assert_eq!(Err(unknown), pages::read("page", b"Something else\n"));
}
