//! The arguments of `sandbox`.

use std::net::IpAddr;
use std::path::PathBuf;

/// Answers as the documented customer APIs do, with invented customers.
#[derive(Clone, Debug, clap::Parser)]
#[command(name = "sandbox", version)]
pub struct Arguments {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Port to listen on; 0 takes one that is free
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Number that the invented customers follow from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many customers each page has
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub customers: u32,
    /// Folder of the portal, served at /docs/ [default: target/portal, if `cargo xtask portal` wrote it]
    #[arg(long, value_name = "DIR")]
    pub docs: Option<PathBuf>,
    /// File that the exchanges are written to, as NDJSON with an entry of HAR a line
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// What is logged to standard error
    #[arg(long, value_enum, default_value_t = Log::Requests)]
    pub log: Log,
}

/// What is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Log {
    /// Nothing
    Off,
    /// What goes wrong in the sandbox
    Warnings,
    /// Every request too
    Requests,
}
