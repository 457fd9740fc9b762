//! The help says what each command does.

use crate::{Sandbox, golden};

#[test]
fn help_says_what_each_command_does() {
    let sandbox = Sandbox::new();
    sandbox.golden("help", &["--help"]);
    for command in [
        "lint",
        "validate",
        "generate",
        "conformance",
        "portal-test",
        "second-opinion",
        "crosswalk",
        "traffic",
        "walkthrough",
    ] {
        let session = sandbox.session(&[command, "--help"]);
        golden(&format!("help-{command}"), &session);
        assert_eq!(
            sandbox.run(&["help", command]).stdout,
            sandbox.run(&[command, "--help"]).stdout
        );
    }
}
