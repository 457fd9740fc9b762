//! Builds the documents, reviews them and renders every file that export writes.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};

use claims::anchors::Anchor;
use claims::csv::ClaimsFile;
use contract::catalogue::Catalogue;
use document::{BuildError, Documents};
use reports::Coverage;
use review::anchors::Wording;
use review::{Contradiction, Finding, Kind};

use crate::Inputs;
use crate::editions;
use crate::inputs::claims_path;
use crate::releases::Releases;
use crate::rules::fixed;
use crate::sums::{SUMS, Sums};
use crate::table::{
    ANCHORS, CONSOLIDATED, OPENAPI_3_0, OPENAPI_3_2, README, Writer, YAML, artefact,
};
use crate::valid::{CONTRACT, invalid};

/// What to do about a reading that cites a page that there is not.
const CITE: &str = "correct the `evidence` of the reading in spec/readings.toml";

/// The documents, what is wrong with them, and the files of `spec/`.
#[derive(Debug)]
pub struct Built {
    /// The documents of the contract.
    pub documents: Documents,
    /// What does not add up, in the order of pages and lines.
    pub findings: Vec<Finding>,
    /// Where the sources contradict each other or themselves, which is no finding.
    pub contradictions: Vec<Contradiction>,
    /// The files that `spec/` should hold, by path below it.
    pub files: BTreeMap<String, String>,
    /// How much of the pages is in the documents.
    pub coverage: Coverage,
    /// Every statement that the pages make in words, with our text for it.
    pub wordings: Vec<Wording>,
    /// The releases among the files that are there.
    pub releases: Releases,
}

/// The documents of a catalogue, or every place where it contradicts itself.
pub type Draft = Result<Documents, Vec<BuildError>>;

/// Builds the documents on a thread of its own, while the caller reads what they are compared with.
pub fn draft_while<T>(catalogue: &Catalogue, read: impl FnOnce() -> T) -> (Draft, T) {
    thread::scope(|scope| {
        let draft = scope.spawn(|| {
            let draft = document::build(catalogue);
            // Takes as long again, and nobody waits for it. If no thread can be had, the first
            // validation does it.
            drop(thread::Builder::new().spawn(document::validate::prepare));
            draft
        });
        let read = read();
        (joined(draft), read)
    })
}

/// Reviews the documents and renders every file. `there` are the files below `spec/`: the releases
/// give the version, and the list of digests names what others wrote.
///
/// # Errors
///
/// Returns every place where the catalogue contradicts itself, as findings.
pub fn build(
    catalogue: &Catalogue,
    draft: Draft,
    inputs: &Inputs,
    there: &BTreeMap<String, Vec<u8>>,
) -> Result<Built, Vec<Finding>> {
    let mut documents = draft.map_err(|errors| {
        let finding = |error: &BuildError| {
            Finding::new(Kind::InvalidDocument, error.to_string()).fixed_by(CONTRACT)
        };
        errors.iter().map(finding).collect::<Vec<_>>()
    })?;
    let releases = Releases::of(there);
    // The questions need nothing of each other, so that every core has one to answer.
    let (version, findings, contradictions, mut files, coverage, wordings) =
        thread::scope(|scope| {
            let documents = &documents;
            let validity = scope.spawn(|| invalid(documents, catalogue));
            let version = scope.spawn(|| releases.version(&documents.consolidated));
            let cases = inputs.cases(
                catalogue,
                |id| &documents.providers[id],
                &documents.consolidated,
            );
            let (files, findings, contradictions, coverage, wordings) = thread::scope(|scope| {
                let cases = &cases;
                let of_document = scope.spawn(|| crate::reports::of_document(cases));
                let consolidated = cases.consolidated.document;
                let crosswalks = scope.spawn(|| crate::crosswalks::crosswalks(consolidated, there));
                let unequal =
                    scope.spawn(|| editions::unequal(documents, &cases.consolidated.claims));
                let mut findings = edited(&inputs.claims);
                // The lines of an edited file are not those of the page.
                let misled = |finding: &Finding| {
                    let mut edited = inputs.claims.iter().filter(|file| !file.sealed);
                    let on_page = edited.any(|file| finding.page.as_ref() == Some(&file.page.page));
                    on_page && finding.kind == Kind::UnequalRenderings
                };
                let mut found = cases.findings(file);
                cases.look_beyond(&mut found);
                let found = found.into_iter();
                let found = found.filter(|finding| !misled(finding));
                findings.extend(found.map(|finding| fixed(finding, cases.readings)));
                let wordings = review::anchors::wordings(cases, &inputs.anchors);
                findings.extend(reworded(&wordings, &inputs.anchors));
                let pages: Vec<&str> = catalogue.providers.iter().map(|it| it.id).collect();
                let lost = review::anchors::of_no_page(cases.readings, &pages);
                findings.extend(lost.into_iter().map(|it| it.fixed_by(CITE)));
                let contradictions = cases.contradictions();
                let (witnesses, unheard) = crate::witnesses::heard(cases, there);
                findings.extend(unheard);
                let (matrices, unfit) = joined(crosswalks);
                findings.extend(unfit);
                findings.extend(joined(unequal));
                findings.extend(joined(validity));
                let findings = distinct(findings);
                let coverage = reports::coverage::coverage(cases, &findings);
                let mut files = crate::reports::files(
                    catalogue,
                    cases,
                    &coverage,
                    &findings,
                    &contradictions,
                    &witnesses,
                );
                files.extend(joined(of_document));
                files.extend(matrices);
                let anchors = review::anchors::kept(&wordings, &inputs.anchors);
                files.insert(ANCHORS.to_owned(), claims::anchors::render(&anchors));
                (files, findings, contradictions, coverage, wordings)
            });
            (
                joined(version),
                findings,
                contradictions,
                files,
                coverage,
                wordings,
            )
        });
    documents.set_version(&version.to_string());
    files.extend(written(&documents));
    files.insert(SUMS.to_owned(), sums(&files, there, catalogue).to_string());
    Ok(Built {
        documents,
        findings,
        contradictions,
        files,
        coverage,
        wordings,
        releases,
    })
}

/// The digests of the files that export writes, and of those that are there and that others wrote.
fn sums(
    files: &BTreeMap<String, String>,
    there: &BTreeMap<String, Vec<u8>>,
    catalogue: &Catalogue,
) -> Sums {
    let of_others = |path: &str| {
        let known = artefact(path, catalogue);
        known.is_some_and(|known| known.writer != Writer::Export)
    };
    let files = files.iter().map(|(path, text)| (&**path, text.as_bytes()));
    let others = there.iter().map(|(path, bytes)| (&**path, &**bytes));
    Sums::of(files.chain(others.filter(|(path, _)| of_others(path))))
}

/// The result of a thread, or its panic.
fn joined<T>(thread: ScopedJoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Every text of ours whose words on the page are others than those that were confirmed.
fn reworded(wordings: &[Wording], confirmed: &[Anchor]) -> Vec<Finding> {
    let finding = |wording: &Wording| {
        let page = &wording.anchor.page;
        let line = wording.lines.first().copied().unwrap_or_default();
        let what = match wording.kind() {
            Kind::StaleEvidence => "the reading",
            _ => "our text",
        };
        wording.finding(&file(Some(page))).fixed_by(format!(
            "read the line, correct {what} if it no longer says the same, and run \
             `cargo xtask confirm {page}:{line}`"
        ))
    };
    let stale = review::anchors::stale(wordings, confirmed);
    stale.into_iter().map(finding).collect()
}

/// The path of a page's document below `spec/`, or of the consolidated one.
fn file(page: Option<&str>) -> String {
    page.map_or_else(
        || CONSOLIDATED.to_owned(),
        |page| format!("providers/{page}.json"),
    )
}

fn edited(claims: &[ClaimsFile]) -> Vec<Finding> {
    let edited = claims.iter().filter(|file| !file.sealed).map(|file| {
        let problem = "the rows are not those that were read from the page";
        Finding::new(Kind::EditedClaims, problem)
            .on(&file.page.page, [])
            .in_file(&claims_path(&file.page.page))
            .fixed_by("restore the file, or write it with `cargo xtask read --pages DIR`")
    });
    edited.collect()
}

/// A difference shows in a provider's document and in the consolidated one: once is enough.
fn distinct(findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let key = |finding: &Finding| {
        (
            finding.kind,
            finding.problem.clone(),
            finding.page.clone(),
            finding.pointer.clone(),
            // Two files that lack the same are two findings.
            finding.pointer.is_none().then(|| finding.file.clone()),
        )
    };
    findings
        .into_iter()
        .filter(|finding| {
            let mut key = key(finding);
            if finding.is_of_a_claim() {
                (key.2, key.3, key.4) = (None, None, None);
            }
            seen.insert(key)
        })
        .collect()
}

/// The documents as files.
fn written(documents: &Documents) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        (
            CONSOLIDATED.to_owned(),
            document::json(&documents.consolidated),
        ),
        (YAML.to_owned(), document::yaml(&documents.consolidated)),
        (
            OPENAPI_3_0.to_owned(),
            document::json(&documents.openapi_3_0),
        ),
        (
            OPENAPI_3_2.to_owned(),
            document::json(&documents.openapi_3_2),
        ),
        (README.to_owned(), crate::readme::readme(documents)),
    ]);
    for (id, provider) in &documents.providers {
        files.insert(format!("providers/{id}.json"), document::json(provider));
    }
    for (vendor, schema) in &documents.schemas {
        files.insert(
            format!("schemas/{vendor}.schema.json"),
            document::json(schema),
        );
    }
    files
}
