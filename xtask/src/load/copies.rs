//! A document with its paths many times over.

use serde_json::{Map, Value, json};

/// The document with its paths `copies` times: as they are, and beneath `/copy-1` and so on, each
/// operation with an id of its own. The second part is how many operations there are.
#[must_use]
pub fn copies(document: &Value, copies: usize) -> (Value, usize) {
    let mut paths = Map::new();
    let mut operations = 0;
    for copy in 0..copies {
        for (path, item) in document["paths"].as_object().into_iter().flatten() {
            let mut item = item.clone();
            for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
                let Some(id) = operation["operationId"].as_str() else {
                    continue;
                };
                operations += 1;
                if copy > 0 {
                    operation["operationId"] = json!(format!("{id}_{copy}"));
                    // They lead to operations by ids that are others' now.
                    for response in operation["responses"].as_object_mut().into_iter().flatten() {
                        response.1.as_object_mut().map(|it| it.remove("links"));
                    }
                }
            }
            let path = match copy {
                0 => path.clone(),
                copy => format!("/copy-{copy}{path}"),
            };
            paths.insert(path, item);
        }
    }
    let mut document = document.clone();
    document["paths"] = Value::Object(paths);
    (document, operations)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_copy_has_its_paths_and_ids() {
        let responses = json!({"200": {"links": {}}});
        let document = json!({"openapi": "3.1.0", "paths": {
            "/a": {"get": {"operationId": "a", "responses": responses}},
            "/b": {"put": {"operationId": "b"}, "summary": "Not an operation."},
        }});
        let (many, operations) = copies(&document, 2);
        assert_eq!(operations, 4);
        let paths = many["paths"].as_object().expect("paths");
        let names: Vec<&str> = paths.keys().map(String::as_str).collect();
        assert_eq!(names, ["/a", "/b", "/copy-1/a", "/copy-1/b"]);
        assert_eq!(paths["/a"]["get"]["operationId"], "a");
        assert_eq!(paths["/copy-1/a"]["get"]["operationId"], "a_1");
        let copied = &paths["/copy-1/a"]["get"]["responses"];
        assert_eq!(*copied, json!({"200": {}}));
        assert_eq!(copies(&document, 1), (document, 2));
    }
}
