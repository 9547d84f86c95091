//! Wires that stand on a struct: joined into a callback's own.
use dash_components::{Dependency, Prop};

use super::plan::Planned;

/// The group in a callback, whose inputs are the callback's wires from the number `INPUT` on, and its
/// states those from `STATE` on; `#[derive(Inputs)]` implements it.
pub trait InputsListedIn<A: Planned, const FAULT: usize, const INPUT: usize, const STATE: usize> {
    /// Fails to evaluate where the app's fault is at one of these wires, with the caret on that wire.
    const WIRES: ();
}

/// The group in a callback, whose outputs are the callback's wires from the number `OUTPUT` on;
/// `#[derive(Outputs)]` implements it.
pub trait OutputsListedIn<A: Planned, const FAULT: usize, const OUTPUT: usize> {
    /// Fails to evaluate where the app's fault is at one of these wires, with the caret on that wire.
    const WIRES: ();
}

/// The wires of all parts; `N` is how many there are.
pub const fn wires<const N: usize>(parts: &[&[Dependency]]) -> [Dependency; N] {
    const NONE: Dependency = Prop::<()>::new("", "", "").dependency();
    let mut wires = [NONE; N];
    let (mut filled, mut part) = (0, 0);
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            wires[filled] = parts[part][at];
            filled += 1;
            at += 1;
        }
        part += 1;
    }
    wires
}

/// Whether one of the outputs says that other callbacks write it.
pub const fn has_duplicate(outputs: &[Dependency]) -> bool {
    let mut at = 0;
    while at < outputs.len() {
        if outputs[at].allow_duplicate {
            return true;
        }
        at += 1;
    }
    false
}
