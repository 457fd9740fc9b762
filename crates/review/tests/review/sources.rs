//! Evidence from elsewhere: it can be opened, and is cited.

use review::Readings;

/// A reading that rests on something elsewhere, and the source of that.
const ELSEWHERE: &str = r#"
[[source]]
id = "client"
title = "The client"
address = "https://client.example/"
version = "commit 1"
read = 2031-01-02

[[source]]
id = "test"
title = "Its test"
address = "https://client.example/test"
read = 2031-01-03
third-party = true

[[reading]]
id = "a"
page = "*"
kind = "omit"
applies-to = [{ value = "a" }]
basis = "vendor"
reason = "r"
evidence = "oslo line 3."
elsewhere = [
    { source = "client", shows = "it reads a list" },
    { source = "test", shows = "it has one object", against = true },
]

[[contradiction]]
id = "c"
problem = "p"
breaks = "shapes"
document = "has the first"
sides = [
    { says = "a list", page = "*", stated = { value = "a" } },
    { says = "one object", source = "test" },
]
"#;

#[test]
fn evidence_from_elsewhere_names_its_address_its_version_and_the_day() {
    let readings = Readings::parse(ELSEWHERE).expect("a reading");
    let evidence = readings.evidence(&readings.all()[0]);
    let due = "oslo line 3. it reads a list (The client, commit 1, https://client.example/, read \
               on 2031-01-02). Against it: it has one object (Its test, \
               https://client.example/test, read on 2031-01-03).";
    assert_eq!(evidence, due);
    assert_eq!(readings.noted()[0].breaks.as_str(), "shapes");
}

#[test]
fn evidence_that_nobody_could_open_is_refused() {
    let check = |was: &str, is: &str, problem: &str| {
        assert!(ELSEWHERE.contains(was), "invalid test case");
        let errors = Readings::parse(&ELSEWHERE.replace(was, is)).expect_err(problem);
        let said: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|it| it.contains(problem)), "{said:?}");
    };
    let address = "expected an `address` that can be opened";
    check("https://client.example/\"", "client.example\"", address);
    check(
        "https://client.example/\"",
        "https://client example\"",
        address,
    );
    check("\"The client\"", "\"\"", "expected a `title`");
    let day = "expected the day on which it was `read`";
    check("2031-01-02", "2031-01-02T10:00:00Z", day);
    check("2031-01-02", "10:00:00", day);
    check("read = 2031-01-03", "", "expected `read`, but found none");
    check("\"it reads a list\"", "\" \"", "what a source `shows`");
    let unknown = "expected the id of a `[[source]]`";
    check("source = \"client\"", "source = \"klient\"", unknown);
    let unused = "client: expected a reading or contradiction that cites it";
    check("source = \"client\"", "source = \"test\"", unused);
    let sure = "expected a source of the vendor, or the `certainty` likely";
    check("version = \"commit 1\"", "third-party = true", sure);
    check("a list\" }", "a list\", against = true }", sure);
    let inline = "expected each address in a `[[source]]`";
    check("oslo line 3.", "https://oslo.example", inline);
    check(
        "object\", source = \"test\"",
        "object\", source = \"https://t.example\"",
        inline,
    );
    let document = "expected what the `document` has";
    check("\"has the first\"", "\"Has the first.\"", document);
    check("\"has the first\"", "\" \"", document);
    check("\"shapes\"", "\"code\"", "but found `code` instead");
    let decided = "\"has the first\"\nreading = \"b\"";
    let decision = "expected the id of a reading in `reading`";
    check("\"has the first\"", decided, decision);
    let twice = "expected an id of its own, but found it twice";
    check("id = \"test\"", "id = \"client\"", twice);
    check(
        "evidence = \"oslo line 3.\"\nelsewhere",
        "other",
        "but found `other` instead",
    );
}
