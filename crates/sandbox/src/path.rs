//! The path of a request.
//!
//! RFC 3986, section 6.2.2.2: a letter, a digit, `-`, `.`, `_` and `~` mean the same with and without
//! an escape. Such escapes are undone once, before a request is routed, so that every part of the
//! sandbox sees one spelling of a path. All other escapes stay: `%2F` is data, and `/` is not.

use axum::extract::Request;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;

/// Undoes the escapes of the path that are not needed.
pub(crate) fn plain(request: Request) -> Request {
    match unescaped(request.uri().path()) {
        Some(path) => at(request, &path),
        None => request,
    }
}

/// Puts a request at another path; the query stays.
pub(crate) fn at(mut request: Request, path: &str) -> Request {
    let target = match request.uri().query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut parts = request.uri().clone().into_parts();
    // A path that a URI cannot have stays as it was sent.
    if let Ok(target) = PathAndQuery::try_from(target) {
        parts.path_and_query = Some(target);
        if let Ok(uri) = Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
    }
    request
}

/// The path without the escapes that are not needed; nothing if it has none.
///
/// A path with a broken escape stays as it is: `%6%35` must not become `%65`.
fn unescaped(path: &str) -> Option<String> {
    // Most paths have no escape, and cost nothing.
    if !path.contains('%') {
        return None;
    }
    let mut pieces = path.split('%');
    let mut plain = pieces.next()?.to_owned();
    let mut changed = false;
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        if !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let byte = u8::from_str_radix(digits, 16).ok()?;
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            plain.push(char::from(byte));
            changed = true;
        } else {
            plain.extend(["%", digits]);
        }
        plain.push_str(rest);
    }
    changed.then_some(plain)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[test]
    fn what_needs_no_escape_has_none() {
        for (path, expected) in [
            ("/retriev%65", "/retrieve"),
            ("/%72%65trieve", "/retrieve"),
            ("/%2d%2E%5f%7e%30%5A", "/-._~0Z"),
            ("/%41%2F%42", "/A%2FB"),
            ("/a%20%62", "/a%20b"),
            ("/%C3%A9%61", "/%C3%A9a"),
            // An escaped percent sign is data, and the digits after it are not an escape.
            ("/%61%2565", "/a%2565"),
        ] {
            assert_eq!(unescaped(path).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        // Broken escapes, alone and beside others that are good, stay as well.
        let paths = "/ * /retrieve /a%2Fb /a%2fb /%25 /%2565 /%ff /%00 /%3F \
                     /% /%6 /%zz /%+5 /%6%35 /%65% /%zz%65 /%6é%65";
        for path in paths.split(' ').chain([""]) {
            assert_eq!(unescaped(path), None, "{path}");
        }
    }

    #[test]
    fn the_rest_of_the_address_stays() {
        for (sent, expected) in [
            ("/%61?b=%63", "/a?b=%63"),
            ("/%61?", "/a?"),
            ("http://sandbox:8080/%61?b", "http://sandbox:8080/a?b"),
        ] {
            let request = Request::builder().uri(sent).body(Body::empty());
            let request = plain(request.expect("a request"));
            assert_eq!(request.uri().to_string(), expected);
        }
    }
}
