//! Contradictions of `spec/readings.toml` that people found.

use review::{Contradiction, Readings};

use crate::support::page;
use crate::trial::cases;

const NOTED: &str = r#"
[[contradiction]]
id = "size"
problem = "the size has two units"
breaks = "shapes"
document = "has the first"
sides = [
    { says = "metres", page = "os*", stated = { name = "size", aspect = "description" } },
    { says = "feet", source = "the vendor's other page" },
]
"#;

fn found(noted: &str, claims: &str) -> (Vec<Contradiction>, usize) {
    let readings = Readings::parse(noted).expect("a contradiction");
    let page = page("oslo", claims);
    let pages = [("bank", page)];
    let cases = cases(&pages, &readings);
    (cases.contradictions(), cases.idle().len())
}

const STATED: &str = "4 | GET /a | 200 | size | description | stated | The size in metres.";

#[test]
fn what_a_person_found_is_reported_with_its_places() {
    let (found, stale) = found(NOTED, STATED);
    assert_eq!(stale, 0);
    let [contradiction] = &found[..] else {
        panic!("expected one contradiction: {found:?}");
    };
    assert_eq!(contradiction.vendor(), Some("bank"));
    assert!(contradiction.has_other_source());
    let lines: Vec<u32> = contradiction.sites().map(|site| site.line).collect();
    assert_eq!(lines, [4]);
}

/// Paths of lookups, of which two are those of one code.
const LOOKUPS: &str = "
    4 | GET /a | 200 | size | reference-data | /v1/{size}
    5 | GET /b | 200 | size | reference-data | /v2/{size}
    6 | GET /b | 200 | unit | reference-data | /v2/{unit}";

const PATHS: &str = r#"
[[contradiction]]
id = "paths"
problem = "lookups have two paths"
breaks = "shapes"
document = "has the first"
ask = "Which path is it?"
sides = [
    { says = "`/v1/`", page = "oslo", stated = { aspect = "reference-data", value = "/v1/*" } },
    { says = "`/v2/`", page = "oslo", stated = { aspect = "reference-data", value = "/v2/*" } },
]
"#;

#[test]
fn what_a_person_noted_as_well_is_there_once() {
    let problems = |noted: &str| {
        let (found, _) = found(noted, LOOKUPS);
        let problems = found.into_iter().map(|found| found.problem);
        problems.collect::<Vec<_>>()
    };
    let of_all = "all lookups: their path has 2 spellings";
    assert_eq!(problems(""), [of_all]);
    assert_eq!(problems(PATHS), ["lookups have two paths"]);
    // One that says something else, or less, is another contradiction.
    let other = PATHS.replace("\"`/v1/`\"", "\"the first\"");
    assert_eq!(problems(&other).len(), 2);
    let less = PATHS.replace("/v2/*", "/v2/{unit}");
    assert_eq!(problems(&less).len(), 2);
}

#[test]
fn a_part_says_the_same_of_fewer_places() {
    let types = "
        4 | GET /a | 200 | size | type | string
        5 | GET /b | 200 | size | type | integer
        6 | GET /b | 200 | unit | type | integer";
    let noted = PATHS
        .replace("`/v1/`", "`string`")
        .replace("`/v2/`", "`integer`");
    let noted = noted.replace("reference-data", "type");
    let noted = noted.replace("/v1/*", "string").replace("/v2/*", "integer");
    let (found, _) = found(&noted, types);
    let [part, whole] = &found[..] else {
        panic!("expected two contradictions: {found:?}");
    };
    assert!(part.is_part_of(whole));
    assert!(!whole.is_part_of(part));
}

#[test]
fn one_that_no_page_states_any_more_is_a_finding() {
    let (_, stale) = found(
        NOTED,
        "4 | GET /a | 200 | length | description | stated | It.",
    );
    assert_eq!(stale, 1);
    let digest = NOTED.replace(" }, {", "").replace(
        "aspect = \"description\" } }",
        "aspect = \"description\" }, digest = \"000000000000\" }",
    );
    assert_ne!(digest, NOTED, "invalid test case");
    let (_, stale) = found(&digest, STATED);
    assert_eq!(stale, 1, "the wording is another one");
}

#[test]
fn one_without_two_sides_is_refused() {
    let check = |noted: &str, problem: &str| {
        let errors = Readings::parse(noted).expect_err("it is malformed");
        assert_eq!(errors[0].problem, problem);
    };
    let one = NOTED.replace(
        "    { says = \"feet\", source = \"the vendor's other page\" },\n",
        "",
    );
    let two = "size: expected two `sides` or more, one of them with `page` and `stated`";
    check(&one, two);
    check(
        &NOTED.replace(
            "page = \"os*\", stated = { name = \"size\", aspect = \"description\" }",
            "source = \"a\"",
        ),
        two,
    );
    check(
        &NOTED.replace("source = ", "page = \"*\", source = "),
        "size: expected of each side either `page` and `stated`, or a `source`",
    );
    check(
        &NOTED.repeat(2),
        "size: expected an id of its own, but found another's instead",
    );
    check(
        &NOTED.replace("sides = [", "ask = \"Which unit.\"\nsides = ["),
        "size: expected `ask` to hold a question, with its question mark",
    );
}

#[test]
fn one_may_ask_the_vendor() {
    let asked = NOTED.replace("sides = [", "ask = \"Which unit?\"\nsides = [");
    let readings = Readings::parse(&asked).expect("a contradiction");
    assert_eq!(readings.noted()[0].ask.as_deref(), Some("Which unit?"));
}
