//! The generated client drives the sandbox through every operation.

use std::collections::BTreeSet;
use std::future::pending;
use std::sync::{Arc, Mutex};

use client::{Client, Error};
use contract::citibanamex::customer_segment::CustomerSegmentRequest;
use contract::flexiti::drivers_license::DriversLicense;
use contract::scalar::AsciiText;
use contract::worldline::customer_details::GetCustomerDetailsRequest;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use sandbox::customers::{Customers, Record};
use sandbox::licence;
use sandbox::pages::{Australia, Citibanamex, Flexiti, HongKong, Worldline};
use sandbox::routes::router;
use sandbox::sandbox::Sandbox;
use sandbox::server::{Limits, listen, serve};
use serde_json::Value;
use uuid::Uuid;

const DOCUMENT: &str = include_str!("../../../spec/openapi.json");
const LISTED: u16 = 501;

/// A sandbox on a port of its own, and the operations that were called.
struct Driven {
    address: String,
    called: Mutex<BTreeSet<&'static str>>,
}

impl Driven {
    fn start() -> Self {
        let sandbox = Sandbox::new(1, 20, None).expect("the documents are valid");
        let free = "127.0.0.1:0".parse().expect("an address");
        let listener = listen(free).expect("a free port");
        let address = listener.local_addr().expect("an address");

        tokio::spawn(serve(
            listener,
            router(sandbox),
            Limits::default(),
            pending(),
            pending(),
        ));
        Self {
            address: format!("http://{address}"),
            called: Mutex::default(),
        }
    }

    /// A client of a page, for a customer.
    fn client<R: Record>(&self, customer: usize) -> Client {
        let token = match R::PAGE {
            "worldline-connect" => format!("GCS v1Client:customer-{customer}"),
            _ => format!("Bearer customer-{customer}"),
        };
        let token = HeaderValue::from_str(&token).expect("a header's value");
        let headers: HeaderMap = [(AUTHORIZATION, token)].into_iter().collect();
        let http = reqwest::Client::builder().default_headers(headers).build();
        let address = format!("{}/{}", self.address, R::PAGE);
        Client::new_with_client(&address, http.expect("a client"))
    }

    fn call(&self, id: &'static str) {
        let mut called = self.called.lock().expect("no test panicked");
        assert!(called.insert(id), "{id} is called twice");
    }
}

/// A customer as the sandbox invents it.
fn customer<R: Record>(number: usize) -> Arc<R> {
    let customers = Customers::invented(1, 20);
    customers.get(number).expect("a customer")
}

macro_rules! body {
    ($driven:ident, $id:literal, $call:expr) => {{
        $driven.call($id);
        match $call.send().await {
            Ok(answer) => answer.into_inner(),
            Err(error) => panic!("{} is answered with {error}", $id),
        }
    }};
}

macro_rules! listed {
    ($driven:ident, $($id:literal: $call:ident),+ $(,)?) => {{
        let client = $driven.client::<Australia>(1);
        $(
            $driven.call($id);
            match client.$call().send().await {
                Err(Error::ErrorResponse(answer)) => assert_eq!(answer.status(), LISTED, $id),
                other => panic!("{} is answered with {other:?}", $id),
            }
        )+
    }};
}

#[tokio::test]
async fn the_generated_client_drives_every_operation() {
    let driven = Driven::start();
    citi_australia(&driven).await;
    citi_hong_kong(&driven).await;
    citibanamex(&driven).await;
    worldline(&driven).await;
    flexiti(&driven).await;
    only_listed(&driven).await;
    let document: Value = serde_json::from_str(DOCUMENT).expect("a document");
    let items = document["paths"].as_object().expect("paths").values();
    let operations = items.flat_map(|item| item.as_object().expect("operations").values());
    let ids = operations.map(|operation| operation["operationId"].as_str().expect("an id"));
    let called = driven.called.into_inner().expect("no test panicked");
    assert_eq!(called, ids.collect(), "the operations of the document");
}

async fn citi_australia(driven: &Driven) {
    let customer = customer::<Australia>(2);
    let client = driven.client::<Australia>(2);
    let profile = client
        .citi_get_customer_profile()
        .client_id("app")
        .uuid(Uuid::nil());
    let profile = body!(driven, "citiGetCustomerProfile", profile);
    assert_eq!(profile, customer.profile);
    let addresses = client
        .citi_get_customer_addresses()
        .client_id("app")
        .uuid(Uuid::nil());
    let addresses = body!(driven, "citiGetCustomerAddresses", addresses);
    assert_eq!(addresses.address_list, profile.address_list);
    let basic = client
        .citi_get_customer_basic()
        .client_id("app")
        .uuid(Uuid::nil());
    let basic = body!(driven, "citiGetCustomerBasic", basic);
    assert_eq!(basic.customer_particulars, profile.customer_particulars);
    let emails = client
        .citi_get_customer_emails()
        .client_id("app")
        .uuid(Uuid::nil());
    let emails = body!(driven, "citiGetCustomerEmails", emails);
    assert_eq!(emails.emails, profile.emails);
}

async fn citi_hong_kong(driven: &Driven) {
    let customer = customer::<HongKong>(3);
    let client = driven.client::<HongKong>(3);
    let profile = client.citi_get_partner_customer_profile();
    let profile = profile.client_id("app").uuid(Uuid::nil());
    let profile = body!(driven, "citiGetPartnerCustomerProfile", profile);
    assert_eq!(profile, customer.profile);
    let offer = customer.offers.first().expect("an offer");
    let id = offer.found_by.offer_id.clone().expect("an identifier");
    let details = client.citi_get_offer_details().offer_id(id);
    let details = details.client_id("app").uuid(Uuid::nil());
    let details = body!(driven, "citiGetOfferDetails", details);
    assert_eq!(details, offer.details);
    let account = customer.card_accounts.first().expect("an account");
    let addresses = client
        .citi_get_card_addresses()
        .account_id(&account.account_id);
    let addresses = addresses.client_id("app").uuid(Uuid::nil());
    let addresses = body!(driven, "citiGetCardAddresses", addresses);
    assert_eq!(addresses, account.addresses);
}

async fn citibanamex(driven: &Driven) {
    let customer = customer::<Citibanamex>(4);
    let client = driven.client::<Citibanamex>(1);
    let segment = client
        .citibanamex_retrieve_customer_segment()
        .client_id("app")
        .uuid(Uuid::nil())
        .country_code("MX")
        .business_code("GCB")
        .channel_id("MBK")
        .body(CustomerSegmentRequest {
            customer_id: Some(customer.customer_id.clone()),
            card_number: Some(customer.card_number.clone()),
        });
    let segment = body!(driven, "citibanamexRetrieveCustomerSegment", segment);
    assert_eq!(segment.customer, customer.customer);
}

async fn worldline(driven: &Driven) {
    let customer = customer::<Worldline>(1);
    let client = driven.client::<Worldline>(1);
    let details = client
        .worldline_get_customer_details()
        .customer_id("customer")
        .payment_product_id("9000")
        .body(GetCustomerDetailsRequest {
            country_code: customer.country_code.clone(),
            values: customer.values.clone(),
        });
    let details = body!(driven, "worldlineGetCustomerDetails", details);
    assert_eq!(details, customer.details);
}

async fn flexiti(driven: &Driven) {
    let customer = customer::<Flexiti>(5);
    let client = driven.client::<Flexiti>(1);
    let found = client
        .flexiti_look_up_customer()
        .client_id("app")
        .vcc_number(&customer.vcc_number);
    let found = body!(driven, "flexitiLookUpCustomer", found);
    assert_eq!(found, customer.customer);
    let account = customer
        .customer
        .account_number
        .as_ref()
        .expect("an account")
        .value();
    let costs = client
        .flexiti_calculate_interest()
        .client_id("app")
        .account_number(account.to_string());
    let costs = body!(driven, "flexitiCalculateInterest", costs);
    assert_eq!(costs, sandbox::interest::calculate(&customer));
    let code = licence::write(&customer.licence);
    let code = AsciiText::try_from(code).expect("the barcode is ASCII");
    let scanned = client
        .flexiti_scan_drivers_license()
        .client_id("app")
        .body(DriversLicense { code });
    // The page documents no response, so the client reads no body.
    body!(driven, "flexitiScanDriversLicense", scanned);
}

async fn only_listed(driven: &Driven) {
    listed! { driven,
        "citiUpdateCustomerEmails": citi_update_customer_emails,
        "citiGetCustomerPhoneNumbers": citi_get_customer_phone_numbers,
        "citiUpdateCustomerPhoneNumbers": citi_update_customer_phone_numbers,
        "citiGetCustomerAlerts": citi_get_customer_alerts,
        "citiGetCustomerAlertHistory": citi_get_customer_alert_history,
        "citiConfirmCustomerPhoneNumbers": citi_confirm_customer_phone_numbers,
        "citiConfirmCustomerEmails": citi_confirm_customer_emails,
        "citiDeleteCustomerProfileImage": citi_delete_customer_profile_image,
        "citiUpdateCustomerProfileImage": citi_update_customer_profile_image,
        "citiGetCustomerProfileImage": citi_get_customer_profile_image,
        "citiUpdateGenericOffer": citi_update_generic_offer,
        "citiFulfillOffer": citi_fulfill_offer,
        "citiManageCustomerAlertProfilesAndSubscriptions": citi_manage_customer_alert_profiles_and_subscriptions,
    }
}
