//! The table of what was measured.

use comfy_table::{CellAlignment, Table, presets};

use super::row::{find, megabytes, milliseconds};
use super::{Kind, Numbers, Row};

/// The table, in Markdown.
#[must_use]
pub fn markdown(rows: &[Row]) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header([
        "server",
        "operations",
        "GET/s",
        "POST/s",
        "× Prism, GET",
        "× Prism, POST",
        "p50 ms",
        "p99 ms",
        "memory MB",
        "first answer ms",
    ]);
    for row in rows {
        let prism = find(rows, Kind::Prism, row.contender.copies);
        let times = |of: fn(&Row) -> f64| {
            let prism = prism.map(of).filter(|rate| *rate > 0.0);
            prism.map_or_else(String::new, |prism| format!("{:.1}", of(row) / prism))
        };
        let operations = match row.operations {
            0 => String::new(),
            operations => operations.to_string(),
        };
        let both = |of: fn(&Numbers) -> f64| format!("{:.2} / {:.2}", of(&row.get), of(&row.post));
        let memory = row.memory.map(megabytes);
        table.add_row([
            row.contender.name().to_owned(),
            operations,
            format!("{:.0}", row.get.rate),
            format!("{:.0}", row.post.rate),
            times(|row| row.get.rate),
            times(|row| row.post.rate),
            both(|numbers| numbers.p50),
            both(|numbers| numbers.p99),
            memory.map_or_else(String::new, |it| format!("{it:.1}")),
            format!("{:.1}", milliseconds(row.first_answer)),
        ]);
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.trim_fmt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::goals::tests::rows;

    #[test]
    fn a_table_says_how_many_times() {
        let markdown = markdown(&rows());
        let sandbox = markdown.lines().nth(2).expect("a row");
        assert!(sandbox.contains(" 30.0 |"), "{markdown}");
        assert!(sandbox.contains("| 0.20 / 0.20 |"), "{markdown}");
        let many = markdown.lines().nth(4).expect("a row");
        assert!(many.contains("1026"), "{markdown}");
    }
}
