//! Tables that open in any spreadsheet.

use claims::csv::escaped;
use csv::{Terminator, WriterBuilder};

/// What opens the file, so that Excel takes it for UTF-8, as other spreadsheets do anyway.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table as CSV. A cell that a spreadsheet would compute begins with an apostrophe, as in a claims
/// file.
pub(crate) fn spreadsheet<const N: usize, T: AsRef<str>>(
    columns: [&str; N],
    rows: impl IntoIterator<Item = [T; N]>,
) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::from(BYTE_ORDER_MARK));
    writer.write_record(columns).expect("memory does not fail");
    for row in rows {
        let cells = row.each_ref().map(|cell| escaped(cell.as_ref()));
        let cells = cells.iter().map(|cell| cell.as_bytes());
        writer.write_record(cells).expect("memory does not fail");
    }
    let bytes = writer.into_inner().expect("memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}
