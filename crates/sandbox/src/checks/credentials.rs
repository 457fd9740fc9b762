//! Who is calling: the header `Authorization`.

use axum::http::{HeaderMap, header};

use super::Wrong;

/// The number of the customer whom the token of a request names, from 1: `customer-1` and so on, behind the scheme of the page.
///
/// # Errors
///
/// That there is no such token; not which part of it is wrong.
pub(crate) fn credentials(
    headers: &HeaderMap,
    scheme: &str,
    customers: usize,
) -> Result<usize, Wrong> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let token = match (given.next(), given.next()) {
        (Some(value), None) => value.to_str().ok().and_then(|value| token(value, scheme)),
        _ => None,
    };
    token
        .and_then(number)
        .filter(|number| (1..=customers).contains(number))
        .ok_or_else(|| {
            let form = form(scheme);
            let expected = format!("expected `{form}` with N from 1 to {customers}");
            Wrong::parameter("Authorization", expected)
        })
}

/// How a value of the header is written.
#[must_use]
pub(super) fn form(scheme: &str) -> String {
    match session(scheme) {
        Some(session) => format!("{scheme} {session}customer-N"),
        None => "Bearer customer-N".to_owned(),
    }
}

/// What stands before the session in the tokens of a scheme: Worldline's `v1Client:`.
fn session(scheme: &str) -> Option<&'static str> {
    scheme.eq_ignore_ascii_case("GCS").then_some("v1Client:")
}

/// The token behind the scheme, whose case does not matter (RFC 9110, section 11.1).
fn token<'v>(value: &'v str, scheme: &str) -> Option<&'v str> {
    let (found, token) = value.split_once(' ')?;
    let token = token.trim_start_matches(' ');
    if !found.eq_ignore_ascii_case(scheme) {
        return None;
    }
    match session(scheme) {
        Some(session) => token.strip_prefix(session),
        None => Some(token),
    }
}

/// The number in `customer-1`.
fn number(token: &str) -> Option<usize> {
    plain_number(token.strip_prefix("customer-")?)
}

/// A number written as numbers are: neither sign nor zeros before it.
pub(crate) fn plain_number(digits: &str) -> Option<usize> {
    let plain = !digits.starts_with('0') && digits.bytes().all(|it| it.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn customer(value: &str, scheme: &str) -> Option<usize> {
        let value = HeaderValue::from_str(value).expect("a header's value");
        let headers = [(header::AUTHORIZATION, value)].into_iter().collect();
        credentials(&headers, scheme, 20).ok()
    }

    #[test]
    fn a_token_names_a_customer() {
        assert_eq!(customer("Bearer customer-7", "bearer"), Some(7));
        assert_eq!(customer("bearer  customer-20", "bearer"), Some(20));
        assert_eq!(customer("GCS v1Client:customer-1", "GCS"), Some(1));
    }

    #[test]
    fn another_token_names_nobody() {
        for value in [
            "customer-7",
            "Bearer",
            "Bearer ",
            "Basic customer-7",
            "Bearer customer-0",
        ] {
            assert_eq!(customer(value, "bearer"), None, "{value}");
        }
        for value in [
            "Bearer customer-21",
            "Bearer customer-07",
            "Bearer customer-+7",
        ] {
            assert_eq!(customer(value, "bearer"), None, "{value}");
        }
        // A space after the colon is what the vendor warns of.
        for value in [
            "GCS v1Client: customer-1",
            "GCS customer-1",
            "Bearer v1Client:customer-1",
        ] {
            assert_eq!(customer(value, "GCS"), None, "{value}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_without_the_token() {
        let headers = [(
            header::AUTHORIZATION,
            HeaderValue::from_static("Bearer secret"),
        )];
        let wrong = credentials(&headers.into_iter().collect(), "bearer", 20);
        let wrong = wrong.expect_err("there is no such token");
        assert_eq!(wrong.location.name(), "Authorization");
        assert!(!wrong.expected.contains("secret"), "{}", wrong.expected);
    }
}
