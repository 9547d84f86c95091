//! A page's measurements as a table: each side, then ours beside the others against the budgets.

use super::loads::Load;
use super::pages::{Page, What};
use crate::bench::budget::{Budgets, median};

const SIDES: &[&str] = &["ours", "bare", "dash"];

impl Page {
    pub(super) fn report(&self, loads: &[Load], budgets: &mut Budgets) {
        let inputs = loads.iter().map(|load| load.inputs.len()).max().unwrap_or(0);
        let rounds = of(loads, "ours").len();
        println!(
            "\n=== {}: {rounds} loads, {inputs} inputs each, medians\n\
             {:>14} {:>10} {:>10} {:>10} {:>8}",
            self.name, "KB", "ready ms", "input ms", "p95 ms", "heap MB"
        );
        for side in SIDES {
            let loads = of(loads, side);
            if !loads.is_empty() {
                println!("{side:<5}{}{}", row(&loads), remark(&loads, rounds));
            }
        }
        for other in &SIDES[1..] {
            let pairs = pairs(loads, other);
            if !pairs.is_empty() {
                println!("ours / {other}: {}", self.ratios(other, &pairs, budgets));
            }
        }
    }

    fn ratios(&self, other: &str, pairs: &[[&Load; 2]], budgets: &mut Budgets) -> String {
        let mut ratio = |what: What, name: &str| {
            let ratio =
                median(pairs.iter().map(|[ours, other]| ours.time(what) / other.time(what)));
            let limit =
                self.limits.iter().find(|limit| limit.what == what && limit.beside == other);
            let verdict = limit.map_or(String::new(), |limit| {
                let what = format!("{}, {name} beside {other}", self.name);
                budgets.at_most(&what, ratio, limit.ratio)
            });
            format!("{name} {ratio:.3} {verdict:<9}")
        };
        format!("{}  {}", ratio(What::Ready, "ready"), ratio(What::Input, "input"))
    }
}

impl Load {
    fn time(&self, what: What) -> f64 {
        match what {
            What::Ready => self.ready,
            What::Input => median(self.inputs.iter().copied()),
        }
    }
}

fn of<'a>(loads: &'a [Load], side: &str) -> Vec<&'a Load> {
    loads.iter().filter(|load| load.side == side).collect()
}

/// Ours and the other of each round.
fn pairs<'a>(loads: &'a [Load], other: &str) -> Vec<[&'a Load; 2]> {
    let others = of(loads, other);
    let partner = |load: &&'a Load| {
        let found = others.iter().find(|other| other.round == load.round);
        found.map(|other| [*load, *other])
    };
    of(loads, "ours").iter().filter_map(partner).collect()
}

fn row(loads: &[&Load]) -> String {
    let middle = |of: fn(&Load) -> f64| median(loads.iter().map(|load| of(load)));
    let heaps: Vec<f64> = loads.iter().filter_map(|load| load.heap).collect();
    let heap =
        if heaps.is_empty() { "–".to_owned() } else { format!("{:.2}", median(heaps) / 1e6) };
    format!(
        "{:>9.1} {:>10.1} {:>10.2} {:>10.2} {heap:>8}",
        middle(|load| load.bytes / 1e3),
        middle(|load| load.ready),
        middle(|load| load.time(What::Input)),
        p95(loads.iter().flat_map(|load| load.inputs.iter().copied())),
    )
}

/// What was too slow to be measured as the others were.
fn remark(loads: &[&Load], rounds: usize) -> String {
    let fewer = (loads.len() < rounds).then(|| format!("  {} of {rounds} loads", loads.len()));
    let late = loads.iter().find_map(|load| load.late.as_deref());
    let late = late.map(|what| format!("  {what}, which counts"));
    fewer.into_iter().chain(late).collect()
}

/// What 95 of 100 values do not exceed.
fn p95(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() * 95).div_ceil(100) - 1]
}

#[cfg(test)]
mod tests {
    use super::{p95, remark, row};
    use crate::bench::browser::loads::Load;
    use crate::bench::browser::pages::PAGES;
    use crate::bench::budget::Budgets;

    #[test]
    fn the_slow_end_is_what_few_values_exceed() {
        assert!((p95((1..=100).map(f64::from)) - 95.0).abs() < f64::EPSILON);
        assert!((p95([3.0]) - 3.0).abs() < f64::EPSILON);
    }

    fn load(side: &str, round: u32, inputs_and_more: &str) -> Load {
        let line = format!(
            r#"{{"app":"counter","side":"{side}","round":{round},"bytes":1,"ready":1,"inputs":{inputs_and_more}}}"#
        );
        serde_json::from_str(&line).unwrap()
    }

    #[test]
    fn what_was_given_up_is_said() {
        let late = load("dash", 1, r#"[9],"heap":null,"late":"not ready within 300 s""#);
        let expected = "  1 of 9 loads  not ready within 300 s, which counts";
        assert_eq!(remark(&[&late], 9), expected);
        assert_eq!(remark(&[&load("dash", 1, r#"[9],"heap":1,"late":null"#)], 1), "");
    }

    #[test]
    fn a_side_without_a_heap_has_a_dash() {
        let late = load("dash", 1, r#"[9],"heap":null,"late":"not ready""#);
        assert!(row(&[&late]).ends_with("       –"));
        assert!(row(&[&late, &load("dash", 2, r#"[9],"heap":2e6"#)]).ends_with("    2.00"));
    }

    #[test]
    fn a_ratio_is_of_loads_of_one_round() {
        let line = |side, round, input: f64| load(side, round, &format!(r#"[{input}],"heap":1"#));
        let loads = [line("ours", 1, 2.0), line("bare", 1, 1.0), line("bare", 2, 9.0)];
        let mut budgets = Budgets::default();
        PAGES[0].report(&loads, &mut budgets);
        let message = budgets.verdict().unwrap_err().to_string();
        assert!(message.ends_with("counter, input beside bare: 2.000, budget ≤ 1.2"), "{message}");
    }
}
