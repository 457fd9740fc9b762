//! Words of a closed set, and what somebody meant who gave another one.

/// From which likeness on a word is worth a tip (1 is the same word), as for clap's own arguments.
const WORTH: f64 = 0.7;

/// Longer than any word of a set, with a mistake in it.
const LONGEST: usize = 100;

/// Says that a word is none of those that are known, and which of them it may be.
#[must_use]
pub fn unknown(given: &str, known: &[impl AsRef<str>]) -> String {
    let all: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    let all = all.join(", ");
    let tip = tip(given, known);
    format!("expected one of {all}, but found `{given}` instead{tip}")
}

/// `; did you mean …?`, if a known word is near the given one; nothing otherwise.
#[must_use]
pub fn tip(given: &str, known: &[impl AsRef<str>]) -> String {
    let tip = |word| format!("; did you mean `{word}`?");
    nearest(given, known).map_or_else(String::new, tip)
}

/// The known word that is nearest to a given one, if any is near.
#[must_use]
pub fn nearest<'k>(given: &str, known: &'k [impl AsRef<str>]) -> Option<&'k str> {
    if given.len() > LONGEST {
        return None;
    }
    let plain = given.to_lowercase();
    let alike = |word: &str| strsim::jaro(&plain, &word.to_lowercase());
    let known = known.iter().map(AsRef::as_ref);
    let near = known.map(|word| (alike(word), word));
    let near = near.filter(|(alike, _)| *alike > WORTH);
    let nearest = near.max_by(|(one, _), (other, _)| one.total_cmp(other));
    nearest.map(|(_, word)| word)
}
