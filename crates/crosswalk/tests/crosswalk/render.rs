//! The pages for people.

use crate::{Sample, TABLE};

#[test]
fn a_matrix_has_lengths_side_by_side() {
    let sample = Sample::new();
    let pages = crosswalk::render(&sample.crosswalk(), &sample.document);
    let names: Vec<&String> = pages.keys().collect();
    let all = ["README.md", "berth.md", "boat.md", "skipper.md"];
    assert_eq!(
        names,
        all.map(|it| format!("crosswalk/{it}"))
            .iter()
            .collect::<Vec<_>>()
    );
    let boat = &pages["crosswalk/boat.md"];
    for line in [
        "| property | Quay 2.1 |",
        "| `HarbourBoat.name` | `Ship.title` close, 40 → 10 |",
        "| `HarbourBoat.marks` | `Ship.marks[]` close, ? → 5 |",
        "| `HarbourBoat.hull` | no equivalent |",
        "- `HarbourBoat.hull`: Quay says nothing of hulls.",
    ] {
        assert!(boat.lines().any(|it| it == line), "{line}\n{boat}");
    }
}

#[test]
fn what_follows_is_computed() {
    let sample = Sample::new();
    let page = |sample: &Sample| {
        let pages = crosswalk::render(&sample.crosswalk(), &sample.document);
        pages["crosswalk/README.md"].clone()
    };
    let index = page(&sample);
    for line in [
        "- [Quay 2.1](https://quay.example/standard): 14 mappings, 1 of them to a shorter field; 1 of ours without an equivalent",
        "| element | Harbour |",
        "| `Ship.title` | `HarbourBoat.name`, 40 → 10 |",
        "| `Mooring.side` | default `\"port\"` |",
        "## Who can moor?",
        "| `Mooring.pier` | `HarbourBerth.pier` |",
        "All of these: HarbourBerth.",
    ] {
        assert!(index.lines().any(|it| it == line), "{line}\n{index}");
    }
    let moor = "quay:Mooring.pier\tsemapv:ManualMappingCuration\t1:1\t\t\t\tmove";
    let silent = page(&sample.with(TABLE, moor, &moor.replace("move", "")));
    assert!(
        silent.contains("| `Mooring.pier` | no |\n\nAll of these: none.\n"),
        "{silent}"
    );
}

#[test]
fn without_targets_there_is_no_page() {
    let sample = Sample::new();
    let pages = crosswalk::render(&crosswalk::Crosswalk::default(), &sample.document);
    assert_eq!(pages.len(), 0);
}
