//! Operations: where they open, what they are called, and where the schemas are.

use std::sync::LazyLock;

use claims::Aspect;
use regex::Regex;

use super::field::{Fields, Name};
use super::page::Page;
use super::state::{Element, Operation, State};
use crate::{Block, Kind, Rule, path};

/// The names in a path: `:boatId`, `<int:boatId>`, `(boatId)`, `{{boatId}}`, `[boatId]`, `$boatId`,
/// `#{boatId}`, `{boatId:int}`, `{+boatId}`.
static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    let named = r"/(?::(N)(?:\([^)]*\))?|<(?:\w+:)?(N)>|\((?:\w+:)?(N)\)|\{\{(N)\}\}|\[:?(N)\]|[$#]\{(N)\}|\$(N)|\{\+?(N)(?::[^{}]*)?\*?\})";
    Regex::new(&named.replace('N', r"[\w-]+")).expect("ways to write a name")
});

/// A path without what stands in front of it, a host, or `{{host}}` or `<host>`, and without a query.
static PATH: LazyLock<Regex> = LazyLock::new(|| {
    let path = r"^(?:.*?://[^/]*|(?:\{\{|<)[^/]*)?/*(.*?)(?:\{\?.*|[?#].*)?$";
    Regex::new(path).expect("a path and what is around it")
});

/// Whether fields have a method of HTTP and a path.
pub(super) fn is_named(fields: &Fields) -> bool {
    let path = fields.get("path").or(fields.get("url"));
    let is_path = path.is_some_and(|path| !path.contains(' '));
    is_path && fields.get("method").is_some_and(path::is_method)
}

/// How many blocks further a name may be completed.
const FURTHEST: usize = 300;

/// Whether fields have the one half of a name, and lack this other one.
fn lacks(fields: &Fields, half: Name) -> bool {
    let path = fields.get("path").or(fields.get("url")).is_some();
    let method = fields.get("method").is_some();
    if half == "path" {
        method && !path
    } else {
        path && !method
    }
}

/// Whether a text is an address without a path: `https://host`.
fn is_address(text: &str) -> bool {
    let rest = text.split_once("://").map(|(_, rest)| rest);
    rest.is_some_and(|rest| !rest.trim_end_matches('/').contains('/'))
}

impl Page<'_> {
    /// A block that names an operation, or a part of its name.
    pub(super) fn name_operation(&mut self, index: usize, fields: &Fields) {
        if self.seen.taken.contains(&index) {
            self.rule(Rule::Heading);
            "operation".clone_into(&mut self.state.place);
            return;
        }
        let open = self.operation.as_ref();
        let level = match self.blocks[index].kind {
            Kind::Heading(level) => level,
            _ => open.map_or(self.seen.level, |operation| operation.level),
        };
        // Half of a name is none.
        if self.find_operation(index, fields, level).is_some() {
            self.rule(Rule::Heading);
        }
    }

    /// Looks in the part that a block begins for what is not said yet of method and path, up to the
    /// next heading that opens nothing, and opens the operation; nothing if one of them is missing.
    pub(super) fn find_operation(
        &mut self,
        index: usize,
        fields: &Fields,
        level: u8,
    ) -> Option<()> {
        let (mut found, mut taken, mut next) = (fields.clone(), Vec::new(), index);
        found
            .0
            .retain(|(name, text)| *name != "path" || !is_address(text));
        // A path may stand above several methods.
        let half = self.seen.half.as_ref().filter(|_| lacks(&found, "path"));
        found.0.extend(half.map(|(_, path)| ("path", path.clone())));
        let is_enough = |found: &Fields| self.layout.method.is_some() && lacks(found, "method");
        while !is_named(&found) && !is_enough(&found) {
            next += 1;
            let Some(block) = self.blocks.get(next).filter(|_| next - index <= FURTHEST) else {
                break;
            };
            let is_heading = matches!(block.kind, Kind::Heading(_));
            let row = self.operation_row(next);
            // A row with a title needs no heading: the table is a list of operations.
            let is_listed = |row: &Fields| row.get("title").or(row.get("name")).is_some();
            if row.as_ref().is_some_and(is_listed) {
                break;
            }
            match self.opened(next).or(row.map(|row| ("operation", row))) {
                Some(("schema" | "skip", _)) => break,
                Some(("operation", said)) if said.get("path").is_some_and(is_address) => {}
                Some(("operation", said)) => {
                    let [method, path] = [lacks(&found, "method"), lacks(&found, "path")];
                    let completes =
                        (path && lacks(&said, "method")) || (method && lacks(&said, "path"));
                    let is_other = is_heading && !completes;
                    if is_other || (block.kind == Kind::Tag && is_named(&said)) {
                        break;
                    }
                    // What is said first counts, and what is another operation's is none of this one.
                    let is_new = completes || is_named(&said) || !(method || path);
                    if is_new && !self.seen.taken.contains(&next) {
                        found.0.extend(said.0);
                        taken.push(next);
                    }
                }
                None if is_heading => break,
                _ => {}
            }
        }
        let method = self.layout.method.filter(|_| !is_named(&found));
        let method = method.map(|method| ("method", method.to_owned()));
        found.0.extend(method);
        is_named(&found).then_some(())?;
        let first = found.0.iter().find(|it| ["method", "path"].contains(&it.0));
        if let Some(("path", path)) = first.map(|(name, text)| (*name, text)) {
            self.seen.half = Some((level, path.clone()));
        }
        let is_title = fields.0.is_empty() && self.opened(index).is_none();
        let title = is_title.then(|| ("title", self.texts[index].clone()));
        found.0.extend(title);
        let last = *taken.last().unwrap_or(&index);
        self.seen.taken.extend(taken);
        self.open_operation(self.blocks[last].line, &found, level);
        Some(())
    }

    /// Opens the operation that a line names.
    fn open_operation(&mut self, line: u32, fields: &Fields, level: u8) {
        let title = std::mem::replace(&mut self.line, line);
        let whole = fields.get("path").or(fields.get("url")).unwrap_or_default();
        let name = self.name_of_operation(fields.get("method").unwrap_or_default(), whole);
        self.state = State::of("operation");
        self.seen.operations.push(name.clone());
        let operation = self.operation.insert(Operation::default());
        (operation.name, operation.level, operation.line) = (name.clone(), level, line);
        let (page, on) = (self.reader.page, Element::of("operation"));
        self.say(&on, Aspect::Listed, page);
        self.say(&on, Aspect::Documented, "");
        for name in path::names(&name).unwrap_or_default() {
            let on = Element::named("path", name);
            self.say(&on, Aspect::Listed, "");
            self.list(&on);
        }
        let url = fields.get("url").filter(|url| url.contains("://"));
        if let Some(url) = url.filter(|url| *url != whole) {
            self.say(&Element::named("server", url), Aspect::Listed, "");
        }
        let pending = std::mem::take(&mut self.seen.pending);
        for (line, said) in [(title, fields.clone())].into_iter().chain(pending) {
            self.line = line;
            self.say_of_operation(&said);
        }
        self.line = title;
        self.serve();
    }

    /// Where the operation is served, and each behind the line.
    pub(super) fn serve(&mut self) {
        let here = self.line;
        for (line, url) in self.seen.servers.clone() {
            self.line = line;
            if self.operation.is_some() {
                self.say(&Element::named("server", url), Aspect::Listed, "");
            }
        }
        self.line = here;
    }

    /// Title and description of the operation.
    pub(super) fn say_of_operation(&mut self, fields: &Fields) {
        let on = Element::of("operation");
        if let Some(title) = fields.get("title") {
            self.say(&on, Aspect::Title, title);
            if let Some(operation) = &mut self.operation {
                operation.title.get_or_insert_with(|| title.to_owned());
            }
        }
        if let Some(description) = fields.get("description") {
            self.describe(&on, description);
        }
    }

    /// Method and path as OpenAPI writes them: no server, no query, names in braces.
    fn name_of_operation(&self, method: &str, text: &str) -> String {
        let text = text.trim_matches(['`', '"', '\'', ',']);
        let mut servers = self.seen.servers.iter();
        let served = servers.find_map(|(_, url)| text.strip_prefix(url.trim_end_matches('/')));
        let path = NAMES.replace_all(served.unwrap_or(text), "/{$1$2$3$4$5$6$7$8}");
        let path = PATH.replace(&path, "/$1");
        format!("{} {path}", method.to_uppercase())
    }

    /// Whether a block has method and path of an operation.
    fn opens_operation(&self, index: usize) -> bool {
        let opened = self.opened(index);
        opened.is_some_and(|(opens, fields)| opens == "operation" && is_named(&fields))
    }

    /// Finds the parts that describe a schema, each up to the next heading that is not deeper.
    pub(super) fn find_schemas(&mut self) {
        let level = |block: &Block| match block.kind {
            Kind::Heading(level) => level,
            _ => u8::MAX,
        };
        if self.layout.opens.iter().any(|it| it.0 == "schemas") {
            let is_part = |it| self.opened(it).is_some_and(|opened| opened.0 == "schemas");
            let first = (0..self.blocks.len()).position(is_part);
            self.seen.first_schema = first.unwrap_or(usize::MAX);
        }
        let mut end = 0;
        for index in 0..self.blocks.len() {
            let opened = self.opened(index).filter(|_| index >= end);
            let Some(("schema", fields)) = opened else {
                continue;
            };
            let own = level(&self.blocks[index]).min(6);
            let behind = &self.blocks[index + 1..];
            let length = behind.iter().position(|block| level(block) <= own);
            end = index + 1 + length.unwrap_or(behind.len());
            // A part below it may be an operation, which is none of the schema.
            let mut inner = index + 1..end;
            if let Some(named) = inner.find(|it| self.opens_operation(*it)) {
                let is_heading = |it: &usize| matches!(self.blocks[*it].kind, Kind::Heading(_));
                end = (index + 1..=named).rfind(is_heading).unwrap_or(named);
            }
            if let Some(name) = fields.get("name").or(fields.get("title")) {
                let schema = self.seen.schemas.entry(name.to_owned());
                schema.or_insert(index..end);
            }
            self.seen.starts.insert(index, end);
        }
    }
}
