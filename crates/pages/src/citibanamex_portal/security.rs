//! How the caller of an operation proves who it is.

use claims::Aspect;

use super::Portal;
use crate::Rule;
use crate::source::Line;

/// What stands over several sets of schemes.
pub(super) const ONE_OF: &str =
    "To use this operation you must use one of the following sets of security requirements.";

/// The headings of addresses of OAuth 2.0, with the keywords of Swagger 2.0.
const ADDRESSES: [(&str, &str); 2] = [
    ("Token URL", "tokenUrl"),
    ("Authorization URL", "authorizationUrl"),
];

const SCOPES: &str = "Scopes";

/// A scheme: its title, its name and its kind in parentheses.
type Scheme<'l> = [Line<'l>; 3];

impl<'s> Portal<'s> {
    /// The scheme that the next lines open.
    pub(super) fn peek_scheme(&self) -> Option<Scheme<'s>> {
        let kind = self.lines.peek_at(2)?;
        facts(kind.text)?;
        Some([self.lines.peek()?, self.lines.peek_at(1)?, kind])
    }

    pub(super) fn security(&mut self) {
        loop {
            if let Some(line) = self.lines.next_if_text(ONE_OF) {
                self.reach("security", "");
                self.describe(line.number, "", line.text);
            } else if let Some(scheme) = self.peek_scheme() {
                self.scheme(scheme);
            } else {
                return;
            }
        }
    }

    fn scheme(&mut self, scheme: Scheme<'s>) {
        let [title, name, kind] = scheme.map(|line| {
            self.lines.next();
            line
        });
        self.list(title.number, "security", title.text);
        self.ledger.rule(name.number, Rule::Heading);
        if name.text != title.text {
            self.keyword_of(title.text, name, "name");
        }
        for (aspect, value) in facts(kind.text).into_iter().flatten() {
            self.state(kind.number, title.text, aspect, &value);
        }
        let mut scopes = false;
        while let Some(line) = self.text() {
            let address = ADDRESSES.iter().find(|it| it.0 == line.text);
            if let Some((_, keyword)) = address {
                self.ledger.rule(line.number, Rule::Heading);
                if let Some(line) = self.text() {
                    self.keyword_of(title.text, line, keyword);
                }
            } else if line.text == SCOPES {
                self.ledger.rule(line.number, Rule::Heading);
                scopes = true;
            } else if scopes && !line.text.contains(' ') {
                // A scope is one word; what it means is more than one.
                self.keyword_of(title.text, line, "scope");
            } else {
                self.describe(line.number, title.text, line.text);
            }
        }
    }

    fn keyword_of(&mut self, name: &str, line: Line, keyword: &str) {
        let value = format!("{keyword}=\"{}\"", line.text);
        self.state(line.number, name, Aspect::Keyword, &value);
    }
}

/// What the kind of a scheme says, in the words of OpenAPI.
fn facts(kind: &str) -> Option<[(Aspect, String); 2]> {
    let kind = kind.strip_prefix('(')?.strip_suffix(')')?;
    let (ty, aspect, value) = if kind == "basic" {
        ("http", Aspect::Scheme, kind.to_owned())
    } else if let Some(flow) = kind.strip_prefix("oauth2 ") {
        ("oauth2", Aspect::Keyword, format!("flow=\"{flow}\""))
    } else {
        let place = kind.strip_prefix("apiKey located in ")?;
        ("apiKey", Aspect::Keyword, format!("in=\"{place}\""))
    };
    Some([(Aspect::Type, ty.to_owned()), (aspect, value)])
}
