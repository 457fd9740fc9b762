//! Parameters that operations share.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use crate::scalar::Ascii;

/// Who is calling.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Client {
    /// Identifier of the client, as the section "Developer User Account" gives it.
    pub client_id: Ascii<100>,
}
