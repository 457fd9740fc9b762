//! Operations that a page lists and does not document: method, path and title, nothing invented.

use crate::catalogue::Listed;

macro_rules! listed {
    ($($name:ident: $id:literal $method:literal $path:literal $title:literal;)+) => {
        $(
            #[doc = concat!("`", $method, " ", $path, "`: ", $title, ".")]
            pub const $name: Listed =
                Listed { id: $id, method: $method, path: $path, title: $title, inferred: &[] };
        )+
    };
}

listed! {
    UPDATE_CUSTOMER_EMAILS: "citiUpdateCustomerEmails" "put" "/v1/customers/profiles/emails"
        "Update Customer Email";
    GET_CUSTOMER_PHONE_NUMBERS: "citiGetCustomerPhoneNumbers" "get" "/v1/customers/profiles/phoneNumbers"
        "Retrieve Customer Phone Number";
    UPDATE_CUSTOMER_PHONE_NUMBERS: "citiUpdateCustomerPhoneNumbers" "put" "/v1/customers/profiles/phoneNumbers"
        "Update Customer Phone Number";
    GET_CUSTOMER_ALERTS: "citiGetCustomerAlerts" "get" "/v1/customers/alerts"
        "Retrieve Enrolled or Eligible Alerts for Customer";
    GET_CUSTOMER_ALERT_HISTORY: "citiGetCustomerAlertHistory" "get" "/v1/customers/alerts/history"
        "Retrieve Alert History for Customer";
    GET_PARTNER_CUSTOMER_PROFILE: "citiGetPartnerCustomerProfile" "get" "/partner/v1/customers/profiles"
        "Retrieve Customer Personal Details from Partner";
    CONFIRM_CUSTOMER_PHONE_NUMBERS: "citiConfirmCustomerPhoneNumbers" "post" "/v1/customers/profiles/phoneNumbers/confirmation"
        "Confirm Customer Phone Number Update";
    CONFIRM_CUSTOMER_EMAILS: "citiConfirmCustomerEmails" "post" "/v1/customers/profiles/emails/confirmation"
        "Confirm Customer Email Update";
    DELETE_CUSTOMER_PROFILE_IMAGE: "citiDeleteCustomerProfileImage" "delete" "/v1/customers/profile/images"
        "Delete Customer Profile Image";
    UPDATE_CUSTOMER_PROFILE_IMAGE: "citiUpdateCustomerProfileImage" "put" "/v1/customers/profile/images"
        "Update Customer Profile Image";
    GET_CUSTOMER_PROFILE_IMAGE: "citiGetCustomerProfileImage" "get" "/v1/customers/profile/images"
        "Retrieve Customer Profile Image";
    UPDATE_GENERIC_OFFER: "citiUpdateGenericOffer" "put" "/v1/offers"
        "Update Generic Offer";
    FULFILL_OFFER: "citiFulfillOffer" "post" "/v1/sales/customers/offers/fulfillments"
        "Fulfill Offer Processing";
    MANAGE_CUSTOMER_ALERT_PROFILES_AND_SUBSCRIPTIONS: "citiManageCustomerAlertProfilesAndSubscriptions" "put" "/v1/communications/alerts/profilesAndSubscriptions"
        "Manage Customer Alerts Profile and Alerts Subscriptions";
}

/// `get /v1/cards/accounts/{accountId}/addresses`: its title is a broken sentence, and ours stands in for it.
pub const GET_CARD_ADDRESSES: Listed = Listed {
    id: "citiGetCardAddresses",
    method: "get",
    path: "/v1/cards/accounts/{accountId}/addresses",
    title: "Retrieve Card Addresses",
    inferred: &["title"],
};
