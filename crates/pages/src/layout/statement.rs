//! What is stated of an element: whether it is required, its type, facts and wordings.

use std::ops::Range;

use claims::Aspect;

use super::field::Fields;
use super::file::Form;
use super::page::Page;
use super::state::{Element, ITEM, State, TAG, is_body};
use super::text::{Said, bare, plain};
use crate::markdown::CODE;
use crate::{Kind, Rule};

/// How many schemas are read within each other, and in all.
const DEEPEST: usize = 12;
const MOST: usize = 20_000;

impl Page<'_> {
    /// States what the fields say of an element, with what stood behind its name.
    pub(super) fn say_fields(&mut self, on: &mut Element, fields: &Fields, said: Said) {
        let layout = self.layout;
        let wordings = fields.all("description");
        let wordings = wordings.filter(|text| !layout.is("none", text));
        let wordings: Vec<_> = wordings.map(|text| layout.said(text, Form::Mark)).collect();
        let null = (Aspect::Default, "null".to_owned());
        let says_null = |said: &Said| said.is_nullable || said.facts.contains(&null);
        let is_nullable = says_null(&said) || wordings.iter().any(says_null);
        let cells = ["required", "optional"].map(|field| fields.get(field));
        let [own, other] = cells.map(|cell| self.answer(on, cell?));
        let mut marks = vec![own, other.map(|is| !is), said.required];
        for ty in [&*said.rest].into_iter().chain(fields.all("type")) {
            marks.push(self.say_type(on, ty, is_nullable));
        }
        marks.extend(wordings.iter().map(|said| said.required));
        marks.push(self.state.required.filter(|_| !on.name.is_empty()));
        // A part of a path needs no mark.
        let has_marks = !is_body(&on.place) && on.place != "path";
        let unmarked = layout.unmarked.filter(|_| has_marks);
        marks.push(unmarked.map(|mark| mark == "required"));
        self.say_required(on, marks.into_iter().flatten().next());
        self.say_facts(on, said.facts.into_iter().chain(layout.values(fields)));
        let deprecated = fields.get("deprecated");
        if deprecated.is_some_and(|text| layout.is("yes", text)) {
            self.say(on, Aspect::Keyword, "deprecated=true");
        }
        for said in wordings {
            self.describe_said(on, said);
        }
    }

    /// States the type of the values of a map: of the element that contains a row about them all. An
    /// element without a place is left for the row.
    pub(super) fn say_values(&mut self, on: Element, fields: &Fields) {
        let map = self
            .state
            .elements
            .last()
            .map_or(&self.state.base, |it| &it.name);
        let map = Element::named(&on.place, map.clone());
        // What an object contains belongs to the values too.
        let ty = fields.get("type").map(bare).filter(|ty| ty != "object");
        let ty = format!("map of string to {}", ty.unwrap_or_default());
        self.say_facts(&map, self.layout.types.of(&ty).and_then(|ty| ty.fact));
        let place = String::new();
        self.state.elements.push(Element { place, ..on });
    }

    /// What the cell *Required* says.
    fn answer(&mut self, on: &Element, cell: &str) -> Option<bool> {
        if self.layout.is("yes", cell) || self.layout.is("no", cell) {
            return Some(self.layout.is("yes", cell));
        }
        let said = self.layout.said(cell, Form::Mark);
        self.say_facts(on, said.facts);
        said.required
    }

    /// States whether an element is required. Of the body itself only the operation speaks.
    fn say_required(&mut self, on: &Element, is: Option<bool>) {
        let is_whole = on.name.is_empty() && is_body(&on.place);
        let is_own = is_whole && on.place == "body" && self.seen.reading.is_empty();
        if let Some(required) = is.filter(|_| is_own || !is_whole) {
            self.say(on, Aspect::Required, &required.to_string());
        }
    }

    /// States facts.
    fn say_facts(&mut self, on: &Element, facts: impl IntoIterator<Item = (Aspect, String)>) {
        let (first, lines) = (self.line, self.lines_of_block());
        for (aspect, mut value) in facts {
            if lines.len() > 1 {
                let fact = (aspect, value.clone());
                let says = |line: &u32| {
                    let facts = self.said_in(*line).facts.into_iter();
                    facts.map(|it| fit(on, it)).any(|it| it == fact)
                };
                self.line = lines.clone().find(says).unwrap_or(first);
            }
            if on.ty == "boolean" && ["True", "False", "TRUE", "FALSE"].contains(&&*value) {
                value.make_ascii_lowercase();
            }
            self.say(on, aspect, &value);
            self.line = first;
        }
    }

    /// The lines of the block.
    fn lines_of_block(&self) -> Range<u32> {
        let next = self.blocks.partition_point(|block| block.line <= self.line);
        let next = self.blocks.get(next).map_or(u32::MAX, |block| block.line);
        let is_rest = |line: &u32| {
            let text = self.lines.get(*line as usize - 1);
            text.is_some_and(|text| !text.trim_ascii().is_empty())
        };
        let end = (self.line + 1..next).find(|line| !is_rest(line));
        self.line..end.unwrap_or(next)
    }

    /// What a line says by itself.
    fn said_in(&self, line: u32) -> Said {
        let text = self.lines[line as usize - 1].replace('`', &CODE.to_string());
        self.layout.said(&plain(&text), Form::Mark)
    }

    /// States a type, and what a schema with its name says. Returns what the type says of `required`.
    fn say_type(&mut self, on: &mut Element, text: &str, is_nullable: bool) -> Option<bool> {
        let text = text.trim();
        if text.is_empty() || self.layout.is("none", &bare(text)) {
            return None;
        }
        let said = self.layout.marks(text);
        let is_words = |it: &(Aspect, String)| it.0 == Aspect::Enum && it.1.parse::<f64>().is_err();
        let is_enum = said.rest.is_empty() && said.facts.iter().any(is_words);
        let rest = if is_enum { "string" } else { &said.rest };
        let ty = self.layout.types.of(rest);
        let is_type = rest.is_empty() || ty.as_ref().is_some_and(|ty| ty.schema.is_none());
        let ty = ty.unwrap_or_default();
        let (mut name, schema) = (&*ty.name, ty.schema.as_deref().unwrap_or_default());
        let is_schema = self.seen.schemas.contains_key(schema);
        if !is_type && !is_schema {
            // What the page does not describe may be of any type.
            name = name.trim_end_matches("object").trim_end_matches(" of ");
        }
        let mut facts = said.facts;
        facts.extend(ty.fact);
        let is_said = is_schema && name == "object" && self.says_itself(schema);
        // Of an array, a schema says what its items are.
        let is_items = self.state.base_type.starts_with("array") && on.name == self.state.base;
        if !name.is_empty() && !is_said && !is_items {
            let is_nullable = is_nullable || said.is_nullable;
            let null = if is_nullable { "|null" } else { "" };
            facts.push((Aspect::Type, format!("{name}{null}")));
        } else if !is_type && !is_schema {
            facts.push((Aspect::Unread, "type".to_owned()));
        }
        name.clone_into(&mut on.ty);
        self.say_facts(on, facts);
        self.expand(schema, on);
        said.required
    }

    /// Whether a schema has a row of its own type: it is an array or a text.
    fn says_itself(&self, schema: &str) -> bool {
        let range = self.seen.schemas.get(schema).cloned().unwrap_or_default();
        let rows = self.blocks[range].iter().filter(|it| it.kind == Kind::Row);
        let mut firsts = rows.filter_map(|it| it.cells.first());
        firsts.any(|cell| self.layout.is("itself", &bare(&plain(cell))))
    }

    /// Reads the part of a schema as what is said of the element that refers to it.
    fn expand(&mut self, schema: &str, on: &Element) {
        let seen = &mut self.seen;
        let is_open = seen.reading.iter().any(|open| open == schema);
        let is_most = seen.reading.len() >= DEEPEST || seen.expanded >= MOST;
        let range = seen.schemas.get(schema).filter(|_| !is_open && !is_most);
        if let Some(range) = range.cloned() {
            seen.expanded += 1;
            seen.reading.push(schema.to_owned());
            let mut state = State::of(&on.place);
            state.base.clone_from(&on.name);
            state.base_type.clone_from(&on.ty);
            let (state, line) = (std::mem::replace(&mut self.state, state), self.line);
            self.line = self.blocks[range.start].line;
            self.rule(Rule::Heading);
            self.run(range.start + 1..range.end);
            (self.state, self.line) = (state, line);
            self.seen.reading.pop();
        }
    }

    /// What is said of the element or the place that is open. A pattern without placeholders is for words
    /// that mark it.
    pub(super) fn says(&mut self, index: usize, fields: &Fields) {
        let place = &*self.state.place;
        let is_place = place == "operation" || is_body(place);
        let place = is_place.then(|| Element::of(place));
        let Some(mut on) = self.element().or(place) else {
            return;
        };
        if !fields.0.is_empty() {
            self.rule(Rule::Heading);
            return self.say_fields(&mut on, fields, Said::default());
        }
        let said = self.layout.said(&self.blocks[index].text, Form::Mark);
        if said.is_nullable {
            self.say(&on, Aspect::Unread, "type");
        }
        self.say_required(&on, said.required);
        self.say_facts(&on, said.facts);
    }

    /// A text that no pattern explains: a wording of what it stands in.
    pub(super) fn prose(&mut self, index: usize) {
        let block = &self.blocks[index];
        if let Kind::Item(depth) = block.kind {
            self.leave(self.tag_depth() * TAG + (usize::from(depth) + 1) * ITEM);
        }
        let title = self.operation.as_ref().and_then(|it| it.title.as_ref());
        if title == Some(&self.texts[index]) {
            return self.rule(Rule::Heading);
        }
        if self.is_outside() || matches!(block.kind, Kind::Item(_)) {
            self.state.is_unread = true;
            return;
        }
        let text = block.text.clone();
        // A paragraph that is not indented ends a list.
        let is_indented = self.lines[block.line as usize - 1].starts_with([' ', '\t']);
        if block.kind == Kind::Paragraph && !is_indented {
            self.leave(self.tag_depth() * TAG + ITEM);
        }
        if let Some(element) = self.element() {
            return self.describe(&element, &text);
        }
        self.state.is_unread &= is_indented;
        if self.state.is_unread {
            return;
        }
        let place = self.state.place.clone();
        let mut places = self.operation.iter().flat_map(|it| &it.places);
        if text.ends_with(':') && places.any(|listed| listed.1 == place) {
            // It introduces something else.
            self.state = State::default();
        }
        let is_said = place == "operation" || (is_body(&place) && self.state.is_fresh);
        if is_said && self.seen.reading.is_empty() && !text.starts_with(['{', '[']) {
            self.state.is_fresh &= place != "operation";
            self.describe(&Element::of(&place), &text);
        }
    }

    /// A wording, with the marks and facts in it. One that states nothing goes with the line above.
    pub(super) fn describe(&mut self, on: &Element, text: &str) {
        if self.seen.rules.get(&self.line) == Some(&Rule::Unread) {
            self.seen.rules.remove(&self.line);
        }
        if !self.layout.is("none", text) {
            let said = self.layout.said(text, Form::Mark);
            self.say_required(on, said.required);
            self.describe_said(on, said);
        }
    }

    /// What a wording says.
    fn describe_said(&mut self, on: &Element, said: Said) {
        let facts = said.facts.into_iter().map(|fact| fit(on, fact));
        let is_own = |fact: &(Aspect, String)| !on.name.is_empty() || fact.0 == Aspect::Keyword;
        self.say_facts(on, facts.filter(is_own));
        if said.rest.contains(char::is_alphanumeric) {
            // Its facts are the layout's to find.
            self.claim(on, |reader, line| {
                reader.state_wording(line, &on.name, &said.rest);
                reader.unread(line, &on.name, &said.rest);
            });
        }
    }
}

/// A fact of a wording as the element can have it: `at most 40` of an array is a number of items, and
/// of a text it may be anything.
fn fit(on: &Element, (aspect, value): (Aspect, String)) -> (Aspect, String) {
    let (is_array, is_text) = (on.ty.starts_with("array"), on.ty == "string");
    let is_other = !is_text && !on.ty.is_empty();
    let is_keyword = |keyword: &str| aspect == Aspect::Keyword && value.starts_with(keyword);
    let is_count = aspect == Aspect::MinItems || is_keyword("maxItems");
    let is_bound = [Aspect::Minimum, Aspect::Maximum].contains(&aspect) || is_keyword("exclusive");
    let is_length = [Aspect::MinLength, Aspect::MaxLength].contains(&aspect);
    let is_unfit =
        (is_count && !is_array) || (is_bound && (is_text || is_array)) || (is_length && is_other);
    match aspect {
        Aspect::Minimum if is_array => (Aspect::MinItems, value),
        Aspect::Maximum if is_array => (Aspect::Keyword, format!("maxItems={value}")),
        _ if is_unfit => (Aspect::Unread, "range".to_owned()),
        _ => (aspect, value),
    }
}
