//! Time and memory, for tables that criterion does not print.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The median time of a number of runs; what a run gives is freed within its time.
pub fn median<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs.max(1))
        .map(|_| {
            #[expect(clippy::disallowed_methods, reason = "this crate measures time")]
            let start = Instant::now();
            drop(black_box(run()));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// The most memory that this process has had at once, in kibibytes, where the system says so.
#[must_use]
pub fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// The same items in an order far from theirs, the same in every run.
#[must_use]
pub fn shuffled<T: Clone>(items: &[T]) -> Vec<T> {
    // No multiple of a length that memory holds: every place is visited once.
    const STRIDE: usize = 2_147_483_647;
    (0..items.len())
        .map(|index| items[index * STRIDE % items.len()].clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffling_keeps_every_item_and_no_order() {
        let items: Vec<usize> = (0..1_000).collect();
        let mut shuffled = shuffled(&items);
        assert_ne!(shuffled, items);
        shuffled.sort_unstable();
        assert_eq!(shuffled, items);
    }
}
