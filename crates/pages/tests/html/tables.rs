//! Tables: every cell stands in its column.

use pages::Kind;
use pages::html::capture;

use super::check;

#[test]
fn a_row_has_all_its_cells() {
    check(
        "<table><tr><th>Name<th>Type<th></tr><tr><td>length<td><td>In <b>m</b>.</tr></table>",
        "| Name | Type |  |\n| length |  | In m. |\n",
    );
    check(
        "<table><tr><td></td><td> </td></tr><tr></tr></table>x",
        "x\n",
    );
    check(
        "<table><caption>Boats</caption><td>a<td>b|c<tr><td>d</table>",
        "Boats\n| a | b\\|c |\n| d |\n",
    );
    check("<tr><td>a</td></tr>b", "ab\n");
}

#[test]
fn a_row_of_headings_is_told_from_a_row() {
    let rows = |table: &str| -> Vec<Kind> {
        capture(table.as_bytes())
            .blocks
            .into_iter()
            .map(|block| block.kind)
            .collect()
    };
    let both = [Kind::HeadingRow, Kind::Row];
    assert_eq!(rows("<table><tr><th>a<th>b<tr><th>c<td>d"), both);
    assert_eq!(
        rows("<table><thead><tr><td>a<td>b<tbody><tr><td>c<td>d"),
        both
    );
}

#[test]
fn what_spans_columns_or_rows_is_repeated() {
    check(
        "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>g</table>",
        "| a | b | b | c |\n| a | d | e | f |\n| g |\n",
    );
    check(
        "<table><tr><td>a<td rowspan=3>b<tr><td>c<tr></table>",
        "| a | b |\n| c | b |\n",
    );
    check(
        "<table><tr><td colspan=-1 rowspan=0>a<td colspan=x>b</table>",
        "| a | b |\n",
    );
    let wide = super::text("<table><tr><td colspan=9999>a</table>");
    assert_eq!(wide.matches('a').count(), 100);
}

/// Ten thousand times a long text is more than a page can ask for.
#[test]
fn what_is_repeated_has_a_limit() {
    let text = "harbour ".repeat(1_000);
    let page = format!(
        "<table>{}</table>",
        format!("<tr><td rowspan=100 colspan=100>{text}").repeat(20)
    );
    assert!(super::text(&page).len() < 4 * page.len() + 200_000);
}

#[test]
fn cells_are_one_line() {
    check(
        "<table><tr><td><p>a</p><p>b<br>c</p><td><ul><li>d<li>e</ul><td><pre>f\n  g</pre></table>",
        "| a b c | • d • e | f g |\n",
    );
    check(
        "<table><tr><th><h3>a</h3><th><h3>b</h3></table>",
        "| a | b |\n",
    );
}

#[test]
fn a_table_in_a_cell_follows_the_row() {
    check(
        "<table><tr><td>a<td>b<table><tr><td>c<td>d</table>e<td>f</tr><tr><td>g</table>h",
        "| a | b e | f |\n| c | d |\n| g |\nh\n",
    );
    let deep = super::text(&"<table><tr><td>a".repeat(12));
    assert_eq!(deep.matches('a').count(), 12);
}

#[test]
fn a_table_that_arranges_the_page_is_no_table() {
    check("<table role=presentation><tr><td>a<td>b</table>", "a\nb\n");
    check(
        "<table><tr><td>a<ul><li>b</ul><table><tr><td>c<td>d</table>e<tr><td>f</table>",
        "a\n  • b\n| c | d |\ne\n| f |\n",
    );
    check(
        "<table><tr><td rowspan=2>a<td>b<tr><td>c<br>d</table>",
        "| a | b |\n| a | c d |\n",
    );
    check(
        "<table><tr><td>Menu<td><h2>Boats</h2><p>a</p><table><tr><td>b<td>c</table><td>d</table>",
        "Menu\n## Boats\na\n| b | c |\nd\n",
    );
}

#[test]
fn nothing_in_a_table_is_lost() {
    check(
        "<table>a<tr>b<td>c</td>d</tr></table>e",
        "a\nb\nd\n| c |\ne\n",
    );
    check("<div><table><tr><td>a</div>b<td>c</table>", "| ab | c |\n");
    check(
        "<table><table><tr><td>a<td>b</table><tr><td>c</table>",
        "| a | b |\nc\n",
    );
    check("<table><tr><td>a<table><table><tr><td>b", "a\n| b |\n");
}
