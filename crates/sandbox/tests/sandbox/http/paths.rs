//! Paths and methods that are nobody's, and the sandbox's own.

use contract::catalogue::PROVIDERS;

use crate::ask::ask;

#[test]
fn an_unknown_path_is_told_where_the_paths_are() {
    let answer = ask("GET /v1/customers/profiles").answer();
    assert_eq!(answer.status, 404);
    let detail = answer.body()["detail"].to_string();
    assert!(detail.contains("/citi-australia"), "{detail}");
}

#[test]
fn the_first_page_says_where_everything_is() {
    let index = ask("GET /").answer().body();
    assert_eq!(index["document"], "/openapi.json");
    for (page, provider) in index["pages"]
        .as_array()
        .expect("pages")
        .iter()
        .zip(PROVIDERS)
    {
        assert_eq!(page["page"], provider.id);
        let operations = page["operations"].as_array().expect("operations");
        assert_eq!(operations.len(), provider.operations.len());
    }
    assert_eq!(
        index["pages"].as_array().map(Vec::len),
        Some(PROVIDERS.len())
    );
}

#[test]
fn it_says_that_it_is_well() {
    let health = ask("GET /health").answer();
    assert_eq!(
        (health.status, &health.body()["status"]),
        (200, &"ok".into())
    );
}

#[test]
fn a_page_of_any_origin_may_call() {
    let answer = ask("OPTIONS /citi-australia/v1/customers/profiles")
        .with("origin", "http://127.0.0.1:9000")
        .with("access-control-request-method", "GET")
        .with(
            "access-control-request-headers",
            "authorization,client_id,uuid",
        )
        .answer();
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        "http://127.0.0.1:9000"
    );
    let headers = answer.header("access-control-allow-headers");
    for name in ["authorization", "client_id", "uuid", "channelid", "prefer"] {
        assert!(headers.split(',').any(|it| it == name), "{name}: {headers}");
    }
}

#[test]
fn an_address_that_is_no_text_is_nobody_s() {
    for path in [
        "GET /customers/%ff/1",
        "GET /%ff/openapi.json",
        "GET /customers/flexiti-customers/+1",
    ] {
        let answer = ask(path).answer();
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
}
