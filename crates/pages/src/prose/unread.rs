//! Sentences that look like a rule and give no fact.
//!
//! A few words give a rule away, such as *must* or *at most*. The list is generous: a sentence that
//! is no rule costs one recorded decision, and a rule that is passed over costs a wrong contract.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use claims::Aspect;

/// One kind of rule.
struct Kind {
    /// Its name, the value of the claim.
    name: &'static str,
    /// The phrases that give it away, in small letters: `a|b` is one of two words, `#` a word that
    /// begins with a digit, `^` and `$` the ends of a sentence.
    phrases: &'static [&'static str],
    /// The facts that carry such a rule.
    carried_by: &'static [Aspect],
}

/// Every kind, by name.
const KINDS: [Kind; 10] = [
    Kind {
        name: "access",
        phrases: &[
            "read|write only",
            "readonly|writeonly|immutable",
            "cannot|not be changed|updated|modified|edited",
            "system generated",
        ],
        carried_by: &[],
    },
    Kind {
        name: "choice",
        phrases: &[
            "either|neither",
            "exactly|only|least|most|any one",
            "one of",
            "mutually exclusive",
            "not both",
            "together|along with",
        ],
        carried_by: &[Aspect::Enum, Aspect::ReferenceData],
    },
    Kind {
        name: "condition",
        phrases: &[
            "mandatory|compulsory|optional|optionally|conditional|conditionally",
            "must|shall|unless",
            "should be",
            "^ required",
            "required $",
            "is|are|be required",
            "required if|when|for|in|only|with",
            "has|have|need|needs to be",
            "not|never be blank|empty|null|passed|sent",
            "only if|when|for|in",
            "not applicable|allowed|permitted",
            "provided that",
        ],
        carried_by: &[Aspect::RequiredUnless],
    },
    Kind {
        name: "default",
        phrases: &[
            "default|defaults",
            "if|when omitted|absent",
            "if|when not given|passed|present|provided|sent|specified|supplied",
        ],
        carried_by: &[Aspect::Default],
    },
    Kind {
        name: "deprecation",
        phrases: &[
            "deprecated|deprecation|obsolete|retired|discontinued|decommissioned",
            "sunset|superseded|withdrawn",
            "replaced by",
            "end of life",
            "phased out",
            "no longer",
            "will|shall|to be removed|dropped",
            "do not use",
            "not be used",
            "not used|supported",
        ],
        carried_by: &[],
    },
    Kind {
        name: "format",
        phrases: &[
            "format|formats|formatted|pattern|regex|syntax",
            "iso|rfc|e|bcp #",
            "yyyy|yy mm|mmm",
            "dd|mm|mmm mm|mmm|dd|yyyy|yy",
            "yyyymmdd|yymmdd|ddmmyyyy|ddmmyy|mmddyyyy|mmddyy|mmyy|yymm",
            "hh mm",
            "utc|base64|hexadecimal",
        ],
        carried_by: &[Aspect::Format, Aspect::Scheme],
    },
    Kind {
        name: "length",
        phrases: &["length|char|chars|character|characters|digit|digits|decimals|letters|bytes"],
        carried_by: &[
            Aspect::MaxLength,
            Aspect::MinLength,
            Aspect::Precision,
            Aspect::Format,
        ],
    },
    Kind {
        name: "range",
        phrases: &[
            "at most|least",
            "up to",
            "no|not|more|less|greater|fewer|smaller|later|earlier than",
            "maximum|minimum|max|min of|is|value #",
            "maximum|minimum|max|min #",
            "between #",
            "range of",
            "exceed|exceeds|exceeded|rounded|positive|negative",
            "multiple|multiples of",
        ],
        carried_by: &[Aspect::Range, Aspect::MinItems],
    },
    Kind {
        name: "uniqueness",
        phrases: &["unique|uniquely|uniqueness|duplicate|duplicates|distinct"],
        carried_by: &[],
    },
    Kind {
        name: "values",
        phrases: &[
            "valid|allowed|possible|available|permitted value|values|code|codes|option|options",
            "permissible|accepted|acceptable|supported|enumerated value|values|code|codes|option|options",
            "value|values are|is|can|may|could|must|include",
            "set to",
        ],
        carried_by: &[Aspect::Enum, Aspect::Default, Aspect::ReferenceData],
    },
];

/// The words of a phrase after its first one, and its kind.
type Rest = (Vec<&'static str>, usize);

/// Every phrase, by each word that it may begin with.
static PHRASES: LazyLock<BTreeMap<&str, Vec<Rest>>> = LazyLock::new(|| {
    let mut phrases = BTreeMap::<&str, Vec<Rest>>::new();
    for (kind, Kind { phrases: all, .. }) in KINDS.iter().enumerate() {
        for phrase in *all {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            let rest: Vec<_> = words.collect();
            for first in first.split('|') {
                phrases.entry(first).or_default().push((rest.clone(), kind));
            }
        }
    }
    phrases
});

/// The kinds of rules that sentences of a wording seem to state, where no fact of the same sentence
/// carries such a rule.
#[must_use]
pub fn unread(wording: &str) -> BTreeSet<&'static str> {
    let sentences = wording.split(". ");
    sentences.flat_map(unread_in).collect()
}

fn unread_in(sentence: &str) -> impl Iterator<Item = &'static str> {
    let kinds: BTreeSet<usize> = suspected(sentence);
    let facts = if kinds.is_empty() {
        Vec::new()
    } else {
        super::facts(sentence)
    };
    let carried = move |kind: &Kind| {
        let mut facts = facts.iter();
        facts.any(|(aspect, _)| kind.carried_by.contains(aspect))
    };
    let kinds = kinds.into_iter().map(|kind| &KINDS[kind]);
    let unread = kinds.filter(move |kind| !carried(kind));
    unread.map(|kind| kind.name)
}

/// The kinds that have a phrase in a sentence.
fn suspected(sentence: &str) -> BTreeSet<usize> {
    let lowered = sentence.to_lowercase();
    let words = lowered.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let words: Vec<&str> = ["^"].into_iter().chain(words).chain(["$"]).collect();
    let mut kinds = BTreeSet::new();
    for (index, word) in words.iter().enumerate() {
        for (rest, kind) in PHRASES.get(word).into_iter().flatten() {
            let follows = words.get(index + 1..index + 1 + rest.len());
            let is_one = |(word, due): (&&str, &&str)| is_one_of(word, due);
            if follows.is_some_and(|words| words.iter().zip(rest).all(is_one)) {
                kinds.insert(*kind);
            }
        }
    }
    kinds
}

/// Whether a word is one of those that a phrase has in its place.
fn is_one_of(word: &str, due: &str) -> bool {
    let is_number = || word.starts_with(|letter: char| letter.is_ascii_digit());
    due.split('|').any(|due| due == word) || (due == "#" && is_number())
}
