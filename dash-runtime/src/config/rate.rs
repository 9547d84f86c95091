//! How often one client may ask, as the settings have it.

/// How often one client may ask: a bucket of requests that fills steadily.
///
/// Each request counts, those for files too. What is too much is answered with 429, and `Retry-After`
/// says in how many seconds there is room. A client is an address, and of IPv6 a network of 64 bits.
///
/// # Examples
///
/// ```
/// use dash_runtime::{Config, RateLimit};
///
/// let rate_limit = Some(RateLimit { per_second: 20, burst: 100 });
/// let config = Config { rate_limit, ..Config::default() };
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests a second, in the long run; at least 1.
    pub per_second: u32,
    /// Requests at once, after a time without any; at least 1.
    pub burst: u32,
}

impl RateLimit {
    /// As `DASH_RATE_LIMIT` has it: `20`, or `20,100`.
    pub(super) fn parse(text: &str) -> Result<Option<Self>, &'static str> {
        if text.is_empty() {
            return Ok(None);
        }
        let (per_second, burst) = text.split_once(',').unwrap_or((text, text));
        let limit = match (per_second.trim().parse(), burst.trim().parse()) {
            (Ok(per_second), Ok(burst)) => Self { per_second, burst },
            _ => return Err("requests a second, and how many at once, such as `20,100`"),
        };
        Ok(Some(limit))
    }

    pub(super) fn is_usable(self) -> bool {
        self.per_second > 0 && self.burst > 0
    }
}
