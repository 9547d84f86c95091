//! Load: `wrk` sends one callback over and over; we read what the server spent.

use std::fs;
use std::process::Command;

use super::client::UPDATE;
use super::server::Server;
use crate::Result;
use crate::project::target;
use crate::steps::output_of;

/// How one run went.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Seconds of the server's CPU for 1,000 callbacks.
    pub(super) cpu: f64,
    /// Callbacks a second.
    pub(super) rate: f64,
    /// Milliseconds until half of the callbacks were answered.
    pub(super) p50: f64,
    /// Milliseconds until 99 of 100 were.
    pub(super) p99: f64,
}

/// Prints: requests, microseconds, errors, p50 and p99 in microseconds.
const REPORT: &str = r#"
done = function(summary, latency)
    local e = summary.errors
    local errors = e.connect + e.read + e.write + e.status + e.timeout
    io.write(string.format("\nrun %d %d %d %.0f %.0f\n", summary.requests, summary.duration,
        errors, latency:percentile(50), latency:percentile(99)))
end
"#;

/// Loads the server for some seconds with that many connections.
pub(super) fn run(server: &Server, body: &str, connections: u32, seconds: u32) -> Result<Run> {
    let script = target().join("bench.lua");
    let method = "wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/json\"\n";
    fs::write(&script, format!("{method}wrk.body = [==[{}]==]\n{REPORT}", body.trim_end()))?;
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads", "1", "--timeout", "10", "--connections", &connections.to_string()]);
    wrk.args(["--duration", &seconds.to_string(), "--script"]).arg(script);
    wrk.arg(format!("http://127.0.0.1:{}{UPDATE}", server.port));
    let before = server.cpu()?;
    let report = output_of(&mut wrk)?;
    parse(&report, server.cpu()? - before)
}

/// Fails early where the load generator is missing.
pub(super) fn check() -> Result {
    // Without arguments it prints its usage and fails; that it starts is all we ask.
    match Command::new("wrk").output() {
        Ok(_) => Ok(()),
        Err(_) => Err("`wrk` was not found; on Debian: `apt-get install wrk`".into()),
    }
}

fn parse(report: &str, cpu: f64) -> Result<Run> {
    let line =
        report.lines().find_map(|line| line.strip_prefix("run ")).ok_or("no report of wrk")?;
    let numbers = line.split(' ').map(str::parse).collect::<Result<Vec<f64>, _>>()?;
    match numbers[..] {
        [requests, microseconds, 0.0, p50, p99] if requests > 0.0 => Ok(Run {
            cpu: cpu * 1000.0 / requests,
            rate: requests * 1e6 / microseconds,
            p50: p50 / 1000.0,
            p99: p99 / 1000.0,
        }),
        _ => Err(format!("wrk met errors: {report}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_report_is_read() {
        let run = parse("noise\nrun 5000 2000000 0 1500 9000\n", 1.0).unwrap();
        let numbers = [run.cpu, run.rate, run.p50, run.p99];
        assert_eq!(numbers.map(|number| number.to_string()), ["0.2", "2500", "1.5", "9"]);
    }

    #[test]
    fn errors_and_silence_end_the_bench() {
        assert!(parse("run 5000 2000000 3 1500 9000", 1.0).is_err());
        assert!(parse("run 0 2000000 0 0 0", 1.0).is_err());
        assert!(parse("", 1.0).is_err());
    }
}
