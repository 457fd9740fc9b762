//! Readings, the comparison and what is made of it.

mod compare;
mod contradictions;
mod coverage;
mod diff;
mod drift;
mod explain;
mod handles;
mod misspellings;
mod noted;
mod notes;
mod open_end;
mod overlay;
mod placement;
mod readings;
mod report;
mod scanners;
mod support;
mod traceability;
