//! Operations: where they open, what they are called, and where the schemas are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use claims::Aspect;
use regex_lite::Regex;

use super::field::{Field, Fields, Opens};
use super::page::{Page, Place};
use crate::{Kind, Rule, path};

/// An operation that is open.
#[derive(Debug)]
pub(super) struct Operation {
    /// `GET /v1/boats/{boatId}`.
    pub(super) name: String,
    /// The level of the heading that it stands under; 0 if there is none.
    pub(super) level: u8,
    pub(super) title: Option<String>,
    /// The places of the parameters that were listed.
    pub(super) places: BTreeMap<String, String>,
}

/// The names in a path: `:boatId`, `<boatId>`, `{{boatId}}`, `[boatId]`.
static NAMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"/(?::([\w-]+)|<(?:\w+:)?([\w-]+)>|\{\{([\w-]+)\}\}|\[([\w-]+)\]|\$\{?([\w-]+)\}?)")
        .ok()
});

/// Whether fields have a method of HTTP and a path.
fn is_named(fields: &Fields) -> bool {
    let path = fields.get(Field::Path).or(fields.get(Field::Url));
    let method = fields.get(Field::Method).map(str::to_lowercase);
    method.is_some_and(|method| path::METHODS.contains(&&*method))
        && path.is_some_and(|path| !path.contains(' '))
}

impl Page<'_> {
    /// A block that names an operation, or a part of its name.
    pub(super) fn name_operation(&mut self, index: usize, fields: &Fields) {
        if self.taken.contains(&index) {
            self.state.place = Place::Operation;
            return;
        }
        let block = &self.blocks[index];
        let level = match (block.kind, &self.operation) {
            (Kind::Heading(level), _) => level,
            (_, Some(operation)) => operation.level,
            (_, None) => self.level,
        };
        let mut fields = fields.clone();
        if let Kind::Heading(_) = block.kind {
            self.paths.retain(|path| path.0 < level);
            match (fields.get(Field::Method), fields.get(Field::Path)) {
                // The heading of a resource, whose operations have headings of their own.
                (None, Some(path)) => {
                    self.paths.push((level, path.to_owned()));
                    self.close();
                    return;
                }
                (Some(_), None) => {
                    let path = self.paths.last().map(|path| (Field::Path, path.1.clone()));
                    fields.0.extend(path);
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
        let mut found = fields.clone();
        let mut line = self.blocks[index].line;
        let mut taken = Vec::new();
        let mut next = index + 1;
        while !is_named(&found) {
            let Some(block) = self.blocks.get(next) else {
                return false;
            };
            let is_heading = matches!(block.kind, Kind::Heading(_));
            match self.opened(next).or_else(|| self.operation_row(next)) {
                Some((Opens::Operation, said)) => {
                    if is_heading || (block.kind == Kind::Tag && is_named(&said)) {
                        return false;
                    }
                    line = block.line;
                    let new = said
                        .0
                        .into_iter()
                        .filter(|field| found.get(field.0).is_none());
                    found.0.extend(new.collect::<Vec<_>>());
                    taken.push(next);
                }
                Some((Opens::Schema, _)) => return false,
                None if is_heading => return false,
                _ => {}
            }
            next += 1;
        }
        self.taken.extend(taken);
        let is_title = fields.0.is_empty() && matches!(self.blocks[index].kind, Kind::Heading(_));
        let title = match found.get(Field::Title) {
            Some(title) => Some(title.to_owned()),
            None => is_title.then(|| self.texts[index].clone()),
        };
        self.open_operation((self.blocks[index].line, title), line, &found, level);
        true
    }

    fn open_operation(
        &mut self,
        title: (u32, Option<String>),
        line: u32,
        fields: &Fields,
        level: u8,
    ) {
        let url = fields.get(Field::Url);
        let whole = fields.get(Field::Path).or(url).unwrap_or_default();
        let path = self.path(whole);
        let method = fields.get(Field::Method).unwrap_or_default().to_uppercase();
        self.close();
        (self.state.place, self.state.is_fresh) = (Place::Operation, true);
        self.operation = Some(Operation {
            name: format!("{method} {path}"),
            level,
            title: title.1.clone(),
            places: BTreeMap::new(),
        });
        let page = self.page_id();
        self.say(line, "operation", "", Aspect::Listed, &page);
        self.say(line, "operation", "", Aspect::Documented, "");
        if let (at, Some(title)) = title {
            self.say(at, "operation", "", Aspect::Title, &title);
        }
        for name in path::names(&path).unwrap_or_default() {
            self.say(line, "path", name, Aspect::Listed, "");
            self.list(name, "path");
        }
        if let Some(url) = url.filter(|url| url.contains("://") && *url != whole) {
            self.say(line, "server", url, Aspect::Listed, "");
        }
        if let Some(description) = fields.get(Field::Description) {
            self.describe(line, "operation", "", &description.to_owned());
        }
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
        if let Some(title) = fields.get(Field::Title) {
            self.say(line, "operation", "", Aspect::Title, title);
            if let Some(operation) = &mut self.operation {
                operation.title.get_or_insert_with(|| title.to_owned());
            }
        }
        if let Some(description) = fields.get(Field::Description) {
            self.describe(line, "operation", "", description);
        }
    }

    /// A row that lists an operation without opening it.
    pub(super) fn list_operation(&mut self, line: u32, fields: &Fields) {
        let (Some(method), Some(path), true) = (
            fields.get(Field::Method),
            fields.get(Field::Path),
            is_named(fields),
        ) else {
            return self.rule(line, Rule::Unread);
        };
        let name = format!("{} {}", method.to_uppercase(), self.path(path));
        if let Some(title) = fields.get(Field::Title) {
            self.titles.insert(title.to_owned(), fields.clone());
        }
        let (level, places) = (0, BTreeMap::new());
        let open = self.operation.replace(Operation {
            name,
            level,
            title: None,
            places,
        });
        let page = self.page_id();
        self.say(line, "operation", "", Aspect::Listed, &page);
        self.say_of_operation(line, fields);
        self.operation = open;
    }

    /// Method and path of the operation whose title a heading is, if a table has listed it.
    pub(super) fn listed(&self, index: usize) -> Fields {
        let mut fields = self
            .titles
            .get(&self.texts[index])
            .cloned()
            .unwrap_or_default();
        fields.0.retain(|(field, _)| *field != Field::Description);
        fields
    }

    /// A path as OpenAPI writes it: without server and query, with its names in braces.
    fn path(&self, text: &str) -> String {
        let text = text.trim_matches(['`', '"', '\'', ',']);
        let text = text.split("{?").next().unwrap_or_default();
        let text = text.split(['?', '#']).next().unwrap_or_default();
        let served = self
            .servers
            .iter()
            .find_map(|(_, url)| text.strip_prefix(url.trim_end_matches('/')));
        let path = served.unwrap_or_else(|| {
            let behind = text.split_once("://").map_or(text, |(_, behind)| behind);
            let is_host =
                behind.len() < text.len() || text.starts_with("{{") || text.starts_with('<');
            if is_host {
                behind.find('/').map_or("/", |at| &behind[at..])
            } else {
                text
            }
        });
        let path = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("/{path}")
        };
        match &*NAMES {
            Some(names) => names.replace_all(&path, "/{$1$2$3$4$5}").into_owned(),
            None => path,
        }
    }

    /// Notes the place of a parameter.
    pub(super) fn list(&mut self, name: &str, place: &str) {
        if let Some(operation) = &mut self.operation {
            operation
                .places
                .entry(name.to_owned())
                .or_insert_with(|| place.to_owned());
        }
    }

    /// Finds the parts that describe a schema, each up to the next heading that is not deeper.
    pub(super) fn find_schemas(&mut self) {
        let mut index = 0;
        while index < self.blocks.len() {
            let Some((Opens::Schema, fields)) = self.opened(index) else {
                index += 1;
                continue;
            };
            let own = match self.blocks[index].kind {
                Kind::Heading(level) => level,
                _ => 6,
            };
            let ends = |at: &usize| match self.blocks[*at].kind {
                Kind::Heading(level) => level <= own,
                _ => matches!(self.opened(*at), Some((Opens::Schema, _))),
            };
            let end = (index + 1..self.blocks.len())
                .find(ends)
                .unwrap_or(self.blocks.len());
            if let Some(name) = fields.get(Field::Name).or(fields.get(Field::Title)) {
                self.schemas.entry(name.to_owned()).or_insert(index..end);
            }
            self.starts.insert(index, end);
            index = end;
        }
    }
}
