//! The command line as people see it: what it prints, how it exits and what it leaves on disk,
//! situation by situation.

mod bad_input;
mod confirm;
mod descriptions;
mod drift;
mod edges;
mod encodings;
mod explain;
mod forms;
mod fresh;
#[cfg(unix)]
mod killed;
mod lower;
#[cfg(target_os = "linux")]
mod output;
mod ownership;
mod package;
#[cfg(target_os = "linux")]
mod pin;
#[cfg(unix)]
mod portal;
mod readme;
mod releases;
#[cfg(unix)]
mod repository;
mod scaffold;
#[path = "../../../crates/cli/tests/terminal/session.rs"]
mod session;
mod several_files;
mod situations;
mod traffic;
mod translate;

use claims::PageClaims;
use session::{Sandbox, golden};
#[cfg(unix)]
use session::{program, say};

/// The digests of files, as `sha256sum` prints them.
fn sums<'f>(files: impl IntoIterator<Item = (&'f String, &'f Vec<u8>)>) -> String {
    let files = files.into_iter();
    let rows = files.map(|(path, bytes)| format!("{}  {path}\n", claims::digest::sha256(bytes)));
    rows.collect::<Vec<_>>().concat()
}

impl Sandbox {
    /// Writes a file below `spec/` as an earlier export did, which listed it.
    fn exported(&self, path: &str, text: &str) -> &Self {
        let sum = claims::digest::sha256(text.as_bytes());
        let sums = self.text("spec/SHA256SUMS");
        self.write(&format!("spec/{path}"), text);
        self.write("spec/SHA256SUMS", format!("{sums}{sum}  {path}\n"))
    }

    /// Changes the claims of a page as if the page itself had changed and been read again.
    fn reread(&self, page: &str, change: impl FnOnce(&mut PageClaims)) -> &Self {
        let path = format!("spec/claims/{page}.csv");
        let file = claims::csv::parse(page, &self.text(&path)).expect("the claims can be read");
        let lines = self.text(&format!("spec/claims/{page}.lines.csv"));
        let file = file.with_lines(&lines).expect("the lines can be read");
        let mut changed = file.page.clone();
        change(&mut changed);
        assert_ne!(changed, file.page, "invalid test case: nothing was changed");
        changed.sort();
        self.write(&path, claims::csv::render(&changed))
    }

    /// Every file, to see that nothing was touched.
    fn files(&self) -> std::collections::BTreeMap<String, Vec<u8>> {
        cli::disk::files(self.0.path()).expect("the files can be read")
    }
}
