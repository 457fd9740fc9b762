//! Files are written whole or not at all, whenever the process that writes them is killed.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

/// How often a process that writes is killed.
const KILLS: u32 = 300;

/// Where the process that is killed writes.
const FOLDER: &str = "KILLED_WHILE_IT_WRITES_TO";

/// The files of one of two states, some of them in folders and none of them short.
fn files(state: usize) -> BTreeMap<String, Vec<u8>> {
    let file = |number: usize| {
        let folder = ["", "reports/", "schemas/deep/"][number % 3];
        let line = format!("Line of file {number} in state {state}.\n");
        let text = line.repeat(100 * (1 + number) + 50 * state);
        (format!("{folder}{number}.md"), text.into_bytes())
    };
    (0..12).map(file).collect()
}

#[test]
#[ignore = "the process that the other test kills"]
fn a_process_writes_one_state_after_the_other() {
    let folder = env::var_os(FOLDER).expect("the other test says where");
    let folder = Path::new(&folder);
    loop {
        let _turn = cli::disk::turn(folder).expect("a turn");
        let is = fs::read(folder.join("0.md")).expect("it is always there");
        let other = files(usize::from(is == files(0)["0.md"]));
        let other = other.iter().map(|(path, bytes)| (&**path, bytes));
        cli::disk::write(folder, other).expect("the folder is ours");
    }
}

/// How many files of a folder are of each state; no file is of neither.
#[track_caller]
fn states(folder: &Path) -> [usize; 2] {
    let found = cli::disk::files(folder).expect("the files can be read");
    let due = [files(0), files(1)];
    assert_eq!(found.len(), due[0].len(), "{:?}", found.keys());
    let mut count = [0; 2];
    for (path, bytes) in &found {
        let state = due.iter().position(|due| due.get(path) == Some(bytes));
        count[state.unwrap_or_else(|| panic!("{path} is torn"))] += 1;
    }
    count
}

/// How many staged files a killed process left.
fn left(folder: &Path) -> usize {
    let folders = ["", "reports", "schemas/deep"].map(|name| folder.join(name));
    let entries = folders
        .iter()
        .flat_map(|it| it.read_dir().expect("it is there"));
    let names = entries.map(|entry| entry.expect("it can be read").file_name());
    names
        .filter(|name| name.to_string_lossy().starts_with(".staged-"))
        .count()
}

/// Which file is at the place of the first one that is moved.
fn moved(folder: &Path) -> u64 {
    let first = fs::metadata(folder.join("0.md"));
    first.expect("it is always there").ino()
}

#[test]
fn every_file_is_whole_whenever_its_writer_is_killed() {
    let folder = TempDir::new().expect("a folder for the test");
    let folder = folder.path();
    let first = files(0);
    let all = first.iter().map(|(path, bytes)| (&**path, bytes));
    cli::disk::write(folder, all).expect("the folder is ours");
    let (mut while_staging, mut while_moving) = (0, 0);
    for kill in 0..KILLS {
        let mut writer = Command::new(env::current_exe().expect("this test"))
            .args([
                "--ignored",
                "--exact",
                "a_process_writes_one_state_after_the_other",
            ])
            .env(FOLDER, folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the process starts");
        // A writer that never comes so far is killed all the same.
        let until = |so_far: &dyn Fn() -> bool| {
            let polls = std::iter::repeat_n(Duration::from_micros(50), 20_000);
            polls.take_while(|_| !so_far()).for_each(sleep);
        };
        let first = moved(folder);
        if kill.is_multiple_of(2) {
            until(&|| left(folder) > 0);
            sleep(Duration::from_micros(u64::from(kill * 37 % 4_000)));
        } else {
            until(&|| moved(folder) != first);
            sleep(Duration::from_micros(u64::from(kill % 100)));
        }
        writer.kill().expect("it is our process");
        let ended = writer.wait().expect("it ends");
        assert!(
            ended.code().is_none(),
            "it wrote until it was killed: {ended}"
        );
        let [old, new] = states(folder);
        while_moving += u32::from(old > 0 && new > 0);
        while_staging += u32::from((old == 0 || new == 0) && left(folder) > 0);
        drop(cli::disk::turn(folder).expect("the next one tidies up"));
        assert_eq!(left(folder), 0, "after kill {kill}");
    }
    println!("{KILLS} kills: {while_staging} while files were staged, {while_moving} while moved");
    let hit = while_staging > 0 && while_moving > 0;
    assert!(
        hit,
        "invalid test case: no kill came while files were written"
    );
}
