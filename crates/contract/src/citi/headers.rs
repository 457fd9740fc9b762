//! Header parameters that operations share.

use macro_rules_attribute::apply;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::openapi::RefOr;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{IntoParams, PartialSchema};

use crate::object::skip_none;

/// Headers of a request.
// `Authorization` and `Accept` are not parameters in a document, see the quirks of the module `citi`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
pub struct RequestHeaders {
    /// 128-bit UUID; generate a new one for every request.
    #[param(format = "uuid")]
    pub uuid: String,

    /// Identifier of the client, generated when the application was registered.
    pub client_id: String,
}

/// Headers of a request whose page asks for a random `uuid`; otherwise they are [`RequestHeaders`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
pub struct RandomRequestHeaders {
    /// Random 128-bit UUID; generate a unique one for every request.
    #[param(format = "uuid")]
    pub uuid: String,

    /// Identifier of the client, generated when the application was registered.
    pub client_id: String,
}

/// The header that describes device, browser and network.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
pub struct DeviceHeaders {
    /// Captures device, browser and network information; the developer portal says more about it. The header passes the fields `devicePrint`, `deviceTokenCookie`, `userIpAddress`, `userAgent`, `hardwareId`, `simId`, `deviceModel`, `deviceName`, `deviceOsName`, `deviceOsVersion`, `multitaskingSupportFlag`, `languageSupport`, `wifiMacAddress`, `cellTowerId`, `locationAreaCode`, `rsaApplicationKey`, `wapClientId`, `mobileCarrierCode`, `mobileCountryCode`, `osId`, `geoLongitude`, `geoLatitude`, `geoHorizontalAccuracy`, `geoAltitude`, `geoAltitudeAccuracy`, `geoSpeed`, `geoTimestamp`, `geoStatus`, `basicServiceSetId`, `signalStrength`, `wifiChannel` and `serviceSetId`. How they are put into the one header value is not documented.
    #[serde(rename = "clientDetails")]
    #[param(value_type = ClientDetails, inline, required = false)]
    pub client_details: Option<String>,
}

/// Fields of the `clientDetails` header, in documented order.
pub const CLIENT_DETAILS_FIELDS: &[&str] = &[
    "devicePrint",
    "deviceTokenCookie",
    "userIpAddress",
    "userAgent",
    "hardwareId",
    "simId",
    "deviceModel",
    "deviceName",
    "deviceOsName",
    "deviceOsVersion",
    "multitaskingSupportFlag",
    "languageSupport",
    "wifiMacAddress",
    "cellTowerId",
    "locationAreaCode",
    "rsaApplicationKey",
    "wapClientId",
    "mobileCarrierCode",
    "mobileCountryCode",
    "osId",
    "geoLongitude",
    "geoLatitude",
    "geoHorizontalAccuracy",
    "geoAltitude",
    "geoAltitudeAccuracy",
    "geoSpeed",
    "geoTimestamp",
    "geoStatus",
    "basicServiceSetId",
    "signalStrength",
    "wifiChannel",
    "serviceSetId",
];

/// Schema of the `clientDetails` header.
// A `schema_with` function would cost the parameter its description.
struct ClientDetails;

impl PartialSchema for ClientDetails {
    fn schema() -> RefOr<Schema> {
        let fields = Extensions::builder()
            .add("x-fields", json!(CLIENT_DETAILS_FIELDS))
            .build();
        ObjectBuilder::new()
            .schema_type(Type::String)
            .extensions(Some(fields))
            .into()
    }
}
