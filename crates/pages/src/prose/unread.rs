//! Sentences that look like a rule and give no fact.
//!
//! A few words give a rule away, such as *must* or *at most*. The list is generous: a sentence that
//! is no rule costs one recorded decision, and a rule that is passed over costs a wrong contract.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use claims::Aspect;
use regex::RegexSet;

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

/// One pattern for each kind, of the words of a sentence with a space on either side of each.
static PATTERNS: LazyLock<RegexSet> = LazyLock::new(|| {
    let word = |due: &str| match due {
        "#" => "[0-9][^ ]* ".to_owned(),
        "^" | "$" => format!("\\{due} "),
        _ => format!("(?:{due}) "),
    };
    let phrase = |phrase: &&str| phrase.split(' ').map(word).collect::<String>();
    let patterns = KINDS.iter().map(|kind| {
        let phrases: Vec<_> = kind.phrases.iter().map(phrase).collect();
        format!(" (?:{})", phrases.join("|"))
    });
    RegexSet::new(patterns).expect("words and alternatives")
});

/// The kinds of rules that sentences of a wording seem to state, where no fact of the same sentence
/// carries such a rule.
#[must_use]
pub fn unread(wording: &str) -> BTreeSet<&'static str> {
    let sentences = wording.split(". ");
    sentences.flat_map(unread_in).collect()
}

fn unread_in(sentence: &str) -> Vec<&'static str> {
    let lowered = sentence.to_lowercase();
    let words: Vec<_> = lowered
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let suspected = PATTERNS.matches(&format!(" ^ {} $ ", words.join(" ")));
    if !suspected.matched_any() {
        return Vec::new();
    }
    let facts = super::facts(sentence);
    let carries = |kind: &Kind| facts.iter().any(|fact| kind.carried_by.contains(&fact.0));
    let kinds = suspected.iter().map(|kind| &KINDS[kind]);
    kinds
        .filter(|kind| !carries(kind))
        .map(|kind| kind.name)
        .collect()
}
