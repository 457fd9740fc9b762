//! How many requests a second the sandbox answers, beside a public mock server on the same document,
//! on the same machine, in the same run, with one core each; and beside what the HTTP library can do
//! at most.
//!
//! wrk sends the requests from a core of its own. Both requests are checked by both servers: a GET
//! with headers and a query, and a POST with a body. With the document's paths many times over it
//! shows whether a server slows down as operations are added.

mod contender;
mod copies;
mod goals;
mod load_of;
mod machine;
mod request;
mod row;
mod table;

pub use contender::{CONTENDERS, Contender, Kind, Programs};
pub use copies::copies;
pub use goals::{Goal, goals};
pub use load_of::{Load, load};
pub use machine::{Machine, need};
pub use request::Request;
pub use row::{Numbers, Row, median};
pub use table::markdown;

/// Where the pinned tool and the script of the requests are, below the root of the repository.
pub const FOLDER: &str = "xtask/load";

/// The script that wrk runs.
pub const SCRIPT: &str = "requests.lua";

/// The core that servers have.
pub const SERVER: usize = 0;

/// The core that wrk has.
pub const CLIENT: usize = 1;

/// How many times the paths are there where many operations are asked for: over 1,000 of them.
pub const MANY: usize = 38;
