//! What "try it" is filled with finds the first customers of the sandbox.

use portal::invented::INVENTED;
use sandbox::arguments::Arguments;
use sandbox::customers::Customers;
use sandbox::pages::{Flexiti, HongKong};

fn value(page: &str, place: &str, name: &str) -> &'static str {
    let mut known = INVENTED.iter();
    let known = known.find(|it| (it.page, it.place, it.name) == (page, place, name));
    known.expect("an invented value").value
}

#[test]
fn the_first_customers_are_those_of_the_sandbox() {
    let arguments: Arguments = clap::Parser::parse_from(["sandbox"]);
    let hong_kong = Customers::<HongKong>::invented(arguments.seed, 1)
        .get(1)
        .expect("a customer");
    assert_eq!(
        value("citi-hong-kong", "path", "accountId"),
        hong_kong.card_accounts[0].account_id
    );
    let flexiti = Customers::<Flexiti>::invented(arguments.seed, 1)
        .get(1)
        .expect("a customer");
    let account =
        serde_json::to_value(&flexiti.customer).expect("JSON")["account_number"].to_string();
    assert_eq!(
        value("flexiti-customers", "query", "account_number"),
        account
    );
    assert_eq!(
        value("flexiti-customers", "path", "account_number"),
        account
    );
    let licence = sandbox::licence::write(&flexiti.licence);
    assert_eq!(value("flexiti-customers", "body", "code"), licence);
}
