//! The sandbox with its paths many times over: whether it is as fast with many operations as with few.
//!
//! `cargo run --release --package sandbox --example copies -- --copies 38 --port 8080` answers
//! `/citi-australia/…` and so on, and again beneath `/copy-1` to `/copy-37`.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use clap::Parser as _;
use sandbox::routes::{operations, router_with};
use sandbox::sandbox::Sandbox;
use sandbox::server::{Limits, listen, serve, stopped};

/// The arguments.
#[derive(Debug, clap::Parser)]
struct Arguments {
    /// How many times the paths are there.
    #[arg(long, default_value_t = 38)]
    copies: u32,
    /// Port of 127.0.0.1 to listen on; 0 takes one that is free.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let mut more = Router::new();
    for copy in 1..arguments.copies {
        // Each copy has its own operations and checks, as that many other operations would.
        let sandbox = Arc::new(sandbox()?);
        more = more.merge(operations(&sandbox, &format!("/copy-{copy}")));
    }
    let router = router_with(sandbox()?, more);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
        let listener = listen(address).map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        println!("     Serving http://{address}");
        serve(listener, router, Limits::of_machine(), stopped(), stopped()).await;
        Ok(())
    })
}

fn sandbox() -> Result<Sandbox, String> {
    Sandbox::new(1, 20, None).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        errors.join("\n")
    })
}
