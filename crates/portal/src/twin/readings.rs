//! The readings in Markdown, which twins refer to.

use review::Reading;

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
        let items = group.readings.iter().map(|reading| item(site, reading));
        let items = items.collect::<Vec<_>>().join("\n");
        text += &["\n## ", &group.heading(), "\n\n", &items, "\n"].concat();
    }
    text
}

fn item(site: &Site, reading: &Reading) -> String {
    let ask = reading.ask.as_ref();
    let ask = ask.map(|ask| format!(" Open question to the vendor: {ask}"));
    format!(
        "- `{}` ({}). {}. {} See: {}{}",
        reading.id(),
        reading.rests_on(),
        words::kind(reading.kind),
        reading.reason,
        site.readings().evidence(reading),
        ask.unwrap_or_default(),
    )
}
