//! What pages contradict: each kind found where it is, and silence where there is none.

use claims::Digest;
use review::Readings;
use review::contradictions::{Contradiction, Rule};

use crate::support::page;
use crate::trial::cases;

/// What pages of vendors contradict, each `vendor page` and its claims.
fn under(pages: &[(&str, &str)], readings: &Readings) -> Vec<Contradiction> {
    let pages: Vec<_> = pages
        .iter()
        .map(|(names, claims)| {
            let (vendor, id) = names.split_once(' ').expect("vendor and page");
            (vendor, page(id, claims))
        })
        .collect();
    cases(&pages, readings).contradictions()
}

fn found(pages: &[(&str, &str)]) -> Vec<Contradiction> {
    under(pages, &Readings::default())
}

/// One contradiction: its rule, its sentence, and each side with pages and lines.
#[track_caller]
fn one(pages: &[(&str, &str)], rule: Rule, problem: &str, sides: &[&str]) -> Contradiction {
    let found = found(pages);
    let [contradiction] = found.as_slice() else {
        panic!("expected one contradiction, but found {found:#?} instead");
    };
    assert_eq!(contradiction.rule, rule);
    assert_eq!(contradiction.problem, problem);
    let shown: Vec<String> = contradiction
        .sides
        .iter()
        .map(|side| {
            let sites = side
                .sites
                .iter()
                .map(|site| format!("{}:{}", site.page, site.line));
            format!("{} at {}", side.says, sites.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(shown, sides);
    contradiction.clone()
}

/// The same of a single page.
#[track_caller]
fn on_one_page(claims: &str, rule: Rule, problem: &str, sides: &[&str]) -> Contradiction {
    one(&[("bank oslo", claims)], rule, problem, sides)
}

#[track_caller]
fn silent(claims: &str) {
    none(&[("bank oslo", claims)]);
}

#[track_caller]
fn none(pages: &[(&str, &str)]) {
    assert_eq!(found(pages), []);
}

#[test]
fn a_field_has_two_types() {
    let oslo = "4 | GET /a | 200 | box.size | type | string";
    let rome = "9 | GET /b | 200 | size | type | integer";
    let sides = &["`string` at oslo:4", "`integer` at rome:9"];
    let problem = "`size` has more than one type";
    let found = one(
        &[("bank oslo", oslo), ("bank rome", rome)],
        Rule::TypedDifferently,
        problem,
        sides,
    );
    assert!(found.is_between_pages());
    assert_eq!(found.within(), [""; 0]);
    assert_eq!(found.vendor(), Some("bank"));
    // Fields of two vendors are two fields.
    none(&[("bank oslo", oslo), ("post rome", rome)]);
    none(&[("bank oslo", oslo), ("bank rome", oslo)]);
}

#[test]
fn an_error_field_has_two_types_whosever_it_is() {
    let bank = "4 | GET /a | 400 | moreInfo | type | object";
    let post = "9 | POST /b | error table 2 | moreInfo | type | string";
    let found = one(
        &[("bank oslo", bank), ("post rome", post)],
        Rule::TypedDifferently,
        "error field `moreInfo` has more than one type",
        &["`object` at oslo:4", "`string` at rome:9"],
    );
    assert_eq!(found.vendor(), None);
}

#[test]
fn a_field_has_two_formats_and_lengths_on_one_page() {
    let formats = "4 | GET /a | 200 | day | format | date
                   9 | GET /b | 200 | day | format | date-time";
    let found = on_one_page(
        formats,
        Rule::TypedDifferently,
        "`day` has more than one format",
        &["`date` at oslo:4", "`date-time` at oslo:9"],
    );
    assert!(!found.is_between_pages());
    assert_eq!(found.within(), ["oslo"]);
    let lengths = "4 | GET /a | 200 | name | max-length | 10
                   9 | GET /b | query | name | max-length | 20";
    on_one_page(
        lengths,
        Rule::TypedDifferently,
        "`name` has more than one greatest length",
        &["`10` at oslo:4", "`20` at oslo:9"],
    );
}

#[test]
fn a_type_that_a_page_lost_contradicts_nothing() {
    silent(
        "4 | GET /a | 200 | size | type | string
         5 | GET /b | 200 | size | type | nested
         6 | GET /a | 200 | list | type | array
         7 | GET /b | 200 | list | type | array of string",
    );
}

#[test]
fn lookups_of_different_codes_have_two_spellings_of_their_path() {
    on_one_page(
        "4 | GET /a | 200 | segment | reference-data | /v1/data/{segment}
             9 | GET /b | 200 | state | reference-data | /v1data/{state}",
        Rule::LookupPath,
        "all lookups: their path has 2 spellings",
        &["`/v1/data/` at oslo:4", "`/v1data/` at oslo:9"],
    );
    silent(
        "4 | GET /a | 200 | segment | reference-data | /data/{segment}
         9 | GET /b | 200 | state | reference-data | /data/{addressState}",
    );
}

#[test]
fn a_lookup_code_is_nearly_its_field() {
    let found = on_one_page(
        "4 | GET /a | 200 | shop.catagory | reference-data | /data/{category}",
        Rule::LookupCode,
        "the lookup code of `catagory` is spelt differently from the field",
        &["field `catagory`, code `category` at oslo:4"],
    );
    assert_eq!(found.within(), ["oslo"]);
    // Too short to tell, and another word.
    silent(
        "4 | GET /a | 200 | code | reference-data | /data/{mode}
         5 | GET /a | 200 | lastSegment | reference-data | /data/{segment}",
    );
}

#[test]
fn two_fields_share_their_words() {
    on_one_page(
        "4 | GET /a | 200 | home.line3 | description | stated | Third line.
             9 | GET /a | 200 | home.line4 | description | stated | Third line.",
        Rule::SharedWording,
        "`line3` and `line4` are described in the same words",
        &[&format!(
            "wording `{}` at oslo:4 oslo:9",
            Digest::of("Third line.")
        )],
    );
    silent(
        "4 | GET /a | 200 | home.line3 | description | stated | Third line.
         9 | GET /a | 200 | work.line4 | description | stated | Third line.
         9 | GET /a | 200 | work.line3 | description | stated | Another line.",
    );
}

#[test]
fn an_error_has_two_texts() {
    on_one_page(
        "4 | GET /a | 400 | | error | invalid · badRequest · Wrong input
             5 | GET /a | 401 | | error | invalid · badRequest · Who are you?
             9 | GET /b | 400 | | error | invalid · badRequest · Wrong inputs",
        Rule::ErrorDetails,
        "the error `badRequest` of status 400 has more than one text",
        &["“Wrong input” at oslo:4", "“Wrong inputs” at oslo:9"],
    );
    // Capitals and a full stop make no other text.
    silent(
        "4 | GET /a | 400 | | error | invalid · badRequest · Wrong input
         9 | GET /b | 400 | | error | invalid · badRequest · Wrong Input.",
    );
    // A row whose columns nobody told apart.
    silent(
        "4 | GET /a | 400 | | error | invalidbadRequestOne
         9 | GET /b | 400 | | error | invalidbadRequestTwo",
    );
}

#[test]
fn another_vendor_may_have_another_text() {
    let bank = "4 | GET /a | 400 | | error | invalid · badRequest · Wrong input";
    let post = "9 | POST /b | 400 | | error | error · badRequest · Bad input";
    assert_eq!(found(&[("bank oslo", bank), ("post rome", post)]), []);
    let both = "4 | GET /a | 400 | | error | invalid · badRequest · Wrong input
                6 | GET /c | 400 | | error | error · badRequest · Wrong input";
    let found = one(
        &[("bank oslo", both), ("post rome", post)],
        Rule::ErrorDetails,
        "the error `badRequest` of status 400 has more than one text",
        &[
            "invalid: “Wrong input” at oslo:4",
            "error: “Wrong input” at oslo:6",
        ],
    );
    assert_eq!(found.vendor(), Some("bank"));
}

#[test]
fn a_parameter_is_described_in_other_words() {
    on_one_page(
        "4 | GET /a | header | uuid | description | stated | A number.
             9 | GET /b | header | uuid | description | stated | A random number.",
        Rule::Reworded,
        "the header parameter `uuid` is described in different words",
        &[
            &format!("wording `{}` at oslo:4", Digest::of("A number.")),
            &format!("wording `{}` at oslo:9", Digest::of("A random number.")),
        ],
    );
    silent(
        "4 | GET /a | header | uuid | description | stated | A number.
         9 | GET /b | query | uuid | description | stated | A random number.",
    );
}

#[test]
fn a_type_does_not_fit_what_is_said_of_it() {
    on_one_page(
        "4 | GET /a | 200 | score | type | string
             5 | GET /a | 200 | score | range | 1 to 100",
        Rule::UnfitType,
        "`score` has the type `string`, to which its range `1 to 100` does not apply",
        &["type `string` at oslo:4", "range `1 to 100` at oslo:5"],
    );
    for (ty, said, fits) in [
        ("integer", "max-length | 3", false),
        ("string", "max-length | 3", true),
        ("boolean", "enum | maybe", false),
        ("boolean", "enum | true", true),
        ("string", "format | int64", false),
        ("string", "format | uuid", true),
        ("number", "precision | 18,2", true),
        ("nested", "pattern | ^a$", true),
    ] {
        let claims = format!("4 | GET /a | 200 | it | type | {ty}\n5 | GET /a | 200 | it | {said}");
        let found = found(&[("bank oslo", &claims)]);
        assert_eq!(found.is_empty(), fits, "{ty}, {said}: {found:?}");
    }
}

#[test]
fn an_example_breaks_its_own_field() {
    on_one_page(
        "4 | GET /a | 200 | zip | max-length | 4
             8 | GET /a | 200 | zip | example | 12345",
        Rule::UnfitExample,
        "the example of `zip` is longer than it may be",
        &["max-length `4` at oslo:4", "example `12345` at oslo:8"],
    );
    for (said, value, fits) in [
        ("type | integer", "x1", false),
        ("type | integer", "41", true),
        ("type | string", "41", true),
        ("min-length | 3", "ab", false),
        ("pattern | ^[0-9]*$", "12a", false),
        ("pattern | ^[0-9]*$", "123", true),
        ("enum | RED", "BLUE", false),
        ("enum | RED", "RED", true),
        // What is no pattern cannot be broken.
        ("pattern | [", "x", true),
    ] {
        for aspect in ["example", "default"] {
            let claims = format!(
                "4 | GET /a | 200 | it | {said}\n5 | GET /a | 200 | it | {aspect} | {value}"
            );
            let found = found(&[("bank oslo", &claims)]);
            assert_eq!(
                found.is_empty(),
                fits,
                "{said}, {aspect} {value}: {found:?}"
            );
        }
    }
}

#[test]
fn what_a_page_lost_is_bound_and_what_is_decided_is_not() {
    let readings = crate::support::readings(&[
        r##"bind vendor | { name = "#4", value = "*" } | becomes = { name = "size" }"##,
        r#"override inferred | { aspect = "type", value = "integer" } | becomes = "string""#,
    ]);
    let claims = "4 | GET /a | 200 | #4 | type | integer
                  9 | GET /b | 200 | size | type | string";
    let found = under(&[("bank oslo", claims)], &readings);
    assert_eq!(found.len(), 1, "the decision settles nothing on the page");
    assert_eq!(found[0].problem, "`size` has more than one type");
}
