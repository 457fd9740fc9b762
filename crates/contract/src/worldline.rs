//! Worldline Connect, the customer details of the client API.
//!
//! Page `worldline-connect`: one operation; names, types and requirements of the properties lost, their descriptions, the examples and the order of the properties kept.
//! The vendor's SDKs and the JSON edition of the page have what was lost.
//!
//! # Quirks
//!
//! - An array has two `close` rows: its own, and one of its items, which is no property.
//! - The error categories are written with backslashes, `CONNECT\_PLATFORM\_ERROR`, which belong to the page and not to the value.
//! - The page calls a type `APIError`; [`error::ApiError`] is the same.
//! - `category`, `httpStatusCode` and others are absent from the page's own examples of errors, so nothing in an error is required.
//! - `country` is absent from the example of a response, and `languageCode` is empty there.
//! - `fiscalNumber` has 12 digits in the example of the request and 13 in that of the response.
//! - The request example is Objective-C; ours has the same values as JSON.
//! - `{domainname}` of the address is the host of the `clientApiUrl` that Create Session returns: no default can be right.
//! - `paymentProductId` is a string in the page's example, so it is a string here, although other SDKs have a number.
//! - `a[1]` is said to select the first element of an array; JSONata counts from 0, so there it is the second.
//! - Every SDK sends a header `X-GCS-ClientMetaInfo` as well; the page does not speak of it.

pub mod customer_details;
pub mod error;
pub mod operations;
