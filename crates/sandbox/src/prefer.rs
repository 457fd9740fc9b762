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
