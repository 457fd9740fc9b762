//! From the top of the page to the end of the list of endpoints.

use claims::Aspect;

use super::Portal;
use crate::Rule;
use crate::source::Line;

/// The line under the product's name. It tells this layout from the others.
pub(super) const OPENING: &str = "Select the following:";

/// What older pages open with instead.
pub(super) const OLDER: [&str; 3] = [
    "I am developing for the",
    "market, looking for the",
    "API Documentation.",
];

/// The heading of what the product is for. A page without navigation has it under the product's name.
pub(super) const SUMMARY: &str = "Summary";

/// The line over the list of endpoints.
pub(super) const LIST: &str = "Endpoints on this page";

/// What ends the title of a page.
const TITLE_SUFFIX: &str = " API Documentation";

const INVITATION: &str = "Want to try this API out on our Playground?";

/// How a page says by which grant of OAuth 2.0 a caller gets its tokens.
const GRANT: [&str; 2] = [" uses the ", " grant type"];

/// One line of the preamble.
#[derive(Clone, Copy)]
enum Part {
    /// The same on every page.
    Fixed(&'static str, Rule),
    Title,
    /// The product's name, as the page opens with it.
    Product,
    Summary,
}

/// The preamble under the product's name.
const PARTS: [Part; 12] = [
    Part::Fixed(OPENING, Rule::Navigation),
    Part::Fixed("Home", Rule::Navigation),
    Part::Fixed(">", Rule::Navigation),
    Part::Fixed("API Products", Rule::Navigation),
    Part::Fixed(">", Rule::Navigation),
    Part::Title,
    Part::Product,
    Part::Fixed(SUMMARY, Rule::Heading),
    Part::Summary,
    Part::Fixed(INVITATION, Rule::Navigation),
    Part::Fixed("Go play now", Rule::Navigation),
    Part::Fixed(LIST, Rule::Heading),
];

impl Part {
    fn is(self, line: &Line, product: &str) -> bool {
        match self {
            Self::Fixed(text, _) => line.text == text,
            Self::Title => line.text.ends_with(TITLE_SUFFIX),
            Self::Product => line.text == product,
            Self::Summary => !PARTS
                .iter()
                .any(|part| matches!(part, Self::Fixed(text, _) if line.text == *text)),
        }
    }

    fn expected(self, product: &str) -> String {
        match self {
            Self::Fixed(text, _) => format!("`{text}`"),
            Self::Title => format!("a title that ends in `{TITLE_SUFFIX}`"),
            Self::Product if product.is_empty() => "the product's name".to_owned(),
            Self::Product => format!("`{product}`, as on the first line"),
            Self::Summary => "a summary".to_owned(),
        }
    }
}

impl<'s> Portal<'s> {
    pub(super) fn preamble(&mut self) {
        self.reach("page", self.page, "the rest of the preamble");
        let Some(first) = self.lines.peek() else {
            return;
        };
        let (product, parts) = if first.text == OLDER[0] {
            for text in OLDER {
                self.fixed(text, Rule::Navigation);
            }
            (self.product().unwrap_or_default(), &PARTS[1..])
        } else {
            self.skip(|_| true, Rule::Navigation);
            let bare = self.lines.at(|line| line.text == SUMMARY);
            if bare {
                self.state(first.number, self.page, Aspect::Title, first.text);
            }
            (first.text, if bare { &PARTS[7..] } else { &PARTS[..] })
        };
        for (index, part) in parts.iter().enumerate() {
            self.part(*part, parts.get(index + 1).copied(), product);
        }
        self.reached.due = "the list of endpoints";
        self.endpoint_list();
    }

    /// The product's name in the title that is among the next lines.
    fn product(&self) -> Option<&'s str> {
        let lines = (0..PARTS.len()).map_while(|ahead| self.lines.peek_at(ahead));
        let mut titles = lines.filter_map(|line| line.text.strip_suffix(TITLE_SUFFIX));
        let (_, product) = titles.next()?.split_once(" - ")?;
        Some(product)
    }

    /// Reads a part, or reports that it is missing, is another one, or has a line before it.
    fn part(&mut self, part: Part, then: Option<Part>, product: &str) {
        let is_at = |ahead: usize, part: Part| {
            let line = self.lines.peek_at(ahead);
            line.is_some_and(|line| part.is(&line, product))
        };
        let is_then_at = |ahead: usize| match then {
            // Any line may be a summary.
            Some(Part::Summary) => false,
            Some(then) => is_at(ahead, then),
            None => self.is_listed_at(ahead),
        };
        // Two parts are alike: one of them too many is no part that is missing.
        let is_extra = is_at(1, part) && is_then_at(2);
        let is_missing = !is_at(0, part) && is_then_at(0) && !is_extra;
        let expected = part.expected(product);
        if is_missing {
            self.expect(&expected, |_, _| true);
        } else if let Some(line) = self.due(&expected, |line| part.is(line, product)) {
            self.read_part(part, line);
        }
    }

    fn read_part(&mut self, part: Part, line: Line) {
        match part {
            Part::Fixed(_, rule) => self.ledger.rule(line.number, rule),
            Part::Product => self.ledger.rule(line.number, Rule::Heading),
            Part::Title => self.state(line.number, self.page, Aspect::Title, line.text),
            Part::Summary => {
                self.summary(line);
                for _ in 0..self.paragraphs() {
                    if let Some(line) = self.lines.next() {
                        self.summary(line);
                    }
                }
            }
        }
    }

    fn summary(&mut self, line: Line) {
        self.state_wording(line.number, self.page, line.text);
        let behind = line.text.split_once(GRANT[0]).map(|(_, behind)| behind);
        if let Some((grant, _)) = behind.and_then(|behind| behind.split_once(GRANT[1])) {
            let said = format!("grant_type={grant}");
            self.state(line.number, self.page, Aspect::Keyword, &said);
        }
    }

    /// How many more lines belong to the summary: those up to the invitation, or to the end of the
    /// capture.
    fn paragraphs(&self) -> usize {
        for ahead in 0.. {
            match self.lines.peek_at(ahead) {
                Some(line) if line.text == INVITATION => return ahead,
                Some(line) if line.text == LIST || self.is_listed_at(ahead) => return 0,
                Some(_) => {}
                None => return ahead.saturating_sub(1),
            }
        }
        0
    }
}
