//! What goes wrong around a sandbox: clients that are slow, rude or many, a stop in the midst of
//! work, a disk that is full. It keeps answering others, loses no change that it acknowledged, and
//! ends cleanly.
#![cfg(unix)]

mod answer;
mod changes;
mod crowd;
mod disk;
mod limits;
mod nonsense;
mod oversized;
mod sandbox;
mod slow;
mod starting;
mod stopping;
