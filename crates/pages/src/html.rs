#![doc = include_str!("../CAPTURES.md")]

mod attributes;
mod element;
mod origin;
mod page;
mod piece;
mod stack;
mod table;
mod text;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use crate::Block;

/// A saved page, as a reader of the page sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The text, one block a line; each line ends with LF.
    pub text: String,
    /// The blocks, with their lines in the text.
    pub blocks: Vec<Block>,
    /// The page's `title`.
    pub title: Option<String>,
    /// The page's address: what it says itself, else what the program says that saved it.
    pub address: Option<String>,
    /// The day on which the page was saved, `2024-01-02`, if the program that saved it says so.
    pub day: Option<String>,
}

/// Reads a saved HTML page. Any bytes are a page.
///
/// The character set is the one of the byte order mark, else of the first `meta` that names one,
/// else UTF-8.
#[must_use]
pub fn capture(bytes: &[u8]) -> Captured {
    of(&decode(bytes))
}

/// Reads a page that begins as HTML does: `<!doctype html`, `<html`, `<head` or `<body`, perhaps after
/// comments.
#[must_use]
pub fn recognised(bytes: &[u8]) -> Option<Captured> {
    let text = decode(bytes);
    begins(&text).then(|| of(&text))
}

fn of(text: &str) -> Captured {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = page::Page::new(text.len());
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        page.token(token);
    }
    page.finish()
}

fn begins(text: &str) -> bool {
    let mut tokens = Tokenizer::new(text).flatten();
    let first = tokens.find(|token| match token {
        Token::String(text) => !text.trim_ascii().is_empty(),
        Token::Comment(_) | Token::Error(_) => false,
        _ => true,
    });
    match first {
        Some(Token::Doctype(it)) => *it.name == b"html",
        Some(Token::StartTag(it)) => [&b"html"[..], b"head", b"body"].contains(&&**it.name),
        _ => false,
    }
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let declared = || declared(&bytes[..bytes.len().min(4_096)]);
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(declared);
    encoding.unwrap_or(UTF_8).decode(bytes).0
}

/// The character set that a `meta` names (HTML, section 13.2.3.2).
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    start.split("<meta").skip(1).find_map(|meta| {
        let (meta, _) = meta.split_once('>')?;
        let (_, value) = meta.split_once("charset")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let label = value.split(['"', '\'', ';', '/', ' ']).next()?;
        // Text in which this could be read is no UTF-16.
        Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding)
    })
}
