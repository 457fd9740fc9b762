//! A stop in the midst of work.

use std::io::{BufReader, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::answer::Answer;
use super::program::{GOOD, Sandbox, WITH_BODY};

#[test]
fn a_stop_under_load_breaks_off_no_answer() {
    let mut sandbox = Sandbox::start(&[]);
    let stopped = AtomicBool::new(false);
    let answers: usize = thread::scope(|scope| {
        let (sandbox, stopped) = (&sandbox, &stopped);
        let ask = move || {
            let mut answers = 0;
            loop {
                match sandbox.try_ask(format!("{GOOD}\r\n").as_bytes()) {
                    Ok(answer) => assert_eq!(answer.status, 200),
                    // Nobody is let in after the stop, and everybody before it.
                    Err(_) if stopped.load(Ordering::SeqCst) => return answers,
                    Err(error) => panic!("{error}"),
                }
                answers += 1;
            }
        };
        let clients: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        thread::sleep(Duration::from_millis(200));
        stopped.store(true, Ordering::SeqCst);
        sandbox.terminate();
        let clients = clients.into_iter().map(thread::ScopedJoinHandle::join);
        clients.map(|it| it.expect("its answers")).sum()
    });
    assert_eq!(sandbox.ended().code(), Some(0));
    assert!(answers > 8, "there was load: {answers}");
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
