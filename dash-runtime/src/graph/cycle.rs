//! The cycles among the callbacks that no order could place.
use super::index::{Slot, find, next_writer};
use crate::CallbackDef;

/// How a callback lies on a cycle: which of its inputs another callback of the cycle writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hop {
    /// The number of the input.
    pub input: u32,
    /// The callback that writes it.
    pub writer: u32,
    /// Whether this callback speaks for the cycle.
    pub speaks: bool,
}

impl Hop {
    /// On no cycle.
    pub const NONE: Self = Self { input: u32::MAX, writer: u32::MAX, speaks: false };
}

/// Finds cycles that share no callback; the first callback of each speaks for it.
///
/// Each waiting callback is followed back to one waiting writer, always the same, so that
/// the paths end in loops that do not cross.
pub(crate) const fn cycles<const N: usize>(
    callbacks: &[&'static CallbackDef],
    outputs: &[Slot],
    waits: &[u32; N],
) -> [Hop; N] {
    let mut back = [Hop::NONE; N];
    let mut at = 0;
    while at < N {
        if waits[at] > 0 {
            back[at] = waiting_writer(callbacks, outputs, waits, at);
        }
        at += 1;
    }
    loops(&back)
}

/// The first input of `at` that a waiting callback writes.
const fn waiting_writer(
    callbacks: &[&'static CallbackDef],
    outputs: &[Slot],
    waits: &[u32],
    at: usize,
) -> Hop {
    let inputs = callbacks[at].inputs;
    let mut input = 0;
    while input < inputs.len() {
        let wanted = &inputs[input];
        let mut slot = find(outputs, wanted.key);
        while let Some(at_slot) = next_writer(callbacks, outputs, slot, wanted) {
            slot = at_slot;
            let writer = outputs[slot].owner;
            if writer as usize != at && waits[writer as usize] > 0 {
                return Hop { input: input as u32, writer, speaks: false };
            }
            slot += 1;
        }
        input += 1;
    }
    Hop::NONE
}

/// Keeps the hops that lie on a loop.
const fn loops<const N: usize>(back: &[Hop; N]) -> [Hop; N] {
    let mut hops = [Hop::NONE; N];
    let mut walk = [0; N];
    let mut start = 0;
    while start < N {
        let mut at = start as u32;
        while at != u32::MAX && walk[at as usize] == 0 {
            walk[at as usize] = start + 1;
            at = back[at as usize].writer;
        }
        if at != u32::MAX && walk[at as usize] == start + 1 {
            keep_loop(back, &mut hops, at);
        }
        start += 1;
    }
    hops
}

/// Copies the loop through `on` and lets its first callback speak.
const fn keep_loop(back: &[Hop], hops: &mut [Hop], on: u32) {
    let (mut at, mut speaker) = (on, on);
    loop {
        hops[at as usize] = back[at as usize];
        if at < speaker {
            speaker = at;
        }
        at = back[at as usize].writer;
        if at == on {
            break;
        }
    }
    hops[speaker as usize].speaks = true;
}
