//! A value against its schema: what a validator says, and what no validator can.

use claims::Aspect;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::LocationSegment;
use serde_json::{Number, Value};

use super::Seen;
use crate::api::{Check, Names, Node, NodeId, NumberRule};
use crate::body::Step;
use crate::finding::Kind;

/// The most differences that are told of one body.
const MOST: usize = 500;

/// A step from a value to one in it.
#[derive(Clone, Copy)]
enum Way<'v> {
    Property(&'v str),
    Item(usize),
}

/// Holds a value against a check, and counts what was seen for the coverage.
pub(super) fn judge(check: &mut Check, names: &Names, value: &Value, seen: &mut Vec<Seen>) {
    let mut judge = Judge {
        check,
        names,
        way: Vec::new(),
        seen,
    };
    judge.walk(value, 0);
    let validator = judge.check.validator.take();
    if let Some(validator) = &validator
        && !validator.is_valid(value)
    {
        for error in validator.iter_errors(value).take(MOST) {
            judge.error(&error);
        }
    }
    judge.check.validator = validator;
}

/// Tells of each name that an object of a body has twice.
pub(super) fn twice(check: &mut Check, names: &Names, ways: &[Vec<Step>], seen: &mut Vec<Seen>) {
    let mut judge = Judge {
        check,
        names,
        way: Vec::new(),
        seen,
    };
    for way in ways.iter().take(MOST) {
        let steps = way.iter().map(|step| match step {
            Step::Property(name) => Way::Property(name),
            Step::Item(index) => Way::Item(*index),
        });
        let (node, pointer) = judge.at(steps);
        let problem = "the object has this name twice; the last value counts";
        judge.tell(Kind::DuplicateKey, node, pointer, problem.to_owned());
    }
}

struct Judge<'j, 'd, 'v> {
    check: &'j mut Check<'d>,
    names: &'j Names,
    way: Vec<Way<'v>>,
    seen: &'j mut Vec<Seen>,
}

impl<'v> Judge<'_, '_, 'v> {
    /// What a walk over the value finds: names that are not documented, and digits.
    fn walk(&mut self, value: &'v Value, node: NodeId) {
        let tree = &mut self.check.tree;
        let this = &mut tree.nodes[node];
        this.seen += 1;
        if let Some((_, number)) = this.listed.iter_mut().find(|(listed, _)| *listed == value) {
            *number += 1;
        }
        match value {
            Value::Object(members) => {
                for (name, slot) in &mut this.slots {
                    if !members.contains_key(*name) {
                        slot.absent += 1;
                    }
                }
                let is_open = this.is_open;
                for (name, value) in members {
                    let tree = &mut self.check.tree;
                    let property = tree.property(node, name);
                    let within = property.or_else(|| tree.others(node));
                    self.way.push(Way::Property(name));
                    if property.is_none() && !is_open {
                        self.undocumented(node, name);
                    } else if let Some(within) = within {
                        self.walk(value, within);
                    }
                    self.way.pop();
                }
            }
            Value::Array(items) => {
                if let Some(within) = tree.items(node) {
                    for (index, item) in items.iter().enumerate() {
                        self.way.push(Way::Item(index));
                        self.walk(item, within);
                        self.way.pop();
                    }
                }
            }
            Value::Number(number) => {
                if let Some(rule) = this.number {
                    self.number(node, rule, number);
                }
            }
            _ => {}
        }
    }

    fn undocumented(&mut self, node: NodeId, name: &str) {
        let (_, pointer) = self.at(self.way.clone().into_iter());
        let parent = self.check.called(&self.check.tree.nodes[node].name);
        let (name, problem) = if self.names.know(name) {
            let dot = if parent.is_empty() { "" } else { "." };
            let problem = format!("the property `{name}` is not documented here");
            (format!("{parent}{dot}{name}"), problem)
        } else {
            let problem = "a property that no document has; its name is not printed, because it may be \
                           a customer's value";
            (parent, problem.to_owned())
        };
        self.push(Seen {
            kind: Kind::UndocumentedProperty,
            place: self.check.place.clone(),
            name,
            problem,
            pointer,
        });
    }

    fn number(&mut self, node: NodeId, rule: NumberRule, number: &Number) {
        for (kind, problem) in digits(rule, number) {
            let (_, pointer) = self.at(self.way.clone().into_iter());
            self.tell(kind, node, pointer, problem);
        }
    }

    /// What a validator says.
    fn error(&mut self, error: &ValidationError) {
        use ValidationErrorKind as Error;
        if let Error::AnyOf { context } | Error::OneOfNotValid { context } = error.kind() {
            // What is meant is most likely the branch of which least is wrong.
            let here = error.instance_path().as_str();
            let wrong = |errors: &&Vec<ValidationError>| {
                let of_type = errors.iter().any(|it| {
                    matches!(it.kind(), Error::Type { .. }) && it.instance_path().as_str() == here
                });
                (of_type, errors.len())
            };
            let closest = context
                .iter()
                .filter(|errors| !errors.is_empty())
                .min_by_key(wrong);
            if let Some(errors) = closest.filter(|errors| !wrong(errors).0) {
                for error in errors {
                    self.error(error);
                }
                return;
            }
        }
        let path: Vec<Step> = error
            .instance_path()
            .iter()
            .map(|segment| match segment {
                LocationSegment::Property(name) => Step::Property(name.into_owned()),
                LocationSegment::Index(index) => Step::Item(index),
            })
            .collect();
        let missing = match error.kind() {
            Error::Required { property } => property.as_str(),
            _ => None,
        };
        let steps = path.iter().map(|step| match step {
            Step::Property(name) => Way::Property(name),
            Step::Item(index) => Way::Item(*index),
        });
        let (node, pointer) = self.at(steps.chain(missing.map(Way::Property)));
        let (kind, problem) = match error.kind() {
            Error::Type { kind } => (Kind::Type, format!("expected the type {}", types(kind))),
            Error::Enum { options } => {
                let number = options.as_array().map_or(0, Vec::len);
                (
                    Kind::Enum,
                    format!(
                        "expected one of the {} documented",
                        counted(number as u64, "value")
                    ),
                )
            }
            Error::Constant { .. } => (Kind::Enum, "expected the documented value".to_owned()),
            Error::Format { format } => (Kind::Format, format!("expected the format `{format}`")),
            Error::Pattern { pattern } => (
                Kind::Pattern,
                format!("expected what the pattern `{pattern}` matches"),
            ),
            Error::MaxLength { limit } => (
                Kind::MaxLength,
                format!("expected at most {}", counted(*limit, "character")),
            ),
            Error::MinLength { limit } => (
                Kind::MinLength,
                format!("expected at least {}", counted(*limit, "character")),
            ),
            Error::Maximum { limit } => (Kind::Maximum, format!("expected at most {limit}")),
            Error::ExclusiveMaximum { limit } => {
                (Kind::Maximum, format!("expected less than {limit}"))
            }
            Error::Minimum { limit } => (Kind::Minimum, format!("expected at least {limit}")),
            Error::ExclusiveMinimum { limit } => {
                (Kind::Minimum, format!("expected more than {limit}"))
            }
            Error::MinItems { limit } => (
                Kind::MinItems,
                format!("expected at least {}", counted(*limit, "item")),
            ),
            Error::Required { .. } => {
                let rule = error.evaluation_path().as_str();
                let apart = ["/then/", "/else/", "/anyOf/", "/oneOf/"];
                if apart.iter().any(|keyword| rule.contains(keyword)) {
                    (
                        Kind::RequiredUnless,
                        "it is required where another is missing, and is missing too".to_owned(),
                    )
                } else {
                    (Kind::Required, "it is required, and is missing".to_owned())
                }
            }
            // The walk over the value has told of them.
            Error::AdditionalProperties { .. } | Error::UnevaluatedProperties { .. }
                if !self.check.tree.nodes[node].is_open =>
            {
                return;
            }
            other => (
                Kind::Schema,
                format!("expected what `{}` of the schema says", other.keyword()),
            ),
        };
        self.tell(kind, node, pointer, problem);
    }

    /// The node at a way, and its pointer, in which names that no document has are `*`.
    fn at<'w>(&mut self, way: impl Iterator<Item = Way<'w>>) -> (NodeId, String) {
        let (mut node, mut pointer) = (0, String::new());
        let mut is_known = true;
        for step in way {
            pointer.push('/');
            let tree = &mut self.check.tree;
            let next = match step {
                Way::Item(index) => {
                    pointer.push_str(&index.to_string());
                    tree.items(node)
                }
                Way::Property(name) => {
                    let property = tree.property(node, name).filter(|_| is_known);
                    if property.is_some() || self.names.know(name) {
                        pointer.push_str(&claims::Pointer::escape(name));
                    } else {
                        pointer.push('*');
                    }
                    property.or_else(|| tree.others(node))
                }
            };
            is_known &= next.is_some();
            node = next.filter(|_| is_known).unwrap_or(node);
        }
        (node, pointer)
    }

    fn tell(&mut self, kind: Kind, node: NodeId, pointer: String, problem: String) {
        let this = &mut self.check.tree.nodes[node];
        if kind != Kind::DuplicateKey {
            *this.broken.entry(kind.aspect()).or_default() += 1;
        }
        let name = self.check.called(&self.check.tree.nodes[node].name);
        let place = self.check.place.clone();
        self.push(Seen {
            kind,
            place,
            name,
            problem,
            pointer,
        });
    }

    fn push(&mut self, seen: Seen) {
        if self.seen.len() < MOST {
            self.seen.push(seen);
        }
    }
}

/// A number and what is counted: `1 item`, `2 items`.
pub(crate) fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

fn types(kind: &TypeKind) -> String {
    let names: Vec<String> = match kind {
        TypeKind::Single(ty) => vec![ty.to_string()],
        TypeKind::Multiple(types) => types.iter().map(|ty| ty.to_string()).collect(),
    };
    let names = names.iter().map(|name| format!("`{name}`"));
    names.collect::<Vec<_>>().join(" or ")
}

/// The rules of an element that JSON Schema does not know, and that a value breaks.
pub(crate) fn breaks(node: &Node, value: &Value) -> Vec<Kind> {
    match (value, node.number) {
        (Value::Number(number), Some(rule)) => digits(rule, number).map(|(kind, _)| kind).collect(),
        _ => Vec::new(),
    }
}

/// What is wrong with the digits of a number.
fn digits(rule: NumberRule, number: &Number) -> impl Iterator<Item = (Kind, String)> {
    let precision = rule.precision.filter(|rule| !fits(number, *rule));
    let precision = precision.map(|(digits, decimals)| {
        let of_them = match decimals {
            0 => String::new(),
            _ => format!(", {decimals} of them decimals"),
        };
        (
            Kind::Precision,
            format!("expected at most {digits} digits{of_them}"),
        )
    });
    let bits = rule.bits.filter(|bits| !is_within(number, *bits));
    let bits = bits.map(|bits| (Kind::Format, format!("expected an integer of {bits} bits")));
    precision.into_iter().chain(bits)
}

/// Whether a number has no more digits than a precision such as `18,2` allows.
fn fits(number: &Number, (digits, decimals): (u32, u32)) -> bool {
    let most = digits.saturating_sub(decimals) as usize;
    let is_short = |text: &str| {
        let text = text.trim_start_matches('-');
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
        whole.len() <= most && part.len() <= decimals as usize
    };
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(whole), _, _) => is_short(&whole.to_string()),
        (_, Some(whole), _) => is_short(&whole.to_string()),
        // Written out, without an exponent. The greatest numbers that a precision allows have more digits
        // than a float, which rounds them up to one more digit: the float before it is asked too.
        (_, _, Some(float)) => {
            is_short(&float.to_string()) || is_short(&float.abs().next_down().to_string())
        }
        _ => true,
    }
}

/// Whether a number is one of the signed integers of so many bits.
fn is_within(number: &Number, bits: u32) -> bool {
    let most = 1_i128 << (bits - 1);
    let whole = number.as_i64().map(i128::from);
    let whole = whole.or_else(|| number.as_u64().map(i128::from));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a greater one is out of bounds too"
    )]
    let whole = whole.or_else(|| {
        let float = number.as_f64().filter(|it| it.fract() == 0.0)?;
        Some(float as i128)
    });
    // What is no integer has another type, which is told already.
    whole.is_none_or(|whole| -most <= whole && whole < most)
}

/// The aspects of which the coverage counts how often they were broken.
pub(crate) fn broken(node: &Node, aspect: Aspect) -> u64 {
    node.broken.get(&aspect).copied().unwrap_or_default()
}
