//! The limits of a server, with shorter times than it has by default.

use std::io::{BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use sandbox::server::{Limits, listen, serve};
use tokio::sync::oneshot;

use super::answer::Answer;
use super::program::PATIENCE;

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: sandbox\r\n\r\n";

/// Serves while a client does something, then stops; what the client found, and whether all requests
/// ended in time. An answer takes `takes`.
fn with<T: Send + 'static>(
    limits: Limits,
    takes: Duration,
    client: impl FnOnce(SocketAddr) -> T + Send + 'static,
) -> (T, bool) {
    let answer = move || async move {
        tokio::time::sleep(takes).await;
        "answered"
    };
    let large = || async { vec![b' '; 256 * 1024] };
    let router = Router::new()
        .route("/", get(answer))
        .route("/large", get(large));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let listener = listen((Ipv4Addr::LOCALHOST, 0).into()).expect("a port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let client = thread::spawn(move || {
            let found = client(address);
            drop(stop);
            found
        });
        // The sender is dropped when the client has done.
        let stopped = async { drop(stopped.await) };
        let ended = serve(listener, router, limits, stopped, std::future::pending()).await;
        (client.join().expect("what it found"), ended)
    })
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
    stream
}

/// Reads to the end of a connection.
fn rest(mut stream: TcpStream) -> String {
    let mut rest = String::new();
    // Whoever is hung up on in the midst of sending is told so by an error.
    let _reset = stream.read_to_string(&mut rest);
    rest
}

#[test]
fn a_head_that_takes_too_long_is_given_up() {
    let limits = Limits {
        head_time: Duration::from_millis(200),
        ..Limits::default()
    };
    let client = |address| {
        let mut half = connect(address);
        half.write_all(&REQUEST[..10]).expect("it listens");
        let silent = connect(address);
        let mut again = connect(address);
        again.write_all(REQUEST).expect("it listens");
        [half, silent, again].map(rest)
    };
    let ([half, silent, again], ended) = with(limits, Duration::ZERO, client);
    assert!(!half.contains("200"), "{half}");
    assert_eq!(silent, "");
    // It was answered, and hung up on when no other request came.
    assert!(again.ends_with("answered"), "{again}");
    assert!(ended);
}

#[test]
fn one_connection_too_many_is_closed_and_the_others_are_served() {
    let limits = Limits {
        connections: 2,
        ..Limits::default()
    };
    let client = |address| {
        let mut first = connect(address);
        let second = connect(address);
        let third = rest(connect(address));
        first.write_all(REQUEST).expect("it listens");
        let answer = Answer::read(&mut BufReader::new(&first)).expect("an answer");
        // Where one has gone there is room for another one.
        drop(second);
        let room = (0..100).find_map(|_| {
            thread::sleep(Duration::from_millis(10));
            let mut stream = connect(address);
            let _refused = stream.write_all(REQUEST);
            Answer::read(&mut BufReader::new(stream)).ok()
        });
        (answer.status, third, room.map(|answer| answer.status))
    };
    let (found, _) = with(limits, Duration::ZERO, client);
    assert_eq!(found, (200, String::new(), Some(200)));
}

#[test]
fn what_takes_longer_than_a_stop_is_given_up() {
    // A request whose answer takes long, and a head that never ends.
    for (sent, takes) in [(REQUEST, 60), (&REQUEST[..10], 0)] {
        let limits = Limits {
            stop_time: Duration::from_millis(100),
            ..Limits::default()
        };
        let (keep, kept) = mpsc::channel();
        let client = move |address| {
            let mut stream = connect(address);
            stream.write_all(sent).expect("it listens");
            // It has been read when the stop comes.
            thread::sleep(Duration::from_millis(100));
            keep.send(stream).expect("the test goes on");
        };
        let ((), ended) = with(limits, Duration::from_secs(takes), client);
        assert!(!ended, "it says that a request was given up");
        assert_eq!(rest(kept.recv().expect("the connection")), "");
    }
}

#[test]
fn whoever_reads_nothing_is_hung_up_on() {
    let limits = Limits {
        read_time: Duration::from_millis(200),
        ..Limits::default()
    };
    let client = |address| {
        let mut deaf = connect(address);
        deaf.set_write_timeout(Some(PATIENCE)).expect("a limit");
        let often = b"GET /large HTTP/1.1\r\nHost: sandbox\r\n\r\n".repeat(1000);
        // First the buffers between the two are filled, then the connection is gone.
        let gone = (0..100_000).find_map(|_| deaf.write_all(&often).err());
        gone.map(|error| error.kind())
    };
    let (gone, _) = with(limits, Duration::ZERO, client);
    let gone = gone.expect("the sandbox does not take without an end");
    assert!(
        matches!(gone, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe),
        "{gone}"
    );
}
