//! A client of the documented APIs.
//!
//! [`Client`] has a method for each operation; it is generated from `spec/openapi-3.0.json` by
//! `cargo harness generate rust`, and its bodies are the types of [`contract`].
//! An operation that its page only lists has no types: its answer comes without a body.
//!
//! The address is that of the vendor's server; credentials are headers of the HTTP client:
//!
//! ```no_run
//! # async fn example(token: reqwest::header::HeaderValue) -> Result<(), Box<dyn std::error::Error>> {
//! let headers = [(reqwest::header::AUTHORIZATION, token)].into_iter().collect();
//! let http = reqwest::Client::builder().default_headers(headers).build()?;
//! let client = client::Client::new_with_client("https://sandbox.apihub.citi.com/gcb/api", http);
//! let emails = client.citi_get_customer_emails();
//! let emails = emails.client_id("my app").uuid(uuid::Uuid::max()).send().await?;
//! for email in emails.emails.iter().flatten() {
//!     println!("{:?}", email.email_key);
//! }
//! # Ok(())
//! # }
//! ```

#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic, unused_imports, unreachable_pub, missing_docs, reason = "generated")]
mod generated;

pub use generated::*;
