//! The graph against a simple reference, on random graphs.
use std::collections::{BTreeSet, HashMap};

use dash_components::{Dependency, Prop};

use super::message::Message;
use super::{Order, Slot};
use crate::CallbackDef;
use crate::callback::glue::BROKEN_CALLBACK;

/// Who writes for whom.
type Edges = BTreeSet<(usize, usize)>;

#[test]
fn orders_random_graphs_as_the_reference_does() {
    for seed in 0..300 {
        check::<1, 0>(seed);
        check::<6, 3>(seed);
        check::<8, 10>(seed);
        check::<12, 14>(seed);
        check::<12, 40>(seed);
    }
}

fn check<const N: usize, const E: usize>(seed: u64) {
    let edges = random_edges(N, E, seed);
    let callbacks = callbacks(N, &edges);
    let outputs: [Slot; N] = Slot::outputs(&callbacks);
    assert_eq!(Order::<N, 0>::edges(&callbacks, &outputs), E);

    let order = Order::<N, E>::new(&callbacks, &outputs);
    follows(&order, &edges);
    assert_eq!(set(order.order()), free_of_cycles(N, &edges), "seed {seed}");
    sorted(order.order(), &edges);
    cycles(&order, &edges);
}

/// Any ordered pairs, none twice, none of a callback with itself.
fn random_edges(callbacks: usize, count: usize, seed: u64) -> Edges {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut edges = Edges::new();
    while edges.len() < count {
        let (writer, reader) = (next(callbacks), next(callbacks));
        if writer != reader {
            edges.insert((writer, reader));
        }
    }
    edges
}

/// Each callback writes a prop of its own, and reads those of its writers.
fn callbacks(count: usize, edges: &Edges) -> Vec<&'static CallbackDef> {
    let props: Vec<Dependency> = (0..count).map(prop).collect();
    let callback = |at: usize| {
        let inputs: Vec<Dependency> = edges
            .iter()
            .filter(|(_, reader)| *reader == at)
            .map(|(writer, _)| props[*writer])
            .collect();
        let definition = CallbackDef {
            outputs: vec![props[at]].leak(),
            inputs: inputs.leak(),
            ..BROKEN_CALLBACK
        };
        &*Box::leak(Box::new(definition))
    };
    (0..count).map(callback).collect()
}

fn prop(at: usize) -> Dependency {
    Prop::<bool>::new(format!("id{at}").leak(), "hidden", "hidden").dependency()
}

/// The rows of `next` are the edges.
fn follows<const N: usize, const E: usize>(order: &Order<N, E>, edges: &Edges) {
    let mut first = order.first::<64>().map(|start| start as usize);
    first[N] = E;
    let found: Edges = (0..N)
        .flat_map(|writer| {
            let row = &order.next()[first[writer]..first[writer + 1]];
            row.iter().map(move |reader| (writer, *reader as usize))
        })
        .collect();
    assert_eq!(&found, edges);
}

/// The callbacks that no cycle reaches.
fn free_of_cycles(count: usize, edges: &Edges) -> BTreeSet<usize> {
    let mut left: BTreeSet<usize> = (0..count).collect();
    loop {
        let waits =
            |at: &usize| edges.iter().any(|(writer, reader)| reader == at && left.contains(writer));
        let Some(free) = left.iter().copied().find(|at| !waits(at)) else { break };
        left.remove(&free);
    }
    (0..count).filter(|at| !left.contains(at)).collect()
}

fn sorted(order: &[u32], edges: &Edges) {
    let place: HashMap<usize, usize> =
        order.iter().enumerate().map(|(at, one)| (*one as usize, at)).collect();
    for (writer, reader) in edges {
        if let Some(read) = place.get(reader) {
            assert!(place[writer] < *read, "{writer} writes for {reader}");
        }
    }
}

/// Each reported cycle is one, its first callback speaks for it, and there is one if there is any.
fn cycles<const N: usize, const E: usize>(order: &Order<N, E>, edges: &Edges) {
    let hops = order.cycles();
    let speakers: Vec<usize> = (0..N).filter(|at| hops[*at].speaks).collect();
    assert_eq!(speakers.is_empty(), order.order().len() == N);
    for speaker in speakers {
        let mut at = speaker;
        loop {
            let writer = hops[at].writer as usize;
            assert!(edges.contains(&(writer, at)));
            assert!(speaker <= writer);
            at = writer;
            if at == speaker {
                break;
            }
        }
    }
}

fn set(order: &[u32]) -> BTreeSet<usize> {
    let set: BTreeSet<usize> = order.iter().map(|at| *at as usize).collect();
    assert_eq!(set.len(), order.len());
    set
}

#[test]
fn sorts_outputs_by_key_then_by_callback() {
    let edges = random_edges(9, 20, 7);
    let mut callbacks = callbacks(9, &edges);
    callbacks[8] = callbacks[2];
    let slots: [Slot; 9] = Slot::outputs(&callbacks);
    let mut expected = slots;
    expected.sort_by_key(|slot| (slot.key, slot.owner));
    assert_eq!(slots, expected);
}

#[test]
fn a_message_ends_before_the_piece_that_does_not_fit() {
    let message = (0..300).fold(Message::new(), |message, _| message.add("0123456789"));
    assert_eq!(message.as_str().len(), 2040);
    assert_eq!(message.add("x").as_str().len(), 2040);
}
