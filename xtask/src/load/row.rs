//! What was measured of a server.

use std::time::Duration;

use super::{Contender, Kind, Load};

/// Numbers of one request on one server.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Numbers {
    /// Requests per second.
    pub rate: f64,
    /// Milliseconds that a request took in the middle.
    pub p50: f64,
    /// Milliseconds that only one of a hundred requests exceeds.
    pub p99: f64,
}

/// A server with what was measured of it: medians of the rounds, the most memory of all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which server.
    pub contender: Contender,
    /// How many operations it knows; none if it knows none.
    pub operations: usize,
    /// The GET.
    pub get: Numbers,
    /// The POST.
    pub post: Numbers,
    /// Bytes of memory, where they are known.
    pub memory: Option<u64>,
    /// From the start to the first answer.
    pub first_answer: Duration,
}

impl Numbers {
    /// The numbers of a load.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "no load is that large")]
    pub fn of(load: &Load) -> Self {
        const MICROS: f64 = 1000.0;
        Self {
            rate: load.requests as f64 / Duration::from_micros(load.duration).as_secs_f64(),
            p50: load.p50 as f64 / MICROS,
            p99: load.p99 as f64 / MICROS,
        }
    }
}

/// The middle of numbers; of an even count the higher one.
#[must_use]
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

/// Bytes of a megabyte, as people count memory of a process.
const MEGABYTE: f64 = 1_000_000.0;

/// How many megabytes.
#[expect(clippy::cast_precision_loss, reason = "no memory is that large")]
pub(super) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / MEGABYTE
}

/// How many milliseconds.
pub(super) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The row of a server.
pub(super) fn find(rows: &[Row], kind: Kind, copies: usize) -> Option<&Row> {
    let mut rows = rows.iter();
    rows.find(|row| row.contender == Contender { kind, copies })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_is_told_per_second_and_in_milliseconds() {
        let load = Load {
            requests: 300,
            duration: 2_000_000,
            p50: 1_500,
            p99: 20_000,
            refused: 0,
            broken: 0,
        };
        let expected = Numbers {
            rate: 150.0,
            p50: 1.5,
            p99: 20.0,
        };
        assert_eq!(Numbers::of(&load), expected);
    }

    #[test]
    fn a_median_is_the_middle() {
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median(vec![]).abs() < f64::EPSILON);
    }
}
