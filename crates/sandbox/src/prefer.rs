//! The header `Prefer` (RFC 7240), which asks for a documented answer.

use axum::http::HeaderMap;

/// The answer that a request prefers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Preference {
    /// The response, by its status: `code=404`.
    pub code: Option<u16>,
    /// The example, by its name: `example=invalidRequest`.
    pub example: Option<String>,
}

impl Preference {
    /// The preference of a request; the first one of a name counts (RFC 7240, section 2).
    #[must_use]
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let values = headers.get_all("prefer").iter();
        let values = values.filter_map(|value| value.to_str().ok());
        let (mut code, mut example) = (None, None);
        for one in values.flat_map(|value| value.split(',')) {
            // Parameters of a preference follow it after a semicolon; none is known.
            let (one, _) = one.split_once(';').unwrap_or((one, ""));
            let (name, value) = one.split_once('=').unwrap_or((one, ""));
            let value = value.trim().trim_matches('"');
            match name.trim() {
                it if it.eq_ignore_ascii_case("code") => code = code.or(Some(value)),
                it if it.eq_ignore_ascii_case("example") => example = example.or(Some(value)),
                _ => {}
            }
        }
        let digits = code.filter(|code| code.bytes().all(|it| it.is_ascii_digit()));
        Self {
            code: digits.and_then(|digits| digits.parse().ok()),
            example: example.filter(|name| !name.is_empty()).map(str::to_owned),
        }
    }

    /// Whether nothing is preferred.
    #[must_use]
    pub(crate) fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preference(values: &[&'static str]) -> Preference {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append("prefer", value.parse().expect("a header's value"));
        }
        Preference::of(&headers)
    }

    #[test]
    fn a_code_and_an_example_are_preferred() {
        let both = Preference {
            code: Some(404),
            example: Some("resourceNotFound".to_owned()),
        };
        assert_eq!(preference(&["code=404, example=resourceNotFound"]), both);
        assert_eq!(
            preference(&["Code = \"404\";a=b", "example=\"resourceNotFound\""]),
            both
        );
    }

    #[test]
    fn the_first_of_a_name_counts() {
        assert_eq!(preference(&["code=404, code=200"]).code, Some(404));
        assert_eq!(preference(&["code=abc", "code=404"]).code, None);
    }

    #[test]
    fn what_is_not_known_is_ignored() {
        for value in [
            "respond-async, wait=10",
            "code",
            "code=abc",
            "",
            "code=99999999",
        ] {
            assert!(preference(&[value]).is_none(), "{value}");
        }
    }
}
