//! What pages say of a schema in rows, however the description builds it.

use crate::check::found;
use crate::folder::Folder;

/// A page with these rows of `GET /boats`, and a description that answers with `Boat` of these
/// components, in flow style.
fn folder(rows: &[&str], components: &str) -> Folder {
    let folder = Folder::new();
    let rows = rows.join(" |\n| ");
    folder.write(
        "boats.md",
        format!(
            "# Boats\n\n## List boats\n\n```\nGET https://sea.example/boats\n```\n\n\
             ### Response 200\n\n| Field | Type | Description |\n|---|---|---|\n| {rows} |\n"
        ),
    );
    let content = "{a/b: {schema: {$ref: '#/components/schemas/Boat'}}}";
    folder.write(
        "openapi.yaml",
        format!(
            "openapi: 3.1.0\ninfo: {{title: Boats, version: '1'}}\npaths: {{/boats: {{get: {{responses: \
             {{'200': {{description: x, content: {content}}}}}}}}}}}\n\
             components: {{schemas: {{{components}}}}}\n"
        ),
    );
    let config =
        "description = \"openapi.yaml\"\n[[page]]\nfile = \"boats.md\"\nlayout = \"readme\"\n";
    folder.write("witness.toml", config);
    folder
}

/// Rows and components, and what is found: `kind subject`, of the answer.
#[track_caller]
fn check(rows: &[&str], components: &str, expected: &[&str]) {
    let found = found(&folder(rows, components));
    let found: Vec<String> = found
        .iter()
        .map(|it| {
            it.split(" @ ")
                .next()
                .unwrap_or_default()
                .replace("GET /boats · 200 · ", "")
        })
        .collect();
    assert_eq!(found, expected, "{rows:?} {components}");
}

#[test]
fn a_schema_that_uses_itself_is_read_as_deep_as_the_page_goes() {
    let boat = "Boat: {type: object, properties: {name: {type: string}, crew: {type: integer}, \
                tender: {$ref: '#/components/schemas/Boat'}, \
                tows: {type: array, items: {$ref: '#/components/schemas/Boat'}}}}";
    let rows = [
        "name | string | x",
        "crew | integer | x",
        "tender | object | x",
        "tows | array of object | x",
    ];
    check(&rows, boat, &[]);
    let deeper = |more: &[&'static str]| [&rows, more].concat();
    check(
        &deeper(&[
            "tender.name | string | x",
            "tows.tows | array of object | x",
            "tows.tows.name | string | x",
        ]),
        boat,
        &[],
    );
    check(
        &deeper(&["tender.name | integer | x", "tows.draft | integer | x"]),
        boat,
        &[
            "contradicted tender.name · type = integer",
            "missing tows.draft · listed",
        ],
    );
}

/// Each schema has the next one twice: 16 382 properties in all.
#[test]
fn a_schema_that_is_not_read_in_full_is_read_where_the_page_goes() {
    let next = |number: u8| {
        let [this, next] = [number, number + 1].map(|it| {
            if it == 0 {
                "Boat".to_owned()
            } else {
                format!("B{it}")
            }
        });
        let one = format!("{{$ref: '#/components/schemas/{next}'}}");
        format!("{this}: {{type: object, properties: {{a: {one}, b: {one}}}}}")
    };
    let schemas: Vec<String> = (0..13)
        .map(next)
        .chain(["B13: {type: string}".to_owned()])
        .collect();
    let name = vec!["b"; 13].join(".");
    let row = format!("{name} | string | x");
    let folder = folder(&["a | object | x", &row], &schemas.join(", "));
    let told = folder.session(&["check"]);
    assert!(told.contains("1 schemas that make more than"), "{told}");
    assert!(!told.contains("missing"), "{told}");
    let told = folder.session(&["compare", "openapi.yaml"]);
    assert!(
        told.contains("of more than 10000 statements: not compared"),
        "{told}"
    );
    folder.edit("boats.md", &row, &row.replace("string", "integer"));
    let told = folder.session(&["check"]);
    assert!(
        told.contains(&format!(
            "{name} · type = integer`, the document says `string`"
        )),
        "{told}"
    );
}

#[test]
fn what_two_people_write_differently_is_no_difference() {
    for (row, schema) in [
        ("draft | integer or string | x", "type: [string, integer]"),
        (
            "draft | integer or string | x",
            "oneOf: [{type: string}, {type: integer}]",
        ),
        (
            "draft | string | One of: `x`, `y`. Nullable.",
            "type: [string, 'null'], enum: [x, y, null]",
        ),
        (
            "draft | integer | x",
            "type: integer, $comment: why, exclusiveMinimum: false",
        ),
        (
            "draft | file | x",
            "type: string, contentMediaType: application/octet-stream",
        ),
    ] {
        let boat = format!("Boat: {{type: object, properties: {{draft: {{{schema}}}}}}}");
        check(
            &["berth | object | x", row],
            &boat.replace("{draft", "{berth: {type: object}, draft"),
            &[],
        );
    }
}

/// What most tools understand, word for word or not.
#[test]
fn a_schema_is_read_as_people_mean_it() {
    let owner = "{type: object, properties: {name: {type: string}}}";
    for (row, schema) in [
        (
            "crew | array of string | Nullable.",
            "{type: array, nullable: true, items: {type: string}}",
        ),
        (
            "crew | array of string | Nullable.",
            "{type: [array, 'null'], items: {type: string}}",
        ),
        (
            "crew | array of string | Nullable.",
            "{anyOf: [{type: array, items: {type: string}}, {type: 'null'}]}",
        ),
        ("crew | array of string | x", "{items: {type: string}}"),
        (
            "crew | object | Nullable.",
            "{nullable: true, allOf: [{type: object}]}",
        ),
        (
            "crew | object | Nullable.",
            "{type: object, nullable: true, allOf: [{type: object}]}",
        ),
        (
            "crew | object | x",
            "{additionalProperties: false, properties: {a: {type: string, additionalProperties: false}}}",
        ),
        (
            "crew | object | x",
            "{$id: crew, $defs: {A: {type: string}}, type: object}",
        ),
        (
            "crew | string | x",
            "{oneOf: [{required: [a]}, {required: [b]}], type: string}",
        ),
        ("crew | string (url) | x", "{type: string, format: url}"),
        ("crew | string (uri) | x", "{type: string, format: url}"),
    ] {
        let boat =
            format!("Boat: {{type: object, properties: {{owner: {owner}, crew: {schema}}}}}");
        let mut rows = vec!["owner | object | x", "owner.name | string | x", row];
        rows.extend(
            schema
                .contains("{a: {type: string, add")
                .then_some("crew.a | string | x"),
        );
        check(&rows, &boat, &[]);
    }
    let either = "oneOf: [{type: object, properties: {a: {type: string}}}, \
                  {type: object, required: [z], properties: {b: {type: string}}}]";
    check(
        &["a | string | x", "b | string | x"],
        &format!("Boat: {{{either}}}"),
        &[],
    );
}

/// A schema is read as deep within variants as beside them.
#[test]
fn what_is_within_variants_is_read() {
    let components = "Boat: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}, \
        Owner: {oneOf: [{$ref: '#/components/schemas/Man'}, {$ref: '#/components/schemas/Firm'}]}, \
        Man: {type: object, properties: {name: {type: string}}}, \
        Firm: {type: object, properties: {tax: {$ref: '#/components/schemas/Tax'}}}, \
        Tax: {type: object, properties: {number: {type: string}, rate: {type: number}}}";
    check(
        &[
            "owner | object | x",
            "owner.name | string | x",
            "owner.tax | object | x",
            "owner.tax.number | string | x",
        ],
        components,
        &["unsupported owner.tax.rate · listed"],
    );
}

#[test]
fn one_number_that_changed_is_one_difference() {
    check(
        &["draft | array of string | At most 5 items."],
        "Boat: {type: object, properties: {draft: {type: array, items: {type: string}, maxItems: 9}}}",
        &["contradicted draft · keyword = maxItems=5"],
    );
}

#[test]
fn a_reference_that_leads_nowhere_is_an_error() {
    let folder = folder(
        &["draft | string | x"],
        "Boat: {properties: {draft: {$ref: '#/nowhere'}}}",
    );
    let told = folder.session(&["check"]);
    assert!(
        told.contains(
            "openapi.yaml: /components/schemas/Boat/properties/draft: expected a reference"
        ),
        "{told}"
    );
    assert!(told.contains("[exit 2]"), "{told}");
    assert!(
        folder
            .session(&["compare", "openapi.yaml"])
            .contains("[exit 2]")
    );
}

/// Another answer names a media type; the page says nothing of the body of this one.
#[test]
fn an_answer_without_a_body_needs_no_words() {
    let folder = folder(&["draft | string | x"], "Boat: {}");
    folder.write(
        "boats.md",
        "# Sink\n\nEndpoint: DELETE /boats\n\n## Response 204 fields\n\n\
         ## Response 404 fields (application/json):\n\n  - `reason` (string)\n",
    );
    let reason = "{type: object, properties: {reason: {type: string}}}";
    folder.write(
        "openapi.yaml",
        format!(
            "openapi: 3.1.0\ninfo: {{title: Boats, version: '1'}}\npaths: {{/boats: {{delete: {{responses: \
             {{'204': {{description: x}}, '404': {{description: x, content: {{application/json: \
             {{schema: {reason}}}}}}}}}}}}}}}\n"
        ),
    );
    folder.edit("witness.toml", "readme", "redocly");
    assert_eq!(found(&folder), [""; 0]);
    let gone = "content: {application/json:";
    folder.edit(
        "openapi.yaml",
        gone,
        &gone.replace("application/json", "a/b"),
    );
    assert_eq!(found(&folder).len(), 2);
}
