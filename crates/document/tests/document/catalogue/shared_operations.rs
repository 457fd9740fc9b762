//! Samples that share an operation share it in the consolidated document.

use super::sample::{CATALOGUE, LISTED, PROVIDER, catalogue};
use contract::catalogue::{
    Catalogue, Listed, Operation, Provider, SecurityScheme, Server, ServerVariable,
};
use document::{build, validate};
use serde_json::{Value, json};

const DOCUMENTS: &[Operation] = &[Operation::Documented(super::sample::documented)];
const LISTS: &[Operation] = &[Operation::Listed(LISTED)];

const fn provider(
    id: &'static str,
    title: &'static str,
    operations: &'static [Operation],
) -> Provider {
    Provider {
        id,
        title,
        operations,
        ..PROVIDER
    }
}

/// The operation that these pages share.
#[track_caller]
fn shared(providers: Vec<Provider>) -> Value {
    let providers: &[Provider] = providers.leak();
    let documents = build(&catalogue!(providers: providers)).unwrap();
    for document in crate::every(&documents) {
        let unused = |problem: &&validate::Problem| problem.problem.contains("a use of this");
        let problems = validate::openapi(document);
        let problems: Vec<_> = problems.iter().filter(|problem| !unused(problem)).collect();
        assert!(problems.is_empty(), "{problems:?}");
    }
    documents.consolidated["paths"]["/objects/{id}"]["get"].clone()
}

#[test]
fn what_one_documents_and_another_lists_is_documented_whichever_comes_first() {
    for providers in [
        vec![
            provider("one", "Sample One", DOCUMENTS),
            provider("two", "Sample Two", LISTS),
        ],
        vec![
            provider("two", "Sample Two", LISTS),
            provider("one", "Sample One", DOCUMENTS),
        ],
    ] {
        let operation = shared(providers);
        assert_eq!(operation["tags"], json!(["one"]));
        assert_eq!(operation["x-also-listed-by"], json!(["two"]));
        assert_eq!(
            operation["description"],
            "Gives it.\n\nSample Two lists this operation without documenting it."
        );
        assert!(operation["responses"]["200"].is_object());
        assert_eq!(
            (
                operation.get("x-documentation"),
                operation.get("x-inferred")
            ),
            (None, None)
        );
    }
}

#[test]
fn every_page_that_lists_it_is_named() {
    let operation = shared(vec![
        provider("two", "Sample Two", LISTS),
        provider("three", "Sample Three", LISTS),
        provider("one", "Sample One", DOCUMENTS),
        provider("four", "Sample Four", LISTS),
    ]);
    assert_eq!(operation["tags"], json!(["one"]));
    assert_eq!(
        operation["x-also-listed-by"],
        json!(["two", "three", "four"])
    );
    assert_eq!(
        operation["description"],
        "Gives it.\n\nSample Two lists this operation without documenting it. Sample Three lists \
         this operation without documenting it. Sample Four lists this operation without \
         documenting it."
    );
}

#[test]
fn what_all_list_is_listed() {
    let operation = shared(vec![
        provider("one", "Sample One", LISTS),
        provider("two", "Sample Two", LISTS),
    ]);
    assert_eq!(
        operation,
        json!({
            "tags": ["one"],
            "x-also-listed-by": ["two"],
            "summary": "Get an Object",
            "description": "Sample One lists this operation without documenting its parameters, \
                bodies or responses. Sample Two lists this operation without documenting its \
                parameters, bodies or responses.",
            "operationId": "getObject",
            "x-documentation": "listed",
            "x-inferred": ["title"],
            "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
            "responses": { "default": { "description": "The responses are not documented." } },
        })
    );
}

#[test]
fn what_all_document_has_the_shape_and_the_tag_of_the_first() {
    let operation = shared(vec![
        provider("one", "Sample One", DOCUMENTS),
        provider("two", "Sample Two", DOCUMENTS),
    ]);
    assert_eq!(operation["tags"], json!(["one"]));
    assert_eq!(operation["x-also-listed-by"], json!(["two"]));
    assert_eq!(operation["description"], "Gives it.");
}

#[test]
fn paths_tags_and_groups_are_in_the_order_of_the_providers() {
    const fn listed(id: &'static str, path: &'static str) -> Operation {
        Operation::Listed(Listed { id, path, ..LISTED })
    }
    const PROVIDERS: &[Provider] = &[
        provider("z", "Z", &[listed("z", "/z"), listed("m", "/m")]),
        Provider {
            group: "other",
            servers: &[],
            ..provider("y", "Y", &[listed("a", "/a")])
        },
        provider("x", "X", &[listed("m", "/m"), listed("b", "/b")]),
    ];
    let document = build(&catalogue!(providers: PROVIDERS))
        .unwrap()
        .consolidated;
    let paths: Vec<&String> = document["paths"].as_object().unwrap().keys().collect();
    assert_eq!(paths, ["/z", "/m", "/a", "/b"]);
    let tags: Vec<&Value> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| &tag["name"])
        .collect();
    assert_eq!(tags, ["z", "y", "x"]);
    assert_eq!(
        document["x-tagGroups"],
        json!([{ "name": "sample", "tags": ["z", "x"] }, { "name": "Y", "tags": ["y"] }])
    );
}

#[test]
fn servers_that_all_have_are_the_documents_and_others_the_operations() {
    const OTHER: &[Server] = &[Server {
        url: "https://{host}",
        description: "Other.",
        variables: &[ServerVariable {
            name: "host",
            default: "host.invalid",
        }],
        likely: &[],
    }];
    const ELSEWHERE: Operation = Operation::Listed(Listed {
        id: "a",
        path: "/a",
        ..LISTED
    });
    let servers = |third: Provider| {
        let providers = vec![
            provider("one", "One", DOCUMENTS),
            provider("two", "Two", LISTS),
            third,
        ];
        let documents = build(&catalogue!(providers: providers.leak()));
        let document = documents.unwrap().consolidated;
        [
            document["servers"].clone(),
            document["paths"]["/objects/{id}"]["get"]["servers"].clone(),
            document["paths"]["/a"]["get"]["servers"].clone(),
        ]
    };
    let same = json!([{ "url": "https://api.one.example", "description": "It." }]);
    let third = provider("three", "Three", &[ELSEWHERE]);
    assert_eq!(servers(third), [same.clone(), Value::Null, Value::Null]);
    let other = json!([{
        "url": "https://{host}",
        "description": "Other.",
        "variables": { "host": { "default": "host.invalid" } },
    }]);
    let elsewhere = Provider {
        servers: OTHER,
        ..third
    };
    // Both pages of the shared operation have one address, once.
    assert_eq!(servers(elsewhere), [Value::Null, same.clone(), other]);
    let nowhere = Provider {
        servers: &[],
        ..third
    };
    assert_eq!(servers(nowhere), [Value::Null, same, Value::Null]);
}

#[test]
fn a_document_has_only_the_components_that_its_operations_use() {
    const PROVIDERS: &[Provider] = &[
        provider("one", "One", DOCUMENTS),
        provider("two", "Two", LISTS),
    ];
    let documents = build(&catalogue!(providers: PROVIDERS)).unwrap();
    let [one, two] = ["one", "two"].map(|id| &documents.providers[id]["components"]);
    assert!(one["schemas"]["SampleObject"].is_object());
    assert!(one["securitySchemes"]["bearer"].is_object());
    assert_eq!(two, &json!({ "schemas": {}, "securitySchemes": {} }));
}

#[test]
fn a_scheme_that_is_not_registered_is_an_api_key() {
    let scheme = |scheme: &'static str| {
        let schemes = vec![SecurityScheme {
            scheme,
            ..CATALOGUE.security_schemes[0]
        }];
        let documents = build(&Catalogue {
            providers: vec![provider("one", "One", DOCUMENTS)].leak(),
            security_schemes: schemes.leak(),
            ..CATALOGUE
        });
        documents.unwrap().consolidated["components"]["securitySchemes"]["bearer"].clone()
    };
    let http = json!({ "type": "http", "scheme": "DPoP", "description": "A token." });
    assert_eq!(scheme("DPoP"), http);
    let key = json!({
        "type": "apiKey", "in": "header", "name": "Authorization", "description": "A token.",
    });
    assert_eq!(scheme("House"), key);
}
