//! Pages of the portal as others than the captured ones have them.

/// A page with the older navigation, a form, and a section without description.
mod older {
    use crate::obligations::{Sample, layout_keeps_its_promises};

    const SAMPLE: Sample = Sample {
        page: include_str!("older.txt"),
        claims: include_str!("older.csv"),
        lines: "blank 24, empty example 2, heading 8, language tab 2, navigation 9, read 31",
        step: 1,
        opening: "\n\nmarket",
        ends: &[],
        says_nothing: &[],
        cuts: &[],
    };

    layout_keeps_its_promises!(SAMPLE);
}

/// A page without navigation, which has lost statuses, and the headings of descriptions.
mod bare {
    use crate::obligations::{Sample, layout_keeps_its_promises};

    const SAMPLE: Sample = Sample {
        page: include_str!("bare.txt"),
        claims: include_str!("bare.csv"),
        lines: "blank 14, empty example 1, heading 5, language tab 3, navigation 2, read 27, schema structure 4",
        step: 1,
        opening: "\nget /v1/boats List",
        ends: &[],
        says_nothing: &[],
        cuts: &[],
    };

    layout_keeps_its_promises!(SAMPLE);
}
