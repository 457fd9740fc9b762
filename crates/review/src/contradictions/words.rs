//! What a side says, for people.

use super::Contradiction;

/// How a side begins that is a wording of a page, followed by its digest.
const WORDING: &str = "wording `";

impl Contradiction {
    /// What each side says. The words of a page are not ours to repeat and their digests tell a
    /// person nothing: such sides are told apart as one wording and another.
    #[must_use]
    pub fn says(&self) -> Vec<&str> {
        let sides = self.sides.iter().enumerate();
        sides
            .map(|(index, side)| {
                if side.says.starts_with(WORDING) {
                    ordinal(index)
                } else {
                    &side.says
                }
            })
            .collect()
    }
}

const fn ordinal(index: usize) -> &'static str {
    match index {
        0 => "one wording",
        1 => "another",
        2 => "a third",
        3 => "a fourth",
        _ => "yet another",
    }
}
