//! Which readings are drafted: what each is called, what it rests on, and the reason to start from.

/// A reading to draft; `{}` stands for what it is about.
#[derive(Debug)]
pub(crate) struct Form {
    /// What it is called after the page's id.
    pub(crate) suffix: &'static str,
    pub(crate) basis: &'static str,
    pub(crate) reason: &'static str,
}

macro_rules! forms {
    ($($name:ident: $suffix:literal, $basis:literal, $reason:literal;)+) => {
        $(pub(crate) static $name: Form = Form { suffix: $suffix, basis: $basis, reason: $reason };)+
    };
}

forms! {
    OPERATION: "operation-{}", "inferred", "The page lost which operation this is.";
    NAMES: "names-{}", "inferred", "The page lost these names.";
    ADDRESS: "page-address", "other-page", "The capture does not hold its own address.";
    TITLE: "page-title", "same-page", "A document has the title of a page beside its address only, and the address is not known.";
    PAGE: "described-page", "same-page", "The page does not say what the API is for; its operations do.";
    IGNORED: "{}-header", "same-page", "OpenAPI ignores a header parameter named `{}` (3.1, section 4.8.12.2): a security requirement or a media type says the same.";
    TOKEN: "security", "same-page", "The header carries a token in the way of this scheme.";
    OTHER_TOKEN: "security", "other-page", "The page shows no token here, and the vendor's other operations need one.";
    ENDS: "ends", "same-page", "The capture ends here, in the middle of something.";
    UNREAD: "rule-of-{}", "same-page", "No keyword carries this rule of `{}`; the description does.";
    RANGE: "range-of-{}", "same-page", "A text has no bounds in a schema; the description of `{}` says the range.";
    UNLESS: "condition-of-{}", "same-page", "No keyword of a property carries this condition of `{}`; the description does.";
    TYPE_NAMES: "names-of-types", "same-page", "The title of a body names its type, and components have names of their own.";
    GROUPS: "groups-are-objects", "inferred", "Nested bullets do not say whether they are one object or a list of objects; the names do.";
    LISTS: "lists-are-arrays", "inferred", "Nested bullets do not say whether they are one object or a list of objects; the names do.";
    ROWS: "error-rows", "same-page", "The rows have lost the separators of their columns; the enum of `type` and the capital letter of the details show them.";
    TYPES: "types", "inferred", "The page does not state the type; a text holds any value.";
    LISTED_TYPES: "listed-types", "same-page", "What a path is made of is text.";
    OPTIONAL: "optional", "same-page", "A schema has no word for what may be absent.";
    REQUIRED: "required", "same-page", "What a path is made of is always required (OpenAPI 3.1, section 4.8.12.2).";
    NOT_REQUIRED: "not-required", "same-page", "The page does not say that it is required.";
    ELEMENTS: "described-elements", "same-page", "The page does not describe them; their names and what they hold do.";
    NUMBERS: "number-formats", "inferred", "Without a format generators take a type of too few digits.";
    TITLES: "titles", "inferred", "The page gives no title.";
    RESPONSES: "responses", "same-page", "OpenAPI demands a response, and the page documents none.";
    DESCRIBED: "described-responses", "same-page", "OpenAPI demands a description of every response.";
    BODIES: "bodies-are-json", "inferred", "The page names no media type of its answers.";
    NO_BODIES: "no-bodies", "same-page", "The page shows no body of this answer.";
    REQUEST: "request-{}", "inferred", "The page does not state the {} of the request.";
    LISTED: "listed-descriptions", "same-page", "The document says that the page only lists the operation.";
    LISTED_RESPONSES: "listed-responses", "same-page", "OpenAPI demands a response, and the page only lists the operation.";
    LISTED_TOKEN: "listed-operations-need-a-token", "inferred", "The operations that the page documents need a token, so these need one, too.";
    ADDRESSES: "described-servers", "same-page", "The page does not say what is served at the address.";
    VARIABLES: "server-variables", "same-page", "OpenAPI demands a default of what stands in braces in an address; this one never resolves (RFC 2606, section 2).";
    SERVER: "server", "other-page", "The page names no address; other pages of the vendor have this one.";
}
