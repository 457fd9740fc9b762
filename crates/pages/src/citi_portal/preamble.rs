//! From the top of the page to the end of the list of endpoints.

use claims::{Aspect, Claim};

use super::{Endpoint, Portal};
use crate::Rule;

/// The navigation under the product's name.
pub(super) const NAVIGATION: [&str; 5] =
    ["Select the following:", "Home", ">", "API Products", ">"];

/// What ends the title of a page.
const TITLE_SUFFIX: &str = " API Documentation";

/// The methods of HTTP (RFC 9110, section 9, and RFC 5789), as the page writes them.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

impl Portal<'_> {
    pub(super) fn preamble(&mut self) {
        let product = self.lines.next();
        if let Some(line) = product {
            self.ledger.rule(line.number, Rule::Navigation);
        }
        for text in NAVIGATION {
            self.fixed(text, Rule::Navigation);
        }
        self.title();
        self.fixed(product.map_or("", |line| line.text), Rule::Heading);
        self.fixed("Summary", Rule::Heading);
        if let Some(line) = self.lines.next() {
            let claim = Claim::new("", "page", self.page, Aspect::Description, "stated");
            self.ledger.state_wording(line.number, claim, line.text);
        }
        self.fixed(
            "Want to try this API out on our Playground?",
            Rule::Navigation,
        );
        self.fixed("Go play now", Rule::Navigation);
        self.fixed("Endpoints on this page", Rule::Heading);
        self.reach("page", self.page, "the list of endpoints");
        self.endpoints();
    }

    /// A line that every page of this layout has here.
    pub(super) fn fixed(&mut self, text: &str, rule: Rule) {
        self.reached.due = "the rest of the preamble";
        let found = (0..3).find(|ahead| self.lines.peek_at(*ahead).is_some_and(|l| l.text == text));
        let expected = format!("`{text}`");
        // What stands before it is too much; without it, it is what is missing.
        for _ in 0..found.unwrap_or_default() {
            if let Some(line) = self.lines.next() {
                self.ledger.expected(&expected, line);
            }
        }
        match (found, self.lines.peek()) {
            (Some(_), _) => {
                if let Some(line) = self.lines.next() {
                    self.ledger.rule(line.number, rule);
                }
            }
            (None, Some(line)) => self.ledger.expected(&expected, line),
            (None, None) => {}
        }
    }

    fn title(&mut self) {
        let Some(line) = self.lines.next() else {
            return;
        };
        if line.text.ends_with(TITLE_SUFFIX) {
            let claim = Claim::new("", "page", self.page, Aspect::Title, line.text);
            self.ledger.state(line.number, claim);
        } else {
            self.ledger
                .expected(&format!("a title that ends in `{TITLE_SUFFIX}`"), line);
        }
    }

    fn endpoints(&mut self) {
        while let Some(line) = self.lines.next_if(|line| endpoint(line.text).is_some()) {
            let Some((method, path, title)) = endpoint(line.text) else {
                break;
            };
            let operation = format!("{} {path}", method.to_uppercase());
            if title.is_empty() {
                self.ledger.expected("a title behind method and path", line);
            }
            self.reached.operation.clone_from(&operation);
            "operation".clone_into(&mut self.reached.place);
            self.state(line.number, "", Aspect::Listed, self.page);
            self.state(line.number, "", Aspect::Title, title);
            "path".clone_into(&mut self.reached.place);
            for name in template_names(path) {
                self.state(line.number, name, Aspect::Listed, "");
            }
            let endpoint = Endpoint {
                operation,
                title: title.to_owned(),
                has_section: false,
            };
            if self
                .index
                .insert(format!("{method} {path}"), endpoint)
                .is_some()
            {
                self.ledger
                    .expected("an endpoint that is not in the list yet", line);
            }
        }
        self.reached = super::Reached::default();
        if self.index.is_empty() {
            self.reached.due = "the list of endpoints";
        }
    }
}

/// Method, path and title of `get /v1/customers/profiles Retrieve …`.
fn endpoint(text: &str) -> Option<(&str, &str, &str)> {
    let (method, rest) = text.split_once(' ')?;
    let (path, title) = rest.split_once(' ').unwrap_or((rest, ""));
    (METHODS.contains(&method) && path.starts_with('/')).then_some((method, path, title.trim()))
}

/// `accountId` of `/v1/cards/accounts/{accountId}/addresses` (RFC 6570, level 1).
fn template_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
}
