//! Changes of customers, and whether they are kept.

use std::io;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// A customer of Flexiti, whose first name is changed.
pub(crate) struct Customer(pub usize);

impl Customer {
    fn path(&self) -> String {
        format!("/customers/flexiti/{}", self.0)
    }

    /// The customer's record as it is now.
    pub(crate) fn record(&self, sandbox: &Sandbox) -> Value {
        let answer = sandbox.ask(format!(
            "GET {} HTTP/1.1\r\nHost: sandbox\r\n\r\n",
            self.path()
        ));
        assert_eq!(answer.status, 200);
        answer.json()
    }

    /// The customer's first name as it is now.
    pub(crate) fn name(&self, sandbox: &Sandbox) -> String {
        let record = self.record(sandbox);
        record["first_name"].as_str().expect("a name").to_owned()
    }

    /// The request that gives the customer a first name.
    pub(crate) fn renaming(&self, record: &Value, name: &str) -> Vec<u8> {
        let mut record = record.clone();
        record["first_name"] = name.into();
        let body = record.to_string();
        let head = format!(
            "PUT {} HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.path(),
            body.len()
        );
        (head + &body).into_bytes()
    }

    /// Gives the customer a first name; the status.
    ///
    /// # Errors
    ///
    /// That nothing comes back.
    pub(crate) fn rename(&self, sandbox: &Sandbox, record: &Value, name: &str) -> io::Result<u16> {
        let answer = sandbox.try_ask(&self.renaming(record, name))?;
        Ok(answer.status)
    }
}
