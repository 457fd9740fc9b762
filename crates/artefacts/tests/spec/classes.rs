//! Every field and parameter has a class, and the strongest have the strongest.

use std::collections::BTreeSet;

use ::contract::catalogue::CATALOGUE;
use artefacts::table::CLASSES;
use claims::Element;
use review::classes::{Category, Class, Classed, Classes, Sensitivity};
use serde_json::{Value, json};
use serde_json_path::JsonPath;

use super::{inputs, text};

/// Looks at the classes of the consolidated document, or of a changed one, by the file of classes or
/// a changed one.
fn classed<T>(
    change: impl FnOnce(&mut Value),
    file: impl FnOnce(String) -> String,
    look: impl FnOnce(&Classed) -> T,
) -> T {
    let mut inputs = inputs();
    inputs.classes = Classes::parse(&file(text(CLASSES))).expect("classes");
    let mut document: Value = serde_json::from_str(&text("openapi.json")).expect("JSON");
    change(&mut document);
    let cases = inputs.cases(&CATALOGUE, |_| &Value::Null, &document);
    look(&cases.consolidated.classed)
}

/// The elements that must not be missed, one by one: credentials, government identifiers, card and
/// account numbers, and what may hold them.
const STRONGEST: [(&str, &str, &str, Category); 41] = {
    use Category::{Credential, Financial, GovernmentId, Pii};
    const LOOKUP: &str = "GET /client-id/{client_id}/customers/lookup";
    const INTEREST: &str =
        "POST /client-id/{client_id}/accounts/{account_number}/calculate-interest";
    const LICENCE: &str = "POST /client-id/{client_id}/customers/driverslicense";
    const SEGMENT: &str = "POST /v1/customers/segments/retrieve";
    const DETAILS: &str =
        "POST /client/v1/{customerId}/products/{paymentProductId}/customerDetails";
    const OFFERS: &str = "GET /v1/sales/customers/offers/details";
    const CARD: &str = "GET /v1/cards/accounts/{accountId}/addresses";
    const PARTNER: &str = "GET /partner/v1/customers/profiles";
    const PROFILE: &str = "GET /v1/customers/profiles";
    const EMAILS: &str = "GET /v1/customers/profiles/emails";
    [
        (PARTNER, "header", "Authorization", Credential),
        (PARTNER, "security", "citiBearer", Credential),
        (PARTNER, "header", "clientDetails", Credential),
        (OFFERS, "header", "Authorization", Credential),
        (OFFERS, "security", "citiBearer", Credential),
        (OFFERS, "header", "clientDetails", Credential),
        (CARD, "header", "Authorization", Credential),
        (CARD, "security", "citiBearer", Credential),
        (CARD, "header", "clientDetails", Credential),
        (PROFILE, "header", "Authorization", Credential),
        (PROFILE, "security", "citiBearer", Credential),
        (EMAILS, "header", "Authorization", Credential),
        (EMAILS, "security", "citiBearer", Credential),
        (SEGMENT, "header", "Authorization", Credential),
        (SEGMENT, "security", "citibanamexBearer", Credential),
        (SEGMENT, "header", "sid", Credential),
        (LOOKUP, "security", "flexitiBearer", Credential),
        (INTEREST, "security", "flexitiBearer", Credential),
        (LICENCE, "security", "flexitiBearer", Credential),
        (LICENCE, "header", "bearer token", Credential),
        (DETAILS, "security", "worldlineClientSession", Credential),
        (LICENCE, "body", "code", GovernmentId),
        (DETAILS, "body", "values.value", GovernmentId),
        (DETAILS, "200", "fiscalNumber", GovernmentId),
        (SEGMENT, "body", "cardNumber", Financial),
        (LOOKUP, "query", "vcc_number", Financial),
        (LOOKUP, "query", "account_number", Financial),
        (LOOKUP, "200", "account_number", Financial),
        (INTEREST, "path", "account_number", Financial),
        (INTEREST, "200", "account_number", Financial),
        (OFFERS, "query", "accountId", Financial),
        (OFFERS, "query", "cardId", Financial),
        (CARD, "path", "accountId", Financial),
        // Free text: what is sent, the strongest included, may be quoted.
        (OFFERS, "200", "templateFields.templateFieldValue", Pii),
        (INTEREST, "200", "regular_purchase.fees.message", Pii),
        (
            INTEREST,
            "200",
            "promotional_purchase.terms.fees.message",
            Pii,
        ),
        (OFFERS, "400", "details", Pii),
        (OFFERS, "400", "moreInfo", Pii),
        (SEGMENT, "422", "details", Pii),
        (DETAILS, "400", "errors.message", Pii),
        (DETAILS, "404", "errors.message", Pii),
    ]
};

/// The strongest elements that are not restricted, or of another category.
fn missed(classed: &Classed) -> Vec<String> {
    let all = STRONGEST
        .iter()
        .filter(|(operation, place, name, category)| {
            let given = classed.get(&Element::new(operation, place, name));
            let strength = given.map(Class::strength);
            strength != Some((Sensitivity::Restricted, *category))
        });
    all.map(|(operation, place, name, _)| format!("{operation} · {place} · {name}"))
        .collect()
}

#[test]
fn the_strongest_are_not_missed() {
    let as_it_is = |file: String| file;
    assert_eq!(classed(|_| {}, as_it_is, missed), [""; 0]);
    let weak = |file: String| {
        let (before, class) = file.split_once("id = \"card-number\"").expect("the class");
        let weaker = class.replacen("\"restricted\"", "\"confidential\"", 1);
        format!("{before}id = \"card-number\"{weaker}")
    };
    assert_eq!(
        classed(|_| {}, weak, missed),
        [
            "POST /v1/customers/segments/retrieve · body · cardNumber",
            "GET /client-id/{client_id}/customers/lookup · query · vcc_number",
        ]
    );
}

#[test]
fn whatever_sounds_like_one_of_the_strongest_is_restricted_or_named_here() {
    // Parts of names, and the elements that have them and are less, each for a reason in the file.
    let sounds = [
        "authorization",
        "bearer",
        "token",
        "session",
        "card",
        "account",
        "security",
        "fiscal",
        "client",
        "licen",
    ];
    let less = [
        "client_id",
        "ecdOffer.productSecurityCode",
        "security_qid.id",
        "security_qid.text",
    ];
    let weaker = classed(
        |_| {},
        |file| file,
        |classed| {
            let fields = classed.fields();
            let weaker = fields.filter(|(_, class)| class.sensitivity < Sensitivity::Restricted);
            weaker
                .map(|(element, _)| element.name.to_string())
                .collect::<BTreeSet<_>>()
        },
    );
    let named = |name: &&String| sounds.iter().any(|it| name.to_lowercase().contains(it));
    let weaker: Vec<&str> = weaker.iter().filter(named).map(String::as_str).collect();
    assert_eq!(weaker, less);
}

#[test]
fn sharp_points_have_the_class_that_they_need() {
    let due = [
        (
            "GET /client-id/{client_id}/customers/lookup",
            "200",
            "security_qid.text",
            "security-question",
        ),
        (
            "POST /v1/customers/segments/retrieve",
            "200",
            "customer.birthdayTodayFlag",
            "birthday",
        ),
        (
            "GET /client-id/{client_id}/customers/lookup",
            "path",
            "client_id",
            "client-id",
        ),
        (
            "GET /v1/sales/customers/offers/details",
            "200",
            "ecdOffer.productSecurityCode",
            "product",
        ),
        (
            "GET /v1/sales/customers/offers/details",
            "400",
            "code",
            "error-code",
        ),
        // What holds something has the strongest class of what it holds.
        (
            "GET /v1/sales/customers/offers/details",
            "200",
            "templateFields",
            "free-text",
        ),
        (
            "GET /client-id/{client_id}/customers/lookup",
            "200",
            "",
            "account-number",
        ),
        (
            "POST /client-id/{client_id}/customers/driverslicense",
            "body",
            "",
            "driving-licence",
        ),
    ];
    classed(
        |_| {},
        |file| file,
        |classed| {
            for (operation, place, name, class) in due {
                let given = classed.get(&Element::new(operation, place, name));
                assert_eq!(
                    given.map(Class::id),
                    Some(class),
                    "{operation} · {place} · {name}"
                );
            }
        },
    );
}

#[test]
fn a_new_field_fails_the_check_and_so_does_a_class_of_nothing() {
    let findings = |classed: &Classed| {
        classed
            .findings()
            .iter()
            .map(|it| it.problem.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(classed(|_| {}, |file| file, findings), [""; 0]);
    let more = |document: &mut Value| {
        document["components"]["schemas"]["CitiEmail"]["properties"]["aliasAddress"] =
            json!({ "type": "string" });
    };
    let found = classed(more, |file| file, findings);
    assert_eq!(
        found,
        [
            "expected a class of `GET /partner/v1/customers/profiles · 200 · emails.aliasAddress`, but found none"
        ]
    );
    // A page's own header is not in the document, and is asked about all the same.
    let found = classed(
        |_| {},
        |file| file.replace("\"Authorization\", ", ""),
        findings,
    );
    assert!(
        !found.is_empty() && found.iter().all(|it| it.contains("header · Authorization")),
        "{found:?}"
    );
    let found = classed(
        |_| {},
        |file| file.replace("\"sid\"", "\"sid\", \"sidecar\""),
        findings,
    );
    assert!(
        matches!(&found[..], [one] if one.contains("`sidecar` of the class `session`")),
        "{found:?}"
    );
}

#[test]
fn the_overlay_has_every_property_and_parameter() {
    let document: Value = serde_json::from_str(&text("openapi.json")).expect("JSON");
    let overlay = text("overlays/classification.overlay.yaml");
    let target = |line: &str| {
        let target = line.strip_prefix("  - target: ")?;
        let target: String = serde_json::from_str(target).expect("a quoted string");
        let path = JsonPath::parse(&target).expect("a JSONPath");
        let node = path.query_located(&document).exactly_one().expect(&target);
        Some(node.location().to_json_pointer())
    };
    let targets: BTreeSet<String> = overlay.lines().filter_map(target).collect();
    let mut schemas = BTreeSet::new();
    declared(&document, "", "", &mut schemas);
    assert!(schemas.len() > 200, "invalid test case");
    assert_eq!(targets, schemas);
    let key = "      x-data-classification: ";
    let classes: Vec<Value> = overlay
        .lines()
        .filter_map(|line| line.strip_prefix(key))
        .map(|it| serde_json::from_str(it).expect("JSON"))
        .collect();
    assert_eq!(classes.len(), targets.len());
    for class in classes {
        assert_eq!(class["basis"], "inferred");
        assert!(class["masking"]["strategy"].is_string(), "{class}");
        let personal = class["category"] != "other";
        assert_eq!(class["dpv"].is_string(), personal, "{class}");
    }
    for file in ["openapi.json", "openapi.yaml"] {
        assert!(!text(file).contains("x-data-classification"), "{file}");
    }
}

/// The pointers to the schemas of all properties and parameters.
fn declared(value: &Value, pointer: &str, within: &str, found: &mut BTreeSet<String>) {
    let mut step = |token: &str, value: &Value| {
        let at = format!("{pointer}/{}", claims::Pointer::escape(token));
        let parameter = within == "parameters" && value.get("schema").is_some();
        if within == "properties" && value.is_object() {
            found.insert(at.clone());
        } else if parameter {
            found.insert(format!("{at}/schema"));
        }
        let property = within == "properties";
        declared(value, &at, if property { "" } else { token }, found);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, it)| step(name, it)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                step(&index.to_string(), item);
            }
        }
        _ => {}
    }
}
