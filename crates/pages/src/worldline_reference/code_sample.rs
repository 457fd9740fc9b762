//! The sample of a call in Objective-C: how it is made says nothing, what it sends are examples.
//!
//! Texts are examples where the line names what they are: `NSString *boatId = @"7"` of a name in
//! the path, the pairs of a dictionary `@"key": @"mast"`, and an argument `harbour:@"North"`. In
//! angle brackets is not an example but where to get one.

use std::sync::LazyLock;

use claims::{Aspect, Claim};
use regex::Regex;

use super::{RESPONSES, Reference};
use crate::Rule;
use crate::source::Line;

/// The column of the sample.
const WITHIN: usize = 4;

impl Reference<'_> {
    pub(super) fn code_sample(&mut self) {
        let Some((line, text)) = self.lines.next_as(Line::bullet) else {
            return self.unexpected_until("a code sample", |_, line| line.text == RESPONSES);
        };
        if text.starts_with('{') {
            self.reach("body", "");
            self.json_example(line);
            return;
        }
        self.code(line);
        while let Some(line) = self.lines.next_if(|line| line.indent >= WITHIN) {
            self.code(line);
        }
    }

    fn code(&mut self, line: Line) {
        self.ledger.rule(line.number, Rule::CodeSample);
        for sent in SENT.captures_iter(line.text) {
            let part = |name| sent.name(name).map(|part| part.as_str());
            let Some(text) = part("text").filter(|it| !(it.starts_with('<') && it.ends_with('>')))
            else {
                continue;
            };
            let (place, name) = match (part("key").or(part("argument")), part("variable")) {
                (Some(name), _) => ("body", format!("sample.{name}")),
                (_, Some(name)) if self.layout.names.contains(name) => ("path", name.to_owned()),
                _ => continue,
            };
            let claim = Claim::new(&self.reached.operation, place, &name, Aspect::Example, text);
            self.ledger.state(line.number, claim);
        }
    }
}

/// A text `@"…"` behind what it is called, or without that.
static SENT: LazyLock<Regex> = LazyLock::new(|| {
    let text = |name: &str| format!(r#"@"(?<{name}>(?:[^"\\]|\\.)*)""#);
    let word = |name: &str| format!("(?<{name}>[A-Za-z0-9_]+)");
    let [key, argument, variable] = [text("key"), word("argument"), word("variable")];
    let (text, other) = (text("text"), text("other"));
    let named = format!(r"(?:(?:{key}|{argument})\s*:|{variable}\s*=)\s*{text}|{other}");
    Regex::new(&named).expect("texts and words")
});
