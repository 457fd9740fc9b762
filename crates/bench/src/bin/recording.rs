//! `recording N PAGE…`: prints a recording of so many exchanges with the APIs of some pages, of all if none
//! is named.

use std::error::Error;
use std::io::{self, BufWriter};

use contract::catalogue::CATALOGUE;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (exchanges, pages) = arguments.split_first().ok_or("expected a number")?;
    let documents = document::build(&CATALOGUE).map_err(|errors| format!("{errors:?}"))?;
    let mut documents = documents.providers;
    documents.retain(|id, _| pages.is_empty() || pages.contains(id));
    let out = BufWriter::new(io::stdout().lock());
    Ok(bench::recording::write(
        &documents,
        exchanges.parse()?,
        out,
    )?)
}
