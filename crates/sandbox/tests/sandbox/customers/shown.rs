//! The first three customers of each page, as a reader of the documentation meets them.

use std::fmt::Write as _;

use sandbox::customers::Record;
use sandbox::licence;
use sandbox::pages::Flexiti;

use super::{COUNT, all, customers};

#[test]
fn customers_1_to_3_are_those_of_the_documentation() {
    let mut shown = String::new();
    with_every_record!(show(&mut shown));
    insta::assert_snapshot!(shown);
}

fn show<R: Record>(shown: &mut String) {
    for number in 1..=3 {
        let record = customers::<R>().get(number).expect("there are three");
        let record = serde_json::to_string_pretty(&*record).expect("a record is JSON");
        writeln!(shown, "{} {number}\n{record}\n", R::PAGE).expect("a string takes it");
    }
}

#[test]
fn the_licence_of_a_customer_is_a_code_that_is_read() {
    for record in all::<Flexiti>(COUNT) {
        let code = licence::write(&record.licence);
        assert_eq!(licence::read(&code), Ok(record.licence.clone()));
    }
}
