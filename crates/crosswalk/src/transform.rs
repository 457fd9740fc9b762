//! How a value is translated: the words of a cell.

use serde_json::{Map, Value};

use crate::named;

/// The words of a cell; blanks within quotes are kept.
fn words(cell: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
    for character in cell.chars() {
        match character {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

/// What stands between values that are joined, if they are.
pub(crate) fn joins(cell: &str) -> Option<String> {
    let mut words = words(cell).into_iter();
    words.find(|word| word == "join").and_then(|_| words.next())
}

/// The place among values that are joined; 0 if there is none.
pub(crate) fn order(cell: &str) -> usize {
    let words = words(cell);
    let number = words
        .iter()
        .position(|it| it == "join")
        .and_then(|at| words.get(at + 2));
    number.and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// Whether what is too long is cut.
pub(crate) fn cuts(cell: &str) -> bool {
    words(cell)
        .iter()
        .any(|word| word == "cut" || word == "join")
}

/// Translates a value by the steps of a cell, which `|` separates; `beside` is the object that the
/// value is in. `None` if the cell is not understood.
///
/// # Errors
///
/// Returns the reason why the value cannot be translated, without the value.
pub(crate) fn apply(
    cell: &str,
    value: &Value,
    beside: &Map<String, Value>,
) -> Option<Result<Value, &'static str>> {
    let words = words(cell);
    let mut result = Ok(value.clone());
    for step in words.split(|word| word == "|") {
        let step: Vec<&str> = step.iter().map(String::as_str).collect();
        if matches!(step[..], ["move" | "cut"] | ["join", _] | ["join", _, _]) {
            continue;
        }
        let text = match &result {
            Ok(Value::String(text)) => Ok(text.clone()),
            Ok(Value::Array(_) | Value::Object(_)) => Err("it is no text"),
            Ok(other) => Ok(other.to_string()),
            Err(why) => Err(*why),
        };
        let done = one(&step, text.as_deref().unwrap_or_default(), beside)?;
        result = text.and(done.map(Value::String));
    }
    Some(result)
}

/// One step. `None` if it is not understood.
fn one(
    step: &[&str],
    text: &str,
    beside: &Map<String, Value>,
) -> Option<Result<String, &'static str>> {
    let part = |found: Option<&str>| found.map(str::to_owned).ok_or("it has no such part");
    Some(match *step {
        ["split", by, "-1"] => part(text.rsplit(by).next()),
        ["split", by, number] => {
            let rest = number.strip_suffix("..");
            let number = rest
                .unwrap_or(number)
                .parse::<usize>()
                .ok()?
                .checked_sub(1)?;
            let most = if rest.is_some() {
                number + 1
            } else {
                usize::MAX
            };
            part(text.splitn(most, by).nth(number))
        }
        ["map", ref pairs @ ..] => {
            let pairs: Option<Vec<_>> = pairs.iter().map(|it| it.split_once('=')).collect();
            let pairs = pairs?;
            let of = |from: &str| pairs.iter().find(|pair| pair.0 == from).map(|pair| pair.1);
            let to = of(text).or_else(|| of("*"));
            to.map(str::to_owned).ok_or("the map has no such value")
        }
        ["const", value] => Ok(value.to_owned()),
        ["date"] => date(text).map(str::to_owned),
        ["date-time"] => date(text).map(|date| format!("{date}T00:00:00Z")),
        ["rust", name] => named::find(name)?(text, beside, ""),
        ["rust", name, argument] => named::find(name)?(text, beside, argument),
        _ => return None,
    })
}

/// The date (RFC 3339) that a text is, or that begins a time.
fn date(text: &str) -> Result<&str, &'static str> {
    let date = text.split('T').next().unwrap_or(text);
    let form = |it: char| if it.is_ascii_digit() { '9' } else { it };
    let form: String = date.chars().map(form).collect();
    let part = |from| {
        date.get(from..from + 2)
            .and_then(|it| it.parse::<u8>().ok())
    };
    let (month, day) = (part(5).unwrap_or(0), part(8).unwrap_or(0));
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    if form == "9999-99-99" && real {
        Ok(date)
    } else {
        Err("it is no date")
    }
}
