//! Which operations lead to what changed.

use std::collections::{HashMap, HashSet, VecDeque};

use roaring::RoaringBitmap;

use crate::drift::Direction;

use super::node::At;

/// An operation, a path item or a component of the new or of the old document, in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Owner {
    /// 0 for the old document, 1 for the new one.
    pub(super) side: usize,
    pub(super) at: At,
    pub(super) way: Way,
}

/// Who is concerned by what is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Way {
    /// Nobody: nothing leads to it, or it does not go this way.
    Nowhere,
    /// Those who send it.
    Request,
    /// Those who read it.
    Response,
    /// It is about the document, so the worse of both counts.
    Either,
    /// Those who send or read what a condition is about; what is more allowed there may be less
    /// allowed around it.
    Condition,
}

impl Way {
    /// What the receiver of a call says, where the API is the one that calls.
    pub(super) const fn turned(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
            way => way,
        }
    }

    pub(super) const fn direction(self) -> Option<Direction> {
        match self {
            Self::Nowhere => None,
            Self::Request => Some(Direction::Request),
            Self::Response => Some(Direction::Response),
            Self::Either | Self::Condition => Some(Direction::Unknown),
        }
    }
}

/// What leads to what.
#[derive(Default)]
pub(super) struct Reach {
    /// For each owner, what leads to it.
    from: HashMap<Owner, HashSet<Owner>>,
    /// The operations, by their numbers.
    operations: HashMap<Owner, u32>,
}

impl Reach {
    /// An operation, which is number `operation` in every direction.
    pub(super) fn operation(&mut self, owner: Owner, operation: u32) {
        self.operations.insert(owner, operation);
    }

    pub(super) fn leads(&mut self, from: Owner, to: Owner) {
        if from != to {
            self.from.entry(to).or_default().insert(from);
        }
    }

    /// The numbers of the operations that lead to each of these, and to what leads to them.
    pub(super) fn concerned(&self, owners: &[Owner]) -> HashMap<Owner, RoaringBitmap> {
        // All that leads to any of them.
        let mut above: HashSet<Owner> = owners.iter().copied().collect();
        let mut open: VecDeque<Owner> = owners.iter().copied().collect();
        let mut to: HashMap<Owner, Vec<Owner>> = HashMap::new();
        while let Some(owner) = open.pop_front() {
            for from in self.from.get(&owner).into_iter().flatten() {
                to.entry(*from).or_default().push(owner);
                if above.insert(*from) {
                    open.push_back(*from);
                }
            }
        }
        // Operations spread downwards until nothing is new.
        let mut sets: HashMap<Owner, RoaringBitmap> = HashMap::new();
        for owner in &above {
            if let Some(operation) = self.operations.get(owner) {
                sets.entry(*owner).or_default().insert(*operation);
                open.push_back(*owner);
            }
        }
        let mut waiting: HashSet<Owner> = open.iter().copied().collect();
        while let Some(owner) = open.pop_front() {
            waiting.remove(&owner);
            let Some(set) = sets.remove(&owner) else {
                continue;
            };
            for below in to.get(&owner).into_iter().flatten() {
                let into = sets.entry(*below).or_default();
                let before = into.len();
                *into |= &set;
                if into.len() > before && waiting.insert(*below) {
                    open.push_back(*below);
                }
            }
            // What leads to itself has grown meanwhile.
            *sets.entry(owner).or_default() |= set;
        }
        sets
    }
}
