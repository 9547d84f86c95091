//! The rules of scheduling, one by one, by the scenarios that the renderer is held to as well.
mod short;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use self::short::{component, component_values, long, spec, texts, values};
use crate::testing::answer::{Failure, Outcome, Said};
use crate::testing::engine::{Engine, Started};
use crate::testing::graph::Graph;
use crate::testing::job::Job;
use crate::testing::slots::Slots;
use crate::testing::tree::Tree;
use crate::testing::value::equal;

fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn list(path: &str) -> Vec<Value> {
    let text = fs::read_to_string(project(path)).expect(path);
    serde_json::from_str(&text).expect(path)
}

fn scenarios() -> Vec<Value> {
    let files = ["8.1", "8.2", "8.3", "8.4", "8.5", "8.6"];
    files.iter().flat_map(|file| list(&format!("tests/fixtures/rules/{file}.json"))).collect()
}

#[test]
fn every_scenario_goes_as_it_is_written() {
    for scenario in scenarios() {
        let mut stage = Stage::new(&scenario);
        for (at, step) in scenario["steps"].as_array().expect("steps").iter().enumerate() {
            let name = format!("{} {}, step {at}", scenario["rule"], scenario["title"]);
            stage.play(step).check(step, &name);
        }
    }
}

#[test]
fn every_rule_has_a_scenario() {
    let rules = |all: Vec<Value>, key: &str| -> BTreeSet<String> {
        all.iter().map(|one| one[key].as_str().expect(key).to_owned()).collect()
    };
    assert_eq!(rules(scenarios(), "rule"), rules(list("dash-js/src/rules.json"), "id"));
}

/// An app whose requests wait until the scenario answers them.
struct Stage {
    engine: Engine,
    waiting: Vec<(Job, String)>,
}

/// What came of one step.
#[derive(Default)]
struct Seen {
    sent: Vec<Value>,
    ended: Vec<&'static str>,
    aborted: Vec<String>,
    props: Map<String, Value>,
}

impl Stage {
    fn new(scenario: &Value) -> Self {
        let layout = match &scenario["layout"] {
            Value::String(_) => list("tests/fixtures/rules/standard.json"),
            layout => layout.as_array().expect("a layout").clone(),
        };
        let page = json!({"id": "page", "children": layout});
        let specs = scenario["callbacks"].as_array().expect("callbacks").iter().map(spec);
        let graph = Graph::new(&specs.collect::<Vec<_>>());
        let tree = Tree::new(component(&page), Slots::new(&Map::new()));
        Self { engine: Engine::new(graph, tree), waiting: Vec::new() }
    }

    fn play(&mut self, step: &Value) -> Seen {
        let mut seen = Seen::default();
        if step.get("load").is_some() {
            self.engine.load();
        } else if let Some(changes) = step["change"].as_object() {
            for (id, props) in changes {
                self.engine.change(&long(id), values(props));
            }
        } else {
            let (to, outcome) = match step["fail"].as_str() {
                Some(to) => (to, Outcome::Failed(Failure::new("no"))),
                None => (step["answer"].as_str().expect("an action"), answer(&step["with"])),
            };
            let job = self.take(&long(to), step["which"].as_u64().unwrap_or_default());
            let ended = self.engine.settle(&job, outcome);
            seen.ended.extend(ended.as_ref().map(kind));
        }
        self.advance(&mut seen);
        seen.props = step["props"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(id, props)| {
                let read = |(name, _): (&String, _)| (name.clone(), self.prop(id, name));
                (id.clone(), props.as_object().expect("props").iter().map(read).collect())
            })
            .collect();
        seen
    }

    /// Starts until nothing more starts by itself.
    fn advance(&mut self, seen: &mut Seen) {
        loop {
            let started = self.engine.advance();
            for job in self.engine.obsolete.drain(..) {
                seen.aborted
                    .push(self.engine.graph.callbacks[job.instance.callback].output.clone());
            }
            if started.is_empty() {
                return;
            }
            for Started { job, body } in started {
                let outcome = match body {
                    Ok(Some(body)) => {
                        let output = body["output"].as_str().expect("an output").to_owned();
                        self.waiting.push((job, output));
                        seen.sent.push(body);
                        continue;
                    }
                    Ok(None) => Outcome::Skipped,
                    Err(missing) => Outcome::Failed(Failure::new(missing)),
                };
                seen.ended.extend(self.engine.settle(&job, outcome).as_ref().map(kind));
            }
        }
    }

    fn take(&mut self, output: &str, which: u64) -> Job {
        let mut found = self.waiting.iter().enumerate().filter(|(_, (_, own))| own == output);
        let (at, _) = found.nth(usize::try_from(which).expect("a place")).expect(output);
        self.waiting.remove(at).0
    }

    fn prop(&self, id: &str, name: &str) -> Value {
        self.engine.tree.prop(&long(id), name).cloned().unwrap_or_default()
    }
}

impl Seen {
    #[track_caller]
    fn check(&self, step: &Value, name: &str) {
        let wanted = |key: &str| step[key].as_array().cloned().unwrap_or_default();
        let calls = |wanted: &[Value]| -> Vec<Value> {
            wanted.iter().map(|one| one.get("call").unwrap_or(one)).map(texts).collect()
        };
        let sent: Vec<Value> = self.sent.iter().map(call).collect();
        assert_eq!(sent, calls(&wanted("sent")), "{name}: sent");
        for (body, wanted) in self.sent.iter().zip(wanted("sent")) {
            if let Some(values) = wanted.get("values") {
                let found = body["inputs"].as_array().into_iter().flatten().map(value).collect();
                assert_eq!(&Value::Array(found), values, "{name}: values");
            }
            if let Some(inputs) = wanted.get("inputs") {
                assert_eq!(&body["inputs"], inputs, "{name}: inputs");
            }
        }
        assert_eq!(
            self.aborted,
            texts(&step["aborted"]).as_array().cloned().unwrap_or_default(),
            "{name}: aborted"
        );
        let usual = match step {
            _ if step.get("answer").is_some() => vec!["answered"],
            _ if step.get("fail").is_some() => vec!["failed"],
            _ => Vec::new(),
        };
        match step.get("ended") {
            Some(ended) => assert_eq!(&json!(self.ended), ended, "{name}: ended"),
            None => assert_eq!(self.ended, usual, "{name}: ended"),
        }
        let props = step["props"].as_object().cloned().unwrap_or_default();
        let (found, props) = (Value::Object(self.props.clone()), Value::Object(props));
        assert!(equal(&found, &props), "{name}: {found} and not {props}");
    }
}

const fn kind(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Answered(_) => "answered",
        Outcome::Skipped => "skipped",
        Outcome::Failed(_) => "failed",
    }
}

/// The output that a body names, and what triggered it.
fn call(body: &Value) -> Value {
    let changed = body["changedPropIds"].as_array().into_iter().flatten().cloned();
    std::iter::once(body["output"].clone()).chain(changed).collect()
}

fn value(reading: &Value) -> Value {
    match reading {
        Value::Array(readings) => readings.iter().map(value).collect(),
        reading => reading["value"].clone(),
    }
}

fn answer(response: &Value) -> Outcome {
    let text = json!({"response": component_values(response)}).to_string();
    match Said::read(&text) {
        Ok(Said::Ended(outcome)) => outcome,
        other => panic!("no answer: {other:?}"),
    }
}
