//! A whole page of each layout: what the hostile ones are made from.

/// A page with every construct of its layout.
#[derive(Debug)]
pub(crate) struct Sample {
    pub(crate) text: &'static str,
    /// How many of its lines it takes to be recognised.
    pub(crate) opening: usize,
    /// What other pages of the layout have, and this one does not.
    pub(crate) words: &'static [&'static str],
}

/// One of each layout, and then one of each further form of a layout.
pub(crate) const SAMPLES: [Sample; 10] = [
    Sample {
        text: include_str!("../citi_portal/harbour.txt"),
        opening: 3,
        words: &[
            "patch /v1/a/{b}/{c} ",
            "Header Parameters",
            "Path Parameters",
            "Example Response for get ",
            "Response Schema for get ",
            "    • type : array of string",
            "    • enum : ",
            "TypeCodeDetails",
            "errorerror",
            "{\"properties\": {\"a\": {\"$ref\": \"#/definitions/a\"}}}",
        ],
    },
    Sample {
        text: include_str!("../citibanamex_portal/berths.txt"),
        opening: 2,
        words: &[
            "/v1/{a}",
            "Type | Code | Details | More Info |",
            "a | b | c | d | e |",
            "| | |",
            "{ \"$ref\": \"#/definitions/\" }",
            "\"required\": [ \"a\", \"a\" ],",
        ],
    },
    Sample {
        text: include_str!("../worldline_reference/berths.txt"),
        opening: 1,
        words: &[
            "DELETE http://a/{",
            "GET https://{host}",
            "Payload",
            "Response 404 - ",
            "Response 200",
            "  • SDK Object type",
            "Possible values:",
            "As a path, for example:",
            "    NSString *a = @\"",
            "@{@\"a\": @\"\\",
        ],
    },
    Sample {
        text: include_str!("../confluence_comparison/berths.txt"),
        opening: 1,
        words: &[
            "HEADER",
            "PATH",
            "BODY",
            "...",
            "Yes",
            "No",
            "  • number (18,",
            "  • Possible values:",
            "    • a - ",
            "a.b.c.d",
        ],
    },
    Sample {
        text: include_str!("../citi_portal/older.txt"),
        opening: 1,
        words: &[
            "FormData Parameters",
            "Select the following:",
            "The API uses the  grant type",
            "| get /v1/a | A |",
            "| a string required | It |",
            "| Type | Code | Details |",
        ],
    },
    Sample {
        text: include_str!("../citi_portal/bare.txt"),
        opening: 8,
        words: &["200", "TypeCodeDetails", "errornoWay", "Definitions"],
    },
    Sample {
        text: include_str!("../citibanamex_portal/named.txt"),
        opening: 10,
        words: &[
            "post /a/{b}",
            "Optional in formData",
            "(oauth2 implicit)",
            "(apiKey located in query)",
            "default",
            "| a | Required in query | string | It |",
            "| Type | Code | Details | More Info |",
            "| error | a |  | b |",
        ],
    },
    Sample {
        text: include_str!("../worldline_reference/groups.txt"),
        opening: 1,
        words: &[
            "Query parameters",
            "a string yes no read close",
            "| a | array of object | yes | no | read close |",
            "|  | object | no | read close |",
            "| close Description It |",
            "SDK: JSON",
        ],
    },
    Sample {
        text: include_str!("../confluence_comparison/page.txt"),
        opening: 47,
        words: &[
            "GET /a/{b}",
            "200 - Yes",
            "Code",
            "Scenario",
            "Versions Compared",
            "  • Available values: (a=A) or (b=",
            "Yes for some",
            "https://a/b?c=d",
            "| BODY | a | Yes | • number (1) • It |",
        ],
    },
    Sample {
        text: include_str!("../citibanamex_portal/several.txt"),
        opening: 6,
        words: &[
            "/a/{b}",
            "ClientID",
            "Success Response",
            "\"maxLength\": 1",
            "\"items\": {",
        ],
    },
];
