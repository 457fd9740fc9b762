//! What goes wrong around a sandbox: clients that are slow, rude or many, and a stop in the midst of work.
//!
//! It keeps answering others, and ends cleanly.

mod answer;
mod crowd;
mod limits;
mod nonsense;
mod oversized;
mod program;
mod recording;
mod slow;
mod starting;
mod stopping;

pub(crate) use program::Sandbox;
