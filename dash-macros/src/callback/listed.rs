//! What `app!` checks of a callback: constants that fail with the caret on the wire that is wrong.
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::args::Args;
use super::entry::Entry;
use super::wire::Wire;

/// One constant for each clause.
pub(super) fn checks(args: &Args, name: &Ident) -> TokenStream {
    let (outputs, inputs, states) = if args.groups().next().is_none() {
        let own = |entries: &[Entry], clause| {
            let wires: Vec<&Wire> = entries.iter().filter_map(Entry::wire).collect();
            each(&wires, clause, None)
        };
        (own(&args.outputs, "Output"), own(&args.inputs, "Input"), own(&args.states, "State"))
    } else {
        (outputs_with_groups(args), inputs_with_groups(args), states_with_groups(args))
    };
    let running: Vec<&Wire> = args.running.iter().map(|running| &running.wire).collect();
    let running = each(&running, "Running", None);
    let of = |wires: &[Wire], clause| each(&wires.iter().collect::<Vec<_>>(), clause, None);
    let progress = of(&args.background.progress, "Shown");
    let cancel = of(&args.background.cancel, "Cancel");
    quote! {
        impl<__App: ::dash::__private::Plan, const __AT: usize>
            ::dash::__private::ListedIn<__App, __AT> for #name
        {
            const OUTPUTS: () = { #outputs };
            const INPUTS: () = { #inputs };
            const STATES: () = { #states #running #progress #cancel };
        }
    }
}

/// Fails on the id of the wire that the layout does not have, or on the prop of one in conflict.
///
/// `first` is the place of the first wire in the clause, where wires of structs count too.
pub(super) fn each(wires: &[&Wire], clause: &str, first: Option<&TokenStream>) -> TokenStream {
    if wires.is_empty() {
        return TokenStream::new();
    }
    let clause = Ident::new(clause, Span::call_site());
    let views = wires.iter().map(|wire| &wire.view);
    let places = (0_usize..).step_by(2).zip(wires).map(|(on_id, wire)| {
        let on_prop = on_id + 1;
        let [id, prop] = [wire.id.span(), wire.prop.span()]
            .map(|span| quote_spanned!(span=> ::dash::__private::fail(&fault)));
        quote!(#on_id => #id, #on_prop => #prop,)
    });
    let find = match first {
        None => quote!(fault::<__App>(__AT, &[#(#views),*])),
        Some(first) => quote!(fault_in_group::<__App>(__AT, #first, &[#(#views),*])),
    };
    quote! {
        if let ::core::option::Option::Some(fault) = ::dash::__private::Clause::#clause.#find {
            match fault.place {
                #(#places)*
                _ => {}
            }
        }
    }
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

fn outputs_with_groups(args: &Args) -> TokenStream {
    let outputs = args.outputs.iter().enumerate().map(|(at, entry)| {
        let first = count(&args.outputs[..at], "Outputs", "OUTPUTS");
        match entry {
            Entry::Wire(wire) => each(&[wire], "Output", Some(&first)),
            Entry::Group(path) => quote_spanned! {path.span()=>
                {
                    const OUTPUT: usize = #first;
                    <
                        <#path as ::dash::__private::Outputs>::In<__App, __AT, OUTPUT>
                        as ::dash::__private::OutputsListedIn<__App, __AT, OUTPUT>
                    >::OUTPUTS
                }
            },
        }
    });
    let duplicates = duplicates(args);
    quote!(#(#outputs)* #duplicates)
}

fn inputs_with_groups(args: &Args) -> TokenStream {
    let inputs = args.inputs.iter().enumerate().map(|(at, entry)| match entry {
        Entry::Wire(wire) => {
            each(&[wire], "Input", Some(&count(&args.inputs[..at], "Inputs", "INPUTS")))
        }
        Entry::Group(path) => listed(path, &args.inputs[..at], "INPUTS"),
    });
    quote!(#(#inputs)*)
}

/// The states of groups come before the callback's own.
fn states_with_groups(args: &Args) -> TokenStream {
    let groups = args.inputs.iter().enumerate().filter_map(|(at, entry)| {
        entry.group().map(|path| listed(path, &args.inputs[..at], "STATES"))
    });
    let of_groups = states_of(&args.inputs);
    let wires: Vec<&Wire> = args.states.iter().filter_map(Entry::wire).collect();
    let own = each(&wires, "State", Some(&of_groups));
    quote!(#(#groups)* #own)
}

/// The constant `clause` of a group that stands behind the inputs `before`.
fn listed(path: &Path, before: &[Entry], clause: &str) -> TokenStream {
    let clause = Ident::new(clause, path.span());
    let (input, state) = (count(before, "Inputs", "INPUTS"), states_of(before));
    quote_spanned! {path.span()=>
        {
            const INPUT: usize = #input;
            const STATE: usize = #state;
            <
                <#path as ::dash::__private::Inputs>::In<__App, __AT, INPUT, STATE>
                as ::dash::__private::InputsListedIn<__App, __AT, INPUT, STATE>
            >::#clause
        }
    }
}

/// How many states the groups among the inputs have.
fn states_of(inputs: &[Entry]) -> TokenStream {
    let groups = inputs.iter().filter_map(Entry::group);
    let states = groups.map(|path| in_group(path, "Inputs", "STATES"));
    quote!(0 #(+ #states.len())*)
}

/// The rule on `allow_duplicate` that `#[callback]` checks where it sees all outputs.
fn duplicates(args: &Args) -> TokenStream {
    let groups: Vec<&Path> = args.outputs.iter().filter_map(Entry::group).collect();
    let has = |path: &&Path| {
        let outputs = in_group(path, "Outputs", "OUTPUTS");
        quote!(::dash::__private::has_duplicate(#outputs))
    };
    let is_own = args.outputs.iter().filter_map(Entry::wire).any(|wire| wire.modifier.is_some());
    match (args.option("initial_duplicate"), args.option("prevent_initial_call")) {
        (None, None) => groups
            .iter()
            .map(|path| {
                let has = has(path);
                let fail = quote_spanned!(path.span()=> ::core::panic!("several callbacks would write an output of this struct when the page loads, in no order\n\nhelp: add `prevent_initial_call`, or `initial_duplicate` if any order will do"));
                quote!(if #has { #fail })
            })
            .collect(),
        (Some(word), None) if !is_own && !groups.is_empty() => {
            let has = groups.iter().map(has);
            let fail = quote_spanned!(word.span()=> ::core::panic!("`initial_duplicate` is for an output that is `allow_duplicate`\n\nhelp: remove `initial_duplicate`"));
            quote!(if !(#(#has)||*) { #fail })
        }
        _ => TokenStream::new(),
    }
}
