//! The browser test of the portal, where its tools are missing.

use crate::{Sandbox, golden, say};

#[test]
fn a_test_without_a_browser_says_what_to_install() {
    let sandbox = Sandbox::new();
    let said = say(&sandbox, &["portal-test", "--browser", "no-such-browser"]);
    golden("bad-portal-browser", &said);
}
