//! An edition that does not say what the others say is a finding that names the claim and the file.

use ::contract::catalogue::CATALOGUE;
use artefacts::table::{OPENAPI_3_0, OPENAPI_3_2};
use artefacts::unequal;
use document::Documents;
use serde_json::{Value, json};

fn problems(documents: &Documents) -> Vec<(String, String)> {
    let made = claims::openapi::claims(&documents.consolidated);
    let findings = unequal(documents, &made).into_iter();
    findings
        .map(|finding| (finding.file.unwrap_or_default(), finding.problem))
        .collect()
}

fn documents() -> Documents {
    document::build(&CATALOGUE).expect("the catalogue agrees with itself")
}

#[test]
fn the_editions_say_the_same() {
    assert_eq!(problems(&documents()), []);
}

#[test]
fn a_claim_that_an_edition_lacks_or_adds_is_named() {
    let claim = "POST /v1/customers/segments/retrieve · body · cardNumber · max-length";
    let maximum =
        "/components/schemas/CitibanamexCustomerSegmentRequest/properties/cardNumber/maxLength";
    for (file, edition) in [
        (
            OPENAPI_3_0,
            (|it| &mut it.openapi_3_0) as fn(&mut Documents) -> &mut Value,
        ),
        (OPENAPI_3_2, |it| &mut it.openapi_3_2),
    ] {
        let mut documents = documents();
        let length = edition(&mut documents)
            .pointer_mut(maximum)
            .expect("invalid test case");
        let before = length.take();
        *length = json!(4711);
        assert_eq!(
            problems(&documents),
            [
                (
                    file.to_owned(),
                    format!(
                        "expected `{claim} = {before}`, as openapi.json says, but found nothing instead"
                    )
                ),
                (
                    file.to_owned(),
                    format!("expected what openapi.json says, but found `{claim} = 4711` instead")
                ),
            ]
        );
    }
}
