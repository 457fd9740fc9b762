//! The operations of a document, one by one, and how far their components are read.

use claims::Element;
use claims::openapi::{MOST, OperationReader, claims, claims_of, operations};
use serde_json::{Map, Value, json};

use super::check;

/// Boats and harbours, with a path item among the components.
fn fleet() -> Value {
    let boat = json!({ "schema": { "$ref": "#/components/schemas/Boat" } });
    let found = json!({ "200": { "content": { "application/json": boat } } });
    let id = json!({ "name": "boatId", "in": "path", "required": true });
    json!({
        "tags": [{ "name": "boats", "description": "Boats." }],
        "paths": {
            "/boats/{boatId}": {
                "parameters": [id, { "$ref": "#/components/parameters/Page" }],
                "servers": [{ "url": "https://sea.example" }],
                "get": { "responses": found },
                "delete": {
                    "parameters": [{ "name": "page", "in": "query", "required": true }],
                    "servers": [{ "url": "https://lake.example" }],
                },
            },
            "/harbours": { "$ref": "#/components/pathItems/Harbours" },
            "x-note": "none",
        },
        "components": {
            "parameters": { "Page": { "name": "page", "in": "query" } },
            "pathItems": { "Harbours": { "get": { "responses": found } } },
            "schemas": {
                "Boat": { "properties": { "tender": { "$ref": "#/components/schemas/Boat" } } },
            },
        },
    })
}

#[test]
fn the_operations_of_a_document_are_listed() {
    let fleet = fleet();
    let listed = operations(&fleet);
    let listed: Vec<_> = listed
        .iter()
        .map(|it| (it.name(), it.pointer.to_string()))
        .collect();
    let due = [
        ("GET /boats/{boatId}", "/paths/~1boats~1{boatId}/get"),
        ("DELETE /boats/{boatId}", "/paths/~1boats~1{boatId}/delete"),
        ("GET /harbours", "/components/pathItems/Harbours/get"),
    ];
    assert_eq!(
        listed,
        due.map(|(name, at)| (name.to_owned(), at.to_owned()))
    );
    for (name, pointer) in due {
        assert!(
            fleet.pointer(pointer).is_some_and(Value::is_object),
            "{name}"
        );
    }
    for other in [
        json!(1),
        json!({ "paths": [] }),
        json!({ "paths": { "/a": { "get": 1 } } }),
    ] {
        assert!(operations(&other).is_empty(), "{other}");
    }
}

#[test]
fn the_claims_of_an_operation_are_those_of_the_document() {
    let fleet = fleet();
    let all = claims(&fleet);
    for operation in operations(&fleet) {
        let name = operation.name();
        let due: Vec<_> = all
            .iter()
            .filter(|it| *it.claim.operation == *name)
            .cloned()
            .collect();
        assert!(!due.is_empty(), "invalid test: {name}");
        assert_eq!(claims_of(&fleet, |it| it.name() == name), due);
    }
    let mut reader = OperationReader::of(&fleet);
    for operation in operations(&fleet) {
        let claims = reader.claims(&operation);
        let due = all
            .iter()
            .filter(|it| *it.claim.operation == *operation.name());
        assert_eq!(claims, due.cloned().collect::<Vec<_>>());
    }
    assert!(claims_of(&fleet, |_| false).is_empty());
    assert_eq!(
        claims_of(&fleet, |_| true).len(),
        all.iter()
            .filter(|it| it.claim.operation.contains(' '))
            .count()
    );
}

#[test]
fn what_a_path_item_says_is_in_effect_for_its_operations() {
    let mut fleet = fleet();
    fleet["tags"] = json!([]);
    fleet["paths"] = json!({ "/boats/{boatId}": fleet["paths"]["/boats/{boatId}"] });
    fleet["paths"]["/boats/{boatId}"]["get"] = json!({});
    fleet["components"] = json!({ "parameters": fleet["components"]["parameters"] });
    let said = [
        "DELETE /boats/{boatId} · operation · documented @ ~/delete",
        "DELETE /boats/{boatId} · path · boatId · listed @ ~/parameters/0",
        "DELETE /boats/{boatId} · path · boatId · required = true @ ~/parameters/0/required",
        "DELETE /boats/{boatId} · query · page · listed @ ~/delete/parameters/0",
        "DELETE /boats/{boatId} · query · page · required = true @ ~/delete/parameters/0/required",
        "DELETE /boats/{boatId} · server · https://lake.example · listed @ ~/delete/servers/0/url",
        "GET /boats/{boatId} · operation · documented @ ~/get",
        "GET /boats/{boatId} · path · boatId · listed @ ~/parameters/0",
        "GET /boats/{boatId} · path · boatId · required = true @ ~/parameters/0/required",
        "GET /boats/{boatId} · query · page · listed @ /components/parameters/Page",
        "GET /boats/{boatId} · query · page · required = false @ /components/parameters/Page",
        "GET /boats/{boatId} · server · https://sea.example · listed @ ~/servers/0/url",
    ];
    let said = said.map(|it| it.replace('~', "/paths/~1boats~1{boatId}"));
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    fleet
        .as_object_mut()
        .expect("an object")
        .shift_remove("tags");
    check(&fleet, &said);
}

/// A document with one operation for each component; each component uses the ones of these numbers.
fn web(size: usize, uses: impl Fn(usize) -> Vec<usize>, ahead: bool) -> Value {
    let schema = |number| json!({ "$ref": format!("#/components/schemas/C{number}") });
    let [mut paths, mut schemas] = [Map::new(), Map::new()];
    let numbers: Vec<usize> = if ahead {
        (0..size).collect()
    } else {
        (0..size).rev().collect()
    };
    for number in numbers {
        let content = json!({ "content": { "a/b": { "schema": schema(number) } } });
        let operation = json!({ "get": { "responses": { "200": content } } });
        paths.insert(format!("/{number}"), operation);
        let properties: Map<_, _> = uses(number)
            .into_iter()
            .map(|it| (format!("p{it}"), schema(it)))
            .collect();
        schemas.insert(format!("C{number}"), json!({ "properties": properties }));
    }
    json!({ "paths": paths, "components": { "schemas": schemas } })
}

#[test]
fn components_that_use_each_other_are_read_in_measure() {
    const SIZE: usize = 12;
    let others = |own| (0..SIZE).filter(|it| *it != own).collect();
    let document = web(SIZE, others, true);
    let made = claims(&document);
    let of = |name: &str| {
        made.iter()
            .filter(|it| *it.claim.operation == *name)
            .count()
    };
    for operation in operations(&document) {
        let made = of(&operation.name());
        assert!(
            made > SIZE && made <= MOST + 10,
            "{made} of {}",
            operation.name()
        );
    }
    // The order of the document decides nothing.
    let say = |made: &[claims::DocumentClaim]| -> Vec<_> {
        made.iter().map(|it| it.claim.clone()).collect()
    };
    assert_eq!(say(&made), say(&claims(&web(SIZE, others, false))));
    // Where it ends, no name of a component is said, and the reader knows which are not read in full.
    assert!(!made.iter().any(|it| it.claim.value.contains("$ref")));
    let mut reader = OperationReader::of(&document);
    for operation in operations(&document) {
        assert!(!reader.claims(&operation).is_empty());
    }
    assert_eq!(reader.cut().count(), SIZE);
}

/// A boat tows boats and has an owner, who has a boat.
#[test]
fn what_is_named_is_read_beyond_the_first_component_that_uses_itself() {
    let boat = json!({
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": { "type": "string" },
            "tows": { "type": "array", "items": { "$ref": "#/components/schemas/Boat" } },
        },
    });
    let content = json!({ "a/b": { "schema": { "$ref": "#/components/schemas/Boat" } } });
    let document = json!({
        "paths": { "/boats": { "post": { "requestBody": { "content": content } } } },
        "components": { "schemas": { "Boat": boat } },
    });
    let operation = operations(&document).remove(0);
    let mut reader = OperationReader::of(&document);
    let plain = reader.claims(&operation);
    let named = Element::new("POST /boats", "body", "tows.tows.name");
    let named = reader.claims_of(&operation, [&named]);
    let more: Vec<String> = named
        .iter()
        .filter(|it| !plain.contains(it))
        .map(|it| it.claim.to_string().replace("POST /boats · body · ", ""))
        .collect();
    let due = [
        "tows.tows · listed",
        "tows.tows · type = array of object",
        "tows.tows.name · listed",
        "tows.tows.name · type = string",
        "tows.tows.name · required = true",
    ];
    assert_eq!(more, due);
    assert_eq!(reader.claims(&operation), plain);
}

/// 24 components. Each uses the next one twice, which makes 16 million ways.
#[test]
fn what_is_read_nowhere_is_said_as_it_stands() {
    let mut document = web(24, |it| vec![it + 1], true);
    for number in 0..24 {
        let schema = &mut document["components"]["schemas"][format!("C{number}")]["properties"];
        schema["again"] = schema[format!("p{}", number + 1)].clone();
    }
    document["paths"] = json!({ "/0": document["paths"]["/0"] });
    let made = claims(&document);
    assert!(made.len() < MOST, "{}", made.len());
    let read: Vec<bool> = (0..24)
        .map(|number| {
            let stands = format!("C{number}=");
            !made.iter().any(|it| {
                it.claim.place == "components".into() && it.claim.value.starts_with(&stands)
            })
        })
        .collect();
    let first = read.iter().filter(|it| **it).count();
    // Twelve references of the chain; with sixteen it would be 131070 claims.
    assert_eq!(first, 12, "{read:?}");
    assert!(read[..first].iter().all(|it| *it), "{read:?}");
}

#[test]
fn a_chain_of_any_length_ends() {
    for array in [false, true] {
        let mut document = web(5_000, |it| vec![it + 1], true);
        document["paths"] = json!({ "/0": document["paths"]["/0"] });
        if array {
            for number in 0..5_000 {
                let items = json!({ "$ref": format!("#/components/schemas/C{}", number + 1) });
                document["components"]["schemas"][format!("C{number}")] =
                    json!({ "type": "array", "items": items });
            }
        }
        assert!(claims(&document).len() > 1000);
    }
}

/// Each component has objects in objects, and a reference at the bottom.
#[test]
fn schemas_in_each_other_end() {
    let mut document = web(100, |it| vec![it + 1], true);
    for number in 0..100 {
        let name = format!("C{number}");
        let schema = &mut document["components"]["schemas"][&name];
        for _ in 0..60 {
            *schema = json!({ "properties": { "in": schema.take() } });
        }
    }
    document["paths"] = json!({ "/0": document["paths"]["/0"] });
    let made = claims(&document);
    let deepest = made.iter().map(|it| it.claim.name.split('.').count()).max();
    assert_eq!(deepest, Some(122), "61 of each of two components");
}

/// Each component is one of two that are the next one: what they say is the same, the ways to it are 16
/// million.
#[test]
fn variants_of_variants_end_and_what_is_named_is_read() {
    let mut document = web(24, |_| vec![], true);
    for number in 0..24 {
        let next = json!({ "$ref": format!("#/components/schemas/C{}", number + 1) });
        let next = json!({ "oneOf": [next, { "allOf": [next] }] });
        document["components"]["schemas"][format!("C{number}")]["properties"]["next"] = next;
    }
    document["components"]["schemas"]["C24"] = json!({ "type": "string" });
    let operation = operations(&document).remove(0);
    let mut reader = OperationReader::of(&document);
    assert!(reader.claims(&operation).len() < 20);
    let name = vec!["next"; 24].join(".");
    let named = Element::new("GET /0", "200", &name);
    let made = reader.claims_of(&operation, [&named]);
    let of_it: Vec<String> = made
        .iter()
        .filter(|it| *it.claim.name == *name)
        .map(|it| format!("{} {}", it.claim.aspect, it.claim.value))
        .collect();
    assert_eq!(of_it, ["listed ", "type string"]);
}
