//! What of a page a document cannot say as it stands, and what OpenAPI demands beyond it.

use claims::{Aspect, Claim};

use crate::known::Vendor;
use crate::said::{Element, Operation, Said};

/// Header parameters that OpenAPI ignores (3.1, section 4.8.12.2).
const IGNORED: [&str; 3] = ["accept", "content-type", "authorization"];

/// What a reading has to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Due {
    Omit,
    Becomes(String),
    Operation,
    Name(String),
    Value(String, String),
    /// Place if another than that of the hook, aspect and value.
    Says(Vec<(Option<String>, Option<String>, Aspect, String)>),
}

/// A decision that has to be taken about a claim of the page.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    /// What the reading is called after the page's id.
    pub(crate) suffix: String,
    pub(crate) due: Due,
    /// The claim that it is about or hangs on.
    pub(crate) hook: Claim,
    pub(crate) line: u32,
    pub(crate) basis: &'static str,
    pub(crate) reason: String,
}

/// What the readings do not decide yet.
pub(crate) struct Needs<'n> {
    pub(crate) page: &'n str,
    pub(crate) vendor: &'n str,
    /// The page's address, if it is known.
    pub(crate) url: Option<&'n str>,
    pub(crate) known: &'n Vendor,
    all: Vec<Need>,
}

impl<'n> Needs<'n> {
    pub(crate) fn new(
        page: &'n str,
        vendor: &'n str,
        url: Option<&'n str>,
        known: &'n Vendor,
    ) -> Self {
        let all = Vec::new();
        Self {
            page,
            vendor,
            url,
            known,
            all,
        }
    }

    /// All of them, in the order of the page; only those about lost handles if there are any.
    pub(crate) fn of(mut self, said: &Said) -> Vec<Need> {
        said.operations().for_each(|it| self.handles(it));
        if !self.all.is_empty() {
            return self.all;
        }
        let page = said.page(self.page);
        if let Some(page) = page {
            self.page_itself(page);
        }
        for operation in said.operations() {
            for element in &operation.elements {
                self.element(operation, element);
            }
            if operation.documented() {
                self.documented(operation);
            } else {
                self.listed(operation, said);
            }
            self.server(operation);
        }
        self.all
    }

    fn due(
        &mut self,
        suffix: &str,
        element: &Element,
        due: Due,
        basis: &'static str,
        reason: &str,
    ) {
        let Some(hook) = element.hook().cloned() else {
            return;
        };
        self.on(suffix, hook, element.line, due, basis, reason);
    }

    fn on(
        &mut self,
        suffix: &str,
        hook: Claim,
        line: u32,
        due: Due,
        basis: &'static str,
        reason: &str,
    ) {
        let (suffix, reason) = (suffix.to_owned(), reason.to_owned());
        self.all.push(Need {
            suffix,
            due,
            hook,
            line,
            basis,
            reason,
        });
    }

    fn handles(&mut self, operation: &Operation) {
        if operation.method_and_path().is_none() {
            if let Some(element) = operation.element("operation", "") {
                let suffix = format!("operation-{}", element.line);
                self.due(
                    &suffix,
                    element,
                    Due::Operation,
                    "inferred",
                    "The page lost which operation this is.",
                );
            }
            return;
        }
        for element in operation
            .elements
            .iter()
            .filter(|it| it.last().starts_with('#'))
        {
            let due = Due::Name(element.name.clone());
            self.due(
                "names",
                element,
                due,
                "inferred",
                "The page lost these names.",
            );
        }
    }

    fn page_itself(&mut self, page: &Element) {
        match self.url {
            Some(url) if !page.has(Aspect::Url) => {
                let says = Due::Says(vec![(None, None, Aspect::Url, url.to_owned())]);
                self.due(
                    "page-address",
                    page,
                    says,
                    "other-page",
                    "The capture does not hold its own address.",
                );
            }
            None if !page.has(Aspect::Url) => {
                let why = "A document has the title of a page beside its address only, and the address is not known.";
                self.omit("page-title", page, why, |aspect| aspect == Aspect::Title);
            }
            _ => {}
        }
        if !page.has(Aspect::Description) {
            self.described(
                "described-page",
                page,
                "The page does not say what the API is for; its operations do.",
            );
        }
    }

    fn omit(&mut self, suffix: &str, element: &Element, why: &str, is: impl Fn(Aspect) -> bool) {
        for fact in element.facts.iter().filter(|it| is(it.aspect)) {
            if let Some(hook) = &fact.stated {
                self.on(
                    suffix,
                    hook.clone(),
                    element.line,
                    Due::Omit,
                    "same-page",
                    why,
                );
            }
        }
    }

    fn described(&mut self, suffix: &str, element: &Element, why: &str) {
        let says = vec![(None, None, Aspect::Description, "stated".to_owned())];
        self.due(suffix, element, Due::Says(says), "same-page", why);
    }

    fn element(&mut self, operation: &Operation, element: &Element) {
        let ignored = IGNORED.contains(&element.name.to_ascii_lowercase().as_str());
        if element.place == "header" && ignored {
            let suffix = format!("{}-header", element.name.to_ascii_lowercase());
            let why = format!(
                "OpenAPI ignores a header parameter named `{}` (3.1, section 4.8.12.2): a security requirement or a media type says the same.",
                element.name
            );
            self.credentials(operation, element);
            return self.omit(&suffix, element, &why, |_| true);
        }
        let place = if element.name.is_empty() {
            &element.place
        } else {
            &element.name
        };
        let about = format!("of `{place}`");
        self.omit(
            "ends",
            element,
            "The capture ends here, in the middle of something.",
            |it| it == Aspect::Cut,
        );
        let rest = place
            .replace(['.', ' ', '#', '/'], "-")
            .to_ascii_lowercase();
        for aspect in [
            Aspect::Unread,
            Aspect::Range,
            Aspect::RequiredUnless,
            Aspect::Scheme,
        ] {
            if element.place != "security" {
                let why = format!("No keyword carries this rule {about}; the description does.");
                self.omit(&format!("{aspect}-{rest}"), element, &why, |it| {
                    it == aspect
                });
            }
        }
        if element.name.is_empty() && element.place != "operation" {
            self.omit(
                "titles-of-bodies",
                element,
                "The title of a body names its type, and components have names of their own.",
                |it| it == Aspect::Title,
            );
        }
        self.typed(operation, element);
    }

    /// The security requirement that an `Authorization` header becomes.
    fn credentials(&mut self, operation: &Operation, header: &Element) {
        let scheme = header.get(Aspect::Scheme);
        let Some(scheme) = scheme.filter(|_| operation.parameters("security").next().is_none())
        else {
            return;
        };
        let name = format!("{}{}", self.vendor, crate::names::pascal(scheme));
        let of = |aspect, value: &str| {
            (
                Some("security".to_owned()),
                Some(name.clone()),
                aspect,
                value.to_owned(),
            )
        };
        let says = Due::Says(vec![
            of(Aspect::Listed, ""),
            of(Aspect::Type, "http"),
            of(Aspect::Scheme, scheme),
            of(Aspect::Description, "stated"),
        ]);
        let why = "The header carries a token in the way of this scheme.";
        self.due("security", header, says, "same-page", why);
    }

    fn typed(&mut self, operation: &Operation, element: &Element) {
        let fact = element.facts.iter().find(|it| it.aspect == Aspect::Type);
        if let Some((fact, hook)) = fact.and_then(|it| Some((it, it.stated.clone()?)))
            && fact.value == "nested"
        {
            let many = element.name.ends_with('s') || element.name.ends_with("List");
            let (suffix, becomes) = match many && !element.name.is_empty() {
                true => ("lists-are-arrays", "array of object"),
                false => ("groups-are-objects", "object"),
            };
            let why = "Nested bullets do not say whether they are one object or a list of objects; the names do.";
            self.on(
                suffix,
                hook,
                element.line,
                Due::Becomes(becomes.to_owned()),
                "inferred",
                why,
            );
        }
        for fact in element.facts.iter().filter(|it| it.aspect == Aspect::Error) {
            if let (Some(hook), Some(row)) = (&fact.stated, split(&fact.value)) {
                let due = Due::Value(hook.value.to_string(), row);
                let why = "The rows have lost the separators of their columns; the enum of `type` and the capital letter of the details show them.";
                self.on(
                    "error-rows",
                    hook.clone(),
                    element.line,
                    due,
                    "same-page",
                    why,
                );
            }
        }
        let parameter = matches!(&*element.place, "header" | "query" | "path");
        if element.name.is_empty() || !element.has(Aspect::Listed) {
            return;
        }
        let says = |aspect, value: &str| Due::Says(vec![(None, None, aspect, value.to_owned())]);
        if !element.has(Aspect::Type) && (parameter || operation.documented()) {
            let why = "The page does not state the type; a text holds any value.";
            // A document cannot mark what is judged of an operation that is only listed.
            let basis = if operation.documented() {
                "inferred"
            } else {
                "same-page"
            };
            self.due("types", element, says(Aspect::Type, "string"), basis, why);
        }
        if parameter && !element.has(Aspect::Required) {
            let (value, why) = match &*element.place {
                "path" => (
                    "true",
                    "What a path is made of is always required (OpenAPI 3.1, section 4.8.12.2).",
                ),
                _ => ("false", "The page does not say that it is required."),
            };
            self.due(
                &format!("required-{}", element.place),
                element,
                says(Aspect::Required, value),
                "same-page",
                why,
            );
        }
        if !parameter {
            self.omit(
                "optional",
                element,
                "A schema has no word for what may be absent.",
                |it| it == Aspect::Required && !element.required(),
            );
        }
        if !element.has(Aspect::Description) && operation.documented() {
            self.described(
                "described-elements",
                element,
                "The page does not describe them; their names and what they hold do.",
            );
        }
        let double = element.get(Aspect::Type) == Some("number");
        if double && !element.has(Aspect::Format) && !element.has(Aspect::Precision) {
            let why = "Without a format generators take a type of too few digits.";
            self.due(
                "number-formats",
                element,
                says(Aspect::Format, "double"),
                "inferred",
                why,
            );
        }
    }

    fn documented(&mut self, operation: &Operation) {
        let Some(this) = operation.element("operation", "") else {
            return;
        };
        if operation.title().is_none() {
            let title = crate::names::snake(&operation.name).replace('_', " ");
            let says = Due::Says(vec![(None, None, Aspect::Title, title)]);
            self.due("titles", this, says, "inferred", "The page gives no title.");
        }
        let secured = operation.parameters("security").next().is_some();
        let token = operation.elements.iter().any(|it| it.has(Aspect::Scheme));
        if !secured && !token && !self.known.security.is_empty() {
            let says = self.known.security.iter().map(|(name, aspect, value)| {
                let place = Some("security".to_owned());
                (place, Some(name.clone()), *aspect, value.clone())
            });
            let says = Due::Says(says.collect());
            let why = "The page shows no token here, and the vendor's other operations need one.";
            self.due("security", this, says, "other-page", why);
        }
        if operation.responses().next().is_none() {
            self.responses("responses", this);
        }
        for response in operation.responses() {
            if !response.has(Aspect::Description) {
                self.described(
                    "described-responses",
                    response,
                    "OpenAPI demands a description of every response.",
                );
            }
            let body = response.has(Aspect::Type);
            if !response.has(Aspect::MediaType) && response.place != "default" {
                let (suffix, value, basis, why) = match body {
                    true => (
                        "bodies-are-json",
                        "application/json",
                        "inferred",
                        "The page names no media type of its answers.",
                    ),
                    false => (
                        "no-bodies",
                        "none",
                        "same-page",
                        "The page shows no body of this answer.",
                    ),
                };
                let says = Due::Says(vec![(None, None, Aspect::MediaType, value.to_owned())]);
                self.due(suffix, response, says, basis, why);
            }
        }
        let Some(body) = operation.element("body", "") else {
            return;
        };
        for (aspect, value) in [
            (Aspect::MediaType, "application/json"),
            (Aspect::Required, "true"),
        ] {
            if !body.has(aspect) {
                let says = Due::Says(vec![(None, None, aspect, value.to_owned())]);
                let why = format!("The page does not state the {aspect} of the request.");
                self.due(&format!("request-{aspect}"), body, says, "inferred", &why);
            }
        }
    }

    fn responses(&mut self, suffix: &str, operation: &Element) {
        let default = || Some("default".to_owned());
        let says = vec![
            (default(), None, Aspect::Listed, String::new()),
            (default(), None, Aspect::Description, "stated".to_owned()),
        ];
        let why = "OpenAPI demands a response, and the page documents none.";
        self.due(suffix, operation, Due::Says(says), "same-page", why);
    }

    fn listed(&mut self, operation: &Operation, said: &Said) {
        let Some(this) = operation.element("operation", "") else {
            return;
        };
        if !this.has(Aspect::Description) {
            self.described(
                "listed-descriptions",
                this,
                "The document says that the page only lists the operation.",
            );
        }
        if operation.responses().next().is_none() {
            self.responses("listed-responses", this);
        }
        // Without one, OpenAPI would have an operation that is only listed need no credentials.
        let mut documented = said.operations().filter(|it| it.documented());
        let schemes = documented
            .next()
            .map(|it| it.parameters("security").collect::<Vec<_>>());
        for scheme in schemes.into_iter().flatten() {
            if operation.element("security", &scheme.name).is_none() {
                let fact = |it: &crate::said::Fact| {
                    (
                        Some("security".to_owned()),
                        Some(scheme.name.clone()),
                        it.aspect,
                        it.value.clone(),
                    )
                };
                let says = Due::Says(scheme.facts.iter().map(fact).collect());
                let why =
                    "The operations that the page documents need a token, so these need one, too.";
                self.due(
                    "listed-operations-need-a-token",
                    this,
                    says,
                    "inferred",
                    why,
                );
            }
        }
    }

    fn server(&mut self, operation: &Operation) {
        let Some(this) = operation.element("operation", "") else {
            return;
        };
        if operation.elements.iter().any(|it| it.place == "server") {
            return;
        }
        let server = |url: &String| {
            let of = |aspect, value: &str| {
                (
                    Some("server".to_owned()),
                    Some(url.clone()),
                    aspect,
                    value.to_owned(),
                )
            };
            [of(Aspect::Listed, ""), of(Aspect::Description, "stated")]
        };
        let none = ["/".to_owned()];
        let servers = if self.known.servers.is_empty() {
            &none[..]
        } else {
            &self.known.servers
        };
        let says = Due::Says(servers.iter().flat_map(server).collect());
        let why = format!(
            "The page names no address; other pages of {} have this one.",
            self.vendor
        );
        self.due("server", this, says, "other-page", &why);
    }
}

/// The three cells of a row that lost what separates them: the type is one of four, and the details
/// begin with the last capital letter of the first word.
fn split(row: &str) -> Option<String> {
    const TYPES: [&str; 4] = ["error", "warn", "invalid", "fatal"];
    if row.contains(claims::openapi::ERROR_CELL) {
        return None;
    }
    let (ty, rest) = TYPES
        .iter()
        .find_map(|ty| Some((ty, row.strip_prefix(ty)?)))?;
    let word = rest.split(' ').next()?;
    let at = word
        .rfind(|it: char| it.is_ascii_uppercase())
        .filter(|at| *at > 0)?;
    let (code, details) = rest.split_at(at);
    Some([ty, code, details].join(claims::openapi::ERROR_CELL))
}
