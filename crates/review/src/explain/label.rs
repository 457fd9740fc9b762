//! What in a document is a label: who wrote it, and why no page is cited for it.

/// Why nothing is said of something that is no known label.
pub(super) const SILENT: &str =
    "neither a page nor a reading says anything of it, nor it of the API";

/// What a pointer leads to, if that is one of the labels that the document has of us.
pub(super) fn label(pointer: &str) -> Option<&'static str> {
    let mut steps = pointer.split('/').skip(1);
    let first = steps.next()?;
    let last = pointer.rsplit('/').next()?;
    let of_component = first == "components" && steps.count() == 3;
    match (first, last) {
        ("info", _) => {
            Some("the maintainers say here what the document is and what it was made of")
        }
        ("openapi" | "jsonSchemaDialect", _) => {
            Some("the exporter names here the format it writes")
        }
        ("x-tagGroups", _) | (_, "x-displayName") => {
            Some("the maintainers chose it as a name for documentation portals")
        }
        (_, "operationId") => Some("the maintainers chose it as a name for generated code"),
        (_, "description" | "title") if of_component => Some(
            "the maintainers sum up here the component as a whole; the evidence is that of its \
             parts",
        ),
        _ => None,
    }
}
