//! What a callback says of its faults in an app: constants that fail with the caret on the wire that
//! is wrong.
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Path};

use super::args::Args;
use super::entry::Entry;
use super::wire::Wire;

/// The constant for the callback's own wires.
pub(super) fn wires(args: &Args, name: &Ident) -> TokenStream {
    let checks = if args.groups().next().is_none() {
        let wired = args.outputs.iter().chain(args.wired()).filter_map(Entry::wire);
        each(&wired.chain(after_states(args)).collect::<Vec<_>>(), &quote!(0))
    } else {
        beside_groups(args)
    };
    quote! {
        impl<__App: ::dash::__private::Planned, const __FAULT: usize>
            ::dash::__private::ListedIn<__App, __FAULT> for #name
        {
            const WIRES: () = { #checks };
        }
    }
}

/// What `app!` calls where the callback has a fault: it evaluates that constant, and those of structs.
///
/// Rustc's note that a constant is erroneous stands on the fn's name, or on the struct.
pub(super) fn report(args: &Args, function: &ItemFn) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let own = quote_spanned!(name.span()=>
        <Self as ::dash::__private::ListedIn<__App, __FAULT>>::WIRES
    );
    let outputs = groups(&args.outputs).map(|(at, path)| outputs_of(path, at, args));
    let inputs = groups(&args.inputs).map(|(at, path)| inputs_of(path, at, args));
    quote! {
        impl #name {
            #[allow(dead_code, unreachable_pub)]
            #[doc(hidden)]
            #vis const fn report_fault<__App: ::dash::__private::Planned, const __FAULT: usize>(
                _: usize,
            ) {
                let _ = [#own #(, #outputs)* #(, #inputs)*];
            }
        }
    }
}

/// Fails on the id of the wire that has the fault, or on its prop; `first` is the number of the first
/// of the wires among all of the callback's.
pub(super) fn each(wires: &[&Wire], first: &TokenStream) -> TokenStream {
    if wires.is_empty() {
        return TokenStream::new();
    }
    // No variable: an id may be from a macro of the user's, which sees names of its own.
    let places = (0_usize..).step_by(2).zip(wires).map(|(on_id, wire)| {
        let (on_prop, view) = (on_id + 1, &wire.view);
        let [id, prop] = [wire.id.span(), wire.prop.span()].map(|span| {
            quote_spanned! {span=>
                <__App as ::dash::__private::Planned>::FAULTS.fail(__FAULT, #view)
            }
        });
        quote!(#on_id => #id, #on_prop => #prop,)
    });
    quote! {
        match <__App as ::dash::__private::Planned>::FAULTS.place(__FAULT, #first) {
            #(#places)*
            _ => {}
        }
    }
}

/// The same of each wire of a callback that has structs of wires too.
fn beside_groups(args: &Args) -> TokenStream {
    let Starts { inputs, states, running } = Starts::of(args);
    let outputs = args.outputs.iter().enumerate().map(|(at, entry)| {
        let before = count(&args.outputs[..at], "Outputs", "OUTPUTS");
        (entry.wire(), before)
    });
    let inputs = args.inputs.iter().enumerate().map(|(at, entry)| {
        let before = count(&args.inputs[..at], "Inputs", "INPUTS");
        (entry.wire(), quote!(#inputs + #before))
    });
    let entries = outputs.chain(inputs);
    let entries = entries.filter_map(|(wire, first)| wire.map(|wire| each(&[wire], &first)));
    let of_groups = states_of(&args.inputs);
    let own: Vec<&Wire> = args.states.iter().filter_map(Entry::wire).collect();
    let own = each(&own, &quote!(#states + #of_groups));
    let after = each(&after_states(args).collect::<Vec<_>>(), &running);
    quote!(#(#entries)* #own #after)
}

/// The wires of `running(..)`, then those of a callback in the background.
fn after_states(args: &Args) -> impl Iterator<Item = &Wire> {
    let running = args.running.iter().map(|running| &running.wire);
    running.chain(&args.background.progress).chain(&args.background.cancel)
}

/// The number of the first wire of each clause but the outputs, which start at 0.
struct Starts {
    inputs: TokenStream,
    states: TokenStream,
    running: TokenStream,
}

impl Starts {
    fn of(args: &Args) -> Self {
        let inputs = count(&args.outputs, "Outputs", "OUTPUTS");
        let own = count(&args.inputs, "Inputs", "INPUTS");
        let states = quote!(#inputs + #own);
        let (of_groups, own) = (states_of(&args.inputs), args.states.len());
        let running = quote!(#states + #of_groups + #own);
        Self { inputs, states, running }
    }
}

fn groups(entries: &[Entry]) -> impl Iterator<Item = (usize, &Path)> {
    entries.iter().enumerate().filter_map(|(at, entry)| entry.group().map(|path| (at, path)))
}

/// The constant of a struct of outputs, which is the entry number `at`.
fn outputs_of(path: &Path, at: usize, args: &Args) -> TokenStream {
    let output = count(&args.outputs[..at], "Outputs", "OUTPUTS");
    quote_spanned! {path.span()=> {
        const OUTPUT: usize = #output;
        <
            <#path as ::dash::__private::Outputs>::In<__App, __FAULT, OUTPUT>
            as ::dash::__private::OutputsListedIn<__App, __FAULT, OUTPUT>
        >::WIRES
    }}
}

/// The constant of a struct of inputs, which is the entry number `at`.
fn inputs_of(path: &Path, at: usize, args: &Args) -> TokenStream {
    let Starts { inputs, states, .. } = Starts::of(args);
    let before = &args.inputs[..at];
    let (input, state) = (count(before, "Inputs", "INPUTS"), states_of(before));
    quote_spanned! {path.span()=> {
        const INPUT: usize = #inputs + #input;
        const STATE: usize = #states + #state;
        <
            <#path as ::dash::__private::Inputs>::In<__App, __FAULT, INPUT, STATE>
            as ::dash::__private::InputsListedIn<__App, __FAULT, INPUT, STATE>
        >::WIRES
    }}
}

/// How many wires the entries stand for: `constant` of the trait `of` is what each group has.
pub(super) fn count(entries: &[Entry], of: &str, constant: &str) -> TokenStream {
    let own = entries.iter().filter_map(Entry::wire).count();
    let groups = entries.iter().filter_map(Entry::group).map(|path| in_group(path, of, constant));
    quote!(#own #(+ #groups.len())*)
}

/// The wires that a group has.
pub(super) fn in_group(path: &Path, of: &str, constant: &str) -> TokenStream {
    let [of, constant] = [of, constant].map(|word| Ident::new(word, path.span()));
    quote_spanned!(path.span()=> <#path as ::dash::__private::#of>::#constant)
}

/// How many states the groups among the inputs have.
fn states_of(inputs: &[Entry]) -> TokenStream {
    let groups = inputs.iter().filter_map(Entry::group);
    let states = groups.map(|path| in_group(path, "Inputs", "STATES"));
    quote!(0 #(+ #states.len())*)
}

/// The rule on `allow_duplicate` that `#[callback]` checks where it sees all outputs.
pub(super) fn duplicates(args: &Args) -> Option<TokenStream> {
    let groups: Vec<&Path> = args.outputs.iter().filter_map(Entry::group).collect();
    let has = |path: &&Path| {
        let outputs = in_group(path, "Outputs", "OUTPUTS");
        quote!(::dash::__private::has_duplicate(#outputs))
    };
    let is_own = args.outputs.iter().filter_map(Entry::wire).any(|wire| wire.modifier.is_some());
    match (args.option("initial_duplicate"), args.option("prevent_initial_call")) {
        (None, None) if !groups.is_empty() => Some(groups
            .iter()
            .map(|path| {
                let has = has(path);
                let fail = quote_spanned!(path.span()=> ::core::panic!("several callbacks would write an output of this struct when the page loads, in no order\n\nhelp: add `prevent_initial_call`, or `initial_duplicate` if any order will do"));
                quote!(if #has { #fail })
            })
            .collect()),
        (Some(word), None) if !is_own && !groups.is_empty() => {
            let has = groups.iter().map(has);
            let fail = quote_spanned!(word.span()=> ::core::panic!("`initial_duplicate` is for an output that is `allow_duplicate`\n\nhelp: remove `initial_duplicate`"));
            Some(quote!(if !(#(#has)||*) { #fail }))
        }
        _ => None,
    }
}
