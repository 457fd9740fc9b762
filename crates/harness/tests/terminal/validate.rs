//! Validating, with programs in place of the public tools that answer what those would.

use crate::{Sandbox, golden, program, say};

/// What each program says if all is well: it refuses the broken document, and nothing else.
const SWAGGER_PARSER: &str = "control.json: no title\nchecked 9\n";
const KIN_OPENAPI: &str = "control.json: invalid info\nchecked 9\n";
const SCHEMAS: &str = "checked 52\n";
const PACKAGE: &str = "checked 17\n";

/// A repository whose toolchains install and build stand-ins.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for name in [
        "package.json",
        "package-lock.json",
        ".npmrc",
        "swagger-parser.mjs",
        "schemas.mjs",
        "package.mjs",
        "kin-openapi/main.go",
    ] {
        sandbox.write(&format!("crates/harness/validate/{name}"), "");
    }
    program(&sandbox, "bin/npm", "mkdir -p node_modules");
    let answers = sandbox.path("answers").display().to_string();
    program(
        &sandbox,
        "bin/node",
        &format!("case $1 in --version) echo v20;; *) cat \"{answers}/$1\";; esac"),
    );
    program(
        &sandbox,
        "bin/go",
        "case $1 in build) cp ../../../../tools/kin-openapi \"$4\";; *) echo go1.26;; esac",
    );
    program(
        &sandbox,
        "tools/kin-openapi",
        "cat ../../answers/kin-openapi",
    );
    sandbox.write("answers/swagger-parser.mjs", SWAGGER_PARSER);
    sandbox.write("answers/schemas.mjs", SCHEMAS);
    sandbox.write("answers/package.mjs", PACKAGE);
    sandbox.write("answers/kin-openapi", KIN_OPENAPI);
    sandbox
}

/// What `cargo harness validate` says where only the stand-ins are installed.
fn validate(sandbox: &Sandbox) -> String {
    say(sandbox, &["validate"])
}

#[test]
fn what_every_tool_takes_has_no_problem() {
    golden("validate", &validate(&sandbox()));
}

#[test]
fn what_a_tool_refuses_is_told_with_what_to_do() {
    let sandbox = sandbox();
    let refused = format!("spec/openapi.json: #/info must have a title\n{SWAGGER_PARSER}");
    sandbox.write("answers/swagger-parser.mjs", refused);
    let unknown = format!("spec/README.md: Ajv: unknown keyword: \"x-precision\"\n{SCHEMAS}");
    sandbox.write("answers/schemas.mjs", unknown);
    let unresolved = format!("customer-apis/openapi.yaml: Cannot find module\n{PACKAGE}");
    sandbox.write("answers/package.mjs", unresolved);
    golden("validate-problems", &validate(&sandbox));
}

/// A description that contradicts itself is refused without any of the tools.
#[test]
fn what_we_refuse_ourselves_is_told_with_its_place() {
    let sandbox = sandbox();
    let kind = "\"type\": \"integer\"";
    let bounds = "\"type\": \"integer\", \"minimum\": 2, \"maximum\": 1";
    sandbox.replace("spec/openapi-3.0.json", kind, bounds);
    sandbox.replace(
        "spec/schemas/citi.schema.json",
        "\"type\": \"string\"",
        "\"type\": \"string\", \"pattern\": \"[a-\"",
    );
    golden("validate-own", &validate(&sandbox));
}

/// A tool that accepts anything proves nothing, nor does one that looks at fewer files.
#[test]
fn a_tool_that_looks_at_nothing_is_told() {
    let sandbox = sandbox();
    sandbox.write("answers/swagger-parser.mjs", "checked 9\n");
    sandbox.write("answers/kin-openapi", "control.json: no\nchecked 1\n");
    sandbox.write("answers/schemas.mjs", "");
    sandbox.write("answers/package.mjs", "checked 1\n");
    golden("validate-lax", &validate(&sandbox));
}

#[test]
fn a_missing_toolchain_is_named() {
    let sandbox = sandbox();
    sandbox.remove("bin/go");
    golden("validate-no-go", &validate(&sandbox));
}

#[test]
fn a_document_of_another_version_is_not_given() {
    let sandbox = sandbox();
    assert!(validate(&sandbox).ends_with("[exit 0]\n"));
    let given = |path: &str| sandbox.path(&format!("target/validate/{path}")).exists();
    assert!(given("spec/openapi.json") && given("spec/openapi-3.0.json") && given("control.json"));
    assert!(!given("spec/openapi-3.2.json"));
    assert!(
        !sandbox
            .text("target/validate/control.json")
            .contains("\"title\": \"Customer APIs")
    );
    assert!(
        sandbox
            .text("spec/openapi.json")
            .contains("\"title\": \"Customer APIs")
    );
}
