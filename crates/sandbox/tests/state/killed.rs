//! A sandbox that is killed in the middle of changes: the file is whole, and has every change that was acknowledged.

use std::env::current_exe;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::{open, put_segment, segment};

const FILE: &str = "state.json";

/// What is killed: it changes one customer after the other, and says so as soon as a change is acknowledged.
#[test]
#[ignore = "it never ends: another test runs it and kills it"]
fn changes_until_it_is_killed() {
    let store = open(Path::new(FILE));
    let mut out = std::io::stdout();
    for turn in 0_u64.. {
        let number = usize::try_from(turn % 20).unwrap_or_default() + 1;
        put_segment(&store, number, &turn.to_string()).expect("it is right");
        writeln!(out, "acknowledged {turn}").expect("somebody reads");
        out.flush().expect("somebody reads");
    }
}

/// Lets it change for so long after its first change, and gives the last change that it acknowledged.
fn killed_after(folder: &Path, time: Duration) -> u64 {
    let mut child = Command::new(current_exe().expect("this is a test"))
        .args([
            "--exact",
            "killed::changes_until_it_is_killed",
            "--ignored",
            "--nocapture",
        ])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a test can be run");
    let out = child.stdout.take().expect("it is piped");
    let lines = BufReader::new(out).lines().map_while(Result::ok);
    let mut turns = lines.filter_map(|line| line.strip_prefix("acknowledged ")?.parse().ok());
    // However long a busy machine takes to start it.
    let first = turns.next().expect("it changes something");
    let reader = std::thread::spawn(move || turns.last().unwrap_or(first));
    sleep(time);
    child.kill().expect("it runs");
    child.wait().expect("it was killed");
    reader.join().expect("it reads to the end")
}

#[test]
fn every_acknowledged_change_survives_a_kill() {
    let folder = tempfile::tempdir().expect("there is room for tests");
    let path = folder.path().join(FILE);
    for kill in 0..20 {
        let last = killed_after(folder.path(), Duration::from_millis(kill * 7));
        let store = open(&path);
        for turn in last.saturating_sub(19)..=last {
            let number = usize::try_from(turn % 20).expect("it is small") + 1;
            let now: u64 = segment(&store, number).parse().expect("it was changed");
            // The one after the last may be there too: it was not acknowledged in time.
            assert!(
                now == turn || now == last + 1,
                "change {turn} is lost: {now}"
            );
        }
    }
}
