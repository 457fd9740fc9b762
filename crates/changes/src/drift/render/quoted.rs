//! Words of the captures on one line: what changed of them, and a little around it.

/// How many characters of a line are shown at most.
const MOST: usize = 100;

/// How many words stay on each side of those that changed.
const AROUND: usize = 3;

/// The old and the new words as they are shown.
pub(super) fn quoted(old: &[String], new: &[String]) -> [Vec<String>; 2] {
    if let ([old], [new]) = (old, new)
        && (is_long(old) || is_long(new))
    {
        let (old, new): (Vec<&str>, Vec<&str>) = (
            old.split_whitespace().collect(),
            new.split_whitespace().collect(),
        );
        let same = |(one, other): &(&&str, &&str)| one == other;
        let before = old.iter().zip(&new).take_while(same).count();
        let rest = (&old[before..], &new[before..]);
        let after = rest.0.iter().rev().zip(rest.1.iter().rev());
        let after = after.take_while(same).count();
        return [old, new].map(|words| vec![part(&words, before, after)]);
    }
    [old, new].map(|lines| lines.iter().map(|line| short(line)).collect())
}

/// Words without most of those that are the same at the beginning and at the end.
fn part(words: &[&str], before: usize, after: usize) -> String {
    let start = before.saturating_sub(AROUND);
    let end = words.len() - after.saturating_sub(AROUND);
    let open = if start > 0 { "… " } else { "" };
    let close = if end < words.len() { " …" } else { "" };
    short(&format!("{open}{}{close}", words[start..end].join(" ")))
}

fn is_long(text: &str) -> bool {
    text.chars().count() > MOST
}

/// A text, cut if it is long.
fn short(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}
