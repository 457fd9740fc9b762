//! The largest and smallest numbers of a schema, as decimal texts.

use serde_json::Value;

/// How many significant decimal digits every IEEE double carries (RFC 8259, section 6).
const DIGITS_OF_A_DOUBLE: usize = 15;

/// Returns the boundary values of a number: the largest first, zero or what is closest to it last.
///
/// How large a number can be is said by `x-precision`, by `format`, and by `minimum` and `maximum`.
/// An integer without a stated size is tried with 32 bits, any other number with the 15 digits
/// that a double keeps.
pub(super) fn numbers(schema: &Value, integer: bool) -> Vec<String> {
    let format = schema["format"].as_str();
    let mut found = match (precision(schema), format) {
        (Some((digits, decimals)), _) => of_precision(digits, decimals),
        (None, Some("int64")) => {
            texts("9223372036854775807 -9223372036854775808 9007199254740991 12345678901234")
        }
        _ if integer => texts("2147483647 -2147483648"),
        (None, Some("float")) => texts("999999 -999999 123.456"),
        _ => texts("999999999999999 -999999999999999 9999999999999.99 1234567.89 0.1"),
    };
    found.push("0".to_owned());
    bounded(found, schema, integer)
}

/// Reads `x-precision`: the most digits, and how many of them are decimals.
fn precision(schema: &Value) -> Option<(usize, usize)> {
    let text = schema["x-precision"].as_str()?;
    let (digits, decimals) = text.split_once(',').unwrap_or((text, "0"));
    let (digits, decimals) = (digits.trim().parse().ok()?, decimals.trim().parse().ok()?);
    (digits > 0 && decimals <= digits).then_some((digits, decimals))
}

/// The largest and the smallest of so many digits, the largest that a double carries, one whose
/// digits differ, and the smallest step.
fn of_precision(digits: usize, decimals: usize) -> Vec<String> {
    let mut found = Vec::new();
    let nines = "9".repeat(digits);
    found.push(point(&nines, decimals));
    found.push(format!("-{}", point(&nines, decimals)));
    let carried = digits.min(DIGITS_OF_A_DOUBLE);
    let decimals = decimals.min(carried);
    if carried < digits {
        found.push(point(&nines[..carried], decimals));
    }
    let different: String = "1234567890".chars().cycle().take(carried).collect();
    found.push(point(&different, decimals));
    if carried >= decimals + 7 && decimals == 2 {
        found.push("1234567.89".to_owned());
    }
    let step = format!("{:0>carried$}", 1);
    found.push(point(&step, decimals));
    found.dedup();
    found
}

/// Sets the decimal point into digits.
fn point(digits: &str, decimals: usize) -> String {
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    }
}

/// Keeps what the bounds of the schema allow, and adds the bounds.
fn bounded(mut found: Vec<String>, schema: &Value, integer: bool) -> Vec<String> {
    // The bounds come before what may be smaller than they are: largest first, smallest last.
    if let Some(most) = bound(schema, "maximum", "exclusiveMaximum", integer, -1) {
        found.insert(0, most);
    }
    if let Some(least) = bound(schema, "minimum", "exclusiveMinimum", integer, 1) {
        found.push(least);
    }
    let allowed = |text: &String| {
        let Ok(value) = text.parse::<f64>() else {
            return false;
        };
        let is = |keyword: &str, holds: fn(f64, f64) -> bool| {
            schema[keyword]
                .as_f64()
                .is_none_or(|edge| holds(value, edge))
        };
        let in_32_bits = schema["format"] != "int32"
            || (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&value);
        in_32_bits
            && is("maximum", |value, edge| value <= edge)
            && is("minimum", |value, edge| value >= edge)
            && is("exclusiveMaximum", |value, edge| value < edge)
            && is("exclusiveMinimum", |value, edge| value > edge)
            && is("multipleOf", |value, edge| {
                (value % edge).abs() < f64::EPSILON
            })
    };
    found.retain(allowed);
    found
}

/// A bound that a schema states; the integer next to it where it is exclusive.
fn bound(
    schema: &Value,
    inclusive: &str,
    exclusive: &str,
    integer: bool,
    inwards: i64,
) -> Option<String> {
    let stated = &schema[inclusive];
    if stated.is_number() {
        let whole = stated.as_f64().filter(|it| integer && it.fract() == 0.0);
        // `99.0` is an integer for JSON Schema, and a text that types of integers do not read.
        return Some(whole.map_or_else(|| stated.to_string(), |it| format!("{it:.0}")));
    }
    let edge = schema[exclusive].as_i64()?;
    integer.then(|| edge.saturating_add(inwards).to_string())
}

fn texts(of: &str) -> Vec<String> {
    of.split(' ').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn numbers(schema: &Value) -> Vec<String> {
        super::numbers(schema, schema["type"] == "integer")
    }

    #[test]
    fn a_precision_gives_its_largest_number_and_what_a_double_carries_of_it() {
        let tried = |schema: Value| numbers(&schema).join(" ");
        let money = "9999999999999999.99 -9999999999999999.99 9999999999999.99 1234567890123.45 \
                     1234567.89 0.01 0";
        assert_eq!(
            tried(json!({ "type": "number", "x-precision": "18,2" })),
            money
        );
        let whole = "99999999999999 -99999999999999 12345678901234 1 0";
        let integer = json!({ "type": "integer", "format": "int64", "x-precision": "14,0" });
        assert_eq!(tried(integer), whole);
        assert_eq!(
            tried(json!({ "type": "number", "x-precision": "5,4" })),
            "9.9999 -9.9999 1.2345 0.0001 0"
        );
    }

    #[test]
    fn formats_and_bounds_give_their_edges() {
        let int32 = json!({ "type": "integer", "format": "int32", "minimum": 1 });
        assert_eq!(numbers(&int32), ["2147483647", "1"]);
        let between = json!({ "type": "integer", "exclusiveMinimum": 5, "maximum": 7 });
        assert_eq!(numbers(&between), ["7", "6"]);
        let written = json!({ "type": "integer", "maximum": 99.0, "minimum": 98.0 });
        assert_eq!(numbers(&written), ["99", "98"]);
        let int64 = numbers(&json!({ "type": "integer", "format": "int64" }));
        assert_eq!(int64[0], "9223372036854775807");
        let double = numbers(&json!({ "type": "number", "format": "double" }));
        assert!(double.contains(&"1234567.89".to_owned()), "{double:?}");
    }
}
