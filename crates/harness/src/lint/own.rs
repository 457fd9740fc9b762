//! Our own rules: those for documents, and that no example of a page is missing.

use claims::{Aspect, Claim};
use contract::catalogue::Catalogue;
use review::{Kind, Usage};

use super::linter::Problem;
use crate::documents::Document;
use artefacts::Inputs;

/// Returns every place where a document breaks one of our rules.
///
/// The rules of [`document::lint`] are about the document alone. Whether the document lacks an example
/// follows from the page: the examples and the documented errors of its claims, under the readings,
/// must be in the page's document.
#[must_use]
pub fn own(documents: &[Document], catalogue: &Catalogue, inputs: &Inputs) -> Vec<Problem> {
    let mut problems = Vec::new();
    for document in documents {
        let broken = document::lint::lint(&document.value);
        problems.extend(broken.into_iter().map(|broken| Problem {
            file: document.path.clone(),
            at: broken.pointer,
            rule: broken.rule.as_str().to_owned(),
            message: broken.problem,
        }));
    }
    let mut usage = Usage::of(&inputs.readings);
    for provider in catalogue.providers {
        let path = format!("spec/providers/{}.json", provider.id);
        let document = documents.iter().find(|document| document.path == path);
        let file = inputs
            .claims
            .iter()
            .find(|file| file.page.page == provider.id);
        let (Some(document), Some(file)) = (document, file) else {
            continue;
        };
        let mut expected = review::expect(&file.page, &inputs.readings, &mut usage);
        expected.claims.retain(|claim, _| is_example(claim));
        let made = claims::openapi::claims(&document.value);
        let findings = review::compare(&expected, &made, &document.path);
        let missing = findings.into_iter().filter(|it| it.kind == Kind::Missing);
        problems.extend(missing.map(|finding| {
            let lines: Vec<_> = finding.lines.iter().map(u32::to_string).collect();
            Problem {
                file: document.path.clone(),
                at: finding.pointer.unwrap_or_default(),
                rule: "missing-example".to_owned(),
                message: format!(
                    "expected the example of {}, line {}: {}",
                    provider.id,
                    lines.join(", "),
                    finding.problem
                ),
            }
        }));
    }
    problems
}

/// Whether a claim is an example; the rows of error tables are the examples of error responses.
fn is_example(claim: &Claim) -> bool {
    matches!(claim.aspect, Aspect::Example | Aspect::Error)
}
