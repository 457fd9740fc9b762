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

/// How many lines a preamble has.
const LINES: usize = 12;

/// What ends the title of a page.
const TITLE_SUFFIX: &str = " API Documentation";

const PRODUCTS: &str = "API Products";

const INVITATION: &str = "Want to try this API out on our Playground?";

const PLAY: &str = "Go play now";

/// How a page says by which grant of OAuth 2.0 a caller gets its tokens.
const GRANT: [&str; 2] = [" uses the ", " grant type"];

impl<'s> Portal<'s> {
    pub(super) fn preamble(&mut self) {
        self.reach("page", self.page);
        let Some(first) = self.lines.peek() else {
            return;
        };
        if first.text == OLDER[0] {
            for text in OLDER {
                self.fixed(text, Rule::Navigation);
            }
            let product = self.product().unwrap_or_default();
            self.navigation(product);
        } else {
            self.skip(|_| true, Rule::Navigation);
            if self.lines.at(|line| line.text == SUMMARY) {
                self.state(first.number, self.page, Aspect::Title, first.text);
            } else {
                self.fixed(OPENING, Rule::Navigation);
                self.navigation(first.text);
            }
        }
        self.fixed(SUMMARY, Rule::Heading);
        let fixed = [SUMMARY, INVITATION, PLAY, LIST];
        if let Some(line) = self.due("a summary", |line| !fixed.contains(&line.text)) {
            self.summary(line);
            for _ in 0..self.paragraphs() {
                if let Some(line) = self.lines.next() {
                    self.summary(line);
                }
            }
        }
        self.fixed(INVITATION, Rule::Navigation);
        self.fixed(PLAY, Rule::Navigation);
        self.fixed(LIST, Rule::Heading);
        self.endpoint_list();
    }

    /// Reads where the page is among others, its title, and the product's name.
    fn navigation(&mut self, product: &str) {
        self.fixed("Home", Rule::Navigation);
        // There are two of these marks: the one behind is not this one.
        if self.lines.at(|line| line.text == PRODUCTS) {
            self.missing("`>`");
        } else {
            self.fixed(">", Rule::Navigation);
        }
        self.fixed(PRODUCTS, Rule::Navigation);
        self.fixed(">", Rule::Navigation);
        let expected = format!("a title that ends in `{TITLE_SUFFIX}`");
        if let Some(line) = self.due(&expected, |line| line.text.ends_with(TITLE_SUFFIX)) {
            self.state(line.number, self.page, Aspect::Title, line.text);
        }
        let expected = format!("`{product}`, as on the first line");
        self.due_as(Rule::Heading, &expected, |line| line.text == product);
    }

    /// The product's name in the title that is among the next lines.
    fn product(&self) -> Option<&'s str> {
        let lines = (0..LINES).map_while(|ahead| self.lines.peek_at(ahead));
        let mut titles = lines.filter_map(|line| line.text.strip_suffix(TITLE_SUFFIX));
        let (_, product) = titles.next()?.split_once(" - ")?;
        Some(product)
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
