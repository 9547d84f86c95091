//! One call that a page makes over a socket, from its request to the message that answers it.
use std::sync::Arc;

use serde_json::value::RawValue;

use super::message::Address;
use super::outbox::Outbox;
use crate::callback::dispatch::Refusal;
use crate::callback::given::Body;
use crate::caller::Caller;
use crate::server::Shared;
use crate::server::call::{Answer, Call};
use crate::server::live::{OpenPage, PageHandle};
use crate::server::refuse::{Refused, Told};

/// The page that calls.
pub(super) struct Calling {
    pub(super) page: Arc<OpenPage>,
    pub(super) handle: PageHandle,
}

/// Runs one call to its answer; a stream that nobody reads any more has none.
pub(super) async fn call(
    shared: &Shared,
    caller: Arc<Caller>,
    address: &Address,
    request: Box<RawValue>,
    Calling { page, handle }: &Calling,
    outbox: &Outbox,
) -> Option<Vec<u8>> {
    let request: Body = Arc::new(Box::<str>::from(request).into_string());
    let call = match read(shared, &request, caller, handle) {
        Ok(call) => call,
        Err(refused) => {
            let output = refused.output.as_deref();
            tracing::debug!(target: "dash::callback", output, "a request was refused");
            return Some(address.error(Told::refusal(&refused.refusal)));
        }
    };
    drop(request);
    let instance = call.instance.clone();
    let run = call.run_at_pace(|| outbox.room());
    let answer = match instance {
        None => run.await,
        Some(instance) => {
            let superseded = page.supersede(instance);
            tokio::select! {
                answer = run => answer,
                superseded = superseded => superseded.ok().map(|()| Answer::Nothing)?,
            }
        }
    };
    Some(match answer {
        Answer::Values(body) => address.values(&body),
        // No job is polled over a socket.
        Answer::Nothing | Answer::JobFailed(..) => address.nothing(),
        Answer::Refused(refusal) => address.error(Told::refusal(&refusal)),
        Answer::Failed(failure) => address.error(Told::failure(&failure, shared.config.debug)),
    })
}

/// Reads a call, which must be of a callback that uses the socket.
fn read<'a>(
    shared: &'a Shared,
    request: &Body,
    caller: Arc<Caller>,
    page: &PageHandle,
) -> Result<Call<'a>, Refused> {
    let call = Call::read(shared, request, caller, Some(page.line()))?;
    if shared.config.websocket_callbacks || call.callback.def.options.websocket {
        return Ok(call);
    }
    let output = call.callback.output.clone();
    Err(Refused { refusal: Refusal::NotOverSocket(output.clone()), output: Some(output) })
}
