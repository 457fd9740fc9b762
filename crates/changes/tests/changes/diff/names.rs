//! Names that generated code is called by.

use serde_json::{Value, json};

use super::{AT, POST, changes, check, document, post};

#[test]
fn names_that_generated_code_is_called_by() {
    table! {
        &format!("{AT}/operationId"), "name" =>
            &format!("{POST}: breaking operationId was `renameBoat`, is `name`");
        &format!("{AT}/tags"), ["crew"] =>
            &format!("{POST}: compatible tags/0 is now `crew`"),
            &format!("{POST}: breaking tags/0 is no longer `boats`");
    }
    check(
        |new| {
            let boat = &mut new["components"]["schemas"]["Boat"];
            boat["properties"]["owner"]["$ref"] = json!("#/components/schemas/Person");
            let schemas = new["components"]["schemas"]
                .as_object_mut()
                .expect("schemas");
            let owner = schemas.remove("Owner").expect("an owner");
            schemas.insert("Person".to_owned(), owner);
        },
        &["component schemas/Person: breaking renamed, was `Owner`"],
    );
    check(
        |new| {
            new["components"]["schemas"]["Other"] = new["components"]["schemas"]["Owner"].clone();
            let boat = &mut new["components"]["schemas"]["Boat"];
            boat["properties"]["owner"]["$ref"] = json!("#/components/schemas/Other");
        },
        &[
            "component schemas/Boat: breaking owner · $ref was `#/components/schemas/Owner`, is \
             `#/components/schemas/Other`",
            "component schemas/Other: compatible added",
        ],
    );
}

/// What refers to a renamed component is found again under its own new name, in any order.
#[test]
fn every_component_is_renamed() {
    for names in [
        [("Boat", "Vessel"), ("Owner", "Person")],
        [("Boat", "Person"), ("Owner", "Vessel")],
    ] {
        let mut expected = names
            .map(|(was, now)| format!("component schemas/{now}: breaking renamed, was `{was}`"));
        expected.sort();
        let (old, mut new) = (document(), document());
        let schemas = &mut new["components"]["schemas"];
        schemas["Boat"]["properties"]["next"] = json!({"$ref": "#/components/schemas/Boat"});
        let mut old = old;
        old["components"]["schemas"] = schemas.clone();
        let mut text = new.to_string();
        for (was, now) in names {
            text = text.replace(&format!("schemas/{was}\""), &format!("schemas/{now}\""));
            text = text.replace(&format!("\"{was}\":"), &format!("\"{now}\":"));
        }
        let new: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(changes(&old, &new), expected);
    }
}

/// The address is the same, and the argument of generated code is called otherwise.
#[test]
fn a_placeholder_is_renamed() {
    check(
        |new| {
            let paths = new["paths"].as_object_mut().expect("paths");
            let item = paths.remove("/boats/{id}").expect("an item");
            paths.insert("/boats/{boatId}".to_owned(), item);
            let post = &mut new["paths"]["/boats/{boatId}"]["post"];
            post["parameters"][0]["name"] = json!("boatId");
            post["operationId"] = json!("name");
        },
        &[
            "operation POST /boats/{boatId}: compatible renamed, was `POST /boats/{id}`",
            "operation POST /boats/{boatId}: breaking operationId was `renameBoat`, is `name`",
            "operation POST /boats/{boatId}: breaking path boatId renamed, was `id`",
        ],
    );
}

#[test]
fn components_that_are_no_schemas() {
    table! {
        &format!("{AT}/parameters/1"), null => &format!("{POST}: breaking header trace removed");
        &format!("{AT}/responses/404"), null => &format!("{POST}: compatible 404 removed");
    }
    check(
        |new| {
            new["components"]
                .as_object_mut()
                .expect("kinds")
                .remove("responses");
            post(new)["responses"]["404"] = json!({"description": "No such boat."});
        },
        &[
            &format!("{POST}: wording 404 in other words"),
            "component responses/NotFound: wording in other words",
        ],
    );
}
