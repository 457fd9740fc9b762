//! Parameters and properties: what they are called, where they are, and what contains them.

use claims::Aspect;

use super::field::{Field, Fields, PLACES};
use super::page::Page;
use super::state::{Element, ITEM, TAG, is_body, unlisted};
use super::text::{Said, bare, plain};
use crate::reader::{NESTED, within};
use crate::{Block, Kind, Rule};

/// What pages indent the names of nested properties with.
const MARKS: &[char] = &[
    ' ', '\u{a0}', '\u{2003}', '»', '→', '↳', '└', '├', '─', '│', '•', '›', '>', '-', '–', '—',
];

impl Page<'_> {
    /// Whether a pattern has found a property: its name is one, and so is its type.
    pub(super) fn is_property(&self, block: &Block, fields: &Fields) -> bool {
        let placed = || self.place(fields, &self.named(fields.name()?)?.0.name);
        let is_typed = || fields.get("type").is_none_or(|text| self.is_type(text));
        block.kind == Kind::Tag || (!self.is_outside() && is_typed() && placed().is_some())
    }

    /// Whether a text is nothing but a type and marks; a word beside `required` is meant as a type.
    pub(super) fn is_type(&self, text: &str) -> bool {
        let said = self.layout.marks(text);
        let Some(ty) = self.layout.types.of(&said.rest) else {
            return said.rest.is_empty();
        };
        let is_known = |schema| self.seen.schemas.contains_key(schema);
        said.required.is_some() || ty.schema.as_ref().is_none_or(is_known)
    }

    /// A block that is a property or parameter.
    pub(super) fn property_block(&mut self, index: usize, fields: &Fields) {
        let block = &self.blocks[index];
        let depth = match block.kind {
            Kind::Item(depth) | Kind::Term(depth) => (usize::from(depth) + 1) * ITEM,
            Kind::Heading(level) => usize::from(level),
            _ => ITEM - 1,
        };
        let depth = self.tag_depth() * TAG + depth;
        self.state.is_within = self.property(fields, depth).is_some();
        self.state.is_unread = !self.state.is_within;
    }

    /// States a property or parameter; nothing if it is none.
    pub(super) fn property(&mut self, fields: &Fields, depth: usize) -> Option<()> {
        let (mut on, said) = self.named(fields.name()?)?;
        self.place(fields, &on.name)?.clone_into(&mut on.place);
        on.depth += depth;
        self.leave(on.depth);
        let outer = self.state.elements.last();
        // What the values of a map contain is not read.
        outer
            .is_none_or(|outer| !outer.place.is_empty())
            .then_some(())?;
        // A parameter has none within it.
        let is_within = |outer: &Element| outer.place == on.place && !outer.name.is_empty();
        if !is_body(&on.place) && self.state.elements.last().is_some_and(is_within) {
            return None;
        }
        if self.layout.is("values", &on.name) {
            self.say_values(on, fields);
            return Some(());
        }
        if is_body(&on.place) {
            let parent = self.state.elements.last().filter(|it| it.place == on.place);
            let parent = parent.map_or(&self.state.base, |it| &it.name).clone();
            let name = on.name.replace("[*]", "[]").replace("[0]", "[]");
            let whole = |name: &str| {
                let name = name.replace("[]", "");
                let rest = name.strip_prefix(&*parent).unwrap_or_default();
                match &*name {
                    "" => parent.clone(),
                    _ if parent.is_empty() || rest.starts_with('.') => name,
                    _ => within(&parent, &name),
                }
            };
            on.name = whole(&name);
            // A page may name the properties of an object, or of an array's items, and not the outer one.
            let bare = name.replace("[]", "");
            let is_absolute = on.name == bare && !parent.is_empty();
            for (end, _) in name.match_indices('.') {
                let outer = &name[..end];
                if is_absolute && outer.replace("[]", "").len() <= parent.len() {
                    continue;
                }
                let array = outer.strip_suffix("[]").map(|it| (it, "array of object"));
                let (outer, ty) = array.unwrap_or((outer, NESTED));
                let outer = Element::named(&on.place, whole(outer));
                if outer.name != parent && self.list(&outer) {
                    self.say(&outer, Aspect::Listed, "");
                    self.say(&outer, Aspect::Type, ty);
                }
            }
            if on.depth < ITEM && self.state.columns.is_none() {
                self.known(&mut on);
            }
        }
        if on.name != self.state.base {
            self.say(&on, Aspect::Listed, "");
            self.list(&on);
        }
        // The row of the place itself may state nothing.
        self.rule(Rule::Continued);
        self.state.is_fresh = false;
        self.say_fields(&mut on, fields, said);
        self.state.elements.push(on);
        Some(())
    }

    /// Splits a text into the element that it names and the words behind the name. What these words
    /// do not mark is a type. The name is empty where the text means the place itself.
    ///
    /// Returns nothing if the text begins with no name.
    fn named(&self, cell: &str) -> Option<(Element, Said)> {
        let shown = cell.trim_start_matches(MARKS);
        let depth = (cell.chars().count() - shown.chars().count()).min(ITEM / 2);
        let shown = plain(shown);
        if depth == 0 && self.layout.is("itself", &shown) {
            return Some(Default::default());
        }
        let (name, rest) = shown.split_at(shown.find([' ', '(', ',']).unwrap_or(shown.len()));
        let mut name = name.trim_matches(['`', '"', '\'', ':']);
        let rest = rest.trim_matches([' ', ',', ':', '-', '–']);
        let mut said = self.layout.marks(rest);
        for (mark, required) in [('*', true), ('?', false)] {
            if let Some(bare) = name.strip_suffix(mark).or(name.strip_prefix(mark)) {
                (name, said.required) = (bare, Some(required));
            }
        }
        let is_name = name.contains(char::is_alphanumeric) && self.is_type(&said.rest);
        let mut on = Element::named("", name);
        on.depth = depth;
        is_name.then_some((on, said))
    }

    /// Completes the name that a heading has: a part about `owner` is about `boat.owner`, if no other
    /// property is called so.
    fn known(&self, on: &mut Element) {
        let end = format!(".{}", on.name);
        let places = self.operation.iter().flat_map(|it| &it.places);
        let names = places.filter(|it| it.1 == on.place).map(|it| &it.0);
        let mut names = names.filter(|it| **it == on.name || it.ends_with(&end));
        if let Some(first) = names.next().filter(|_| names.next().is_none()) {
            on.name.clone_from(first);
        }
    }

    /// Where a parameter is.
    fn place(&self, fields: &Fields, name: &str) -> Option<&str> {
        if self.is_outside() {
            return None;
        }
        if let Some((place, _)) = fields.placed() {
            return Some(place);
        }
        if let Some(cell) = fields.get("in").filter(|_| self.seen.reading.is_empty()) {
            let cell = cell.to_lowercase();
            let place = PLACES.split(' ').find(|place| cell.contains(place));
            return place.or(match &*cell {
                "url" | "uri" => Some("path"),
                "form" | "formdata" | "form-data" | "form data" => Some("body"),
                _ => None,
            });
        }
        let place = match &*self.state.place {
            "" | "part" | "errors" => return None,
            "operation" => self.layout.unplaced?,
            place => place,
        };
        if place != "parameters" {
            return Some(place);
        }
        let operation = self.operation.as_ref()?;
        let mut places = ["path", "body", "cookie", "header", "query"].into_iter();
        let listed = operation.places.iter().filter(|it| it.0 == name);
        let listed: Vec<_> = listed.map(|it| &*it.1).collect();
        let place = places.find(|it| listed.contains(it));
        Some(place.unwrap_or_else(|| unlisted(&operation.name)))
    }

    /// The attributes of a tag, as the columns of a table have them.
    pub(super) fn attributes(&self, block: &Block, fields: &mut Fields) {
        let cells = block.cells.iter().filter(|_| block.kind == Kind::Tag);
        for (name, value) in cells.filter_map(|cell| cell.split_once('=')) {
            let field = Field::named(name).map(|field| &*field.name);
            let field = field.or_else(|| self.layout.column(name));
            let field = field.filter(|it| *it != "nothing" && fields.get(it).is_none());
            let field = field.map(|field| (field, bare(value.trim())));
            fields.0.extend(field);
        }
    }
}
