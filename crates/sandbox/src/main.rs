//! The program `sandbox`: reads the arguments, serves, and returns its exit code.

use std::io::{self, Write as _};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;
use sandbox::arguments::Arguments;
use sandbox::greeting::greeting;
use sandbox::record::record;
use sandbox::sandbox::Sandbox;
use sandbox::server::{Limits, listen, serve, stopped};
use sandbox::{DocumentError, log, routes};
use tokio::net::TcpListener;

/// Why the sandbox cannot serve.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Documents(Vec<DocumentError>),
    #[error(
        "expected a portal in {}, but found no index.html there instead: write it with \
         `cargo xtask portal --out {}`", .0.display(), .0.display()
    )]
    Docs(PathBuf),
    #[error(
        "expected to write the record, but found that it is not possible: {0}; choose another file \
         with `--record`"
    )]
    Record(io::Error),
    #[error(
        "expected to start threads, but found that it is not possible: {0}; end other programs"
    )]
    Threads(io::Error),
    #[error(
        "expected port {port} of {host} to be free, but found that another program has it: stop \
         that program, or choose another port with `--port`"
    )]
    Taken { host: IpAddr, port: u16 },
    #[error(
        "expected to listen on {0}, but found that it is not possible: {1}; choose another address \
         with `--host`, or another port with `--port`"
    )]
    Address(SocketAddr, io::Error),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            // If standard error is closed, nobody can read the message.
            let _ = writeln!(io::stderr(), "error: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Trouble> {
    let guard = log::begin(arguments.log);
    let docs = docs(arguments.docs.as_deref())?;
    let count = usize::try_from(arguments.customers).unwrap_or(usize::MAX);
    let serves_docs = docs.is_some();
    let sandbox = Sandbox::new(arguments.seed, count, docs).map_err(Trouble::Documents)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Trouble::Threads)?;
    let (mut router, mut writer) = (routes::router(sandbox), None);
    if let Some(file) = &arguments.record {
        let (recorded, thread) = record(router, file).map_err(Trouble::Record)?;
        (router, writer) = (recorded, Some(thread));
    }
    let served = runtime.block_on(served(arguments, router, serves_docs));
    drop(runtime);
    let _ended = writer.map(std::thread::JoinHandle::join);
    drop(guard);
    served
}

/// The folder of the portal: the given one, or the one that `cargo xtask portal` writes, if it exists.
fn docs(given: Option<&Path>) -> Result<Option<PathBuf>, Trouble> {
    let is_portal = |folder: &Path| folder.join("index.html").is_file();
    match given {
        Some(folder) if is_portal(folder) => Ok(Some(folder.to_owned())),
        Some(folder) => Err(Trouble::Docs(folder.to_owned())),
        None => Ok(Some(PathBuf::from("target/portal")).filter(|folder| is_portal(folder))),
    }
}

async fn served(arguments: &Arguments, router: axum::Router, docs: bool) -> Result<(), Trouble> {
    let (host, port) = (arguments.host, arguments.port);
    let address = SocketAddr::new(host, port);
    let listener = listen(address).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Trouble::Taken { host, port },
        _ => Trouble::Address(address, error),
    })?;
    greet(arguments, &listener, docs);
    let limits = Limits::of_machine();
    tracing::info!(connections = limits.connections, "serving");
    let ended = serve(listener, router, limits, stopped(), stopped()).await;
    tracing::info!(requests_ended = ended, "stopped");
    Ok(())
}

/// Prints where it serves what; it goes on serving if the text cannot be printed.
fn greet(arguments: &Arguments, listener: &TcpListener, docs: bool) {
    if let Ok(address) = listener.local_addr() {
        let _ = write!(io::stdout(), "{}", greeting(address, arguments, docs));
    }
}
