//! Every rule, in a request and in a response.

use changes::drift::{Class, Direction, Event};

use super::between;

/// What is said before and after, `name aspect value` with `;` between statements; what happened;
/// and its class in a request and in a response.
const CASES: &str = include_str!("rules.txt");

struct Case {
    before: &'static str,
    after: &'static str,
    event: &'static str,
    request: Class,
    response: Class,
}

fn cases() -> impl Iterator<Item = Case> {
    let class = |name: &str| {
        let class = Class::ALL.into_iter().find(|class| class.as_str() == name);
        class.unwrap_or_else(|| panic!("invalid test case: no class {name}"))
    };
    CASES.lines().skip(1).map(move |line| {
        let cells: Vec<_> = line.split(" | ").map(str::trim).collect();
        let [before, after, event, request, response] = cells[..] else {
            panic!("invalid test case: {line}")
        };
        Case {
            before,
            after,
            event,
            request: class(request),
            response: class(response),
        }
    })
}

/// A page that says this of `a` and whatever else is in a place.
fn at(place: &str, statements: &str) -> String {
    let statements = statements.split(';').map(str::trim);
    let said = statements
        .filter(|text| !text.is_empty())
        .map(|text| format!("; {place} {text}"));
    format!(
        "{place} - listed; {place} a listed{}",
        said.collect::<String>()
    )
}

/// Checks that a case gives one change at a place, of its event and of this class.
fn holds(case: &Case, place: &str, class: Class) {
    let drift = between(&at(place, case.before), &at(place, case.after));
    let found: Vec<_> = drift
        .changes
        .iter()
        .map(|change| (format!("{:?}", change.event), change.class))
        .collect();
    let expected = [(case.event.to_owned(), class)];
    assert_eq!(
        found, expected,
        "{place}: {} -> {}",
        case.before, case.after
    );
}

#[test]
fn each_rule_holds_in_a_request_and_in_a_response() {
    for case in cases() {
        for place in ["header", "query", "body"] {
            holds(&case, place, case.request);
        }
        for place in ["200", "404", "default"] {
            holds(&case, place, case.response);
        }
    }
}

#[test]
fn where_the_direction_is_lost_the_worse_one_counts() {
    for case in cases() {
        holds(&case, "?", case.request.max(case.response));
    }
}

/// A rule without a case may say anything; those about whole operations have tests of their own.
#[test]
fn each_rule_has_a_case() {
    let elsewhere = [
        Event::OperationAdded,
        Event::OperationRemoved,
        Event::StatusAdded,
        Event::SuccessRemoved,
        Event::FailureRemoved,
        Event::PlaceholderRenamed,
        Event::Unseen,
        // Only the text of a capture tells.
        Event::CutCompleted,
        Event::CutShort,
        // Of documents only.
        Event::GroupAdded,
        Event::GroupRemoved,
        Event::CodeNameChanged,
        Event::ComponentAdded,
        Event::ComponentRemoved,
        Event::ExtensionChanged,
        Event::Reordered,
        Event::ServersReordered,
        Event::ParametersReordered,
    ];
    let elsewhere = || elsewhere.iter().chain(&crate::diff::rules::OF_DOCUMENTS);
    for event in Event::ALL {
        let here = cases().any(|case| case.event == format!("{event:?}"));
        assert_ne!(here, elsewhere().any(|it| it == event), "{event:?}");
    }
}

#[test]
fn what_goes_one_way_only_is_a_change_of_the_other() {
    table! {
        "body a listed", "body a listed; body a keyword readOnly=true" =>
            "breaking body · a · keyword is now `readOnly=true`";
        "200 a keyword writeOnly=true", "200 a keyword writeOnly=false" =>
            "compatible 200 · a · keyword was `writeOnly=true`, is `writeOnly=false`";
        "200 a listed", "200 a listed; 200 a keyword readOnly=true" =>
            "wording 200 · a · keyword is now `readOnly=true`";
        "body a listed; body a keyword deprecated=true",
        "body a listed; body a keyword maxItems=5; body a keyword nullable=true" =>
            "breaking body · a · keyword is now `maxItems=5`",
            "breaking body · a · keyword is now `nullable=true`",
            "compatible body · a · keyword is no longer `deprecated=true`";
    }
}

#[test]
fn a_status_comes_and_goes() {
    let two = "200 - listed; 404 - listed; 404 code listed; 404 code type string";
    table! {
        "200 - listed", two => "compatible 404 added (and 2 claims within it)";
        two, "200 - listed" => "compatible 404 removed (and 2 claims within it)";
        "204 - listed", "" => "breaking 204 removed";
    }
}

#[test]
fn a_body_that_comes_is_required_if_anything_in_it_is() {
    let body = "body - type object; body a listed; body a type string";
    table! {
        "", body => "unknown body added (and 2 claims within it)";
        "", &format!("{body}; body a required false") =>
            "compatible body added (and 3 claims within it)";
        "", &format!("{body}; body a required true") =>
            "breaking body added, required (and 3 claims within it)";
        body, "" => "breaking body removed (and 2 claims within it)";
    }
}

/// A list `required` says of those that it leaves out that they may be absent; a word at each name
/// says nothing of a name without one.
#[test]
fn silence_says_something_only_beside_a_list_of_what_is_required() {
    let at = |place: &str, of_b: &str| format!("{place} - listed; {place} b listed{of_b}");
    for place in ["header", "query", "body", "?"] {
        let listed = format!("; {place} a listed; {place} a required true");
        let each = format!("; {place} a listed; {place} a required false");
        for (beside, class) in [
            ("", "unknown"),
            (&*listed, "compatible"),
            (&each, "unknown"),
        ] {
            let before = format!("{place} - listed; {place} c listed{beside}");
            let after = format!("{before}; {place} b listed");
            super::check(&before, &after, &[&format!("{class} {place} · b added")]);
        }
        // What is within another property is not beside it.
        let before = format!("{place} - listed; {place} c listed; {place} c.a required true");
        let after = format!("{before}; {place} b listed; {place} c.d listed");
        let expected = [
            format!("unknown {place} · b added"),
            format!("compatible {place} · c.d added"),
        ];
        super::check(&before, &after, &[&expected[0], &expected[1]]);
    }
    assert_eq!(
        super::between("header - listed", &at("header", "")).changes[0].reason,
        "the page does not say whether it is required"
    );
    // A part of the path is always there, and a page has no such word for a server.
    super::check(
        "path a listed",
        "path a listed; path b listed",
        &["breaking path · b added, required"],
    );
    super::check("", "server x listed", &["compatible server · x added"]);
}

#[test]
fn an_enum_may_lose_and_gain_values_at_once() {
    table! {
        "query a enum x; query a enum y", "query a enum y; query a enum z; query a enum w" =>
            "breaking query · a · enum is no longer `x`",
            "compatible query · a · enum is now `w`, `z`";
    }
}

#[test]
fn what_is_within_goes_with_what_it_is_in() {
    let nested = "200 - listed; 200 a listed; 200 a.b listed; 200 a.b.c listed; 200 ab listed";
    table! {
        nested, "200 - listed; 200 ab listed" => "breaking 200 · a removed (and 2 claims within it)";
    }
}

/// The page says of itself what goes nowhere.
#[test]
fn a_page_as_a_whole_is_wording() {
    table! {
        "page bank title One", "page bank title Two" => "wording title was `One`, is `Two`";
        "page bank title One", "" => "wording removed";
    }
}

#[test]
fn a_place_says_who_sends_it() {
    for (direction, places) in [
        (
            Direction::Request,
            "operation header path query cookie body server security",
        ),
        (Direction::Response, "200 4XX default"),
        (Direction::Unknown, "? 2000 table"),
        (Direction::Page, "page"),
    ] {
        for place in places.split(' ') {
            assert_eq!(Direction::of(place), direction, "{place}");
        }
    }
    assert_eq!(Direction::of("error table 3"), Direction::Response);
}
