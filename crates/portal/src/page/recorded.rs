//! What recorded traffic shows of the claims, in numbers and bars.

use maud::{Markup, html};

use crate::picture::{self, Part};
use crate::recorded::{OfOperation, Recorded};
use crate::site::Site;
use crate::words::thousands;

/// The fragment of the section.
pub(super) const ID: &str = "traffic";

/// The heading of the section.
pub(super) const TITLE: &str = "Recorded traffic";

/// The section of the page of coverage; nothing without recordings.
pub(super) fn section(site: &Site) -> Markup {
    html! {
        @if let Some(recorded) = site.input.recorded {
            section id=(ID) {
                h2 { (TITLE) }
                (table(recorded))
                p class="hint" {
                    "Claims that an exchange can show. A bar is full where recordings show what is "
                    "claimed, lower where they show something else at least once, and hollow where "
                    "nothing that was recorded shows it."
                }
            }
        }
    }
}

fn table(recorded: &Recorded) -> Markup {
    html! {
        table class="numbers" {
            thead {
                tr {
                    th scope="col" { "Operation" }
                    @for (column, _) in columns(None) { th scope="col" { (column) } }
                }
            }
            tbody {
                @for it in &recorded.operations {
                    tr {
                        th scope="row" { (it.operation) " " small { (it.api) } (bar(it)) }
                        @for (column, number) in columns(Some(it)) {
                            td data-column=(column) { (thousands(number)) }
                        }
                    }
                }
            }
        }
    }
}

/// The columns with their numbers; zeros without an operation.
fn columns(of: Option<&OfOperation>) -> [(&'static str, usize); 4] {
    let exchanges = |it: &OfOperation| usize::try_from(it.exchanges).unwrap_or(usize::MAX);
    [
        ("Exchanges", of.map_or(0, exchanges)),
        ("Seen", of.map_or(0, |it| it.seen)),
        ("Contradicted", of.map_or(0, |it| it.otherwise)),
        ("Never seen", of.map_or(0, |it| it.never)),
    ]
}

fn bar(it: &OfOperation) -> Markup {
    let parts = [
        ("documented", it.seen),
        ("read", it.otherwise),
        ("omitted", it.never),
    ];
    picture::bar(&parts.map(|(class, count)| Part { class, count }))
}
