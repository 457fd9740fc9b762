//! The second descriptions on file.

use std::collections::BTreeMap;

use artefacts::{Built, build};
use contract::catalogue::CATALOGUE;
use review::Kind;

use crate::inputs;

const HEADER: &str = "operation,place,name,aspect,value\n";

/// An operation of the document, as a row.
const KNOWN: &str = "GET /v1/customers/profiles,operation,,documented,\n";

fn built(path: &str, text: &str) -> Built {
    let there = BTreeMap::from([(path.to_owned(), text.into())]);
    let draft = document::build(&CATALOGUE);
    build(&CATALOGUE, draft, &inputs(), &there).expect("the catalogue is consistent")
}

/// What is wrong if this stands in a file of that name.
fn wrong(path: &str, text: &str) -> Vec<String> {
    let findings = built(path, text).findings.into_iter();
    let findings = findings.filter(|it| it.kind == Kind::UnheardWitness);
    findings.map(|it| it.problem).collect()
}

#[test]
fn a_witness_is_heard_if_it_has_a_source_and_says_something_of_the_document() {
    let known = format!("{HEADER}{KNOWN}");
    assert_eq!(wrong("witnesses/citi-swagger-100n.csv", &known), [""; 0]);
    assert_eq!(
        wrong("witnesses/nobody.csv", &known),
        ["there is no source `nobody`"]
    );
    assert_eq!(
        wrong(
            "witnesses/citi-swagger-100n.csv",
            &format!("{HEADER}GET /v1/boats,operation,,documented,\n")
        ),
        ["it has no operation that the document has"]
    );
    let malformed =
        format!("{HEADER}{KNOWN}GET /v1/boats,200,name,colour,red\n,,,listed,\nGET /v1/boats\n");
    assert_eq!(
        wrong("witnesses/citi-swagger-100n.csv", &malformed),
        [
            "line 3, column 4: expected an aspect such as `type` or `required`, but found `colour` instead",
            "line 4, column 1: expected an operation, but found nothing instead",
            "line 5, column 2: expected 5 columns, but found 1 instead",
        ]
    );
    assert_eq!(
        wrong("witnesses/citi-swagger-100n.csv", "a,b\n"),
        [
            "line 1, column 1: expected the columns `operation,place,name,aspect,value`, but found others instead"
        ]
    );
}

#[test]
fn the_review_tells_what_a_witness_contradicts() {
    let row = "GET /v1/customers/profiles,200,emails.emailKey,type,boolean\n";
    let text = format!("{HEADER}{KNOWN}{row}");
    let built = built("witnesses/citi-swagger-100n.csv", &text);
    let review = &built.files["reports/REVIEW.md"];
    assert!(
        review.contains("emails.emailKey · type: `integer`, there `boolean`."),
        "{review}"
    );
}

#[test]
fn what_a_witness_contradicts_alike_is_told_once() {
    let row = |name: &str| format!("GET /v1/customers/profiles,200,{name},required,true\n");
    let [key, flag] = ["emails.emailKey", "emails.preferredEmailFlag"].map(row);
    let text = format!("{HEADER}{KNOWN}{key}{flag}");
    let built = built("witnesses/citi-swagger-100n.csv", &text);
    let review = &built.files["reports/REVIEW.md"];
    assert!(
        review.contains(
            "emails.emailKey and emails.preferredEmailFlag · required: `false`, there `true`."
        ),
        "{review}"
    );
    assert!(
        review.contains(") confirms 0 and contradicts 2."),
        "{review}"
    );
}
