//! The matrices of the crosswalks as pages.

use std::collections::BTreeMap;

use maud::{PreEscaped, html};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as written};

use super::{Page, Policy, page};
use crate::site::Site;

/// The page to start with.
pub(crate) const INDEX: &str = "crosswalk/index.html";

/// Every page, by its path; none if there is no crosswalk.
pub(crate) fn crosswalks(site: &Site) -> BTreeMap<String, String> {
    let files = site.input.artefacts.iter();
    let files = files.filter_map(|(path, text)| {
        let name = path.strip_prefix("crosswalk/")?.strip_suffix(".md")?;
        let address = format!("crosswalk/{}.html", address(name));
        let rendered = render(site, &address, text);
        Some((address, rendered))
    });
    files.collect()
}

/// The name of the page of a file.
fn address(name: &str) -> &str {
    if name == "README" { "index" } else { name }
}

fn render(site: &Site, address: &str, markdown: &str) -> String {
    let heading = markdown.lines().find_map(|line| line.strip_prefix("# "));
    let title = heading.unwrap_or("Crosswalk");
    let content = html! {
        article class="text" {
            header class="title" { h1 { (title) } }
            (PreEscaped(body(markdown)))
        }
    };
    page(
        site,
        &Page {
            address,
            title,
            summary: "Which property of ours is which property of a public standard.",
            policy: Policy::Reads,
            twin: None,
            content,
        },
    )
}

/// The Markdown without its title and without HTML; links between the files lead to their pages.
fn body(markdown: &str) -> String {
    let mut in_title = false;
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                in_title = false;
                return None;
            }
            _ => {}
        }
        match event {
            _ if in_title => None,
            Event::Html(_) | Event::InlineHtml(_) => None,
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                let own = dest_url
                    .strip_suffix(".md")
                    .map(|it| format!("{}.html", address(it)));
                let dest_url = own.map_or(dest_url, Into::into);
                Some(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }))
            }
            event => Some(event),
        }
    });
    let mut body = String::new();
    written::push_html(&mut body, events);
    // A wide table moves within its own frame, with the keyboard too.
    let framed = body.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>");
    framed.replace("</table>", "</table></div>")
}
