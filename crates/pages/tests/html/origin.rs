//! What a page says of itself, and how it is recognised and decoded.

use pages::html::{Captured, capture};

fn origin(page: &str) -> [Option<String>; 3] {
    let Captured {
        title,
        address,
        day,
        ..
    } = capture(page.as_bytes());
    [title, address, day]
}

#[track_caller]
fn check(page: &str, expected: [Option<&str>; 3]) {
    assert_eq!(
        origin(page),
        expected.map(|part| part.map(str::to_owned)),
        "{page}"
    );
}

#[test]
fn a_title_is_the_first_one() {
    check(
        "<title>\n Boats &amp; <b>berths </title><title>b</title>",
        [Some("Boats & <b>berths"), None, None],
    );
    check("<svg><title>icon</title></svg>a", [None; 3]);
    check("<title> </title>", [None; 3]);
}

#[test]
fn an_address_is_what_the_page_says_first() {
    let canonical = "<link href='https://a.example/b' rel='x canonical'>";
    let graph = "<meta property='og:url' content='https://c.example/'>";
    let saved = "<!-- saved from url=(0020)https://d.example/e -->";
    let base = "<base href='https://f.example/'>";
    let all = [base, saved, graph, canonical];
    let addresses = [
        "https://f.example/",
        "https://d.example/e",
        "https://c.example/",
        "https://a.example/b",
    ];
    for (last, address) in addresses.into_iter().enumerate() {
        check(&all[..=last].concat(), [None, Some(address), None]);
    }
    for other in [
        "<base href='/docs'>",
        "<link rel=canonical href='file:///a'>",
        "<link rel=icon href='https://a.example'>",
    ] {
        check(other, [None; 3]);
    }
}

#[test]
fn a_day_is_what_the_program_says_that_saved_the_page() {
    let single = "<!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: ";
    check(
        &format!("{single}Tue Jan 02 2024 12:34:56 GMT+0100 (CET)\n-->"),
        [None, Some("https://a.example/b"), Some("2024-01-02")],
    );
    for none in ["Tue Jan 52 2024", "Tue Jan 2024", "2024-13-02", "soon"] {
        assert_eq!(origin(&format!("{single}{none}\n-->"))[2], None, "{none}");
    }
    check("<!-- 2024-01-02 --><p>saved date: 2024-01-02", [None; 3]);
}

#[test]
fn a_character_set_is_the_one_that_the_page_names() {
    let text = |bytes: &[u8]| capture(bytes).text;
    assert_eq!(text(b"<p>\xe9</p>"), "\u{fffd}\n");
    assert_eq!(text(b"<meta charset=latin1><p>\xe9</p>"), "é\n");
    let old = b"<META http-equiv=Content-Type content='text/html; charset=windows-1252'>\x80";
    assert_eq!(text(old), "€\n");
    assert_eq!(text("<meta charset='utf-16'>é".as_bytes()), "é\n");
    assert_eq!(text("<meta name=a><meta charset=none>é".as_bytes()), "é\n");
    assert_eq!(text("\u{feff}<meta charset=latin1>é".as_bytes()), "é\n");
    let wide: Vec<_> = "\u{feff}<p>é"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(text(&wide), "é\n");
}

#[test]
fn a_page_is_html_by_how_it_begins() {
    let boats = "<p>Boats\u{a0}!</p>";
    let openings = [
        "<!DOCTYPE html>",
        " \n<html>",
        "<HEAD>",
        "<body class=a>",
        "<!-- a --><!-- b --><html>",
        "<?xml version='1.0'?>\n<!doctype HTML>",
        "\u{feff}<html\n>",
    ];
    for opening in openings {
        assert_eq!(
            pages::captured(format!("{opening}{boats}").as_bytes()),
            "Boats !\n",
            "{opening}"
        );
    }
    for opening in ["", "<header>", "<!doctype svg>", "<!-- <html>", "html", "<"] {
        let text = pages::captured(format!("{opening}{boats}\r\n").as_bytes()).into_owned();
        assert_eq!(text, format!("{opening}<p>Boats !</p>\n"), "{opening}");
    }
    assert_eq!(pages::captured(b"a\xffb\r\n"), "a\u{fffd}b\n");
}
