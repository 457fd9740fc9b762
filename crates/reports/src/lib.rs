//! Views of cases: what reviewers, spreadsheets, scanners and portals are shown.
//!
//! Everything here renders what the [`review`] has decided, and decides nothing itself.

mod classes_md;
mod classification;
mod contradictions;
pub mod coverage;
mod elements;
mod findings;
pub mod github;
mod locate;
mod notice;
mod place;
mod provenance;
mod readings;
mod review_md;
pub mod sarif;
mod spreadsheet;
mod table;
mod tool;
mod traceability;

pub use classes_md::classes_md;
pub use classification::classification;
pub use contradictions::contradictions;
pub use coverage::Coverage;
pub use findings::{json, text};
pub use locate::{Location, Locator, PageFile, row_of};
pub use place::Place;
pub use provenance::provenance;
pub use readings::readings;
pub use review_md::{questions, review_md};
pub use table::table;
pub use tool::{Rule, Tool};
pub use traceability::traceability;
