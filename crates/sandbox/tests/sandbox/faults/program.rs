//! A sandbox that runs as a program of its own.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use super::answer::Answer;

/// Longer than any answer takes on a machine that is busy; shorter than the limits of the sandbox.
pub(crate) const PATIENCE: Duration = Duration::from_secs(9);

/// A good request without the line that ends its head.
pub(crate) const GOOD: &str = "GET /citi-australia/v1/customers/profiles/basic HTTP/1.1\r\n\
     Host: sandbox\r\n\
     Authorization: Bearer customer-1\r\n\
     Accept: application/json\r\n\
     client_id: client\r\n\
     uuid: 9d9b2ef4-1b1c-4b2c-8c5c-2f1a4d3c1e11\r\n";

/// The head of a request with a body, without its length and the line that ends it.
pub(crate) const WITH_BODY: &str = "POST /citibanamex-segments/v1/customers/segments/retrieve HTTP/1.1\r\n\
     Host: sandbox\r\n\
     Authorization: Bearer customer-1\r\n\
     Accept: application/json\r\n\
     Content-Type: application/json\r\n\
     client_id: client\r\n\
     uuid: 9d9b2ef4-1b1c-4b2c-8c5c-2f1a4d3c1e11\r\n\
     countryCode: MX\r\n\
     businessCode: GCB\r\n\
     ChannelId: MBK\r\n";

/// A sandbox; it is killed when this is dropped.
#[derive(Debug)]
pub(crate) struct Sandbox {
    child: Child,
    /// Kept open: whoever prints to a pipe that is closed fails.
    _printed: BufReader<ChildStdout>,
    /// The four lines that it printed.
    pub(crate) said: String,
    pub(crate) address: SocketAddr,
}

/// The program that is tested.
pub(crate) fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sandbox"))
}

/// What a sandbox that does not start says: one message, and nothing of serving.
#[track_caller]
pub(crate) fn refusal(command: &mut Command) -> String {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the sandbox runs");
    let ended = (0..900).any(|_| {
        thread::sleep(Duration::from_millis(10));
        child.try_wait().expect("it can be waited for").is_some()
    });
    if !ended {
        child.kill().expect("it runs");
    }
    let output = child.wait_with_output().expect("it has ended");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(ended, "it starts: {said}");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(output.stdout, b"", "{said}");
    assert!(said.starts_with("error: "), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

impl Sandbox {
    /// Starts one on a port that is free.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = program();
        command
            .args(["--port", "0", "--log", "off"])
            .args(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the sandbox starts");
        let mut printed = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut said = String::new();
        while said.lines().count() < 4 {
            let bytes = printed.read_line(&mut said).expect("text");
            assert!(bytes > 0, "it ended after {said:?}");
        }
        let address = said.split("http://").nth(1);
        let address = address.and_then(|rest| rest.split_whitespace().next());
        let address = address.and_then(|address| address.parse().ok());
        Self {
            child,
            _printed: printed,
            address: address.unwrap_or_else(|| panic!("no address in {said:?}")),
            said,
        }
    }

    /// A connection on which nothing was sent.
    pub(crate) fn connect(&self) -> TcpStream {
        self.try_connect().expect("the sandbox takes connections")
    }

    pub(crate) fn try_connect(&self) -> io::Result<TcpStream> {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    /// Sends bytes on a connection of their own; what comes back.
    ///
    /// # Errors
    ///
    /// That nothing comes back, or no answer.
    pub(crate) fn try_ask(&self, request: &[u8]) -> io::Result<Answer> {
        let mut stream = self.try_connect()?;
        // Whoever refuses what it has not read may close before all is written.
        let _refused = stream.write_all(request);
        Answer::read(&mut BufReader::new(stream))
    }

    /// Sends bytes on a connection of their own; what comes back.
    pub(crate) fn ask(&self, request: impl AsRef<[u8]>) -> Answer {
        self.try_ask(request.as_ref()).expect("an answer")
    }

    /// Sends a request with a body.
    pub(crate) fn send(&self, head: &str, body: &[u8]) -> Answer {
        let head = format!("{head}Content-Length: {}\r\n\r\n", body.len());
        self.ask([head.as_bytes(), body].concat())
    }

    /// Sees that somebody else is answered, and well.
    #[track_caller]
    pub(crate) fn serves_others(&self) {
        let answer = self.ask(format!("{GOOD}\r\n"));
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.media_type(), Some("application/json"));
    }

    /// Asks it to stop.
    pub(crate) fn terminate(&self) {
        let kill = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(kill.expect("a program named kill").success());
    }

    /// Waits until it has stopped; how it ended.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        for _ in 0..1500 {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                return status;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end");
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}
