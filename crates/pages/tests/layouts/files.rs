//! Layout files, and pages that are cut, mangled or hostile.

use super::*;

#[test]
fn errors_of_a_layout_file_have_their_lines() {
    for (toml, expected) in [
        (
            "[opens]\nquerry = ['query']",
            "line 2: expected a key that is one of skip ignore example",
        ),
        (
            "[opens]\nquery = [\n'a',\n'(']",
            "line 4: expected a regular expression, but",
        ),
        (
            "[opens]\nproperty = ['{nam}']",
            "line 2: expected a placeholder of these",
        ),
        (
            "[opens]\nproperty = ['{name} {name}']",
            "line 2: expected a placeholder of these, each once",
        ),
        ("[types]\nboat = 'boat'", "line 2: expected one of `string`"),
        (
            "facts = ['{name}']",
            "line 1: expected placeholders of these: default",
        ),
        (
            "unmarked = 'maybe'",
            "line 1: expected `optional` or `required`",
        ),
        ("\n[colums]\n", "line 2: unknown field `colums`"),
        ("[opens", "line 1: "),
        (
            "[opens]\nquery = 'a'",
            "line 2: expected a list, `['…']`, but found string",
        ),
    ] {
        let errors = Layout::parse(toml).expect_err(toml);
        assert!(errors[0].starts_with(expected), "{errors:?}");
    }
    let toml = "unmarkt = 'a'\nunmarked = 3\nfacts = ['{name}', 4, '(']\n[words]\nyes = 'x'\n\
        [opens]\nquery = ['cod: {path}', 'b']\nquerry = ['c']\n[colums]\nname = ['d']";
    let errors = Layout::parse(toml).expect_err("many mistakes");
    let starts = [
        "line 1: unknown field `unmarkt`",
        "line 2: expected a text, but found integer",
        "line 3: expected placeholders of these",
        "line 3: expected a text, but found integer",
        "line 3: expected placeholders of these",
        "line 5: expected a list, `['…']`, but found string",
        "line 7: expected one of the kinds heading paragraph item row code",
        "line 8: expected a key that is one of skip ignore",
        "line 9: unknown field `colums`",
    ];
    assert_eq!(errors.len(), starts.len(), "{errors:#?}");
    for (error, start) in errors.iter().zip(starts) {
        assert!(error.starts_with(start), "{error}");
    }
    let layout = Layout::parse("[opens]\noperation = ['url[:] {path}', 'base url: {url}']");
    assert!(layout.is_ok(), "{layout:?}");
    let two = Layout::parse("[opens]\na = ['x']\n[words]\nb = ['x']").expect_err("two");
    assert_eq!(two.len(), 2, "{two:?}");
}

#[test]
fn every_shipped_layout_is_short_and_has_a_name() {
    for name in Layout::NAMES {
        let source = Layout::source(name).expect("it is shipped");
        assert!(source.lines().count() <= 60, "{name}");
        assert!(Layout::parse(source).is_ok() && Layout::named(name).is_some());
    }
    assert!(Layout::named("boats").is_none());
}

#[test]
fn every_cut_and_mangled_page_is_accounted_for() {
    for (name, text) in [
        ("slate", include_str!("slate.md")),
        ("readme", include_str!("readme.md")),
        ("redocly", include_str!("redocly.md")),
        ("gitbook", include_str!("gitbook.md")),
        ("mintlify", include_str!("mintlify.md")),
        ("confluence-tables", include_str!("confluence-tables.md")),
    ] {
        let layout = Layout::named(name).expect("it is shipped");
        let ends = text.char_indices().map(|(end, _)| end).step_by(311);
        for end in ends {
            let mut middle = text[end..].to_owned();
            middle.push_str(&text[..end]);
            for text in [&text[..end], &middle, &text[..end].replace(['>', '"'], "<")] {
                let page = read(&layout, text);
                assert_eq!(page.capture.lines.len(), text.lines().count());
                let mut claims = page.claims.iter().map(|stated| stated.claim.to_string());
                let is_private = |letter| ('\u{e000}'..='\u{f8ff}').contains(&letter);
                assert!(!claims.any(|claim| claim.contains(is_private)), "{text}");
                for (line, text) in page.capture.lines.iter().zip(text.lines()) {
                    assert_eq!(line.rule == "blank", text.trim().is_empty(), "{text}");
                }
            }
        }
    }
}

#[test]
fn hostile_markdown_takes_no_time() {
    let layouts = Layout::NAMES
        .iter()
        .map(|name| Layout::named(name).expect("it is shipped"));
    let layouts: Vec<_> = layouts.collect();
    for text in [
        "<A ".repeat(4_000),
        "{% a ".repeat(4_000),
        "[block:x]\n".repeat(4_000),
        "- ".repeat(1_000) + "x",
        "[".repeat(4_000),
        "| a ".repeat(4_000) + "\n" + &"|-".repeat(4_000),
        "<ParamField body=\"a\">\n".repeat(700),
        "## a\n".repeat(4_000),
        "```json\n".to_owned() + &"[".repeat(9_000),
        "\u{e000}7\u{e001}x\u{e002}y\n".repeat(100),
        "# GET /a\n## Body\n".to_owned() + &"- a (b (c (d\n".repeat(700),
    ] {
        for layout in &layouts {
            let page = read(layout, &text);
            assert_eq!(page.capture.lines.len(), text.lines().count());
        }
    }
}

#[test]
fn a_page_in_html_is_read_as_the_same_page_in_markdown_is() {
    let layout = Layout::parse(example("layout.toml -->")).expect("it is a layout");
    let html = "<html><body><main><h1>Boats</h1><h2>Look up a boat</h2>\
        <p><code>GET /v1/boats/:boatId</code></p><p>Shows one boat.</p><h3>Path parameters</h3>\
        <ul><li><code>boatId</code> (string, required) - The boat's number.</li></ul>\
        <h3>Query parameters</h3><table><tr><th>Parameter<th>Type<th>Required<th>Description\
        <tr><td>view<td>string<td>no<td>One of: short, full.\
        <tr><td>logs<td>integer<td>no<td>How many logs. Default: 10</table>\
        <h3>Response</h3><table><tr><th>Field<th>Type<th>Description\
        <tr><td>name<td>string<td>The boat's name.<tr><td>» short<td>string<td>What people say.\
        <tr><td>owners<td>array of Owner<td>Who sails it.</table>\
        <h3>Errors</h3><table><tr><th>Status<th>Description<tr><td>404<td>No such boat.</table>\
        <h2>Owner object</h2><table><tr><th>Field<th>Type<th>Description\
        <tr><td>name<td>string<td>The owner's name.</table></main></body></html>";
    let captured = pages::html::capture(html.as_bytes());
    let page = layout
        .read("boats", &captured.text, &captured.blocks)
        .expect("it is text");
    let claims = |page: &PageClaims| -> BTreeSet<Claim> {
        page.claims
            .iter()
            .map(|stated| stated.claim.clone())
            .collect()
    };
    assert_eq!(
        claims(&page),
        claims(&read(&layout, example("page.md -->")))
    );
    assert_eq!(lines(&page, &captured.text, "unread"), ["# Boats"]);
}

#[test]
fn line_ends_of_windows_make_no_difference() {
    for (name, text) in [
        ("slate", include_str!("slate.md")),
        ("readme", include_str!("readme.md")),
        ("mintlify", include_str!("mintlify.md")),
    ] {
        let layout = Layout::named(name).expect("it is shipped");
        let windows = read(&layout, &text.replace('\n', "\r\n"));
        assert_eq!(windows, read(&layout, text), "{name}");
    }
}
