//! Budgets: a value, its limit, and in the end one verdict. And the median that both need.

use crate::Result;

/// The limits that were missed so far.
#[derive(Debug, Default)]
pub(super) struct Budgets {
    missed: Vec<String>,
}

impl Budgets {
    /// `✓ ≤ 1.25` or `✗ ≤ 1.25`.
    pub(super) fn at_most(&mut self, what: &str, value: f64, limit: f64) -> String {
        self.judge(as_printed(value) <= limit, what, value, &format!("≤ {limit}"))
    }

    /// `✓ ≥ 0.9` or `✗ ≥ 0.9`.
    pub(super) fn at_least(&mut self, what: &str, value: f64, limit: f64) -> String {
        self.judge(as_printed(value) >= limit, what, value, &format!("≥ {limit}"))
    }

    fn judge(&mut self, kept: bool, what: &str, value: f64, limit: &str) -> String {
        if kept {
            return format!("✓ {limit}");
        }
        self.missed.push(format!("{what}: {value:.3}, budget {limit}"));
        format!("✗ {limit}")
    }

    /// An error that lists what was missed.
    pub(super) fn verdict(self) -> Result {
        if self.missed.is_empty() {
            println!("\nevery budget is kept");
            return Ok(());
        }
        Err(format!("{} budgets are missed\n  {}", self.missed.len(), self.missed.join("\n  "))
            .into())
    }
}

/// To three decimals, as a missed budget names it. A browser's clock steps by 0.1 ms and returns no exact
/// decimals: 3.6 beside 3.0 ms is at times a hair more than 1.2.
fn as_printed(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}

/// The middle value; of an even number the lower one of the two.
pub(super) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() - 1) / 2]
}

#[cfg(test)]
mod tests {
    use super::{Budgets, median};

    #[test]
    fn the_median_stands_in_the_middle() {
        assert!((median([3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median([4.0, 1.0, 2.0, 3.0]) - 2.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_missed_budget_is_named_with_its_value() {
        let mut budgets = Budgets::default();
        assert_eq!(budgets.at_most("cpu", 1.25, 1.25), "✓ ≤ 1.25");
        assert_eq!(budgets.at_least("speed", 0.95, 0.9), "✓ ≥ 0.9");
        assert_eq!(budgets.at_most("size", 61.0, 60.0), "✗ ≤ 60");
        let message = budgets.verdict().unwrap_err().to_string();
        assert_eq!(message, "1 budgets are missed\n  size: 61.000, budget ≤ 60");
    }

    #[test]
    fn a_value_is_judged_as_it_is_printed() {
        let mut budgets = Budgets::default();
        let by_the_clock = 3.600_000_023_841_858 / 2.999_999_940_395_355;
        assert_eq!(budgets.at_most("click", by_the_clock, 1.2), "✓ ≤ 1.2");
        assert_eq!(budgets.at_least("rate", 0.899_999_9, 0.9), "✓ ≥ 0.9");
        assert_eq!(budgets.at_most("click", 1.201, 1.2), "✗ ≤ 1.2");
    }
}
