//! Requests that are larger or deeper than any that is documented.

use super::program::{GOOD, Sandbox, WITH_BODY};

#[test]
fn an_oversized_head_is_refused() {
    let sandbox = Sandbox::start(&[]);
    let long = "a".repeat(64 * 1024);
    let many = "a: b\r\n".repeat(2000);
    for request in [
        format!("{GOOD}a: {long}\r\n\r\n"),
        format!("{GOOD}{many}\r\n"),
        GOOD.replace(" HTTP", &format!("?a={long} HTTP")) + "\r\n",
        format!("{GOOD}{long}"),
    ] {
        let answer = sandbox.ask(&request);
        assert_eq!(answer.status, 431, "{}", &request[..80]);
        sandbox.serves_others();
    }
}

#[test]
fn a_head_just_as_large_as_is_allowed_is_answered() {
    let sandbox = Sandbox::start(&[]);
    let long = "a".repeat(15 * 1024);
    assert_eq!(sandbox.ask(format!("{GOOD}a: {long}\r\n\r\n")).status, 200);
}

#[test]
fn an_oversized_body_is_refused_before_it_is_sent() {
    let sandbox = Sandbox::start(&[]);
    let change = "PUT /customers/flexiti-customers/1 HTTP/1.1\r\nHost: sandbox\r\n";
    for head in [WITH_BODY, change] {
        for length in ["65537", "100000000", "9223372036854775807"] {
            let answer = sandbox.ask(format!("{head}Content-Length: {length}\r\n\r\n"));
            assert_eq!(answer.status, 413, "{length}");
            assert_eq!(answer.media_type(), Some("application/problem+json"));
        }
    }
    sandbox.serves_others();
}

#[test]
fn an_oversized_body_is_refused_while_it_is_sent() {
    let sandbox = Sandbox::start(&[]);
    let chunk = format!("1000\r\n{}\r\n", "a".repeat(0x1000));
    for chunks in [17, 1000] {
        let body = chunk.repeat(chunks);
        let head = format!("{WITH_BODY}Transfer-Encoding: chunked\r\n\r\n");
        let answer = sandbox.ask(format!("{head}{body}0\r\n\r\n"));
        assert_eq!(answer.status, 413, "{chunks} chunks");
        let answer = sandbox.send(WITH_BODY, &vec![b' '; chunks * 0x1000]);
        assert_eq!(answer.status, 413, "{chunks} times as much at once");
    }
    sandbox.serves_others();
}

#[test]
fn a_deeply_nested_body_is_refused() {
    let sandbox = Sandbox::start(&[]);
    let nested = |open: &str, close: &str, depth: usize| open.repeat(depth) + &close.repeat(depth);
    for (body, status) in [
        (nested("[", "]", 30_000), 400),
        (nested("{\"a\":", "}", 10_000).replace(":}", ":1}"), 400),
        (nested("[", "]", 100_000), 413),
        ("[".repeat(60_000), 400),
        ("[".repeat(100_000), 413),
    ] {
        let answer = sandbox.send(WITH_BODY, body.as_bytes());
        assert_eq!(answer.status, status, "{}", &body[..10]);
        let change = "PUT /customers/flexiti-customers/1 HTTP/1.1\r\nHost: sandbox\r\n\
                      Content-Type: application/json\r\n";
        let answer = sandbox.send(change, body.as_bytes());
        assert_eq!(answer.status, status, "{}", &body[..10]);
        sandbox.serves_others();
    }
}
