//! A driver's licence, sent as its PDF417 code.

use crate::flexiti::drivers_license::DriversLicense;
use crate::flexiti::parameters::Client;

pub use __path_scan_drivers_license as Path;

/// Scan a Driver's Licence
///
/// Takes the PDF417 code of a driver's licence.
#[utoipa::path(
    post,
    path = "/client-id/{client_id}/customers/driverslicense",
    operation_id = "flexitiScanDriversLicense",
    params(Client),
    request_body(
        content = DriversLicense,
        description = "The PDF417 code.",
        content_type = "application/json",
    ),
    responses((status = "default", description = "The responses are not documented.")),
    security(("flexitiBearer" = [])),
    extensions(("x-inferred" = json!(["title"]))),
)]
pub fn scan_drivers_license() {}
