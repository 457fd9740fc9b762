//! What the HTTP library can do at most: every request is answered with the same bytes, unread.
//!
//! `crates/harness/load/run` measures it beside the sandbox: what the sandbox takes beyond it is the time of
//! routing, checking and answering.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use axum::body::Bytes;
use clap::Parser as _;
use http_body_util::Full;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use sandbox::server::listen;

/// The arguments.
#[derive(Debug, clap::Parser)]
struct Arguments {
    /// Bytes of every answer.
    #[arg(long, default_value_t = 1024)]
    bytes: usize,
    /// Port of 127.0.0.1 to listen on; 0 takes one that is free.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(never) => match never {},
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<Infallible, std::io::Error> {
    let body = Bytes::from(" ".repeat(arguments.bytes));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port)))?;
        println!("     Serving http://{}", listener.local_addr()?);
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            let body = body.clone();
            let answer = move |_: Request<hyper::body::Incoming>| {
                let mut response = Response::new(Full::new(body.clone()));
                let json = HeaderValue::from_static("application/json");
                response.headers_mut().insert(CONTENT_TYPE, json);
                std::future::ready(Ok::<_, Infallible>(response))
            };
            let connection =
                http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer));
            // A client that goes is no trouble.
            tokio::spawn(async move { drop(connection.await) });
        }
    })
}
