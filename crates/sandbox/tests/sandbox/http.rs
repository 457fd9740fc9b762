//! The sandbox over HTTP, request by request, without a connection.

mod codings;
mod documents;
mod escapes;
mod listed;
mod methods;
mod paths;
mod portal;
mod preferences;
mod readme;
mod refusals;
mod slow_body;
