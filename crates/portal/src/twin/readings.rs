//! The readings in Markdown, which twins refer to.

use crate::site::Site;
use crate::words;

/// Every reading with its reason and its evidence.
pub(crate) fn readings(site: &Site) -> String {
    let mut text = format!(
        "# Readings\n\n> Where a page is silent, loses something or contradicts itself, a recorded \
         decision says what was read and why. Version {}; [the same for people](readings.html).\n",
        site.version(),
    );
    for group in site.groups() {
        text.push_str(&format!("\n## {}\n\n", group.heading()));
        for reading in group.readings {
            let does = words::kind(reading.kind);
            let evidence = site.readings().evidence(reading);
            text.push_str(&format!(
                "- `{}` ({}). {does}. {} See: {evidence}",
                reading.id(),
                reading.rests_on(),
                reading.reason,
            ));
            if let Some(ask) = &reading.ask {
                text.push_str(&format!(" Open question to the vendor: {ask}"));
            }
            text.push('\n');
        }
    }
    text
}
