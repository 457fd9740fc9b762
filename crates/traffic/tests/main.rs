//! Tests of recorded exchanges, in one binary.

mod harbour;
mod recording;
mod trial;
