//! The operations that the pages document, and a good request of each.

use std::collections::BTreeMap;

use sandbox::Page;
use serde_json::{Value, json};

use super::call::Call;
use crate::ask::bare;
use crate::licence::SAMPLE;

/// An operation that a page documents.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The page.
    pub page: &'static str,
    /// Its page's document.
    pub document: Value,
    /// Its method, in lower case.
    pub method: String,
    /// Its path, as the page has it.
    pub path: String,
}

/// A parameter that a page documents.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// Its name.
    pub name: String,
    /// Where it is sent: `header`, `path` or `query`.
    pub place: String,
    /// Whether it has to be sent.
    pub required: bool,
}

/// Every documented operation that the sandbox answers, in the order of the pages.
pub(crate) fn operations() -> Vec<Operation> {
    let index = bare("GET", "/").answer().body();
    let mut operations = Vec::new();
    for page in Page::all().expect("every page has its documents") {
        let document: Value = serde_json::from_str(page.document).expect("JSON");
        let pages = index["pages"].as_array().expect("pages");
        let shown = pages.iter().find(|shown| shown["page"] == page.id);
        let shown = shown.and_then(|shown| shown["operations"].as_array());
        let answered = shown.expect("operations").iter();
        for operation in answered.filter(|operation| operation["answered"] == true) {
            let text = |name: &str| operation[name].as_str().expect("text");
            operations.push(Operation {
                page: page.id,
                document: document.clone(),
                method: text("method").to_lowercase(),
                path: text("path")[page.id.len() + 1..].to_owned(),
            });
        }
    }
    operations
}

impl Operation {
    /// What the page documents of it.
    pub(crate) fn documented(&self) -> &Value {
        &self.document["paths"][&self.path][&self.method]
    }

    pub(crate) fn id(&self) -> &str {
        self.documented()["operationId"].as_str().expect("an id")
    }

    /// Its path in the sandbox.
    pub(crate) fn path(&self) -> String {
        format!("/{}{}", self.page, self.path)
    }

    /// Method and path in the sandbox.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path())
    }

    /// The statuses that the page documents.
    pub(crate) fn statuses(&self) -> impl Iterator<Item = u16> {
        let responses = self.documented()["responses"].as_object();
        let responses = responses.expect("responses");
        responses.keys().filter_map(|status| status.parse().ok())
    }

    /// The names of the examples that the page gives of its answers.
    pub(crate) fn examples(&self) -> Vec<String> {
        let responses = self.documented()["responses"].as_object();
        let responses = responses.expect("responses").values();
        let examples =
            responses.filter_map(|it| it["content"]["application/json"]["examples"].as_object());
        examples.flat_map(|it| it.keys().cloned()).collect()
    }

    pub(crate) fn parameters(&self) -> Vec<Parameter> {
        let parameters = self.documented()["parameters"].as_array();
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let parameters = parameters.into_iter().flatten().map(|it| Parameter {
            name: text(&it["name"]),
            place: text(&it["in"]),
            required: it["required"] == true,
        });
        parameters.collect()
    }

    /// A good request for a customer, with no more than is required.
    pub(crate) fn good(&self, customer: usize) -> Call {
        let record = format!("/customers/{}/{customer}", self.page);
        let record = bare("GET", &record).answer().body();
        let credentials = match self.page {
            "worldline-connect" => format!("GCS v1Client:customer-{customer}"),
            _ => format!("Bearer customer-{customer}"),
        };
        let mut headers = vec![("Authorization".to_owned(), credentials)];
        headers.push(("Accept".to_owned(), "application/json".to_owned()));
        let mut segments = BTreeMap::new();
        let mut query = Vec::new();
        for parameter in self.parameters().into_iter().filter(|it| it.required) {
            let value = value(&parameter.name, &record);
            match parameter.place.as_str() {
                "path" => drop(segments.insert(parameter.name, value)),
                "query" => query.push((parameter.name, value)),
                _ => headers.push((parameter.name, value)),
            }
        }
        if self.id() == "flexitiLookUpCustomer" {
            // The page requires none of three, and one of them says who is meant.
            let number = record["customer"]["customer_id"].to_string();
            query.push(("customer_id".to_owned(), number));
        }
        let body = self.body(&record);
        if body.is_some() {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        Call {
            method: self.method.to_uppercase(),
            path: self.path(),
            segments,
            query,
            headers,
            body: body.map_or_else(Vec::new, |body| body.to_string().into_bytes()),
        }
    }

    /// A good body for a customer, where the operation takes one.
    fn body(&self, record: &Value) -> Option<Value> {
        let body = match self.id() {
            "citibanamexRetrieveCustomerSegment" => json!({ "customerId": record["customer_id"] }),
            "worldlineGetCustomerDetails" => {
                json!({ "countryCode": record["country_code"], "values": record["values"] })
            }
            "flexitiScanDriversLicense" => json!({ "code": SAMPLE }),
            _ => return None,
        };
        Some(body)
    }
}

/// A good value of a parameter for a customer.
fn value(name: &str, record: &Value) -> String {
    let value = match name {
        "uuid" => "8c3e5d1e-6f5b-4f0e-9a53-0d3c8d0a2f7b",
        "countryCode" => "MX",
        "paymentProductId" => "9000",
        "accountId" => record["card_accounts"][0]["account_id"]
            .as_str()
            .expect("an account"),
        "account_number" => return record["customer"]["account_number"].to_string(),
        _ => "test",
    };
    value.to_owned()
}
