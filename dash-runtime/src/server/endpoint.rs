//! `POST` of a callback's endpoint: its parameters as a JSON object, and as the answer what it returns.
use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{Router, post};
use dash_components::PropValue;
use serde_json::value::RawValue;

use super::refuse::{Refused, failed};
use super::reply::complete;
use super::streamed::latest;
use super::update_component::{is_json, send};
use super::{Shared, Site, body, forgery};
use crate::callback::dispatch::{
    self, Call, Failure, Outcome, Refusal, Registered, Registry, output, prepare,
};
use crate::callback::given::Given;
use crate::callback::glue::Value;
use crate::caller::Caller;
use crate::config::is_own;
use crate::wire::{Arguments, list};
use crate::{CallbackDef, Config, Endpoint, Error, Result};

/// The callbacks that programs can call.
fn endpoints(callbacks: &Registry) -> impl Iterator<Item = (&'static CallbackDef, Endpoint)> {
    callbacks.all().filter_map(|callback| Some((callback.def, callback.def.endpoint?)))
}

/// Each endpoint is of one callback, and is none of the server's own routes.
///
/// # Errors
///
/// - Two callbacks have the same one, or one has a path of the server's.
pub(super) fn check(callbacks: &Registry) -> Result<()> {
    let mut known: HashMap<&str, &str> = HashMap::new();
    let twice = endpoints(callbacks).filter_map(|(def, Endpoint { path, .. })| {
        let other = known.insert(path, def.name)?;
        Some(format!("the endpoint `{path}` is of two callbacks: `{other}` and `{}`", def.name))
    });
    let mut problems: Vec<String> = twice.collect();
    let own = endpoints(callbacks).filter(|(_, one)| is_own(one.path.trim_start_matches('/')));
    problems.extend(own.map(|(def, Endpoint { path, .. })| {
        format!("the endpoint `{path}` of `{}` is a path that the server has itself", def.name)
    }));
    if problems.is_empty() { Ok(()) } else { Err(Error::Config(problems)) }
}

/// Adds a route for each endpoint.
pub(super) fn routes(
    router: Router<Arc<Shared>>,
    callbacks: &Registry,
    prefix: &str,
) -> Router<Arc<Shared>> {
    endpoints(callbacks).fold(router, |router, (def, Endpoint { path, parameters })| {
        let path = format!("{}{path}", prefix.trim_end_matches('/'));
        let handler =
            move |site: Site, request: Request| endpoint(site, request, output(def), parameters);
        router.route(&path, post(handler))
    })
}

async fn endpoint(
    State(shared): Site,
    request: Request,
    output: String,
    parameters: &'static [&'static str],
) -> Response {
    let (parts, body) = request.into_parts();
    let caller = Arc::new(shared.caller(parts));
    let Some(callback) = shared.callbacks.find(&output) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = match call(&shared, &caller, body, callback, parameters).await {
        Ok(outcome) => answer(&shared, &caller, callback, outcome).await,
        Err(refusal) => Refused { refusal, output: Some(output) }.into_response(),
    };
    complete(&mut response, &caller, None);
    response
}

async fn call(
    shared: &Shared,
    caller: &Arc<Caller>,
    body: Body,
    callback: &Registered,
    parameters: &[&'static str],
) -> Result<Outcome, Refusal> {
    forgery::check(&caller.headers, &shared.config)?;
    if !is_json(&caller.headers) {
        return Err(Refusal::ContentType);
    }
    let Config { body_limit, read_timeout, callback_timeout, .. } = shared.config;
    let body = body::read(body, body_limit, read_timeout).await?;
    let values = values(callback.def, parameters, Arguments::read(&body)?)?;
    let mut call =
        Call { values, triggered: Arc::default(), template: None, given: Given::default() };
    call.given = Given::known(callback.def, call.lists(callback.def));
    let prepared = prepare(callback, call, &shared.data, Arc::clone(caller), None, None);
    Ok(match prepared {
        Ok(prepared) => prepared.run(callback, callback_timeout).await,
        Err(outcome) => outcome,
    })
}

/// The values in wiring order; one that is not given is null.
fn values<'a>(
    def: &CallbackDef,
    parameters: &[&'static str],
    Arguments(mut given): Arguments<'a>,
) -> Result<Vec<Value<'a>>, Refusal> {
    let wired = def.inputs.iter().chain(def.states).zip(parameters);
    let values: Result<Vec<Value<'a>>, Refusal> = wired
        .map(|(wire, &parameter)| {
            let value = given.remove(parameter);
            if wire.is_list() { many(parameter, value) } else { Ok(Value::One(value)) }
        })
        .collect();
    match given.keys().next() {
        None => values,
        Some(found) => {
            let known: Vec<String> = parameters.iter().map(|name| format!("`{name}`")).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            Err(Refusal::UnknownParameter { found: found.to_string(), known })
        }
    }
}

fn many<'a>(parameter: &'static str, value: Option<&'a RawValue>) -> Result<Value<'a>, Refusal> {
    let values = value.map(list).transpose().map_err(|_| Refusal::NoList(parameter))?;
    Ok(Value::Many(values.unwrap_or_default()))
}

async fn answer(
    shared: &Shared,
    caller: &Caller,
    callback: &Registered,
    outcome: Outcome,
) -> Response {
    let fail = |failure| failed(&failure, &callback.output, shared.config.debug);
    // A program cannot be reached later.
    let outcome = match outcome {
        Outcome::Stream(stream) => Box::pin(latest(stream)).await,
        outcome => outcome,
    };
    match outcome {
        Outcome::Values(values, _, _) => match json(values) {
            None => StatusCode::NO_CONTENT.into_response(),
            Some(Err(error)) => fail(Failure::Unwritable(error)),
            Some(Ok(json)) => {
                send(dispatch::Body::of(json), shared.config.compress_from, &caller.headers).await
            }
        },
        Outcome::Nothing | Outcome::Stream(_) => StatusCode::NO_CONTENT.into_response(),
        Outcome::Refused(refusal) => {
            Refused { refusal, output: Some(callback.output.clone()) }.into_response()
        }
        Outcome::Failed(failure) => fail(failure),
    }
}

/// The value of the only output, or a list of those of all; null for one that is left alone among
/// others, and nothing where that is all.
fn json(values: Vec<Option<PropValue>>) -> Option<serde_json::Result<Vec<u8>>> {
    match <[Option<PropValue>; 1]>::try_from(values) {
        Ok([value]) => value.map(|value| serde_json::to_vec(&value)),
        Err(values) if values.iter().all(Option::is_none) => None,
        Err(values) => Some(serde_json::to_vec(&values)),
    }
}
