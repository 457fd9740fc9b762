//! What the readers of all layouts have in common: where they are, and what they state there.

use std::collections::BTreeSet;

use claims::{Aspect, Claim, PageClaims, Shared};

use crate::cursor::Cursor;
use crate::ledger::Ledger;
use crate::source::{Line, Source};
use crate::{PageError, Rule, path};

/// The type of what has nested fields: object or array, the page does not say which.
pub(crate) const NESTED: &str = "nested";

/// The type names of JSON Schema (2020-12 validation, section 6.1.1).
pub(crate) const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "object", "array"];

/// Whether a cell says that something holds.
pub(crate) fn truth(cell: &str) -> Option<&'static str> {
    match cell {
        "yes" | "Yes" | "YES" | "Mandatory" | "Required" => Some("true"),
        "no" | "No" | "NO" | "Optional" => Some("false"),
        _ => None,
    }
}

/// `string` of `string (date)`, and the format; of `string (30)`, a bound, and of `number (12,2)`,
/// its digits.
pub(crate) fn type_and_fact(text: &str) -> Option<(&str, Option<(Aspect, &str)>)> {
    let (ty, inner) = text.split_once(" (").unwrap_or((text, ")"));
    let inner = inner.strip_suffix(')').filter(|_| TYPES.contains(&ty))?;
    let aspect = match ty {
        _ if !inner.starts_with(|it: char| it.is_ascii_digit()) => Aspect::Format,
        "string" => Aspect::MaxLength,
        _ => Aspect::Precision,
    };
    Some((ty, (!inner.is_empty()).then_some((aspect, inner))))
}

/// The dotted path of a property within another one.
pub(crate) fn within(parent: &str, name: &str) -> String {
    if parent.is_empty() {
        name.to_owned()
    } else {
        format!("{parent}.{name}")
    }
}

/// What a layout has that a reader keeps in mind.
pub(crate) trait Layout {
    /// Whether all that the page announced was there.
    fn is_complete(&self) -> bool;

    /// A schema refers to another one.
    fn refer(&mut self, _name: &str) {}
}

/// How far the reader got: what a capture that ends here is in the middle of.
#[derive(Default)]
pub(crate) struct Reached {
    pub(crate) operation: String,
    pub(crate) place: String,
    pub(crate) name: String,
    /// Whether the layout has more behind this, so that no page ends here.
    pub(crate) is_open: bool,
}

/// Reads one page of a layout.
pub(crate) struct Reader<'s, L> {
    pub(crate) page: &'s str,
    pub(crate) lines: Cursor<'s>,
    pub(crate) ledger: Ledger<'s>,
    pub(crate) layout: L,
    pub(crate) reached: Reached,
    /// Whether the last line is cut, or something that the last lines tell.
    pub(crate) is_cut: bool,
    /// Values with which the page ends: they count only if it does not end in the middle of something.
    unsure: Vec<Claim>,
    shared: Shared,
}

impl<'s, L: Layout> Reader<'s, L> {
    pub(crate) fn new(source: &'s Source, layout: L) -> Self {
        Self {
            page: source.page,
            lines: Cursor::new(source),
            ledger: Ledger::new(source.page),
            layout,
            reached: Reached::default(),
            is_cut: false,
            unsure: Vec::new(),
            shared: Shared::default(),
        }
    }

    /// A claim at the operation and place that the reader has reached.
    pub(crate) fn state(&mut self, line: u32, name: &str, aspect: Aspect, value: &str) {
        let claim = self.claim(name, aspect, value);
        self.ledger.state(line, claim);
    }

    /// A wording, and the facts in it.
    pub(crate) fn describe(&mut self, line: u32, name: &str, wording: &str) {
        self.describe_up_to(line, name, wording, "");
    }

    /// A wording, and the facts in it; what it ends with introduces the lines that follow, which are
    /// read as the facts they are.
    pub(crate) fn describe_up_to(&mut self, line: u32, name: &str, wording: &str, end: &str) {
        self.state_wording(line, name, wording);
        self.facts(line, name, wording);
        self.unread(line, name, wording.strip_suffix(end).unwrap_or(wording));
    }

    /// A wording, and none of the facts in it.
    pub(crate) fn state_wording(&mut self, line: u32, name: &str, wording: &str) {
        let claim = self.claim(name, Aspect::Description, "stated");
        self.ledger.state_wording(line, claim, wording);
    }

    /// The facts in a wording, and no wording.
    pub(crate) fn facts(&mut self, line: u32, name: &str, wording: &str) {
        self.facts_that(line, name, wording, |_| true);
    }

    /// The facts of these aspects in a wording, and no wording; returns their values. A value with which
    /// the page ends may be cut.
    pub(crate) fn facts_that(
        &mut self,
        line: u32,
        name: &str,
        wording: &str,
        is_read: impl Fn(Aspect) -> bool,
    ) -> BTreeSet<String> {
        let facts = crate::prose::facts(wording).into_iter();
        let mut values = BTreeSet::new();
        for fact in facts.filter(|fact| is_read(fact.0)) {
            let cut = wording.ends_with(&*fact.1);
            self.value(line, name, fact.0, &fact.1, cut);
            values.insert(fact.1);
        }
        values
    }

    /// States a value, of which more may be missing if the page ends here.
    pub(crate) fn value(&mut self, line: u32, name: &str, aspect: Aspect, value: &str, cut: bool) {
        let claim = self.claim(name, aspect, value);
        if cut && self.lines.ends_with(line) {
            self.unsure.push(claim.clone());
        }
        self.ledger.state(line, claim);
    }

    /// The rules that a wording seems to state and that no fact carries.
    pub(crate) fn unread(&mut self, line: u32, name: &str, wording: &str) {
        for kind in crate::prose::unread(wording) {
            self.state(line, name, Aspect::Unread, kind);
        }
    }

    /// What one of the listed values means.
    pub(crate) fn explain(&mut self, line: u32, name: &str, value: &str, wording: &str) {
        let claim = self.claim(name, Aspect::EnumDescription, value);
        self.ledger.state_wording(line, claim, wording);
        self.unread(line, name, wording);
    }

    pub(crate) fn claim(&mut self, name: &str, aspect: Aspect, value: &str) -> Claim {
        let Reached {
            operation, place, ..
        } = &self.reached;
        self.shared.claim(operation, place, name, aspect, value)
    }

    /// States an operation that the page documents, and the names in its path, which it returns.
    pub(crate) fn open_operation<'p>(
        &mut self,
        line: Line,
        operation: &str,
        path: &'p str,
    ) -> Vec<&'p str> {
        operation.clone_into(&mut self.reached.operation);
        let page = self.page;
        self.reach("operation", "");
        self.state(line.number, "", Aspect::Listed, page);
        self.state(line.number, "", Aspect::Documented, "");
        let names = path::names(path).filter(|_| !path.contains(char::is_whitespace));
        if names.is_none() {
            self.expected(path::TEMPLATE, line);
        }
        let names = names.unwrap_or_default();
        for name in &names {
            self.list(line.number, "path", name);
        }
        self.reach("operation", "");
        names
    }

    /// Reaches a place or a name in it, which the line says is there.
    pub(crate) fn list(&mut self, line: u32, place: &str, name: &str) {
        self.reach(place, name);
        self.state(line, name, Aspect::Listed, "");
    }

    /// Marks how far the reader got in the operation.
    pub(crate) fn reach(&mut self, place: &str, name: &str) {
        place.clone_into(&mut self.reached.place);
        name.clone_into(&mut self.reached.name);
        self.reached.is_open = true;
    }

    /// Marks that something is read to its end if more of the page follows.
    pub(crate) fn leave(&mut self, place: &str) {
        if self.lines.peek().is_some() {
            self.reach(place, "");
        }
    }

    /// The line is not as the layout has it: an error, unless it is the page's last line and
    /// something is missing behind it. Then the capture was cut in the middle of the line, and
    /// the claim about the cut accounts for it.
    pub(crate) fn expected(&mut self, expected: &str, found: Line) {
        if self.lines.is_last(&found) && self.is_unfinished() {
            self.is_cut = true;
        } else {
            self.ledger.expected(expected, found);
        }
    }

    /// Something is missing before the next line, if there is one.
    pub(crate) fn missing(&mut self, expected: &str) {
        if let Some(line) = self.lines.peek() {
            self.ledger.expected(expected, line);
        }
    }

    /// Takes the line that is due; otherwise it is missing, or there is a line before it.
    pub(crate) fn due(
        &mut self,
        expected: &str,
        is_due: impl Fn(&Line) -> bool,
    ) -> Option<Line<'s>> {
        let line = self.lines.peek()?;
        if !is_due(&line) {
            self.expected(expected, line);
            if self.lines.is_last(&line) || self.lines.peek_at(1).as_ref().is_some_and(&is_due) {
                self.lines.next();
            }
        }
        self.lines.next_if(is_due)
    }

    /// The line that is due states nothing, for the reason that the rule names.
    pub(crate) fn due_as(&mut self, rule: Rule, expected: &str, is_due: impl Fn(&Line) -> bool) {
        if let Some(line) = self.due(expected, is_due) {
            self.ledger.rule(line.number, rule);
        }
    }

    /// The line that is due is this text, which states nothing for the reason that the rule names.
    pub(crate) fn fixed(&mut self, text: &str, rule: Rule) {
        self.due_as(rule, &format!("`{text}`"), |line| line.text == text);
    }

    /// Takes the next line if it passes the test. It states nothing, for the reason that the rule
    /// names.
    pub(crate) fn skip(&mut self, passes: impl FnOnce(&Line) -> bool, rule: Rule) -> bool {
        let line = self.lines.next_if(passes);
        if let Some(line) = line {
            self.ledger.rule(line.number, rule);
        }
        line.is_some()
    }

    /// Takes the next line if it is this text, which states nothing.
    pub(crate) fn skip_text(&mut self, text: &str, rule: Rule) -> bool {
        self.skip(|line| line.text == text, rule)
    }

    /// Whether the capture cuts this line, and what is left may be the start of one of these.
    pub(crate) fn is_cut_to(&self, line: &Line, texts: &[&str]) -> bool {
        self.lines.is_last(line) && texts.iter().any(|text| text.starts_with(line.text))
    }

    /// Too little is left of the last line to state anything.
    pub(crate) fn cut_line(&mut self) {
        self.lines.next();
        self.is_cut = true;
    }

    /// Something is missing before the next line if that one is known; otherwise it is not as the
    /// layout has it, nor what follows up to a line that is known.
    pub(crate) fn unexpected_until(
        &mut self,
        expected: &str,
        known: impl Fn(&Self, &Line) -> bool,
    ) {
        let Some(line) = self.lines.peek() else {
            return;
        };
        if known(self, &line) {
            return self.missing(expected);
        }
        self.lines.next();
        self.expected(expected, line);
        self.pass_over(known);
    }

    /// Takes the last lines of a page: the end of the capture cuts off what would tell their meaning.
    pub(crate) fn cut_lines(&mut self) {
        while let Some(line) = self.lines.next() {
            if !self.lines.is_last(&line) {
                self.ledger.rule(line.number, Rule::Cut);
            }
        }
        self.is_cut = true;
    }

    /// Passes over lines behind one that is reported.
    pub(crate) fn pass_over(&mut self, known: impl Fn(&Self, &Line) -> bool) {
        while self.lines.peek().is_some_and(|line| !known(self, &line)) {
            self.lines.next();
        }
    }

    /// Whether something is missing if the page ends here.
    pub(crate) fn is_unfinished(&self) -> bool {
        self.is_cut || self.reached.is_open || !self.layout.is_complete()
    }

    /// The page's claims; one of them says where the capture ends, if that is in the middle of
    /// something.
    pub(crate) fn close(mut self, source: &Source) -> Result<PageClaims, Vec<PageError>> {
        if self.ledger.errors() == 0 && self.is_unfinished() {
            self.ledger.retract(&self.unsure);
            let (line, column) = source.end();
            let name = std::mem::take(&mut self.reached.name);
            let value = format!("column {column}");
            self.state(line, &name, Aspect::Cut, &value);
        }
        self.ledger.close(source)
    }
}
