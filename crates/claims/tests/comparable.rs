//! What two descriptions can be expected to share of a claim.

use claims::{Aspect, Claim, comparable};

fn said(place: &str, aspect: Aspect, value: &str) -> Option<String> {
    let claim = Claim::new("GET /boats", place, "draft", aspect, value);
    comparable(&claim).map(std::borrow::Cow::into_owned)
}

#[test]
fn what_the_absence_of_a_keyword_says_is_not_compared() {
    for (place, value) in [
        ("query", "deprecated=false"),
        ("query", "exclusiveMinimum=false"),
        ("query", "style=\"form\""),
        ("cookie", "explode=true"),
        ("path", "style=\"simple\""),
        ("body", "unevaluatedProperties=true"),
        ("body", "$comment=\"why\""),
        ("operation", "responses={}"),
        ("body", "additionalProperties={\"description\":\"Any.\"}"),
    ] {
        assert_eq!(said(place, Aspect::Keyword, value), None, "{place} {value}");
    }
    for (place, value) in [
        ("query", "deprecated=true"),
        ("query", "explode=false"),
        ("path", "style=\"label\""),
        ("body", "unevaluatedProperties=false"),
    ] {
        let same = Some(value.to_owned());
        assert_eq!(said(place, Aspect::Keyword, value), same, "{place} {value}");
    }
    assert_eq!(said("query", Aspect::MinLength, "0"), None);
    assert_eq!(said("query", Aspect::Enum, "null"), None);
}

#[test]
fn one_value_has_one_form() {
    for (aspect, value, due) in [
        (Aspect::Type, "string|integer", "integer|string"),
        (
            Aspect::Type,
            "array of string|integer|null",
            "array of integer|string|null",
        ),
        (
            Aspect::Type,
            "array of string|integer",
            "array of integer|string",
        ),
        (
            Aspect::Type,
            "string|array of integer",
            "string|array of integer",
        ),
        (Aspect::Minimum, "1.0", "1"),
        (Aspect::Maximum, "1e3", "1000"),
        (Aspect::Maximum, "0.50", "0.5"),
        (Aspect::Keyword, "multipleOf=2.0", "multipleOf=2"),
        // A default may be a text.
        (Aspect::Default, "1.0", "1.0"),
        (
            Aspect::Keyword,
            r#"headers={"X-Tide":{"schema":{"type":"integer","minimum":1.0},"description":"A.","required":false}}"#,
            r#"headers={"x-tide":{"schema":{"minimum":1,"type":"integer"}}}"#,
        ),
        (
            Aspect::Keyword,
            r#"additionalProperties={"type":"object","required":["b","a"],"properties":{"title":{"title":"T"},"b":{},"a":{"x-a":1}}}"#,
            r#"additionalProperties={"properties":{"a":{},"b":{},"title":{}},"required":["a","b"],"type":"object"}"#,
        ),
        (
            Aspect::Keyword,
            r#"default={"title":"T","a":1}"#,
            r#"default={"a":1,"title":"T"}"#,
        ),
    ] {
        assert_eq!(said("body", aspect, value).as_deref(), Some(due), "{value}");
    }
}
