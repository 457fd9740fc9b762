//! What the site is made of, read from `spec/`.

use crate::has_extension;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use claims::PageClaims;
use contract::catalogue::{CATALOGUE, Provider};
use document::Documents;
use portal::{Input, LANGUAGES, Prefill, Problem, Samples};
use reports::coverage::coverage;
use review::{Case, Cases, Contradiction, Readings};
use serde_json::Value;

/// The parts of an [`Input`], which may be changed before it is made.
#[derive(Clone, Debug)]
pub(crate) struct Material {
    pub(crate) documents: Documents,
    pub(crate) readings: Readings,
    pub(crate) pages: Vec<PageClaims>,
    pub(crate) contradictions: Vec<Contradiction>,
    pub(crate) artefacts: BTreeMap<String, String>,
    pub(crate) samples: Samples,
    pub(crate) changelog: String,
    pub(crate) recorded: Option<portal::Recorded>,
}

/// How many operations the consolidated document has, and how many of them are documented.
pub(crate) fn counted() -> [usize; 2] {
    let documents = document::build(&CATALOGUE).expect("the catalogue agrees with itself");
    let items = documents.consolidated["paths"].as_object().expect("paths");
    let operations = items.values().filter_map(Value::as_object).flatten();
    let listed = operations.map(|(_, it)| it["x-documentation"] == "listed");
    let listed: Vec<bool> = listed.collect();
    [
        listed.len(),
        listed.iter().filter(|listed| !**listed).count(),
    ]
}

/// The site of what is in `spec/`.
pub(crate) static SITE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    Material::load()
        .site()
        .expect("the input agrees with itself")
});

pub(crate) fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec")
}

pub(crate) fn read(path: &str) -> String {
    let path = spec().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Material {
    pub(crate) fn load() -> Self {
        let documents = document::build(&CATALOGUE).expect("the catalogue agrees with itself");
        let readings = Readings::parse(&read("readings.toml")).expect("readings");
        let mut pages = Vec::new();
        for provider in CATALOGUE.providers {
            let text = read(&format!("claims/{}.csv", provider.id));
            let file = claims::csv::parse(provider.id, &text).expect("claims");
            let lines = read(&format!("claims/{}.lines.csv", provider.id));
            let file = file.with_lines(&lines).expect("lines");
            pages.push(file.page);
        }
        let offered = [
            "crosswalk/README.md",
            "crosswalk/address.md",
            "crosswalk/email.md",
            "crosswalk/identification.md",
            "crosswalk/name.md",
            "crosswalk/offer.md",
            "crosswalk/phone.md",
            "crosswalk/segment.md",
            "openapi.json",
            "openapi.yaml",
            "openapi-3.0.json",
            "openapi-3.2.json",
            "readings.toml",
            "reports/traceability.csv",
            "schemas/citi.schema.json",
            "schemas/citibanamex.schema.json",
            "schemas/flexiti.schema.json",
            "schemas/worldline.schema.json",
        ];
        let offered = offered.map(str::to_owned).into_iter();
        let providers = CATALOGUE.providers.iter();
        let providers = providers.map(|provider| format!("providers/{}.json", provider.id));
        let artefacts = offered
            .chain(providers)
            .map(|path| (path.clone(), read(&path)));
        let mut material = Self {
            documents,
            readings,
            pages,
            artefacts: artefacts.collect(),
            samples: Samples::default(),
            changelog: read("../CHANGELOG.md"),
            contradictions: Vec::new(),
            recorded: None,
        };
        material.contradictions = material.cases().contradictions();
        material
    }

    pub(crate) fn site(&self) -> Result<BTreeMap<String, String>, Vec<Problem>> {
        self.with(portal::site)
    }

    pub(crate) fn with<T>(&self, make: impl FnOnce(&Input) -> T) -> T {
        let prefills = Prefill::table(&read("../crates/sandbox/first-customers.csv"));
        let cases = self.cases();
        make(&Input {
            catalogue: &CATALOGUE,
            cases: &cases,
            contradictions: &self.contradictions,
            coverage: &coverage(&cases, &[]),
            recorded: self.recorded.as_ref(),
            artefacts: &self.artefacts,
            changelog: &self.changelog,
            samples: &self.samples,
            prefills: &prefills.expect("rows"),
            redoc: "// Redoc",
        })
    }

    pub(crate) fn cases(&self) -> Cases<'_> {
        let case = |provider: &'static Provider| {
            let page = self.pages.iter().find(|page| page.page == provider.id)?;
            let document = &self.documents.providers[provider.id];
            let case = Case::of(page, &self.readings, document);
            Some(case.named(provider.group, provider.title))
        };
        let cases = CATALOGUE.providers.iter().filter_map(case).collect();
        Cases::of(cases, &self.readings, &self.documents.consolidated)
    }
}

/// The pages of a site, by path.
pub(crate) fn pages(site: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    let pages = site.iter().filter(|(path, _)| has_extension(path, "html"));
    pages.map(|(path, html)| (path.as_str(), html.as_str()))
}

/// The operations of the providers' documents: page, operation, and the path of its page here.
pub(crate) fn operations() -> Vec<(&'static str, String, Value, String)> {
    let mut operations = Vec::new();
    for provider in CATALOGUE.providers {
        let document: Value =
            serde_json::from_str(&read(&format!("providers/{}.json", provider.id))).expect("JSON");
        for (path, item) in document["paths"].as_object().expect("paths") {
            for (method, operation) in item.as_object().expect("a path item") {
                let id = operation["operationId"].as_str().expect("an id");
                let name = format!("{} {path}", method.to_uppercase());
                let address = format!("{}/{id}.html", provider.id);
                operations.push((provider.id, name, operation.clone(), address));
            }
        }
    }
    operations
}

/// The rows of the traceability, column by column.
pub(crate) fn rows() -> Vec<BTreeMap<String, String>> {
    let text = read("reports/traceability.csv");
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize().map(|row| row.expect("a row"));
    let unescaped = |row: BTreeMap<String, String>| {
        let cell =
            |(column, cell): (String, String)| (column, claims::csv::unescaped(&cell).to_owned());
        row.into_iter().map(cell).collect()
    };
    rows.map(unescaped).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(Material::load().site().expect("a site"), *SITE);
}

#[test]
fn a_page_without_claims_is_named() {
    let mut material = Material::load();
    material.pages.retain(|page| page.page != "citi-australia");
    let problems = material.site().expect_err("a page is missing");
    let expected = Problem::NoPage {
        page: "citi-australia",
    };
    assert_eq!(problems, [expected]);
}

#[test]
fn an_operation_that_is_not_in_its_document_is_named() {
    let mut material = Material::load();
    let document = material.documents.providers.get_mut("worldline-connect");
    document.expect("a document")["paths"] = Value::Object(serde_json::Map::new());
    let problems = material.site().expect_err("an operation is missing");
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected = "expected `POST /client/v1/{customerId}/products/{paymentProductId}/customerDetails` \
                    in the document of worldline-connect, but found no such operation instead";
    assert_eq!(said, [expected]);
}

#[test]
fn samples_stand_in_their_order_and_missing_ones_are_named() {
    let mut material = Material::load();
    let address = "worldline-connect/worldlineGetCustomerDetails.html";
    let sample = |name: &str| (name.to_owned(), format!("{name} <&> sample"));
    let all = LANGUAGES.iter().map(|language| sample(language.name));
    material.samples.0.insert(address.to_owned(), all.collect());
    let site = material.site().expect("a site");
    let samples = crate::html::between(&site[address], "id=\"samples\"", "id=\"try\"");
    let shown = crate::html::between(samples[0], "data-tab=\"", "\"");
    assert_eq!(
        shown,
        [
            "cURL", "Ruby", "Python", "PHP", "Java", "Node", "Go", "Swift"
        ]
    );
    assert!(
        site[address].contains("Go &lt;&amp;&gt; sample"),
        "code is escaped"
    );
    assert_eq!(material.samples.missing([address].into_iter()), [""; 0]);
    material
        .samples
        .0
        .get_mut(address)
        .expect("samples")
        .remove("Swift");
    let missing = material.samples.missing([address].into_iter());
    assert_eq!(missing, [format!("{address}: Swift")]);
}

#[test]
fn redoc_loads_nothing_or_is_refused() {
    let bundle = "a https://cdn.redoc.ly/redoc/logo-mini.svg b";
    let offline = portal::offline(bundle).expect("one logo");
    assert!(!offline.contains("cdn.redoc.ly"), "{offline}");
    assert_eq!(portal::offline("a b"), Err(Problem::Logo(0)));
    assert_eq!(portal::offline(&bundle.repeat(2)), Err(Problem::Logo(2)));
}
