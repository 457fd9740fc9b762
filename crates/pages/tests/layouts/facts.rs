//! Types, values and bounds in the words of a page.

use super::*;

/// Checks what is said of a parameter with this type and this wording.
#[track_caller]
fn states(ty: &str, wording: &str, expected: &[&str]) {
    let head = "# GET /boats\n## Query\n| Name | Type | Description |\n|---|---|---|\n";
    let layout = Layout::parse(OPENS).expect("it is a layout");
    let page = read(&layout, &format!("{head}| rig | {ty} | {wording} |\n"));
    let claims = page.claims.iter().map(|stated| &stated.claim);
    let claims = claims.filter(|claim| &*claim.name == "rig" && claim.aspect != Aspect::Listed);
    let claims = claims.filter(|claim| claim.aspect != Aspect::Description);
    let said = claims.map(|claim| format!("{} = {}", claim.aspect, claim.value));
    let expected: BTreeSet<_> = expected.iter().map(ToString::to_string).collect();
    // Words that look like a rule are marked besides.
    let is_mark = |said: &String| said.starts_with("unread") && !expected.contains(said);
    let said: BTreeSet<_> = said.filter(|said| !is_mark(said)).collect();
    assert_eq!(said, expected, "{ty}, {wording}");
}

/// A line that ends in a cell ends a list, and so does what is no value in code.
#[test]
fn a_list_of_values_ends_with_its_last_value() {
    let both = ["type = string", "enum = A", "enum = B"];
    for wording in [
        "Valid values: `A`, `B` <br> Not with `C`.",
        "Valid values: `A`, `B` Not with C.",
        "Valid values: A, B<br/>Not with C",
        "Valid values: `A`, `B`<br>Not with `C`",
    ] {
        states("string", wording, &both);
    }
    let third = [&both[..], &["enum = C"]].concat();
    states("string", "Valid values: `A`, `B`, or `C` of them", &third);
    states("string", "Valid values: A<br>B<br>C", &third);
    states(
        "string",
        "Valid values: A, B<br>C<br>Required",
        &[&third[..], &["required = true"]].concat(),
    );
    // Where a list ends cannot be told: none is better than a part of one.
    for wording in [
        "Values: open, closed and whatever else.",
        "One of: open, closed in harbour.",
        "Possible values: \"red\", \"green\" and others.",
        "Possible values: `red`, `green` for small boats, `blue` otherwise.",
        "Values: comma-separated, at most ten.",
        "Possible values: any, e.g. red.",
        "Valid values: 1-5, 7.",
    ] {
        states("string", wording, &["type = string"]);
    }
    let default = [&both[..], &["default = B"]].concat();
    states(
        "string",
        "Valid values: `A`, `B` (default)<br>More",
        &default,
    );
}

#[test]
fn marks_stand_behind_one_another() {
    let both = ["type = string|null", "keyword = writeOnly=true"];
    for wording in [
        "A photo. Write-only. Nullable.",
        "Nullable. Write-only. A photo.",
    ] {
        states("string", wording, &both);
    }
    // Neither is said of the element.
    for wording in [
        "It has the following value: `a: null`.",
        "The kind of either `a` or `b`.",
    ] {
        states("string", wording, &["type = string"]);
    }
}

#[test]
fn types_have_formats_and_may_be_several() {
    for (ty, expected) in [
        ("long", &["type = integer", "format = int64"][..]),
        ("double", &["type = number", "format = double"]),
        ("string, uuid", &["type = string", "format = uuid"]),
        (
            "string (datetime)",
            &["type = string", "format = date-time"],
        ),
        ("[]string", &["type = array of string"]),
        ("string?", &["type = string|null"]),
        ("?string", &["type = string|null"]),
        ("string or integer", &["type = string|integer"]),
        ("string or null", &["type = string|null"]),
        ("null or string", &["type = string|null"]),
        ("string\\|null", &["type = string|null"]),
        ("string¦null", &["type = string|null"]),
        ("string/null", &["type = string|null"]),
        ("null\\|string[]", &["type = array of string|null"]),
        ("string\\|integer\\|null", &["type = string|integer|null"]),
        ("array of string\\|null", &["unread = type"]),
        ("nullable/string", &["unread = type"]),
        ("string *", &["type = string", "required = true"]),
        ("any", &[]),
        ("array of Boat", &["type = array"]),
        ("array of r", &["type = array"]),
        ("Boat", &["unread = type"]),
        ("enum (`1`, `2`)", &["enum = 1", "enum = 2"]),
        (
            "map of string to long",
            &[
                "type = object",
                r#"keyword = additionalProperties={"type":"integer","format":"int64"}"#,
            ],
        ),
        ("map\\<string, Boat>", &["type = object"]),
        (
            "enum (`a`, `b`)",
            &["type = string", "enum = a", "enum = b"],
        ),
    ] {
        states(ty, "", expected);
    }
}

#[test]
fn wordings_say_that_a_value_may_be_null() {
    for wording in ["May be null.", "The rig. May be null.", "Can be null."] {
        states("string", wording, &["type = string|null"]);
    }
    for wording in ["May be null if moored.", "May not be null."] {
        states("string", wording, &["type = string"]);
    }
}

#[test]
fn values_are_listed_in_code_in_quotes_or_in_words() {
    let both = &["type = string", "enum = a", "enum = b"];
    for wording in [
        "`a` or `b`.",
        "`a` \\| `b`",
        "Either `a` or `b`",
        "Can be `a` or `b`.",
        "One of `a` (upwards), `b` (downwards)",
        "One of a (upwards), b (downwards).",
        "Values:<br>`a` - up.<br>`b` - down",
        "One of \"a\" or \"b\".",
        "Available options: `a`, `b`",
        "**Possible values:** [`a`, `b`]",
        "Valid values are `a` and `b`.",
        "One of:<br>- `a`<br>- `b`",
        "The rig. Allowed values:<br>- `a`: up.<br>- `b`: down.",
        "Possible values:<br>- a<br>- b",
    ] {
        states("string", wording, both);
    }
    let default = &["type = string", "enum = a", "enum = b", "default = a"];
    states("string", "`a` (default) or `b`", default);
    states("string", "Possible values: a (default), b", default);
    for wording in [
        "Needs `a` or `b`.",
        "`a` or `b` of it.",
        "E.g. `a` or `b`",
        "Either way, `b`.",
        "Available options depend on `a` or `b`.",
        "One of:<br>- `a`: as `c`<br>- `b`",
        "One of:<br>- a: up<br>- b: down",
        "`a`",
    ] {
        states("string", wording, &["type = string"]);
    }
}

#[test]
fn wordings_state_patterns_defaults_and_bounds() {
    for (ty, wording, fact) in [
        ("string", "Pattern: `^[a-z-]+$`", "pattern = ^[a-z-]+$"),
        ("string", "Pattern: ^[a-z]{2,}.", "pattern = ^[a-z]{2,}"),
        ("string", "Regex: `^[a-z]+$`", "pattern = ^[a-z]+$"),
        ("integer", "Length: 2-40", "unread = range"),
        ("string", "Must match `^(a\\|b)`", "pattern = ^(a|b)"),
        ("array", "Default: `[]`", "default = []"),
        ("array", "Default: [].", "default = []"),
        ("boolean", "By default, `false`.", "default = false"),
        ("integer", "Defaults to 1,000", "default = 1000"),
        ("string", "Default: empty string", "default = "),
        ("integer", "No more than 100", "maximum = 100"),
        ("array", "Marks, at most 30 items.", "keyword = maxItems=30"),
        ("array", "At least 2", "min-items = 2"),
        ("integer", "Up to 30 boats", "unread = range"),
        ("integer", "<= 5", "maximum = 5"),
        ("integer", "Greater than 0.", "keyword = exclusiveMinimum=0"),
        (
            "integer",
            "Must be positive",
            "keyword = exclusiveMinimum=0",
        ),
        ("string", "An ISO 8601 date-time.", "format = date-time"),
    ] {
        states(ty, wording, &[&format!("type = {ty}"), fact]);
    }
    let lengths = &["type = string", "min-length = 2", "max-length = 40"];
    for wording in ["Length: 2-40", "The name. Length: 2 to 40 characters."] {
        states("string", wording, lengths);
    }
    states("string", "Length: 2-40 m", &["type = string"]);
    states("string - uuid", "", &["type = string", "format = uuid"]);
    states("string - boat", "", &["unread = type"]);
    for wording in [
        "Range: 1-100",
        "From 1 to 100.",
        "Between 1 and 100 inclusive.",
        "Between 1 and 100 (inclusive)",
        "How many, from 1 to 100.",
        "How many (from 1 to 100).",
    ] {
        states(
            "number",
            wording,
            &["type = number", "minimum = 1", "maximum = 100"],
        );
    }
    for wording in [
        "Possible values: 1-100",
        "Possible values: 1 to 100.",
        "**Possible values:** `>= 1` and `<= 100`",
    ] {
        states(
            "integer",
            wording,
            &["type = integer", "minimum = 1", "maximum = 100"],
        );
    }
    states(
        "string",
        "**Possible values:** `<= 120 characters`",
        &["type = string", "max-length = 120"],
    );
    for (wording, default) in [("Default=10", "10"), ("Default: True", "True")] {
        let default = format!("default = {default}");
        states("string", wording, &["type = string", &default]);
    }
    states(
        "boolean",
        "Default: True",
        &["type = boolean", "default = true"],
    );
    for wording in [
        "Allowed values: 2024-01, 2024-02.",
        "Allowed values: `2024-01`, `2024-02`.",
    ] {
        let values = &["type = string", "enum = 2024-01", "enum = 2024-02"];
        states("string", wording, values);
    }
    let signs = &["type = string", "enum = <", "enum = >"];
    states("string", "Possible values: `<`, `>`", signs);
    let marked = &["type = boolean", "default = true"];
    states("boolean, default: True", "", marked);
    for wording in ["No default.", "There is no default value."] {
        states("string", wording, &["type = string"]);
    }
    let three = &["type = string", "min-length = 3", "max-length = 3"];
    states("string", "Exactly 3 characters", three);
    for wording in [
        "By default, all of it.",
        "ISO 8601 duration",
        "From 1 to 5, if any.",
        "Sails, from 1 to 5, if any.",
        "Between 1 and 5 inclusive of the dinghy",
    ] {
        states("number", wording, &["type = number"]);
    }
}
