//! Characters as a capture has them.

/// What a capture makes of a character: nothing of what has no width, a space of any other space.
///
/// Line ends and tabs stay; they count in code.
pub(super) fn shown(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        '\u{a0}' | '\u{202f}' | '\u{2028}' | '\u{2029}' | '\u{c}' | '\r' => Some(' '),
        // Soft hyphen; zero-width space, joiners and word joiner; marks of direction; byte order mark.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        _ if character.is_control() => None,
        _ => Some(character),
    }
}

/// The words of a text, one space between them.
pub(super) fn words(text: &str) -> String {
    let shown: String = text.chars().filter_map(shown).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
