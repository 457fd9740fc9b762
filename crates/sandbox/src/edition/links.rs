//! What an answer leads to: OpenAPI's links, the sandbox's own statement, since no page makes one.
//!
//! With them a program can follow the answers from one operation to the next, as fuzzers do.

use serde_json::{Map, Value, json};

use super::added::MARK;

/// An answer that leads to an operation.
#[derive(Clone, Copy, Debug)]
struct Link {
    /// Operation id of the operation that is answered with 200.
    from: &'static str,
    /// Name of the link.
    name: &'static str,
    /// What it leads to, in our words.
    description: &'static str,
    /// Operation id of the operation that it leads to.
    to: &'static str,
    /// What is sent there: each parameter with the runtime expression of its value.
    parameters: &'static [(&'static str, &'static str)],
}

/// The client whom the first request was made for.
const CLIENT: (&str, &str) = ("path.client_id", "$request.path.client_id");

/// Every link: where an answer holds what another operation, or the same one, is asked by.
const LINKS: &[Link] = &[
    Link {
        from: "citiGetOfferDetails",
        name: "sameOffer",
        description: "The offer is found by its campaign and wave.",
        to: "citiGetOfferDetails",
        parameters: &[
            ("query.campaignId", "$response.body#/campaignId"),
            ("query.waveId", "$response.body#/waveId"),
        ],
    },
    Link {
        from: "flexitiLookUpCustomer",
        name: "sameCustomer",
        description: "The customer is found by identifier.",
        to: "flexitiLookUpCustomer",
        parameters: &[CLIENT, ("query.customer_id", "$response.body#/customer_id")],
    },
    Link {
        from: "flexitiLookUpCustomer",
        name: "interest",
        description: "What a purchase on the customer's account costs.",
        to: "flexitiCalculateInterest",
        parameters: &[
            CLIENT,
            ("path.account_number", "$response.body#/account_number"),
        ],
    },
];

/// Adds what a good answer of the operation leads to.
pub(super) fn extend(operation: &mut Value) {
    let from = operation["operationId"].as_str().unwrap_or_default();
    let links = LINKS.iter().filter(|link| link.from == from);
    let links: Map<String, Value> = links
        .map(|link| (link.name.to_owned(), written(link)))
        .collect();
    if let Some(response) = operation["responses"].get_mut("200")
        && !links.is_empty()
    {
        response["links"] = Value::Object(links);
    }
}

fn written(link: &Link) -> Value {
    let parameters = link.parameters.iter();
    let parameters: Map<String, Value> = parameters
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    json!({
        "operationId": link.to,
        "parameters": parameters,
        "description": link.description,
        MARK: true,
    })
}
