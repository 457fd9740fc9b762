//! Classes of data.

use claims::Element;
use review::classes::{Category, Class, Classed, Classes, Sensitivity};
use review::{Case, Cases, Kind, Readings};
use serde_json::{Value, json};

use crate::support::{page, readings};

/// A class with what it applies to; the rest is sound.
fn class(id: &str, kind: &str, applies_to: &str) -> String {
    format!(
        "[[class]]\nid = \"{id}\"\n{kind}\nmasking = {{ strategy = \"full\" }}\ndpv = \"Name\"\n\
         fideslang = \"user.name\"\nreason = \"r\"\napplies-to = [{applies_to}]\n"
    )
}

const SECRET: &str = "category = \"credential\"\nsensitivity = \"restricted\"";
const PERSON: &str = "category = \"PII\"\nsensitivity = \"confidential\"";
const OTHER: &str = "category = \"other\"\nsensitivity = \"public\"";

fn classes(entries: &[String]) -> Classes {
    let text = entries.concat();
    Classes::parse(&text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"))
}

/// What is wrong with a file.
#[track_caller]
fn refused(text: &str, due: &[&str]) {
    let errors = Classes::parse(text).expect_err("it is refused");
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(errors, due);
}

#[test]
fn a_class_has_a_category_a_sensitivity_a_masking_and_terms() {
    let text = class("skipper", PERSON, "{ names = [\"skipper\"] }");
    let text = text.replace("\"full\"", "\"partial\", keep = \"last-4\"");
    let classes = Classes::parse(&text).expect("a class");
    let class = classes.class_of("", &Element::new("GET /boats", "200", "skipper"));
    let class = class.expect("the class of the field");
    assert_eq!(class.words(), "PII, confidential");
    let masking = class
        .masking
        .iter()
        .map(|(name, is)| format!("{name} {is}"));
    assert_eq!(
        masking.collect::<Vec<_>>(),
        ["keep last-4", "strategy partial"]
    );
    assert_eq!(
        (class.dpv.as_deref(), &*class.fideslang),
        (Some("Name"), "user.name")
    );
    assert!(Category::Credential > Category::Pii && Sensitivity::Restricted > Sensitivity::Public);
}

#[test]
fn what_is_not_as_it_should_be_is_refused_with_its_line() {
    let sound = class("a", PERSON, "{ names = [\"a\"] }");
    let kinds =
        "`other`, `contact`, `PII`, `financial`, `health`, `government-id`, `secret`, `credential`";
    refused(
        &sound.replace("\"PII\"", "\"personal\""),
        &[&format!(
            "line 3, column 12: expected one of {kinds}, but found `personal` instead; correct it there"
        )],
    );
    refused(
        &sound
            .replace("\"Name\"", "\"GivenName\"")
            .replace("user.name", "user.nickname"),
        &[
            "line 2, column 6: a: expected a term of DPV-PD 2.3, but found `GivenName` instead",
            "line 2, column 6: a: expected a term of fideslang 3.1.4a1, but found `user.nickname` instead",
        ],
    );
    refused(
        &sound.replace("dpv = \"Name\"\n", ""),
        &["line 2, column 6: a: expected a `dpv` term of what is confidential or restricted"],
    );
    refused(
        &sound.replace("\"r\"", "\" \""),
        &["line 2, column 6: a: expected a `reason`"],
    );
    refused(
        &sound.replace("[\"a\"]", "[]"),
        &["line 2, column 6: a: expected `names` in each `applies-to`, and at least one"],
    );
    refused(
        &(sound.clone() + &sound),
        &["line 11, column 6: a: expected an id of its own, but found it twice"],
    );
    assert!(Classes::parse(&sound.replace("masking", "mask")).is_err());
    refused(
        &sound.replace("\"full\"", "\"blur\""),
        &["line 2, column 6: a: expected `masking` with a `strategy` of OpenAPI's registry"],
    );
}

#[test]
fn categories_and_sensitivities_are_called_as_in_the_file() {
    let categories = [
        "other",
        "contact",
        "PII",
        "financial",
        "health",
        "government-id",
        "secret",
        "credential",
    ];
    let sensitivities = ["public", "internal", "confidential", "restricted"];
    let mut last = None;
    for sensitivity in sensitivities {
        for category in categories {
            let kind = format!("category = \"{category}\"\nsensitivity = \"{sensitivity}\"");
            let classes = classes(&[class("a", &kind, "{ names = [\"a\"] }")]);
            let strength = classes.all()[0].strength();
            assert_eq!(
                classes.all()[0].words(),
                format!("{category}, {sensitivity}")
            );
            assert!(last < Some(strength), "the weakest first");
            last = Some(strength);
        }
    }
}

#[test]
fn the_first_class_that_covers_an_element_decides() {
    let classes = classes(&[
        class(
            "pin",
            SECRET,
            "{ page = \"oslo\", operation = \"POST *\", place = \"body\", names = [\"code\"] }",
        ),
        class("error", OTHER, "{ place = \"4*\", names = [\"code\"] }"),
        class("boat", PERSON, "{ names = [\"boat.code\"] }"),
    ]);
    let of = |page: &str, operation: &str, place: &str, name: &str| {
        let class = classes.class_of(page, &Element::new(operation, place, name));
        class.map_or("none", |class| class.id())
    };
    assert_eq!(of("oslo", "POST /boats", "body", "code"), "pin");
    assert_eq!(of("oslo", "POST /boats", "body", "boat.code"), "pin");
    assert_eq!(of("bergen", "POST /boats", "body", "boat.code"), "boat");
    assert_eq!(of("oslo", "GET /boats", "404", "code"), "error");
    assert_eq!(of("oslo", "GET /boats", "200", "code"), "none");
    assert_eq!(of("oslo", "GET /boats", "200", "barcode"), "none");
    assert_eq!(of("oslo", "GET /boats", "200", "speedboat.code"), "none");
}

/// Two operations that share a schema.
fn document() -> Value {
    let answer = json!({ "description": "d", "content": { "application/json": {
        "schema": { "$ref": "#/components/schemas/Boat" } } } });
    let get = |name: &str| {
        json!({ "get": {
        "parameters": [{ "name": name, "in": "query", "schema": { "type": "string" } }],
        "security": [{ "token": [] }],
        "responses": { "200": answer },
    } })
    };
    json!({
        "openapi": "3.1.0", "info": { "title": "t", "version": "1" },
        "paths": { "/boats": get("berth"), "/ships": get("owner.name") },
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": {
                "Boat": { "type": "object", "properties": {
                    "berth": { "type": "string" },
                    "crew": { "type": "array", "items": { "$ref": "#/components/schemas/Person" } },
                } },
                "Person": { "type": "object", "properties": {
                    "name": { "type": "string" }, "pin": { "type": "string" },
                } },
            },
        },
    })
}

const FILE: [(&str, &str, &str); 4] = [
    (
        "token",
        SECRET,
        "{ place = \"security\", names = [\"token\"] }",
    ),
    ("pin", SECRET, "{ names = [\"crew.pin\"] }"),
    ("name", PERSON, "{ names = [\"name\"] }"),
    ("berth", OTHER, "{ names = [\"berth\"] }"),
];

fn file() -> Vec<String> {
    FILE.iter()
        .map(|(id, kind, to)| class(id, kind, to))
        .collect()
}

/// Does something with the cases of a document, each element with its class.
fn classed<T>(classes: &Classes, document: &Value, look: impl FnOnce(&Classed) -> T) -> T {
    let readings = Readings::default();
    let cases = Cases::of(Vec::new(), &readings, document).classed(classes);
    look(&cases.consolidated.classed)
}

/// What is found of classes, without what is found of the document.
#[track_caller]
fn check(classes: &Classes, document: &Value, due: &[(Kind, &str)]) {
    let found = classed(classes, document, |classed| classed.findings().to_vec());
    let found: Vec<_> = found
        .iter()
        .map(|it| (it.kind, it.problem.as_str()))
        .collect();
    assert_eq!(found, due);
}

#[test]
fn what_holds_fields_has_the_strongest_class_of_what_it_holds() {
    let (classes, document) = (classes(&file()), document());
    classed(&classes, &document, |classed| {
        let at = |pointer: &str| classed.at(pointer).expect(pointer).id();
        let boat = "/components/schemas/Boat/properties";
        assert_eq!(at(&format!("{boat}/berth")), "berth");
        assert_eq!(at(&format!("{boat}/crew")), "pin");
        assert_eq!(at("/paths/~1ships/get/parameters/0"), "name");
        assert_eq!(at("/components/securitySchemes/token"), "token");
        let body = classed
            .get(&Element::new("GET /boats", "200", ""))
            .expect("the body");
        assert_eq!(body.id(), "pin");
        let query = classed.get(&Element::new("GET /ships", "query", "owner"));
        assert!(query.is_none(), "a dot in a parameter's name nests nothing");
        assert_eq!(
            classed.fields().count(),
            10,
            "without `crew` and the bodies"
        );
    });
    check(&classes, &document, &[]);
}

#[test]
fn a_new_field_without_a_class_is_found() {
    let mut document = document();
    document["components"]["schemas"]["Person"]["properties"]["shoeSize"] =
        json!({ "type": "integer" });
    check(
        &classes(&file()),
        &document,
        &[(
            Kind::UnclassedElement,
            "expected a class of `GET /boats · 200 · crew.shoeSize`, but found none",
        )],
    );
    // Nothing is demanded where nobody has classed anything.
    check(&Classes::default(), &document, &[]);
}

#[test]
fn a_class_that_is_of_nothing_is_found() {
    let mut stale = file();
    stale.push(class("mast", OTHER, "{ names = [\"mast\", \"berth\"] }"));
    // An exception that nothing needs, below the class that it is an exception from.
    stale.push(class(
        "first-pin",
        OTHER,
        "{ operation = \"GET /boats\", names = [\"crew.pin\"] }",
    ));
    let (classes, document) = (classes(&stale), document());
    let problem = |name: &str, id: &str| {
        let line = 2 + 9 * FILE.len();
        let line = if id == "first-pin" { line + 9 } else { line };
        format!(
            "expected `{name}` of the class `{id}` (line {line}) to cover an element that no earlier \
             class covers, but found none"
        )
    };
    check(
        &classes,
        &document,
        &[
            (Kind::StaleClass, &problem("mast", "mast")),
            (Kind::StaleClass, &problem("berth", "mast")),
            (Kind::StaleClass, &problem("crew.pin", "first-pin")),
        ],
    );
    // A name is no pattern: a new field must not have a class by accident.
    let mut vague = file();
    vague.push(class("mast", OTHER, "{ names = [\"crew.*\"] }"));
    check(
        &self::classes(&vague),
        &document,
        &[(Kind::StaleClass, &problem("crew.*", "mast"))],
    );
    // An object has the class of what it holds, and is not named.
    let holder = class("crew", SECRET, "{ names = [\"crew\"] }");
    let mut named = file();
    named.push(holder);
    check(
        &self::classes(&named),
        &document,
        &[(Kind::StaleClass, &problem("crew", "crew"))],
    );
}

#[test]
fn a_header_that_only_a_page_names_has_a_class_as_well() {
    let page = page(
        "oslo",
        "1 | GET /boats | operation | | listed | oslo
         2 | GET /boats | header | Authorization | listed |",
    );
    let readings = readings(&["omit same-page | { place = \"header\", value = \"\" }"]);
    let classes = classes(&[class("token", SECRET, "{ names = [\"Authorization\"] }")]);
    let cases = Cases::of(
        vec![Case::of(&page, &readings, &Value::Null)],
        &readings,
        &Value::Null,
    );
    let cases = cases.classed(&classes);
    let header = Element::new("GET /boats", "header", "Authorization");
    let classed = &cases.consolidated.classed;
    assert_eq!(classed.get(&header).map(Class::id), Some("token"));
    assert!(classed.findings().is_empty());
}
