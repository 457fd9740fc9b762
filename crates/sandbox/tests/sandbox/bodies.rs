//! Every answer is what the pages document: the good answers of every operation, the refusals of every wrong request, and every documented answer that is preferred.
//!
//! Requests are made from the documents in `spec/providers/`, and answers are judged by them, status by status.
//! A status that no page documents is judged by the document that the sandbox serves.

mod call;
mod documented;
mod measure;
mod spoilt;

use std::collections::{BTreeMap, BTreeSet};

use documented::operations;
use measure::Measure;

use crate::ask::CUSTOMERS;

#[test]
fn every_answer_is_as_documented() {
    let mut measure = Measure::new();
    let operations = operations();
    let mut reached: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
    let mut answers = 0;
    for operation in &operations {
        let statuses = reached.entry(operation.name()).or_default();
        for customer in 1..=CUSTOMERS {
            let good = operation.good(customer);
            let answer = good.answer();
            // Some customers have no address: "Empty resource", as the page says.
            let empty = customer > 1 && operation.id() == "citiGetCustomerAddresses";
            let good_or_empty = answer.status == 200 || empty && answer.status == 404;
            assert!(good_or_empty, "{}: {good:?}", operation.name());
            measure.fits(operation, &answer, "a good request");
            statuses.insert(answer.status);
            answers += 1;
        }
        for customer in [1, CUSTOMERS] {
            let good = operation.good(customer);
            for (what, request) in spoilt::every(operation, &good) {
                let answer = request.answer();
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
    let mut measure = Measure::new();
    let operations = operations();
    let lookup = operations
        .iter()
        .find(|it| it.id() == "flexitiLookUpCustomer");
    let lookup = lookup.expect("the operation");
    let good = lookup.good(1).answer();
    assert_eq!(measure.misfit(lookup, &good), None);
    let mut text = good.clone();
    text.text = "text".to_owned();
    let mut other = good.clone();
    let plain = "text/plain".parse().expect("a header's value");
    other.headers.insert("content-type", plain);
    let mut status = good.clone();
    status.status = 418;
    let mut wrong = good;
    wrong.text = r#"{"account_number": "1"}"#.to_owned();
    for broken in [text, other, status, wrong] {
        assert!(measure.misfit(lookup, &broken).is_some(), "{broken:?}");
    }
}
