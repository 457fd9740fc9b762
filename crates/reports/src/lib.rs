//! Views of cases: what reviewers, spreadsheets, scanners and portals are shown.
//!
//! Everything here renders what the [`review`] has decided, and decides nothing itself.

pub mod coverage;
mod findings;
pub mod github;
mod locate;
mod notice;
mod place;
mod provenance;
mod review_md;
pub mod sarif;
mod table;
mod tool;
mod traceability;

pub use coverage::Coverage;
pub use findings::{json, text};
pub use locate::{Location, Locator};
pub use place::Place;
pub use provenance::provenance;
pub use review_md::review_md;
pub use table::table;
pub use tool::{Rule, Tool};
pub use traceability::traceability;
