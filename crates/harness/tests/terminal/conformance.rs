//! Conformance, with programs in place of the public tools, and a server that knows one
//! answer in place of the sandbox.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use crate::{Sandbox, golden, program, say};

/// What Schemathesis writes where it found nothing.
const SUMMARY: &str = r#"{
    "complete": true, "stop_reason": "completed", "test_cases": {"generated": 1},
    "phases": {
        "examples": {"status": "success", "skip_reason": null},
        "coverage": {"status": "success", "skip_reason": null},
        "fuzzing": {"status": "success", "skip_reason": null},
        "stateful": {"status": "success", "skip_reason": null}
    },
    "failures": [], "errors": []
}"#;

/// An answer of a documented operation that is not as documented: `{"account_number":"1"}`.
const EVENTS: &str = r#"{"ScenarioFinished": {"phase": "fuzzing", "recorder": {"cases": {"AbC": {"value": {"method": "GET", "path": "/flexiti-customers/client-id/{client_id}/customers/lookup"}}}, "interactions": {"AbC": {"response": {"status_code": 200, "headers": {"content-type": ["application/json"]}, "content": {"$base64": "eyJhY2NvdW50X251bWJlciI6IjEifQ=="}}}}}}}"#;

/// The document of a sandbox that does not answer an operation.
const DOCUMENT: &str = r#"{"paths": {"/worldline-connect/client/v1/{customerId}/products/{paymentProductId}/customerDetails": {"post": {"responses": {"501": {}}}}}}"#;

/// A repository with a toolchain that installs a stand-in for Schemathesis.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for name in ["requirements.txt", "nobody.toml"] {
        sandbox.write(&format!("crates/harness/conformance/{name}"), "");
    }
    let customer = "# customer-N \"@/flexiti-customers/name\"\n";
    sandbox.write("crates/harness/conformance/customer.toml", customer);
    // `python3 -m venv` makes a folder of what stands in `tools`.
    let venv = "[ \"$1\" = -m ] && mkdir -p venv && cp -R ../../tools venv/bin; exit 0";
    program(&sandbox, "bin/python3", venv);
    program(&sandbox, "tools/python", "exit 0");
    let schemathesis = "grep -q ' \"O Name\"' customer-1.toml || exit 3\n\
         while [ $# -gt 0 ]; do\n\
         case $1 in\n\
         --report-json-path) cp ../../answers/summary \"$2\" ;;\n\
         --report-ndjson-path) cp ../../answers/events \"$2\" ;;\n\
         esac\n\
         shift\n\
         done\n\
         cat ../../answers/words\n\
         exit \"$(cat ../../answers/code)\"";
    program(&sandbox, "tools/schemathesis", schemathesis);
    sandbox.write("answers/summary", SUMMARY);
    sandbox.write("answers/events", EVENTS);
    sandbox.write("answers/words", "Schemathesis says so.\n");
    sandbox.write("answers/code", "0");
    sandbox
}

/// What `cargo harness conformance` says of a server that shows this customer.
fn conformance(sandbox: &Sandbox, customer: &'static str) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let port = port.to_string();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut request = [0; 4096];
            let read = stream.read(&mut request).expect("a request");
            let request = String::from_utf8_lossy(&request[..read]);
            let (status, body) = match request.split(' ').nth(1) {
                Some("/openapi.json") => ("200 OK", DOCUMENT),
                // The sandbox has no customers of this page.
                Some(path) if path.contains("/worldline-connect/") => ("404 Not Found", "{}"),
                _ => ("200 OK", customer),
            };
            let length = body.len();
            let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n\r\n{body}");
            stream.write_all(answer.as_bytes()).expect("it is read");
        }
    });
    let said = say(sandbox, &["conformance", "--port", &port]);
    said.replace(&format!("--port {port}"), "--port [port]")
        .replace(&format!("127.0.0.1:{port}"), "127.0.0.1:[port]")
}

const CUSTOMER: &str = r#"{"name": "O Name"}"#;

#[test]
fn answers_that_are_not_as_documented() {
    golden("conformance-broken", &conformance(&sandbox(), CUSTOMER));
}

/// No page needs customers, and no operation an answer: the tool is told where 501 is right.
#[test]
fn an_operation_that_the_sandbox_does_not_answer() {
    let sandbox = sandbox();
    let said = conformance(&sandbox, CUSTOMER);
    let note = "note POST /worldline-connect/client/v1/{customerId}/products/{paymentProductId}/\
                customerDetails is not answered by the sandbox\n";
    assert!(said.contains(note), "{said}");
    let told = sandbox.text("target/conformance/customer-1.toml");
    let allowed = "include-method = \"POST\"\ninclude-path = \"/worldline-connect/";
    assert!(told.contains(allowed) && told.contains("\"501\""), "{told}");
}

#[test]
fn findings_in_the_words_of_the_tool() {
    let sandbox = sandbox();
    let found = SUMMARY.replace("\"failures\": []", "\"failures\": [{}]");
    sandbox.write("answers/summary", found);
    sandbox.write("answers/code", "1");
    let said = conformance(&sandbox, CUSTOMER);
    assert_eq!(said.matches("Schemathesis says so.").count(), 3, "{said}");
    assert!(said.contains("Failed nobody: 1 case;"), "{said}");
    assert!(said.ends_with("[exit 1]\n"), "{said}");
}

#[test]
fn a_tool_that_breaks() {
    let sandbox = sandbox();
    // It finds nothing, and says that it failed.
    sandbox.write("answers/code", "2");
    let said = conformance(&sandbox, CUSTOMER);
    assert!(said.contains("found 0 failures"), "{said}");
    assert!(said.ends_with("[exit 2]\n"), "{said}");
    let cut = SUMMARY.replace("\"complete\": true", "\"complete\": false");
    sandbox.write("answers/summary", cut);
    let said = conformance(&sandbox, CUSTOMER);
    assert!(said.contains("expected a run to its end"), "{said}");
    sandbox.remove("answers/events");
    let said = conformance(&sandbox, CUSTOMER);
    assert!(said.ends_with("[exit 2]\n"), "{said}");
}

#[test]
fn a_server_that_does_not_show_its_customers() {
    golden("bad-conformance-customer", &conformance(&sandbox(), "{}"));
}

#[test]
fn without_python() {
    let sandbox = sandbox();
    sandbox.remove("bin/python3");
    golden("bad-conformance-python", &conformance(&sandbox, CUSTOMER));
}
