//! The sandbox as a server of its own, started so that a tool can call it.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cli::process::{self, Failure};
use serde::Deserialize;
use serde_json::Value;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// The pause between two attempts to reach it.
const STEP: Duration = Duration::from_millis(20);

/// The file in its work folder that gets what the server prints.
const LOG: &str = "sandbox.log";

/// A server on this machine. Dropping this value stops the server.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// The port of 127.0.0.1 on which it listens.
    pub(crate) port: u16,
}

impl Server {
    /// Builds the sandbox and starts it on a free port, with further options.
    /// Its log is in the folder `work`.
    ///
    /// # Errors
    ///
    /// Returns an error if the sandbox cannot be built or does not answer.
    pub(crate) fn sandbox(root: &Path, work: &Path, options: &[String]) -> Result<Self, Failure> {
        let built = build(root, &["--package=sandbox", "--bin=sandbox"])?;
        let program = &built[0];
        let port = free_port()?;
        let mut argv = vec![program.display().to_string(), format!("--port={port}")];
        argv.extend_from_slice(options);
        Self::start(&argv, work, port)
    }

    /// Starts a program in a folder and waits until it answers on a port.
    fn start(argv: &[String], folder: &Path, port: u16) -> Result<Self, Failure> {
        let name = argv.join(" ");
        let failed = |error: io::Error| Failure::Step(format!("`{name}`: {error}"));
        let log = folder.join(LOG);
        let file = log_file(&log).map_err(failed)?;
        let program = argv.first().map_or("", String::as_str);
        let mut command = Command::new(program);
        command.args(&argv[1..]).current_dir(folder);
        command
            .stdin(Stdio::null())
            .stdout(file.try_clone().map_err(failed)?)
            .stderr(file);
        let child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::Missing(format!("`{program}` is not there")),
            _ => failed(error),
        })?;
        let mut server = Self { child, port };
        let started = now();
        loop {
            if json(port, "/health").is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait().map_err(failed)? {
                let said = fs::read_to_string(log).unwrap_or_default();
                return Err(Failure::Step(format!(
                    "`{name}` ended ({status}) instead of answering:\n{said}"
                )));
            }
            if started.elapsed() > PATIENCE {
                return Err(Failure::Step(format!("`{name}` does not answer")));
            }
            thread::sleep(STEP);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "nobody waits for ever for a server, and speed is measured"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

#[expect(
    clippy::disallowed_methods,
    reason = "what a program prints grows while it runs"
)]
pub(crate) fn log_file(path: &Path) -> io::Result<File> {
    File::create(path)
}

/// Finds a port on which nobody listens.
fn free_port() -> Result<u16, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    let address = address.map_err(|error| Failure::Step(format!("no free port: {error}")))?;
    Ok(address.port())
}

/// Returns the JSON that a GET request to a port of this machine answers.
///
/// # Errors
///
/// Returns an error if nobody answers, the status is an error, or the body is not JSON.
pub(crate) fn json(port: u16, path: &str) -> Result<Value, ureq::Error> {
    let mut answer = ureq::get(format!("http://127.0.0.1:{port}{path}")).call()?;
    answer.body_mut().read_json()
}

/// Builds binaries of the workspace. Returns the path of each.
///
/// # Errors
///
/// Returns an error if they cannot be built, or if there is none.
pub(crate) fn build(root: &Path, which: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    #[derive(Deserialize)]
    struct Message {
        executable: Option<PathBuf>,
    }
    let how = [
        "cargo",
        "build",
        "--locked",
        "--quiet",
        "--message-format=json-render-diagnostics",
    ];
    let argv = [&how[..], which].concat();
    let printed = process::run(&argv, root)?;
    let messages = printed
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok());
    let binaries: Vec<PathBuf> = messages.filter_map(|message| message.executable).collect();
    if binaries.is_empty() {
        let why = format!("`{}` names no binary", argv.join(" "));
        return Err(Failure::Step(why));
    }
    Ok(binaries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(argv: &[&str]) -> Failure {
        let folder = tempfile::tempdir().expect("a folder");
        let argv: Vec<String> = argv.iter().map(|&it| it.to_owned()).collect();
        let port = free_port().expect("a port");
        Server::start(&argv, folder.path(), port).expect_err("it cannot start")
    }

    #[test]
    fn a_server_that_ends_says_why() {
        let failure = start(&["sh", "-c", "echo 'No such option.' >&2; exit 2"]);
        assert!(failure.why().contains("No such option."), "{failure:?}");
    }

    #[test]
    fn a_server_that_is_not_there_is_named() {
        let missing = Failure::Missing("`no-such-server` is not there".to_owned());
        assert_eq!(start(&["no-such-server"]), missing);
    }
}
