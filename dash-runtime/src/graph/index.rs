//! Sorted keys: whether the layout has an id, and which callbacks write a prop.
use dash_components::{Dependency, ViewDef};

use crate::CallbackDef;
use crate::page::PageView;

/// A key, and what it belongs to: an output's callback, or an id's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The key.
    pub key: u64,
    /// The callback that writes the prop; of an id, 0 for the layout, 1 for the first page.
    pub owner: u32,
    /// The number of the output among the callback's; of an id, a part of the key of the view that
    /// declares it.
    pub at: u32,
}

impl Slot {
    /// The output that it stands for.
    pub(crate) const fn output(self, callbacks: &[&'static CallbackDef]) -> &'static Dependency {
        &callbacks[self.owner as usize].outputs[self.at as usize]
    }

    /// The ids of the layout and the pages, sorted by key, then by page.
    pub const fn ids<const I: usize>(layout: &ViewDef, pages: &[PageView]) -> [Self; I] {
        let mut slots = [Self::EMPTY; I];
        let mut filled = fill_ids(&mut slots, 0, layout, 0);
        let mut page = 0;
        while page < pages.len() {
            filled = fill_ids(&mut slots, filled, pages[page].view, page as u32 + 1);
            page += 1;
        }
        if pages.is_empty() { sort(slots) } else { mark(sort(slots)) }
    }

    /// Whether an id is, on a later page, one of another view.
    pub(crate) const fn is_mixed(self) -> bool {
        self.at & MIXED != 0
    }

    /// Whether two ids are declared by the same view.
    pub(crate) const fn is_of_view(self, other: Self) -> bool {
        self.at & !MIXED == other.at & !MIXED
    }

    /// The outputs of all callbacks, sorted by key, then by callback.
    pub const fn outputs<const O: usize>(callbacks: &[&CallbackDef]) -> [Self; O] {
        let mut slots = [Self::EMPTY; O];
        let (mut filled, mut owner) = (0, 0);
        while owner < callbacks.len() {
            let mut at = 0;
            while at < callbacks[owner].outputs.len() {
                let key = callbacks[owner].outputs[at].key;
                slots[filled] = Self { key, owner: owner as u32, at: at as u32 };
                filled += 1;
                at += 1;
            }
            owner += 1;
        }
        sort(slots)
    }

    const EMPTY: Self = Self { key: 0, owner: 0, at: 0 };
}

const fn fill_ids(slots: &mut [Slot], mut filled: usize, view: &ViewDef, owner: u32) -> usize {
    let mut at = 0;
    while at < view.ids.len() {
        slots[filled] = Slot { key: view.ids[at].key, owner, at: view.key as u32 & !MIXED };
        filled += 1;
        at += 1;
    }
    at = 0;
    while at < view.includes.len() {
        filled = fill_ids(slots, filled, view.includes[at], owner);
        at += 1;
    }
    filled
}

/// The bit of an id's `at` that says of a page's id whether a later page has it from another view.
const MIXED: u32 = 1 << 31;

/// Sets that bit, so that nobody need look through all pages for each wire.
const fn mark<const N: usize>(mut slots: [Slot; N]) -> [Slot; N] {
    let mut at = N;
    while at > 1 {
        at -= 1;
        let (one, next) = (slots[at - 1], slots[at]);
        if one.key == next.key && (next.is_mixed() || !one.is_of_view(next)) {
            slots[at - 1].at |= MIXED;
        }
    }
    slots
}

/// Merge sort from the bottom up, stable: few steps of the interpreter for each slot.
const fn sort<const N: usize>(mut slots: [Slot; N]) -> [Slot; N] {
    let mut width = 1;
    while width < N {
        let mut merged = slots;
        let mut low = 0;
        while low < N {
            merge(&slots, &mut merged, low, width);
            low += 2 * width;
        }
        slots = merged;
        width *= 2;
    }
    slots
}

/// Merges the two runs of `width` slots that start at `low`.
const fn merge(slots: &[Slot], merged: &mut [Slot], low: usize, width: usize) {
    let middle = smaller(low + width, slots.len());
    let high = smaller(low + 2 * width, slots.len());
    let (mut left, mut right, mut to) = (low, middle, low);
    while to < high {
        let take_left = right == high || (left < middle && slots[left].key <= slots[right].key);
        if take_left {
            merged[to] = slots[left];
            left += 1;
        } else {
            merged[to] = slots[right];
            right += 1;
        }
        to += 1;
    }
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// The next output from `at` on that can be the prop `wanted`: the first is found with [`find`].
pub(crate) const fn next_writer(
    callbacks: &[&'static CallbackDef],
    outputs: &[Slot],
    mut at: usize,
    wanted: &Dependency,
) -> Option<usize> {
    while is_at(outputs, at, wanted.key) {
        if outputs[at].output(callbacks).overlaps(wanted) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Where `key` stands in the sorted slots, or would stand.
pub(crate) const fn find(slots: &[Slot], key: u64) -> usize {
    let (mut low, mut high) = (0, slots.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if slots[middle].key < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Whether the sorted slots have `key` at `at`.
pub(crate) const fn is_at(slots: &[Slot], at: usize, key: u64) -> bool {
    at < slots.len() && slots[at].key == key
}
