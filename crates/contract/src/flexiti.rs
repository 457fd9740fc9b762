//! Flexiti, the customers endpoints of the point-of-sale API.
//!
//! Page `flexiti-customers`: three tables of parameters, their operations lost; the vendor's other versions of the page show which they are.
//! The capture is a version comparison, so a row may be one that was being added or removed.
//!
//! # Quirks
//!
//! - The page has the response of the lookup, the request of the driver's licence and the response of the calculation.
//!   Nothing else of the three operations is captured, so nothing else is here but addresses, credentials and what paths and lookups are made of.
//! - No operation has a title on the page; the titles are ours, marked as inferred.
//! - The answers are headed "Success Response"; that their status is 200 is our inference.
//! - A dotted name says where a property is, not whether what holds it is an object or an array.
//!   The vendor's examples show it for `customer`, `regular_purchase`, `promotional_purchase`, `terms` and `fees`; `security_qid` (an object), `offer_types` and `term_options` (arrays) are our inference: the first two are listed in [`crate::catalogue::MARKS`], and the numbers of the third carry a mark of their own.
//! - The Required column has values in the request's table only.
//! - `number (18,2)` is a number of at most 18 digits, 2 of them after the decimal point: [`Number<18, 2>`](crate::scalar::Number), which reads a JSON number and a numeric string, because the vendor's examples show both.
//! - `number (14)` states no decimals: [`Number<14, 0>`](crate::scalar::Number), an integer by our inference. The formats `int64` and `double` are ours as well; they keep generators from types of 32 bits.
//! - `ASCII string (100)` is [`Ascii<100>`](crate::scalar::Ascii), and `ASCII string` is [`AsciiText`](crate::scalar::AsciiText); a listed value that is not known yet has to be within the bound as well.
//! - `air` and `apr` name rates of the same precision; the page does not spell `air` out, and calls `apr` a coefficient.
//! - `security_qid` holds a question's id and its text.
//! - Other versions of the page name `customer.customer_category_type` `customer.category_type`, and show fee types `admin_total` and `admin_monthly`, which this capture does not list.
//! - The header `bearer token`, an ASCII string (1000), is `Authorization`: a security requirement, not a parameter.
//! - Of `calculate-interest`, one of the vendor's how-to pages says GET, and another comparison of this page POST, which we take, marked as inferred.
//! - The account and customer numbers are numbers in bodies; in addresses they are strings of digits here, our inference, listed in [`crate::catalogue::INFERRED_PARAMETERS`].
//! - The address is that of the page as it stands now, titled "Customer Endpoints - POS API"; which two versions the capture compares is not known.

pub mod customer;
pub mod drivers_license;
pub mod fee;
pub mod interest;
pub mod offer_type;
pub mod operations;
pub mod parameters;
pub mod promotional_purchase;
