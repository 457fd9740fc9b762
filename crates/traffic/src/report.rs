//! What came of a trial, for people and for programs.

mod json;
mod junit;
mod markdown;
mod sarif;
mod text;

pub use json::Json;
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use text::text;

use crate::Finding;
use crate::finding::Spot;
use crate::trial::counted;

/// Where a finding is documented, in words: `citi-hong-kong, lines 93 and 94`.
fn page(finding: &Finding) -> Option<String> {
    let page = finding.cited.page.as_ref()?;
    let lines: Vec<String> = finding.cited.lines.iter().map(u32::to_string).collect();
    let page = match lines.as_slice() {
        [] => page.to_string(),
        [line] => format!("{page}, line {line}"),
        lines => format!("{page}, lines {}", lines.join(", ")),
    };
    // What a reading makes of a line is not what the page says.
    Some(
        match (finding.cited.basis, finding.cited.readings.as_slice()) {
            (Some(basis), [_, ..]) => {
                let by = finding.cited.readings.join(", ");
                format!("{page}, by the reading {by} ({basis})")
            }
            _ => page,
        },
    )
}

/// What a finding is about, in words: `GET /v1/offers · 200 · offerType`.
fn subject(finding: &Finding) -> String {
    let parts = [&*finding.operation, &finding.place, &finding.name];
    let parts = parts
        .into_iter()
        .filter(|it| !it.is_empty() && *it != "operation");
    parts.collect::<Vec<_>>().join(" · ")
}

/// How often a finding was seen, in words.
fn often(finding: &Finding) -> String {
    let exchanges = counted(finding.exchanges, "exchange");
    let times = if finding.times == finding.exchanges {
        String::new()
    } else {
        format!("{} in ", counted(finding.times, "time"))
    };
    let at = match finding.exchanges {
        1 => "",
        _ => "first ",
    };
    format!("{times}{exchanges}, {at}{}", spot(&finding.first))
}

/// A place in a recording, in words.
fn spot(spot: &Spot) -> String {
    let at = match spot.pointer.as_str() {
        "" => String::new(),
        pointer => format!(" at {pointer}"),
    };
    format!("in exchange {} of {}{at}", spot.exchange, spot.recording)
}
