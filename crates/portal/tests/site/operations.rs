//! Every operation has its page: documented ones with what they take and answer, listed ones with
//! the line that lists them.

use claims::Aspect;
use contract::catalogue::{Operation, PROVIDERS};
use serde_json::Value;

use crate::html::{between, tags, text};
use crate::material::{Material, SITE, operations};

#[test]
fn every_operation_has_a_page() {
    let operations = operations();
    let listed = |it: &Value| it["x-documentation"] == "listed";
    let only_listed = operations.iter().filter(|(_, _, it, _)| listed(it)).count();
    let every = PROVIDERS.iter().flat_map(|it| it.operations);
    let due = every
        .clone()
        .filter(|it| matches!(it, Operation::Listed(_)));
    assert_eq!(
        (operations.len(), only_listed),
        (every.count(), due.count()),
        "as the pages have them"
    );
    for (_, name, operation, address) in &operations {
        let said = text(&SITE[address]);
        let title = operation["summary"].as_str().expect("a title");
        assert!(said.contains(title), "{address} lacks its title");
        let (method, path) = name.split_once(' ').expect("method and path");
        assert!(
            said.contains(&format!("{method} {path}")),
            "{address} lacks {name}"
        );
    }
}

#[test]
fn a_documented_operation_shows_parameters_statuses_and_examples() {
    for (_, _, operation, address) in operations() {
        let html = &SITE[&address];
        let ids: Vec<String> = tags(html)
            .iter()
            .filter_map(|tag| tag.get("id").map(str::to_owned))
            .collect();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let word = |key: &str| parameter[key].as_str().expect("a word");
            let id = format!("{}.{}", word("in"), word("name"));
            assert!(ids.contains(&id), "{address} lacks {id}");
        }
        if operation["x-documentation"] == "listed" {
            continue;
        }
        for (status, response) in operation["responses"].as_object().expect("responses") {
            assert!(ids.contains(status), "{address} lacks {status}");
            let content = &response["content"]["application/json"];
            for (name, example) in content["examples"].as_object().into_iter().flatten() {
                let value = serde_json::to_string_pretty(&example["value"]).expect("JSON");
                assert!(
                    text(html).contains(&value),
                    "{address} lacks the example {name}"
                );
            }
        }
    }
}

#[test]
fn an_example_made_of_an_error_row_says_so_and_on_which_line() {
    let made = |address: &str| {
        let figures = between(&SITE[address], "<figcaption>", "</figcaption>");
        figures.into_iter().map(text).collect::<Vec<_>>()
    };
    let material = Material::load();
    let citi = made("citi-hong-kong/citiGetPartnerCustomerProfile.html");
    let page = material.pages.iter().find(|it| it.page == "citi-hong-kong");
    let mut rows = page.expect("a page").claims.iter();
    let row = rows.find(|it| {
        it.claim.aspect == Aspect::Error
            && *it.claim.operation == *"GET /partner/v1/customers/profiles"
            && it.claim.value.contains("invalidRequest")
    });
    let line = row.expect("a row").line;
    let caption = format!("Made from the page\u{2019}s error row, line {line}: invalidRequest");
    assert!(citi.contains(&caption), "{caption}: {citi:?}");
    assert!(citi.iter().all(|it| !it.starts_with("Example")), "{citi:?}");
    let worldline = made("worldline-connect/worldlineGetCustomerDetails.html");
    assert!(
        worldline
            .iter()
            .all(|it| it.starts_with("Example of the page: ")),
        "{worldline:?}"
    );
}

#[test]
fn a_listed_operation_says_so_and_on_which_line() {
    let material = Material::load();
    for (page, name, operation, address) in operations() {
        if operation["x-documentation"] != "listed" {
            continue;
        }
        let claims = material.pages.iter().find(|claims| claims.page == page);
        let mut stated = claims.expect("a page").claims.iter();
        let listed =
            stated.find(|it| *it.claim.operation == *name && it.claim.aspect == Aspect::Listed);
        let line = listed.expect("a line").line;
        let said = text(&SITE[&address]);
        assert!(said.contains("Only listed."), "{address}");
        assert!(
            said.contains(&format!("names this operation on line {line} and")),
            "{address}: {line}"
        );
        assert!(!said.contains("Responses"), "{address} invents nothing");
    }
}

#[test]
fn an_operation_that_another_page_documents_leads_there() {
    let html = &SITE["citi-australia/citiGetPartnerCustomerProfile.html"];
    let there = "href=\"../citi-hong-kong/citiGetPartnerCustomerProfile.html\"";
    let article = html.split("<article").nth(1).expect("an article");
    let notice = article.split("</section>").next().expect("a section");
    assert!(notice.contains(there), "{notice}");
}

#[test]
fn requests_are_made_for_documented_operations_alone() {
    let requests = Material::load().with(portal::requests).expect("requests");
    let documented = operations().into_iter();
    let documented = documented.filter(|(_, _, node, _)| node.get("x-documentation").is_none());
    assert_eq!(requests.len(), documented.count());
    for (address, request) in &requests {
        let url = request.0["url"].as_str().expect("an address");
        assert!(
            url.starts_with("http://127.0.0.1:8080/") && !url.contains('{'),
            "{address}: {url}"
        );
        let headers = request.0["headers"].as_array().expect("headers");
        assert!(
            headers.iter().any(|it| it["name"] == "Authorization"),
            "{address}"
        );
    }
    let worldline = &requests["worldline-connect/worldlineGetCustomerDetails.html"].0;
    assert_eq!(
        worldline["url"],
        "http://127.0.0.1:8080/worldline-connect/client/v1/customer-1/products/9000/customerDetails"
    );
    let text = worldline["postData"]["text"].as_str().expect("a body");
    assert!(
        text.contains("012345678901"),
        "the example of the page: {text}"
    );
}
