//! A documentation page of any length, and the document that makes exactly its claims.
//!
//! The page has the layout of Citi's developer portal; the API that it documents, of a carrier of
//! parcels, is invented. Page and document are written from one model, so that they agree, and
//! what is written depends on the number of operations only.

mod carrier;
mod document;
mod model;
mod page;
mod readings;

pub use document::document;
pub use page::page;
pub use readings::readings;

/// The page's id.
pub const ID: &str = "parcel-carrier";
/// The address that the document gives for the page.
const URL: &str = "https://carrier.example/parcels/documentation";
/// The name of the product.
const PRODUCT: &str = "Parcels";
/// The title of the page.
const TITLE: &str = "Parcels API Documentation";

#[cfg(test)]
mod tests {
    use claims::{Aspect, PageClaims};
    use review::{Finding, Readings, Usage};
    use serde_json::Value;

    use super::*;

    const OPERATIONS: usize = 10;

    fn read(text: &str) -> PageClaims {
        pages::read(ID, text.as_bytes()).expect("the generated page is of the layout")
    }

    fn review(page: &str, document: &Value) -> Vec<Finding> {
        let readings = Readings::parse(&readings()).expect("the readings are complete");
        let mut usage = Usage::of(&readings);
        let expected = review::expect(&read(page), &readings, &mut usage);
        let made = claims::openapi::claims(document);
        let mut findings = review::compare(&expected, &made, "parcels.json");
        findings.extend(usage.findings(&readings));
        findings
    }

    #[test]
    fn a_page_documents_as_many_operations_as_asked() {
        for operations in [1, OPERATIONS, 100] {
            let claims = read(&page(operations));
            assert_eq!(claims.documented().len(), operations);
            let cut = |aspect| aspect == Aspect::Cut;
            assert!(!claims.claims.iter().any(|c| cut(c.claim.aspect)));
        }
    }

    #[test]
    fn page_and_document_agree() {
        assert_eq!(review(&page(OPERATIONS), &document(OPERATIONS)), []);
    }

    #[test]
    fn the_document_is_valid() {
        assert_eq!(::document::validate::openapi(&document(OPERATIONS)), []);
    }

    #[test]
    fn the_same_number_gives_the_same_bytes() {
        assert_eq!(page(OPERATIONS), page(OPERATIONS));
        assert_eq!(document(OPERATIONS), document(OPERATIONS));
    }

    #[test]
    fn a_changed_claim_of_the_page_is_found() {
        let page = page(OPERATIONS);
        for (said, changed) in [
            ("• type : number", "• type : integer"),
            ("• format : double", "• format : float"),
            ("• enum : waiting,", "• enum : resting,"),
            ("\nstring required", "\nstring Optional"),
            ("      • street\n", "      • avenue\n"),
            ("referenceData/{parcelKind}", "referenceData/{kind}"),
            ("\naccountId\n", "\ncustomerId\n"),
            ("parcelNotFound", "parcelNotThere"),
            ("\n404\n", "\n410\n"),
            ("\"minor\"", "\"medium\""),
        ] {
            assert!(page.contains(said), "invalid test case: {said}");
            let changed = page.replacen(said, changed, 1);
            assert_ne!(review(&changed, &document(OPERATIONS)), [], "{said}");
        }
    }

    #[test]
    fn a_changed_fact_of_the_document_is_found() {
        let mut document = document(OPERATIONS);
        let path = "/components/schemas/Parcel0/properties/weight/type";
        let fact = document.pointer_mut(path).expect("a fact to change");
        *fact = "integer".into();
        let findings = review(&page(OPERATIONS), &document);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert_eq!(findings[0].kind, review::Kind::Contradicted);
    }
}
