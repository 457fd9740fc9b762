//! The rules of ours, on the real documents.

use artefacts::releases::Releases;
use contract::catalogue::{CATALOGUE, Catalogue, PROVIDERS, Provider};
use harness::lint::own;

use crate::real;

#[test]
fn the_real_documents_break_no_rule_of_ours() {
    let (documents, inputs) = real();
    let paths: Vec<_> = documents.iter().map(|it| it.path.as_str()).collect();
    assert!(paths.contains(&"spec/openapi.json"), "{paths:?}");
    for provider in PROVIDERS {
        let path = format!("spec/providers/{}.json", provider.id);
        assert!(paths.contains(&path.as_str()), "{paths:?}");
    }
    assert_eq!(own(&documents, &CATALOGUE, &inputs), []);
}

#[test]
fn an_example_of_a_page_that_the_document_lacks() {
    let (mut documents, inputs) = real();
    let path = "spec/providers/citibanamex-segments.json";
    let at = "/components/schemas/CitibanamexCustomer/properties/fullName";
    let document = documents.iter_mut().find(|it| it.path == path);
    let document = document.expect("a document of each provider");
    let property = document.value.pointer_mut(at).expect("invalid test case");
    let property = property.as_object_mut().expect("a schema");
    property.remove("examples").expect("invalid test case");
    let found = own(&documents, &CATALOGUE, &inputs);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "missing-example");
    assert_eq!((found[0].file.as_str(), found[0].at.as_str()), (path, at));
    let line = "expected the example of citibanamex-segments, line 65: ";
    assert!(found[0].message.starts_with(line), "{found:?}");
}

#[test]
fn check_applies_the_rules_of_ours_too() {
    static NOWHERE: &[Provider] = &[Provider {
        servers: &[],
        ..PROVIDERS[3]
    }];
    let (_, inputs) = real();
    let catalogue = Catalogue {
        providers: NOWHERE,
        inferred_parameters: &[],
        ..CATALOGUE
    };
    let outcome = artefacts::build(&catalogue, &inputs, &Releases::default());
    let findings = outcome.expect("the catalogue agrees with itself").findings;
    let problem = "expected servers of the operation or the document, but found none instead \
                   (servers)";
    assert!(
        findings.iter().any(|finding| finding.problem == problem),
        "{findings:?}"
    );
}
