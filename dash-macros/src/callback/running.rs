//! `running(output, on, off)`: what a prop is while the callback runs, and what it is again then.
use proc_macro2::TokenStream;
use quote::quote;
use syn::Expr;

use super::generate::dependency;
use super::prepare;
use super::wire::{Wire, wire};
use crate::words::split_at_commas;

/// One `running(..)`.
pub(super) struct Running {
    pub(super) wire: Wire,
    on: Expr,
    off: Expr,
}

const EXPECTED: &str = "expected a prop and two values\n\nhelp: write `running(View::id.prop, while_running, afterwards)`";

impl Running {
    /// Reads what stands in the parentheses.
    pub(super) fn read(tokens: TokenStream) -> syn::Result<Self> {
        let expected = || syn::Error::new_spanned(&tokens, EXPECTED);
        let pieces = split_at_commas(tokens.clone());
        let Ok([prop, on, off]) = <[TokenStream; 3]>::try_from(pieces) else {
            return Err(expected());
        };
        let wire = wire(prop, "running").map_err(|(error, _)| error)?;
        Ok(Self { wire, on: syn::parse2(on)?, off: syn::parse2(off)? })
    }

    /// The constant that the runtime has of it. A wrong value is refused on the value.
    pub(super) fn definition(&self) -> TokenStream {
        let Self { wire: Wire { tokens, .. }, on, off } = self;
        let prop = dependency(&self.wire);
        let [on, off] = [on, off].map(|value| {
            let prop = prepare::own("prop");
            let given = prepare::over(&prop, value);
            quote!(|| {
                let #prop = #tokens;
                ::dash::__private::Holds::hold(#given, #value)
            })
        });
        quote! {
            ::dash::__private::Running {
                prop: #prop,
                on: #on,
                off: #off,
            }
        }
    }
}
