//! Samples of Citi.

use contract::citi::{address, card_address, customer, email, error, offer, phone};
use serde_json::{Value, json};

use super::check;

fn offer(more: Value) -> Value {
    let Value::Object(more) = more else {
        panic!("an offer's properties are an object")
    };
    let mut offer = json!({
        "offerType": "LOP", "campaignId": "C1", "waveId": "W1", "waveDescription": "Low rate",
        "offerStartDate": "2024-02-29", "offerExpiryDate": "2024-12-31", "offerPriority": "1",
        "productCode": "P1", "productDescription": "Loan"
    });
    offer.as_object_mut().expect("it is an object").extend(more);
    offer
}

pub(crate) fn check_customers() -> Vec<&'static str> {
    let email =
        json!({ "emailAddress": "a@example.com", "preferredEmailFlag": true, "emailKey": 5 });
    let address = json!({
        "addressKey": 1, "city": "Sydney", "addressType": "HOME_ADDRESS", "postalCode": "2000",
        "addressline3": "c", "addressline2": "b", "addressline1": "a", "state": "NSW",
        "countryName": "AUSTRALIA", "addressline4": "d"
    });
    let phone = json!({
        "phoneType": "HOME", "areaCode": "02", "extension": "7", "phoneKey": -3,
        "phoneNumber": "5550100", "phoneCountryCode": "61"
    });
    let name = json!({
        "nameType": "LOCAL", "firstName": "Ann", "lastName": "Li", "middleName": "B", "fullName": "Ann B Li"
    });
    let particulars = json!({ "names": [name], "prefix": "MS", "suffix": "JR" });
    let card_address = json!({
        "addressIdentifierType": "CARD_TO", "addressType": "HOME_ADDRESS",
        "addressline1": "a", "addressline2": "b", "addressline3": "c"
    });
    vec![
        check::<error::Error>(&json!({
            "code": "invalidRequest", "details": "Missing", "location": "uuid", "type": "invalid",
            "moreInfo": { "b": 1, "a": [null] }
        })),
        check::<error::ErrorType>(&json!("fatal")),
        check::<customer::CustomerProfile>(&json!({
            "emails": [email], "customerType": "INDIVIDUAL", "customerParticulars": particulars,
            "customerSegment": "BLUE", "partnerCustomerSegment": "P", "addressList": [address], "phones": [phone]
        })),
        check::<customer::CustomerBasic>(&json!({
            "customerType": "INDIVIDUAL", "customerParticulars": particulars, "customerSegment": "BLUE",
            "partnerCustomerSegment": "P"
        })),
        check::<customer::CustomerParticulars>(&particulars),
        check::<customer::CustomerName>(&name),
        check::<email::CustomerEmails>(&json!({ "emails": [email] })),
        check::<email::Email>(&email),
        check::<address::CustomerAddresses>(&json!({ "addressList": [address] })),
        check::<address::Address>(&address),
        check::<phone::Phone>(&phone),
        check::<card_address::CardAddresses>(&json!({ "addressList": [card_address] })),
        check::<card_address::CardAddress>(&card_address),
        check::<card_address::AddressIdentifierType>(&json!("PIN_TO")),
    ]
}

pub(crate) fn check_offers() -> Vec<&'static str> {
    let years = json!({
        "languageCode": "EN", "relationshipWithCitiInYears": 12, "lastUpgradedCustomerSegment": "BLUE",
        "returnsNetSavingsAmount": 10, "returnsNewInvestmentAmount": 20,
        "returnsDividendsEarnedAmount": 30, "returnsTotalGainAmount": -40,
        "currentCustomerSegment": "BLUE", "goalSubmissionFlag": false
    });
    let deposit = json!({ "productSecurityCode": "S1" });
    let merchant = json!({
        "offerSegmentCategory": "DINING", "offerSegmentScore": "99", "offerRank": "1",
        "offerMode": "GEO", "localOverseasIndicator": "LOCAL", "merchantCatagory": "FOOD"
    });
    let action =
        json!({ "customerAction": "LIKED", "customerActionDateTime": "2024-02-29T23:59:00" });
    let template_field = json!({ "templateFieldKey": "k", "templateFieldValue": "v" });
    let plan = json!({
        "promotionId": "P", "merchantOrganizationNumber": "1", "merchantNumber": "2",
        "offerIndicator": "RATE", "creditLimitPercentage": 5, "eppMinimumEligibleAmount": 5.0,
        "eppMaximumEligibleAmount": 1000.25
    });
    let loan = offer(json!({
        "promotionId": "P", "offerIndicator": "FEE", "tenorAndInterestDetails": [{ "tenor": 12 }, "x", null],
        "creditLimitPercentage": 80.5, "monthlyFlatRate": 0.3, "lopMinimumEligibleAmount": 1,
        "lopMaximumEligibleAmount": 2, "lopIndicator": "LOP"
    }));
    let transfer = offer(json!({
        "promotionId": "P", "offerIndicator": "FEE", "eligbleLoanAmount": 5, "tenorAndInterestDetails": [],
        "creditLimitPercentage": 80.5, "btMinimumEligibleAmount": 1, "btMaximumEligibleAmount": 2
    }));
    let generic = offer(json!({}));
    let change = offer(json!({
        "currentCustomerSegment": "BLUE", "previousCustomerSegment": "GOLD",
        "customerSegmentChangeDate": "2024-03-01", "targetTrbDifferenceAmount": 100.5,
        "segmentChangeOfferCode": "S"
    }));
    let details = json!({
        "offerType": "LOP", "campaignId": "C1", "waveId": "W1", "waveDescription": "Low rate",
        "offerStartDate": "2024-02-29", "offerExpiryDate": "2024-12-31", "offerPriority": "1",
        "offerProductCode": "P1", "offerProductDescription": "Loan",
        "yearsWithCitiRelationship": years, "ecdOffer": deposit, "offerStatus": "OPEN",
        "merchantRecommendationOffer": merchant, "customerActionGroup": action,
        "templateFields": [template_field, template_field], "easyPaymentPlan": plan,
        "loanOverPhoneOffer": loan, "balanceTransferOffer": transfer, "genericOffer": generic,
        "customerSegmentChangeOffer": change
    });
    vec![
        check::<offer::OfferDetails>(&details),
        check::<offer::YearsWithCitiRelationship>(&years),
        check::<offer::EcdOffer>(&deposit),
        check::<offer::MerchantRecommendationOffer>(&merchant),
        check::<offer::CustomerActionGroup>(&action),
        check::<offer::TemplateField>(&template_field),
        check::<offer::EasyPaymentPlan>(&plan),
        check::<offer::LoanOverPhoneOffer>(&loan),
        check::<offer::BalanceTransferOffer>(&transfer),
        check::<offer::GenericOffer>(&generic),
        check::<offer::CustomerSegmentChangeOffer>(&change),
    ]
}
