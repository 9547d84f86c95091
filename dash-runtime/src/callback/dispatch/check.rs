//! A request held against the callback that it names; what passes has the callback's own shape.
use std::collections::HashSet;
use std::sync::Arc;

use dash_components::Dependency;

use super::answer::Template;
use super::matched::Matched;
use super::registry::property;
use super::{Refusal, Registered};
use crate::CallbackDef;
use crate::callback::given::{Body, Given};
use crate::callback::glue::Value;
use crate::wire::{CallbackRequest, Entry, Named, Object, Text, Wired};

/// What a request brings for a callback: values in wiring order, and what triggered it.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) values: Vec<Value<'a>>,
    pub(crate) triggered: Arc<[String]>,
    /// The frame of the answer, where the request says which components the outputs are.
    pub(crate) template: Option<Arc<Template>>,
    /// What user code sees of the request.
    pub(crate) given: Given,
}

/// Holds a request, which was read from `body`, against its callback.
///
/// # Errors
///
/// - The outputs, inputs or states are not the callback's own, in order.
/// - Ids do not fit their patterns, or do not have the values of `MATCH` in common.
/// - A prop is said to have changed that is no input.
pub(crate) fn check<'a>(
    request: &CallbackRequest<'a>,
    body: &Body,
    callback: &Registered,
) -> Result<Call<'a>, Refusal> {
    let def = callback.def;
    let mut matched = Matched::default();
    let template = outputs(request.outputs.as_ref(), def, &mut matched)?;
    let mut values = Vec::with_capacity(def.inputs.len() + def.states.len());
    collect(&mut values, "inputs", &request.inputs, def.inputs, &mut matched)?;
    collect(&mut values, "state", &request.state, def.states, &mut matched)?;
    let given = Given::new(def, body);
    Ok(Call { values, triggered: triggered(request, callback)?, template, given })
}

/// Holds the outputs against the callback's; a frame of their own if some of them are patterns.
fn outputs(
    given: Option<&Entry<Entry<Object<Named<'_>>>>>,
    def: &CallbackDef,
    matched: &mut Matched,
) -> Result<Option<Arc<Template>>, Refusal> {
    let expected = def.outputs;
    let Some(given) = given else {
        return if expected.is_empty() { Ok(None) } else { Err(Refusal::Outputs) };
    };
    let groups = groups(given, expected).ok_or(Refusal::Outputs)?;
    for (group, own) in groups.iter().zip(expected) {
        let property = property(own, def);
        let mut fit =
            group.iter().map(|one| matched.fits(own, &one.id) && one.property == property);
        if !fit.all(|fits| fits) {
            return Err(Refusal::Outputs);
        }
    }
    if expected.iter().all(|own| own.pattern.is_none()) {
        return Ok(None);
    }
    let ids: Vec<Vec<String>> = groups
        .iter()
        .map(|group| group.iter().map(|given| given.id.to_string()).collect())
        .collect();
    let are_distinct = ids.iter().all(|ids| ids.iter().collect::<HashSet<_>>().len() == ids.len());
    if are_distinct { Ok(Some(Template::of(expected, &ids).into())) } else { Err(Refusal::Outputs) }
}

type Group<'r, 'a> = Vec<&'r Named<'a>>;

/// The components of each output; a single list is the list of the only output.
pub(super) fn groups<'r, 'a>(
    given: &'r Entry<Entry<Object<Named<'a>>>>,
    expected: &[Dependency],
) -> Option<Vec<Group<'r, 'a>>> {
    match (given, expected) {
        (Entry::One(one), [own]) => Some(vec![group(one, own)?]),
        (Entry::Many(list), [own]) if own.is_list() => {
            let one = |entry: &'r Entry<Object<Named<'a>>>| match entry {
                Entry::One(Object(named)) => Some(named),
                Entry::Many(_) => None,
            };
            Some(vec![list.iter().map(one).collect::<Option<_>>()?])
        }
        (Entry::Many(list), [_, _, ..]) if list.len() == expected.len() => {
            list.iter().zip(expected).map(|(entry, own)| group(entry, own)).collect()
        }
        _ => None,
    }
}

fn group<'r, 'a>(entry: &'r Entry<Object<Named<'a>>>, own: &Dependency) -> Option<Group<'r, 'a>> {
    match entry {
        Entry::One(Object(one)) if !own.is_list() => Some(vec![one]),
        Entry::Many(list) if own.is_list() => Some(list.iter().map(|Object(one)| one).collect()),
        _ => None,
    }
}

fn collect<'a>(
    values: &mut Vec<Value<'a>>,
    kind: &'static str,
    given: &[Entry<Object<Wired<'a>>>],
    expected: &[Dependency],
    matched: &mut Matched,
) -> Result<(), Refusal> {
    if given.len() != expected.len() {
        return Err(Refusal::Count { kind, expected: expected.len(), found: given.len() });
    }
    for (given, own) in given.iter().zip(expected) {
        let mut value = |Object(given): &Object<Wired<'a>>| {
            let fits = matched.fits(own, &given.id) && given.property == own.property;
            if fits { Ok(given.value) } else { Err(foreign(kind, given, own)) }
        };
        values.push(match given {
            Entry::One(one) if !own.is_list() => Value::One(value(one)?),
            Entry::Many(list) if own.is_list() => {
                Value::Many(list.iter().map(value).collect::<Result<_, _>>()?)
            }
            _ => return Err(shape(kind, own)),
        });
    }
    Ok(())
}

fn shape(kind: &'static str, own: &Dependency) -> Refusal {
    let is = if own.is_list() { "a list of components" } else { "one component" };
    Refusal::Shape { kind: kind.trim_end_matches('s'), expected: prop_id(own), is }
}

fn foreign(kind: &'static str, given: &Wired<'_>, own: &Dependency) -> Refusal {
    Refusal::Foreign {
        kind: kind.trim_end_matches('s'),
        expected: prop_id(own),
        found: format!("{}.{}", given.id, given.property),
    }
}

fn prop_id(own: &Dependency) -> String {
    format!("{}.{}", own.id, own.property)
}

/// The changed props, each once; a plain one alone is shared and not copied.
fn triggered(
    request: &CallbackRequest<'_>,
    callback: &Registered,
) -> Result<Arc<[String]>, Refusal> {
    let plain = |changed: &str| callback.triggers.iter().find(|trigger| trigger[0] == *changed);
    if let [Text(one)] = &request.changed[..]
        && let Some(known) = plain(one)
    {
        return Ok(Arc::clone(known));
    }
    let fitting = fitting(request);
    let mut all = Vec::with_capacity(request.changed.len());
    let mut seen = HashSet::new();
    for Text(changed) in &request.changed {
        if plain(changed).is_none() && !fitting.contains(&**changed) {
            return Err(Refusal::NoInput(changed.to_string()));
        }
        if !seen.insert(changed) {
            return Err(Refusal::Twice(changed.to_string()));
        }
        all.push(changed.to_string());
    }
    Ok(all.into())
}

/// The props of the request's inputs that are said to have changed and have ids with fields.
fn fitting(request: &CallbackRequest<'_>) -> HashSet<String> {
    if !request.changed.iter().any(|Text(changed)| changed.starts_with('{')) {
        return HashSet::new();
    }
    let each = request.inputs.iter().flat_map(|entry| match entry {
        Entry::One(one) => std::slice::from_ref(one),
        Entry::Many(list) => list,
    });
    each.map(|Object(given)| format!("{}.{}", given.id, given.property)).collect()
}
