//! The changelog as a page.

use maud::{PreEscaped, html};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, html as written};

use super::contents::contents;
use super::{Page, Policy, page};
use crate::site::Site;

/// The page of what changed, release by release.
pub(crate) fn changelog(site: &Site) -> String {
    let Rendered { releases, body } = rendered(site.input.changelog);
    let content = html! {
        article class="text changelog" {
            header class="title" {
                h1 { "Changelog" }
                p class="lead" { "This site shows version " (site.version()) " of the document." }
            }
            div class="side" {
                (contents(releases.into_iter().map(|(id, release)| (id, release, None))))
            }
            (PreEscaped(body))
        }
    };
    page(
        site,
        &Page {
            address: "changelog.html",
            title: "Changelog",
            summary: "What changed, release by release.",
            policy: Policy::Reads,
            twin: None,
            content,
        },
    )
}

/// A changelog as HTML.
struct Rendered {
    /// The fragment and the heading of each release.
    releases: Vec<(String, String)>,
    /// What stands below the title.
    body: String,
}

/// Renders a changelog. Its title is left out, and so are HTML, pictures, and links
/// that lead elsewhere than to the web.
fn rendered(markdown: &str) -> Rendered {
    let mut releases = Vec::new();
    let mut events = Vec::new();
    let mut heading = None;
    let mut level = HeadingLevel::H1;
    let mut linked = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Start(Tag::Image { .. })
            | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                linked = dest_url.starts_with("https://");
                events.extend(linked.then_some(event));
            }
            Event::End(TagEnd::Link) => events.extend(linked.then_some(event)),
            Event::Start(Tag::Heading { level: of, .. }) => {
                level = of;
                heading = Some(String::new());
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = heading.take().unwrap_or_default();
                events.push(Event::Html(head(level, &text, &mut releases).into()));
            }
            Event::Text(text) | Event::Code(text) if heading.is_some() => {
                heading.get_or_insert_default().push_str(&text);
            }
            event => events.push(event),
        }
    }
    let mut body = String::new();
    written::push_html(&mut body, events.into_iter());
    Rendered { releases, body }
}

/// A heading; that of a release can be linked to and is added to them.
fn head(level: HeadingLevel, text: &str, releases: &mut Vec<(String, String)>) -> String {
    let heading = match level {
        HeadingLevel::H1 => html! {},
        HeadingLevel::H2 => {
            let name = text.split(" - ").next().unwrap_or(text);
            let id = name.to_lowercase();
            releases.push((id.clone(), name.to_owned()));
            html! { h2 id=(id) { a href={ "#" (id) } { (text) } } }
        }
        _ => html! { h3 { (text) } },
    };
    heading.into_string()
}
