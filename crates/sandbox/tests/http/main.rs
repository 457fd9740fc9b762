//! The sandbox over HTTP, request by request, without a connection.

mod ask;
mod documents;
mod listed;
mod paths;
mod preferences;
mod readme;
mod refusals;
