//! Lets wrk send a request as often as a server answers it.

use std::path::Path;

use serde::Deserialize;

use super::{CLIENT, Request, SCRIPT};
use cli::process::{self, Failure};

/// How the script's line begins.
const MEASURED: &str = "measured ";

/// What wrk measured; times are in microseconds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Load {
    /// How many requests were answered.
    pub requests: u64,
    /// How long it took.
    pub duration: u64,
    /// How long a request took that is in the middle of all of them.
    pub p50: u64,
    /// How long a request took that only one of a hundred exceeds.
    pub p99: u64,
    /// How many answers were refusals, 400 or more.
    pub refused: u64,
    /// How many requests had no answer.
    pub broken: u64,
}

/// Sends a request to a server for some seconds, over 16 connections, beneath each of the copies of
/// its path in turn.
///
/// # Errors
///
/// That wrk failed, or that a good request was not answered well.
pub fn load(
    port: u16,
    request: &Request,
    copies: usize,
    seconds: u64,
    work: &Path,
) -> Result<Load, Failure> {
    let core = CLIENT.to_string();
    let address = format!("http://127.0.0.1:{port}");
    let (seconds, copies) = (format!("{seconds}s"), copies.to_string());
    let mut argv: Vec<String> = [
        "taskset",
        "--cpu-list",
        &core,
        "wrk",
        "--threads",
        "1",
        "--connections",
        "16",
        "--duration",
        &seconds,
        // An answer that comes late is one, and its time counts.
        "--timeout",
        "30s",
        "--script",
        SCRIPT,
        &address,
        "--",
        request.method,
        request.path,
        &copies,
        &request.body,
    ]
    .map(str::to_owned)
    .to_vec();
    let headers = request.headers.iter();
    argv.extend(headers.map(|(name, value)| format!("{name}: {value}")));
    let printed = process::run(&argv, work)?;
    read(&printed)
}

fn read(printed: &str) -> Result<Load, Failure> {
    let mut lines = printed.lines();
    let line = lines.find_map(|line| line.strip_prefix(MEASURED));
    let load = line.and_then(|line| serde_json::from_str::<Load>(line).ok());
    let load = load.ok_or_else(|| {
        Failure::Step(format!(
            "expected a line `{MEASURED}…` of wrk, but found:\n{printed}"
        ))
    })?;
    if load.refused + load.broken > 0 || load.requests == 0 {
        return Err(Failure::Step(format!(
            "expected good answers only, but found {} refusals and {} requests without an answer \
             among {}",
            load.refused, load.broken, load.requests
        )));
    }
    Ok(load)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "Running 5s test\nmeasured {\"requests\": 100, \"duration\": 5000000, \
                        \"p50\": 150, \"p99\": 700, \"refused\": 0, \"broken\": 0}\n";

    #[test]
    fn a_load_is_read() {
        let load = read(LINE).expect("a load");
        assert_eq!((load.requests, load.p50, load.p99), (100, 150, 700));
    }

    #[test]
    fn a_load_that_was_not_answered_well_is_none() {
        for (from, to) in [
            ("\"refused\": 0", "\"refused\": 1"),
            ("\"broken\": 0", "\"broken\": 1"),
            ("100", "0"),
            ("measured", "said"),
        ] {
            assert!(LINE.contains(from), "invalid test case");
            assert!(read(&LINE.replacen(from, to, 1)).is_err(), "{to}");
        }
    }
}
