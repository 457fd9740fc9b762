//! Lowers OpenAPI 3.1 to OpenAPI 3.0.3, for tools that stop there.
//!
//! For every valid 3.1 document the result is valid 3.0.3 and means the same wherever 3.0 has the
//! words. Where it has none, the result accepts more values and never fewer: a client made from it
//! sends and reads everything that the 3.1 document allows. Every rewritten construct is listed
//! with its place, and every loss says how to avoid it.
//!
//! Only schemas are lowered as schemas: examples, defaults, enum values and extensions are data
//! and stay as they are, and a property named `const` stays a property.
//!
//! ```
//! let document = serde_json::json!({
//!     "openapi": "3.1.0",
//!     "info": { "title": "Sample", "version": "1" },
//!     "components": { "schemas": {
//!         "Name": { "type": ["string", "null"] },
//!         "Pair": { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }] },
//!     } },
//! });
//! let lowered = openapi_lowering::lower(&document).expect("an OpenAPI 3.1 document");
//!
//! let name = &lowered.document["components"]["schemas"]["Name"];
//! assert_eq!(name.to_string(), r#"{"type":"string","nullable":true}"#);
//!
//! let losses: Vec<String> = lowered.losses().map(ToString::to_string).collect();
//! assert_eq!(
//!     losses,
//!     ["/components/schemas/Pair/prefixItems: `prefixItems` became `items` of any of them; \
//!       describe the positions in words, or use an object with a property for each"],
//! );
//! ```

mod extent;
mod fix;
mod identities;
mod keywords;
mod lowerer;
mod lowering;
mod objects;
mod passes;
mod place;
mod schema;
mod security;

pub use lowering::{Lowered, Lowering, Problem};
pub use passes::lower;
