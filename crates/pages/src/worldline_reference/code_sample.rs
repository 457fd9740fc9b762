//! The sample of a call in Objective-C: how it is made says nothing, what it sends are examples.
//!
//! Texts are examples where the line names what they are: `NSString *boatId = @"7"` of a name in
//! the path, the pairs of a dictionary `@"key": @"mast"`, and an argument `harbour:@"North"`. In
//! angle brackets is not an example but where to get one.

use claims::{Aspect, Claim};

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
        let texts: Vec<_> = texts(line.text).collect();
        for (index, (before, text)) in texts.iter().enumerate() {
            let key = index.checked_sub(1).map(|index| texts[index].1);
            if text.starts_with('<') && text.ends_with('>') {
                continue;
            }
            let (place, name) = match named(before, key) {
                Some((false, name)) => ("body", format!("sample.{name}")),
                Some((true, name)) if self.layout.names.contains(name) => ("path", name.to_owned()),
                _ => continue,
            };
            let operation = &self.reached.operation;
            let claim = Claim::new(operation, place, &name, Aspect::Example, text);
            self.ledger.state(line.number, claim);
        }
    }
}

/// What a text is called, by what stands between it and the text before it, which may be its key;
/// and whether that is a variable, instead of a key or an argument.
fn named<'l>(before: &'l str, key: Option<&'l str>) -> Option<(bool, &'l str)> {
    let before = before.trim_end();
    if let Some(before) = before.strip_suffix('=') {
        return Some((true, last_word(before)?));
    }
    let before = before.strip_suffix(':')?.trim_end();
    let key = key.filter(|_| before.is_empty());
    Some((false, key.or_else(|| last_word(before))?))
}

fn last_word(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let start = text.trim_end_matches(letter).len();
    Some(&text[start..]).filter(|word| !word.is_empty())
}

/// The texts `@"…"` of a line, each with what stands before it and behind the one before.
fn texts(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let (before, opened) = rest.split_once("@\"")?;
        let mut escaped = false;
        let end = opened.find(|character| {
            let ends = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        })?;
        let (text, behind) = opened.split_at(end);
        rest = &behind[1..];
        Some((before, text))
    })
}
