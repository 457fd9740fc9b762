//! Tables whose columns changed: the mark for a gap stands between their cells.

use crate::obligations::read;

/// What a page with these cells says, with something between them.
fn said(between: &str) -> Vec<String> {
    let cells = [
        "Parameters:",
        "Type",
        "Parameter",
        "Required",
        "Details",
        "BODY",
        "flag",
        "Yes",
        "  • ASCII string\n  • Whose",
        "QUERY",
        "tide",
        "  • boolean\n  • At high tide",
    ];
    let (cells, behind) = (
        cells.join(between),
        "Validations:\n...\nType\nParameter\nRequired",
    );
    let page = format!(
        "Versions Compared\nKey\n• This line was added.\n• This line was removed.\n\
         • Formatting was changed.\nBerths\n...\nPUT /berths\n{cells}\n{behind}\nDetails\nBODY\nfree\n  • boolean\n..."
    );
    let page = read(&page).expect("a page that is read");
    page.claims.iter().map(|it| it.claim.to_string()).collect()
}

#[test]
fn a_mark_between_cells_does_not_part_them() {
    let apart = said("\n...\n");
    assert_eq!(apart, said("\n"));
    let claims = [
        "PUT /berths · query · tide · type = boolean",
        "table 1 · body · free · type = boolean",
    ];
    assert!(
        claims
            .iter()
            .all(|claim| apart.iter().any(|said| said == claim)),
        "{apart:#?}"
    );
}
