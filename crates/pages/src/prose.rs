//! Facts that a page states in prose.
//!
//! Only phrases that a page uses word for word are read, and each gives the value as written.

mod unread;

use claims::Aspect;

pub use unread::unread;

/// The facts that a wording states, in the order of the rules below.
#[must_use]
pub fn facts(wording: &str) -> Vec<(Aspect, String)> {
    let rules: [fn(&str, &mut Facts); 13] = [
        scalar,
        uuid,
        date,
        country,
        reference_data,
        reference_code,
        possible_values,
        default_value,
        required_unless,
        range,
        items,
        bearer,
        fields,
    ];
    let mut facts = Facts::new();
    for rule in rules {
        rule(wording, &mut facts);
    }
    facts
}

type Facts = Vec<(Aspect, String)>;

/// "ASCII string (100)", "number (18,2)", "number (14)", "boolean": a type and its bound, and no
/// other word.
fn scalar(wording: &str, facts: &mut Facts) {
    let (name, bound) = match trimmed(wording).split_once(" (") {
        Some((name, rest)) => match rest.strip_suffix(')') {
            Some(bound) => (name, Some(bound)),
            None => return,
        },
        None => (trimmed(wording), None),
    };
    let mut state = |aspect, value: &str| facts.push((aspect, value.to_owned()));
    match (name, bound) {
        ("boolean" | "number", None) => state(Aspect::Type, name),
        ("ASCII string" | "ASCII String", bound) if bound.is_none_or(is_digits) => {
            state(Aspect::Type, "string");
            state(Aspect::Format, "ascii");
            if let Some(most) = bound {
                state(Aspect::MaxLength, most);
            }
        }
        ("number", Some(bound)) if bound.splitn(2, ',').all(is_digits) => {
            state(Aspect::Type, "number");
            state(Aspect::Precision, bound);
        }
        _ => {}
    }
}

/// "128 bit UUID", "128 bit random UUID".
fn uuid(wording: &str, facts: &mut Facts) {
    if wording.contains("128 bit UUID") || wording.contains("128 bit random UUID") {
        facts.push((Aspect::Format, "uuid".to_owned()));
    }
}

/// "YYYY-MM-DD" and "YYYY-MM-DDTHH:MM:SS"; the latter has no zone, so it is the `date-time-local`
/// of the OpenAPI format registry and not RFC 3339's `date-time`.
fn date(wording: &str, facts: &mut Facts) {
    for word in words(wording) {
        let format = match word.trim_matches(|mark| "(),;:".contains(mark)) {
            "YYYY-MM-DD" => "date",
            "YYYY-MM-DDTHH:MM:SS" => "date-time-local",
            _ => continue,
        };
        facts.push((Aspect::Format, format.to_owned()));
    }
}

/// "2 character ISO 3166", which is alpha-2 by its length.
fn country(wording: &str, facts: &mut Facts) {
    if wording.contains("2 character ISO 3166") {
        facts.push((Aspect::Format, "iso-3166-alpha-2".to_owned()));
    }
}

/// "/utilities/referenceData/{addressType}", however the path before it is spelt.
fn reference_data(wording: &str, facts: &mut Facts) {
    let paths = wording
        .split_whitespace()
        .filter(|word| word.contains("referenceData/{"))
        .map(|path| path.trim_matches(|mark| "(),.;:".contains(mark)));
    facts.extend(paths.map(|path| (Aspect::ReferenceData, path.to_owned())));
}

/// "You can use customerType as the referenceCode parameter".
fn reference_code(wording: &str, facts: &mut Facts) {
    if let Some(code) = between(wording, "You can use ", " as the referenceCode parameter") {
        facts.push((Aspect::ReferenceCode, code.to_owned()));
    }
}

/// "Possible values : CARD_TO , BILL_TO , PIN_TO", to the end of the sentence.
fn possible_values(wording: &str, facts: &mut Facts) {
    for introduction in ["ossible values :", "ossible values:", "vailable values:"] {
        if let Some((_, rest)) = wording.split_once(introduction) {
            facts.extend(
                listed(rest)
                    .into_iter()
                    .map(|value| (Aspect::Enum, value.to_owned())),
            );
        }
    }
}

/// "Default value: en-CA", to the end of the sentence.
fn default_value(wording: &str, facts: &mut Facts) {
    if let Some((_, rest)) = wording.split_once("efault value:") {
        let value = unquoted(sentence(rest));
        if !value.is_empty() {
            facts.push((Aspect::Default, value.to_owned()));
        }
    }
}

/// "Mandatory if partnerCustomerSegment is not present".
fn required_unless(wording: &str, facts: &mut Facts) {
    if let Some(other) = between(wording, "Mandatory if ", " is not present") {
        facts.push((Aspect::RequiredUnless, other.to_owned()));
    }
}

/// "in the range of 1 to 100".
fn range(wording: &str, facts: &mut Facts) {
    let Some((_, rest)) = wording.split_once("in the range of ") else {
        return;
    };
    if let [least, "to", most, ..] = words(rest).collect::<Vec<_>>()[..]
        && [least, most]
            .iter()
            .all(|bound| bound.parse::<i64>().is_ok())
    {
        facts.push((Aspect::Range, format!("{least} to {most}")));
    }
}

/// "List of one or more errors".
fn items(wording: &str, facts: &mut Facts) {
    if wording.contains("List of one or more ") {
        facts.push((Aspect::MinItems, "1".to_owned()));
    }
}

/// "Bearer + {space} + {accessToken}. Example: Bearer …".
fn bearer(wording: &str, facts: &mut Facts) {
    if wording.contains("Bearer + {space} + {accessToken}") {
        facts.push((Aspect::Scheme, "bearer".to_owned()));
    }
    if let Some((_, rest)) = wording.split_once("Example: ") {
        facts.push((Aspect::Example, sentence(rest).to_owned()));
    }
}

/// "the fields which will be passed as part of the header a,b,c".
fn fields(wording: &str, facts: &mut Facts) {
    if let Some((_, rest)) = wording.split_once("passed as part of the header ") {
        facts.extend(
            listed(rest)
                .into_iter()
                .map(|name| (Aspect::Field, name.to_owned())),
        );
    }
}

/// What stands between two phrases, the second one being what tells.
fn between<'w>(wording: &'w str, before: &str, behind: &str) -> Option<&'w str> {
    let (start, _) = wording.split_once(behind)?;
    let (_, between) = start.rsplit_once(before)?;
    Some(between)
}

/// What is listed with commas up to the end of the sentence; of "(en=English) or (fr=French)", what
/// stands before its meaning.
fn listed(rest: &str) -> Vec<&str> {
    let rest = sentence(rest);
    let value = |item| explained(item).map(|(value, _)| value);
    let items: Option<Vec<&str>> = rest.split(" or ").map(value).collect();
    let mut items = items.unwrap_or_else(|| rest.split(',').map(unquoted).collect());
    items.retain(|item| !item.is_empty());
    items
}

/// A value and what it means, of "(en=English)".
pub(crate) fn explained(item: &str) -> Option<(&str, &str)> {
    let item = item.trim().strip_prefix('(')?.strip_suffix(')')?;
    item.split_once('=')
}

/// Without white space, full stop and quotation marks around it.
fn unquoted(text: &str) -> &str {
    let text = trimmed(text);
    let inner = text.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
    inner.unwrap_or(text)
}

/// The rest of a sentence, without the full stop that ends it.
fn sentence(rest: &str) -> &str {
    trimmed(rest.split(". ").next().unwrap_or_default())
}

/// Whether a text is a whole number, without sign.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn words(wording: &str) -> impl Iterator<Item = &str> {
    wording
        .split_whitespace()
        .map(trimmed)
        .filter(|word| !word.is_empty())
}

/// Without white space around it and without the full stop that ends the sentence.
fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}
