//! Citibanamex, the customer segment API.
//!
//! Page `citibanamex-segments`: one operation, its method, the names of its parameters and the statuses of its error tables lost.
//! The vendor's own description of the API has the method and the names.
//!
//! # Quirks
//!
//! - The page has no title, and describes the operation in two wordings; the title is ours, "Retrieve Customer Segment", marked as inferred.
//! - Ten header parameters are described without their names; `Authorization`, `Accept` and `Content-Type` are among them and are no parameters in a document: they are a security requirement and the media types.
//! - "The Authorization Token received during login" names no scheme; that it is a bearer token is our inference.
//! - Six error tables have no statuses; all follow sibling APIs of the vendor.
//! - Two of the error tables have a fourth column, More Info: the `moreInfo` of those rows.
//! - `moreInfo` of an error is a string here, and an object on the pages of Citi, with one description.
//! - `uuid` of an error is a string described as a 128-bit UUID, so `format: uuid`; `timestamp` is a string of unknown form.
//! - Of four definitions only `Customer` is named; the names of the others are ours.
//! - Neither property of the request is required, although one of them has to tell whose segment is asked for.
//! - `countryCode` is an ISO 3166 code of two characters, for which no format is registered: its length is bounded.
//! - The page lost the types of the headers; the vendor's own description has strings.
//! - The base path is known and the host is not.

pub mod customer_segment;
pub mod error;
pub mod headers;
pub mod operations;
