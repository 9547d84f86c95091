//! Who follows whom: adjacency, topological order, and the cycles that have none.
use super::cycle::{Hop, cycles};
use super::index::{Slot, find, next_writer};
use crate::CallbackDef;

const NONE: u32 = u32::MAX;

/// The adjacency of `N` callbacks with `E` edges, and their order.
#[derive(Debug)]
pub struct Order<const N: usize, const E: usize> {
    starts: [u32; N],
    next: [u32; E],
    sequence: [u32; N],
    placed: usize,
    cycles: [Hop; N],
}

impl<const N: usize, const E: usize> Order<N, E> {
    /// How many pairs of callbacks there are where one writes an input of the other.
    pub const fn edges(callbacks: &[&'static CallbackDef], outputs: &[Slot]) -> usize {
        let mut seen = [NONE; N];
        let (mut edges, mut at) = (0, 0);
        while at < N {
            edges += writers(callbacks, outputs, at, &mut seen, &mut []);
            at += 1;
        }
        edges
    }

    /// Orders the callbacks.
    pub const fn new(callbacks: &[&'static CallbackDef], outputs: &[Slot]) -> Self {
        let mut seen = [NONE; N];
        let mut from = [0; E];
        let mut first_from = [0; N];
        let (mut filled, mut at) = (0, 0);
        while at < N {
            first_from[at] = filled as u32;
            let rest = from.split_at_mut(filled).1;
            filled += writers(callbacks, outputs, at, &mut seen, rest);
            at += 1;
        }
        let (starts, next) = turn_round(&from, &first_from);
        let (sequence, placed, waits) = place(&starts, &next);
        let cycles = if placed < N { cycles(callbacks, outputs, &waits) } else { [Hop::NONE; N] };
        Self { starts, next, sequence, placed, cycles }
    }

    /// Where each callback's successors start; `M` is one more than `N`.
    pub const fn first<const M: usize>(&self) -> [u32; M] {
        let mut first = [E as u32; M];
        first.split_at_mut(N).0.copy_from_slice(&self.starts);
        first
    }

    /// The successors of each callback.
    pub const fn next(&self) -> &[u32] {
        &self.next
    }

    /// The callbacks in topological order; those on a cycle are missing.
    pub const fn order(&self) -> &[u32] {
        self.sequence.split_at(self.placed).0
    }

    /// How each callback lies on a cycle, if it does.
    pub const fn cycles(&self) -> &[Hop] {
        &self.cycles
    }
}

/// Counts the other callbacks that write an input of `at`, each once, and notes them in `into`.
///
/// `seen` holds for each callback the last one that was found to follow it.
const fn writers(
    callbacks: &[&'static CallbackDef],
    outputs: &[Slot],
    at: usize,
    seen: &mut [u32],
    into: &mut [u32],
) -> usize {
    let inputs = callbacks[at].inputs;
    let (mut count, mut input) = (0, 0);
    while input < inputs.len() {
        let wanted = &inputs[input];
        let mut slot = find(outputs, wanted.key);
        while let Some(at_slot) = next_writer(callbacks, outputs, slot, wanted) {
            slot = at_slot;
            let writer = outputs[slot].owner;
            if writer as usize != at && seen[writer as usize] != at as u32 {
                seen[writer as usize] = at as u32;
                if count < into.len() {
                    into[count] = writer;
                }
                count += 1;
            }
            slot += 1;
        }
        input += 1;
    }
    count
}

/// From "who writes for me" to "who follows me".
const fn turn_round<const N: usize, const E: usize>(
    from: &[u32; E],
    first_from: &[u32; N],
) -> ([u32; N], [u32; E]) {
    let mut counts = [0; N];
    let mut edge = 0;
    while edge < E {
        counts[from[edge] as usize] += 1;
        edge += 1;
    }
    let mut starts = [0; N];
    let mut at = 1;
    while at < N {
        starts[at] = starts[at - 1] + counts[at - 1];
        at += 1;
    }
    let (mut free, mut next) = (starts, [0; E]);
    let mut follower = 0;
    edge = 0;
    while edge < E {
        while follower + 1 < N && first_from[follower + 1] as usize <= edge {
            follower += 1;
        }
        let writer = from[edge] as usize;
        next[free[writer] as usize] = follower as u32;
        free[writer] += 1;
        edge += 1;
    }
    (starts, next)
}

/// Kahn's algorithm: the order, how many it places, and for how many writers each callback still waits.
const fn place<const N: usize, const E: usize>(
    starts: &[u32; N],
    next: &[u32; E],
) -> ([u32; N], usize, [u32; N]) {
    let mut waits = [0; N];
    let mut edge = 0;
    while edge < E {
        waits[next[edge] as usize] += 1;
        edge += 1;
    }
    let (mut order, mut placed, mut at) = ([0; N], 0, 0);
    while at < N {
        if waits[at] == 0 {
            order[placed] = at as u32;
            placed += 1;
        }
        at += 1;
    }
    let mut done = 0;
    while done < placed {
        let at = order[done] as usize;
        let end = if at + 1 < N { starts[at + 1] as usize } else { E };
        let mut edge = starts[at] as usize;
        while edge < end {
            let follower = next[edge] as usize;
            waits[follower] -= 1;
            if waits[follower] == 0 {
                order[placed] = follower as u32;
                placed += 1;
            }
            edge += 1;
        }
        done += 1;
    }
    (order, placed, waits)
}
