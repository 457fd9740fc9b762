//! Claims, their files, and what documents and schemas claim.

mod aspect;
mod cells;
mod comparable;
mod csv;
mod nothing_unsaid;
mod openapi;
mod schema;
mod swagger;

use serde_json::Value;

/// Checks each case of a table: JSON, and after each `=>` one claim that it makes.
fn each_case(table: &str, check: impl Fn(Value, &[&str])) {
    let mut cases: Vec<(Value, Vec<&str>)> = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut parts = line.split("=>").map(str::trim);
        match parts.next() {
            Some("") | None => {}
            Some(json) => cases.push((json.parse().expect(json), Vec::new())),
        }
        let (_, claims) = cases.last_mut().expect("JSON before its claims");
        claims.extend(parts);
    }
    assert!(!cases.is_empty(), "invalid test: no case");
    for (json, claims) in cases {
        check(json, &claims);
    }
}
