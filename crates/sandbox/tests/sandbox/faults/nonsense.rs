//! Requests that are no text, or no HTTP.

use super::program::{GOOD, Sandbox, WITH_BODY};

/// A good text with one byte that is no UTF-8 in the place of the mark.
fn spoilt(text: &str, mark: &str, with: &[u8]) -> Vec<u8> {
    let (before, after) = text.split_once(mark).expect("the mark");
    [before.as_bytes(), with, after.as_bytes()].concat()
}

#[test]
fn what_is_no_utf_8_is_refused() {
    let sandbox = Sandbox::start(&[]);
    let good = format!("{GOOD}\r\n");
    let offers = "citi-hong-kong/v1/sales/customers/offers/details";
    let offers = good.replace("citi-australia/v1/customers/profiles/basic", offers);
    let cards = offers.replace(
        "sales/customers/offers/details",
        "cards/accounts/X/addresses",
    );
    let is_refused = |what: &str, request: Vec<u8>, status: u16| {
        assert_eq!(sandbox.ask(&request).status, status, "{what}");
        sandbox.serves_others();
    };
    let queried = |query: &[u8]| {
        spoilt(
            &offers,
            "details",
            &[b"details?campaignId=", query].concat(),
        )
    };
    is_refused(
        "a byte in the path",
        spoilt(&good, "profiles", b"\xff"),
        400,
    );
    is_refused(
        "an escape in the path",
        spoilt(&cards, "/X/", b"/%FF/"),
        400,
    );
    is_refused("an escape in a query", queried(b"%C3%28"), 400);
    is_refused("a byte in a query", queried(b"\xff"), 400);
    is_refused(
        "a byte in a header",
        spoilt(&good, ": client", b": \xff"),
        400,
    );
    is_refused(
        "a byte in a token",
        spoilt(&good, "customer-1", b"\xff"),
        401,
    );
    is_refused("a byte in the method", spoilt(&good, "GET", b"G\xff"), 400);
    let answer = sandbox.send(WITH_BODY, b"{\"customerId\": \"\xff\"}");
    assert_eq!(answer.status, 400, "a byte in a body");
    sandbox.serves_others();
}

#[test]
fn what_is_no_http_is_refused_or_hung_up_on() {
    let sandbox = Sandbox::start(&[]);
    for request in [
        &b"\0\0\0\0\r\n\r\n"[..],
        b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/3\r\n\r\n",
        b"GET / HTTP/1.1\r\nno header\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n",
    ] {
        if let Ok(answer) = sandbox.try_ask(request) {
            assert!((400..500).contains(&answer.status), "{answer:?}");
        }
        sandbox.serves_others();
    }
}
