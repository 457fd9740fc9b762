//! Operations, and the servers and the security that are in effect for them.

use serde_json::{Value, json};

use super::{check, check_all_operations, check_operation, check_operation_among};

#[test]
fn each_keyword_of_an_operation_is_said() {
    check_all_operations(
        r#"
        { "operationId": "getA" }
        { "summary": "Get A" } => operation · title = Get A @ ~/summary
        { "description": "It." } => operation · description = stated @ ~/description
        { "tags": ["a", "b"] }
            => operation · listed = a @ ~/tags
            => operation · listed = b @ ~/tags
        { "x-inferred": ["title"] } => operation · inferred = title @ ~/x-inferred
        { "deprecated": true } => operation · keyword = deprecated=true @ ~/deprecated
        { "callbacks": {} } => operation · keyword = callbacks={} @ ~/callbacks
        "#,
    );
    for (keyword, wrong) in [
        ("tags", "{}"),
        ("tags", "[]"),
        ("description", "[]"),
        ("x-inferred", "true"),
        ("x-documentation", "true"),
        ("servers", "[]"),
        ("security", "[]"),
        ("parameters", "{}"),
        ("requestBody", "{}"),
        ("responses", "{}"),
    ] {
        let value: Value = wrong.parse().unwrap();
        let said = format!("operation · keyword = {keyword}={wrong} @ ~/{keyword}");
        check_operation(json!({ keyword: value }), &[&said]);
    }
}

#[test]
fn an_operation_marked_as_listed_is_not_documented() {
    check(
        &json!({ "paths": { "/a": { "get": { "x-documentation": "listed", "tags": ["p"] } } } }),
        &["GET /a · operation · listed = p @ /paths/~1a/get/tags"],
    );
}

#[test]
fn the_variables_of_a_server_are_said() {
    let server =
        |variables: Value| json!({ "servers": [{ "url": "/{a}", "variables": variables }] });
    check_operation(
        server(
            json!({ "a": { "default": "x", "enum": ["x", "y"], "description": "It.", "b": 1 } }),
        ),
        &[
            "server · /{a} · listed @ ~/servers/0/url",
            "server variable · a · listed @ ~/servers/0/variables/a",
            "server variable · a · description = stated @ ~/servers/0/variables/a/description",
            "server variable · a · enum = x @ ~/servers/0/variables/a/enum",
            "server variable · a · enum = y @ ~/servers/0/variables/a/enum",
            "server variable · a · default = x @ ~/servers/0/variables/a/default",
            "server variable · a · keyword = b=1 @ ~/servers/0/variables/a/b",
        ],
    );
    check_operation(
        server(json!([])),
        &[
            "server · /{a} · listed @ ~/servers/0/url",
            "server · /{a} · keyword = variables=[] @ ~/servers/0/variables",
        ],
    );
}

#[test]
fn servers_are_said_of_each_operation_for_which_they_are_in_effect() {
    let servers = json!([{ "url": "https://a.example", "description": "It.", "x-a": {} }]);
    let said = |node: &str| {
        [
            format!("server · https://a.example · listed @ {node}/servers/0/url"),
            format!(
                "server · https://a.example · description = stated @ {node}/servers/0/description"
            ),
            format!("server · https://a.example · keyword = x-a={{}} @ {node}/servers/0/x-a"),
        ]
    };
    let own = said("~");
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    check_operation(json!({ "servers": servers }), &own);
    let inherited = said("");
    let inherited: Vec<&str> = inherited.iter().map(String::as_str).collect();
    check_operation_among(json!({ "servers": servers }), json!({}), &inherited);
    // In effect for no operation.
    let unused = format!("document · keyword = servers={servers} @ /servers");
    check(&json!({ "servers": servers }), &[&unused]);
    check_operation(
        json!({ "servers": [5, { "url": 6 }] }),
        &[
            "server · listed @ ~/servers/0/url",
            "server · listed @ ~/servers/1/url",
            "server · keyword = url=6 @ ~/servers/1/url",
            "server · keyword = value=5 @ ~/servers/0",
        ],
    );
}

#[test]
fn security_is_said_of_each_operation_for_which_it_is_in_effect() {
    let schemes = json!({
        "securitySchemes": {
            "a": { "type": "http", "scheme": "bearer", "description": "It.", "bearerFormat": "JWT" },
        },
    });
    let said = |node: &str| {
        [
            format!("security · a · listed @ {node}/security/0/a"),
            "security · a · description = stated @ /components/securitySchemes/a/description".into(),
            "security · a · type = http @ /components/securitySchemes/a/type".into(),
            "security · a · scheme = bearer @ /components/securitySchemes/a/scheme".into(),
            r#"security · a · keyword = bearerFormat="JWT" @ /components/securitySchemes/a/bearerFormat"#
                .to_owned(),
        ]
    };
    let own = said("~");
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    check_operation_among(
        json!({ "components": schemes }),
        json!({ "security": [{ "a": [] }] }),
        &own,
    );
    let inherited = said("");
    let inherited: Vec<&str> = inherited.iter().map(String::as_str).collect();
    let more = json!({ "security": [{ "a": [] }], "components": schemes });
    check_operation_among(more, json!({}), &inherited);
}

#[test]
fn every_form_of_a_security_requirement_is_said() {
    check_operation(
        json!({ "security": [{ "a": ["read"] }] }),
        &[
            "security · a · listed @ ~/security/0/a",
            r#"security · a · keyword = scope="read" @ ~/security/0/a"#,
        ],
    );
    // Either of two, and both of two, are not the same.
    check_all_operations(
        r#"
        { "security": [{ "a": [] }, { "b": [] }] }
            => security · a · listed @ ~/security/0/a
            => security · b · listed @ ~/security/1/b
        { "security": [{ "a": [], "b": [] }] }
            => security · a · listed @ ~/security/0/a
            => security · a · keyword = together with=b @ ~/security/0/a
            => security · b · listed @ ~/security/0/b
            => security · b · keyword = together with=a @ ~/security/0/b
        { "security": [{}, { "a": 5 }] }
            => security · keyword = value={} @ ~/security/0
            => security · a · listed @ ~/security/1/a
            => security · a · keyword = value=5 @ ~/security/1/a
        "#,
    );
    check(
        &json!({ "security": [{ "a": [] }] }),
        &[r#"document · keyword = security=[{"a":[]}] @ /security"#],
    );
}
