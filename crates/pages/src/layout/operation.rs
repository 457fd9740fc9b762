//! Operations: where they open, what they are called, and where the schemas are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use claims::Aspect;
use regex_lite::Regex;

use super::Fields;
use super::page::{Page, State};
use crate::{Kind, Rule, path};

/// An operation that is open.
#[derive(Debug)]
pub(super) struct Operation {
    /// `GET /v1/boats/{boatId}`.
    pub(super) name: String,
    /// The level of the heading that it stands under; 0 if there is none.
    pub(super) level: u8,
    pub(super) title: Option<String>,
    /// The places of the parameters and properties that were listed.
    pub(super) places: BTreeMap<String, String>,
}

impl Operation {
    fn new(name: String, level: u8) -> Self {
        let (title, places) = (None, BTreeMap::new());
        Self {
            name,
            level,
            title,
            places,
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
        if self.taken.contains(&index) {
            "operation".clone_into(&mut self.state.place);
            return;
        }
        let mut fields = fields.clone();
        let mut level = self.operation.as_ref().map_or(self.level, |it| it.level);
        if let Kind::Heading(own) = block.kind {
            level = own;
            self.paths.retain(|path| path.0 < own);
            match (fields.get("method"), fields.get("path")) {
                // The heading of a resource, whose operations have headings of their own.
                (None, Some(path)) => {
                    self.paths.push((own, path.to_owned()));
                    (self.operation, self.state) = (None, State::default());
                    return;
                }
                (_, None) => {
                    let path = self.paths.last().map(|path| path.1.clone());
                    fields.0.extend(path.map(|path| ("path", path)));
                }
                _ => {}
            }
        }
        if !self.find_operation(index, &fields, level) {
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
        let is_title = fields.get("path").is_none() || self.titles.contains_key(&self.texts[index]);
        let is_title = is_title && fields.get("title").is_none() && self.opened(index).is_none();
        let title = is_title && matches!(block.kind, Kind::Heading(_));
        let title = title.then(|| ("title", self.texts[index].clone()));
        found.0.extend(title);
        let last = *taken.last().unwrap_or(&index);
        let line = self.blocks[last].line;
        self.taken.extend(taken);
        self.open_operation(block.line, line, &found, level);
        true
    }

    fn open_operation(&mut self, title: u32, line: u32, fields: &Fields, level: u8) {
        let whole = fields.get("path").or(fields.get("url")).unwrap_or_default();
        let name = self.name_of_operation(fields.get("method").unwrap_or_default(), whole);
        self.state = State::of("operation");
        self.operation = Some(Operation::new(name.clone(), level));
        let page = self.page_id();
        self.say(line, "operation", "", Aspect::Listed, &page);
        self.say(line, "operation", "", Aspect::Documented, "");
        for name in path::names(&name).unwrap_or_default() {
            self.say(line, "path", name, Aspect::Listed, "");
            self.list(name, "path");
        }
        let url = fields.get("url").filter(|url| url.contains("://"));
        if let Some(url) = url.filter(|url| *url != whole) {
            self.say(line, "server", url, Aspect::Listed, "");
        }
        self.say_of_operation(title, fields);
        for (line, said) in std::mem::take(&mut self.pending) {
            self.say_of_operation(line, &said);
        }
        self.serve();
    }

    /// Where each operation behind the line is served.
    pub(super) fn serve(&mut self) {
        for (line, url) in self.servers.clone() {
            if self.operation.is_some() {
                self.say(line, "server", &url, Aspect::Listed, "");
            }
        }
    }

    pub(super) fn say_of_operation(&mut self, line: u32, fields: &Fields) {
        if let Some(title) = fields.get("title") {
            self.say(line, "operation", "", Aspect::Title, title);
            if let Some(operation) = &mut self.operation {
                operation.title.get_or_insert_with(|| title.to_owned());
            }
        }
        if let Some(description) = fields.get("description") {
            self.describe(line, "operation", "", description);
        }
    }

    /// A row that lists an operation without opening it.
    pub(super) fn list_operation(&mut self, line: u32, fields: &Fields) {
        let (true, Some(path)) = (is_named(fields), fields.get("path")) else {
            return self.rule(line, Rule::Unread);
        };
        if let Some(title) = fields.get("title") {
            self.titles.insert(title.to_owned(), fields.clone());
        }
        let name = self.name_of_operation(fields.get("method").unwrap_or_default(), path);
        let open = self.operation.replace(Operation::new(name, 0));
        let page = self.page_id();
        self.say(line, "operation", "", Aspect::Listed, &page);
        self.say_of_operation(line, fields);
        self.operation = open;
    }

    /// Method and path of the operation whose title a heading is, if a table has listed it.
    pub(super) fn listed(&self, index: usize) -> Fields {
        let listed = self.titles.get(&self.texts[index]);
        let fields = listed.into_iter().flat_map(|fields| &fields.0);
        let fields = fields.filter(|field| ["method", "path"].contains(&field.0));
        Fields(fields.cloned().collect())
    }

    /// Method and path as OpenAPI writes them: no server, no query, names in braces.
    fn name_of_operation(&self, method: &str, text: &str) -> String {
        let text = text.trim_matches(['`', '"', '\'', ',']);
        let end = text.find("{?").or(text.find(['?', '#']));
        let text = &text[..end.unwrap_or(text.len())];
        let mut servers = self.servers.iter().map(|it| it.1.trim_end_matches('/'));
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

    /// Notes the place of a parameter or property.
    pub(super) fn list(&mut self, name: &str, place: &str) {
        if let Some(operation) = &mut self.operation {
            let known = operation.places.entry(name.to_owned());
            known.or_insert_with(|| place.to_owned());
        }
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
                self.schemas.entry(name.to_owned()).or_insert(index..end);
            }
            self.starts.insert(index, end);
            index = end;
        }
    }
}
