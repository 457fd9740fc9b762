//! What the README shows is what the sandbox says.

use std::path::Path;

use crate::ask::bare;

const README: &str = include_str!("../../../README.md");

/// The command and the output of every block of a terminal.
fn blocks() -> Vec<(String, String)> {
    let blocks = README.split("```console\n").skip(1);
    let blocks = blocks.map(|block| block.split("\n```").next().expect("a block's end"));
    let told = blocks.map(|block| block.split_once('\n').expect("a command and its output"));
    told.map(|(command, output)| (command.to_owned(), output.to_owned()))
        .collect()
}

/// The arguments of a command, of which those in single quotes have spaces.
fn arguments(command: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    for (index, part) in command.split('\'').enumerate() {
        if index % 2 == 1 {
            arguments.push(part.to_owned());
        } else {
            arguments.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    arguments
}

#[cfg(unix)]
#[test]
fn the_sandbox_starts_as_it_shows() {
    let (command, shown) = blocks().swap_remove(0);
    assert_eq!(command, "$ cargo run --package sandbox");
    let sandbox = crate::faults::Sandbox::start(&[]);
    let port = format!(":{}", sandbox.address.port());
    assert_eq!(sandbox.said.trim_end().replace(&port, ":8080"), shown);
}

#[test]
fn every_request_in_it_is_answered_as_it_shows() {
    let blocks = blocks();
    let requests: Vec<_> = blocks
        .iter()
        .filter(|(command, _)| command.starts_with("$ curl"))
        .collect();
    assert!(!requests.is_empty());
    for (command, shown) in requests {
        let arguments = arguments(command);
        let url = arguments
            .iter()
            .find_map(|it| it.strip_prefix("http://127.0.0.1:8080"));
        let values = |flag: &'static str| {
            let pairs = arguments.windows(2).filter(move |pair| pair[0] == flag);
            pairs.map(|pair| pair[1].clone())
        };
        let method = if values("-d").next().is_some() {
            "POST"
        } else {
            "GET"
        };
        let mut ask = bare(method, url.expect("an address"));
        for header in values("-H") {
            let (name, value) = header.split_once(": ").expect("a header");
            ask = ask.with_another(name, value);
        }
        let answer = ask.body(values("-d").next().unwrap_or_default()).answer();
        assert_eq!(answer.text, *shown);
    }
}

#[test]
fn every_link_in_it_leads_somewhere() {
    for link in README.split("](").skip(1) {
        let target = link.split(')').next().expect("a link's end");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(target);
        assert!(path.exists(), "the README links to {target}");
    }
}
