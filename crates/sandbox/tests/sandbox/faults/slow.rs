//! Clients that take their time, or never come to an end.

use std::io::{BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::thread;
use std::time::Duration;

use super::answer::Answer;
use super::program::{GOOD, Sandbox, WITH_BODY};

#[test]
fn a_head_that_comes_byte_by_byte_is_answered_and_holds_up_nobody() {
    let sandbox = Sandbox::start(&[]);
    let mut slow: Vec<TcpStream> = (0..50).map(|_| sandbox.connect()).collect();
    for byte in format!("{GOOD}\r\n").bytes() {
        for stream in &mut slow {
            stream.write_all(&[byte]).expect("it still listens");
        }
        if byte == b'\n' {
            sandbox.serves_others();
        }
        thread::sleep(Duration::from_millis(1));
    }
    for stream in slow {
        let answer = Answer::read(&mut BufReader::new(stream)).expect("an answer");
        assert_eq!(answer.status, 200);
    }
}

#[test]
fn a_body_that_never_comes_holds_up_nobody() {
    let sandbox = Sandbox::start(&[]);
    let head = format!("{WITH_BODY}Content-Length: 100\r\n\r\n{{\"customerId\"");
    let _slow: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = sandbox.connect();
            stream.write_all(head.as_bytes()).expect("it listens");
            stream
        })
        .collect();
    for _ in 0..20 {
        sandbox.serves_others();
    }
}

#[test]
fn requests_that_break_off_harm_nobody() {
    let sandbox = Sandbox::start(&[]);
    let whole = format!("{WITH_BODY}Content-Length: 20\r\n\r\n{{\"customerId\": \"1234");
    for end in 0..whole.len() {
        let mut stream = sandbox.connect();
        stream
            .write_all(&whole.as_bytes()[..end])
            .expect("it listens");
        // Half of them hang up on both directions, and half only stop sending.
        if end % 2 == 0 {
            stream.shutdown(Shutdown::Write).expect("it is open");
        }
    }
    sandbox.serves_others();
}

#[test]
fn whoever_stops_sending_is_told_what_is_wrong_or_hung_up_on() {
    let sandbox = Sandbox::start(&[]);
    for request in [
        GOOD.to_owned(),
        format!("{WITH_BODY}Content-Length: 20\r\n\r\n{{"),
    ] {
        let mut stream = sandbox.connect();
        stream.write_all(request.as_bytes()).expect("it listens");
        stream.shutdown(Shutdown::Write).expect("it is open");
        let mut said = String::new();
        stream.read_to_string(&mut said).expect("an end");
        assert!(
            said.is_empty() || said.starts_with("HTTP/1.1 400"),
            "{said}"
        );
    }
}

#[test]
fn whoever_does_not_read_its_answers_holds_up_nobody() {
    let sandbox = Sandbox::start(&[]);
    let mut deaf = sandbox.connect();
    let often = format!("{GOOD}\r\n").repeat(100);
    let short = Some(Duration::from_millis(300));
    deaf.set_write_timeout(short).expect("a time limit");
    // Nothing more can be sent once the answers have filled every buffer between the two.
    let full = (0..10_000).find_map(|_| deaf.write_all(often.as_bytes()).err());
    let full = full.expect("the sandbox does not take without an end");
    assert!(
        matches!(full.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        "{full}"
    );
    sandbox.serves_others();
    let first = Answer::read(&mut BufReader::new(deaf)).expect("the first answer");
    assert_eq!(first.status, 200);
}
