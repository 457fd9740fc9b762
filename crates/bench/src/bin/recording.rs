//! `recording N PAGE…`: prints a recording of so many exchanges with the APIs of some pages, of all if none
//! is named.

use std::io::{self, BufWriter};
use std::process::ExitCode;

use contract::catalogue::CATALOGUE;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let exchanges = arguments.first().and_then(|it| it.parse().ok());
    let (Some(exchanges), Ok(documents)) = (exchanges, document::build(&CATALOGUE)) else {
        eprintln!(
            "expected a number of exchanges and ids of pages, but found something else instead"
        );
        return ExitCode::from(2);
    };
    let pages = arguments.get(1..).unwrap_or_default();
    let mut documents = documents.providers;
    documents.retain(|id, _| pages.is_empty() || pages.contains(id));
    match bench::recording::write(&documents, exchanges, BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
