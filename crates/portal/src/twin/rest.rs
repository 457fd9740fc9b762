//! What no element has: what is left out of the document, further statements, the readings.

use review::explain::Ground;

use super::Twin;
use crate::ledger::Told;

impl Twin<'_> {
    /// Whatever is not told yet, and the readings that were named.
    pub(super) fn rest(&mut self) {
        let ledger = std::mem::take(&mut self.ledger);
        let mut omitted = Vec::new();
        let mut further = Vec::new();
        for (about, stated) in ledger.rest() {
            let (left_out, said): (Vec<Told>, Vec<Told>) = stated.into_iter().partition(left_out);
            omitted.push((about, left_out));
            further.push((about, said));
        }
        self.section("## Left out of the document", &omitted);
        self.section("## Further statements", &further);
        self.readings();
    }

    fn section(&mut self, heading: &str, elements: &[(&str, Vec<Told>)]) {
        let items = elements.iter().filter(|(_, stated)| !stated.is_empty());
        let items: Vec<String> = items
            .map(|(about, stated)| format!("- {about}{}", self.cited.braces_with_values(stated)))
            .collect();
        if items.is_empty() {
            return;
        }
        self.paragraph(heading);
        self.text.push('\n');
        for item in items {
            self.item(&item);
        }
    }

    fn readings(&mut self) {
        let all = self.site.readings().all();
        let named = self.cited.named().iter().zip(1..);
        let items: Vec<String> = named
            .map(|(index, number)| {
                let reading = &all[*index];
                format!("- R{number} {}: {}", reading.id(), reading.rests_on())
            })
            .collect();
        if items.is_empty() {
            return;
        }
        self.paragraph("## Readings");
        self.paragraph("Each with its basis; [readings.md](../readings.md) gives the reasons.");
        self.text.push('\n');
        for item in items {
            self.item(&item);
        }
    }
}

/// Whether a reading leaves a statement out of the document.
fn left_out(told: &Told) -> bool {
    let mut grounds = told.origins.keys().map(|(ground, _)| *ground);
    grounds.any(|ground| ground == Ground::Omitted)
}
