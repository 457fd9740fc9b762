//! The two requests that are sent: as documented, so that a server that checks them answers well.

use serde_json::{Value, json};

use crate::server;

/// What every request has: credentials, and what the pages demand of headers.
const HEADERS: [(&str, &str); 4] = [
    ("Authorization", "Bearer customer-1"),
    ("Accept", "application/json"),
    ("client_id", "my-app"),
    ("uuid", "9d9b2ef4-1b1c-4b2c-8c5c-2f1a4d3c1e11"),
];

/// What a request with a body has besides.
const HEADERS_OF_BODY: [(&str, &str); 4] = [
    ("Content-Type", "application/json"),
    ("countryCode", "MX"),
    ("businessCode", "GCB"),
    ("ChannelId", "MBK"),
];

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its method.
    pub method: &'static str,
    /// Its path in the sandbox, with the query.
    pub path: &'static str,
    /// Its headers, but for those of HTTP itself.
    pub headers: Vec<(&'static str, &'static str)>,
    /// Its body; empty if it has none.
    pub body: String,
}

impl Request {
    /// The GET: a profile of Citi Hong Kong, with headers and a query that are checked.
    #[must_use]
    pub fn get() -> Self {
        Self {
            method: "GET",
            path: "/citi-hong-kong/partner/v1/customers/profiles?addressType=HOME_ADDRESS",
            headers: HEADERS.to_vec(),
            body: String::new(),
        }
    }

    /// The POST: the segment of a customer of Citibanamex, with headers and a body that are checked.
    ///
    /// `customer` is the record of the customer, as the sandbox shows it.
    #[must_use]
    pub fn post(customer: &Value) -> Self {
        Self {
            method: "POST",
            path: "/citibanamex/v1/customers/segments/retrieve",
            headers: [HEADERS, HEADERS_OF_BODY].concat(),
            body: json!({ "customerId": customer["customer_id"] }).to_string(),
        }
    }

    /// The text of the request beneath one of the copies of the paths, 0 being the paths themselves.
    #[must_use]
    pub fn text(&self, copy: usize) -> String {
        let path = match copy {
            0 => self.path.to_owned(),
            copy => format!("/copy-{copy}{}", self.path),
        };
        server::request(self.method, &path, &self.headers, &self.body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_goes_to_a_copy() {
        let post = Request::post(&json!({"customer_id": "12"}));
        assert_eq!(post.body, "{\"customerId\":\"12\"}");
        let text = post.text(3);
        assert!(text.starts_with("POST /copy-3/citibanamex/v1/"), "{text}");
        assert!(text.ends_with("\r\n\r\n{\"customerId\":\"12\"}"), "{text}");
        assert!(Request::get().text(0).starts_with("GET /citi-hong-kong/"));
    }
}
