//! What the numbers mean for the goals.

use super::row::{find, megabytes, milliseconds};
use super::{Kind, MANY, Numbers, Row};

/// A goal, and whether it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Whether it is reached.
    pub reached: bool,
    /// What it is, with what was measured.
    pub what: String,
}

/// The goals, each with what was measured; none where a server is missing.
#[must_use]
pub fn goals(rows: &[Row]) -> Vec<Goal> {
    let few = (find(rows, Kind::Sandbox, 1), find(rows, Kind::Prism, 1));
    let (Some(sandbox), Some(prism)) = few else {
        return Vec::new();
    };
    let worst = |row: &Row, of: fn(&Numbers) -> f64| of(&row.get).max(of(&row.post));
    let times = (sandbox.get.rate / prism.get.rate).min(sandbox.post.rate / prism.post.rate);
    let p99 = worst(sandbox, |numbers| numbers.p99);
    let start = milliseconds(sandbox.first_answer);
    let mut goals = vec![
        Goal {
            reached: times >= 25.0,
            what: format!("at least 25 times Prism's requests per second: {times:.1} times"),
        },
        Goal {
            reached: p99 < 5.0,
            what: format!("99 of 100 requests in less than 5 ms: {p99:.2} ms"),
        },
        Goal {
            reached: start < 50.0,
            what: format!("a first answer less than 50 ms after the start: {start:.1} ms"),
        },
    ];
    if let Some(memory) = sandbox.memory.map(megabytes) {
        goals.push(Goal {
            reached: memory < 50.0,
            what: format!("less than 50 MB of memory: {memory:.1} MB"),
        });
    }
    if let Some(many) = find(rows, Kind::Sandbox, MANY) {
        let share = (many.get.rate / sandbox.get.rate).min(many.post.rate / sandbox.post.rate);
        goals.push(Goal {
            reached: share >= 0.9,
            what: format!(
                "the same rate, within 10 %, at {} operations as at {}: {:.0} %",
                many.operations,
                sandbox.operations,
                share * 100.0
            ),
        });
    }
    goals
}

#[cfg(test)]
pub(super) mod tests {
    use std::time::Duration;

    use super::*;
    use crate::load::Contender;

    fn row(kind: Kind, copies: usize, rate: f64, p99: f64, megabytes: u64) -> Row {
        let numbers = Numbers {
            rate,
            p50: 0.2,
            p99,
        };
        Row {
            contender: Contender { kind, copies },
            operations: 27 * copies,
            get: numbers,
            post: numbers,
            memory: Some(megabytes * 1_000_000),
            first_answer: Duration::from_millis(12),
        }
    }

    /// Rows that reach every goal.
    pub(in crate::load) fn rows() -> Vec<Row> {
        vec![
            row(Kind::Sandbox, 1, 30_000.0, 1.0, 20),
            row(Kind::Prism, 1, 1_000.0, 50.0, 200),
            row(Kind::Sandbox, MANY, 29_000.0, 1.0, 25),
        ]
    }

    #[test]
    fn goals_are_reached_or_missed() {
        let reached: Vec<bool> = goals(&rows()).iter().map(|goal| goal.reached).collect();
        assert_eq!(reached, [true; 5]);
        let worsened = [
            (0, (|row| row.post.rate = 24_999.0) as fn(&mut Row)),
            (1, |row| row.get.p99 = 5.0),
            (2, |row| row.first_answer = Duration::from_millis(50)),
            (3, |row| row.memory = Some(50_000_000)),
            (4, |row| row.get.rate = 40_000.0),
        ];
        for (goal, worsen) in worsened {
            let mut rows = rows();
            worsen(&mut rows[0]);
            assert!(!goals(&rows)[goal].reached, "{goal}");
        }
    }
}
