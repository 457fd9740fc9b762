//! The ways to prove who is calling.

use super::SecurityScheme;

/// Every security scheme that operations refer to.
pub const SECURITY_SCHEMES: &[SecurityScheme] = &[
    SecurityScheme {
        name: "citiBearer",
        scheme: "bearer",
        description: "The latest access token, sent as `Authorization: Bearer {accessToken}`. The pages do not say how it is obtained. Citi's Authorize page for Australia lists these two ways, among others. Authorization code: `GET /authCode/oauth2/authorize`, then `POST /authCode/oauth2/token/au/gcb`. Client credentials: `POST /clientCredentials/oauth2/token/au/gcb`. Other markets are likely to use their own country code in place of `au`.",
        // The addresses are those of another market.
        likely: &["description"],
    },
    SecurityScheme {
        // The page speaks of an authorization token, and not of its scheme: inferred.
        name: "citibanamexBearer",
        scheme: "bearer",
        description: "The token received at login. That it is sent as `Authorization: Bearer {token}` is our judgement.",
        likely: &[],
    },
    SecurityScheme {
        name: "worldlineClientSession",
        // A scheme of the vendor's own: documents have it as an API key.
        scheme: "GCS",
        description: "The client session that Create Session returns, sent as `Authorization: GCS v1Client:{clientSessionId}`, without a space after the colon.",
        likely: &[],
    },
    SecurityScheme {
        name: "flexitiBearer",
        scheme: "bearer",
        description: "The `access_token` that `POST /oauth/token` returns, sent as `Authorization: Bearer {access_token}`, in all at most 1000 ASCII characters.",
        likely: &[],
    },
];
