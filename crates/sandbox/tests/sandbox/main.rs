//! The sandbox as its users meet it, request by request and customer by customer.

mod ask;
mod bodies;
mod changes;
mod customers;
#[cfg(unix)]
mod faults;
mod http;
mod licence;
mod more_pages;
