//! What markup becomes: calls of setters that carry the user's tokens, each piece a `Node`.
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::ast::{Arm, Attribute, Element, For, If, Match, Node, Tag};
use super::piece::is_piece;
use super::tags::{Tags, count};
use crate::editor;
use crate::errors::Errors;

/// A `view!` in the place of an expression.
pub(super) fn expression(nodes: &[Node]) -> TokenStream {
    one(nodes)
}

/// What is wrong, and no node; its tags are used, so that no import is called unused.
pub(super) fn fallback(nodes: &[Node], errors: Errors, input: &TokenStream) -> TokenStream {
    let errors = errors.into_items();
    if !is_markup(input) {
        return errors;
    }
    let (markup, mentions) = (one(nodes), editor::mentions(input));
    let mut tags = Tags::new();
    count(nodes, 1, &mut tags);
    let tags = tags.values().map(|(tag, _)| tag);
    quote!({
        #errors
        #(let _ = <#tags as ::dash::__private::Component>::VIEW;)*
        #[allow(unexpected_cfgs)]
        let _ = {
            #[cfg(rust_analyzer)]
            {
                let _ = #markup;
                #mentions
            }
        };
        ::dash::__private::Node::Empty
    })
}

/// Whether the call can only be an expression; what starts otherwise may stand for an item.
fn is_markup(input: &TokenStream) -> bool {
    match input.clone().into_iter().next() {
        Some(TokenTree::Punct(punct)) => punct.as_char() == '<',
        Some(TokenTree::Group(_) | TokenTree::Literal(_)) => true,
        _ => false,
    }
}

/// Nodes as one.
pub(super) fn one(nodes: &[Node]) -> TokenStream {
    match nodes {
        [] => quote!(::dash::__private::Node::Empty),
        [one] => node(one),
        several => {
            let nodes = several.iter().map(node);
            quote!(::dash::__private::Node::Many(::std::vec![#(#nodes),*]))
        }
    }
}

/// The same, known to be a `Node` even where rustc finds a mistake in it.
fn child(nodes: &[Node]) -> TokenStream {
    let node = one(nodes);
    match nodes {
        [Node::Element(_) | Node::Value(_)] => quote!(::dash::__private::child(#node)),
        _ => node,
    }
}

fn node(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) if is_piece(element) => piece(element),
        Node::Element(element) => self::element(element),
        Node::Fragment(nodes) => one(nodes),
        Node::Text(text) => quote!(::dash::__private::text(#text)),
        Node::Value(value) => {
            quote_spanned!(value.span()=> ::dash::__private::IntoNode::into_node(#value))
        }
        Node::For(node) => for_loop(node),
        Node::If(node) => condition(node),
        Node::Match(node) => selection(node),
    }
}

fn piece(element: &Element) -> TokenStream {
    let (name, element) = (Ident::new("piece", Span::mixed_site()), self::element(element));
    quote! {{
        fn #name() -> ::dash::__private::Node {
            #element
        }
        #name()
    }}
}

/// Only `build`, which misses required props, stands on the tag; what else the macro adds stands on
/// its `<`, so that an editor finds the component alone under its name.
fn element(element: &Element) -> TokenStream {
    let Element { tag, bracket, attributes, children, first_child } = element;
    let mut calls = new(tag, *bracket);
    for attribute in attributes {
        calls.extend(setter(attribute));
    }
    if !children.is_empty() {
        let children = child(children);
        calls.extend(quote_spanned!(*first_child=> .children(#children)));
    }
    let build = quote_spanned!(tag.path.span()=> .build());
    let into_node = quote_spanned!(*bracket=> .into_node());
    quote!(#calls #build #into_node)
}

fn new(Tag { path, generics }: &Tag, bracket: Span) -> TokenStream {
    let Some(generics) = generics else {
        return quote_spanned!(bracket=> <#path>::new());
    };
    let arguments = &generics.args;
    quote_spanned!(bracket=> <#path>::of::<#arguments>())
}

/// A wrong name is marked at the name, a wrong value at the value.
fn setter(attribute: &Attribute) -> TokenStream {
    match attribute {
        Attribute::Id { key, name } => {
            let id = name.unraw().to_string();
            quote!(.#key(#id))
        }
        Attribute::Family { key, literal } => {
            let path = &literal.path;
            let into_keys =
                quote_spanned!(path.span()=> <#path as ::dash::__private::DashId>::into_keys);
            quote!(.#key(::dash::__private::in_layout(#into_keys(#literal))))
        }
        Attribute::Prop { name, value } => {
            let value = value_or_true(value.as_ref(), name.span());
            let arguments = quote_spanned!(value.span()=> (#value));
            quote!(.#name #arguments)
        }
        Attribute::Dashed { name, value } => {
            let value = value_or_true(value.as_ref(), name.span());
            let attr = Ident::new("attr", name.span());
            let arguments = quote_spanned!(value.span()=> (#name, #value));
            quote!(.#attr #arguments)
        }
    }
}

fn value_or_true(value: Option<&TokenStream>, span: Span) -> TokenStream {
    value.map_or_else(|| quote_spanned!(span=> true), ToTokens::to_token_stream)
}

/// A plain loop, in which `break` and `continue` mean what they say.
fn for_loop(For { pattern, iterable, body }: &For) -> TokenStream {
    let nodes = Ident::new("nodes", Span::mixed_site());
    let body = one(body);
    quote! {{
        let mut #nodes = ::std::vec::Vec::new();
        for #pattern in #iterable {
            #nodes.push(#body);
        }
        ::dash::__private::Node::Many(#nodes)
    }}
}

fn condition(If { condition, then, otherwise }: &If) -> TokenStream {
    let (then, otherwise) = (one(then), one(otherwise));
    quote!(if #condition { #then } else { #otherwise })
}

fn selection(Match { scrutinee, arms }: &Match) -> TokenStream {
    let arms = arms.iter().map(|Arm { pattern, guard, body }| {
        let guard = guard.as_ref().map(|guard| quote!(if #guard));
        let body = one(body);
        quote!(#pattern #guard => { #body })
    });
    quote!(match #scrutinee { #(#arms)* })
}
