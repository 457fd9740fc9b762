//! Citi, the Customers API of two markets.
//!
//! Pages, as the text that was captured of each:
//!
//! - `citi-hong-kong`: "Hong Kong - Customers API Documentation", three operations documented; the capture ends inside the last one's 200.
//!   <https://qa.sandbox.developerhub.citi.com/api/hong-kong/retail-bank/accounts/customers/documentation>
//! - `citi-australia`: "Australia - Customers API Documentation", four operations documented, fifteen listed; the capture ends inside the 401 of the fourth.
//!   <https://qa.sandbox.developerhub.citi.com/api/australia/retail-bank/accounts/customers/documentation>
//!
//! The markets share some paths and one base address, at which client code calls the sandbox (<https://github.com/martfl/citi-api-sample>), so a shape that both document alike is one type here.
//!
//! # Quirks
//!
//! - Nested bullets do not say whether a group is an object or an array.
//!   The vendor's description of the API for another region shows `addressList` and `phones` to be arrays.
//!   Client code (<https://github.com/Jeff-Tian/citi-oauth>, `src/index.ts`) reads `emails` as one; a stand-in in its tests has single objects, and shows the fields of [`customer::CustomerName`] in `names`, an "Array" with no items on the page.
//!   The groups of an offer are objects, but `templateFields`, a list of keys with values, is an array: our inference, listed in [`crate::catalogue::MARKS`].
//! - `tenorAndInterestDetails` is an "Array" whose items nothing describes: any JSON value.
//! - `moreInfo` of an error has type object and is described as a URI; we keep the type.
//! - `addressline4` is described as line 3 (Australia, lines 151 and 544; Hong Kong, line 142); our description says line 4.
//! - `emailAddress` is described as an updated one where it is retrieved; our description leaves that out.
//! - `creditLimitPercentage` of a loan over phone and of a balance transfer is described as that of an Easy Payment Plan; our description says so.
//! - `customerSegment` is described as the type of the customer, in the words of `customerType` (Australia, lines 117 and 902; Hong Kong, line 108); our description says segment.
//! - `customerSegment` and others point to a reference-data resource whose path differs from field to field (`/v1/apac/utilities`, `/v1/utilities`, `/utilities`, `/v1utilities`, `{addressIndentifierType}`).
//!   Each field keeps its path as written, in `x-reference-data`.
//! - Misspelt wire names stay: `merchantCatagory`, `eligbleLoanAmount`, `addressline1`.
//! - An error row has lost the separators of its three columns; type and code are split by the enum of `type`.
//! - `/basic` makes `customerSegment` and `partnerCustomerSegment` mandatory in each other's absence: the schema has a condition (`if`, `then`).
//! - Three operations ask for a `uuid` generated for every request, and four for a random one, generated uniquely: two types of headers, alike but for that sentence.
//! - `offerSegmentScore`, a score from 1 to 100, has type string; we keep the type, and the range is in the description only.
//! - `customerActionDateTime` is a date and time without a zone, which is not `date-time`: [`crate::scalar::LocalDateTime`].
//! - The title of the card addresses operation is a broken sentence; ours is "Retrieve Card Addresses", marked as inferred.
//! - `Authorization` and `Accept` are documented as header parameters; a parameter of those names is ignored in a document, so they are a security requirement and the media type of the responses.
//! - The details of one error differ in case and wording from operation to operation; every operation keeps its own.

pub mod address;
pub mod card_address;
pub mod customer;
pub mod email;
pub mod error;
pub mod headers;
pub mod listed;
pub mod offer;
pub mod operations;
pub mod phone;
