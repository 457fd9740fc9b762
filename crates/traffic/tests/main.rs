//! Tests of recorded exchanges.
