//! How a sandbox starts, and how it does not.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Instant;

use crate::sandbox::{GOOD, Sandbox, program, refusal};

#[test]
fn a_port_that_is_taken_is_said_in_one_message() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let said = refusal(program().args(["--port", &port, "--log", "off"]));
    assert!(said.contains(&format!("port {port}")), "{said}");
    assert!(said.contains("`--port`"), "{said}");
}

#[test]
fn it_says_how_long_its_first_answer_took() {
    #[expect(
        clippy::disallowed_methods,
        reason = "it is printed and decides nothing"
    )]
    let began = Instant::now();
    let sandbox = Sandbox::start(&[]);
    let answer = sandbox.ask(format!("{GOOD}\r\n"));
    assert_eq!(answer.status, 200);
    eprintln!("{:?} from start to first answer", began.elapsed());
}
