//! What the first invented customers of the sandbox are found by, where the pages give no example.
//!
//! They are those that the sandbox invents unless it is told another seed; a test asks it for them.

/// A value for one parameter or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invented {
    /// The page's id.
    pub page: &'static str,
    /// `header`, `path`, `query` or `body`.
    pub place: &'static str,
    /// The name of the parameter or field.
    pub name: &'static str,
    /// The value.
    pub value: &'static str,
}

/// The account of the first customer of Flexiti.
const FLEXITI_ACCOUNT: &str = "72792726130460";

/// Every value.
pub const INVENTED: [Invented; 8] = [
    invented("citi-hong-kong", "path", "accountId", "918f072f785c5f83"),
    // The one country that the sandbox serves as Citibanamex.
    invented("citibanamex-segments", "header", "countryCode", "MX"),
    invented("citibanamex-segments", "header", "businessCode", "GCB"),
    invented("citibanamex-segments", "header", "ChannelId", "MBK"),
    // The session of a customer; the sandbox looks nobody up by it.
    invented("worldline-connect", "path", "customerId", "customer-1"),
    invented(
        "flexiti-customers",
        "query",
        "account_number",
        FLEXITI_ACCOUNT,
    ),
    invented(
        "flexiti-customers",
        "path",
        "account_number",
        FLEXITI_ACCOUNT,
    ),
    invented("flexiti-customers", "body", "code", LICENCE),
];

/// The driver's licence of the first customer of Flexiti, as its barcode has it (AAMVA).
const LICENCE: &str = "@\n\u{1e}\rANSI 636048100001DL00310150DLDAQSPECIMEN6133800\nDCSRenaud\nDDEN\nDACChloe\nDDFN\nDADJean\nDDGN\nDBB19890213\nDBA20300406\nDBC9\nDAG720 Rue Modele\nDAIWinnipeg\nDAJMB\nDAKR3C 2G9    \nDCGCAN\r";

const fn invented(
    page: &'static str,
    place: &'static str,
    name: &'static str,
    value: &'static str,
) -> Invented {
    Invented {
        page,
        place,
        name,
        value,
    }
}

/// The value for a parameter or field of a page's operations.
pub(super) fn value(page: &str, place: &str, name: &str) -> Option<&'static str> {
    let mut known = INVENTED.iter();
    let known = known.find(|it| (it.page, it.place, it.name) == (page, place, name));
    known.map(|it| it.value)
}
