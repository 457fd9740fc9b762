//! The elements of HTML that a capture treats in a way of their own (HTML, section 4).

/// How an element takes part in a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A part of a line.
    Inline,
    /// Begins and ends a line.
    Block,
    /// A table or a part of one.
    Table,
    /// Has no content.
    Void,
    /// Has content that a page does not show, or shows as struck out.
    Unseen,
    /// The whole page: its tags open and close nothing.
    Page,
}

macro_rules! elements {
    ($($class:ident: $($tag:ident $name:literal)+;)+) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(super) enum Tag { $($($tag,)+)+ #[default] Other }

        impl Tag {
            pub(super) const COUNT: usize = Self::Other as usize + 1;

            /// The element that a tag of this name, in lower case, begins or ends.
            pub(super) fn of(name: &[u8]) -> Self {
                match std::str::from_utf8(name).unwrap_or_default() {
                    $($($name => Self::$tag,)+)+
                    _ => Self::Other,
                }
            }

            pub(super) fn class(self) -> Class {
                match self {
                    $($(Self::$tag)|+ => Class::$class,)+
                    Self::Other => Class::Inline,
                }
            }
        }
    };
}

elements! {
    Inline: A "a" Abbr "abbr" B "b" Button "button" Code "code" Em "em" Font "font"
        ForeignObject "foreignobject" I "i" Label "label"
        Math "math" Small "small" Span "span" Strong "strong" Sub "sub" Sup "sup" U "u";
    Block: Address "address" Article "article" Aside "aside" Blockquote "blockquote" Center "center"
        Dd "dd" Details "details" Dialog "dialog" Dir "dir" Div "div" Dl "dl" Dt "dt"
        Fieldset "fieldset" Figcaption "figcaption" Figure "figure" Footer "footer" Form "form"
        H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" Header "header" Hgroup "hgroup"
        Legend "legend" Li "li" Listing "listing" Main "main" Menu "menu" Nav "nav" Ol "ol" P "p"
        Plaintext "plaintext" Pre "pre" Search "search" Section "section" Summary "summary" Ul "ul"
        Xmp "xmp";
    Table: Caption "caption" Colgroup "colgroup" Table "table" Tbody "tbody" Td "td" Tfoot "tfoot"
        Th "th" Thead "thead" Tr "tr";
    Void: Area "area" Base "base" Br "br" Col "col" Embed "embed" Hr "hr" Img "img" Input "input"
        Link "link" Meta "meta" Param "param" Source "source" Track "track" Wbr "wbr";
    Unseen: Annotation "annotation" Audio "audio" Canvas "canvas" Datalist "datalist" Del "del" Iframe "iframe"
        Noembed "noembed" Noframes "noframes" Noscript "noscript" Rp "rp" S "s" Script "script"
        Select "select" Strike "strike" Style "style" Svg "svg" Template "template" Textarea "textarea" Title "title"
        Video "video";
    Page: Body "body" Head "head" Html "html";
}

impl Tag {
    pub(super) const HEADINGS: [Self; 6] =
        [Self::H1, Self::H2, Self::H3, Self::H4, Self::H5, Self::H6];
    pub(super) const LISTS: [Self; 4] = [Self::Ul, Self::Ol, Self::Menu, Self::Dir];
    pub(super) const CODE: [Self; 4] = [Self::Pre, Self::Listing, Self::Xmp, Self::Plaintext];

    /// In them, a `header` is not the page's.
    pub(super) const SECTIONS: [Self; 5] = [
        Self::Article,
        Self::Section,
        Self::Main,
        Self::Aside,
        Self::Nav,
    ];

    /// The level of a heading.
    pub(super) fn level(self) -> Option<u8> {
        let level = Self::HEADINGS.iter().position(|&heading| heading == self)?;
        u8::try_from(level + 1).ok()
    }
}
