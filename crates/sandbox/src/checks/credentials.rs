//! Who is calling: the header `Authorization`.

use std::fmt::Display;

use axum::http::{HeaderMap, header};

use super::Wrong;
use crate::pages::Manner;

/// Returns the number of the customer that the token of a request names, from 1.
///
/// # Errors
///
/// Returns an error if there is no such token; it does not say which part of it is wrong.
pub(crate) fn credentials(
    headers: &HeaderMap,
    scheme: &str,
    manner: &Manner,
    customers: usize,
) -> Result<usize, Wrong> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let token = match (given.next(), given.next()) {
        (Some(value), None) => value.to_str().ok().and_then(|value| behind(value, scheme)),
        _ => None,
    };
    token
        .and_then(|token| number(token.strip_prefix(manner.before_customer)?))
        .filter(|number| (1..=customers).contains(number))
        .ok_or_else(|| {
            let form = self::token(scheme, manner, &'N');
            let expected = format!("expected `{form}` with N from 1 to {customers}");
            Wrong::parameter("Authorization", expected)
        })
}

/// The value of the header that names a customer.
#[must_use]
pub(crate) fn token(scheme: &str, manner: &Manner, customer: &dyn Display) -> String {
    // OpenAPI writes this scheme in lower case, and everybody else with a capital.
    let scheme = if scheme == "bearer" { "Bearer" } else { scheme };
    format!("{scheme} {}customer-{customer}", manner.before_customer)
}

/// The token behind the scheme, whose case does not matter (RFC 9110, section 11.1).
fn behind<'v>(value: &'v str, scheme: &str) -> Option<&'v str> {
    let (found, token) = value.split_once(' ')?;
    let same = found.eq_ignore_ascii_case(scheme);
    same.then(|| token.trim_start_matches(' '))
}

/// The number in `customer-1`.
fn number(token: &str) -> Option<usize> {
    plain_number(token.strip_prefix("customer-")?)
}

/// Reads a number without a sign and without leading zeros.
pub(crate) fn plain_number(digits: &str) -> Option<usize> {
    let plain = !digits.starts_with('0') && digits.bytes().all(|it| it.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;
    use crate::pages::PLAIN;

    const GCS: Manner = Manner {
        before_customer: "v1Client:",
        ..PLAIN
    };

    fn customer(value: &str, scheme: &str) -> Option<usize> {
        let manner = if scheme == "GCS" { &GCS } else { &PLAIN };
        let value = HeaderValue::from_str(value).expect("a header's value");
        let headers = [(header::AUTHORIZATION, value)].into_iter().collect();
        credentials(&headers, scheme, manner, 20).ok()
    }

    #[test]
    fn a_token_names_a_customer_or_nobody() {
        for (value, number) in [
            ("Bearer customer-7", Some(7)),
            ("bearer  customer-20", Some(20)),
            ("customer-7", None),
            ("Bearer", None),
            ("Bearer ", None),
            ("Basic customer-7", None),
            ("Bearer customer-0", None),
            ("Bearer customer-21", None),
            ("Bearer customer-07", None),
            ("Bearer customer-+7", None),
        ] {
            assert_eq!(customer(value, "bearer"), number, "{value}");
        }
        for (value, number) in [
            ("GCS v1Client:customer-1", Some(1)),
            // The vendor warns of a space after the colon.
            ("GCS v1Client: customer-1", None),
            ("GCS customer-1", None),
            ("Bearer v1Client:customer-1", None),
        ] {
            assert_eq!(customer(value, "GCS"), number, "{value}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_without_the_token() {
        let secret = HeaderValue::from_static("Bearer secret");
        let headers = [(header::AUTHORIZATION, secret)];
        let wrong = credentials(&headers.into_iter().collect(), "bearer", &PLAIN, 20);
        let wrong = wrong.expect_err("there is no such token");
        assert_eq!(wrong.location.name(), "Authorization");
        assert!(!wrong.expected.contains("secret"), "{}", wrong.expected);
    }
}
