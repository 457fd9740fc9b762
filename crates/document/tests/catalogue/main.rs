//! What becomes of a catalogue: of one that contradicts itself, and of one whose markets share
//! operations.

mod collisions;
mod markets;
mod sample;
