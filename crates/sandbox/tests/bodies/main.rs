//! Every answer that can be had is what the pages document: of every operation the good answers, the
//! refusals of all that can be wrong with a request, and every documented answer that is preferred.
//!
//! Requests are made from the documents in `spec/providers/`, and answers measured by them, status by
//! status; a status that no page documents is measured by the document that the sandbox serves.

mod call;
mod measure;
mod operation;
mod spoilt;

use std::collections::{BTreeMap, BTreeSet};

use call::Sandbox;
use measure::Measure;
use operation::operations;

#[test]
fn every_answer_is_as_documented() {
    let sandbox = Sandbox::new();
    let mut measure = Measure::new(&sandbox);
    let operations = operations();
    assert_eq!(operations.len(), 12, "the pages document 12 operations");
    let mut reached: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
    let mut answers = 0;
    for operation in &operations {
        let statuses = reached.entry(operation.name()).or_default();
        for customer in 1..=Sandbox::CUSTOMERS {
            let good = operation.good(&sandbox, customer);
            let answer = sandbox.answer(&good);
            // Some customers have no address: "Empty resource", as the page says.
            let empty = customer > 1 && operation.id() == "citiGetCustomerAddresses";
            let good_or_empty = answer.status == 200 || empty && answer.status == 404;
            assert!(good_or_empty, "{}: {good:?}", operation.name());
            measure.fits(operation, &answer, "a good request");
            statuses.insert(answer.status);
            answers += 1;
        }
        for customer in [1, Sandbox::CUSTOMERS] {
            let good = operation.good(&sandbox, customer);
            for (what, request) in spoilt::every(operation, &good) {
                let answer = sandbox.answer(&request);
                measure.fits(operation, &answer, &what);
                // A good answer without an example is made of a customer, who may have nothing.
                let preferred = what.strip_prefix("Prefer: code=").filter(|_| customer == 1);
                if let Some(Ok(status)) = preferred.map(str::parse::<u16>)
                    && operation.statuses().any(|it| it == status)
                {
                    assert_eq!(answer.status, status, "{}, {what}", operation.name());
                }
                statuses.insert(answer.status);
                answers += 1;
            }
        }
    }
    for operation in &operations {
        let due: BTreeSet<u16> = operation.statuses().collect();
        let reached = &reached[&operation.name()];
        let missing: Vec<&u16> = due.difference(reached).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", operation.name());
    }
    assert!(answers > 1_000, "there are {answers} answers only");
    eprintln!("{answers} answers of {} operations", operations.len());
}

#[test]
fn a_body_that_is_not_as_documented_is_seen() {
    let sandbox = Sandbox::new();
    let mut measure = Measure::new(&sandbox);
    let operations = operations();
    let lookup = operations
        .iter()
        .find(|it| it.id() == "flexitiLookUpCustomer");
    let lookup = lookup.expect("the operation");
    let good = sandbox.answer(&lookup.good(&sandbox, 1));
    assert_eq!(measure.misfit(lookup, &good), None);
    let mut text = good.clone();
    text.body = b"text".to_vec();
    let mut other = good.clone();
    other.media_type = Some("text/plain".to_owned());
    let mut status = good.clone();
    status.status = 418;
    let mut wrong = good;
    wrong.body = br#"{"account_number": "1"}"#.to_vec();
    for broken in [text, other, status, wrong] {
        assert!(measure.misfit(lookup, &broken).is_some(), "{broken:?}");
    }
}
