//! What is wrong with the wires of an app: found all at once, each reported where its wire stands.
use super::check::{Clause, Wire};
use super::group::{Lists, before};
use super::plan::Plan;

/// How many faults a compiler run shows.
const SHOWN: usize = 16;

/// The first faults of an app, at most one for each clause of a callback.
#[derive(Debug, Clone, Copy)]
pub struct Faults {
    plan: &'static Plan,
    wires: [Wire; SHOWN],
    count: usize,
}

impl Faults {
    /// Looks at all wires.
    pub const fn of(plan: &'static Plan) -> Self {
        let mut faults = Self { plan, wires: [Wire::new(0, Clause::Output, 0); SHOWN], count: 0 };
        let mut callback = 0;
        while callback < plan.callbacks.len() && faults.count < SHOWN {
            faults.add(callback, Clause::Output);
            faults.add(callback, Clause::Input);
            faults.add(callback, Clause::State);
            faults.add(callback, Clause::Running);
            faults.add(callback, Clause::Shown);
            faults.add(callback, Clause::Cancel);
            callback += 1;
        }
        faults
    }

    /// Adds the first fault of the clause.
    const fn add(&mut self, callback: usize, clause: Clause) {
        let (mut at, wires) = (0, clause.wires(self.plan, callback));
        while at < wires {
            let wire = Wire::new(callback, clause, at);
            if self.count < SHOWN && wire.fault(self.plan).is_some() {
                self.wires[self.count] = wire;
                self.count += 1;
                return;
            }
            at += 1;
        }
    }

    /// The list, and the place in it, of the callback that has the fault; there is no such list
    /// without such a fault.
    pub const fn callback(&self, fault: usize, lists: &Lists) -> (usize, usize) {
        if fault < self.count {
            part_of(lists, self.wires[fault].callback)
        } else {
            (usize::MAX, 0)
        }
    }

    /// Where the fault is, from the callback's wire number `first` on: twice the number of the wire,
    /// and one more where not its id but its prop is wrong.
    pub const fn place(&self, fault: usize, first: usize) -> usize {
        let wire = self.wires[fault];
        let on_prop = matches!(wire.fault(self.plan), Some(fault) if fault.is_on_prop());
        (2 * wire.place(self.plan) + on_prop as usize).wrapping_sub(2 * first)
    }

    /// Ends the evaluation; rustc marks the call. `view` is that of the wire, as the user wrote it.
    ///
    /// # Panics
    ///
    /// Always.
    #[track_caller]
    pub const fn fail(&self, fault: usize, view: &'static str) {
        let wire = Wire { view, ..self.wires[fault] };
        if let Some(fault) = wire.fault(self.plan)
            && let Some(message) = wire.message(self.plan, fault)
        {
            panic!("{}", message.as_str())
        }
    }
}

/// What is wrong with a wire.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fault {
    /// Nothing gives one of its wildcards a value.
    Unmatched,
    /// The layout does not have its id.
    Missing,
    /// Its id is on another page than it should be.
    Misplaced,
    /// It says that other callbacks write it, and none does.
    OnlyWriter,
    /// This callback writes it already.
    SecondWriter(usize),
    /// It is an output of its own callback too.
    OwnOutput,
    /// It closes a cycle.
    Cycle,
}

impl Fault {
    /// Whether not the wire's id but its prop is wrong.
    pub(super) const fn is_on_prop(self) -> bool {
        !matches!(self, Self::Unmatched | Self::Missing | Self::Misplaced)
    }
}

/// The list that has the callback number `at`, and its place there.
pub const fn part_of(lists: &Lists, at: usize) -> (usize, usize) {
    let mut list = lists.len();
    while list > 0 {
        list -= 1;
        let first = before(lists, list);
        if at >= first && at - first < lists[list].len() {
            return (list, at - first);
        }
    }
    (usize::MAX, 0)
}
