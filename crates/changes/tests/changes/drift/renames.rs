//! What counts as one element under another name.

use changes::drift::drift;
use claims::PageClaims;

use super::{OPERATION, between, check, page, words};

const WAS: &str = "200 - listed; 200 mailKey listed; 200 mailKey type string";

#[test]
fn near_names_of_one_type_are_one_element() {
    for now in ["emailKey", "MAIL_KEY", "mail-key"] {
        let renamed = format!("breaking 200 · {now} renamed, was `mailKey`");
        check(WAS, &WAS.replace("mailKey", now), &[&renamed]);
    }
    table! {
        WAS, "200 - listed; 200 emailKey listed; 200 emailKey type integer" =>
            "compatible 200 · emailKey added, perhaps `mailKey` renamed",
            "breaking 200 · mailKey removed, perhaps renamed to `emailKey`";
        WAS, &WAS.replace("mailKey", "phone") =>
            "breaking 200 · mailKey removed",
            "compatible 200 · phone added";
    }
}

#[test]
fn numbers_and_lost_names_are_not_near() {
    for (was, now) in [("addressLine1", "addressLine4"), ("#1", "#10")] {
        let removed = format!("breaking 200 · {was} removed");
        let added = format!("compatible 200 · {now} added");
        check(
            &WAS.replace("mailKey", was),
            &WAS.replace("mailKey", now),
            &[&removed, &added],
        );
    }
}

#[test]
fn one_wording_is_one_element_whatever_its_name() {
    let was = "200 - listed; 200 #4 listed; 200 #4 type string; 200 #4 description Where to write";
    table! {
        was, &was.replace("#4", "email") => "breaking 200 · email renamed, was `#4`";
    }
}

/// Two properties of one wording: the closer name is the one that was renamed.
#[test]
fn of_several_with_one_wording_the_closest_goes() {
    let one = |name| format!("200 {name} listed; 200 {name} description A line");
    table! {
        &format!("200 - listed; {}; {}", one("street"), one("town")),
        &format!("200 - listed; {}", one("towns")) =>
            "breaking 200 · street removed",
            "breaking 200 · towns renamed, was `town`";
    }
}

#[test]
fn what_is_within_is_compared_under_the_new_name() {
    table! {
        "body - listed; body mail listed; body mail.to listed; body mail.to type string; body mail.cc listed",
        "body - listed; body email listed; body email.to listed; body email.to type integer; body email.cc listed" =>
            "breaking body · email renamed, was `mail`",
            "breaking body · email.to · type was `string`, is `integer`";
    }
}

/// The same name elsewhere is another element: only what has one parent is compared.
#[test]
fn a_name_that_moves_is_removed_and_added() {
    table! {
        "200 - listed; 200 a listed; 200 b listed; 200 a.key listed",
        "200 - listed; 200 a listed; 200 b listed; 200 b.key listed" =>
            "breaking 200 · a.key removed",
            "compatible 200 · b.key added";
    }
}

/// The same page, of which the operation is called otherwise.
fn called(statements: &str, operation: &str) -> PageClaims {
    let mut page = page(statements);
    for stated in &mut page.claims {
        assert_eq!(&*stated.claim.operation, OPERATION);
        stated.claim.operation = operation.into();
    }
    page
}

#[test]
fn an_operation_with_its_title_is_one_at_another_path() {
    let said = "operation - title List; 200 - listed; 200 a listed";
    let (v1, v2) = (called(said, "GET /v1/a"), called(said, "GET /v2/a"));
    let check = |new: &PageClaims, expected: &[&str]| {
        assert_eq!(words(&drift(&v1, new)), expected);
    };
    check(&v2, &["breaking renamed, was `GET /v1/a`"]);
    let removed = "breaking removed (and 2 claims within it)";
    let put = called(said, "PUT /v1/a");
    let added = "compatible added (and 2 claims within it)";
    check(&put, &[removed, added]);
    let other = called("operation - title Count; 200 - listed", "GET /v2/a");
    let added = "compatible added (and 1 claim within it)";
    check(&other, &[removed, added]);
}

#[test]
fn what_stands_in_braces_is_not_on_the_wire() {
    let was = called("path boatId listed; 200 - listed", "GET /b/{boatId}");
    let now = called("path hull listed; 200 - listed", "GET /b/{hull}");
    assert_eq!(
        words(&drift(&was, &now)),
        [
            "compatible renamed, was `GET /b/{boatId}`",
            "compatible path · hull renamed, was `boatId`"
        ],
    );
}

/// Renamed and of another type at once: it may as well be another one.
#[test]
fn what_may_have_been_renamed_is_said_so() {
    let compare = |was: &str, now: &str| words(&between(was, now));
    let was = "200 emailKey listed; 200 emailKey type integer";
    let now = "200 emailId listed; 200 emailId type string";
    assert_eq!(
        compare(was, now),
        [
            "compatible 200 · emailId added, perhaps `emailKey` renamed",
            "breaking 200 · emailKey removed, perhaps renamed to `emailId`",
        ],
    );
    let was = "200 a listed; 200 a type integer; 200 a description Which boat";
    let now = "200 hull listed; 200 hull type string; 200 hull description Which boat";
    assert_eq!(
        compare(was, now),
        [
            "breaking 200 · a removed, perhaps renamed to `hull`",
            "compatible 200 · hull added, perhaps `a` renamed",
        ],
    );
    for other in [
        "200 b description Which quay",
        "400 b description Which boat",
    ] {
        let now = format!("{other}; 200 b listed; 200 b type string; 400 - listed");
        let said = compare(was, &now).join("; ");
        assert!(!said.contains("perhaps"), "{said}");
    }
    let numbered = compare(
        "200 line1 listed; 200 line1 type integer",
        "200 line2 listed",
    );
    assert!(!numbered.join("; ").contains("perhaps"), "{numbered:?}");
}
