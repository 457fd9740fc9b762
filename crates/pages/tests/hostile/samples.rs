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

/// One of each layout.
pub(crate) const SAMPLES: [Sample; 4] = [
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
];
