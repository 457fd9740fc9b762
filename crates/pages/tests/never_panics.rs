//! Whatever the bytes: no reader panics, and what it reads or reports stands on lines of the page.
//!
//! The fuzzer in `crates/pages/fuzz` makes its pages by the same generator, for as long as one lets
//! it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use arbitrary::Unstructured;
use claims::PageClaims;
use pages::PageError;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::hostile;
use crate::hostile::promises::{self, PAGE};

/// How many pages of each layout, which takes about a second.
const PAGES: u32 = 700;

/// How many bytes a page is made from: enough for any number of its edits.
const BYTES: usize = 400;

/// Checks something of each of many pages, the same ones each time.
#[track_caller]
fn each_page(layout: usize, check: impl Fn(&[u8])) {
    let config = Config {
        cases: PAGES,
        rng_seed: RngSeed::Fixed(0x0068_6172_626f_7572),
        failure_persistence: None,
        ..Config::default()
    };
    let bytes = vec(any::<u8>(), 0..BYTES);
    let run = TestRunner::new(config).run(&bytes, |bytes| {
        let page =
            hostile::page(layout, &mut Unstructured::new(&bytes)).expect("bytes give a page");
        check(&page);
        Ok(())
    });
    if let Err(broken) = run {
        panic!("{broken}");
    }
}

#[test]
fn citi_portal() {
    for form in [0, 4, 5] {
        each_page(form, promises::check);
    }
}

#[test]
fn citibanamex_portal() {
    for form in [1, 6, 9] {
        each_page(form, promises::check);
    }
}

#[test]
fn worldline_reference() {
    for form in [2, 7] {
        each_page(form, promises::check);
    }
}

#[test]
fn confluence_comparison() {
    for form in [3, 8] {
        each_page(form, promises::check);
    }
}

/// Pages that all fail in the same way would let the tests above pass in vain.
#[test]
fn the_pages_reach_every_part_of_the_readers() {
    for (layout, kinds) in [70, 15, 25, 20, 45, 20, 15, 15, 10, 15]
        .into_iter()
        .enumerate()
    {
        let (read, expected) = (Cell::new(0), RefCell::new(BTreeSet::new()));
        each_page(layout, |page| match pages::read(PAGE, page) {
            Ok(_) => read.set(read.get() + 1),
            Err(errors) => {
                let errors = errors.into_iter().map(|error| error.expected);
                expected.borrow_mut().extend(errors);
            }
        });
        let (read, expected) = (read.get(), expected.into_inner());
        assert!(read > PAGES / 20, "layout {layout}: {read} pages are read");
        assert!(expected.len() > kinds, "layout {layout}: {expected:#?}");
    }
}

/// Checks that a check fails.
#[track_caller]
fn broken(check: impl Fn() + std::panic::UnwindSafe) {
    assert!(std::panic::catch_unwind(check).is_err());
}

#[test]
fn claims_that_break_a_promise_are_seen() {
    let text = hostile::SAMPLES[1].text;
    let page = pages::read(PAGE, text.as_bytes()).expect("a whole page");
    promises::check_claims(&page, text);
    let changed = |change: fn(&mut PageClaims)| {
        let mut page = page.clone();
        change(&mut page);
        broken(move || promises::check_claims(&page, text));
    };
    changed(|page| page.claims[0].line = 0);
    changed(|page| page.claims.iter_mut().for_each(|stated| stated.line += 64));
    changed(|page| page.claims.clear());
    changed(|page| page.claims.reverse());
    changed(|page| drop(page.capture.lines.pop()));
    changed(|page| page.capture.sha256.clear());
    let blank = text.replacen("Paths", "", 1);
    broken(move || promises::check_claims(&page, &blank.replace("/v2/berths/find", "")));
}

#[test]
fn errors_that_break_a_promise_are_seen() {
    let on = |line| PageError {
        page: PAGE.to_owned(),
        line,
        expected: "a boat".to_owned(),
        found: "a bus".to_owned(),
    };
    let page = b"a\nb";
    promises::check_errors(&[on(1), on(2)], page);
    for lines in [&[][..], &[0], &[3], &[1, 1], &[2, 1]] {
        let errors: Vec<_> = lines.iter().copied().map(on).collect();
        broken(move || promises::check_errors(&errors, page));
    }
}
