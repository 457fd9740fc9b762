//! An invented API of a harbour, with the page that documents it, and recordings of it.

use std::ops::ControlFlow;

use claims::{Aspect, Capture, Claim, PageClaim, PageClaims};
use review::{Case, Readings};
use serde_json::{Value, json};
use traffic::recording::{self, Recording};
use traffic::{Api, Described, Finding, Trial};

/// The document: boats that one reads, and one that one moors.
pub(crate) fn document() -> Value {
    let error = json!({
        "description": "An error.",
        "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Error" },
            "examples": {
                "full": { "value": { "code": "harbourFull", "type": "invalid" } },
                "fog": { "value": { "code": "fog", "type": "fatal" } },
            },
        } },
    });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Harbour", "version": "1" },
        "servers": [{ "url": "https://api.harbour.example/v1" }],
        "paths": {
            "/boats/{boatId}": { "get": {
                "parameters": [
                    { "name": "boatId", "in": "path", "required": true,
                      "schema": { "type": "string", "maxLength": 6 } },
                    { "name": "trace", "in": "header", "required": true,
                      "schema": { "type": "string", "format": "uuid" } },
                    { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1 } },
                ],
                "responses": {
                    "200": { "description": "A boat.", "content": { "application/json": {
                        "schema": { "$ref": "#/components/schemas/Boat" },
                    } } },
                    "400": error,
                },
            } },
            "/boats/nearest": { "get": { "responses": {
                "200": { "description": "A boat.", "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/Boat" },
                } } },
            } } },
            "/moorings": { "post": {
                "requestBody": { "required": true, "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/Mooring" },
                } } },
                "responses": { "204": { "description": "Moored." } },
            } },
            "/tides": { "get": {
                "x-documentation": "listed",
                "responses": { "default": { "description": "Not documented." } },
            } },
        },
        "components": { "schemas": {
            "Boat": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": { "type": "string", "maxLength": 12 },
                    "kind": { "type": "string", "enum": ["SAIL", "MOTOR"] },
                    "built": { "type": "string", "format": "date" },
                    "seen": { "type": "string", "format": "date-time-local" },
                    "fee": { "type": "number", "x-precision": "5,2" },
                    "debt": { "type": "number", "x-precision": "18,2" },
                    "berth": { "type": "integer", "format": "int32" },
                    "owner": { "type": "object", "properties": { "email": { "type": "string" } } },
                    "crew": { "type": "array", "items": {
                        "type": "object", "properties": { "role": { "type": "string" } },
                    } },
                    "flags": { "type": "object", "additionalProperties": { "type": "boolean" } },
                },
                "if": { "not": { "required": ["kind"] } },
                "then": { "required": ["built"] },
            },
            "Mooring": { "type": "object", "required": ["boat"], "properties": {
                "boat": { "type": "string", "pattern": "^[A-Z]+$" },
            } },
            "Error": { "type": "object", "required": ["code"], "properties": {
                "code": { "type": "string" }, "type": { "type": "string" },
            } },
        } },
    })
}

/// The page: it states a few things, each on its line.
pub(crate) fn page() -> PageClaims {
    let boat = "GET /boats/{boatId}";
    let said = [
        (3, boat, "operation", "", Aspect::Documented, ""),
        (5, boat, "path", "boatId", Aspect::Listed, ""),
        (6, boat, "header", "trace", Aspect::Required, "true"),
        (9, boat, "200", "", Aspect::Listed, ""),
        (11, boat, "200", "name", Aspect::MaxLength, "12"),
        (12, boat, "200", "kind", Aspect::Listed, ""),
        (13, boat, "200", "kind", Aspect::Enum, "SAIL"),
        (15, boat, "200", "owner", Aspect::Listed, ""),
        (20, boat, "400", "", Aspect::Error, "invalid · harbourFull"),
        (21, boat, "400", "", Aspect::Error, "fatal · fog"),
        (
            30,
            "POST /moorings",
            "operation",
            "",
            Aspect::Documented,
            "",
        ),
    ];
    let claims = said.map(|(line, operation, place, name, aspect, value)| PageClaim {
        line,
        claim: Claim::new(operation, place, name, aspect, value),
        digest: None,
    });
    PageClaims {
        page: "harbour".to_owned(),
        capture: Capture {
            sha256: String::new(),
            lines: Vec::new(),
        },
        claims: claims.into(),
    }
}

/// A boat that is right.
pub(crate) fn boat() -> Value {
    json!({
        "name": "Marlin", "kind": "SAIL", "built": "1987-05-01", "seen": "2026-01-02T03:04:05",
        "fee": 120.5, "berth": 7, "owner": { "email": "jo@example.com" },
        "crew": [{ "role": "skipper" }], "flags": { "insured": true },
    })
}

/// An exchange that is right, as HAR has it.
pub(crate) fn exchange(body: &Value) -> Value {
    json!({
        "startedDateTime": "2026-11-20T10:00:00.000Z",
        "request": {
            "method": "GET", "url": "https://api.harbour.example/v1/boats/B1?limit=2",
            "headers": [{ "name": "Trace", "value": "0b0f9a52-6c2e-4ef2-8c0e-2a4b8f7f9f10" }],
        },
        "response": { "status": 200, "headers": [], "content": {
            "mimeType": "application/json; charset=utf-8", "size": 1, "text": body.to_string(),
        } },
    })
}

/// A recording of some exchanges.
pub(crate) fn har(entries: &[Value]) -> String {
    json!({ "log": { "version": "1.2", "entries": entries } }).to_string()
}

/// Hears a recording, and gives what `then` makes of the trial, and each difference in its exchange:
/// number, kind, pointer.
pub(crate) fn heard<T>(
    har: &str,
    then: impl FnOnce(&mut Trial, &str) -> T,
) -> (T, Vec<(usize, String, String)>) {
    let (document, page, readings) = (document(), page(), Readings::default());
    let case = Case::of(&page, &readings, &document);
    let described = [Described {
        id: "harbour",
        document: &document,
        expected: vec![&case.reviewed.expected],
        readings: &readings,
    }];
    let api = Api::of(&described, &[]).expect("no servers are given");
    let mut trial = Trial::of(&api);
    let mut seen = Vec::new();
    let place = Recording {
        given: 1,
        file: None,
    };
    let _ = recording::read_from(place, har.as_bytes(), &mut |read| {
        let read = read.expect("the recording is whole");
        trial.hear(&read, &mut |told| {
            let kind = told.finding.kind.as_str().to_owned();
            seen.push((told.spot.exchange, kind, told.spot.pointer.clone()));
        });
        ControlFlow::Continue(())
    });
    (then(&mut trial, har), seen)
}

/// What is found in one exchange: kinds and pointers.
pub(crate) fn found(entry: &Value) -> Vec<(String, String)> {
    let ((), seen) = heard(&har(std::slice::from_ref(entry)), |_, _| ());
    seen.into_iter()
        .map(|(_, kind, pointer)| (kind, pointer))
        .collect()
}

/// The findings of a recording, equal ones once.
pub(crate) fn findings(har: &str) -> Vec<Finding> {
    let own = |trial: &mut Trial, _: &str| trial.findings().into_iter().cloned().collect();
    heard(har, own).0
}
