//! The segment of a customer: how it is asked for, and the answer.

use macro_rules_attribute::apply;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use crate::object::camel_case_object;
use crate::scalar::Digits;

const CUSTOMER_ID: &str = "321116471234";
const CARD_NUMBER: &str = "4969452123456110";

/// The customer whose segment is requested.
#[apply(camel_case_object!)]
pub struct CustomerSegmentRequest {
    /// Unique identifier of the customer, at most 12 digits.
    #[schema(value_type = Option<CustomerId>, inline)]
    #[schemars(example = CUSTOMER_ID)]
    pub customer_id: Option<Digits<12>>,

    /// Number that is embossed or printed on the card, at most 16 digits.
    #[schema(value_type = Option<CardNumber>, inline)]
    #[schemars(example = CARD_NUMBER)]
    pub card_number: Option<Digits<16>>,
}

// utoipa drops `examples` beside a reference, so these two have schemas of their own.

/// Schema of `customerId`.
struct CustomerId;

impl PartialSchema for CustomerId {
    fn schema() -> RefOr<Schema> {
        with_example(Digits::<12>::schema(), CUSTOMER_ID)
    }
}

impl ToSchema for CustomerId {}

/// Schema of `cardNumber`.
struct CardNumber;

impl PartialSchema for CardNumber {
    fn schema() -> RefOr<Schema> {
        with_example(Digits::<16>::schema(), CARD_NUMBER)
    }
}

impl ToSchema for CardNumber {}

fn with_example(mut schema: RefOr<Schema>, example: &str) -> RefOr<Schema> {
    if let RefOr::T(Schema::Object(schema)) = &mut schema {
        schema.examples = vec![example.into()];
    }
    schema
}

/// Segment of a customer.
#[apply(camel_case_object!)]
pub struct CustomerSegment {
    /// The customer, with the segment.
    pub customer: Customer,
}

/// A customer: name, segment and birthday.
#[apply(camel_case_object!)]
pub struct Customer {
    /// The customer's full name.
    #[schema(examples("Luis Diaz Salinas"))]
    #[schemars(example = "Luis Diaz Salinas")]
    pub full_name: String,

    /// Segment to which the customer belongs.
    #[schema(examples("20"))]
    #[schemars(example = "20")]
    pub customer_segment: String,

    /// Whether today is the customer's birthday.
    #[schema(examples(true))]
    #[schemars(example = true)]
    pub birthday_today_flag: bool,
}
