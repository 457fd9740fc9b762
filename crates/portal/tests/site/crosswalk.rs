//! The matrices of the crosswalks are pages of the site.

use crate::material::Material;

#[test]
fn a_concept_has_a_page_with_its_matrix() {
    let mut material = Material::load();
    let matrix = "# The boat in public standards\n\n| property | Quay |\n| --- | --- |\n| `Boat.name` | `Ship.title` close, 40 \u{2192} 10 |\n";
    let index =
        "<!-- Written -->\n\n# Boats\n\n- [The boat](boat.md)\n- [Quay](https://quay.example)\n";
    for (path, text) in [
        ("crosswalk/boat.md", matrix),
        ("crosswalk/README.md", index),
    ] {
        material.artefacts.insert(path.to_owned(), text.to_owned());
    }
    let site = material.site().expect("a site");
    let (boat, index) = (&site["crosswalk/boat.html"], &site["crosswalk/index.html"]);
    assert!(
        boat.contains("<h1>The boat in public standards</h1>"),
        "{boat}"
    );
    assert!(
        boat.contains("<td><code>Ship.title</code> close, 40 \u{2192} 10</td>"),
        "{boat}"
    );
    assert!(
        index.contains("<a href=\"boat.html\">The boat</a>"),
        "{index}"
    );
    assert!(
        index.contains("<a href=\"https://quay.example\">Quay</a>"),
        "{index}"
    );
    assert!(!index.contains("Written"), "{index}");
    assert!(site["index.html"].contains("crosswalk/index.html"));
}

#[test]
fn without_a_crosswalk_nothing_leads_to_one() {
    let mut material = Material::load();
    material
        .artefacts
        .retain(|path, _| !path.starts_with("crosswalk/"));
    let site = material.site().expect("a site");
    assert!(!site.keys().any(|path| path.starts_with("crosswalk/")));
    assert!(!site["index.html"].contains("crosswalk/"));
}
