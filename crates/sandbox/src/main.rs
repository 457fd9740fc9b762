//! `sandbox`: reads the arguments, serves, gives its exit code.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Parser as _;
use sandbox::arguments::Arguments;
use sandbox::customers::Customers;
use sandbox::sandbox::Sandbox;
use sandbox::server::{Limits, listen, serve, stopped};
use sandbox::state::Store;
use sandbox::{log, routes};

/// What keeps the sandbox from serving.
type Trouble = String;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Trouble> {
    let guard = log::begin(arguments.log);
    let count = usize::try_from(arguments.customers).unwrap_or(usize::MAX);
    let customers = Customers::invented(arguments.seed, count);
    let store =
        Store::open(customers, arguments.state.as_deref()).map_err(|error| error.to_string())?;
    let docs = Some(arguments.docs.clone()).filter(|folder| folder.join("index.html").is_file());
    let sandbox = Sandbox::new(store, docs).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        errors.join("\n")
    })?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| {
        format!("expected threads to serve with, but found none instead: {error}")
    })?;
    runtime.block_on(served(arguments, sandbox))?;
    drop(guard);
    Ok(())
}

async fn served(arguments: &Arguments, sandbox: Sandbox) -> Result<(), Trouble> {
    let address = SocketAddr::new(arguments.host, arguments.port);
    let listener = listen(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "expected port {} of {} to be free, but found that another program has it: stop that \
             program, or choose another port with `--port`",
            arguments.port, arguments.host
        ),
        _ => format!("expected to listen on {address}, but found that it is not possible: {error}"),
    })?;
    let address = listener.local_addr().unwrap_or(address);
    println!(
        "     Serving http://{address} with {} customers of each source, seed {}",
        arguments.customers, arguments.seed
    );
    println!("             documents at /openapi.json, customers at /customers, portal at /docs/");
    let limits = Limits::of_machine();
    tracing::info!(%address, connections = limits.connections, "serving");
    let ended = serve(listener, routes::router(sandbox), limits, stopped()).await;
    tracing::info!(requests_ended = ended, "stopped");
    Ok(())
}
