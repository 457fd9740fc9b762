//! The command on small folders, as people run it.

mod agrees;
mod check;
mod compare;
mod divided;
mod folder;
mod lines;
mod origins;
mod readme;
mod refused;
mod schemas;
mod sessions;
mod traffic;
