//! What the client makes of documented answers, which a server on this machine gives.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use client::{Client, Error};
use contract::citi::email::CustomerEmails;
use uuid::Uuid;

/// A client of a server that gives one answer to one request, and what was asked.
fn answered(status: &str, body: &str) -> (Client, thread::JoinHandle<String>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    );
    let asked = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let mut asked = Vec::new();
        while !asked.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).expect("the head of a request");
            asked.extend(byte);
        }
        stream
            .write_all(answer.as_bytes())
            .expect("the answer is read");
        String::from_utf8(asked).expect("a head is text")
    });
    (Client::new(&format!("http://{address}")), asked)
}

fn wait<T>(what: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(what)
}

#[test]
fn a_body_is_read_into_the_type_of_the_contract() {
    let (client, asked) = answered("200 OK", r#"{"emails":[{"emailKey":7}]}"#);
    let emails = client.citi_get_customer_emails();
    let emails = emails.client_id("app").uuid(Uuid::nil()).send();
    let emails: CustomerEmails = wait(emails).expect("an answer").into_inner();
    let email = emails.emails.iter().flatten().next().expect("an email");
    assert_eq!(email.email_key.as_ref().map(|key| key.0), Some(7));
    let asked = asked.join().expect("the server answers");
    assert!(
        asked.starts_with("GET /v1/customers/profiles/emails HTTP/1.1"),
        "{asked}"
    );
    assert!(asked.contains("\r\nclient_id: app\r\n"), "{asked}");
}

#[test]
fn an_error_is_read_into_the_type_of_the_contract() {
    let body = r#"{"code":"unAuthorized","type":"error"}"#;
    let (client, _) = answered("401 Unauthorized", body);
    let emails = client.citi_get_customer_emails();
    let emails = wait(emails.client_id("app").uuid(Uuid::nil()).send());
    let Err(Error::ErrorResponse(error)) = emails else {
        panic!("expected the error of the page, but found {emails:?} instead");
    };
    assert_eq!(error.status(), 401);
    assert_eq!(error.code, "unAuthorized");
}

#[test]
fn a_value_beyond_its_bound_is_not_sent() {
    let (client, _) = answered("200 OK", "{}");
    let long = "0".repeat(200);
    let lookup = client.flexiti_look_up_customer().client_id(long.as_str());
    let refused = wait(lookup.send()).expect_err("the identifier is too long");
    assert!(matches!(refused, Error::InvalidRequest(_)), "{refused:?}");
    assert!(
        !refused.to_string().contains(&long),
        "a value stands in a message"
    );
}
