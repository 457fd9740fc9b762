//! Security schemes: the flows of `OAuth2` have other names.

use serde_json::{Value, json};

use super::Raise;

impl Raise {
    pub(super) fn security_scheme(&mut self, at: &str, scheme: &mut Value) {
        let Some(members) = self.object(at, scheme) else {
            return;
        };
        match members.get("type").and_then(Value::as_str) {
            Some("apiKey") => {}
            Some("basic") => {
                members["type"] = "http".into();
                members.insert("scheme".to_owned(), "basic".into());
            }
            Some("oauth2") => {
                let stated = members.shift_remove("flow");
                let name = match stated.as_ref().and_then(Value::as_str) {
                    Some("implicit") => "implicit",
                    Some("password") => "password",
                    Some("application") => "clientCredentials",
                    Some("accessCode") => "authorizationCode",
                    _ => {
                        let due = "`flow` to be implicit, password, application or accessCode";
                        return self.problem(at, due, stated.as_ref(), "say how to get a token");
                    }
                };
                let mut flow = json!({ "scopes": {} });
                for keyword in ["authorizationUrl", "tokenUrl", "scopes"] {
                    if let Some(value) = members.shift_remove(keyword) {
                        flow[keyword] = value;
                    }
                }
                members.insert("flows".to_owned(), json!({ name: flow }));
            }
            _ => {
                let due = "`type` to be basic, apiKey or oauth2";
                self.problem(
                    at,
                    due,
                    members.get("type"),
                    "say which kind of scheme it is",
                );
            }
        }
    }
}
