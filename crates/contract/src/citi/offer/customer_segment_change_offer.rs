//! The offer of a change of segment.

use jiff::civil::Date;
use macro_rules_attribute::apply;

use super::offer;
use crate::scalar::{Double, civil_date};

/// Offer about a change of the customer's segment.
#[apply(offer!)]
pub struct CustomerSegmentChangeOffer {
    /// Customer segment held at present.
    pub current_customer_segment: Option<String>,

    /// Customer segment held previously.
    pub previous_customer_segment: Option<String>,

    /// Day of the change of customer segment, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "civil_date")]
    pub customer_segment_change_date: Option<Date>,

    /// Difference between the current total relationship balance (TRB) and the threshold amount of the next segment.
    pub target_trb_difference_amount: Option<Double>,

    /// Code of the segment change offer. The current segment, the current total relationship balance (TRB) and how long that balance is maintained put the customer into a scenario; each scenario gets a different offer.
    pub segment_change_offer_code: Option<String>,
}
