//! The servers that are measured.

use std::path::{Path, PathBuf};

/// What a server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One that answers every request with the same bytes: what the HTTP library can do.
    Limit,
    /// The sandbox, as it is released.
    Sandbox,
    /// The sandbox, with what it logs by default.
    Logging,
    /// The mock server beside which it is measured.
    Prism,
}

/// A server, with few operations or with many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contender {
    /// What it is.
    pub kind: Kind,
    /// How many times the document's paths are there.
    pub copies: usize,
}

/// Every server, in the order in which they are measured in a round.
pub const CONTENDERS: [Contender; 6] = [
    Contender::new(Kind::Limit, 1),
    Contender::new(Kind::Sandbox, 1),
    Contender::new(Kind::Prism, 1),
    Contender::new(Kind::Sandbox, super::MANY),
    Contender::new(Kind::Prism, super::MANY),
    Contender::new(Kind::Logging, 1),
];

/// Where the programs are.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The sandbox.
    pub sandbox: PathBuf,
    /// The sandbox with its paths many times over.
    pub copies: PathBuf,
    /// The server that answers with the same bytes.
    pub limit: PathBuf,
    /// Prism.
    pub prism: PathBuf,
}

impl Contender {
    const fn new(kind: Kind, copies: usize) -> Self {
        Self { kind, copies }
    }

    /// Its name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.kind {
            Kind::Limit => "limit: hyper, the same bytes",
            Kind::Sandbox => "sandbox",
            Kind::Logging => "sandbox, logging each request",
            Kind::Prism => "Prism",
        }
    }

    /// Whether it knows the operations, so that a bad request would not be answered well.
    #[must_use]
    pub const fn checks(self) -> bool {
        !matches!(self.kind, Kind::Limit)
    }

    /// The program with its arguments; `document` is what Prism reads, `bytes` how long the answers of
    /// the limit are.
    #[must_use]
    pub fn argv(
        self,
        programs: &Programs,
        port: u16,
        document: &Path,
        bytes: usize,
    ) -> Vec<String> {
        let port = port.to_string();
        let (copies, bytes) = (self.copies.to_string(), bytes.to_string());
        let document = document.to_string_lossy();
        let (program, arguments) = match self.kind {
            Kind::Limit => (&programs.limit, vec!["--bytes", bytes.as_str()]),
            Kind::Sandbox if self.copies > 1 => {
                (&programs.copies, vec!["--copies", copies.as_str()])
            }
            Kind::Sandbox => (&programs.sandbox, vec!["--log", "off"]),
            Kind::Logging => (&programs.sandbox, vec![]),
            // What it logs of each request would cost it time.
            Kind::Prism => (
                &programs.prism,
                vec!["mock", "--verboseLevel", "silent", document.as_ref()],
            ),
        };
        let program = program.to_string_lossy().into_owned();
        let arguments = arguments.into_iter().map(str::to_owned);
        let port = ["--port".to_owned(), port];
        [program].into_iter().chain(arguments).chain(port).collect()
    }
}
