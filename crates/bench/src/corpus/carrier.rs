//! The invented API, of a carrier of parcels: the one source of page and document.

use serde_json::{Value, json};

use super::model::{Failure, Field, Operation, Parameter, Said, Shape};

/// Every error status.
pub(super) const FAILURES: [Failure; 3] = [
    Failure {
        status: "400",
        description: "The request is wrong.",
        rows: &[
            ["minor", "wrongKind", "The carrier has no such kind"],
            ["minor", "wrongDate", "The date is not one of a calendar"],
        ],
    },
    Failure {
        status: "404",
        description: "There is no such parcel.",
        rows: &[["major", "parcelNotFound", "No parcel is known by that id"]],
    },
    Failure {
        status: "500",
        description: "The carrier failed.",
        rows: &[["major", "carrierDown", "The carrier is not at work"]],
    },
];

/// The fields of a body that are always there.
pub(super) const REQUIRED: [&str; 2] = ["parcelId", "status"];

/// Whether an operation has a section of its own: 12 of 25, in no run of more than three.
#[must_use]
pub(super) const fn is_documented(number: usize) -> bool {
    number * 12 % 25 < 12
}

/// The operation with this number.
#[must_use]
pub(super) fn operation(number: usize) -> Operation {
    let by_account = is_documented(number) && number % 2 == 1;
    let account = if by_account {
        "/accounts/{accountId}"
    } else {
        ""
    };
    Operation {
        method: ["get", "post", "put"][number % 3],
        path: format!("/v1/depots/{number}{account}/parcels"),
        title: format!("Parcels of depot {number}"),
        parameters: parameters(by_account),
        body: body(number),
        may_be_empty: number % 5 == 4,
        failures: &FAILURES[..2 + number % 2],
    }
}

fn said(ty: &'static str, wording: impl Into<String>, keywords: Value) -> Said {
    let wording = wording.into();
    Said {
        ty,
        wording,
        keywords,
    }
}

fn parameters(by_account: bool) -> Vec<Parameter> {
    let parameter = |place, name, required, said| Parameter {
        place,
        name,
        required,
        said,
    };
    let call = said(
        "string",
        "A 128 bit UUID of the call",
        json!({ "format": "uuid" }),
    );
    let key = said("string", "The key of whoever calls.", json!({}));
    let account = said("string", "The account that pays.", json!({}));
    let kind = said(
        "string",
        "Kind of parcel, one of /v1/referenceData/{parcelKind} at present.",
        json!({ "x-reference-data": "/v1/referenceData/{parcelKind}" }),
    );
    let order = said(
        "string",
        "What comes first. Possible values: lightest, oldest",
        json!({ "enum": ["lightest", "oldest"] }),
    );
    let mut parameters = vec![
        parameter("header", "callId", true, call),
        parameter("header", "callerKey", true, key),
    ];
    if by_account {
        parameters.push(parameter("path", "accountId", true, account));
    }
    parameters.push(parameter("query", "kind", false, kind));
    parameters.push(parameter("query", "order", false, order));
    parameters
}

/// Scalars, two objects, a list with an object in it, and a list without more; the number decides
/// on wordings and on how many scalars there are.
fn body(number: usize) -> Vec<Field> {
    let field = |name: &str, shape| Field {
        name: name.to_owned(),
        shape,
    };
    let scalar = |name: &str, ty, wording: &str, keywords| {
        let wording = format!("{wording}, as depot {number} has it");
        field(name, Shape::Scalar(said(ty, wording, keywords)))
    };
    let none = || json!({});
    let double = || json!({ "format": "double" });
    let object = |name, fields| Shape::Object(name, fields);
    let list = |name, fields| Shape::List(name, fields);
    let person = |name| {
        object(
            name,
            vec![
                scalar("name", "string", "Whose name it bears", none()),
                scalar("street", "string", "Street and number", none()),
                scalar("town", "string", "Town of the street", none()),
                scalar("country", "string", "Country of the town", none()),
            ],
        )
    };
    let mut body = vec![
        scalar("parcelId", "string", "What the parcel is known by", none()),
        scalar("weight", "number", "How much it weighs, in grams", double()),
        scalar(
            "handedOver",
            "string",
            "When it came in, YYYY-MM-DD",
            json!({ "format": "date" }),
        ),
        scalar(
            "status",
            "string",
            "How far it got",
            json!({ "enum": ["waiting", "moving", "there"] }),
        ),
        field("sender", person("Sender")),
        field("recipient", person("Recipient")),
        field(
            "contents",
            list(
                "Contents",
                vec![
                    scalar("goods", "string", "What is inside", none()),
                    scalar("pieces", "integer", "How many of them", none()),
                    field(
                        "customs",
                        object(
                            "Customs",
                            vec![
                                scalar("tariff", "string", "The tariff that applies", none()),
                                scalar("worth", "number", "What it is worth, in euros", double()),
                            ],
                        ),
                    ),
                ],
            ),
        ),
        field("marks", Shape::Array),
    ];
    for stop in 0..number % 4 {
        body.push(scalar(
            &format!("stop{stop}"),
            "string",
            "A depot on the way",
            none(),
        ));
    }
    body
}
