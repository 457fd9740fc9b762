//! Connections: how many, how long, how large, and how they end.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;

/// The limits of the server.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at a time; one more is closed at once.
    pub connections: usize,
    /// Bytes of the head of a request: more is answered with 431.
    pub head: usize,
    /// How long a head may take, and how long a connection may wait for its next request.
    pub head_time: Duration,
    /// How long a client may take to read some of its answer.
    pub read_time: Duration,
    /// How long requests may go on when the server stops.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 16_384,
            head: 16 * 1024,
            head_time: Duration::from_secs(30),
            read_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(10),
        }
    }
}

/// Descriptors that are not for connections: the log, the portal's files.
const RESERVED: u64 = 64;

impl Limits {
    /// Allows as many connections as the machine does, after raising the limit of open files as far as possible.
    #[must_use]
    pub fn of_machine() -> Self {
        let limits = Self::default();
        let wanted = u64::try_from(limits.connections).unwrap_or(u64::MAX) + RESERVED;
        // If the limit is unknown, the default holds, and a failed `accept` is tried again.
        let allowed = rlimit::increase_nofile_limit(wanted).unwrap_or(wanted);
        let connections = allowed.saturating_sub(RESERVED).max(1);
        Self {
            connections: usize::try_from(connections)
                .map_or(limits.connections, |it| it.min(limits.connections)),
            ..limits
        }
    }
}

/// Connections that may wait to be accepted, if the machine allows so many. Where there is no room a
/// client asks again after a second only, and 128, which is usual, are there at once in a crowd.
const BACKLOG: u32 = 4096;

/// Listens on an address; within a runtime.
///
/// # Errors
///
/// Returns an error if the address is taken or does not belong to this machine.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4(),
        SocketAddr::V6(_) => TcpSocket::new_v6(),
    }?;
    // A port is free when its last program has ended, not a minute later.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until `stop` is ready, then lets requests that have begun end, unless `at_once` is ready;
/// whether all did in time.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
    at_once: impl Future<Output = ()>,
) -> bool {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_buf_size(limits.head);
    let free = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stopped = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stopped => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) => {
                // Beyond the limit the connection is dropped, which closes it: others are served.
                if let Ok(permit) = Arc::clone(&free).try_acquire_owned() {
                    let stream = patient(stream, limits.read_time);
                    connection(stream, &builder, router.clone(), graceful.watcher(), permit);
                } else {
                    tracing::warn!(limit = limits.connections, "too many connections");
                }
            }
            Err(error) => {
                // A client that is gone already, or no descriptor that is free: others go on meanwhile.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
    drop(listener);
    tokio::select! {
        ended = timeout(limits.stop_time, graceful.shutdown()) => ended.is_ok(),
        () = at_once => false,
    }
}

/// A connection that is given up when its client does not read for so long.
fn patient(stream: TcpStream, read_time: Duration) -> Pin<Box<TimeoutStream<TcpStream>>> {
    // Answers are small: waiting to fill a packet would only delay them.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(read_time));
    Box::pin(stream)
}

/// Serves a connection on its own, until it ends.
fn connection(
    stream: Pin<Box<TimeoutStream<TcpStream>>>,
    builder: &http1::Builder,
    router: Router,
    watcher: Watcher,
    permit: OwnedSemaphorePermit,
) {
    let service = TowerToHyperService::new(router);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    let connection = watcher.watch(connection);
    tokio::spawn(async move {
        // What ends a connection early is the client's affair: it went, or sent no HTTP.
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
        drop(permit);
    });
}

/// Ready when the process is asked to stop: SIGTERM or SIGINT, Ctrl-C elsewhere.
pub async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let interrupt = signal(SignalKind::interrupt());
        let terminate = signal(SignalKind::terminate());
        if let (Ok(mut interrupt), Ok(mut terminate)) = (interrupt, terminate) {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a signal to wait for, the process ends as it is killed.
        std::future::pending::<()>().await;
    }
}
