//! Which methods a path has: `OPTIONS`, with and without another origin, and 405.

use crate::ask::{Answer, Ask, ask, bare};

const ORIGIN: &str = "http://127.0.0.1:9000";

const SEGMENT: &str = "/citibanamex-segments/v1/customers/segments/retrieve";
const DETAILS: &str = "/worldline-connect/client/v1/1/products/1/customerDetails";
const EMAILS: &str = "/citi-australia/v1/customers/profiles/emails";

/// Paths with the methods that they have.
const PATHS: &[(&str, &str)] = &[
    (SEGMENT, "POST"),
    (DETAILS, "POST"),
    ("/citi-australia/v1/customers/profiles", "GET,HEAD"),
    ("/citi-hong-kong/v1/cards/accounts/1/addresses", "GET,HEAD"),
    // The page only lists two of these.
    (EMAILS, "GET,HEAD,PUT"),
    ("/citi-australia/v1/offers", "PUT"),
    ("/", "GET,HEAD"),
    ("/health", "GET,HEAD"),
    ("/openapi.json", "GET,HEAD"),
    ("/flexiti-customers/openapi.json", "GET,HEAD"),
    ("/customers", "GET,HEAD"),
    ("/customers/flexiti-customers/1", "GET,HEAD,PUT,DELETE"),
];

/// Paths that lead nowhere.
const NOWHERE: &[&str] = &[
    "/nope",
    "/v1/customers/profiles",
    "/citibanamex-segments",
    "/citibanamex-segments/v1/customers/segments/retrieve/",
    "/citibanamex-segments/v1/customers/segments/retrieve/more",
    "/nope/openapi.json",
    "/customers/nope/1",
    "/customers/flexiti-customers/21",
    "/docs/",
    "/docs/index.html",
];

/// What a browser asks before it sends a request of a page of another origin.
fn preflight(path: &str, method: &str) -> Ask {
    bare("OPTIONS", path)
        .with("origin", ORIGIN)
        .with("access-control-request-method", method)
}

/// Sees that a path is told to lead nowhere, as other methods are told.
#[track_caller]
fn is_nowhere(answer: &Answer, path: &str) {
    assert_eq!(answer.status, 404, "{path}");
    assert_eq!(answer.header("allow"), "", "{path}");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.body()["status"], 404, "{path}");
}

#[test]
fn options_of_a_path_that_leads_nowhere_is_not_found() {
    for path in NOWHERE {
        is_nowhere(&bare("OPTIONS", path).answer(), path);
        is_nowhere(&preflight(path, "GET").answer(), path);
    }
}

#[test]
fn a_path_says_which_methods_it_has() {
    for (path, methods) in PATHS {
        let answer = bare("OPTIONS", path).answer();
        assert_eq!((answer.status, &*answer.text), (204, ""), "{path}");
        assert_eq!(answer.header("allow"), *methods, "{path}");
        let answer = preflight(path, "PUT").answer();
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("allow"), *methods, "{path}");
        // The customers are the business of this machine alone.
        let own = path.starts_with("/customers");
        let expected = if own { "" } else { ORIGIN };
        let origin = answer.header("access-control-allow-origin");
        assert_eq!(origin, expected, "{path}");
        for method in ["PATCH", "TRACE", "BREW"] {
            let answer = bare(method, path).answer();
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.header("allow"), *methods, "{method} {path}");
            assert_eq!(answer.header("content-type"), "application/problem+json");
        }
    }
    // The server as a whole is there.
    assert_eq!(bare("OPTIONS", "*").answer().status, 204);
}

#[test]
fn an_answer_to_another_origin_may_be_read() {
    let answer = ask("GET /citi-australia/v1/customers/profiles")
        .with("origin", ORIGIN)
        .answer();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), ORIGIN);
    assert_eq!(answer.header("access-control-expose-headers"), "*");
}

#[test]
fn head_is_answered_where_get_is() {
    let path = "/citi-australia/v1/customers/profiles";
    let head = ask("HEAD /citi-australia/v1/customers/profiles").answer();
    assert_eq!((head.status, &*head.text), (200, ""));
    assert_eq!(head.header("content-type"), "application/json");
    let refused = bare("HEAD", path).answer();
    assert_eq!((refused.status, &*refused.text), (401, ""));
    let other = bare("HEAD", "/citi-australia/v1/offers").answer();
    assert_eq!((other.status, other.header("allow")), (405, "PUT"));
}
