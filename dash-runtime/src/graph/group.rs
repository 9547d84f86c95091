//! Callbacks that are listed together: joined into one list, and placed within it.
use std::marker::PhantomData;

use dash_components::ViewDef;

use super::plan::{Graph, Plan};
use crate::CallbackDef;
use crate::callback::glue::BROKEN_CALLBACK;
use crate::page::PageView;

/// What `callbacks!` makes of its list.
#[derive(Debug, Clone, Copy)]
pub struct CallbackGroup {
    /// The callbacks, those of groups within it too.
    pub callbacks: &'static [&'static CallbackDef],
}

type Lists = [&'static [&'static CallbackDef]];

/// How many callbacks the lists have together.
pub const fn count(lists: &Lists) -> usize {
    before(lists, lists.len())
}

/// How many callbacks the lists before the list `at` have together.
pub const fn before(lists: &Lists, mut at: usize) -> usize {
    let mut count = 0;
    while at > 0 {
        at -= 1;
        count += lists[at].len();
    }
    count
}

/// The callbacks of all lists; `N` is their [`count`].
pub const fn join<const N: usize>(lists: &Lists) -> [&'static CallbackDef; N] {
    const NONE: &CallbackDef = &BROKEN_CALLBACK;
    let mut joined = [NONE; N];
    let (mut filled, mut list) = (0, 0);
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            joined[filled] = lists[list][at];
            filled += 1;
            at += 1;
        }
        list += 1;
    }
    joined
}

/// The app `A` as a group sees it that starts at its callback number `AT`.
#[derive(Debug)]
pub struct After<A, const AT: usize>(PhantomData<A>);

impl<A: Plan, const AT: usize> Plan for After<A, AT> {
    const LAYOUT: &'static ViewDef = A::LAYOUT;
    const PAGES: &'static [PageView] = A::PAGES;
    const CALLBACKS: &'static [&'static CallbackDef] = A::CALLBACKS;
    const GRAPH: Graph = A::GRAPH;
    const FIRST: usize = A::FIRST + AT;
}
