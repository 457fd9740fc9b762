//! The content of a message, against the media types of its place.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Seen, plain, value};
use crate::api::{Media, Names};
use crate::body::json;
use crate::decode;
use crate::exchange::Message;
use crate::finding::Kind;

/// Media types that may be said: those that documents of the web are served as.
pub(crate) const SAYABLE: [&str; 16] = [
    "application/json",
    "application/problem+json",
    "application/xml",
    "application/octet-stream",
    "application/pdf",
    "application/javascript",
    "application/x-www-form-urlencoded",
    "application/hal+json",
    "application/ld+json",
    "application/xhtml+xml",
    "multipart/form-data",
    "text/css",
    "text/csv",
    "text/html",
    "text/plain",
    "text/xml",
];

/// Which of some media types a message is; the first if nobody said what it is.
pub(crate) fn media_of(content: &[Media], message: &Message) -> Option<usize> {
    let said = message.media_type.as_deref().map(essence);
    let said = said.filter(|it| it.contains('/'));
    content.iter().position(|media| {
        let documented = essence(media.range);
        said.as_ref().is_none_or(|said| is_in(said, &documented))
    })
}

/// Holds a body against the media types of its place; gives its value if it is JSON.
pub(super) fn body(
    content: &mut [Media],
    names: &Names,
    message: &Message,
    place: &str,
    seen: &mut Vec<Seen>,
) -> Option<Value> {
    let mut push = |kind, problem: String| {
        seen.push(Seen {
            kind,
            place: place.to_owned(),
            name: String::new(),
            problem,
            pointer: String::new(),
        });
    };
    let said = message.media_type.as_deref().map(essence);
    let said = said.filter(|it| it.contains('/'));
    let Some(at) = media_of(content, message) else {
        let said = said.unwrap_or_default();
        let problem = if SAYABLE.contains(&&*said) {
            format!("the media type `{said}` is not documented")
        } else {
            "the media type is not documented".to_owned()
        };
        push(Kind::UndocumentedMediaType, problem);
        return None;
    };
    content[at].seen += 1;
    let kind = said.unwrap_or_else(|| essence(content[at].range));
    if !is_json(&kind) {
        form_text(content, names, message, seen);
        return None;
    }
    let Ok(text) = decode::text(message) else {
        push(
            Kind::UnreadableBody,
            "the body cannot be decoded".to_owned(),
        );
        return None;
    };
    let text = text.unwrap_or_default();
    let Ok((value, twice)) = json(&text) else {
        push(Kind::UnreadableBody, "the body is not JSON".to_owned());
        return None;
    };
    let check = content[at].check.as_mut()?;
    value::twice(check, names, &twice, seen);
    value::judge(check, names, &value, seen);
    Some(value)
}

/// A media type without its parameters, in lower case (RFC 9110, section 8.3.1).
pub(crate) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn is_in(said: &str, documented: &str) -> bool {
    documented == "*/*"
        || said == documented
        || documented
            .strip_suffix('*')
            .is_some_and(|range| range.ends_with('/') && said.starts_with(range))
}

/// Whether a media type is JSON (RFC 6839, section 3.1).
pub(crate) fn is_json(media_type: &str) -> bool {
    media_type.ends_with("+json") || media_type.ends_with("/json")
}

/// Holds the fields of a form against the schema of its media type.
pub(super) fn form(
    content: &mut [Media],
    names: &Names,
    fields: &[(Cow<str>, Cow<str>)],
    seen: &mut Vec<Seen>,
) {
    let media = content.iter_mut().find(|it| it.range.contains("form"));
    let Some(check) = media.and_then(|media| media.check.as_mut()) else {
        return;
    };
    let mut object = Map::new();
    for (name, text) in fields {
        let types: Vec<String> = match check.tree.property(0, name) {
            Some(node) => check.tree.nodes[node]
                .types()
                .into_iter()
                .map(str::to_owned)
                .collect(),
            None => Vec::new(),
        };
        let types: Vec<&str> = types.iter().map(String::as_str).collect();
        object.insert(name.to_string(), plain(text, &types));
    }
    value::judge(check, names, &Value::Object(object), seen);
}

/// The fields of a form that was sent as text (URL Standard, section 5.1).
fn fields(text: &str) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    url::form_urlencoded::parse(text.as_bytes()).collect()
}

/// Holds the text of a message against the schema of a form, if it is one.
fn form_text(content: &mut [Media], names: &Names, message: &Message, seen: &mut Vec<Seen>) {
    let media_type = message.media_type.as_deref().unwrap_or_default();
    if media_type.starts_with("application/x-www-form-urlencoded")
        && let Some(text) = decode::text(message).ok().flatten()
    {
        form(content, names, &fields(&text), seen);
    }
}
