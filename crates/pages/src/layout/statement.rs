//! What is stated of an element: whether it is required, its type, facts and wordings.

use claims::Aspect;

use super::page::{Anywhere, Page};
use super::state::{Element, ITEM, State, TAG, is_body, is_status, plain};
use super::text::{Said, bare};
use super::{Fields, Name};
use crate::reader::Reader;
use crate::{Kind, Rule};

/// How many schemas are read within each other, and in all.
const DEEPEST: usize = 12;
const MOST: usize = 20_000;

impl<'s> Page<'s> {
    /// States what the fields say of an element, with what stood behind its name.
    pub(super) fn say_fields(&mut self, line: u32, on: &mut Element, fields: &Fields, said: Said) {
        let wordings = fields.all("description");
        let wordings = wordings.filter(|text| !self.layout.is("none", text));
        let wordings: Vec<_> = wordings.map(|text| self.layout.wording(text)).collect();
        let is_nullable = |said: &Said| {
            said.is_nullable || said.facts.contains(&(Aspect::Default, "null".to_owned()))
        };
        let is_nullable = said.is_nullable || wordings.iter().any(is_nullable);
        let cells = ["required", "optional"].map(|field| fields.get(field));
        let [own, other] = cells.map(|cell| self.answer(line, on, cell?));
        let other = other.map(|answer| if answer == "true" { "false" } else { "true" });
        let mut required = own.or(other).or(said.required);
        for ty in [&*said.rest].into_iter().chain(fields.all("type")) {
            let marked = self.say_type(line, on, ty, is_nullable);
            required = required.or(marked);
        }
        required = required.or(wordings.iter().find_map(|said| said.required));
        if !on.name.is_empty() {
            required = required.or(self.state.required);
        }
        if !is_body(&on.place) {
            required = required.or(self.layout.unmarked);
        }
        self.say_required(line, on, required);
        let own = self.layout.values(fields);
        self.say_facts(line, on, said.facts.into_iter().chain(own));
        let deprecated = fields.get("deprecated");
        if deprecated.is_some_and(|text| self.layout.is("yes", text)) {
            self.say(line, on, Aspect::Keyword, "deprecated=true");
        }
        if let Some(media) = fields.get("media") {
            self.say(line, on, Aspect::MediaType, media);
        }
        for said in wordings {
            self.describe_said(line, on, said);
        }
    }

    /// What the cell *Required* says.
    fn answer(&mut self, line: u32, on: &Element, cell: &str) -> Option<Name> {
        if self.layout.is("yes", cell) {
            return Some("true");
        }
        if self.layout.is("no", cell) {
            return Some("false");
        }
        let said = self.layout.wording(cell);
        self.say_facts(line, on, said.facts);
        said.required
    }

    /// States whether an element is required. That a property is not, a schema says by silence.
    fn say_required(&mut self, line: u32, on: &Element, is: Option<Name>) {
        let is_whole = is_status(&on.place) && on.name.is_empty();
        let is = is.filter(|is| !is_body(&on.place) || (*is == "true" && !is_whole));
        if let Some(required) = is {
            self.say(line, on, Aspect::Required, required);
        }
    }

    fn say_facts(
        &mut self,
        line: u32,
        on: &Element,
        facts: impl IntoIterator<Item = (Aspect, String)>,
    ) {
        for (aspect, value) in facts {
            self.say(line, on, aspect, &value);
        }
    }

    /// States a type, and what a schema with its name says. Returns what the type says of `required`.
    fn say_type(
        &mut self,
        line: u32,
        on: &mut Element,
        text: &str,
        is_nullable: bool,
    ) -> Option<Name> {
        let text = text.trim();
        if text.is_empty() || self.layout.is("none", &bare(text)) {
            return None;
        }
        let said = self.layout.marks(text);
        let is_words =
            |fact: &(Aspect, String)| fact.0 == Aspect::Enum && fact.1.parse::<f64>().is_err();
        let is_enum = said.rest.is_empty() && said.facts.iter().any(is_words);
        let rest = if is_enum { "string" } else { &said.rest };
        self.say_facts(line, on, said.facts);
        let ty = self.layout.type_of(rest);
        let is_any = rest.is_empty() || ty.as_ref().is_some_and(|ty| ty.schema.is_none());
        let ty = ty.unwrap_or_default();
        let schema = ty
            .schema
            .as_ref()
            .filter(|it| self.seen.schemas.contains_key(*it));
        let outer = ty
            .schema
            .as_ref()
            .and_then(|it| ty.name.strip_suffix(&**it));
        let name = match (outer, schema) {
            (Some(outer), Some(_)) => format!("{outer}object"),
            // What the page does not describe may be of any type.
            (Some(outer), None) => outer.trim_end_matches(" of ").to_owned(),
            _ => ty.name,
        };
        let is_known = is_any || !name.is_empty();
        let is_said = name == "object" && schema.is_some_and(|schema| self.says_itself(schema));
        let null = said.is_nullable || is_nullable;
        let bound = if name == "string" {
            Aspect::MaxLength
        } else {
            Aspect::Precision
        };
        let keyword = ty
            .values
            .map(|values| format!("additionalProperties={values}"));
        let whole = if null {
            format!("{name}|null")
        } else {
            name.clone()
        };
        let whole = Some(whole).filter(|_| !name.is_empty() && !is_said);
        let unread = (!is_known).then(|| "type".to_owned());
        let facts = [
            (Aspect::Type, whole),
            (Aspect::Unread, unread),
            (Aspect::Format, ty.format),
            (bound, ty.bound),
            (Aspect::Keyword, keyword),
        ];
        let schema = schema.cloned();
        on.ty = name;
        let facts = facts
            .into_iter()
            .filter_map(|(aspect, value)| Some((aspect, value?)));
        self.say_facts(line, on, facts);
        if let Some(schema) = schema {
            self.expand(&schema, on);
        }
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
        let is_open = self.seen.reading.iter().any(|open| open == schema);
        let range = self.seen.schemas.get(schema).cloned().filter(|_| !is_open);
        let Some(range) =
            range.filter(|_| self.seen.reading.len() < DEEPEST && self.seen.expanded < MOST)
        else {
            return;
        };
        self.seen.expanded += 1;
        self.seen.reading.push(schema.to_owned());
        let state = State {
            base: on.name.clone(),
            ..State::of(&on.place)
        };
        let state = std::mem::replace(&mut self.state, state);
        self.rule(self.blocks[range.start].line, Rule::Heading);
        self.run(range.start + 1..range.end);
        self.state = state;
        self.seen.reading.pop();
    }

    /// What is said of the element or the place that is open.
    pub(super) fn says(&mut self, line: u32, fields: &Fields) {
        let place = &*self.state.place;
        let is_place = place == "operation" || is_body(place);
        let element = self
            .element()
            .or_else(|| is_place.then(|| Element::of(place)));
        let Some(mut on) = element else {
            return self.rule(line, Rule::Unread);
        };
        self.rule(line, Rule::Heading);
        self.say_fields(line, &mut on, fields, Said::default());
    }

    /// A text that no pattern explains: a wording of what it stands in.
    pub(super) fn prose(&mut self, index: usize) {
        let (block, text) = (&self.blocks[index], &self.texts[index]);
        let line = block.line;
        let title = self.operation.as_ref().and_then(|it| it.title.as_ref());
        if title == Some(text) {
            return self.rule(line, Rule::Heading);
        }
        if self.is_outside() || matches!(block.kind, Kind::Item(_)) {
            return self.rule(line, Rule::Unread);
        }
        let text = self.marked(index).into_owned();
        // A paragraph that is not indented ends a list.
        let is_indented = self.lines[line as usize - 1].starts_with([' ', '\t']);
        if block.kind == Kind::Paragraph && !is_indented {
            self.leave(self.tag_depth() * TAG + ITEM);
        }
        if let Some(element) = self.element() {
            return self.describe(line, &element, &text);
        }
        let place = self.state.place.clone();
        let mut places = self.operation.iter().flat_map(|it| &it.places);
        if text.ends_with(':') && places.any(|listed| listed.1 == place) {
            // It introduces something else.
            self.state = State::default();
        }
        let is_said = place == "operation" || (is_body(&place) && self.state.is_fresh);
        if !is_said || !self.seen.reading.is_empty() || text.starts_with(['{', '[']) {
            return self.rule(line, Rule::Unread);
        }
        self.state.is_fresh &= place != "operation";
        self.describe(line, &Element::of(&place), &text);
    }

    /// A wording, with the marks and facts in it.
    pub(super) fn describe(&mut self, line: u32, on: &Element, text: &str) {
        if !self.layout.is("none", text) {
            let said = self.layout.wording(text);
            self.say_required(line, on, said.required);
            self.describe_said(line, on, said);
        }
    }

    fn describe_said(&mut self, line: u32, on: &Element, said: Said) {
        let facts = said.facts.into_iter().map(|fact| fit(on, fact));
        let is_own = |fact: &(Aspect, String)| !on.name.is_empty() || fact.0 == Aspect::Keyword;
        self.say_facts(line, on, facts.filter(is_own));
        if said.rest.contains(char::is_alphanumeric) {
            self.at(line, &on.place)
                .describe(line, &on.name, &said.rest);
        }
    }

    /// The reader, set to where the next claims are made.
    fn at(&mut self, line: u32, place: &str) -> &mut Reader<'s, Anywhere> {
        let operation = self.operation.as_ref().map_or("", |it| &it.name);
        operation.clone_into(&mut self.reader.reached.operation);
        place.clone_into(&mut self.reader.reached.place);
        self.seen.read.insert(line);
        &mut self.reader
    }

    pub(super) fn say(&mut self, line: u32, on: &Element, aspect: Aspect, value: &str) {
        self.at(line, &on.place)
            .state(line, &on.name, aspect, value);
    }

    /// What one of the values of an element means.
    pub(super) fn explain(&mut self, line: u32, on: &Element, value: &str, wording: &str) {
        self.at(line, &on.place)
            .explain(line, &on.name, value, wording);
    }

    /// The line states nothing; what a later part says of it may be better.
    pub(super) fn rule(&mut self, line: u32, rule: Rule) {
        let known = self.seen.rules.entry(line).or_insert(rule);
        if *known == Rule::Unread {
            *known = rule;
        }
    }

    /// The lines that no block begins on: the rest of the block above, or marks.
    pub(super) fn account(&mut self) {
        const MARKS: [&str; 5] = ["```", "~~~", "<", "{%", "[block"];
        let mut above = Rule::Unread;
        for (line, text) in (1..).zip(&self.lines) {
            let text = text.trim();
            let is_markup = MARKS.iter().any(|mark| text.starts_with(mark))
                || !text.contains(char::is_alphanumeric);
            if self.seen.read.contains(&line) {
                above = Rule::Continued;
            } else if let Some(rule) = self.seen.rules.get(&line) {
                above = *rule;
            } else if !text.is_empty() {
                let rule = if is_markup { Rule::Markup } else { above };
                self.seen.rules.insert(line, rule);
            }
        }
    }
}

/// A fact of a wording as the element can have it: `at most 40` of an array is a number of items, and
/// of a text it may be anything.
fn fit(on: &Element, (aspect, value): (Aspect, String)) -> (Aspect, String) {
    let (is_array, is_text) = (on.ty.starts_with("array"), on.ty == "string");
    let is_keyword = |keyword: &str| aspect == Aspect::Keyword && value.starts_with(keyword);
    let is_count = aspect == Aspect::MinItems || is_keyword("maxItems");
    let is_bound = aspect == Aspect::Minimum || aspect == Aspect::Maximum;
    match aspect {
        Aspect::Minimum if is_array => (Aspect::MinItems, value),
        Aspect::Maximum if is_array => (Aspect::Keyword, format!("maxItems={value}")),
        _ if is_count && !is_array => (Aspect::Unread, "range".to_owned()),
        _ if (is_bound || is_keyword("exclusive")) && (is_text || is_array) => {
            (Aspect::Unread, "range".to_owned())
        }
        _ => (aspect, value),
    }
}
