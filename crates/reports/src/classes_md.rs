//! `spec/reports/CLASSES.md`: where personal data is, what of it is sent in URLs, and every
//! class with its reason.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use claims::Element;
use review::Reviewed;
use review::classes::{Class, DPV, FIDESLANG, Sensitivity};
use review::words::{distinct, listed};

use crate::Tool;
use crate::review_md::markdown::cell;

/// The page, as Markdown that GitHub renders.
#[must_use]
pub fn classes_md(reviewed: &Reviewed, tool: &Tool) -> String {
    let fields: Vec<(&Element, &Class)> = reviewed.classed.fields().collect();
    let operation = |operation: &str| {
        let of = |sensitivity| {
            let is_one = |(it, class): &&(&Element, &Class)| {
                &*it.operation == operation && class.sensitivity == sensitivity
            };
            distinct(fields.iter().filter(is_one).map(|(_, class)| class.id())).join(", ")
        };
        let (restricted, confidential) =
            (of(Sensitivity::Restricted), of(Sensitivity::Confidential));
        let unknown = unknown(fields.iter().map(|(it, _)| *it), operation);
        format!("| `{operation}` | {restricted} | {confidential} | {unknown} |\n")
    };
    let operations = distinct(fields.iter().map(|(it, _)| &*it.operation));
    let operations: String = operations.into_iter().map(operation).collect();
    let addresses = in_addresses(reviewed).map(|(it, class)| {
        let (operation, place, name) = (&it.operation, &it.place, &it.name);
        let (id, words) = (class.id(), class.words());
        format!("| `{operation}` | {place} | `{name}` | {id} | {words} |\n")
    });
    let addresses: String = addresses.collect();
    let mut classes: Vec<&Class> = fields.iter().map(|(_, class)| *class).collect();
    classes.sort_by_key(|class| (Reverse(class.strength()), class.line));
    let classes = classes.chunk_by(|one, other| one.line == other.line);
    let classes = classes.map(|alike| {
        let class = alike[0];
        let masking: Vec<&str> = class.masking.values().rev().map(String::as_str).collect();
        let dpv = class.dpv.as_deref().unwrap_or_default();
        let (id, words, fields, reason) =
            (class.id(), class.words(), alike.len(), cell(&class.reason));
        let (fideslang, masking) = (&class.fideslang, masking.join(" "));
        format!("| {id} | {words} | {fields} | {dpv} | {fideslang} | {masking} | {reason} |\n")
    });
    let classes: String = classes.collect();
    format!(
        "<!-- Written by `{}`; do not edit. -->\n\n# Classes of data\n\n\
         No page says what kind of data a field is: every class is our judgement, recorded in \
         `spec/classes.toml`. `overlays/classification.overlay.yaml` writes them into `openapi.json`.\n\n\
         ## Which operation sends or returns what?\n\n\
         What no page documents may hold personal data too: an empty cell does not say that there is \
         none.\n\n\
         | operation | restricted classes | confidential classes | not documented |\n\
         | --- | --- | --- | --- |\n{operations}\n\
         ## What is sent in URLs?\n\n\
         Servers, proxies and browsers keep URLs, so these values end in logs.\n\n\
         | operation | in the | parameter | class | is |\n| --- | --- | --- | --- | --- |\n{addresses}\n\
         ## Every class\n\nThe strongest come first. The terms are those of {DPV} and {FIDESLANG}. A \
         field counts wherever it is sent or returned.\n\n\
         | class | is | fields | DPV-PD | fideslang | masking | why |\n\
         | --- | --- | ---: | --- | --- | --- | --- |\n{classes}",
        tool.export
    )
}

/// Which side of an operation has no field in the documents, because no page documents one or its
/// capture is cut.
fn unknown<'e>(fields: impl Iterator<Item = &'e Element>, operation: &str) -> String {
    let own = fields.filter(|it| &*it.operation == operation);
    let places: BTreeSet<&str> = own.map(|it| &*it.place).collect();
    let answers = places.iter().any(|it| it.starts_with(char::is_numeric));
    let takes = ["path", "query", "header", "body"];
    let sides = [
        (takes.iter().any(|it| places.contains(it)), "the request"),
        (answers, "the response"),
    ];
    listed(
        sides
            .iter()
            .filter(|(known, _)| !known)
            .map(|(_, side)| side),
    )
}

/// The parameters in paths and queries that say something about a person, or more.
fn in_addresses<'r>(reviewed: &'r Reviewed) -> impl Iterator<Item = (&'r Element, &'r Class)> {
    let is_in = |element: &Element| ["path", "query"].contains(&&*element.place);
    let fields = reviewed.classed.fields();
    fields.filter(move |(it, class)| is_in(it) && class.sensitivity >= Sensitivity::Confidential)
}

/// The answer in short, as a section of the review; nothing without classes.
pub(crate) fn section(reviewed: &Reviewed) -> String {
    let fields = |least| {
        reviewed
            .classed
            .fields()
            .filter(move |(_, it)| it.sensitivity >= least)
    };
    let all = fields(Sensitivity::Public).count();
    if all == 0 {
        return String::new();
    }
    let travels = in_addresses(reviewed).map(|(it, _)| format!("`{}` ({})", it.name, it.place));
    let travels: BTreeSet<String> = travels.collect();
    format!(
        "## 6. Where is personal data, and what of it is sent in URLs?\n\n\
         Of {all} fields and parameters, each counted where it is sent or returned, {} say something \
         about one person or are credentials, and {} of these are restricted: credentials, government \
         identifiers, card and account numbers, and free text that may hold them. Sent in URLs, which \
         servers and proxies log, are {}. The classes are our judgement; \
         [`CLASSES.md`](CLASSES.md) has the operations, every class and its reason.\n",
        fields(Sensitivity::Confidential).count(),
        fields(Sensitivity::Restricted).count(),
        listed(travels),
    )
}
