//! The entry of a page in the catalogue, and the operations that it only lists.

use std::collections::BTreeSet;

use claims::Aspect;

use crate::CONTRACT;
use crate::catalogue::Draft;
use crate::insert::before_the_end_of;
use crate::names::{placeholder, quoted, variables};
use crate::operation::named;
use crate::said::{Operation, Said};
use crate::stubs::MARK;

/// A listed operation, as the vendors' files declare it.
const LISTED: &str = "//! Operations that a page lists and does not document: method, path and title, nothing invented.\n\nuse crate::catalogue::Listed;\n";

impl Draft<'_> {
    /// An operation that the page only lists.
    pub(crate) fn listed(&mut self, operation: &Operation) -> Option<String> {
        let vendor = self.input.vendor;
        let (method, path) = operation.method_and_path()?;
        let title = operation.title().unwrap_or(&operation.name);
        let known = self
            .vendor
            .operations
            .get(&operation.name)
            .and_then(|it| it.first());
        let (module, mut id) = named(operation, vendor);
        if let Some(known) = known {
            id.clone_from(&known.id);
        } else if self.vendor.ids.contains(&id) {
            id = format!("{id}{}", crate::names::pascal(&operation.name));
        }
        let file = format!("{CONTRACT}{vendor}/listed.rs");
        let known = self.text(&file).and_then(|text| constant(text, &id));
        let name = known.unwrap_or_else(|| {
            let inferred: Vec<_> = operation.element("operation", "").into_iter().flat_map(|it| it.all(Aspect::Inferred)).filter(|it| *it != "security").map(quoted).collect();
            let name = module.to_uppercase();
            let text = format!(
                "\n/// `{method} {path}`: {title}.\npub const {name}: Listed = Listed {{\n    id: {},\n    method: {},\n    path: {},\n    title: {},\n    inferred: &[{}],\n}};",
                quoted(&id), quoted(&method), quoted(path), quoted(title), inferred.join(", ")
            );
            if self.text(&file).is_none() {
                self.create(&file, LISTED.to_owned());
                self.module(&format!("{CONTRACT}{vendor}.rs"), &format!("The APIs of {}.", self.input.title), "listed");
            }
            self.insert(&file, &text, |file, text| Some(format!("{}\n{text}\n", file.trim_end())));
            name
        });
        Some(format!(
            "Operation::Listed(crate::{vendor}::listed::{name})"
        ))
    }

    /// The entry of the page in the catalogue.
    pub(crate) fn entry(&mut self, said: &Said, entries: &[String]) {
        let (id, vendor) = (&self.input.page.page, self.input.vendor);
        let path = format!("{CONTRACT}catalogue/providers.rs");
        let text = self.text(&path).unwrap_or_default();
        let group = format!("group: {},", quoted(vendor));
        let servers = text.split_once(&group).and_then(|(_, rest)| {
            let (servers, _) = rest.split_once("servers: ")?.1.split_once(',')?;
            Some(servers.to_owned())
        });
        let named = servers
            .clone()
            .unwrap_or_else(|| format!("{}_SERVERS", vendor.to_uppercase()));
        let page = said.page(id);
        let option = |text: Option<&str>| {
            text.map_or("None".to_owned(), |it| format!("Some({})", quoted(it)))
        };
        let title = page.and_then(|it| {
            let mut facts = it.facts.iter().filter(|it| it.aspect == Aspect::Title);
            facts.next().map(|it| it.value.as_str())
        });
        let stated = self.input.page.claims.iter().map(|it| &it.claim);
        let mut stated = stated.filter(|it| &*it.place == "page" && it.aspect == Aspect::Title);
        let title = title.or_else(|| stated.next().map(|it| &*it.value));
        let note = format!("{MARK} say which page it is.");
        let note = (title.is_none() || self.input.url.is_none()).then_some(note.as_str());
        let description = page
            .and_then(|it| self.vendor.description(it))
            .map(str::to_owned);
        let description = description.unwrap_or_else(|| format!("{MARK} say what the API is for."));
        let entry = format!(
            "    Provider {{\n        id: {},\n        group: {},\n        title: {},\n        page_title: {},\n        page_note: {},\n        url: {},\n        description: {},\n        servers: {named},\n        operations: &[\n{}        ],\n    }},",
            quoted(id),
            quoted(vendor),
            quoted(self.input.title),
            option(title),
            option(note),
            option(self.input.url),
            quoted(&description),
            entries
                .iter()
                .map(|it| format!("            {it},\n"))
                .collect::<String>()
        );
        self.insert(&path, &entry, |file, entry| {
            before_the_end_of(file, "pub const PROVIDERS: ", entry)
        });
        if servers.is_none() {
            let servers = said
                .operations()
                .flat_map(|it| it.parameters("server"))
                .map(|it| it.name.as_str());
            let servers: BTreeSet<&str> = servers.collect();
            let server = |url: &&str| {
                let variables = variables(url).map(|name| {
                    let (name, default) = (quoted(name), quoted(&placeholder(name)));
                    format!("ServerVariable {{ name: {name}, default: {default} }}")
                });
                format!(
                    "Server {{\n    url: {},\n    description: \"{MARK} say what is served there.\",\n    variables: &[{}],\n    likely: &[],\n}}",
                    quoted(url),
                    variables.collect::<Vec<_>>().join(", ")
                )
            };
            let servers: Vec<String> = servers.iter().map(server).collect();
            let text = format!("\nconst {named}: &[Server] = &[{}];", servers.join(", "));
            self.insert(&path, &text, |file, text| {
                Some(format!("{}\n{text}\n", file.trim_end()))
            });
        }
    }
}

/// The name of the constant with an id in a file of listed operations.
fn constant(text: &str, id: &str) -> Option<String> {
    let before = &text[..text.find(&quoted(id))?];
    let line = before
        .lines()
        .rev()
        .find(|it| it.contains(':') && it.trim_start() != "id: ")?;
    let name = line
        .trim()
        .trim_start_matches("pub const ")
        .split(':')
        .next()?;
    Some(name.to_owned())
}
