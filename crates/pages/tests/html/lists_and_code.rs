//! Lists keep their depth, and code its white space.

use super::check;

#[test]
fn lists_keep_their_depth() {
    check(
        "<ul><li>a<ul><li>b</ul>c<li>d</ul>e",
        "  • a\n    • b\n    c\n  • d\ne\n",
    );
    check(
        "<ul><li>a<ul><ul><li>b<ul><li>c</ul></ul></ul></ul>",
        "  • a\n      • b\n        • c\n",
    );
    check(
        "<ol><li>a<li>b<p>c</ol><menu><li>d</menu>",
        "  • a\n  • b\n    c\n  • d\n",
    );
    check(
        "<ul><li><p>a</p><p>b<br>c</p></ul>",
        "  • a\n    b\n    c\n",
    );
    check("<ul><li>a<ul></li><li>b</ul></ul>", "  • a\n    • b\n");
    check("<ul><li><li>a</ul>", "  • a\n");
    check("<li>a<li>b", "  • a\n  • b\n");
    check("<ul><li><h2>Boats</h2>a</ul>", "## Boats\n    a\n");
}

/// A text cannot ask for more than a few times its size in spaces.
#[test]
fn the_deepest_lists_are_alike() {
    let page = super::text(&"<ul><li>a".repeat(40));
    let deepest = format!("{}• a", " ".repeat(64));
    assert_eq!(page.lines().filter(|line| *line == deepest).count(), 9);
}

#[test]
fn code_keeps_its_white_space() {
    check(
        "<pre>\n\n{\n  \"a\":\t1,\n\n\n  <span>\"b\"</span>: 2\u{a0}\n}\n\n</pre>after",
        "{\n  \"a\":\t1,\n\n  \"b\": 2\n}\nafter\n",
    );
    check("<pre><div>a</div><div> b</div></pre>", "a\n b\n");
    check("<pre>a<br>b</pre>", "a\nb\n");
    check("<pre><button>Copy</button><code>a</code></pre>", "a\n");
    check("<ul><li><pre>a\n  b</pre></ul>", "  • a\n      b\n");
    check("<textarea>a</textarea><xmp><b></xmp>", "<b>\n");
}

#[test]
fn a_blank_line_separates_code() {
    check(
        "<pre>a</pre><pre>b\nc</pre><p>d</p><pre>e</pre>",
        "a\n\nb\nc\nd\ne\n",
    );
}
