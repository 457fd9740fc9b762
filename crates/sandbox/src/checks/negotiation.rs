//! How a request and its answer are written: the headers `Content-Encoding`, `Content-Type` and `Accept`.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, HeaderName};

use super::Wrong;

const JSON: &str = "application/json";

/// The content coding that changes nothing (RFC 9110, section 12.5.3), the only one we accept.
pub(crate) const IDENTITY: &str = "identity";

/// Checks that the body of a request has no content coding such as `gzip`.
///
/// # Errors
///
/// Returns what is wrong if the header names a coding.
pub(crate) fn is_not_coded(headers: &HeaderMap) -> Result<(), Wrong> {
    // RFC 9110, section 5.6.1: empty elements of a list do not count.
    let none = |coding: &str| coding.is_empty() || coding.eq_ignore_ascii_case(IDENTITY);
    let plain = |value: &str| value.split(',').all(|coding| none(coding.trim()));
    let mut values = headers.get_all(CONTENT_ENCODING).iter();
    let plain = values.all(|value| value.to_str().is_ok_and(plain));
    plain.then_some(()).ok_or_else(|| {
        let expected = format!("expected no content coding, or `{IDENTITY}`");
        Wrong::parameter("Content-Encoding", expected)
    })
}

/// Checks that the body of a request is sent as JSON.
///
/// # Errors
///
/// Returns what is wrong if the header is missing or names another type.
pub(crate) fn is_json(headers: &HeaderMap) -> Result<(), Wrong> {
    let sent = values(headers, &CONTENT_TYPE);
    let json = matches!(sent[..], [sent] if essence(sent).eq_ignore_ascii_case(JSON));
    json.then_some(())
        .ok_or_else(|| Wrong::parameter("Content-Type", format!("expected `{JSON}`")))
}

/// Checks that an answer in JSON is acceptable; `required` says that the page demands the header.
///
/// # Errors
///
/// Returns what is wrong if the header is required and missing, or does not allow JSON.
pub(crate) fn accepts_json(headers: &HeaderMap, required: bool) -> Result<(), Wrong> {
    let sent = values(headers, &ACCEPT);
    let acceptable = if sent.is_empty() {
        // RFC 9110, section 12.5.1: without the header, everything is acceptable.
        !required
    } else {
        // The most specific range decides.
        let ranges = sent.iter().flat_map(|sent| sent.split(','));
        let ranges = ranges.filter_map(|range| Some((specificity(range)?, weight(range))));
        let decides = ranges.max_by_key(|(specificity, _)| *specificity);
        decides.is_some_and(|(_, weight)| weight > 0.0)
    };
    acceptable
        .then_some(())
        .ok_or_else(|| Wrong::parameter("Accept", format!("expected a range with `{JSON}` in it")))
}

/// How specific a media range is, if it includes JSON.
fn specificity(range: &str) -> Option<usize> {
    let ranges = ["*/*", "application/*", JSON];
    let essence = essence(range);
    ranges
        .iter()
        .position(|known| essence.eq_ignore_ascii_case(known))
}

/// The weight of a media range, from 0 to 1 (RFC 9110, section 12.4.2).
fn weight(range: &str) -> f32 {
    let parameters = range.split(';').skip(1).filter_map(|it| it.split_once('='));
    let mut weights = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    let weight = weights
        .next()
        .and_then(|(_, weight)| weight.trim().parse().ok());
    weight.unwrap_or(1.0)
}

/// A media type without its parameters.
fn essence(media_type: &str) -> &str {
    let (essence, _) = media_type.split_once(';').unwrap_or((media_type, ""));
    essence.trim()
}

/// The values of a header; a value that is not text is empty.
fn values<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Vec<&'h str> {
    let values = headers.get_all(name).iter();
    values
        .map(|value| value.to_str().unwrap_or_default())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, value: &str) -> HeaderMap {
        let value = value.parse().expect("a header's value");
        [(name, value)].into_iter().collect()
    }

    #[test]
    fn json_is_json_with_parameters_and_in_any_case() {
        for (value, json) in [
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("", false),
            ("text/json", false),
            ("application/json, text/plain", false),
            ("application/jsonp", false),
        ] {
            assert_eq!(
                is_json(&headers(CONTENT_TYPE, value)).is_ok(),
                json,
                "{value}"
            );
        }
        assert!(is_json(&HeaderMap::new()).is_err());
    }

    #[test]
    fn a_range_allows_json_or_does_not() {
        for (value, allows) in [
            ("*/*", true),
            ("text/html, application/*;q=0.5", true),
            ("application/json", true),
            ("text/html", false),
            ("application/json;q=0, */*", false),
            ("application/json; Q=0", false),
            ("*", false),
        ] {
            for required in [true, false] {
                let accepted = accepts_json(&headers(ACCEPT, value), required);
                assert_eq!(accepted.is_ok(), allows, "{value}");
            }
        }
        assert!(accepts_json(&HeaderMap::new(), false).is_ok());
        assert!(accepts_json(&HeaderMap::new(), true).is_err());
    }
}
