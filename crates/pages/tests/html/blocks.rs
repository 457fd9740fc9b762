//! Headings, paragraphs, definitions, and what is in their lines.

use pages::Kind;
use pages::html::capture;

use super::check;

#[test]
fn a_block_is_a_line() {
    check("<h1>Boats</h1><h3>Berths</h3>", "# Boats\n### Berths\n");
    check(
        "<p>One</p>two<div>three <b>fo</b>ur</div>",
        "One\ntwo\nthree four\n",
    );
    check("<p>One<p>two<section>three", "One\ntwo\nthree\n");
    check(
        "One<br>two<br/>three</br>four<hr>five",
        "One\ntwo\nthree\nfour\nfive\n",
    );
    check("<h2>GET<br>/boats</h2>", "## GET /boats\n");
    check(
        "<h2><p>Boats</p></h2><h2>Berths<h3>Length</h2>m",
        "## Boats\n## Berths\n### Length\nm\n",
    );
    check(
        "<details><summary>More</summary>inside</details>",
        "More\ninside\n",
    );
    check("<x-row>One <x-cell>two</x-cell></x-row>", "One two\n");
}

#[test]
fn a_link_from_a_heading_to_itself_is_no_text() {
    check("<h3>Body<a class=anchor>#</a></h3>", "### Body\n");
    check("<h2><a href=#b> ¶ </a> Boats</h2>", "## Boats\n");
    check("<h2>C <a>§</a><a>🔗</a></h2>", "## C\n");
    check("<h2><a>C#</a> #</h2>", "## C# #\n");
    check("<p>a <a>#</a>", "a #\n");
    check("<dl><dt>a<a>¶</a><dd>b <a>¶</a></dl>", "a\n: b ¶\n");
}

#[test]
fn a_definition_list_is_terms_and_definitions() {
    check(
        "<dl><dt>length<dd>In <i>m</i>.<p>From 1.</p><dt>draft<dd><ul><li>deep</ul>or not</dl>",
        "length\n: In m.\n: From 1.\ndraft\n    • deep\n: or not\n",
    );
}

#[test]
fn a_definition_list_in_another_is_indented() {
    check(
        "<dl><dt>boat<dd>A boat.<dl><dt>rig<dd>Its rig.</dl><dt>berth</dl>",
        "boat\n: A boat.\n  rig\n  : Its rig.\nberth\n",
    );
}

#[test]
fn white_space_is_one_space() {
    check(" <p> a \n\t b&nbsp;\u{202f}c </p> ", "a b c\n");
    check("<p><b>a</b> <i> b</i>c</p>", "a bc\n");
}

#[test]
fn what_has_no_width_goes() {
    check(
        "so\u{ad}ft z\u{200b}e\u{feff}r&zwj;o \u{202e}left &#8206;&shy;right\u{2066}",
        "soft zero left right\n",
    );
    check("bell&#7; \u{1}next&#x85;", "bell next…\n");
}

#[test]
fn entities_are_characters() {
    check(
        "&lt;a&gt; &amp;amp; &eacute;&#233;&#x2022; &unknown; &",
        "<a> &amp; éé• &unknown; &\n",
    );
}

#[test]
fn an_image_is_its_text() {
    check(
        "id<img alt='required' src=x>string<img src=y>",
        "id required string\n",
    );
}

/// What a layout is told by.
#[test]
fn blocks_are_of_a_kind() {
    let page = capture(
        b"<h2>H</h2><p>P</p><ul><li>I<ul><li>J</ul></ul><dl><dt>T<dd>D</dl><pre>C</pre>\
          <table><tr><th>A<tr><td>B</table>",
    );
    let kinds: Vec<_> = page
        .blocks
        .iter()
        .map(|block| (block.line, block.kind, &*block.text))
        .collect();
    let expected = [
        (1, Kind::Heading(2), "H"),
        (2, Kind::Paragraph, "P"),
        (3, Kind::Item(0), "I"),
        (4, Kind::Item(1), "J"),
        (5, Kind::Term(0), "T"),
        (6, Kind::Definition, "D"),
        (7, Kind::Code, "C"),
        (8, Kind::HeadingRow, "A"),
        (9, Kind::Row, "B"),
    ];
    assert_eq!(kinds, expected);
}
