//! How often each client has asked, and whether it may ask once more.
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Site, client};
use crate::config::RateLimit;

/// Lets a request through, if its client has one left.
pub(super) async fn limited(State(shared): Site, request: Request, next: Next) -> Response {
    let proxies = shared.config.proxies;
    let client = client::address(request.extensions(), request.headers(), proxies);
    let wait = shared
        .rate
        .as_ref()
        .zip(client)
        .and_then(|(rate, client)| rate.take(client, Instant::now()));
    let Some(wait) = wait else { return next.run(request).await };
    tracing::debug!(target: "dash::server", ?client, "a client asks too often");
    let seconds = wait.as_secs().max(1).to_string();
    (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, seconds)], "too many requests").into_response()
}

/// From this many clients on, those that have not asked for a while are forgotten.
const MANY: usize = 10_000;

/// The clients that have asked lately.
#[derive(Debug)]
pub(super) struct Rate {
    limit: RateLimit,
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

/// What a client has left.
#[derive(Debug)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Rate {
    pub(super) fn new(limit: RateLimit) -> Self {
        Self { limit, buckets: Mutex::default() }
    }

    /// Takes one request of a client's; otherwise how long it has to wait for the next one.
    fn take(&self, client: IpAddr, now: Instant) -> Option<Duration> {
        let (per_second, burst) = (f64::from(self.limit.per_second), f64::from(self.limit.burst));
        let filled = |bucket: &Bucket| {
            let since = now.saturating_duration_since(bucket.at).as_secs_f64();
            (bucket.left + since * per_second).min(burst)
        };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MANY {
            buckets.retain(|_, bucket| filled(bucket) < burst);
        }
        let bucket = buckets.entry(network(client)).or_insert(Bucket { left: burst, at: now });
        *bucket = Bucket { left: filled(bucket), at: now };
        if bucket.left < 1.0 {
            return Some(Duration::from_secs_f64((1.0 - bucket.left) / per_second));
        }
        bucket.left -= 1.0;
        None
    }
}

/// One client of IPv6 has a whole network of 64 bits.
fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_bucket_empties_at_once_and_fills_steadily() {
        let rate = Rate::new(RateLimit { per_second: 2, burst: 3 });
        let start = Instant::now();
        let take =
            |client, millis| rate.take(address(client), start + Duration::from_millis(millis));
        for _ in 0..3 {
            assert_eq!(take("1.1.1.1", 0), None);
        }
        assert_eq!(take("1.1.1.1", 0), Some(Duration::from_millis(500)));
        assert_eq!(take("::ffff:1.1.1.1", 250), Some(Duration::from_millis(250)));
        assert_eq!(take("2.2.2.2", 250), None, "another client");
        assert_eq!(take("1.1.1.1", 500), None);
        assert!(take("1.1.1.1", 500).is_some());
        for _ in 0..3 {
            assert_eq!(take("1.1.1.1", 60_000), None);
        }
        assert!(take("1.1.1.1", 60_000).is_some());
    }

    #[test]
    fn a_network_of_64_bits_is_one_client() {
        assert_eq!(network(address("2001:db8:1:2:3::4")), address("2001:db8:1:2::"));
        assert_eq!(network(address("::ffff:1.2.3.4")), address("1.2.3.4"));
    }

    #[test]
    fn clients_that_have_all_they_may_have_are_forgotten() {
        let rate = Rate::new(RateLimit { per_second: 1000, burst: 1 });
        let start = Instant::now();
        for client in 0..u32::try_from(MANY).expect("a number") {
            rate.take(IpAddr::V4(client.into()), start);
        }
        rate.take(address("1.1.1.1"), start + Duration::from_secs(1));
        assert_eq!(rate.buckets.lock().expect("a map").len(), 1);
    }
}
