//! The providers, each with its operations.

use super::{Operation, Provider, Server, ServerVariable, documented};
use crate::citi::listed;
use crate::citi::operations::{
    get_card_addresses, get_customer_addresses, get_customer_basic, get_customer_emails,
    get_customer_profile, get_offer_details, get_partner_customer_profile,
};
use crate::citibanamex::operations::retrieve_customer_segment;
use crate::flexiti::operations::{calculate_interest, look_up_customer, scan_drivers_license};
use crate::worldline::operations::get_customer_details;

/// Every provider, in the order of the documents.
pub const PROVIDERS: &[Provider] = &[
    Provider {
        id: "citi-hong-kong",
        group: "citi",
        title: "Citi Hong Kong",
        page_title: Some("Hong Kong - Customers API Documentation"),
        page_note: None,
        url: Some(
            "https://qa.sandbox.developerhub.citi.com/api/hong-kong/retail-bank/accounts/customers/documentation",
        ),
        description: "Retrieves basic information about Citi customers in Hong Kong: name, mailing address, email address, phone numbers and the like.",
        servers: CITI_SERVERS,
        operations: &[
            Operation::Documented(documented::<get_partner_customer_profile::Path>),
            Operation::Documented(documented::<get_offer_details::Path>),
            Operation::Documented(documented::<get_card_addresses::Path>),
        ],
    },
    Provider {
        id: "citi-australia",
        group: "citi",
        title: "Citi Australia",
        page_title: Some("Australia - Customers API Documentation"),
        page_note: None,
        url: Some(
            "https://qa.sandbox.developerhub.citi.com/api/australia/retail-bank/accounts/customers/documentation",
        ),
        description: "Retrieves basic information about Citi customers in Australia: name, mailing address, email address, phone numbers and the like. Fifteen more operations are listed on this page without documentation.",
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
    Provider {
        id: "citibanamex-segments",
        group: "citibanamex",
        title: "Citibanamex",
        page_title: None,
        page_note: Some("Product page in Citibanamex's developer portal"),
        url: Some(
            "https://perf.developer.banamex.com/productapi/965/Y3NtdC1jcmQtZC1jc3RzZWdkdGw6MS4wLjA%2C",
        ),
        description: "Retrieves the segment of a Citibanamex customer and whether today is the customer's birthday. Channels use both to prioritise attention to customers by segment.",
        servers: CITIBANAMEX_SERVERS,
        operations: &[Operation::Documented(
            documented::<retrieve_customer_segment::Path>,
        )],
    },
    Provider {
        id: "worldline-connect",
        group: "worldline",
        title: "Worldline Connect",
        page_title: Some("Get customer details"),
        page_note: None,
        url: Some(
            "https://apireference.connect.worldline-solutions.com/c2sapi/v1/en_US/ios/products/customerDetails.html",
        ),
        description: "Looks up a customer by fields of a payment product, and returns personal information and address data.",
        servers: WORLDLINE_SERVERS,
        operations: &[Operation::Documented(
            documented::<get_customer_details::Path>,
        )],
    },
    Provider {
        id: "flexiti-customers",
        group: "flexiti",
        title: "Flexiti",
        page_title: Some("Endpoints: Customers"),
        page_note: None,
        url: Some(
            "https://flexiti.atlassian.net/wiki/spaces/FDP/pages/9371728/Customer+Endpoints+-+POS+API",
        ),
        description: "Endpoints for Flexiti customers: the account of a customer, the PDF417 code of a driver's licence, and the terms and fees of a purchase. The page compares two of its versions: what did not change is left out, and a row may be one that was being added or removed.",
        servers: FLEXITI_SERVERS,
        operations: &[
            Operation::Documented(documented::<look_up_customer::Path>),
            Operation::Documented(documented::<scan_drivers_license::Path>),
            Operation::Documented(documented::<calculate_interest::Path>),
        ],
    },
];

const CITI_SERVERS: &[Server] = &[Server {
    url: "https://sandbox.apihub.citi.com/gcb/api",
    description: "Sandbox; the production address is not documented.",
    variables: &[],
    // Client code calls it there.
    likely: &["listed", "description"],
}];

// The host is unknown: the address is relative, as the vendor's own description has it.
const CITIBANAMEX_SERVERS: &[Server] = &[Server {
    url: "/api",
    description: "Base path of Citibanamex; its host is not documented.",
    variables: &[],
    likely: &[],
}];

const WORLDLINE_SERVERS: &[Server] = &[Server {
    url: "https://{domainname}",
    description: "The client API of Worldline Connect. `domainname` is the host of the `clientApiUrl` that Create Session returns; its default is a placeholder that never resolves.",
    variables: &[ServerVariable {
        name: "domainname",
        // A name that never resolves (RFC 2606, section 2).
        default: "domainname.invalid",
    }],
    likely: &[],
}];

const FLEXITI_SERVERS: &[Server] = &[
    Server {
        url: "https://posapi-training.flexiti.fi/flexiti/pos-api/v2.5",
        description: "Training environment.",
        variables: &[],
        likely: &[],
    },
    Server {
        url: "https://posapi.flexiti.fi/flexiti/pos-api/v2.5",
        description: "Production environment.",
        variables: &[],
        likely: &[],
    },
];
