//! How callers prove who they are: client certificates and roles are new in 3.1.

use serde_json::{Map, Value};

use crate::lowerer::Lowerer;
use crate::place::Place;

/// The type of a scheme by client certificate (OpenAPI 3.1, section 4.8.27).
const MUTUAL_TLS: &str = "mutualTLS";

impl Lowerer<'_> {
    /// The type of a security scheme of the 3.1 document.
    fn type_of_scheme(&self, name: &str) -> Option<&str> {
        let scheme = self
            .source
            .get("components")?
            .get("securitySchemes")?
            .get(name)?;
        let target = scheme.get("$ref").map(|reference| self.target(reference));
        let scheme = target.map_or(Some(scheme), |found| Some(found?.0))?;
        scheme.get("type")?.as_str()
    }

    /// Security requirements without what 3.0 cannot require.
    pub(crate) fn requirements(&mut self, value: &Value, place: &Place) -> Value {
        let Value::Array(alternatives) = value else {
            return value.clone();
        };
        let mut lowered = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let here = place.index(index);
            let mut schemes = Map::new();
            for (name, roles) in alternative.as_object().into_iter().flatten() {
                let here = here.step(name);
                match self.type_of_scheme(name) {
                    Some(MUTUAL_TLS) => {
                        self.lost(&here, "`mutualTLS` required", "left out");
                        continue;
                    }
                    Some("oauth2" | "openIdConnect") | None => {}
                    Some(_) if roles.as_array().is_some_and(Vec::is_empty) => {}
                    Some(_) => {
                        self.lost(&here, "roles of a scheme without scopes", "left out");
                        schemes.insert(name.clone(), Value::Array(Vec::new()));
                        continue;
                    }
                }
                schemes.insert(name.clone(), roles.clone());
            }
            // One that required nothing but certificates would allow everybody beside the others.
            if !schemes.is_empty() || alternative.as_object().is_none_or(Map::is_empty) {
                lowered.push(Value::Object(schemes));
            }
        }
        // Where there is no other, 3.0 has no words for it, and an empty list requires nothing.
        if lowered.is_empty() && !alternatives.is_empty() {
            self.lost(
                place,
                "`mutualTLS` required by every alternative",
                "left out: nothing is required there",
            );
        }
        Value::Array(lowered)
    }

    /// Removes the schemes that 3.0 does not know from the components.
    pub(crate) fn without_mutual_tls(&mut self, lowered: &mut Map<String, Value>, place: &Place) {
        let Some(Value::Object(schemes)) = lowered.get_mut("securitySchemes") else {
            return;
        };
        let names: Vec<String> = schemes.keys().cloned().collect();
        for name in names {
            if self.type_of_scheme(&name) == Some(MUTUAL_TLS) {
                let place = place.step("securitySchemes").step(&name);
                self.lost(&place, "`mutualTLS` scheme", "left out");
                schemes.shift_remove(&name);
            }
        }
    }
}
