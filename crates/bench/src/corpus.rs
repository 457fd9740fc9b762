//! Documentation pages of any length, and the documents that make exactly their claims.
//!
//! The pages have the layout of Citi's developer portal; the API that they document, of a carrier
//! of parcels, is invented. Page and document are written from one model, so that they agree, and
//! what is written depends on the numbers of the operations only.
//!
//! The mix is that of the captured pages, as `spec/` has it: 12 of 25 operations are documented
//! and the others only listed, an operation comes to about 100 claims of its page and 3 KB of
//! JSON, and a documented one has five schemas of its own, eight references and three examples of
//! errors. The crate's README.md has both in one table.

mod carrier;
mod document;
mod model;
mod page;
mod readings;

pub use document::document;
pub use page::page;
pub use readings::readings;

/// The id of a page that is the only one; the ids of several begin with it.
pub const ID: &str = "parcel-carrier";
/// The address of the API.
const SERVER: &str = "https://carrier.example/api";
/// The address that the document gives for the page.
const URL: &str = "https://carrier.example/parcels/documentation";
/// The name of the product.
const PRODUCT: &str = "Parcels";
/// The title of the page.
const TITLE: &str = "Parcels API Documentation";

#[cfg(test)]
mod tests {
    use claims::{Aspect, PageClaims};
    use review::{Case, Finding, Readings};
    use serde_json::Value;

    use super::*;

    const OPERATIONS: std::ops::Range<usize> = 0..10;

    fn document(operations: std::ops::Range<usize>) -> Value {
        super::document(ID, operations)
    }

    fn read(text: &str) -> PageClaims {
        pages::read(ID, text.as_bytes()).expect("the generated page is of the layout")
    }

    fn review(page: &str, document: &Value) -> Vec<Finding> {
        let readings = Readings::parse(&readings()).expect("the readings are complete");
        let page = read(page);
        let case = Case::of(&page, &readings, document);
        let mut findings = case.reviewed.findings("parcels.json");
        findings.extend(case.usage().findings(&readings));
        findings
    }

    #[test]
    fn a_page_lists_as_many_operations_as_asked_and_documents_about_half() {
        for operations in [1, 10, 100] {
            let claims = read(&page(0..operations));
            let of = |aspect| {
                let claims = claims.claims.iter().map(|stated| &stated.claim);
                let claims = claims.filter(|claim| &*claim.place == "operation");
                claims.filter(|claim| claim.aspect == aspect).count()
            };
            assert_eq!(of(Aspect::Listed), operations);
            assert_eq!(of(Aspect::Documented), (operations * 12).div_ceil(25));
        }
    }

    /// The mix of the captured pages; see the crate's README.md.
    #[test]
    fn the_mix_is_that_of_the_captured_pages() {
        let claims = read(&page(0..100)).claims.len() / 100;
        assert!((90..110).contains(&claims), "{claims} claims per operation");
        let bytes = document(0..100).to_string().len() / 100;
        assert!(
            (2_700..3_600).contains(&bytes),
            "{bytes} bytes per operation"
        );
    }

    #[test]
    fn page_and_document_agree() {
        assert_eq!(review(&page(OPERATIONS), &document(OPERATIONS)), []);
        let later = 4_900..5_000;
        assert_eq!(review(&page(later.clone()), &document(later)), []);
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
