//! Facts in prose, phrase by phrase.

use crate::obligations::table;

/// Checks the facts of a wording, written as `aspect=value`.
#[track_caller]
fn check(wording: &str, expected: &[&str]) {
    let facts = pages::prose::facts(wording);
    let found: Vec<_> = facts
        .iter()
        .map(|(aspect, value)| format!("{aspect}={value}"))
        .collect();
    assert_eq!(found, expected, "{wording}");
}

#[test]
fn a_128_bit_uuid_is_a_format() {
    check("A 128 bit UUID, please", &["format=uuid"]);
    check("128 bit random UUID made anew", &["format=uuid"]);
    check("A UUID of 128 bits", &[]);
    check("64 bit UUID", &[]);
}

#[test]
fn a_date_is_a_format_and_a_time_without_zone_is_another() {
    check("Launched on YYYY-MM-DD", &["format=date"]);
    check("Launched on YYYY-MM-DD.", &["format=date"]);
    check("Launched (YYYY-MM-DD), or not", &["format=date"]);
    check("At YYYY-MM-DDTHH:MM:SS", &["format=date-time-local"]);
    check("At YYYY-MM-DDTHH:MM:SSZ", &[]);
    check("In YYYY-MM", &[]);
    check("At YYYY-MM-DD HH:MM:SS", &[]);
    check("At YYYY-MM-DD hh:mm, or on YYYY-MM-DD", &["format=date"]);
}

#[test]
fn reference_data_is_looked_up_at_a_path() {
    table! { check():
        "Use /a/referenceData/{rig} for it" => &["reference-data=/a/referenceData/{rig}"];
        "Use /av1referenceData/{rig}." => &["reference-data=/av1referenceData/{rig}"];
        "Use (/a/referenceData/{rig}), please" => &["reference-data=/a/referenceData/{rig}"];
        "Use /referenceData/{a} and /referenceData/{b}" => &["reference-data=/referenceData/{a}", "reference-data=/referenceData/{b}"];
        "Use /a/referenceData" => &[];
    }
}

#[test]
fn a_reference_code_is_named() {
    table! { check():
        "You can use rig as the referenceCode parameter to list" => &["reference-code=rig"];
        "You can use it. You can use rig as the referenceCode parameter." => &["reference-code=rig"];
        "Pass rig as the referenceCode parameter" => &[];
        "You can use rig" => &[];
    }
}

#[test]
fn possible_values_go_to_the_end_of_the_sentence() {
    for introduction in ["Possible values :", "Possible values:", "Available values:"] {
        check(
            &format!("Kind. {introduction} A_B , C,D ."),
            &["enum=A_B", "enum=C", "enum=D"],
        );
    }
    table! { check():
        "Possible values: A, B. Ask, if unsure." => &["enum=A", "enum=B"];
        "Possible values: " => &[];
        "possible values: 'a', 'b'" => &["enum=a", "enum=b"];
        "Available values: (en=English) or (fr=French)" => &["enum=en", "enum=fr"];
        "Available values: (en=English) or fr" => &[];
        "Possible values are A, B" => &[];
        "Possible values: sail or motor" => &["enum=sail", "enum=motor"];
        "Possible values: sail, motor, or 'row'" => &["enum=sail", "enum=motor", "enum=row"];
        "Possible values: A, B and C." => &["enum=A", "enum=B", "enum=C"];
        "Possible values: under way, at anchor or moored" => &["enum=under way", "enum=at anchor or moored"];
        "Possible values: S - Sail, M - Motor" => &["enum=S", "enum=M"];
        "Possible values: S - Sail, motor" => &["enum=S - Sail", "enum=motor"];
        "Possible values: 1 to 100" => &["range=1 to 100"];
        "Possible values: 1 - 100" => &["range=1 to 100"];
        "Possible values: 1 to 5 or 9" => &[];
        "Possible values: A - Z" => &[];
        "Possible values: 'S' - Sail, 'M' - Motor" => &["enum=S", "enum=M"];
        "Possible values: Bed and breakfast, Hotel" => &["enum=Bed and breakfast", "enum=Hotel"];
        "Possible values: <, >" => &["enum=<", "enum=>"];
    }
}

#[test]
fn a_type_and_its_bound_are_the_whole_wording() {
    let text = ["type=string", "format=ascii"];
    for wording in ["ASCII string", "ASCII String", " ASCII string. "] {
        check(wording, &text);
    }
    table! { check():
        "ASCII string (100)" => &["type=string", "format=ascii", "max-length=100"];
        "number (18,2)" => &["type=number", "precision=18,2"];
        "number (14)" => &["type=number", "precision=14"];
        "boolean" => &["type=boolean"];
        "number" => &["type=number"];
    }
    for wording in [
        "integer",
        "number (18, 2)",
        "number (18,2,1)",
        "number (-1)",
        "number ()",
        "ASCII string (1",
        "ASCII string (1) more",
        "ASCII string ()",
        "An ASCII string (100)",
        "boolean (1)",
        "Reference number (14)",
    ] {
        check(wording, &[]);
    }
}

#[test]
fn a_country_code_of_2_characters_is_a_format() {
    check("As 2 character ISO 3166 code", &["format=iso-3166-alpha-2"]);
    check("As 3 character ISO 3166 code", &[]);
}

#[test]
fn a_default_goes_to_the_end_of_the_sentence() {
    check("Default value: en-CA", &["default=en-CA"]);
    check("Default value: a, b. Or none.", &["default=a, b"]);
    check("Default value: ", &[]);
    check("Default values", &[]);
}

#[test]
fn a_condition_names_the_other_property() {
    table! { check():
        "Mandatory if quayId is not present" => &["required-unless=quayId"];
        "Mandatory if you say so. Mandatory if quayId is not present." => &["required-unless=quayId"];
        "Mandatory if quayId is present" => &[];
        "The quay is not present" => &[];
    }
}

#[test]
fn a_range_has_two_whole_numbers() {
    check("A score in the range of 1 to 100.", &["range=1 to 100"]);
    check("in the range of -5 to 5 knots", &["range=-5 to 5"]);
    check("in the range of low to high", &[]);
    check("in the range of 1 and 100", &[]);
    check("in the range of 1 to", &[]);
    check("Possible values: 1 to", &["enum=1 to"]);
}

#[test]
fn a_list_has_a_least_number_of_items() {
    check("List of one or more errors", &["min-items=1"]);
    check("An error on one or more parameters", &[]);
    check("List of errors", &[]);
}

#[test]
fn a_bearer_token_has_a_scheme_and_an_example() {
    table! { check():
        "As Bearer + {space} + {accessToken}. Example: Bearer eHl6==." => &["scheme=bearer", "example=Bearer eHl6=="];
        "Example: 7. Not more." => &["example=7"];
        "Example: 1.5" => &["example=1.5"];
        "Example: 1 to 5" => &["example=1 to 5"];
        "Bearer of news" => &[];
    }
}

#[test]
fn fields_of_a_header_are_listed() {
    table! { check():
        "passed as part of the header a,b , c" => &["field=a", "field=b", "field=c"];
        "passed as part of the header a,b. Or not, as you like." => &["field=a", "field=b"];
        "passed as part of the body a,b" => &[];
    }
}

#[test]
fn several_facts_come_in_the_order_of_the_rules() {
    check(
        "Mandatory if b is not present. 128 bit UUID. YYYY-MM-DD",
        &["format=uuid", "format=date", "required-unless=b"],
    );
}

#[test]
fn a_wording_without_a_fact_has_none() {
    for wording in ["", " ", "Name of the boat.", "Type : of rope"] {
        check(wording, &[]);
    }
}

/// Checks the kinds of rules that a wording seems to state and that no fact carries.
#[track_caller]
fn unread(wording: &str, expected: &[&str]) {
    let found: Vec<_> = pages::prose::unread(wording).into_iter().collect();
    assert_eq!(found, expected, "{wording}");
}

#[test]
fn a_rule_that_gives_no_fact_is_unread() {
    table! { unread():
        "Mandatory if rigType is SLOOP. Length 8 digits." => &["condition", "length"];
        "Rig. Valid values: SLOOP, KETCH" => &["values"];
        "Name of the boat, up to 35 characters" => &["length", "range"];
        "Name of the boat, of length 35" => &["length"];
        "Deprecated." => &["deprecation"];
        "Will be removed in 2031" => &["deprecation"];
        "Either hull or rig must be provided" => &["choice", "condition"];
        "ISO 8601, at most 30 characters" => &["format", "length", "range"];
        "At least 6 characters, required if there is no rig" => &["condition", "length", "range"];
        "Launched on DD-MM-YYYY" => &["format"];
        "Launched on MM/DD/YY" => &["format"];
        "The harbour, by default Oslo" => &["default"];
        "A unique number" => &["uniqueness"];
        "This field is read-only" => &["access"];
        "Cannot be changed once the boat is launched" => &["access"];
        "SLOOP only if there is one mast" => &["condition"];
        "Number of masts, between 1 and 7" => &["range"];
        "Maximum value of 100" => &["range"];
        "Sails at YYYY-MM-DD HH:MM:SS" => &["format"];
    }
}

#[test]
fn a_rule_that_gives_a_fact_is_read() {
    table! { unread():
        "Mandatory if rig is not present" => &[];
        "Possible values: SLOOP, KETCH" => &[];
        "Possible values: 1 to 7" => &[];
        "Default value: SLOOP" => &[];
        "ASCII string (35)" => &[];
        "Launched on YYYY-MM-DD in the ISO 8601 date format" => &[];
        "Masts in the range of 1 to 7" => &[];
        "Use /a/referenceData/{rig} to get valid values" => &[];
    }
}

#[test]
fn a_fact_carries_the_rules_of_its_own_sentence_only() {
    table! { unread():
        "Possible values: SLOOP, KETCH. Valid values of a tender: SMALL" => &["values"];
        "Mandatory if rig is not present. Mandatory if rig is KETCH." => &["condition"];
    }
}

#[test]
fn a_wording_without_a_rule_leaves_nothing_unread() {
    table! { unread():
        "Name of the boat" => &[];
        "The boat was built in Mustang, by the Formatter yard" => &[];
        "" => &[];
        ". . ." => &[];
    }
}
