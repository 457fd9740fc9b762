//! The package for npm, as `npm pack` lays it out.

use serde_json::{Map, Value, json};

use super::NAME;
use crate::table::CONSOLIDATED;

/// The folder that every file of the package is in.
pub(super) const FOLDER: &str = "package";

/// The file that describes the package.
pub(super) const FILE: &str = "package.json";

/// The description of the package, which exports each file under its path, and the consolidated
/// document under the name of the package.
pub(super) fn manifest<'p>(document: &Value, files: impl Iterator<Item = &'p str>) -> String {
    let info = &document["info"];
    let text = |member: &str| info[member].as_str().unwrap_or_default();
    let export = |name: String, path: &str| (name, Value::from(format!("./{path}")));
    let exports = files.chain([FILE]);
    let exports = exports.map(|path| export(format!("./{path}"), path));
    let main = export(".".to_owned(), CONSOLIDATED);
    let exports: Map<String, Value> = [main].into_iter().chain(exports).collect();
    document::json(&json!({
        "name": NAME,
        "version": text("version"),
        "description": format!("{}. {}", text("title"), text("summary")),
        "license": info["license"]["identifier"],
        "exports": exports,
    }))
}
