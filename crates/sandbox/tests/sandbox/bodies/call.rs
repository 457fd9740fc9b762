//! A request in parts that can be changed.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::ask::{Answer, bare};

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Call {
    /// Its method.
    pub method: String,
    /// Its path, with the names of parameters in braces.
    pub path: String,
    /// The parameters of the path.
    pub segments: BTreeMap<String, String>,
    /// The query, as pairs.
    pub query: Vec<(String, String)>,
    /// The headers, as pairs.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Call {
    pub(crate) fn answer(&self) -> Answer {
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let mut uri = self.path.clone();
        for (name, value) in &self.segments {
            uri = uri.replace(&format!("{{{name}}}"), &escaped(value));
        }
        for (index, (name, value)) in self.query.iter().enumerate() {
            uri.push(if index == 0 { '?' } else { '&' });
            uri.push_str(&[name, "=", &escaped(value)].concat());
        }
        let headers = self.headers.iter();
        let ask = headers.fold(bare(&self.method, &uri), |ask, (name, value)| {
            ask.with_another(name, value)
        });
        ask.body(self.body.clone()).answer()
    }
}
