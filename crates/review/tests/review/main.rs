//! Readings, the comparison and what is made of it.

mod classes;
mod compare;
mod contradictions;
mod explain;
mod handles;
mod made;
mod misspellings;
mod narrow;
mod noted;
mod open_end;
mod placement;
mod readings;
mod sources;
mod support;
mod trial;
mod witness;
