//! More connections than anybody needs.

use std::io::{BufReader, Write as _};
use std::net::TcpStream;

use super::answer::Answer;
use super::program::{GOOD, Sandbox};

/// As many as a crowd has.
const CROWD: usize = 10_000;

/// Descriptors that this process needs for all else, and other tests beside this one.
const OTHERS: u64 = 1_000;

#[test]
fn ten_thousand_idle_connections_hold_up_nobody() {
    let wanted = u64::try_from(CROWD).expect("a number") + OTHERS;
    let allowed = rlimit::increase_nofile_limit(wanted).expect("the limit of open files is known");
    let crowd = usize::try_from(allowed.saturating_sub(OTHERS)).map_or(CROWD, |it| it.min(CROWD));
    eprintln!("{crowd} idle connections");
    assert!(crowd > 0, "the machine allows {allowed} open files");
    let sandbox = Sandbox::start(&[]);
    let mut idle: Vec<TcpStream> = (0..crowd).map(|_| sandbox.connect()).collect();
    for _ in 0..20 {
        sandbox.serves_others();
    }
    // They were kept, and each of them may still ask.
    for stream in idle.iter_mut().step_by(crowd.div_ceil(100)) {
        stream
            .write_all(format!("{GOOD}\r\n").as_bytes())
            .expect("it is open");
        let answer = Answer::read(&mut BufReader::new(&*stream)).expect("an answer");
        assert_eq!(answer.status, 200);
    }
    sandbox.serves_others();
    drop(idle);
    sandbox.serves_others();
}
