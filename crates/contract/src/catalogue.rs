//! The one list of every provider, operation and schema.
//!
//! Adding an operation is its file and one line here.

use schemars::{JsonSchema, SchemaGenerator};
use utoipa::openapi::path::{HttpMethod, Operation as OpenApiOperation};
use utoipa::openapi::{RefOr, schema};
use utoipa::{PartialSchema, ToSchema};

use crate::citi::operations::{
    get_card_addresses, get_customer_addresses, get_customer_basic, get_customer_emails,
    get_customer_profile, get_offer_details, get_partner_customer_profile,
};
use crate::citi::{address, card_address, customer, email, error, listed, offer, phone};
use crate::scalar;

/// All that documents are built from.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue {
    /// Every provider, in the order of the documents.
    pub providers: &'static [Provider],
    /// Every named type of the documents.
    pub schemas: &'static [Schema],
    /// The scalars that a document writes in place.
    pub scalars: &'static [Schema],
    /// Every security scheme that operations refer to.
    pub security_schemes: &'static [SecurityScheme],
    /// Every aspect of a property that is our judgement.
    pub inferred: &'static [Inferred],
}

/// The catalogue of this crate.
pub const CATALOGUE: Catalogue = Catalogue {
    providers: PROVIDERS,
    schemas: SCHEMAS,
    scalars: SCALARS,
    security_schemes: SECURITY_SCHEMES,
    inferred: INFERRED,
};

/// One provider: the API that one page documents.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// Identifier of the page, also the name of the provider's tag.
    pub id: &'static str,
    /// The vendor, shared by the providers whose schemas are shared.
    pub group: &'static str,
    /// Name of the provider for people.
    pub title: &'static str,
    /// Title of the page, as written.
    pub page_title: &'static str,
    /// Address of the page.
    pub url: &'static str,
    /// What the API is for.
    pub description: &'static str,
    /// Where the API is served.
    pub servers: &'static [Server],
    /// The operations, in the page's order.
    pub operations: &'static [Operation],
}

/// One address at which an API is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    /// Base address, before an operation's path.
    pub url: &'static str,
    /// What is served there.
    pub description: &'static str,
}

/// One way to prove who is calling, an HTTP authentication scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    /// Name by which operations refer to it.
    pub name: &'static str,
    /// Name of the HTTP authentication scheme.
    pub scheme: &'static str,
    /// How to obtain and send the credentials.
    pub description: &'static str,
}

/// One operation of a page.
#[derive(Clone, Copy, Debug)]
pub enum Operation {
    /// The page documents it.
    Documented(fn() -> Documented),
    /// The page only lists it.
    Listed(Listed),
}

/// An operation that a page documents.
#[derive(Clone)]
pub struct Documented {
    /// HTTP method in lower case.
    pub method: &'static str,
    /// Path template.
    pub path: String,
    /// Everything else.
    pub operation: OpenApiOperation,
    /// Path of the Rust type that declares it.
    pub rust: &'static str,
}

/// An operation that a page only lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Operation id.
    pub id: &'static str,
    /// HTTP method in lower case.
    pub method: &'static str,
    /// Path template.
    pub path: &'static str,
    /// Title, as the page writes it unless it is inferred.
    pub title: &'static str,
    /// Aspects that are our judgement, not the page's statement.
    pub inferred: &'static [&'static str],
}

/// One type with its two schema views.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The vendor that the type belongs to; empty for scalars, which are nobody's.
    pub group: &'static str,
    /// Component name in the utoipa view.
    pub name: fn() -> String,
    /// The utoipa view.
    pub utoipa: fn() -> RefOr<schema::Schema>,
    /// Definition name in the schemars view.
    pub schemars_name: fn() -> String,
    /// The schemars view.
    pub schemars: fn(&mut SchemaGenerator) -> schemars::Schema,
    /// Path of the Rust type.
    pub rust: fn() -> &'static str,
}

/// An aspect of a property that is our judgement, not a page's statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inferred {
    /// Component name.
    pub schema: &'static str,
    /// Wire name of the property.
    pub property: &'static str,
    /// What is inferred about it.
    pub aspect: &'static str,
}

impl Schema {
    const fn of<T: ToSchema + JsonSchema>(group: &'static str) -> Self {
        Self {
            group,
            name: || T::name().into_owned(),
            utoipa: <T as PartialSchema>::schema,
            schemars_name: || T::schema_name().into_owned(),
            schemars: T::json_schema,
            rust: std::any::type_name::<T>,
        }
    }
}

/// The operation that `P` declares.
///
/// # Panics
///
/// If `P` declares no method, which the attribute does not allow.
#[must_use]
pub fn documented<P: utoipa::Path>() -> Documented {
    let method = match P::methods().first() {
        Some(HttpMethod::Get) => "get",
        Some(HttpMethod::Post) => "post",
        Some(HttpMethod::Put) => "put",
        Some(HttpMethod::Delete) => "delete",
        Some(HttpMethod::Options) => "options",
        Some(HttpMethod::Head) => "head",
        Some(HttpMethod::Patch) => "patch",
        Some(HttpMethod::Trace) => "trace",
        None => panic!(
            "expected a method for {}, but found none instead",
            P::path()
        ),
    };
    Documented {
        method,
        path: P::path(),
        operation: P::operation(),
        rust: std::any::type_name::<P>(),
    }
}

/// Every provider, in the order of the documents.
pub const PROVIDERS: &[Provider] = &[
    Provider {
        id: "citi-hong-kong",
        group: CITI,
        title: "Citi Hong Kong",
        page_title: "Hong Kong - Customers API Documentation",
        url: "https://qa.sandbox.developerhub.citi.com/api/hong-kong/retail-bank/accounts/customers/documentation",
        description: "Customers of Citi in Hong Kong: their profile from a partner's site, the details of an offer, and the addresses of a card account.",
        servers: CITI_SERVERS,
        operations: &[
            Operation::Documented(documented::<get_partner_customer_profile::Path>),
            Operation::Documented(documented::<get_offer_details::Path>),
            Operation::Documented(documented::<get_card_addresses::Path>),
        ],
    },
    Provider {
        id: "citi-australia",
        group: CITI,
        title: "Citi Australia",
        page_title: "Australia - Customers API Documentation",
        url: "https://qa.sandbox.developerhub.citi.com/api/australia/retail-bank/accounts/customers/documentation",
        description: "Customers of Citi in Australia: their profile, addresses, basic particulars and email addresses; fifteen more operations are listed without documentation.",
        servers: CITI_SERVERS,
        operations: &[
            Operation::Documented(documented::<get_customer_profile::Path>),
            Operation::Documented(documented::<get_customer_addresses::Path>),
            Operation::Documented(documented::<get_customer_basic::Path>),
            Operation::Documented(documented::<get_customer_emails::Path>),
            Operation::Listed(listed::UPDATE_CUSTOMER_EMAILS),
            Operation::Listed(listed::GET_CUSTOMER_PHONE_NUMBERS),
            Operation::Listed(listed::UPDATE_CUSTOMER_PHONE_NUMBERS),
            Operation::Listed(listed::GET_CUSTOMER_ALERTS),
            Operation::Listed(listed::GET_CUSTOMER_ALERT_HISTORY),
            Operation::Listed(listed::GET_PARTNER_CUSTOMER_PROFILE),
            Operation::Listed(listed::CONFIRM_CUSTOMER_PHONE_NUMBERS),
            Operation::Listed(listed::CONFIRM_CUSTOMER_EMAILS),
            Operation::Listed(listed::DELETE_CUSTOMER_PROFILE_IMAGE),
            Operation::Listed(listed::UPDATE_CUSTOMER_PROFILE_IMAGE),
            Operation::Listed(listed::GET_CUSTOMER_PROFILE_IMAGE),
            Operation::Listed(listed::UPDATE_GENERIC_OFFER),
            Operation::Listed(listed::FULFILL_OFFER),
            Operation::Listed(listed::MANAGE_CUSTOMER_ALERT_PROFILES_AND_SUBSCRIPTIONS),
            Operation::Listed(listed::GET_CARD_ADDRESSES),
        ],
    },
];

/// Every named type of the documents, each after those that hold it.
pub const SCHEMAS: &[Schema] = &[
    Schema::of::<error::Error>(CITI),
    Schema::of::<error::ErrorType>(CITI),
    Schema::of::<customer::CustomerProfile>(CITI),
    Schema::of::<customer::CustomerBasic>(CITI),
    Schema::of::<customer::CustomerParticulars>(CITI),
    Schema::of::<customer::CustomerName>(CITI),
    Schema::of::<email::CustomerEmails>(CITI),
    Schema::of::<email::Email>(CITI),
    Schema::of::<address::CustomerAddresses>(CITI),
    Schema::of::<address::Address>(CITI),
    Schema::of::<phone::Phone>(CITI),
    Schema::of::<card_address::CardAddresses>(CITI),
    Schema::of::<card_address::CardAddress>(CITI),
    Schema::of::<card_address::AddressIdentifierType>(CITI),
    Schema::of::<offer::OfferDetails>(CITI),
    Schema::of::<offer::YearsWithCitiRelationship>(CITI),
    Schema::of::<offer::EcdOffer>(CITI),
    Schema::of::<offer::MerchantRecommendationOffer>(CITI),
    Schema::of::<offer::CustomerActionGroup>(CITI),
    Schema::of::<offer::TemplateField>(CITI),
    Schema::of::<offer::EasyPaymentPlan>(CITI),
    Schema::of::<offer::LoanOverPhoneOffer>(CITI),
    Schema::of::<offer::BalanceTransferOffer>(CITI),
    Schema::of::<offer::GenericOffer>(CITI),
    Schema::of::<offer::CustomerSegmentChangeOffer>(CITI),
];

/// The scalars that [`SCHEMAS`] refer to and that a document writes in place.
pub const SCALARS: &[Schema] = &[
    Schema::of::<scalar::Integer>(""),
    Schema::of::<scalar::Double>(""),
    Schema::of::<scalar::LocalDateTime>(""),
];

/// Every security scheme that operations refer to.
pub const SECURITY_SCHEMES: &[SecurityScheme] = &[SecurityScheme {
    name: "citiBearer",
    scheme: "bearer",
    description: "The latest access token, sent as `Authorization: Bearer {accessToken}`.",
}];

/// Every aspect of a property that is our judgement.
pub const INFERRED: &[Inferred] = &[
    inferred_type("CitiCardAddresses", "addressList"),
    inferred_type("CitiOfferDetails", "yearsWithCitiRelationship"),
    inferred_type("CitiOfferDetails", "ecdOffer"),
    inferred_type("CitiOfferDetails", "merchantRecommendationOffer"),
    inferred_type("CitiOfferDetails", "customerActionGroup"),
    inferred_type("CitiOfferDetails", "templateFields"),
    inferred_type("CitiOfferDetails", "easyPaymentPlan"),
    inferred_type("CitiOfferDetails", "loanOverPhoneOffer"),
    inferred_type("CitiOfferDetails", "balanceTransferOffer"),
    inferred_type("CitiOfferDetails", "genericOffer"),
    inferred_type("CitiOfferDetails", "customerSegmentChangeOffer"),
];

const CITI: &str = "citi";

const CITI_SERVERS: &[Server] = &[Server {
    url: "https://sandbox.apihub.citi.com/gcb/api",
    description: "Sandbox of Citi.",
}];

const fn inferred_type(schema: &'static str, property: &'static str) -> Inferred {
    Inferred {
        schema,
        property,
        aspect: "type",
    }
}
