//! What the attributes of a tag say to a capture.

/// The attributes of one tag that matter to a capture.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "an attribute is there or not"
)]
pub(super) struct Attributes {
    pub(super) role: String,
    /// Where a link leads, or what is relative to this address.
    pub(super) href: String,
    /// What a `meta` says.
    pub(super) content: String,
    /// The text of an image.
    pub(super) alt: String,
    pub(super) colspan: usize,
    pub(super) rowspan: usize,
    /// Names of a link's relation, or of what a `meta` says.
    pub(super) about: String,
    pub(super) open: bool,
    /// Content of a shadow tree, which is shown.
    pub(super) shadow: bool,
    /// A column of line numbers, which is no code.
    pub(super) gutter: bool,
    pub(super) aria_hidden: bool,
    hidden: bool,
}

/// Names of classes that highlighters give to line numbers.
const GUTTERS: [&str; 7] = [
    "gutter",
    "rouge-gutter",
    "lineno",
    "linenos",
    "line-number",
    "lineNumber",
    "blob-num",
];

impl Attributes {
    /// Takes one attribute; what has no value comes with an empty one first.
    pub(super) fn set(&mut self, name: &[u8], value: &str) {
        let span = || value.trim().parse().unwrap_or(1);
        match name {
            b"role" => self.role = value.trim().to_ascii_lowercase(),
            b"href" => value.trim().clone_into(&mut self.href),
            b"content" => value.trim().clone_into(&mut self.content),
            b"alt" => value.clone_into(&mut self.alt),
            b"rel" | b"property" | b"name" => self.about = value.trim().to_ascii_lowercase(),
            b"colspan" => self.colspan = span(),
            b"rowspan" => self.rowspan = span(),
            b"open" => self.open = true,
            b"shadowrootmode" => self.shadow = true,
            b"class" => {
                self.gutter = value
                    .split_ascii_whitespace()
                    .any(|class| GUTTERS.contains(&class));
            }
            b"aria-hidden" => self.aria_hidden = value.trim().eq_ignore_ascii_case("true"),
            // A browser finds and shows what is hidden until it is found.
            b"hidden" => self.hidden = !value.trim().eq_ignore_ascii_case("until-found"),
            b"style" => {
                let style: String = value.split_ascii_whitespace().collect();
                let style = style.to_ascii_lowercase();
                let says = |part| style.contains(part);
                self.hidden |= says("display:none") || says("visibility:hidden");
            }
            _ => {}
        }
    }

    /// Whether the element is not shown. A click on its tab shows a hidden panel.
    pub(super) fn hides(&self) -> bool {
        self.hidden && self.role != "tabpanel"
            || self.role == "dialog"
            || self.role == "alertdialog"
    }
}
