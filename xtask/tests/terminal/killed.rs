//! A killed `export` leaves every file whole, old or new; and the next one tidies up.

mod folder;
mod whole;

use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use folder::Folder;
use whole::torn;

/// How often an export is killed; `crates/cli/tests/disk` kills what writes its files far more often.
const KILLS: u32 = 30;

/// The same moments each time, as far as the machine lets them be.
struct Moments(u64);

impl Moments {
    /// A number below `bound` (`SplitMix64`).
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % bound
    }
}

fn export(folder: &Folder) -> Child {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("export")
        .arg("--spec")
        .arg(folder.spec())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs")
}

/// Waits until the export is so far, or done.
fn until(running: &mut Child, so_far: impl Fn() -> bool) {
    while running.try_wait().expect("it is our process").is_none() && !so_far() {
        sleep(Duration::from_micros(50));
    }
}

/// Kills an export at any moment, while it stages files, or while it moves them to their places.
fn kill_at_some_moment(folder: &Folder, running: &mut Child, moments: &mut Moments) {
    match moments.below(3) {
        0 => sleep(Duration::from_micros(moments.below(100_000))),
        1 => {
            // What an earlier kill left goes first.
            until(running, || folder.staged() == 0);
            until(running, || folder.staged() > 0);
            sleep(Duration::from_micros(moments.below(3_000)));
        }
        _ => {
            let first = folder.first();
            until(running, || folder.first() != first);
            sleep(Duration::from_micros(moments.below(100)));
        }
    }
    running.kill().expect("it is our process");
    running.wait().expect("it ends");
}

/// How many kills came while files were staged, and how many while they were moved.
type Hits = (u32, u32);

/// Kills exports of one folder, from two states in turn, and then lets one run to its end.
fn hunt(seed: u64, kills: u32) -> Hits {
    let folder = Folder::new();
    let states = [0, 1].map(|state| {
        folder.set_state(state);
        assert!(export(&folder).wait().expect("it ends").success());
        folder.files()
    });
    let changes = |path: &&String| states[0].get(*path) != states[1].get(*path);
    let changes = states[0].keys().filter(changes).count();
    assert!(changes > 1, "invalid test case: only the readings differ");
    let mut moments = Moments(seed);
    let (mut while_staging, mut while_moving) = (0, 0);
    for kill in 0..kills {
        let due = &states[usize::from(kill.is_multiple_of(2))];
        folder.set_state(usize::from(kill.is_multiple_of(2)));
        folder.age(kill);
        let before = folder.files();
        kill_at_some_moment(&folder, &mut export(&folder), &mut moments);
        let after = folder.files();
        assert_eq!(
            torn(&after, &before, due),
            [""; 0],
            "kill {kill} of seed {seed}"
        );
        let left = folder.left() > 0;
        let changes = due
            .keys()
            .filter(|path| due.get(*path) != before.get(*path));
        let (new, old): (Vec<_>, Vec<_>) =
            changes.partition(|path| after.get(*path) == due.get(*path));
        while_staging += u32::from(left && new.is_empty());
        while_moving += u32::from(!new.is_empty() && !old.is_empty());
    }
    assert!(export(&folder).wait().expect("it ends").success());
    let last = &states[usize::from((kills - 1).is_multiple_of(2))];
    assert_eq!(&folder.files(), last, "a whole export makes all fresh");
    assert_eq!(folder.left(), 0, "a whole export tidies up");
    (while_staging, while_moving)
}

#[test]
fn every_file_is_whole_after_each_of_many_kills() {
    let hunts = [3, 5].map(|seed| std::thread::spawn(move || hunt(seed, KILLS / 2)));
    let hits = hunts.map(|hunt| hunt.join().expect("every file is whole"));
    let staging: u32 = hits.iter().map(|hit| hit.0).sum();
    let moving: u32 = hits.iter().map(|hit| hit.1).sum();
    println!("{KILLS} kills: {staging} while files were staged, {moving} while they were moved");
    assert!(
        staging + moving > 0,
        "invalid test case: no kill came while files were written"
    );
}
