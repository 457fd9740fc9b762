//! Methods, path templates and statuses.

/// The methods of operations (OpenAPI 3.2, Path Item Object), in lower case.
pub(crate) use claims::openapi::METHODS;

/// Returns whether a text is a method, in small or in capital letters.
pub(crate) fn is_method(text: &str) -> bool {
    METHODS
        .iter()
        .any(|method| method.eq_ignore_ascii_case(text))
}

/// Method and path of `POST /boats`.
pub(crate) fn operation(text: &str) -> Option<(&str, &str)> {
    let (method, path) = text.split_once(' ')?;
    (is_method(method) && path.starts_with('/')).then_some((method, path))
}

/// What is expected of a path template.
pub(crate) const TEMPLATE: &str = "a path with a name between each pair of braces";

/// Returns the names in a path template (RFC 6570, level 1), or nothing if a brace has no partner.
///
/// `/v1/cards/accounts/{accountId}/addresses` has the name `accountId`.
pub(crate) fn names(path: &str) -> Option<Vec<&str>> {
    let mut parts = path.split('{');
    let ends_well = |literal: &str| !literal.contains('}');
    if !parts.next().is_none_or(ends_well) {
        return None;
    }
    parts
        .map(|part| {
            let (name, literal) = part.split_once('}')?;
            (!name.is_empty() && ends_well(literal)).then_some(name)
        })
        .collect()
}

/// Returns whether a text is a status code (RFC 9110, section 15).
pub(crate) fn is_status(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}
