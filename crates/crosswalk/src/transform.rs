//! How a value is translated: the words in a cell of a table.

use jiff::civil::Date;
use rust_iso3166::CountryCode;
use serde_json::{Map, Value};

use crate::Row;

type Text<T = String> = Result<T, &'static str>;

/// The words of a transform, with the quotes of a shell.
fn words(row: &Row) -> Vec<String> {
    shlex::split(row.get("transform")).unwrap_or_default()
}

/// What stands between values that are joined, and the place of this one among them.
pub(crate) fn join(row: &Row) -> Option<(String, usize)> {
    let mut words = words(row).into_iter();
    let join = words.next().filter(|word| word == "join");
    let by = join.and_then(|_| words.next())?;
    let place = words.next().and_then(|it| it.parse().ok());
    Some((by, place.unwrap_or_default()))
}

/// Whether a value loses nothing where others do: the map names it, or it is a country.
pub(crate) fn is_exact(row: &Row, value: &Value) -> bool {
    let from = |pair: &String| pair.split_once('=').is_some_and(|(from, _)| value == from);
    match words(row).split_first() {
        Some((first, pairs)) if first == "map" => pairs.iter().any(from),
        _ => row.get("transform").starts_with("rust country-"),
    }
}

/// Translates a value; `beside` is the object that holds it. Returns `None` if the words are not
/// understood.
///
/// # Errors
///
/// Returns why the value cannot be translated, without the value.
pub(crate) fn apply(row: &Row, value: &Value, beside: &Map<String, Value>) -> Option<Text<Value>> {
    let words = words(row);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if matches!(words[..], ["move" | "cut"] | ["join", ..]) {
        return Some(Ok(value.clone()));
    }
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    let text = match words[..] {
        ["split", by, number] => {
            let number = number.parse::<usize>().ok()?.checked_sub(1)?;
            let part = text.split(by).nth(number).map(str::to_owned);
            part.ok_or("it has no such part")
        }
        ["map", ref pairs @ ..] => {
            let pairs = pairs.iter().map(|pair| pair.split_once('='));
            let pairs: Vec<_> = pairs.collect::<Option<_>>()?;
            let mut pairs = pairs.into_iter();
            let to = pairs.find(|it| it.0 == text || it.0 == "*").map(|it| it.1);
            let same = |to| if to == "*" { &*text } else { to };
            to.map(|to| same(to).to_owned())
                .ok_or("the map has no such value")
        }
        ["const", value] => Ok(value.to_owned()),
        ["date"] => date(&text),
        ["date-time"] => date(&text).map(|date| date + "T00:00:00Z"),
        ["date-time", "end"] => date(&text).map(|date| date + "T23:59:59Z"),
        ["rust", "country-2"] => country(&text).map(|it| it.alpha2.to_owned()),
        ["rust", "country-3"] => country(&text).map(|it| it.alpha3.to_owned()),
        // As Open Banking UK and ISO 20022 write phone numbers.
        ["rust", "phone-dash", ref code @ ..] => {
            phone(&text, beside, code).map(|(code, number)| format!("+{code}-{number}"))
        }
        // RFC 3966.
        ["rust", "phone-tel", ref code @ ..] => {
            let extension = match &*digits(beside.get("extension")) {
                "" => String::new(),
                extension => format!(";ext={extension}"),
            };
            let phone = phone(&text, beside, code);
            phone.map(|(code, number)| format!("tel:+{code}{number}{extension}"))
        }
        _ => return None,
    };
    Some(text.map(Value::String))
}

/// The date (RFC 3339) that a text is, or that begins a time.
fn date(text: &str) -> Text {
    let date = text.split('T').next().unwrap_or(text).parse::<Date>();
    date.map(|it| it.to_string()).map_err(|_| "it is no date")
}

/// The country of a code or of an English name (ISO 3166-1).
fn country(text: &str) -> Text<CountryCode> {
    let text = text.trim().to_uppercase();
    let is = |it: &&CountryCode| {
        it.alpha2 == text || it.alpha3 == text || it.name.to_uppercase() == text
    };
    let country = rust_iso3166::ALL.iter().find(is).copied();
    country.ok_or("no country of ISO 3166 has this code or name")
}

/// The country code of a phone number, and the rest of it (E.164).
fn phone(text: &str, beside: &Map<String, Value>, code: &[&str]) -> Text<(String, String)> {
    let own = digits(beside.get("phoneCountryCode"));
    let code = if own.is_empty() { code.concat() } else { own };
    let mut number = digits(Some(&text.into()));
    if text.trim().starts_with('+') {
        let rest = number.strip_prefix(&code);
        number = rest.ok_or("its country code is another one")?.to_owned();
    } else {
        number = digits(beside.get("areaCode")) + &number;
    }
    // The zero that is dialled within a country is not part of the number.
    let number = number.trim_start_matches('0').to_owned();
    match (code.len(), number.len()) {
        (0, _) => Err("nothing says its country code"),
        (1..=3, digits @ 1..) if code.len() + digits <= 15 => Ok((code, number)),
        _ => Err("it has not the digits of a phone number"),
    }
}

/// The digits of a text.
fn digits(text: Option<&Value>) -> String {
    let text = text.and_then(Value::as_str).unwrap_or_default();
    text.chars().filter(char::is_ascii_digit).collect()
}
