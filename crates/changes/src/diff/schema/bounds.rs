//! Limits: what a keyword, or several that make one rule, leaves of all values.

use std::cmp::Ordering;

use claims::Aspect;
use serde_json::Value;

use crate::drift::{Event, replaced};

use super::super::value::shown;
use super::super::walk::Walk;
use super::Both;
use super::shape::Shape;

/// How much the new schema allows, compared with the old one; nothing if more here and less there.
type Allowed = Option<Ordering>;

/// A rule of one or more keywords.
pub(super) struct Limit {
    pub(super) keywords: &'static [&'static str],
    allowed: fn(&Shape<'_>, &Shape<'_>, &'static [&'static str]) -> Allowed,
}

/// All rules that limit values by themselves (JSON Schema 2020-12 validation, sections 6.2 to 6.5 and
/// 7; OpenAPI 3.0, section 4.7.24, for bounds that are exclusive by a flag).
pub(super) const LIMITS: [Limit; 16] = [
    Limit {
        keywords: &["minimum", "exclusiveMinimum"],
        allowed: lower,
    },
    Limit {
        keywords: &["maximum", "exclusiveMaximum"],
        allowed: upper,
    },
    Limit {
        keywords: &["minLength"],
        allowed: least,
    },
    Limit {
        keywords: &["maxLength"],
        allowed: most,
    },
    Limit {
        keywords: &["minItems"],
        allowed: least,
    },
    Limit {
        keywords: &["maxItems"],
        allowed: most,
    },
    Limit {
        keywords: &["minProperties"],
        allowed: least,
    },
    Limit {
        keywords: &["maxProperties"],
        allowed: most,
    },
    Limit {
        keywords: &["maxContains"],
        allowed: most,
    },
    Limit {
        keywords: &["multipleOf"],
        allowed: multiple,
    },
    Limit {
        keywords: &["uniqueItems"],
        allowed: unique,
    },
    Limit {
        keywords: &["pattern"],
        allowed: pattern,
    },
    Limit {
        keywords: &["format"],
        allowed: format,
    },
    Limit {
        keywords: &["contentEncoding"],
        allowed: format,
    },
    Limit {
        keywords: &["contentMediaType"],
        allowed: format,
    },
    Limit {
        keywords: &["x-precision"],
        allowed: precision,
    },
];

impl<'d> Walk<'d> {
    /// Compares what a limit leaves.
    pub(super) fn limit(&mut self, both: &Both<'d>, limit: &Limit) {
        let [old, new] = &both.shapes;
        let event = match (limit.allowed)(old, new, limit.keywords) {
            Some(Ordering::Equal) => Event::SaidOtherwise,
            Some(Ordering::Less) => Event::Narrowed,
            Some(Ordering::Greater) => Event::Widened,
            None => Event::Replaced,
        };
        for keyword in limit.keywords {
            self.each(both, keyword, |walk, pair, way| {
                let values = pair.values();
                if values[0] != values[1] {
                    let values = values.map(|it| it.into_iter().map(shown).collect());
                    walk.found.say_of(event, way, pair.spot(), values);
                }
            });
        }
    }
}

/// The tightest of all bounds that parts state, and whether the bound itself is left out.
fn bound(shape: &Shape<'_>, keywords: &[&str], sign: f64) -> Option<(f64, bool)> {
    let [plain, exclusive] = keywords else {
        return None;
    };
    let stated = shape.parts.iter().flat_map(|part| {
        let flag = part.members.get(*exclusive) == Some(&Value::Bool(true));
        let of = |keyword: &str| part.members.get(keyword).and_then(Value::as_f64);
        let plain = of(plain).map(|it| (it * sign, flag));
        [plain, of(exclusive).map(|it| (it * sign, true))]
    });
    // Between two integers there is none.
    let whole = super::allowed::is_integer(shape);
    let stated = stated
        .flatten()
        .map(|(bound, exclusive)| match (whole, exclusive) {
            (false, _) => (bound, exclusive),
            (true, true) => (bound.floor() + 1.0, false),
            (true, false) => (bound.ceil(), false),
        });
    stated.reduce(|one, other| match one.0.total_cmp(&other.0) {
        Ordering::Less => other,
        Ordering::Greater => one,
        Ordering::Equal => (one.0, one.1 || other.1),
    })
}

/// Bounds as lower ones: a higher one allows less.
fn bounds(old: Option<(f64, bool)>, new: Option<(f64, bool)>) -> Allowed {
    Some(match (old, new) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(old), Some(new)) => {
            let order = new.0.partial_cmp(&old.0)?;
            order.then(new.1.cmp(&old.1)).reverse()
        }
    })
}

fn lower(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    bounds(bound(old, keywords, 1.0), bound(new, keywords, 1.0))
}

fn upper(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    bounds(bound(old, keywords, -1.0), bound(new, keywords, -1.0))
}

/// Numbers of which the greatest or the smallest holds; what is no number is not understood.
fn numbers(shape: &Shape<'_>, keyword: &str) -> Option<Vec<f64>> {
    shape
        .all(keyword)
        .map(|(_, value)| value.as_f64())
        .collect()
}

fn least(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    let of = |shape| {
        let stated = numbers(shape, keywords[0])?;
        Some(stated.into_iter().fold(0.0, f64::max))
    };
    Some(f64::total_cmp(&of(old)?, &of(new)?))
}

fn most(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    let of = |shape| {
        let stated = numbers(shape, keywords[0])?;
        Some(stated.into_iter().fold(f64::INFINITY, f64::min))
    };
    Some(f64::total_cmp(&of(new)?, &of(old)?))
}

/// Whether all multiples of one number are multiples of another.
fn multiple(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    const CLOSE: f64 = 1e-9;
    let within = |these: &[f64], of: &[f64]| {
        of.iter().all(|of| {
            let whole = |it: f64| (it - it.round()).abs() < CLOSE * it.abs().max(1.0);
            these.iter().any(|this| *of != 0.0 && whole(this / of))
        })
    };
    let of = |shape: &Shape<'_>| {
        let mut divisors = numbers(shape, keywords[0])?;
        // Every integer is a multiple of one.
        let integer = super::allowed::is_integer(shape);
        divisors.retain(|it| !integer || (it - 1.0).abs() > f64::EPSILON);
        Some(divisors)
    };
    let (old, new) = (of(old)?, of(new)?);
    match (within(&new, &old), within(&old, &new)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

fn unique(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    let known = |shape: &Shape<'_>| shape.all(keywords[0]).all(|(_, value)| value.is_boolean());
    (known(old) && known(new)).then(|| old.is(keywords[0]).cmp(&new.is(keywords[0])))
}

/// Texts that each have to be met: fewer allow more.
fn texts(
    old: &Shape<'_>,
    new: &Shape<'_>,
    keyword: &str,
    limits: impl Fn(&str) -> bool,
) -> Option<(Vec<String>, Vec<String>)> {
    let of = |shape: &Shape<'_>| {
        let texts: Option<Vec<&str>> = shape.all(keyword).map(|(_, it)| it.as_str()).collect();
        let mut texts: Vec<String> = texts?
            .into_iter()
            .filter(|it| limits(it))
            .map(str::to_owned)
            .collect();
        texts.sort_unstable();
        texts.dedup();
        Some(texts)
    };
    let (old, new) = (of(old)?, of(new)?);
    let only = |these: &[String], others: &[String]| {
        let only = these.iter().filter(|it| !others.contains(it));
        only.cloned().collect::<Vec<_>>()
    };
    Some((only(&old, &new), only(&new, &old)))
}

fn pattern(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    const ANY: [&str; 6] = ["", ".*", "^.*$", "^.*", ".*$", "^"];
    let (gone, come) = texts(old, new, keywords[0], |it| !ANY.contains(&it))?;
    match (gone.is_empty(), come.is_empty()) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

fn format(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    one_for_one(old, new, keywords[0], Aspect::Format)
}

fn precision(old: &Shape<'_>, new: &Shape<'_>, keywords: &'static [&'static str]) -> Allowed {
    one_for_one(old, new, keywords[0], Aspect::Precision)
}

/// One text in the place of another, by the rules that claims have.
fn one_for_one(old: &Shape<'_>, new: &Shape<'_>, keyword: &str, aspect: Aspect) -> Allowed {
    let (gone, come) = texts(old, new, keyword, |_| true)?;
    match (&*gone, &*come) {
        ([], []) => Some(Ordering::Equal),
        ([], _) => Some(Ordering::Less),
        (_, []) => Some(Ordering::Greater),
        ([was], [is]) => match replaced(aspect, was, is) {
            Event::Narrowed => Some(Ordering::Less),
            Event::Widened => Some(Ordering::Greater),
            _ => None,
        },
        _ => None,
    }
}
