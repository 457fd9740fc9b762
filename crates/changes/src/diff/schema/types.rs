//! Types that changed: what `type` allows, or a choice between types.

use crate::drift::Event;

use super::super::found::Spot;
use super::super::value::shown;
use super::super::walk::Walk;
use super::Both;
use super::allowed::{names, types};
use super::values::enums;

impl<'d> Walk<'d> {
    /// The types that are allowed; where values are listed on both sides, the values say it.
    pub(super) fn types(&mut self, both: &Both<'d>) {
        let listed = both
            .shapes
            .iter()
            .all(|it| matches!(enums(it), Ok(Some(_))));
        let event = match both.shapes.each_ref().map(types) {
            [Some(_), Some(_)] if listed => Event::SaidOtherwise,
            [Some(old), Some(new)] if old == new => Event::SaidOtherwise,
            [Some(old), Some(new)] if old & new == new => Event::Narrowed,
            [Some(old), Some(new)] if old & new == old => Event::Widened,
            [Some(_), Some(_)] => Event::Replaced,
            _ => Event::NotJudged,
        };
        let mut said = false;
        for keyword in ["type", "nullable"] {
            let raw = both.shapes.each_ref().map(|it| it.all(keyword));
            let [old, new] = raw.map(|it| it.map(|(_, value)| value).collect::<Vec<_>>());
            said |= old != new;
            self.each(both, keyword, |walk, pair, way| {
                let values = pair.values();
                if values[0] != values[1] {
                    let values = values.map(|it| it.into_iter().map(shown).collect());
                    walk.found.say_of(event, way, pair.spot(), values);
                }
            });
        }
        // A choice between types, or `null` beside a reference, is no keyword of its own.
        let choices = both.shapes.each_ref().map(|it| {
            let parts = it.parts.iter();
            let keywords = parts.map(|part| ["oneOf", "anyOf"].map(|it| part.members.get(it)));
            keywords
                .filter(|_| !it.type_choices.is_empty())
                .collect::<Vec<_>>()
        });
        if !said && (event != Event::SaidOtherwise || choices[0] != choices[1]) {
            let values = both.shapes.each_ref().map(|shape| {
                let names = types(shape).map(names);
                names.into_iter().collect()
            });
            let spot = Spot {
                at: both.at,
                there: [true, true],
            };
            self.found.say_of(event, both.way, spot, values);
        }
    }
}
