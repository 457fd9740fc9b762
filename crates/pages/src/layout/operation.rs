//! Operations: where they open, what they are called, and where the schemas are.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use claims::Aspect;
use regex::Regex;

use super::Fields;
use super::page::Page;
use super::state::{Element, State};
use crate::{Kind, Rule, path};

/// An operation that is open.
#[derive(Debug)]
pub(super) struct Operation {
    /// `GET /v1/boats/{boatId}`.
    pub(super) name: String,
    /// The level of the heading that it stands under; 0 if there is none.
    pub(super) level: u8,
    pub(super) title: Option<String>,
    /// The names and places of the parameters and properties that were listed.
    pub(super) places: BTreeSet<(String, String)>,
}

impl Operation {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            level: 0,
            title: None,
            places: BTreeSet::new(),
        }
    }
}

/// The names in a path: `:boatId`, `<boatId>`, `{{boatId}}`, `[boatId]`, `$boatId`.
static NAMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let name = r"([\w-]+)";
    Regex::new(&format!(
        r"/(?::{name}|<(?:\w+:)?{name}>|\{{\{{{name}\}}\}}|\[{name}\]|\$\{{?{name}\}}?)"
    ))
    .ok()
});

/// Whether fields have a method of HTTP and a path.
fn is_named(fields: &Fields) -> bool {
    let path = fields.get("path").or(fields.get("url"));
    let method = fields.get("method").map(str::to_lowercase);
    method.is_some_and(|method| path::METHODS.contains(&&*method))
        && path.is_some_and(|path| !path.contains(' '))
}

impl Page<'_> {
    /// A block that names an operation, or a part of its name.
    pub(super) fn name_operation(&mut self, index: usize, fields: &Fields) {
        let block = &self.blocks[index];
        self.rule(block.line, Rule::Heading);
        if self.seen.taken.contains(&index) {
            "operation".clone_into(&mut self.state.place);
            return;
        }
        let level = match block.kind {
            Kind::Heading(level) => level,
            _ => self
                .operation
                .as_ref()
                .map_or(self.seen.level, |it| it.level),
        };
        if !self.find_operation(index, fields, level) {
            self.rule(block.line, Rule::Unread);
        }
    }

    /// Looks in the part that a block begins for what is not said yet of method and path, up to the
    /// next heading that opens nothing, and opens the operation if both are there.
    pub(super) fn find_operation(&mut self, index: usize, fields: &Fields, level: u8) -> bool {
        let (mut found, mut taken, mut next) = (fields.clone(), Vec::new(), index);
        while !is_named(&found) {
            next += 1;
            let Some(block) = self.blocks.get(next) else {
                return false;
            };
            let is_heading = matches!(block.kind, Kind::Heading(_));
            let row = || Some(("operation", self.operation_row(next)?));
            match self.opened(next).or_else(row) {
                Some(("schema", _)) => return false,
                Some(("operation", said)) => {
                    if is_heading || (block.kind == Kind::Tag && is_named(&said)) {
                        return false;
                    }
                    // What is said first counts.
                    found.0.extend(said.0);
                    taken.push(next);
                }
                None if is_heading => return false,
                _ => {}
            }
        }
        let block = &self.blocks[index];
        let is_heading = matches!(block.kind, Kind::Heading(_));
        let title = is_heading && fields.0.is_empty() && self.opened(index).is_none();
        let title = title.then(|| ("title", self.texts[index].clone()));
        found.0.extend(title);
        let last = *taken.last().unwrap_or(&index);
        let line = self.blocks[last].line;
        self.seen.taken.extend(taken);
        self.open_operation(block.line, line, &found, level);
        true
    }

    fn open_operation(&mut self, title: u32, line: u32, fields: &Fields, level: u8) {
        let whole = fields.get("path").or(fields.get("url")).unwrap_or_default();
        let name = self.name_of_operation(fields.get("method").unwrap_or_default(), whole);
        self.state = State::of("operation");
        self.seen.operations.push(name.clone());
        self.operation = Some(Operation {
            level,
            ..Operation::new(name.clone())
        });
        let (page, on) = (self.reader.page.to_owned(), Element::of("operation"));
        self.say(line, &on, Aspect::Listed, &page);
        self.say(line, &on, Aspect::Documented, "");
        for name in path::names(&name).unwrap_or_default() {
            let on = Element::named("path", name.to_owned());
            self.say(line, &on, Aspect::Listed, "");
            self.list(&on);
        }
        let url = fields.get("url").filter(|url| url.contains("://"));
        if let Some(url) = url.filter(|url| *url != whole) {
            self.say_server(line, url);
        }
        self.say_of_operation(title, fields);
        for (line, said) in std::mem::take(&mut self.seen.pending) {
            self.say_of_operation(line, &said);
        }
        self.serve();
    }

    fn say_server(&mut self, line: u32, url: &str) {
        let on = Element::named("server", url.to_owned());
        self.say(line, &on, Aspect::Listed, "");
    }

    /// Where each operation behind the line is served.
    pub(super) fn serve(&mut self) {
        for (line, url) in self.seen.servers.clone() {
            if self.operation.is_some() {
                self.say_server(line, &url);
            }
        }
    }

    pub(super) fn say_of_operation(&mut self, line: u32, fields: &Fields) {
        let on = Element::of("operation");
        if let Some(title) = fields.get("title") {
            self.say(line, &on, Aspect::Title, title);
            if let Some(operation) = &mut self.operation {
                operation.title.get_or_insert_with(|| title.to_owned());
            }
        }
        if let Some(description) = fields.get("description") {
            self.describe(line, &on, description);
        }
    }

    /// Method and path as OpenAPI writes them: no server, no query, names in braces.
    fn name_of_operation(&self, method: &str, text: &str) -> String {
        let text = text.trim_matches(['`', '"', '\'', ',']);
        let end = text.find("{?").or(text.find(['?', '#']));
        let text = &text[..end.unwrap_or(text.len())];
        let mut servers = self
            .seen
            .servers
            .iter()
            .map(|it| it.1.trim_end_matches('/'));
        let served = servers.find_map(|url| text.strip_prefix(url));
        let host = text.split_once("://").map(|(_, behind)| behind);
        let host =
            host.or(Some(text).filter(|text| text.starts_with("{{") || text.starts_with('<')));
        let behind = host.map(|host| host.find('/').map_or("", |at| &host[at..]));
        let path = format!(
            "/{}",
            served.or(behind).unwrap_or(text).trim_start_matches('/')
        );
        let named = NAMES
            .as_ref()
            .map(|names| names.replace_all(&path, "/{$1$2$3$4$5}"));
        format!("{} {}", method.to_uppercase(), named.unwrap_or_default())
    }

    /// Notes a parameter or property; returns whether it is new.
    pub(super) fn list(&mut self, on: &Element) -> bool {
        let place = (on.name.clone(), on.place.clone());
        self.operation
            .as_mut()
            .is_some_and(|it| it.places.insert(place))
    }

    /// Finds the parts that describe a schema, each up to the next heading that is not deeper.
    pub(super) fn find_schemas(&mut self) {
        let mut index = 0;
        while index < self.blocks.len() {
            let Some(("schema", fields)) = self.opened(index) else {
                index += 1;
                continue;
            };
            let level = |index: usize| match self.blocks[index].kind {
                Kind::Heading(level) => level,
                _ => u8::MAX,
            };
            let own = level(index).min(6);
            let end = (index + 1..self.blocks.len()).find(|next| level(*next) <= own);
            let end = end.unwrap_or(self.blocks.len());
            if let Some(name) = fields.get("name").or(fields.get("title")) {
                self.seen
                    .schemas
                    .entry(name.to_owned())
                    .or_insert(index..end);
            }
            self.seen.starts.insert(index, end);
            index = end;
        }
    }
}
