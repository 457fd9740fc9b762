//! What becomes of a catalogue: of one that contradicts itself, and of one whose pages share
//! operations.

mod collisions;
mod sample;
mod shared_operations;
