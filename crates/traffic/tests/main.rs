//! Tests of recorded exchanges, in one binary.

mod recording;
