//! Misspelt names of `spec/readings.toml`.

use review::Readings;

use crate::support::page;
use crate::trial::cases;

const NOTED: &str = "[[misspelling]]\nname = \"catagory\"\nmeant = \"category\"\n";

#[test]
fn a_name_that_a_page_has_is_noted() {
    let readings = Readings::parse(NOTED).expect("a misspelling");
    assert_eq!(readings.line("catagory"), Some(2));
    let page = page("oslo", "4 | GET /a | 200 | shop.catagory.id | listed |");
    assert_eq!(cases(&[("bank", page)], &readings).idle(), []);
}

#[test]
fn a_name_that_no_page_has_is_a_finding() {
    let readings = Readings::parse(NOTED).expect("a misspelling");
    let page = page("oslo", "4 | GET /a | 200 | shop.category | listed |");
    let found = cases(&[("bank", page)], &readings).idle();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].problem, "no field of any page is named `catagory`");
    assert_eq!(found[0].reading.as_deref(), Some("catagory"));
}

#[test]
fn an_entry_that_says_nothing_is_refused() {
    let check = |text: &str, problem: &str| {
        let errors = Readings::parse(text).expect_err("it is malformed");
        assert_eq!(errors[0].problem, problem);
    };
    check(
        "[[misspelling]]\nname = \"a\"\nmeant = \"a\"\n",
        "a: expected `meant` to differ from `name`, but found the same instead",
    );
    check(
        "[[misspelling]]\nname = \"\"\nmeant = \"a\"\n",
        ": expected a `name` and what was `meant`, but found nothing instead",
    );
    check(
        &NOTED.repeat(2),
        "catagory: expected each name once, but found it twice instead",
    );
    check(
        "[[misspelling]]\nname = \"a\"\n",
        "expected `meant`, but found none; add it",
    );
}
