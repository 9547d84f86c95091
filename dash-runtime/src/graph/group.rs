//! Callbacks that are listed together: joined into one list, and placed within it.
use crate::CallbackDef;
use crate::callback::glue::BROKEN_CALLBACK;

/// What `callbacks!` makes of its list.
#[derive(Debug, Clone, Copy)]
pub struct CallbackGroup {
    /// The callbacks, those of groups within it too.
    pub callbacks: &'static [&'static CallbackDef],
}

/// The lists of callbacks that one list is joined from.
pub(super) type Lists = [&'static [&'static CallbackDef]];

/// How many callbacks the lists have together.
pub const fn count(lists: &Lists) -> usize {
    before(lists, lists.len())
}

/// How many callbacks the lists before the list `at` have together.
pub(super) const fn before(lists: &Lists, mut at: usize) -> usize {
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
