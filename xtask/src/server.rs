//! Servers that are started to be judged from outside, and end when nobody looks any more.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::Value;

use cli::process::{self, Failure};

/// How long a server may take until it answers; one of Node.js with a large document takes seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often is tried whether it answers: often enough to time a start in milliseconds.
const STEP: Duration = Duration::from_micros(500);

/// A server on this machine; it is stopped when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
    /// The time from before it was started until its first answer had begun.
    pub first_answer: Duration,
}

/// How a server is started.
#[derive(Clone, Copy, Debug)]
pub struct Start<'s> {
    /// The program and its arguments; a program with a `/` is one of `folder`.
    pub argv: &'s [String],
    /// Where it runs.
    pub folder: &'s Path,
    /// The port that the arguments say.
    pub port: u16,
    /// The processor that it may use, by number; any if left out.
    pub core: Option<usize>,
    /// The file below `folder` that gets what it prints; nobody does if left out.
    pub log: Option<&'s str>,
    /// What it is asked first, as [`get`] writes it.
    pub first: &'s str,
}

impl Server {
    /// Builds the sandbox as it is released, and starts it on a free port, with the portal in `docs`
    /// if there is one; its log is in the folder `work`.
    ///
    /// # Errors
    ///
    /// That it cannot be built, or does not answer.
    pub fn sandbox(root: &Path, work: &Path, docs: Option<&Path>) -> Result<Self, Failure> {
        let program = build("sandbox", ["--bin", "sandbox"], root)?;
        let port = free_port()?;
        let mut argv = vec![
            program.display().to_string(),
            "--port".to_owned(),
            port.to_string(),
        ];
        argv.extend(docs.map(|docs| format!("--docs={}", docs.display())));
        Self::start(Start {
            argv: &argv,
            folder: work,
            port,
            core: None,
            log: Some("sandbox.log"),
            first: &get("/health", &[]),
        })
    }

    /// Starts a server and waits for its first answer, whatever it says.
    ///
    /// # Errors
    ///
    /// That it is not there, ended, or did not answer in a minute.
    pub fn start(start: Start<'_>) -> Result<Self, Failure> {
        let name = start.argv.join(" ");
        let failed = |error: io::Error| Failure::Step(format!("`{name}`: {error}"));
        let pin = start.core.map(|core| core.to_string());
        let pin = pin
            .iter()
            .flat_map(|core| ["taskset", "--cpu-list", core.as_str()]);
        let mut argv = pin.chain(start.argv.iter().map(String::as_str));
        let program = argv.next().unwrap_or_default();
        let mut command = Command::new(program);
        command.args(argv).current_dir(start.folder);
        command.stdin(Stdio::null());
        match start.log {
            Some(log) => {
                let file = log_file(&start.folder.join(log)).map_err(failed)?;
                let again = file.try_clone().map_err(failed)?;
                command.stdout(file).stderr(again);
            }
            None => drop(command.stdout(Stdio::null()).stderr(Stdio::null())),
        }
        let begun = now();
        let child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::Missing(format!("`{program}` is not there")),
            _ => failed(error),
        })?;
        let mut server = Self {
            child,
            port: start.port,
            first_answer: Duration::ZERO,
        };
        loop {
            if ask(start.port, start.first).is_ok() {
                server.first_answer = begun.elapsed();
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait().map_err(failed)? {
                let log = start.log.map(|log| start.folder.join(log));
                let said = log.and_then(|log| fs::read_to_string(log).ok());
                return Err(Failure::Step(format!(
                    "`{name}` ended ({status}) instead of answering:\n{}",
                    said.unwrap_or_default()
                )));
            }
            if begun.elapsed() > PATIENCE {
                return Err(Failure::Step(format!("`{name}` does not answer")));
            }
            thread::sleep(STEP);
        }
    }

    /// The most memory that it has had so far, in bytes; unknown where the machine is no Linux.
    #[must_use]
    pub fn peak_memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kibibytes * 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing left to do then.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a start takes is what is measured"
)]
fn now() -> Instant {
    Instant::now()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a log grows while its server runs"
)]
fn log_file(path: &Path) -> io::Result<File> {
    File::create(path)
}

/// A port on which nobody listens.
///
/// # Errors
///
/// That there is none.
pub fn free_port() -> Result<u16, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let port = listener.and_then(|listener| listener.local_addr());
    port.map(|address| address.port())
        .map_err(|error| Failure::Step(format!("no free port: {error}")))
}

/// The text of a GET request, after which the connection ends.
#[must_use]
pub fn get(path: &str, headers: &[(&str, &str)]) -> String {
    request("GET", path, headers, "")
}

/// The text of a request, after which the connection ends.
#[must_use]
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let length = body.len().to_string();
    let own = [("Host", "127.0.0.1"), ("Connection", "close")];
    let length = (!body.is_empty()).then_some(("Content-Length", length.as_str()));
    let headers = own.iter().chain(length.as_ref()).chain(headers);
    let headers: String = headers
        .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
        .collect();
    format!("{method} {path} HTTP/1.1\r\n{headers}\r\n{body}")
}

/// Sends a request to a port of this machine; the status and the whole answer as text.
///
/// # Errors
///
/// That nobody answers, or not in HTTP.
pub fn ask(port: u16, request: &str) -> io::Result<(u16, String)> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|it| it.parse().ok());
    match status {
        Some(status) if answer.starts_with("HTTP/1.1 ") => Ok((status, answer)),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, "no HTTP/1.1")),
    }
}

/// What a GET request to a port of this machine answers in JSON.
///
/// # Errors
///
/// That nobody answers, or not well, or not in JSON.
pub fn json(port: u16, path: &str) -> io::Result<Value> {
    let (status, answer) = ask(port, &get(path, &[]))?;
    let invalid = |why: String| io::Error::new(io::ErrorKind::InvalidData, why);
    if status != 200 {
        let why = format!("expected the status 200, but found {status} instead");
        return Err(invalid(why));
    }
    let (_, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
    serde_json::from_str(body).map_err(|error| invalid(error.to_string()))
}

/// Builds a program of this workspace as it is released; the path of the binary.
///
/// `target` says which, as `--bin` or `--example` and its name do.
///
/// # Errors
///
/// What Cargo says.
pub fn build(package: &str, target: [&str; 2], root: &Path) -> Result<PathBuf, Failure> {
    #[derive(Deserialize)]
    struct Message {
        executable: Option<PathBuf>,
        target: Option<Target>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
    }
    let [kind, name] = target;
    let argv = [
        "cargo",
        "build",
        "--release",
        "--locked",
        "--quiet",
        "--message-format",
        "json-render-diagnostics",
        "--package",
        package,
        kind,
        name,
    ];
    let printed = process::run(&argv, root)?;
    let messages = printed
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok());
    let mut binaries = messages.filter_map(|message| {
        let is_it = message.target.is_some_and(|target| target.name == name);
        message.executable.filter(|_| is_it)
    });
    binaries
        .next_back()
        .ok_or_else(|| Failure::Step(format!("`{}` says of no binary", argv.join(" "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_ends_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let argv = ["sh", "-c", "echo 'No such option.' >&2; exit 2"].map(str::to_owned);
        let failure = Server::start(Start {
            argv: &argv,
            folder: folder.path(),
            port: free_port().expect("a port"),
            core: None,
            log: Some("log.txt"),
            first: &get("/", &[]),
        });
        let failure = failure.expect_err("it ends");
        assert!(failure.why().contains("No such option."), "{failure:?}");
    }

    #[test]
    fn a_server_that_is_not_there_is_named() {
        let argv = ["no-such-server".to_owned()];
        let failure = Server::start(Start {
            argv: &argv,
            folder: Path::new("."),
            port: free_port().expect("a port"),
            core: None,
            log: None,
            first: &get("/", &[]),
        });
        let missing = Failure::Missing("`no-such-server` is not there".to_owned());
        assert_eq!(failure.expect_err("it cannot start"), missing);
    }

    #[test]
    fn a_request_has_its_length() {
        let text = request("POST", "/a", &[("Accept", "*/*")], "{}");
        let expected = "POST /a HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
                        Content-Length: 2\r\nAccept: */*\r\n\r\n{}";
        assert_eq!(text, expected);
    }
}
