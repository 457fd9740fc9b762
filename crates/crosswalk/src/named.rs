//! The translations that the words of a table cannot say. A table calls them by `rust NAME`.

use rust_iso3166::CountryCode;
use serde_json::{Map, Value};

/// A translation of a text, given the object that it is in and an argument.
type Named = fn(&str, &Map<String, Value>, &str) -> Result<String, &'static str>;

/// The translation of a name.
pub(crate) fn find(name: &str) -> Option<Named> {
    Some(match name {
        "country-2" => |text, _, _| country(text).map(|it| it.alpha2.to_owned()),
        "country-3" => |text, _, _| country(text).map(|it| it.alpha3.to_owned()),
        "phone-dash" => |text, beside, code| {
            let (code, number) = phone(text, beside, code)?;
            Ok(format!("+{code}-{number}"))
        },
        "phone-tel" => |text, beside, code| {
            let (code, number) = phone(text, beside, code)?;
            let extension = Some(said(beside, "extension")).filter(|it| !it.is_empty());
            let extension = extension.map(|it| format!(";ext={it}")).unwrap_or_default();
            Ok(format!("tel:+{code}{number}{extension}"))
        },
        _ => return None,
    })
}

/// The country of a code or of an English name (ISO 3166-1).
fn country(text: &str) -> Result<CountryCode, &'static str> {
    let text = text.trim().to_uppercase();
    let is = |it: &&CountryCode| {
        let name = it.name.to_uppercase();
        // `Netherlands (the)`: the name without its remark is enough.
        let short = name.split(" (").next().unwrap_or_default();
        [it.alpha2, it.alpha3, &name, short].contains(&&*text)
    };
    let found: Vec<&CountryCode> = rust_iso3166::ALL.iter().filter(is).collect();
    match found[..] {
        [country] => Ok(*country),
        [] => Err("no country has this code or name"),
        _ => Err("several countries have this name"),
    }
}

/// The country code of a phone number and the rest of it (E.164).
fn phone(
    text: &str,
    beside: &Map<String, Value>,
    code: &str,
) -> Result<(String, String), &'static str> {
    let own = said(beside, "phoneCountryCode");
    let code = if own.is_empty() { code.to_owned() } else { own };
    let mut number = digits(text);
    if text.trim().starts_with('+') {
        let rest = number
            .strip_prefix(&code)
            .ok_or("its country code is another one")?;
        number = rest.to_owned();
    } else {
        number.insert_str(0, &said(beside, "areaCode"));
    }
    // The zero that is dialled within a country is not part of the number.
    let number = number.trim_start_matches('0').to_owned();
    match (code.len(), number.len()) {
        (0, _) => Err("nothing says its country code"),
        (1..=3, digits) if digits > 0 && code.len() + digits <= 15 => Ok((code, number)),
        _ => Err("it has not the digits of a phone number"),
    }
}

/// The digits of a text that an object has.
fn said(object: &Map<String, Value>, name: &str) -> String {
    digits(object.get(name).and_then(Value::as_str).unwrap_or_default())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
