//! One exchange as the forms of recordings write it, with every name that a member has in one of them.
//!
//! - HAR 1.2: `request`, `response`, `content`, `postData`.
//! - NDJSON as `redocly drift` takes it: `body` beside `headers`; or flat: `requestHeaders`, `responseBody`.
//! - Newman: `request`, `response` with `code` and `stream`.
//! - Postman: `originalRequest` inside the response.

use std::borrow::Cow;

use serde::de::{MapAccess, SeqAccess};

use super::lenient::{Lenient, Maybe, Raw, Text, members};
use crate::exchange::Pair;

members!(Entry {
    started: Text<'r> = "startedDateTime" | "startedAt" | "started_at" | "timestamp",
    request: Request<'r> = "request" | "req" | "httpRequest" | "originalRequest",
    response: Response<'r> = "response" | "res" | "httpResponse",
    http: Http<'r> = "http",
    method: Text<'r> = "method" | "httpMethod",
    url: Url<'r> = "url",
    request_headers: Headers<'r> = "requestHeaders",
    request_body: Raw<'r> = "requestBody",
    status: f64 = "status" | "statusCode" | "code" | "responseStatus",
    response_headers: Headers<'r> = "responseHeaders" | "header",
    response_body: Raw<'r> = "responseBody" | "body",
});

members!(Http {
    request: Request<'r> = "request",
    response: Response<'r> = "response",
});

members!(Request {
    method: Text<'r> = "method" | "httpMethod",
    url: Url<'r> = "url" | "uri" | "requestUrl",
    scheme: Text<'r> = "scheme",
    host: Text<'r> = "host",
    path: Text<'r> = "path" | "pathname",
    headers: Headers<'r> = "headers" | "header",
    posted: Content<'r> = "postData",
    body: Raw<'r> = "body" | "bodyText" | "payload" | "data" | "rawBody",
    size: f64 = "bodySize",
});

members!(Response {
    status: f64 = "status" | "statusCode" | "code",
    headers: Headers<'r> = "headers" | "header",
    content: Content<'r> = "content",
    stream: Buffer<'r> = "stream",
    body: Raw<'r> = "body" | "bodyText" | "payload" | "data" | "rawBody",
    size: f64 = "bodySize",
});

members!(Content {
    size: f64 = "size",
    media_type: Text<'r> = "mimeType",
    text: Text<'r> = "text",
    encoding: Text<'r> = "encoding" | "_encoding",
    params: Vec<Field<'r>> = "params",
});

// `body` of a request of Postman.
members!(PostmanBody {
    mode: Text<'r> = "mode",
    raw: Text<'r> = "raw",
    urlencoded: Vec<Field<'r>> = "urlencoded",
    formdata: Vec<Field<'r>> = "formdata",
    graphql: Raw<'r> = "graphql",
});

members!(Field {
    name: Text<'r> = "name" | "key",
    value: Text<'r> = "value",
    disabled: f64 = "disabled",
});

members!(Buffer {
    data: Bytes = "data",
});

members!(UrlParts {
    raw: Text<'r> = "raw",
    protocol: Text<'r> = "protocol",
    host: Joined<'r> = "host",
    port: Text<'r> = "port",
    path: Joined<'r> = "path",
    query: Vec<Field<'r>> = "query",
    variable: Vec<Field<'r>> = "variable",
});

impl<'r> Field<'r> {
    /// The name and the value, unless it is switched off.
    pub(super) fn pair(self) -> Option<Pair<'r>> {
        let on = self.disabled.is_none_or(|it| it == 0.0);
        let value = self.value.map_or(Cow::Borrowed(""), |it| it.0);
        self.name.filter(|_| on).map(|name| (name.0, value))
    }
}

/// Fields of a form.
pub(super) fn pairs<'r>(fields: Option<Vec<Field<'r>>>) -> Vec<Pair<'r>> {
    let fields = fields.unwrap_or_default();
    fields.into_iter().filter_map(Field::pair).collect()
}

/// Headers: a list of names and values, an object, or lines of text.
pub(super) struct Headers<'r>(pub(super) Vec<Pair<'r>>);

impl<'r> Lenient<'r> for Headers<'r> {
    fn text(text: Cow<'r, str>) -> Option<Self> {
        let lines = text.lines().filter_map(|line| line.split_once(':'));
        let owned = |it: &str| Cow::Owned(it.trim().to_owned());
        Some(Self(
            lines
                .map(|(name, value)| (owned(name), owned(value)))
                .collect(),
        ))
    }

    fn array<A: SeqAccess<'r>>(mut array: A) -> Result<Option<Self>, A::Error> {
        let mut all = Vec::with_capacity(8);
        while let Some(Maybe(field)) = array.next_element::<Maybe<Field>>()? {
            all.extend(field.and_then(Field::pair));
        }
        Ok(Some(Self(all)))
    }

    fn object<A: MapAccess<'r>>(mut map: A) -> Result<Option<Self>, A::Error> {
        let mut all = Vec::new();
        while let Some((Maybe(name), Maybe(values))) =
            map.next_entry::<Maybe<Text>, Maybe<Values>>()?
        {
            let (Some(name), Some(values)) = (name, values) else {
                continue;
            };
            all.extend(values.0.into_iter().map(|it| (name.0.clone(), it.0)));
        }
        Ok(Some(Self(all)))
    }
}

/// The value of a header, or all of them.
struct Values<'r>(Vec<Text<'r>>);

impl<'r> Lenient<'r> for Values<'r> {
    fn text(text: Cow<'r, str>) -> Option<Self> {
        Some(Self(vec![Text(text)]))
    }

    fn number(number: f64) -> Option<Self> {
        Some(Self(Text::number(number).into_iter().collect()))
    }

    fn array<A: SeqAccess<'r>>(array: A) -> Result<Option<Self>, A::Error> {
        Ok(Vec::array(array)?.map(Self))
    }
}

/// Bytes as a list of numbers.
pub(super) struct Bytes(pub(super) Vec<u8>);

impl<'r> Lenient<'r> for Bytes {
    fn array<A: SeqAccess<'r>>(mut array: A) -> Result<Option<Self>, A::Error> {
        let mut bytes = Vec::new();
        let mut whole = true;
        while let Some(Maybe(number)) = array.next_element::<Maybe<f64>>()? {
            let byte = number.filter(|it| it.fract() == 0.0 && (0.0..256.0).contains(it));
            whole &= byte.is_some();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 255"
            )]
            bytes.extend(byte.map(|it| it as u8));
        }
        Ok(Some(Self(bytes)).filter(|_| whole))
    }
}

/// Text, or its parts.
pub(super) struct Joined<'r>(pub(super) Vec<Text<'r>>);

impl<'r> Lenient<'r> for Joined<'r> {
    fn text(text: Cow<'r, str>) -> Option<Self> {
        Some(Self(vec![Text(text)]))
    }

    fn array<A: SeqAccess<'r>>(array: A) -> Result<Option<Self>, A::Error> {
        Ok(Vec::array(array)?.map(Self))
    }
}

impl Joined<'_> {
    fn with(&self, between: &str) -> String {
        let parts: Vec<&str> = self.0.iter().map(|it| &*it.0).collect();
        parts.join(between)
    }
}

/// An address: text, or the parts that Postman writes.
pub(super) struct Url<'r>(pub(super) Cow<'r, str>);

impl<'r> Lenient<'r> for Url<'r> {
    fn text(text: Cow<'r, str>) -> Option<Self> {
        Some(Self(text)).filter(|it| !it.0.is_empty())
    }

    fn object<A: MapAccess<'r>>(map: A) -> Result<Option<Self>, A::Error> {
        Ok(UrlParts::object(map)?.and_then(UrlParts::url))
    }
}

impl<'r> UrlParts<'r> {
    fn url(self) -> Option<Url<'r>> {
        let raw = self.raw.map(|it| it.0).filter(|it| !it.is_empty());
        let mut url = raw.or_else(|| {
            let scheme = self.protocol.as_ref();
            let mut url = scheme.map_or_else(String::new, |it| format!("{}://", it.0));
            url += &self.host.as_ref()?.with(".");
            if let Some(port) = &self.port {
                url = url + ":" + &port.0;
            }
            let path = self
                .path
                .as_ref()
                .map_or_else(String::new, |it| it.with("/"));
            url = url + "/" + path.trim_start_matches('/');
            let mut between = '?';
            for (name, value) in pairs(self.query) {
                url.push(between);
                url = url + &name + "=" + &value;
                between = '&';
            }
            Some(url.into())
        })?;
        // `:id` in a path is one of the variables.
        for (name, value) in pairs(self.variable) {
            let named = format!("/:{name}");
            let whole = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?', '#']);
            let found = url.match_indices(&*named).map(|(at, _)| at + named.len());
            if let Some(end) = found.into_iter().find(|end| whole(&url[*end..])) {
                url.to_mut()
                    .replace_range(end - name.len() - 1..end, &value);
            }
        }
        Some(Url(url))
    }
}
