//! How a sandbox starts, and how it does not.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use super::program::{Sandbox, program, refusal};

#[test]
fn a_port_that_is_taken_is_said_in_one_message() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let said = refusal(program().args(["--port", &port, "--log", "off"]));
    assert!(said.contains(&format!("port {port}")), "{said}");
    assert!(said.contains("`--port`"), "{said}");
}

/// The request that `curl` sends by a command of an address and headers.
fn request(command: &str) -> String {
    let mut parts = command.split('"');
    let url = parts.next().and_then(|it| it.strip_prefix("curl http://"));
    let url = url
        .and_then(|it| it.strip_suffix(" -H "))
        .expect("an address");
    let (host, path) = url.split_once('/').expect("a path");
    let mut request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\n");
    for (index, part) in parts.enumerate() {
        if index % 2 == 0 {
            request.extend([part, "\r\n"]);
        } else {
            assert!([" -H ", ""].contains(&part), "{command}");
        }
    }
    request + "\r\n"
}

#[test]
fn it_ends_its_first_words_with_a_command_that_works() {
    for arguments in [&[][..], &["--seed", "7", "--customers", "1"]] {
        let sandbox = Sandbox::start(arguments);
        let command = sandbox.said.lines().last().expect("a line").trim();
        let answer = sandbox.ask(request(command));
        assert_eq!(answer.status, 200, "{command}: {answer:?}");
        // Where there is a shell and a curl, they are asked as well.
        let shell = Command::new("sh").args(["-c", command]).output();
        if let Ok(output) = shell
            && output.status.code() != Some(127)
        {
            assert!(output.status.success(), "{command}: {output:?}");
            assert_eq!(output.stdout, answer.body, "{command}");
        }
    }
}
