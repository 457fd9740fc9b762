//! A stop in the midst of work.

use std::io::{BufReader, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::answer::Answer;
use crate::changes::Customer;
use crate::sandbox::{GOOD, Sandbox, WITH_BODY};

#[test]
fn a_stop_under_load_loses_no_acknowledged_change() {
    const WRITERS: usize = 8;
    let folder = TempDir::new().expect("a folder");
    let state = folder.path().join("state.json");
    let arguments = ["--state", state.to_str().expect("text")];
    let mut sandbox = Sandbox::start(&arguments);
    let stopped = AtomicBool::new(false);
    let acknowledged: Vec<usize> = thread::scope(|scope| {
        let (sandbox, stopped) = (&sandbox, &stopped);
        let write = move |number: usize| {
            let customer = Customer(number);
            let record = customer.record(sandbox);
            let mut acknowledged = 0;
            loop {
                let name = format!("NAME {}", acknowledged + 1);
                match customer.rename(sandbox, &record, &name) {
                    Ok(status) => assert_eq!(status, 200),
                    // Whoever comes too late is not let in; nobody is, before.
                    Err(error) if stopped.load(Ordering::SeqCst) => {
                        drop(error);
                        return acknowledged;
                    }
                    Err(error) => panic!("{error}"),
                }
                acknowledged += 1;
            }
        };
        let read = move || {
            while sandbox.try_ask(format!("{GOOD}\r\n").as_bytes()).is_ok() {}
        };
        let writers: Vec<_> = (1..=WRITERS)
            .map(|number| scope.spawn(move || write(number)))
            .collect();
        for _ in 0..4 {
            scope.spawn(read);
        }
        thread::sleep(Duration::from_millis(700));
        stopped.store(true, Ordering::SeqCst);
        sandbox.terminate();
        let writers = writers.into_iter().map(thread::ScopedJoinHandle::join);
        writers.map(|it| it.expect("its changes")).collect()
    });
    assert_eq!(sandbox.ended().code(), Some(0));
    let all: usize = acknowledged.iter().sum();
    assert!(all > WRITERS, "there was load: {acknowledged:?}");
    let again = Sandbox::start(&arguments);
    for (index, last) in acknowledged.iter().enumerate() {
        let name = Customer(index + 1).name(&again);
        // The change after the last acknowledged one may be there or not.
        let known = [format!("NAME {last}"), format!("NAME {}", last + 1)];
        assert!(known.contains(&name), "{last} acknowledged, {name} there");
    }
}

#[test]
fn requests_in_flight_are_answered_before_it_stops() {
    let mut sandbox = Sandbox::start(&[]);
    let body = "{\"customerId\": \"x\"}";
    let mut in_flight = sandbox.connect();
    let head = format!("{WITH_BODY}Content-Length: {}\r\n\r\n", body.len());
    in_flight.write_all(head.as_bytes()).expect("it listens");
    let mut idle = sandbox.connect();
    let good = format!("{GOOD}\r\n");
    idle.write_all(good.as_bytes()).expect("it listens");
    let mut idle = BufReader::new(idle);
    assert_eq!(Answer::read(&mut idle).expect("an answer").status, 200);
    // The head has been read when others are answered.
    sandbox.serves_others();
    sandbox.terminate();
    // Whoever only waits is hung up on.
    assert!(Answer::read(&mut idle).is_err());
    assert!(
        sandbox.try_ask(good.as_bytes()).is_err(),
        "nobody is let in"
    );
    in_flight
        .write_all(body.as_bytes())
        .expect("it still listens");
    let answer = Answer::read(&mut BufReader::new(in_flight));
    assert_eq!(answer.expect("an answer").status, 400);
    assert_eq!(sandbox.ended().code(), Some(0));
}

#[test]
fn a_stop_does_not_wait_for_whoever_says_nothing() {
    let mut sandbox = Sandbox::start(&[]);
    let _silent: Vec<_> = (0..100).map(|_| sandbox.connect()).collect();
    sandbox.serves_others();
    sandbox.terminate();
    assert_eq!(sandbox.ended().code(), Some(0));
}
