//! `confirm`: words that changed on a page, read by a person.

use claims::{Aspect, Digest};

use crate::{Sandbox, golden};

/// A copy of spec/ after one sentence of a page changed and was read and exported.
fn reworded() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.reread("flexiti-customers", |page| {
        let meaning = page.claims.iter_mut().find(|stated| {
            stated.claim.aspect == Aspect::EnumDescription && &*stated.claim.value == "L"
        });
        meaning.expect("a meaning").digest = Some(Digest::of("High"));
    });
    assert!(!sandbox.run(&["export"]).status.success());
    sandbox
}

#[test]
fn changed_words_are_reported_until_somebody_read_them() {
    let sandbox = reworded();
    let mut session = String::new();
    for arguments in [
        &["check"][..],
        &["export"],
        &["confirm", "flexiti-customers:142"],
        &["confirm", "flexiti-customers:141"],
        &["check"],
        &["confirm", "flexiti-customers:141"],
    ] {
        session += &sandbox.session(arguments);
    }
    golden("confirm", &session);
}

#[test]
fn evidence_that_is_not_there_cannot_be_confirmed() {
    let sandbox = Sandbox::new();
    let one = "citi-australia line 199";
    sandbox.replace("spec/readings.toml", one, "citi-australia line 99999");
    let mut session = sandbox.session(&["check"]);
    session += &sandbox.session(&["confirm", "citi-australia:99999"]);
    golden("confirm-nowhere", &session);
}

#[test]
fn everything_can_be_confirmed_at_once() {
    let sandbox = reworded();
    assert!(sandbox.run(&["confirm", "--all"]).status.success());
    assert!(sandbox.run(&["check"]).status.success());
    assert_eq!(sandbox.run(&["confirm"]).status.code(), Some(2));
    assert_eq!(sandbox.run(&["confirm", "141"]).status.code(), Some(2));
    let both = ["confirm", "--all", "flexiti-customers:141"];
    assert_eq!(sandbox.run(&both).status.code(), Some(2));
}
