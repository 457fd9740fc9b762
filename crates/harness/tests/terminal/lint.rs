//! Linting, with programs in place of the public tools that answer what those would.

use harness::lint::LINTERS;

use crate::{Sandbox, golden, program, say};

/// What the tools find in the documents of a sandbox: nothing.
const REDOCLY: &str = r#"{"problems": []} {"problems": []} {"problems": []} {"problems": []} {"problems": []} {"problems": []}"#;
const SPECTRAL: &str = "[]No results with a severity of 'error' found!";

/// A repository with rulesets that except nothing, and a toolchain that installs stand-ins.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for linter in LINTERS {
        sandbox.write(linter.ruleset, "extends: [recommended]\n");
        if let Some(ignore) = linter.ignore {
            sandbox.write(ignore, "{}\n");
        }
    }
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        sandbox.write(&format!("crates/harness/lint/{name}"), "");
    }
    program(&sandbox, "bin/node", "echo v20");
    // `npm ci` installs what stands in `tools`.
    let install =
        "[ \"$1\" = ci ] && mkdir -p node_modules && cp -R ../../tools node_modules/.bin; exit 0";
    program(&sandbox, "bin/npm", install);
    for tool in ["redocly", "spectral"] {
        // The third argument is the ruleset's flag, the fourth the ruleset.
        let answer = format!("cat \"../../answers/{tool}/$3\"");
        program(&sandbox, &format!("tools/{tool}"), &answer);
    }
    for linter in LINTERS {
        for ruleset in [
            linter.ruleset.to_owned(),
            format!("bare/{}", linter.ruleset),
        ] {
            sandbox.write(&format!("answers/spectral/{ruleset}"), SPECTRAL);
            sandbox.write(&format!("answers/redocly/{ruleset}"), REDOCLY);
        }
    }
    sandbox
}

/// What `cargo harness lint` says where only the stand-ins are installed.
fn lint(sandbox: &Sandbox) -> String {
    say(sandbox, &["lint"])
}

#[test]
fn nothing_to_say() {
    let sandbox = sandbox();
    let session = lint(&sandbox);
    golden("lint", &session);
    // What is installed stays installed.
    program(&sandbox, "bin/npm", "[ \"$1\" = --version ]");
    assert_eq!(lint(&sandbox), session);
    sandbox.write("crates/harness/lint/package-lock.json", "{}");
    assert!(lint(&sandbox).contains("`npm ci --loglevel=error` failed"));
}

#[test]
fn problems_and_exceptions() {
    let sandbox = sandbox();
    sandbox.replace("spec/openapi.json", "\"identifier\":", "\"x-identifier\":");
    let report = |rule: &str, file: &str, pointer: &str| {
        format!(
            r##"{{"ruleId": "{rule}", "message": "No.", "location": [{{"source": {{"ref": "{file}"}}, "pointer": "#{pointer}"}}]}}"##
        )
    };
    let found = report("struct", "spec/openapi.json", "/info");
    let excepted = report("no-empty-servers", "spec/openapi.json", "/openapi");
    sandbox.write(
        ".redocly.lint-ignore.yaml",
        "spec/openapi.json:\n  # Because.\n  no-empty-servers:\n    - '#/openapi'\n  struct:\n    - '#/tags'\n",
    );
    let reports = |problems: &str| REDOCLY.replacen("[]", &format!("[{problems}]"), 1);
    sandbox.write("answers/redocly/redocly.yaml", reports(&found));
    sandbox.write(
        "answers/redocly/bare/redocly.yaml",
        reports(&format!("{found}, {excepted}")),
    );
    sandbox.write(
        ".spectral.yaml",
        "extends: spectral:oas\nrules:\n  info-contact: off\n",
    );
    golden("lint-problems", &lint(&sandbox));
}

#[test]
fn without_npm() {
    let sandbox = sandbox();
    sandbox.remove("bin/npm");
    golden("bad-lint-npm", &lint(&sandbox));
}

#[test]
fn without_node() {
    let sandbox = sandbox();
    sandbox.remove("bin/node");
    golden("bad-lint-node", &lint(&sandbox));
}

#[test]
fn tools_that_break() {
    let sandbox = sandbox();
    program(
        &sandbox,
        "tools/redocly",
        "echo 'No such config.' >&2; exit 2",
    );
    sandbox.write("answers/spectral/.spectral-owasp.yaml", "{}");
    golden("bad-lint-tools", &lint(&sandbox));
}

#[test]
fn rulesets_that_are_none() {
    let sandbox = sandbox();
    sandbox.remove("redocly.yaml");
    sandbox.write(".spectral.yaml", "extends: [");
    golden("bad-lint-rulesets", &lint(&sandbox));
    sandbox.write("redocly.yaml", "extends: [recommended]\n");
    sandbox.write(".spectral.yaml", "rules: [off]\n");
    sandbox.write(".redocly.lint-ignore.yaml", "spec/openapi.json: [off]\n");
    golden("bad-lint-exceptions", &lint(&sandbox));
}

#[test]
fn a_document_that_is_none() {
    let sandbox = sandbox();
    sandbox.write("spec/openapi-3.2.json", "{");
    golden("bad-lint-document", &lint(&sandbox));
}
