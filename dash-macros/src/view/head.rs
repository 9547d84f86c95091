//! The head of a view and its one root: `[docs] [pub] Name[(parameter: Type, …)] => markup`.
use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Token, Type, Visibility, parenthesized, token};

use super::ast::{Head, Node, Parameter};
use super::parse::{node, starts_markup};
use crate::errors::Errors;

/// Reads the call; without a head it is an expression.
pub(super) fn parse(input: TokenStream, errors: &mut Errors) -> (Option<Head>, Vec<Node>) {
    let mut head = None;
    let parser = |input: ParseStream<'_>| {
        if !input.is_empty() && !starts_markup(input) {
            head = read(input, errors)?;
        }
        roots(input, errors)
    };
    let nodes = parser.parse2(input).unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    });
    if nodes.is_empty() && errors.is_empty() {
        let span = head.as_ref().map_or_else(Span::call_site, |head| head.name.span());
        errors.add_at(
            span,
            "this view has no markup\n\nhelp: write `<Div/>`, or `<></>` for nothing",
        );
    }
    (head, nodes)
}

/// Reads the head; without a name, nothing of the call can be used.
fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Head>> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    let Ok(name) = input.parse::<Ident>() else {
        let text =
            "expected the name of a view, or markup\n\nhelp: write `view! { Name => <Div/> }`";
        return Err(syn::Error::new(input.span(), text));
    };
    let parameters = parameters(input, errors)?;
    arrow(input, &name, errors)?;
    Ok(Some(Head { attributes, vis, name, parameters }))
}

fn parameters(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Parameter>> {
    let mut parameters = Vec::new();
    if !input.peek(token::Paren) {
        return Ok(parameters);
    }
    let list;
    parenthesized!(list in input);
    while !list.is_empty() {
        match parameter(&list) {
            Ok(parameter) => accept(parameter, &mut parameters, errors),
            Err(error) => {
                errors.push(error);
                while !list.is_empty() && !list.peek(Token![,]) {
                    list.parse::<TokenTree>()?;
                }
            }
        }
        if !list.is_empty() {
            list.parse::<Token![,]>()?;
        }
    }
    Ok(parameters)
}

fn parameter(input: ParseStream<'_>) -> syn::Result<Parameter> {
    let name: Ident = input.parse()?;
    if !input.peek(Token![:]) {
        let text = format!("`{name}` lacks its type\n\nhelp: write `{name}: Type`");
        return Err(syn::Error::new(name.span(), text));
    }
    input.parse::<Token![:]>()?;
    Ok(Parameter { name, ty: input.parse()? })
}

/// Keeps a parameter that a builder can have.
fn accept(parameter: Parameter, parameters: &mut Vec<Parameter>, errors: &mut Errors) {
    let Parameter { name, ty } = &parameter;
    let text = if matches!(ty, Type::ImplTrait(_)) {
        let text =
            "a parameter of a view needs a type of its own\n\nhelp: write a type such as `Vec<T>`";
        return errors.add(ty, text);
    } else if name == "build" {
        "a parameter cannot be called `build`".to_owned()
    } else if parameters.iter().any(|earlier| earlier.name == *name) {
        format!("the parameter `{name}` is declared twice")
    } else {
        return parameters.push(parameter);
    };
    errors.add(name, format!("{text}\n\nhelp: choose another name"));
}

/// Reads `=>`; what stands there instead is passed over up to the markup.
fn arrow(input: ParseStream<'_>, name: &Ident, errors: &mut Errors) -> syn::Result<()> {
    if input.parse::<Option<Token![=>]>>()?.is_some() {
        return Ok(());
    }
    let span = if input.is_empty() { name.span() } else { input.span() };
    errors.add_at(span, format!("expected `=>` after `{name}`\n\nhelp: write `{name} => <Div/>`"));
    while !input.is_empty() && !starts_markup(input) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Reads markup up to the end of the call.
fn roots(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    let mut nodes = Vec::new();
    let mut is_told = !errors.is_empty();
    while !input.is_empty() {
        let span = input.span();
        let found = node(input, &mut Vec::new(), errors)?;
        if found.is_some() && !nodes.is_empty() && !is_told {
            let text = "a view has one root\n\nhelp: wrap the roots in `<>` and `</>`";
            match &found {
                Some(Node::Element(element)) => errors.add(element.opening(), text),
                _ => errors.add_at(span, text),
            }
            is_told = true;
        }
        nodes.extend(found);
    }
    Ok(nodes)
}
