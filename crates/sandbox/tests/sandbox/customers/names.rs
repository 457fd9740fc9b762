//! Names with what stands before and behind them: nobody is addressed as somebody else.

use std::collections::{BTreeMap, BTreeSet};

use contract::citi::customer::CustomerProfile;
use sandbox::pages::{Australia, HongKong};

use super::all;

/// So many customers show every name with every prefix.
const COUNT: usize = 2_000;

fn check(profiles: impl Iterator<Item = CustomerProfile>) {
    let mut prefixes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut middles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut suffixes = 0;
    for particulars in profiles.filter_map(|it| it.customer_particulars) {
        let mut names = particulars.names.into_iter().flatten();
        let Some(name) = names.next() else { continue };
        let Some(first) = name.first_name else {
            continue;
        };
        let of_name = prefixes.entry(first.clone()).or_default();
        of_name.extend(particulars.prefix);
        if particulars.suffix.is_some() {
            suffixes += 1;
            of_name.insert("JR".to_owned());
        }
        middles.entry(first).or_default().extend(name.middle_name);
    }
    let (women, men): (Vec<_>, Vec<_>) = prefixes.iter().partition(|(_, it)| it.contains("MS"));
    for (name, prefixes) in &women {
        let prefixes: Vec<_> = prefixes.iter().collect();
        assert_eq!(prefixes, ["DR", "MRS", "MS"], "{name}");
    }
    for (name, prefixes) in &men {
        let prefixes: Vec<_> = prefixes.iter().filter(|it| *it != "JR").collect();
        assert_eq!(prefixes, ["DR", "MR"], "{name}");
    }
    assert!(women.len() > 5 && men.len() > 5);
    let middle = |of: &[(&String, &BTreeSet<String>)]| -> BTreeSet<String> {
        let of = of.iter();
        of.flat_map(|(name, _)| middles[*name].clone()).collect()
    };
    assert!(middle(&women).is_disjoint(&middle(&men)));
    assert!(
        (1..COUNT / 10).contains(&suffixes),
        "some have a suffix, and most have none: {suffixes}"
    );
}

#[test]
fn a_prefix_and_a_suffix_go_with_the_name() {
    check(all::<HongKong>(COUNT).map(|it| it.profile.clone()));
    check(all::<Australia>(COUNT).map(|it| it.profile.clone()));
}
