//! Puts what is drafted into files: new ones, and lines in those that list modules, types and pages.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;

use crate::insert::{after_the_last, before, before_the_end_of};
use crate::known::Vendor;
use crate::names::{quoted, snake};
use crate::operation::{Writer, named};
use crate::said::{Operation, Said};
use crate::stubs::{Decided, MARK};
use crate::types::Types;
use crate::{CONTRACT, File, Input, READINGS, Scaffold};

/// The files of a draft.
pub(crate) struct Draft<'d> {
    pub(crate) input: &'d Input<'d>,
    pub(crate) vendor: &'d Vendor,
    files: BTreeMap<String, File>,
    notes: Vec<String>,
    errors: Vec<String>,
}

impl<'d> Draft<'d> {
    pub(crate) fn new(input: &'d Input<'d>, vendor: &'d Vendor) -> Self {
        let (files, notes, errors) = <_>::default();
        Self {
            input,
            vendor,
            files,
            notes,
            errors,
        }
    }

    /// The text of a file as it is drafted so far, or as it is there.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        let drafted = self.files.get(path).map(|it| it.text.as_str());
        drafted.or_else(|| self.input.sources.get(path).map(String::as_str))
    }

    pub(crate) fn create(&mut self, path: &str, text: String) {
        if self.text(path).is_some() {
            let fix = "rename what is there, or the operation of the new page by a reading";
            self.errors.push(format!(
                "{path}: expected no such file, but found one; {fix}"
            ));
            return;
        }
        self.files
            .insert(path.to_owned(), File { text, added: None });
    }

    pub(crate) fn insert(
        &mut self,
        path: &str,
        line: &str,
        put: impl Fn(&str, &str) -> Option<String>,
    ) {
        let there = self.text(path).unwrap_or_default();
        if there.lines().any(|it| it == line) {
            return;
        }
        match put(there, line) {
            Some(text) => {
                let lines = line.lines().count();
                let added = self.files.get(path).map_or(Some(0), |it| it.added);
                let added = added.map(|it| it + lines);
                self.files.insert(path.to_owned(), File { text, added });
            }
            None => self
                .notes
                .push(format!("put into {path} by hand: {}", line.trim())),
        }
    }

    /// A file of modules, with one more.
    pub(crate) fn module(&mut self, path: &str, about: &str, module: &str) {
        if self.text(path).is_none() {
            self.create(path, format!("//! {about}\n\npub mod {module};\n"));
        } else {
            self.insert(path, &format!("pub mod {module};"), |file, line| {
                after_the_last(file, "pub mod ", line)
            });
        }
    }

    /// Puts the stubs behind the readings on file.
    pub(crate) fn readings(&mut self, decided: &Decided) {
        if !decided.stubs.is_empty() {
            let page = &self.input.page.page;
            let stubs = format!(
                "\n# Drafted for {page} by `cargo xtask scaffold`.\n{}",
                decided.stubs
            );
            self.insert(READINGS, &stubs, |file, stubs| {
                Some(format!("{}\n{stubs}", file.trim_end()))
            });
        }
    }

    /// Types, operations and the entry of the catalogue.
    pub(crate) fn contract(&mut self, said: &Said) {
        let vendor = self.input.vendor;
        let folder = format!("{CONTRACT}{vendor}");
        let errors = self.text(&format!("{folder}/error.rs")).map(str::to_owned);
        let errors = errors
            .filter(|it| it.contains("fn description(") && self.vendor.nouns.contains("ErrorType"));
        let mut types = Types::new(self.input, self.vendor);
        let mut writer = Writer {
            types: &mut types,
            errors: errors.as_deref(),
            statuses: Vec::new(),
        };
        let (mut entries, mut written, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        let mut modules: BTreeSet<String> = BTreeSet::new();
        let mut operations: Vec<&Operation> = said.operations().collect();
        // Documented ones first, as the catalogue has them.
        operations.sort_by_key(|it| !it.documented());
        let mut listed = Vec::new();
        for operation in operations {
            let known = self.vendor.operations.get(&operation.name);
            let documented = known
                .into_iter()
                .flatten()
                .find_map(|it| Some((it, it.rust.as_ref()?)));
            if !operation.documented() {
                listed.push(operation);
                continue;
            }
            if let Some((known, rust)) = documented {
                self.notes.push(difference(operation, known));
                entries.push(format!("Operation::Documented(documented::<{rust}>)"));
                continue;
            }
            let (mut module, mut id) = named(operation, vendor);
            if let Some(known) = known.and_then(|it| it.first()) {
                id.clone_from(&known.id);
                module = snake(id.strip_prefix(vendor).unwrap_or(&id));
            }
            let taken = |module: &str| {
                self.input
                    .sources
                    .contains_key(&format!("{folder}/operations/{module}.rs"))
            };
            while taken(&module)
                || !modules.insert(module.clone())
                || (known.is_none() && self.vendor.ids.contains(&id))
            {
                (module, id) = (
                    format!("{module}_{}", snake(&self.input.page.page)),
                    format!("{id}{}", crate::names::pascal(&self.input.page.page)),
                );
            }
            if let Some(file) = writer.write(operation, &module, &id) {
                entries.push(format!("Operation::Documented(documented::<crate::{vendor}::operations::{module}::Path>)"));
                marks.extend(file.marks.iter().cloned());
                written.push(file);
            }
        }
        let statuses = std::mem::take(&mut writer.statuses);
        for file in written {
            let about =
                "The documented operations, one file each; [`crate::catalogue`] lists them.";
            self.module(&format!("{folder}/operations.rs"), about, &file.module);
            self.create(
                &format!("{folder}/operations/{}.rs", file.module),
                file.text,
            );
        }
        for status in statuses.iter().collect::<BTreeSet<_>>() {
            let line = format!("        {status} => \"{MARK} say what {status} means.\",");
            self.insert(&format!("{folder}/error.rs"), &line, |file, line| {
                before(file, "        _ => panic!(", line)
            });
        }
        for operation in listed {
            entries.extend(self.listed(operation));
        }
        self.types(&types, &marks);
        self.vendor_itself(said);
        self.entry(said, &entries);
    }

    fn types(&mut self, types: &Types, parameters: &[String]) {
        let vendor = self.input.vendor;
        let file = format!("{CONTRACT}{vendor}.rs");
        for (module, types) in &types.modules {
            self.create(
                &format!("{CONTRACT}{vendor}/{module}.rs"),
                types.text("Types of one body."),
            );
            self.module(&file, &format!("The APIs of {}.", self.input.title), module);
        }
        let catalogue = |file: &str| format!("{CONTRACT}catalogue/{file}.rs");
        for path in &types.paths {
            let line = format!("    Schema::of::<{path}>({}),", quoted(vendor));
            self.insert(&catalogue("schemas"), &line, |file, line| {
                before_the_end_of(file, "pub const SCHEMAS: ", line)
            });
        }
        for scalar in &types.scalars {
            let line = format!("    Schema::of::<scalar::{scalar}>(\"\"),");
            self.insert(&catalogue("schemas"), &line, |file, line| {
                before_the_end_of(file, "pub const SCALARS: ", line)
            });
        }
        for line in &types.marks {
            self.insert(&catalogue("marks"), line, |file, line| {
                before_the_end_of(file, "pub const MARKS: ", line)
            });
        }
        for line in parameters {
            self.insert(&catalogue("marks"), line, |file, line| {
                before_the_end_of(file, "pub const INFERRED_PARAMETERS: ", line)
            });
        }
        if !types.reused.is_empty() {
            let reused: Vec<_> = types.reused.iter().map(|it| format!("`{it}`")).collect();
            self.notes
                .push(format!("reuses the types {}", reused.join(", ")));
        }
    }

    /// The module of a new vendor, and its security schemes.
    fn vendor_itself(&mut self, said: &Said) {
        let vendor = self.input.vendor;
        self.insert(
            &format!("{CONTRACT}lib.rs"),
            &format!("pub mod {vendor};"),
            |file, line| after_the_last(file, "pub mod ", line),
        );
        let about = format!("The APIs of {}.", self.input.title);
        let file = format!("{CONTRACT}{vendor}.rs");
        if self
            .text(&format!("{CONTRACT}{vendor}/operations.rs"))
            .is_some()
        {
            self.module(&file, &about, "operations");
        }
        let known: BTreeSet<&str> = self
            .input
            .catalogue
            .security_schemes
            .iter()
            .map(|it| it.name)
            .collect();
        let schemes = said.operations().flat_map(|it| it.parameters("security"));
        let new: BTreeMap<&str, &str> = schemes
            .filter(|it| !known.contains(it.name.as_str()))
            .map(|it| (it.name.as_str(), it.get(Aspect::Scheme).unwrap_or("bearer")))
            .collect();
        for (name, scheme) in new {
            let text = format!(
                "    SecurityScheme {{\n        name: {},\n        scheme: {},\n        description: \"{MARK} say how to obtain and send the credentials.\",\n        likely: &[],\n    }},",
                quoted(name),
                quoted(scheme)
            );
            self.insert(
                &format!("{CONTRACT}catalogue/security_schemes.rs"),
                &text,
                |file, line| before_the_end_of(file, "pub const SECURITY_SCHEMES: ", line),
            );
        }
    }

    pub(crate) fn finish(self, decided: Decided) -> Result<Scaffold, Vec<String>> {
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let mut notes = self.notes;
        if decided.count > 0 {
            notes.push(format!("readings to complete in {READINGS}: {}; correct each `reason` and remove `{MARK}` from it", decided.count));
        }
        Ok(Scaffold {
            files: self.files,
            too_narrow: decided.too_narrow,
            notes,
            lost_names: decided.lost,
        })
    }
}

/// How a page's operation compares with the one that the contract has.
fn difference(operation: &Operation, known: &crate::known::Known) -> String {
    let facts = operation.elements.iter().flat_map(|element| {
        element.facts.iter().map(|fact| {
            (
                element.place.clone(),
                element.name.clone(),
                fact.aspect,
                fact.value.clone(),
            )
        })
    });
    let said: BTreeSet<_> = facts
        .filter(|it| (it.0.as_str(), it.2) != ("operation", Aspect::Listed))
        .collect();
    match said.symmetric_difference(&known.claims).count() {
        0 => format!(
            "lists `{}` with the other pages that have it: they agree",
            operation.name
        ),
        count => format!(
            "lists `{}` with the other pages that have it; {count} claims differ, and `check` shows them",
            operation.name
        ),
    }
}
