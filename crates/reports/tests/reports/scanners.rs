//! Findings for code scanning and for GitHub Actions.

use reports::{Location, Locator, Place};
use review::{Finding, Kind};
use serde_json::Value;

use crate::report::Sample;
use crate::trial::TOOL;

fn source(pointer: &str) -> Option<String> {
    pointer
        .starts_with("/components/")
        .then(|| "crates/contract/src/oslo.rs".to_owned())
}

fn locator(sample: &Sample) -> Locator<'_> {
    let pages = sample.cases.pages.iter().map(|case| case.page);
    let listed = "crates/contract/src/catalogue.rs";
    Locator::new(pages, sample.cases.readings, &source, listed)
}

fn with_locator<T>(render: impl FnOnce(&Sample, &Locator) -> T) -> T {
    let sample = Sample::new();
    let locator = locator(&sample);
    render(&sample, &locator)
}

fn findings() -> Vec<Finding> {
    vec![
        Finding::new(
            Kind::Contradicted,
            "the page says `GET /boxes · 200 · list.size · type = string`, the document `integer`",
        )
        .on("oslo", [8])
        .in_file("openapi.json")
        .at(&"/components/schemas/Box/properties/size/type"),
        {
            let mut stale = Finding::new(Kind::StaleReading, "100% idle,\r\nor so");
            stale.reading = Some("lists".to_owned());
            stale.in_file("readings.toml").fixed_by("remove it")
        },
        Finding::new(Kind::StaleFile, "line 3 differs")
            .in_file("openapi.json")
            .at(&"/components/schemas/Box"),
        Finding::new(Kind::InvalidDocument, "two types have one name"),
    ]
}

#[test]
fn each_finding_has_its_place() {
    let at = |file: &str, line| Location {
        file: file.to_owned(),
        line,
    };
    with_locator(|_, locator| {
        let located: Vec<_> = findings()
            .iter()
            .map(|finding| locator.locate(finding))
            .collect();
        assert_eq!(
            located,
            [
                // Of two claims of the line the one that is quoted: the header, two rows about
                // the capture, and six claims come before it.
                vec![
                    at("spec/claims/oslo.csv", 10),
                    at("crates/contract/src/oslo.rs", 1)
                ],
                vec![at("spec/readings.toml", 12)],
                vec![at("spec/openapi.json", 1)],
                vec![at("crates/contract/src/catalogue.rs", 1)],
            ]
        );
    });
}

/// The row of a claims file is the one in which an editor shows the claim.
#[test]
fn the_row_is_that_of_the_file() {
    with_locator(|sample, locator| {
        let page = sample.cases.pages[0].page;
        let file = claims::csv::render(page);
        for stated in &page.claims {
            let finding = Finding::new(Kind::Missing, format!("lacks `{}`", stated.claim))
                .on("oslo", [stated.line]);
            let row = locator.locate(&finding)[0].line as usize;
            let text = file.lines().nth(row - 1).expect("a row");
            let claim = &stated.claim;
            let said = [
                &claim.place,
                &claim.name,
                claim.aspect.as_str(),
                &claim.value,
            ];
            assert!(said.iter().all(|said| text.contains(said)), "{text}");
        }
    });
}

#[test]
fn sarif_is_as_oasis_has_it() {
    let mut schema: Value =
        serde_json::from_str(include_str!("sarif/sarif-2.1.0.schema.json")).expect("a schema");
    // The published pattern of a language is no regular expression (a lone `]`), and what we
    // write names none.
    for holder in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][holder]["properties"]["language"];
        let pattern = language.as_object_mut().and_then(|it| it.remove("pattern"));
        assert!(pattern.is_some(), "the exception has its reason");
    }
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    with_locator(|sample, locator| {
        let contradictions = sample.cases.contradictions();
        for findings in [Vec::new(), findings()] {
            let text = reports::sarif::sarif(&findings, &contradictions, locator, &TOOL);
            let log: Value = serde_json::from_str(&text).expect("JSON");
            let errors: Vec<String> = schema
                .iter_errors(&log)
                .map(|error| error.to_string())
                .collect();
            assert_eq!(errors, [""; 0]);
            let run = &log["runs"][0];
            assert_eq!(
                run["results"].as_array().map(Vec::len),
                Some(findings.len() + contradictions.len())
            );
            let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
            assert_eq!(rules.len(), Kind::ALL.len() + 1);
            for result in run["results"].as_array().expect("results") {
                let index = result["ruleIndex"].as_u64().expect("an index");
                let rule = &rules[usize::try_from(index).expect("a small one")];
                assert_eq!(rule["id"], result["ruleId"]);
                assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
            }
        }
        // The schema itself is seen to refuse.
        let wrong = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] });
        assert!(!schema.is_valid(&wrong));
    });
}

#[test]
fn a_fingerprint_does_not_move_with_its_lines() {
    let fingerprints = |line| {
        let mut found = findings();
        found[0].lines = vec![line];
        let text = with_locator(|_, locator| reports::sarif::sarif(&found, &[], locator, &TOOL));
        let log: Value = serde_json::from_str(&text).expect("JSON");
        let results = log["runs"][0]["results"]
            .as_array()
            .expect("results")
            .clone();
        let results = results
            .iter()
            .map(|result| result["partialFingerprints"].to_string());
        results.collect::<Vec<_>>()
    };
    let (eight, nine) = (fingerprints(8), fingerprints(9));
    assert_eq!(eight, nine);
    let distinct: std::collections::BTreeSet<_> = eight.iter().collect();
    assert_eq!(distinct.len(), eight.len());
}

#[test]
fn workflow_commands_are_escaped() {
    let text = with_locator(|_, locator| reports::github::github(&findings(), &[], locator));
    insta::assert_snapshot!("github", text);
    assert_eq!(
        with_locator(|_, locator| reports::github::github(&[], &[], locator)),
        ""
    );
}

#[test]
fn contradictions_of_the_sources_are_notes() {
    let (sarif, github) = with_locator(|sample, locator| {
        let contradictions = sample.cases.contradictions();
        assert_eq!(contradictions.len(), 2, "invalid test case");
        (
            reports::sarif::sarif(&[], &contradictions, locator, &TOOL),
            reports::github::github(&[], &contradictions, locator),
        )
    });
    let log: Value = serde_json::from_str(&sarif).expect("JSON");
    let results = &log["runs"][0]["results"];
    let text = "`size` has more than one type: `string` (oslo line 8); `integer` (rome line 5).";
    let typed = results.as_array().expect("results").iter();
    let typed = typed
        .clone()
        .find(|result| result["message"]["text"] == text);
    let typed = typed.unwrap_or_else(|| panic!("{results:#}"));
    assert_eq!(typed["level"], "note");
    assert_eq!(typed["ruleId"], "page-contradiction");
    let at = |place: &Value| {
        let place = &place["physicalLocation"];
        let (file, line) = (
            &place["artifactLocation"]["uri"],
            &place["region"]["startLine"],
        );
        format!("{}:{line}", file.as_str().unwrap_or_default())
    };
    // The first row of the line.
    assert_eq!(at(&typed["locations"][0]), "spec/claims/oslo.csv:9");
    assert_eq!(at(&typed["relatedLocations"][0]), "spec/claims/rome.csv:6");
    let notice =
        format!("::notice file=spec/claims/oslo.csv,line=9,title=page-contradiction::{text}");
    assert!(github.lines().any(|line| line == notice), "{github}");
}

/// The path of each finding's first place, with spaces between them, where `spec/` is at a place of
/// its repository.
#[track_caller]
fn placed(spec: &str, due: &str) {
    let sample = Sample::new();
    let locator = locator(&sample).at(Place::of(spec));
    let files = findings().into_iter().map(|finding| {
        let places = locator.locate(&finding);
        places.last().expect("a place").file.clone()
    });
    assert_eq!(files.collect::<Vec<_>>().join(" "), due, "{spec}");
    let contradictions = sample.cases.contradictions();
    let github = reports::github::github(&[], &contradictions, &locator);
    let readings = due.split(' ').nth(1).expect("the second");
    let claims = readings.replace("readings.toml", "claims/oslo.csv");
    assert!(github.contains(&format!("file={claims},")), "{github}");
}

#[test]
fn paths_begin_at_the_root_of_the_repository() {
    placed(
        "spec",
        "crates/contract/src/oslo.rs spec/readings.toml spec/openapi.json \
         crates/contract/src/catalogue.rs",
    );
    placed(
        "apis/customer/spec",
        "apis/customer/crates/contract/src/oslo.rs apis/customer/spec/readings.toml apis/customer/spec/openapi.json \
         apis/customer/crates/contract/src/catalogue.rs",
    );
    placed(
        "artefacts",
        "crates/contract/src/oslo.rs artefacts/readings.toml artefacts/openapi.json \
         crates/contract/src/catalogue.rs",
    );
    // What is beside the root is not in the repository.
    placed("", "openapi.json readings.toml openapi.json openapi.json");
}

/// The address that SARIF has of a file.
#[track_caller]
fn address(file: &str, due: &str) {
    let finding = Finding::new(Kind::OrphanedFile, "nothing writes it").in_file(file);
    let text = with_locator(|_, locator| reports::sarif::sarif(&[finding], &[], locator, &TOOL));
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], due);
}

#[test]
fn paths_are_addresses() {
    address(
        "reports/a b%:,{}.csv",
        "spec/reports/a%20b%25%3A%2C%7B%7D.csv",
    );
    address("reports/\u{fc}.csv", "spec/reports/%C3%BC.csv");
    address("100%25", "spec/100%2525");
    address(
        "a#b?c&d=e+f@g!$'()*;~-_.",
        "spec/a%23b%3Fc%26d%3De%2Bf%40g%21%24%27%28%29%2A%3B~-_.",
    );
    address("[\\]^`|<>\"", "spec/%5B%5C%5D%5E%60%7C%3C%3E%22");
    address("a\r\n\tb", "spec/a%0D%0A%09b");
    address("\u{9999}\u{1f642}", "spec/%E9%A6%99%F0%9F%99%82");
}

#[test]
fn a_property_of_a_command_ends_where_it_ends() {
    let finding =
        Finding::new(Kind::OrphanedFile, "100%:\r\n::error::,").in_file("a b%:,{}\r\n.csv");
    let text = with_locator(|_, locator| reports::github::github(&[finding], &[], locator));
    assert_eq!(
        text,
        "::warning file=spec/a b%25%3A%2C{}%0D%0A.csv,line=1,title=orphaned-file::100%25:%0D%0A\
         ::error::,\n"
    );
}

/// What a scanner shows of a rule and of the tool is complete, as Microsoft's validator asks.
#[test]
fn rules_have_names_and_addresses() {
    let text = with_locator(|_, locator| reports::sarif::sarif(&[], &[], locator, &TOOL));
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(run["automationDetails"]["id"], "cargo-xtask-check/spec/");
    let is_address = |value: &Value| {
        let text = value.as_str().expect("an address");
        assert!(text.starts_with("https://"), "{text}");
    };
    is_address(&driver["informationUri"]);
    let mut names = std::collections::BTreeSet::new();
    for rule in driver["rules"].as_array().expect("rules") {
        let text = |pointer| {
            rule.pointer(pointer)
                .and_then(Value::as_str)
                .expect(pointer)
        };
        let (id, name) = (text("/id"), text("/name"));
        assert!(!id.eq_ignore_ascii_case(name), "{id}");
        assert!(
            name.starts_with(|first: char| first.is_ascii_uppercase()),
            "{name}"
        );
        assert!(
            name.chars().all(|char| char.is_ascii_alphanumeric()),
            "{name}"
        );
        assert!(names.insert(name.to_owned()), "{name} twice");
        for pointer in [
            "/shortDescription/text",
            "/fullDescription/text",
            "/help/text",
        ] {
            assert!(text(pointer).ends_with('.'), "{id}{pointer}");
        }
        is_address(&rule["helpUri"]);
    }
}
